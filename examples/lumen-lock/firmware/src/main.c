/* SPDX-License-Identifier: Apache-2.0 */
/* Start of the lock: keys, storage, Bluetooth, then the backend. */

#include <zephyr/dfu/mcuboot.h>
#include <zephyr/kernel.h>

#include "lock.h"

#define BACKEND_HOST "locks.lumen.example"
#define BACKEND_PORT 8883

int main(void)
{
	if (psa_crypto_init() != PSA_SUCCESS) {
		return -1;
	}
	if (identity_init() != PSA_SUCCESS || storage_init() != PSA_SUCCESS) {
		return -1;
	}
	if (unlock_start_bluetooth() != 0) {
		return -1;
	}
	if (!boot_is_img_confirmed()) {
		boot_write_img_confirmed();
	}
	for (;;) {
		if (transport_connect(BACKEND_HOST, BACKEND_PORT) < 0) {
			k_msleep(30000);
		}
	}
}
