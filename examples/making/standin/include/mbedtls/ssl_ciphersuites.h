/* SPDX-License-Identifier: Apache-2.0 */
/* Code points of the IANA TLS cipher suite registry under the names that Mbed TLS gives them. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 0xC02B
#define MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 0xC02F
