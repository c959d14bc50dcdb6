/* SPDX-License-Identifier: Apache-2.0 */
/* Images come in fragments by multicast. The loader in write-protected flash holds this file too: it hashes the image and checks the signature of
 * the update key before it starts it. */

#include <tinycrypt/constants.h>
#include <tinycrypt/sha256.h>
#include <uECC.h>

#include "probe.h"
#include "update_key.h"

static struct tc_sha256_state_struct hash;

bool update_begin(void)
{
	return tc_sha256_init(&hash) == TC_CRYPTO_SUCCESS;
}

bool update_chunk(const uint8_t *data, size_t len)
{
	return tc_sha256_update(&hash, data, len) == TC_CRYPTO_SUCCESS;
}

bool update_finish(const uint8_t signature[64])
{
	uint8_t digest[PROBE_DIGEST_BYTES];

	if (tc_sha256_final(digest, &hash) != TC_CRYPTO_SUCCESS) {
		return false;
	}
	return uECC_verify(update_key, digest, sizeof(digest), signature, uECC_secp256r1()) == 1;
}
