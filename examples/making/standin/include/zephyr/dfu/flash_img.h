/* SPDX-License-Identifier: Apache-2.0 */
#pragma once
#include <zephyr/kernel.h>
struct flash_img_context {
	size_t written;
};
int flash_img_init(struct flash_img_context *context);
int flash_img_buffered_write(struct flash_img_context *context, const uint8_t *data, size_t len, bool flush);
