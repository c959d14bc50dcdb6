/* SPDX-License-Identifier: Apache-2.0 */
/* The identity of one lock: a P-256 key made in the lock at the factory, with a certificate of the device CA. */

#include <zephyr/net/tls_credentials.h>

#include "certs/backend_root.h"
#include "lock.h"

static psa_status_t make_device_key(void)
{
	psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
	psa_key_id_t key;

	psa_set_key_id(&attributes, LOCK_KEY_ID_DEVICE);
	psa_set_key_lifetime(&attributes, PSA_KEY_LIFETIME_PERSISTENT);
	psa_set_key_type(&attributes, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1));
	psa_set_key_bits(&attributes, 256);
	psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_SIGN_HASH);
	psa_set_key_algorithm(&attributes, PSA_ALG_ECDSA(PSA_ALG_SHA_256));
	return psa_generate_key(&attributes, &key);
}

psa_status_t identity_init(void)
{
	psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;

	if (tls_credential_add(LOCK_SEC_TAG_BACKEND, TLS_CREDENTIAL_CA_CERTIFICATE, backend_root, sizeof(backend_root)) != 0) {
		return PSA_ERROR_STORAGE_FAILURE;
	}
	if (psa_get_key_attributes(LOCK_KEY_ID_DEVICE, &attributes) == PSA_SUCCESS) {
		return PSA_SUCCESS;
	}
	return make_device_key();
}

psa_status_t identity_answer(const uint8_t *challenge, size_t challenge_len, uint8_t signature[64])
{
	uint8_t digest[32];
	size_t len;
	psa_status_t status = psa_hash_compute(PSA_ALG_SHA_256, challenge, challenge_len, digest, sizeof(digest), &len);

	if (status != PSA_SUCCESS) {
		return status;
	}
	return psa_sign_hash(LOCK_KEY_ID_DEVICE, PSA_ALG_ECDSA(PSA_ALG_SHA_256), digest, len, signature, 64, &len);
}
