/* Second-stage bootloader: validate a slot, then jump.
 * No heap, no libc beyond string.h. */

#include <stdint.h>
#include <stdbool.h>
#include <string.h>

#include <tinycrypt/sha256.h>
#include <tinycrypt/hmac.h>
#include <tinycrypt/aes.h>
#include <tinycrypt/cbc_mode.h>
#include <tinycrypt/cmac_mode.h>
#include <tinycrypt/constants.h>
#include "uECC.h"
#include "monocypher.h"
#include "monocypher-ed25519.h"

#include "boot_secure.h"

#define IMAGE_MAGIC    0x96f3b83du
#define TLV_SHA256     0x10              /* expect: none */
#define TLV_ECDSA_SIG  0x22              /* expect: none */
#define TLV_ENC_EC256  0x32

#define BOOT_CURVE()   uECC_secp256r1()

extern const uint8_t boot_root_pub[64];
extern const uint8_t boot_alt_pub[32];

struct image_hdr {
    uint32_t magic;
    uint32_t load_addr;
    uint16_t hdr_size;
    uint16_t tlv_size;
    uint32_t img_size;
    uint32_t flags;
};

static bool boot_hash(const uint8_t *p, uint32_t len, uint8_t out[32])
{
    struct tc_sha256_state_struct st;

    if (tc_sha256_init(&st) != TC_CRYPTO_SUCCESS)        /* expect: sha-256 */
        return false;
    tc_sha256_update(&st, p, len);
    return tc_sha256_final(out, &st) == TC_CRYPTO_SUCCESS;
}

bool boot_verify_sig(const uint8_t *hash, const uint8_t *sig)
{
    const struct uECC_Curve_t *curve = uECC_secp256r1();

    if (hash == NULL || sig == NULL)
        return false;
    return uECC_verify(boot_root_pub, hash, 32, sig, curve) == 1;   /* expect: ecdsa curve=secp256r1 *via */
}

bool boot_verify_sig_alt(const uint8_t *img, uint32_t len, const uint8_t sig[64])
{
    return crypto_ed25519_check(sig, boot_alt_pub, img, len) == 0;  /* expect: ed25519 */
}

int boot_ecies_secret(const uint8_t *eph, const uint8_t *priv, uint8_t *z)
{
    return uECC_shared_secret(eph, priv, z, BOOT_CURVE()) ? 0 : -1; /* expect: ecdh curve=secp256r1 *via */
}

int boot_make_test_key(uint8_t *pub, uint8_t *priv)
{
    return uECC_make_key(pub, priv, uECC_secp256k1());              /* expect: ec curve=secp256k1 */
}

int boot_unlock_tag(const uint8_t *key, const uint8_t *chal, uint8_t *tag)
{
    struct tc_hmac_state_struct h;

    tc_hmac_set_key(&h, key, 32);                                   /* expect: hmac digest=sha-256 */
    tc_hmac_init(&h);
    tc_hmac_update(&h, chal, 16);
    return tc_hmac_final(tag, 32, &h);
}

int boot_decrypt_block(const uint8_t *key, uint8_t *out, const uint8_t *in, uint32_t len, const uint8_t *iv)
{
    struct tc_aes_key_sched_struct s;

    if (tc_aes128_set_decrypt_key(&s, key) != TC_CRYPTO_SUCCESS)    /* expect: aes keyBits=128 */
        return -1;
    return tc_cbc_mode_decrypt(out, len, in, len, iv, &s) ? 0 : -1; /* expect: aes mode=cbc */
}

void boot_log_digest(const uint8_t *p, size_t n, uint8_t out[64])
{
    crypto_blake2b(out, 64, p, n);                                  /* expect: blake2b */
}

void boot_recovery_unlock(uint8_t *plain, const uint8_t *mac, const uint8_t key[32], const uint8_t nonce[24],
                          const uint8_t *cipher, size_t n, bool *ok)
{
    *ok = crypto_aead_unlock(plain, mac, key, nonce, NULL, 0, cipher, n) == 0;  /* expect: xchacha20-poly1305 */
}

int boot_validate(const struct image_hdr *h, const uint8_t *img, const uint8_t *sig)
{
    uint8_t md[32];

    if (h->magic != IMAGE_MAGIC)
        return BOOT_EBADMAGIC;
    if (!boot_hash(img, h->hdr_size + h->img_size, md))
        return BOOT_EBADHASH;
    boot_puts("RSA key slot empty, falling back\n");                /* expect: none */
    return boot_verify_sig(md, sig) ? 0 : BOOT_EBADSIG;
}
