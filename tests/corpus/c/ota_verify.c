/*
 * OTA image verification for the sensor node.
 *
 * The update server ships a small manifest (CBOR) followed by the image.
 * Older nodes still send an MD5 of the flash page for bookkeeping; that */ // expect: none
/* value is never trusted.
 */

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include <psa/crypto.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha512.h>
#include <mbedtls/pk.h>

#include "flash_map.h"
#include "log.h"
#include "ota_verify.h"

#define OTA_CHUNK_SIZE      1024
#define OTA_SIG_LEN         64
#define OTA_DIGEST_LEN      32
#define OTA_SIGN_ALG        PSA_ALG_ECDSA(PSA_ALG_SHA_256)
#define OTA_WRAP_ALG        PSA_ALG_RSA_OAEP(PSA_ALG_SHA_256)

enum ota_state {
	OTA_IDLE,
	OTA_RECEIVING,
	OTA_VERIFYING,
	OTA_DONE,
};

struct ota_ctx {
	enum ota_state state;
	uint32_t received;
	uint32_t total;
	bool aes_enabled;                     // expect: none
	uint8_t digest[OTA_DIGEST_LEN];
	char git_sha[41];                     // expect: none
};

static uint8_t chunk[OTA_CHUNK_SIZE];

static int hash_slot(const struct flash_area *fa, size_t len, uint8_t *out)
{
	mbedtls_sha256_context sha;
	size_t off = 0;

	mbedtls_sha256_init(&sha);
	mbedtls_sha256_starts(&sha, 0); /* expect: sha-256 */
	while (off < len) {
		size_t n = len - off > sizeof(chunk) ? sizeof(chunk) : len - off;

		if (flash_area_read(fa, off, chunk, n) != 0) {
			return -EIO;
		}
		mbedtls_sha256_update(&sha, chunk, n);
		off += n;
	}
	mbedtls_sha256_finish(&sha, out);
	mbedtls_sha256_free(&sha);
	return 0;
}

int ota_verify_signature(psa_key_id_t key, const uint8_t digest[OTA_DIGEST_LEN], const uint8_t sig[OTA_SIG_LEN])
{
	psa_status_t status;

	status = psa_verify_hash(key, OTA_SIGN_ALG, digest, OTA_DIGEST_LEN, sig, OTA_SIG_LEN); /* expect: ecdsa digest=sha-256 *via */
	if (status != PSA_SUCCESS) {
		LOG_ERR("ECDSA signature over SHA-256 digest rejected (%d)", (int)status); // expect: none
		return -EACCES;
	}
	return 0;
}

int ota_unwrap_cek(psa_key_id_t kek, const uint8_t *in, size_t in_len, uint8_t *cek, size_t *cek_len)
{
	return psa_asymmetric_decrypt(kek, OTA_WRAP_ALG, in, in_len, NULL, 0, cek, 32, cek_len) == PSA_SUCCESS ? 0 : -EINVAL; /* expect: rsaes-oaep digest=sha-256 *via */
}

int ota_manifest_tag(psa_key_id_t key, const uint8_t *buf, size_t len, uint8_t *tag, size_t *tag_len)
{
	if (psa_mac_compute(key, PSA_ALG_HMAC(PSA_ALG_SHA_256), buf, len, tag, 32, tag_len) != PSA_SUCCESS) { /* expect: hmac digest=sha-256 */
		return -EIO;
	}
	return 0;
}

/* Manifest v3 carries a 48 byte digest: the last argument selects the shorter variant. */
void ota_manifest_digest(const uint8_t *buf, size_t len, uint8_t out[48])
{
	mbedtls_sha512(buf, len, out, 1); /* expect: sha-384 */
}

psa_status_t ota_import_root_key(const uint8_t *pub, size_t pub_len, psa_key_id_t *id)
{
	psa_key_attributes_t attr = PSA_KEY_ATTRIBUTES_INIT;

	psa_set_key_usage_flags(&attr, PSA_KEY_USAGE_VERIFY_HASH);
	psa_set_key_algorithm(&attr, PSA_ALG_ECDSA(PSA_ALG_SHA_384)); /* expect: ecdsa digest=sha-384 */
	psa_set_key_lifetime(&attr, PSA_KEY_LIFETIME_PERSISTENT);
	psa_set_key_id(&attr, 0x1001);
	return psa_import_key(&attr, pub, pub_len, id);
}

int ota_session_derive(psa_key_id_t secret, const uint8_t *salt, size_t salt_len, psa_key_derivation_operation_t *op)
{
	if (psa_key_derivation_setup(op, PSA_ALG_HKDF(PSA_ALG_SHA_256)) != PSA_SUCCESS) /* expect: hkdf digest=sha-256 */
		return -EIO;
	if (psa_key_derivation_input_bytes(op, PSA_KEY_DERIVATION_INPUT_SALT, salt, salt_len) != PSA_SUCCESS)
		return -EIO;
	return psa_key_derivation_input_key(op, PSA_KEY_DERIVATION_INPUT_SECRET, secret) == PSA_SUCCESS ? 0 : -EIO;
}

#if 0
/* Removed in 2.4: the old bootloader compared a plain digest. */
static int legacy_check(const uint8_t *img, size_t len, const uint8_t *want)
{
	uint8_t md[20];

	mbedtls_sha1(img, len, md);           // expect: none
	return memcmp(md, want, sizeof(md));
}
#endif

int ota_finish(struct ota_ctx *ctx, const struct flash_area *fa, psa_key_id_t key, const uint8_t *sig)
{
	int rc = hash_slot(fa, ctx->total, ctx->digest);

	if (rc == 0) {
		rc = ota_verify_signature(key, ctx->digest, sig);
	}
	ctx->state = rc == 0 ? OTA_DONE : OTA_IDLE;
	return rc;
}
