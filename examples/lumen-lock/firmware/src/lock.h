/* SPDX-License-Identifier: Apache-2.0 */
/* What the modules of the lock know of each other. */
#ifndef LOCK_H
#define LOCK_H

#include <psa/crypto.h>
#include <stddef.h>
#include <stdint.h>

#define LOCK_KEY_ID_DEVICE 0x00010001u
#define LOCK_KEY_ID_STORAGE 0x00010002u
#define LOCK_SEC_TAG_BACKEND 42

psa_status_t identity_init(void);
psa_status_t identity_answer(const uint8_t *challenge, size_t challenge_len, uint8_t signature[64]);

psa_status_t storage_init(void);
psa_status_t storage_seal(const uint8_t *record, size_t len, uint8_t *out, size_t out_size, size_t *out_len);
psa_status_t storage_open(const uint8_t *sealed, size_t len, uint8_t *out, size_t out_size, size_t *out_len);

int transport_connect(const char *host, uint16_t port);

psa_status_t update_begin(void);
psa_status_t update_chunk(const uint8_t *data, size_t len);
psa_status_t update_finish(const uint8_t *signature, size_t signature_len);

psa_status_t unlock_open_session(const uint8_t *phone_key, size_t phone_key_len, const uint8_t *salt, size_t salt_len);
psa_status_t unlock_command(const uint8_t *nonce, const uint8_t *message, size_t len, uint8_t *command, size_t size,
			    size_t *command_len);
int unlock_start_bluetooth(void);

#endif
