/* SPDX-License-Identifier: Apache-2.0 */
/* Beside Secure Boot v2, which the ROM checks, the application refuses an image that the release key did not sign: RSA-3072 with PSS. */

#include "mbedtls/md.h"
#include "mbedtls/pk.h"
#include "mbedtls/rsa.h"
#include "mbedtls/sha256.h"

#include "camera.h"

extern const uint8_t release_key[];
extern const size_t release_key_len;

int update_check(const uint8_t *image, size_t bytes, const uint8_t *signature, size_t signature_len)
{
	const mbedtls_pk_rsassa_pss_options options = { .mgf1_hash_id = MBEDTLS_MD_SHA256, .expected_salt_len = 32 };
	mbedtls_pk_context key;
	uint8_t digest[32];
	int status;

	mbedtls_pk_init(&key);
	status = mbedtls_pk_parse_public_key(&key, release_key, release_key_len);
	if (status == 0) {
		status = mbedtls_sha256(image, bytes, digest, 0);
	}
	if (status == 0) {
		status = mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, &options, &key, MBEDTLS_MD_SHA256, digest, sizeof(digest), signature,
					       signature_len);
	}
	mbedtls_pk_free(&key);
	return status;
}
