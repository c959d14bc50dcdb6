/* SPDX-License-Identifier: Apache-2.0 */
/* Readings wait in the flash until a gateway is near: AES-128-CCM with a key of the unit. */

#include <tinycrypt/ccm_mode.h>
#include <tinycrypt/constants.h>

#include "probe.h"
#include "unit_key.h"

bool record_seal(uint8_t *record, size_t len, const uint8_t nonce[13], uint8_t *sealed, size_t sealed_len)
{
	struct tc_aes_key_sched_struct schedule;
	struct tc_ccm_mode_struct ccm;

	tc_aes128_set_encrypt_key(&schedule, unit_key());
	if (tc_ccm_config(&ccm, &schedule, (uint8_t *)nonce, 13, 8) != TC_CRYPTO_SUCCESS) {
		return false;
	}
	return tc_ccm_generation_encryption(sealed, sealed_len, NULL, 0, record, len, &ccm) == TC_CRYPTO_SUCCESS;
}
