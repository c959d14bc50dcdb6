/* SPDX-License-Identifier: Apache-2.0 */
/* The code on the box becomes the key of the first conversation with the phone. */

#include "mbedtls/pkcs5.h"

#include "camera.h"

int pairing_key(const char *code, const uint8_t salt[16], uint8_t key[32])
{
	return mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_SHA256, (const unsigned char *)code, 8, salt, 16, 10000, 32, key);
}
