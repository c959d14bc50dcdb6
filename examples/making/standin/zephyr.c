/* SPDX-License-Identifier: Apache-2.0 */
/* A stand-in for Zephyr: a vector table, a reset handler, and functions that do nothing, so that the application links. */

#include <string.h>
#include <zephyr/bluetooth/bluetooth.h>
#include <zephyr/bluetooth/conn.h>
#include <zephyr/dfu/flash_img.h>
#include <zephyr/dfu/mcuboot.h>
#include <zephyr/net/socket.h>
#include <zephyr/net/tls_credentials.h>

extern uint32_t stack_top[], data_load[], data_start[], data_end[], bss_start[], bss_end[];
int main(void);

void reset_handler(void)
{
	memcpy(data_start, data_load, (size_t)((char *)data_end - (char *)data_start));
	memset(bss_start, 0, (size_t)((char *)bss_end - (char *)bss_start));
	main();
	for (;;) {
	}
}

__attribute__((section(".vectors"), used)) static const void *const vectors[] = {stack_top, (void *)reset_handler};

void *memcpy(void *to, const void *from, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		((volatile char *)to)[i] = ((const char *)from)[i];
	}
	return to;
}

void *memset(void *to, int value, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		((volatile char *)to)[i] = (char)value;
	}
	return to;
}

int memcmp(const void *a, const void *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int difference = ((const unsigned char *)a)[i] - ((const unsigned char *)b)[i];

		if (difference != 0) {
			return difference;
		}
	}
	return 0;
}

size_t strlen(const char *s)
{
	size_t n = 0;

	while (s[n] != 0) {
		n++;
	}
	return n;
}

#define NOTHING(type, name, ...)                                                                                               \
	type name(__VA_ARGS__)                                                                                                 \
	{                                                                                                                      \
		return (type)-1;                                                                                               \
	}

NOTHING(int32_t, k_msleep, int32_t ms)
NOTHING(int, boot_request_upgrade, int permanent)
NOTHING(bool, boot_is_img_confirmed, void)
NOTHING(int, boot_write_img_confirmed, void)
NOTHING(int, flash_img_init, struct flash_img_context *context)
NOTHING(int, flash_img_buffered_write, struct flash_img_context *context, const uint8_t *data, size_t len, bool flush)
NOTHING(int, zsock_socket, int family, int type, int protocol)
NOTHING(int, zsock_setsockopt, int sock, int level, int name, const void *value, size_t len)
NOTHING(int, zsock_connect, int sock, const struct sockaddr *address, size_t len)
NOTHING(int, zsock_close, int sock)
NOTHING(int, tls_credential_add, sec_tag_t tag, int type, const void *credential, size_t len)
NOTHING(int, bt_enable, void (*ready)(int error))
NOTHING(int, bt_conn_set_security, struct bt_conn *conn, int level)

void bt_conn_cb_register(struct bt_conn_cb *callbacks)
{
	(void)callbacks;
}
