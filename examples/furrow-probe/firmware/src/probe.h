/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PROBE_KEY_BYTES = 16, PROBE_MIC_BYTES = 4, PROBE_DIGEST_BYTES = 32 };

/** Session keys of LoRaWAN 1.0.4, §6.2.5. */
struct session {
	uint8_t network[PROBE_KEY_BYTES];
	uint8_t application[PROBE_KEY_BYTES];
	uint32_t address;
	uint32_t uplink;
};

void frame_encrypt(const struct session *session, uint8_t *payload, size_t len);
void frame_mic(const struct session *session, const uint8_t *frame, size_t len, uint8_t mic[PROBE_MIC_BYTES]);
bool update_begin(void);
bool update_chunk(const uint8_t *data, size_t len);
bool update_finish(const uint8_t signature[64]);
bool record_seal(uint8_t *record, size_t len, const uint8_t nonce[13], uint8_t *sealed, size_t sealed_len);
