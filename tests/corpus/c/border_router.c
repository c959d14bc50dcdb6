// Border router: CoAP over DTLS on the mesh side, TLS on the uplink side.
#include <zephyr/kernel.h>
#include <zephyr/crypto/crypto.h>
#include <zephyr/net/socket.h>
#include <zephyr/net/tls_credentials.h>
#include <zephyr/logging/log.h>
#include <mbedtls/aes.h>
#include <mbedtls/cipher.h>
#include <mbedtls/cmac.h>
#include <mbedtls/ecdh.h>
#include <mbedtls/ecp.h>
#include <mbedtls/md5.h>
#include <mbedtls/ssl.h>

LOG_MODULE_REGISTER(border_router_aes, CONFIG_BR_LOG_LEVEL); // expect: none

#define MLE_KEY_BITS 128
#define MLE_SETKEY(ctx, k) mbedtls_aes_setkey_enc((ctx), (k), MLE_KEY_BITS)

K_THREAD_STACK_DEFINE(br_stack, 2048);

static const struct device *const crypto_dev = DEVICE_DT_GET(DT_CHOSEN(br_crypto));

struct br_peer {
	uint16_t rloc;
	uint8_t ext_addr[8];
	uint32_t key_sequence;
	uint8_t sha; // expect: none
};

static int mesh_socket(void)
{
	return zsock_socket(AF_INET6, SOCK_DGRAM, IPPROTO_DTLS_1_2); // expect: dtls version=1.2
}

static int uplink_socket(void)
{
	return zsock_socket(AF_INET, SOCK_STREAM, IPPROTO_TLS_1_2); // expect: tls version=1.2
}

static int beacon_session(struct cipher_ctx *ctx)
{
	return cipher_begin_session(crypto_dev, ctx, CRYPTO_CIPHER_ALGO_AES, CRYPTO_CIPHER_MODE_CCM, CRYPTO_CIPHER_OP_ENCRYPT); // expect: aes mode=ccm
}

static int digest_session(struct hash_ctx *ctx)
{
	const enum hash_algo algo = CRYPTO_HASH_ALGO_SHA256;

	return hash_begin_session(crypto_dev, ctx, algo); // expect: sha-256 *via
}

static int mle_key(mbedtls_aes_context *aes, const uint8_t *key)
{
	mbedtls_aes_init(aes);
	return MLE_SETKEY(aes, key); // expect: aes keyBits=128 *via
}

static int mle_block(mbedtls_aes_context *aes, const uint8_t in[16], uint8_t out[16])
{
	return mbedtls_aes_crypt_ecb(aes, MBEDTLS_AES_ENCRYPT, in, out); // expect: aes mode=ecb
}

static int config_crypt(mbedtls_aes_context *aes, size_t n, uint8_t iv[16], const uint8_t *in, uint8_t *out)
{
	return mbedtls_aes_crypt_cbc(aes, MBEDTLS_AES_DECRYPT, n, iv, in, out); // expect: aes mode=cbc
}

static int pskc_prf(const uint8_t *key, size_t klen, const uint8_t *in, size_t n, uint8_t out[16])
{
	return mbedtls_aes_cmac_prf_128(key, klen, in, n, out); // expect: cmac
}

static int commissioner_group(mbedtls_ecdh_context *ctx)
{
	return mbedtls_ecdh_setup(ctx, MBEDTLS_ECP_DP_SECP256R1); // expect: ecdh curve=secp256r1
}

static int joiner_key(mbedtls_ecp_keypair *kp, int (*rng)(void *, unsigned char *, size_t), void *st)
{
	mbedtls_ecp_group_id gid = MBEDTLS_ECP_DP_BP256R1;

	return mbedtls_ecp_gen_key(gid, kp, rng, st); // expect: ec curve=brainpoolP256r1 *via
}

static const mbedtls_cipher_info_t *storage_cipher(void)
{
	return mbedtls_cipher_info_from_type(MBEDTLS_CIPHER_AES_256_CTR); // expect: aes keyBits=256 mode=ctr
}

static int etag(const uint8_t *body, size_t n, uint8_t out[16])
{
	return mbedtls_md5(body, n, out); // expect: md5
}

static void limits(mbedtls_ssl_config *conf)
{
	mbedtls_ssl_conf_max_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_3); // expect: tls version=1.3
}

static void report(const struct br_peer *peer)
{
	LOG_INF("peer %04x: link AES-CCM ok, ECDHE pending", peer->rloc); // expect: none
#if 0
	mbedtls_sha512(peer->ext_addr, 8, scratch, 0); // expect: none
	psa_hash_compute(PSA_ALG_MD5, peer->ext_addr, 8, scratch, 16, &got); // expect: none
#endif
}

int br_start(struct br_peer *peer)
{
	struct cipher_ctx c = { 0 };
	struct hash_ctx h = { 0 };

	if (mesh_socket() < 0 || uplink_socket() < 0)
		return -ENOTCONN;
	if (beacon_session(&c) != 0 || digest_session(&h) != 0)
		return -EIO;
	report(peer);
	return 0;
}
