/* SPDX-License-Identifier: Apache-2.0 */
/* Unlocking by phone over Bluetooth LE: an ECDH session above the pairing, HKDF-SHA-256, then AES-128-CCM for each command. */

#include <zephyr/bluetooth/bluetooth.h>
#include <zephyr/bluetooth/conn.h>

#include "lock.h"

#define LOCK_CCM PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CCM, 8)

static psa_key_id_t session_key;

static psa_status_t make_ephemeral_key(psa_key_id_t *key)
{
	psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;

	psa_set_key_type(&attributes, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1));
	psa_set_key_bits(&attributes, 256);
	psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_DERIVE);
	psa_set_key_algorithm(&attributes, PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256)));
	return psa_generate_key(&attributes, key);
}

static psa_status_t derive_session_key(psa_key_derivation_operation_t *kdf)
{
	psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;

	psa_set_key_type(&attributes, PSA_KEY_TYPE_AES);
	psa_set_key_bits(&attributes, 128);
	psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT);
	psa_set_key_algorithm(&attributes, LOCK_CCM);
	return psa_key_derivation_output_key(&attributes, kdf, &session_key);
}

psa_status_t unlock_open_session(const uint8_t *phone_key, size_t phone_key_len, const uint8_t *salt, size_t salt_len)
{
	static const uint8_t info[] = "lumen unlock v2";
	psa_key_derivation_operation_t kdf = PSA_KEY_DERIVATION_OPERATION_INIT;
	psa_key_id_t ephemeral;
	psa_status_t status = make_ephemeral_key(&ephemeral);

	if (status == PSA_SUCCESS) {
		status = psa_key_derivation_setup(&kdf, PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256)));
	}
	if (status == PSA_SUCCESS) {
		status = psa_key_derivation_input_bytes(&kdf, PSA_KEY_DERIVATION_INPUT_SALT, salt, salt_len);
	}
	if (status == PSA_SUCCESS) {
		status = psa_key_derivation_key_agreement(&kdf, PSA_KEY_DERIVATION_INPUT_SECRET, ephemeral, phone_key, phone_key_len);
	}
	if (status == PSA_SUCCESS) {
		status = psa_key_derivation_input_bytes(&kdf, PSA_KEY_DERIVATION_INPUT_INFO, info, sizeof(info) - 1);
	}
	if (status == PSA_SUCCESS) {
		status = derive_session_key(&kdf);
	}
	psa_key_derivation_abort(&kdf);
	psa_destroy_key(ephemeral);
	return status;
}

psa_status_t unlock_command(const uint8_t *nonce, const uint8_t *message, size_t len, uint8_t *command, size_t size,
			    size_t *command_len)
{
	return psa_aead_decrypt(session_key, LOCK_CCM, nonce, 13, NULL, 0, message, len, command, size, command_len);
}

static void on_connected(struct bt_conn *conn, uint8_t error)
{
	if (error == 0) {
		bt_conn_set_security(conn, BT_SECURITY_L4);
	}
}

static struct bt_conn_cb callbacks = {.connected = on_connected};

int unlock_start_bluetooth(void)
{
	bt_conn_cb_register(&callbacks);
	return bt_enable(NULL);
}
