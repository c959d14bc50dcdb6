// SPDX-License-Identifier: MIT
/*
 * Glue collected from the gateway's kernel module, its AF_ALG helper and the
 * recovery agent. Kept in one translation unit for the static build.
 */
#include <linux/module.h>
#include <crypto/hash.h>
#include <crypto/skcipher.h>
#include <crypto/aead.h>
#include <linux/if_alg.h>
#include <sodium.h>
#include <oqs/oqs.h>
#include <gcrypt.h>
#include <gnutls/gnutls.h>
#include <gnutls/crypto.h>

#define GW_DIGEST "sha512"
#define GW_XFORM  "xts(aes)"
#define KEM_NAME  OQS_KEM_alg_ml_kem_768

struct gw_dev {
	struct crypto_shash *tfm;
	struct crypto_skcipher *disk;
	struct crypto_aead *link;
	unsigned int des_ticks; // expect: none
};

static int gw_probe(struct gw_dev *gw)
{
	gw->tfm = crypto_alloc_shash(GW_DIGEST, 0, 0); // expect: sha-512 *via
	if (IS_ERR(gw->tfm))
		return PTR_ERR(gw->tfm);
	gw->disk = crypto_alloc_skcipher(GW_XFORM, 0, 0); // expect: aes mode=xts *via
	if (IS_ERR(gw->disk))
		return PTR_ERR(gw->disk);
	gw->link = crypto_alloc_aead("gcm(aes)", 0, 0); // expect: aes mode=gcm
	pr_info("gw: link cipher ready, hmac(sha256) offload off\n"); // expect: none
	return PTR_ERR_OR_ZERO(gw->link);
}

static struct crypto_shash *gw_wpa_mac(void)
{
	return crypto_alloc_shash("hmac(sha1)", 0, 0); // expect: hmac digest=sha-1
}

static int alg_socket(void)
{
	struct sockaddr_alg sa = { .salg_family = AF_ALG, .salg_type = "hash", .salg_name = "sha256" }; // expect: sha-256
	int fd = socket(AF_ALG, SOCK_SEQPACKET, 0);

	return bind(fd, (struct sockaddr *)&sa, sizeof(sa)) ? -1 : fd;
}

int agent_seal(unsigned char *c, const unsigned char *m, size_t n, const unsigned char *nonce, const unsigned char *k)
{
	return crypto_secretbox_easy(c, m, n, nonce, k); // expect: xsalsa20-poly1305
}

int agent_stream(crypto_secretstream_xchacha20poly1305_state *st, unsigned char *hdr, const unsigned char *k)
{
	return crypto_secretstream_xchacha20poly1305_init_push(st, hdr, k); // expect: xchacha20-poly1305
}

int agent_check(const unsigned char *sig, const unsigned char *m, size_t n, const unsigned char *pk)
{
	return crypto_sign_verify_detached(sig, m, n, pk); // expect: ed25519
}

int agent_id(unsigned char *out, const unsigned char *m, size_t n)
{
	return crypto_generichash(out, 32, m, n, NULL, 0); // expect: blake2b
}

int agent_kx(unsigned char *q, const unsigned char *n, const unsigned char *p)
{
	return crypto_scalarmult(q, n, p); // expect: x25519
}

int agent_pw(unsigned char *out, const char *pw, const unsigned char *salt)
{
	return crypto_pwhash(out, 32, pw, strlen(pw), salt, 3, 1 << 26, crypto_pwhash_ALG_ARGON2ID13); // expect: argon2
}

OQS_KEM *agent_kem(void)
{
	return OQS_KEM_new(KEM_NAME); // expect: ml-kem-768 *via
}

OQS_SIG *agent_sig(void)
{
	return OQS_SIG_new(OQS_SIG_alg_ml_dsa_87); // expect: ml-dsa-87
}

int agent_open(gcry_cipher_hd_t *hd)
{
	const int algo = GCRY_CIPHER_AES256, mode = GCRY_CIPHER_MODE_CTR;

	return gcry_cipher_open(hd, algo, mode, 0); // expect: aes keyBits=256 mode=ctr *via
}

int agent_tls(gnutls_session_t s, const void *p, size_t n, void *md)
{
	gnutls_hash_fast(GNUTLS_DIG_SHA384, p, n, md); // expect: sha-384
	return gnutls_priority_set_direct(s, "NORMAL:-VERS-ALL:+VERS-TLS1.3", NULL); // expect: tls version=1.3
}

int pq_selftest(unsigned char *ct, unsigned char *ss, const unsigned char *pk)
{
	return PQCLEAN_MLKEM512_CLEAN_crypto_kem_enc(ct, ss, pk); // expect: ml-kem-512
}

MODULE_DESCRIPTION("gateway AES/SHA offload glue"); // expect: none
MODULE_LICENSE("Dual MIT/GPL");
