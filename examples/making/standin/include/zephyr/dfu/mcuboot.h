/* SPDX-License-Identifier: Apache-2.0 */
#pragma once
#include <zephyr/kernel.h>
#define BOOT_UPGRADE_TEST 0
int boot_request_upgrade(int permanent);
bool boot_is_img_confirmed(void);
int boot_write_img_confirmed(void);
