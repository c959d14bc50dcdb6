/* SPDX-License-Identifier: Apache-2.0 */
/* LoRaWAN 1.0.4: payloads in AES-128 counter blocks (§4.3.3), message integrity codes by AES-CMAC (§4.4). */

#include <string.h>
#include <tinycrypt/aes.h>
#include <tinycrypt/cmac_mode.h>
#include <tinycrypt/constants.h>

#include "probe.h"

static void fill_block(uint8_t block[16], const struct session *session, uint8_t kind)
{
	memset(block, 0, 16);
	block[0] = kind;
	memcpy(block + 6, &session->address, 4);
	memcpy(block + 10, &session->uplink, 4);
}

void frame_encrypt(const struct session *session, uint8_t *payload, size_t len)
{
	struct tc_aes_key_sched_struct schedule;
	uint8_t block[16];
	uint8_t stream[16];

	tc_aes128_set_encrypt_key(&schedule, session->application);
	for (size_t at = 0; at < len; at += 16) {
		fill_block(block, session, 0x01);
		block[15] = (uint8_t)(at / 16 + 1);
		tc_aes_encrypt(stream, block, &schedule);
		for (size_t i = 0; i < 16 && at + i < len; i++) {
			payload[at + i] ^= stream[i];
		}
	}
}

void frame_mic(const struct session *session, const uint8_t *frame, size_t len, uint8_t mic[PROBE_MIC_BYTES])
{
	struct tc_aes_key_sched_struct schedule;
	struct tc_cmac_struct state;
	uint8_t block[16];
	uint8_t tag[16];

	fill_block(block, session, 0x49);
	block[15] = (uint8_t)len;
	tc_cmac_setup(&state, session->network, &schedule);
	tc_cmac_update(&state, block, sizeof(block));
	tc_cmac_update(&state, frame, len);
	tc_cmac_final(tag, &state);
	memcpy(mic, tag, PROBE_MIC_BYTES);
}
