/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct clip {
	const uint8_t *data;
	size_t bytes;
};

int camera_random(void *context, unsigned char *out, size_t len);
int update_check(const uint8_t *image, size_t bytes, const uint8_t *signature, size_t signature_len);
int pairing_key(const char *code, const uint8_t salt[16], uint8_t key[32]);
void link_start(void);
