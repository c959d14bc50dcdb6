/* SPDX-License-Identifier: Apache-2.0 */
/* Updates over the air: the image is hashed as it arrives and accepted only with a signature of the update key (ECDSA P-256).
 * MCUboot checks it again, with the same key, before it starts. */

#include <zephyr/dfu/flash_img.h>
#include <zephyr/dfu/mcuboot.h>

#include "certs/update_key.h"
#include "lock.h"

static psa_hash_operation_t hash;
static struct flash_img_context slot;

psa_status_t update_begin(void)
{
	if (flash_img_init(&slot) != 0) {
		return PSA_ERROR_STORAGE_FAILURE;
	}
	hash = psa_hash_operation_init();
	return psa_hash_setup(&hash, PSA_ALG_SHA_256);
}

psa_status_t update_chunk(const uint8_t *data, size_t len)
{
	if (flash_img_buffered_write(&slot, data, len, false) != 0) {
		return PSA_ERROR_STORAGE_FAILURE;
	}
	return psa_hash_update(&hash, data, len);
}

static psa_status_t import_update_key(psa_key_id_t *key)
{
	psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;

	psa_set_key_type(&attributes, PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_SECP_R1));
	psa_set_key_bits(&attributes, 256);
	psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_VERIFY_HASH);
	psa_set_key_algorithm(&attributes, PSA_ALG_ECDSA(PSA_ALG_SHA_256));
	return psa_import_key(&attributes, update_key, sizeof(update_key), key);
}

psa_status_t update_finish(const uint8_t *signature, size_t signature_len)
{
	uint8_t digest[32];
	size_t len;
	psa_key_id_t key;
	psa_status_t status = psa_hash_finish(&hash, digest, sizeof(digest), &len);

	if (status != PSA_SUCCESS) {
		return status;
	}
	status = import_update_key(&key);
	if (status != PSA_SUCCESS) {
		return status;
	}
	status = psa_verify_hash(key, PSA_ALG_ECDSA(PSA_ALG_SHA_256), digest, len, signature, signature_len);
	psa_destroy_key(key);
	if (status != PSA_SUCCESS) {
		return status;
	}
	return boot_request_upgrade(BOOT_UPGRADE_TEST) == 0 ? PSA_SUCCESS : PSA_ERROR_STORAGE_FAILURE;
}
