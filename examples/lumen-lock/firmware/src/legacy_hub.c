/* SPDX-License-Identifier: Apache-2.0 */
/* First-generation hubs: one AES-128-ECB block a command, an MD5 checksum, no freshness. Kept for repairs, compiled in no build
 * that is sold: CONFIG_LOCK_LEGACY_HUB is off. */

#include "lock.h"

#ifdef CONFIG_LOCK_LEGACY_HUB

#include <mbedtls/aes.h>
#include <mbedtls/md5.h>
#include <string.h>

int legacy_hub_command(const uint8_t key[16], const uint8_t block[32], uint8_t command[16])
{
	mbedtls_aes_context aes;
	uint8_t checksum[16];
	int error;

	mbedtls_aes_init(&aes);
	mbedtls_aes_setkey_dec(&aes, key, 128);
	error = mbedtls_aes_crypt_ecb(&aes, MBEDTLS_AES_DECRYPT, block, command);
	mbedtls_aes_free(&aes);
	if (error != 0 || mbedtls_md5(command, 16, checksum) != 0) {
		return -1;
	}
	return memcmp(checksum, block + 16, sizeof(checksum)) == 0 ? 0 : -1;
}

#endif
