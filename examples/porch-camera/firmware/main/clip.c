/* SPDX-License-Identifier: Apache-2.0 */
/* A clip is encrypted before it is stored or sent: AES-256-GCM with a key for each clip, which X25519 wraps for the owner's phone. */

#include "esp_random.h"
#include "mbedtls/ecdh.h"
#include "mbedtls/gcm.h"
#include "mbedtls/hkdf.h"
#include "mbedtls/md.h"

#include "camera.h"

int clip_seal(const struct clip *clip, const uint8_t key[32], const uint8_t iv[12], uint8_t *sealed, uint8_t tag[16])
{
	mbedtls_gcm_context gcm;
	int status;

	mbedtls_gcm_init(&gcm);
	status = mbedtls_gcm_setkey(&gcm, MBEDTLS_CIPHER_ID_AES, key, 256);
	if (status == 0) {
		status = mbedtls_gcm_crypt_and_tag(&gcm, MBEDTLS_GCM_ENCRYPT, clip->bytes, iv, 12, NULL, 0, clip->data, sealed, 16, tag);
	}
	mbedtls_gcm_free(&gcm);
	return status;
}

int clip_wrap_key(const mbedtls_ecp_point *owner, const mbedtls_mpi *own, uint8_t wrapping[32])
{
	mbedtls_ecp_group group;
	mbedtls_mpi shared;
	uint8_t secret[32];
	int status;

	mbedtls_ecp_group_init(&group);
	mbedtls_mpi_init(&shared);
	status = mbedtls_ecp_group_load(&group, MBEDTLS_ECP_DP_CURVE25519);
	if (status == 0) {
		status = mbedtls_ecdh_compute_shared(&group, &shared, owner, own, camera_random, NULL);
	}
	if (status == 0) {
		status = mbedtls_mpi_write_binary_le(&shared, secret, sizeof(secret));
	}
	if (status == 0) {
		status = mbedtls_hkdf(mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), NULL, 0, secret, sizeof(secret), NULL, 0, wrapping, 32);
	}
	mbedtls_mpi_free(&shared);
	mbedtls_ecp_group_free(&group);
	return status;
}
