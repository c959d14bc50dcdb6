/* hal_crypto_vendor.c - one port per vendor library; the linker keeps what is used */
#include <stdint.h>
#include <string.h>

#include "bearssl.h"
#include "tomcrypt.h"
#include <nettle/gcm.h>
#include <nettle/hmac.h>
#include <nettle/pbkdf2.h>
#include "ocrypto_chacha20_poly1305.h"
#include "ocrypto_ed25519.h"
#include "ocrypto_sha512.h"
#include "fsl_hashcrypt.h"
#include "fsl_sss_api.h"
#include <tss2/tss2_esys.h>
#include <openssl/aead.h>
#include <openssl/curve25519.h>
#include <openssl/mlkem.h>

#define KEY_LEN_128 16
#define KEY_LEN_256 (2 * KEY_LEN_128)
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

/* names as printed on the front panel */
static const char *const panel[] = { "AES", "3DES", "RSA", "ECC" }; /* expect: none */

enum port_id { PORT_BEAR, PORT_TOM, PORT_NETTLE, PORT_OBERON, PORT_NXP, PORT_TPM, PORT_LC };

struct port {
	enum port_id id;
	const char *name;
	unsigned sha_calls; /* expect: none */
};

static struct port ports[] = {
	{ PORT_BEAR, "bear", 0 },
	{ PORT_TOM, "tom", 0 },
};

/* --- BearSSL ------------------------------------------------------------- */

void bear_tag(const void *key, size_t klen, const void *m, size_t n, void *out)
{
	br_hmac_key_context kc;
	br_hmac_context hc;

	br_hmac_key_init(&kc, &br_sha256_vtable, key, klen); /* expect: hmac digest=sha-256 */
	br_hmac_init(&hc, &kc, 0);
	br_hmac_update(&hc, m, n);
	br_hmac_out(&hc, out);
}

void bear_client(br_ssl_client_context *sc, br_x509_minimal_context *xc, const br_x509_trust_anchor *ta, size_t n)
{
	br_ssl_client_init_full(sc, xc, ta, n); /* expect: tls */
	br_ssl_engine_set_versions(&sc->eng, BR_TLS12, BR_TLS12); /* expect: tls version=1.2 */
}

/* --- LibTomCrypt --------------------------------------------------------- */

int tom_digest(const unsigned char *in, unsigned long n, unsigned char *out, unsigned long *outlen)
{
	return hash_memory(find_hash("sha256"), in, n, out, outlen); /* expect: sha-256 */
}

int tom_old_tag(const unsigned char *k, unsigned long kl, const unsigned char *in, unsigned long n, unsigned char *out, unsigned long *ol)
{
	const int idx = find_hash("sha1");

	return hmac_memory(idx, k, kl, in, n, out, ol); /* expect: hmac digest=sha-1 *via */
}

int tom_make_rsa(prng_state *prng, int wprng, rsa_key *key)
{
	return rsa_make_key(prng, wprng, 2048 / 8, 65537, key); /* expect: rsa keyBits=2048 *via */
}

/* --- nettle -------------------------------------------------------------- */

void nettle_seal_init(struct gcm_aes256_ctx *ctx, const uint8_t *key)
{
	gcm_aes256_set_key(ctx, key); /* expect: aes keyBits=256 mode=gcm */
}

void nettle_pin(const char *pin, const uint8_t *salt, uint8_t *out)
{
	pbkdf2_hmac_sha256(strlen(pin), (const uint8_t *)pin, 10000, 16, salt, KEY_LEN_256, out); /* expect: pbkdf2 digest=sha-256 */
}

/* --- Oberon -------------------------------------------------------------- */

int ob_open(uint8_t *p, const uint8_t tag[16], const uint8_t *c, size_t n, const uint8_t *nonce, const uint8_t *key)
{
	return ocrypto_chacha20_poly1305_decrypt(tag, p, c, n, NULL, 0, nonce, 12, key); /* expect: chacha20-poly1305 */
}

int ob_verify(const uint8_t *sig, const uint8_t *m, size_t n, const uint8_t *pk)
{
	return ocrypto_ed25519_verify(sig, m, n, pk); /* expect: ed25519 */
}

void ob_digest(uint8_t out[64], const uint8_t *in, size_t n)
{
	ocrypto_sha512(out, in, n); /* expect: sha-512 */
}

/* --- NXP ----------------------------------------------------------------- */

status_t nxp_digest(const uint8_t *in, size_t n, uint8_t *out, size_t *outlen)
{
	return HASHCRYPT_SHA(HASHCRYPT, kHASHCRYPT_Sha256, in, n, out, outlen); /* expect: sha-256 */
}

sss_status_t se_sign_init(sss_asymmetric_t *ctx, sss_session_t *s, sss_object_t *key)
{
	const sss_algorithm_t alg = kAlgorithm_SSS_ECDSA_SHA256;

	return sss_asymmetric_context_init(ctx, s, key, alg, kMode_SSS_Sign); /* expect: ecdsa digest=sha-256 *via */
}

/* --- TPM ----------------------------------------------------------------- */

TSS2_RC tpm_digest(ESYS_CONTEXT *e, const TPM2B_MAX_BUFFER *in, TPM2B_DIGEST **out, TPMT_TK_HASHCHECK **tk)
{
	return Esys_Hash(e, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, in, TPM2_ALG_SHA384, ESYS_TR_RH_OWNER, out, tk); /* expect: sha-384 */
}

/* --- AWS-LC / BoringSSL -------------------------------------------------- */

int lc_seal_init(EVP_AEAD_CTX *ctx, const uint8_t *key)
{
	return EVP_AEAD_CTX_init(ctx, EVP_aead_aes_128_gcm(), key, KEY_LEN_128, EVP_AEAD_DEFAULT_TAG_LENGTH, NULL); /* expect: aes keyBits=128 mode=gcm */
}

int lc_kx(uint8_t out[32], const uint8_t priv[32], const uint8_t peer[32])
{
	return X25519(out, priv, peer); /* expect: x25519 */
}

void lc_kem_key(uint8_t pub[MLKEM768_PUBLIC_KEY_BYTES], struct MLKEM768_private_key *priv)
{
	MLKEM768_generate_key(pub, NULL, priv); /* expect: ml-kem-768 */
}

const char *port_name(enum port_id id)
{
	for (size_t i = 0; i < ARRAY_SIZE(ports); i++)
		if (ports[i].id == id)
			return ports[i].name;
	return panel[0];
}

#ifdef PORT_SELFTEST
int main(void)
{
	puts("sha256 self test: ok"); /* expect: none */
	return 0;
}
#endif
