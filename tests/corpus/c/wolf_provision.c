/* provisioning station client, wolfSSL build */
#include <stdio.h>
#include <wolfssl/options.h>
#include <wolfssl/ssl.h>
#include <wolfssl/wolfcrypt/aes.h>
#include <wolfssl/wolfcrypt/ecc.h>
#include <wolfssl/wolfcrypt/ed25519.h>
#include <wolfssl/wolfcrypt/hmac.h>
#include <wolfssl/wolfcrypt/pwdbased.h>
#include <wolfssl/wolfcrypt/rsa.h>
#include <wolfssl/wolfcrypt/dilithium.h>
#include <wolfssl/wolfcrypt/lms.h>
#include "station.h"

#define STATION_TIMEOUT_MS 3000
#define AES_KEY_BYTES      32
#define STORE_SHA_TYPE     WC_SHA384
#define DBG(...) fprintf(stderr, __VA_ARGS__)

#define CHECK(call) do { int r_ = (call); if (r_ != 0) { DBG("%s failed: %d\n", #call, r_); return r_; } } while (0)

static WC_RNG rng;

WOLFSSL_CTX *station_tls(void)
{
    WOLFSSL_CTX *ctx = wolfSSL_CTX_new(wolfTLSv1_3_client_method()); /* expect: tls version=1.3 */
    if (ctx == NULL)
        DBG("no memory for ssl context\n");
    return ctx;
}

WOLFSSL_CTX *station_dtls(void)
{
    return wolfSSL_CTX_new(wolfDTLSv1_2_server_method()); /* expect: dtls version=1.2 */
}

int station_make_identity(ecc_key *key)
{
    CHECK(wc_ecc_init(key));
    CHECK(wc_ecc_make_key_ex(&rng, 48, key, ECC_SECP384R1)); /* expect: ec curve=secp384r1 */
    return 0;
}

int station_make_ca(RsaKey *key)
{
    const int bits = 4096;

    CHECK(wc_InitRsaKey(key, NULL));
    return wc_MakeRsaKey(key, bits, WC_RSA_EXPONENT, &rng); /* expect: rsa keyBits=4096 *via */
}

int station_wrap(Aes *aes, const byte *kek)
{
    return wc_AesGcmSetKey(aes, kek, AES_KEY_BYTES); /* expect: aes keyBits=256 mode=gcm *via */
}

int station_mac(Hmac *h, const byte *k, word32 n)
{
    return wc_HmacSetKey(h, STORE_SHA_TYPE, k, n); /* expect: hmac digest=sha-384 *via */
}

int station_pin_key(const char *pin, const byte *salt, byte *out)
{
    return wc_PBKDF2(out, (const byte *)pin, (int)strlen(pin), salt, 16, 20000, 32, WC_SHA256); /* expect: pbkdf2 digest=sha-256 */
}

int station_check_fw(const byte *sig, word32 siglen, const byte *msg, word32 len, ed25519_key *pub, int *ok)
{
    return wc_ed25519_verify_msg(sig, siglen, msg, len, ok, pub); /* expect: ed25519 */
}

int station_check_fw_pq(dilithium_key *key)
{
    CHECK(wc_dilithium_init(key));
    return wc_dilithium_set_level(key, WC_ML_DSA_65); /* expect: ml-dsa-65 */
}

int station_check_boot(LmsKey *key, const byte *sig, word32 sigLen, const byte *img, int len)
{
    return wc_LmsKey_Verify(key, sig, sigLen, img, len); /* expect: lms */
}

int station_sign_report(const byte *hash, byte *sig, word32 *siglen, ecc_key *key)
{
    return wc_ecc_sign_hash(hash, 32, sig, siglen, &rng, key); /* expect: ecdsa */
}

int station_serial_digest(const char *serial, byte out[16])
{
    /* the label printer wants sixteen bytes */
    return wc_Md5Hash((const byte *)serial, (word32)strlen(serial), out); /* expect: md5 */
}

int station_old_card(Des3 *des, const byte *key, const byte *iv)
{
    return wc_Des3_SetKey(des, key, iv, DES_ENCRYPTION); /* expect: 3des */
}

void station_usage(void)
{
    puts("  --cipher aes-256-gcm|chacha20-poly1305   (only shown, set by server)"); // expect: none
    puts("  --hash   sha256|sha1                     (only shown, set by server)"); // expect: none
}
