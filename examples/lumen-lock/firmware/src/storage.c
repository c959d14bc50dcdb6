/* SPDX-License-Identifier: Apache-2.0 */
/* The access log and the PIN records at rest: AES-256-GCM with a key that never leaves the lock. */

#include <string.h>

#include "lock.h"

#define NONCE_LEN 12

psa_status_t storage_init(void)
{
	psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
	psa_key_id_t key;

	if (psa_get_key_attributes(LOCK_KEY_ID_STORAGE, &attributes) == PSA_SUCCESS) {
		return PSA_SUCCESS;
	}
	psa_set_key_id(&attributes, LOCK_KEY_ID_STORAGE);
	psa_set_key_lifetime(&attributes, PSA_KEY_LIFETIME_PERSISTENT);
	psa_set_key_type(&attributes, PSA_KEY_TYPE_AES);
	psa_set_key_bits(&attributes, 256);
	psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT);
	psa_set_key_algorithm(&attributes, PSA_ALG_GCM);
	return psa_generate_key(&attributes, &key);
}

psa_status_t storage_seal(const uint8_t *record, size_t len, uint8_t *out, size_t out_size, size_t *out_len)
{
	psa_status_t status;

	if (out_size < NONCE_LEN) {
		return PSA_ERROR_BUFFER_TOO_SMALL;
	}
	status = psa_generate_random(out, NONCE_LEN);
	if (status != PSA_SUCCESS) {
		return status;
	}
	status = psa_aead_encrypt(LOCK_KEY_ID_STORAGE, PSA_ALG_GCM, out, NONCE_LEN, NULL, 0, record, len, out + NONCE_LEN,
				  out_size - NONCE_LEN, out_len);
	*out_len += NONCE_LEN;
	return status;
}

psa_status_t storage_open(const uint8_t *sealed, size_t len, uint8_t *out, size_t out_size, size_t *out_len)
{
	if (len < NONCE_LEN) {
		return PSA_ERROR_INVALID_ARGUMENT;
	}
	return psa_aead_decrypt(LOCK_KEY_ID_STORAGE, PSA_ALG_GCM, sealed, NONCE_LEN, NULL, 0, sealed + NONCE_LEN,
				len - NONCE_LEN, out, out_size, out_len);
}
