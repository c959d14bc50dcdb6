/* SPDX-License-Identifier: Apache-2.0 */
#pragma once
#include <zephyr/kernel.h>
#define BT_SECURITY_L4 4
struct bt_conn;
struct bt_conn_cb {
	void (*connected)(struct bt_conn *conn, uint8_t error);
};
void bt_conn_cb_register(struct bt_conn_cb *callbacks);
int bt_conn_set_security(struct bt_conn *conn, int level);
