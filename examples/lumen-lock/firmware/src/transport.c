/* SPDX-License-Identifier: Apache-2.0 */
/* MQTT connection to the backend: TLS 1.2 with server authentication; the lock then answers a challenge with its own key. */

#include <mbedtls/ssl_ciphersuites.h>
#include <string.h>
#include <zephyr/net/socket.h>
#include <zephyr/net/tls_credentials.h>

#include "lock.h"

static const int suites[] = {
	MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
	MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
};

static int require_peer(int sock, const char *host)
{
	static const sec_tag_t tags[] = {LOCK_SEC_TAG_BACKEND};
	const int verify = TLS_PEER_VERIFY_REQUIRED;

	if (zsock_setsockopt(sock, SOL_TLS, TLS_SEC_TAG_LIST, tags, sizeof(tags)) < 0 ||
	    zsock_setsockopt(sock, SOL_TLS, TLS_PEER_VERIFY, &verify, sizeof(verify)) < 0 ||
	    zsock_setsockopt(sock, SOL_TLS, TLS_CIPHERSUITE_LIST, suites, sizeof(suites)) < 0) {
		return -1;
	}
	return zsock_setsockopt(sock, SOL_TLS, TLS_HOSTNAME, host, strlen(host) + 1);
}

int transport_connect(const char *host, uint16_t port)
{
	struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
	int sock = zsock_socket(AF_INET6, SOCK_STREAM, IPPROTO_TLS_1_2);

	if (sock < 0) {
		return sock;
	}
	if (require_peer(sock, host) < 0 || zsock_connect(sock, (struct sockaddr *)&address, sizeof(address)) < 0) {
		zsock_close(sock);
		return -1;
	}
	return sock;
}
