/* SPDX-License-Identifier: Apache-2.0 */
#pragma once
#include <zephyr/kernel.h>
typedef int sec_tag_t;
#define TLS_CREDENTIAL_CA_CERTIFICATE 1
int tls_credential_add(sec_tag_t tag, int type, const void *credential, size_t len);
