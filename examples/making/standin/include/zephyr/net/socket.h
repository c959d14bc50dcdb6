/* SPDX-License-Identifier: Apache-2.0 */
#pragma once
#include <zephyr/kernel.h>
#define AF_INET6 2
#define SOCK_STREAM 1
#define IPPROTO_TLS_1_2 258
#define SOL_TLS 282
#define TLS_SEC_TAG_LIST 1
#define TLS_HOSTNAME 2
#define TLS_CIPHERSUITE_LIST 3
#define TLS_PEER_VERIFY 5
#define TLS_PEER_VERIFY_REQUIRED 2
struct sockaddr {
	uint16_t sa_family;
};
struct sockaddr_in6 {
	uint16_t sin6_family;
	uint16_t sin6_port;
	uint8_t sin6_addr[16];
};
static inline uint16_t htons(uint16_t port)
{
	return __builtin_bswap16(port);
}
int zsock_socket(int family, int type, int protocol);
int zsock_setsockopt(int sock, int level, int name, const void *value, size_t len);
int zsock_connect(int sock, const struct sockaddr *address, size_t len);
int zsock_close(int sock);
