/* factory-tool: creates device credentials on the line PC (Linux, OpenSSL 3) */
#include <openssl/evp.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/ssl.h>
#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIE(msg) do { fprintf(stderr, "factory-tool: %s\n", msg); exit(1); } while (0)
#define DEVICE_CURVE "P-256"
#define BACKUP_CIPHER "AES-256-CBC"

typedef const EVP_MD *(*md_fn)(void);

static const struct {
    const char *opt;
    md_fn fn;
} digests[] = {
    { "s2", EVP_sha256 },
    { "s3", EVP_sha3_256 },
};

static EVP_PKEY *make_device_key(void)
{
    EVP_PKEY *k = EVP_EC_gen(DEVICE_CURVE); // expect: ec curve=secp256r1 *via
    if (!k)
        DIE("device key");
    return k;
}

static EVP_PKEY *make_ca_key(int strong)
{
    return strong ? EVP_PKEY_Q_keygen(NULL, NULL, "ML-DSA-65") // expect: ml-dsa-65
                  : EVP_RSA_gen(3072); // expect: rsa keyBits=3072
}

static EVP_PKEY_CTX *make_kx(void)
{
    return EVP_PKEY_CTX_new_id(EVP_PKEY_X25519, NULL); // expect: x25519
}

static int seal(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n, unsigned char *out)
{
    int len = 0, fin = 0;
    EVP_CIPHER_CTX *c = EVP_CIPHER_CTX_new();

    if (!c || EVP_EncryptInit_ex(c, EVP_aes_256_gcm(), NULL, key, iv) != 1) // expect: aes keyBits=256 mode=gcm
        DIE("seal");
    EVP_EncryptUpdate(c, out, &len, in, n);
    EVP_EncryptFinal_ex(c, out + len, &fin);
    EVP_CIPHER_CTX_free(c);
    return len + fin;
}

static EVP_CIPHER *backup_cipher(void)
{
    return EVP_CIPHER_fetch(NULL, BACKUP_CIPHER, NULL); // expect: aes keyBits=256 mode=cbc *via
}

static void token(const char *secret, const char *msg, unsigned char out[32])
{
    unsigned int n;

    HMAC(EVP_sha256(), secret, (int)strlen(secret), (const unsigned char *)msg, strlen(msg), out, &n); // expect: hmac digest=sha-256
}

static int pin_to_key(const char *pin, const unsigned char *salt, unsigned char *out)
{
    const EVP_MD *md = EVP_sha512();

    return PKCS5_PBKDF2_HMAC(pin, -1, salt, 16, 210000, md, 32, out); // expect: pbkdf2 digest=sha-512 *via
}

static EVP_KDF *backup_kdf(void)
{
    return EVP_KDF_fetch(NULL, "SCRYPT", NULL); // expect: scrypt
}

static SSL_CTX *uplink(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method()); // expect: tls

    SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION); // expect: tls version=1.2
    SSL_CTX_set_cipher_list(ctx, "ECDHE-ECDSA-AES128-GCM-SHA256"); // expect: tls
    return ctx;
}

static void cert_thumbprint(const unsigned char *der, size_t n, unsigned char out[20])
{
    SHA1(der, n, out); // expect: sha-1
}

static void usage(void)
{
    fputs("usage: factory-tool [--digest sha256] [--rsa] OUTDIR\n", stderr); // expect: none
}

int main(int argc, char **argv)
{
    static const struct option opts[] = {
        { "rsa", no_argument, NULL, 'r' },           // expect: none
        { "digest", required_argument, NULL, 'd' },
        { NULL, 0, NULL, 0 },
    };
    unsigned char salt[16], md[EVP_MAX_MD_SIZE];
    const char *build_sha1 = BUILD_COMMIT;           // expect: none
    int c;

    while ((c = getopt_long(argc, argv, "rd:", opts, NULL)) != -1) {
        if (c == '?')
            usage();
    }
    printf("factory-tool %s\n", build_sha1);
    if (RAND_bytes(salt, sizeof(salt)) != 1) // expect: csprng
        DIE("no entropy");
    EVP_Digest(salt, sizeof(salt), md, NULL, digests[1].fn(), NULL); // expect: sha3-256 *via
    return make_device_key() != NULL && make_ca_key(0) != NULL ? 0 : 1;
}
