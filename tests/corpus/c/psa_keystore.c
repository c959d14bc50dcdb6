// Key store of the gateway. Every key lives in the secure partition; the
// application sees key ids only.

#include <stddef.h>
#include <string.h>
#include <psa/crypto.h>

#include "kv.h"
#include "keystore.h"

#define KS_SLOTS 8
#define KS_BITS_STORAGE 256
#define KS_AEAD PSA_ALG_CHACHA20_POLY1305

typedef enum {
    KS_ALG_NONE = 0,
    KS_ALG_STORAGE,
    KS_ALG_IDENTITY,
} ks_purpose_t;

typedef struct {
    ks_purpose_t purpose;
    psa_key_id_t id;
    const char *label;
} ks_slot_t;

static ks_slot_t slots[KS_SLOTS];

static psa_status_t generate(psa_key_type_t type, size_t bits, psa_algorithm_t alg, psa_key_id_t *id)
{
    psa_key_attributes_t a = psa_key_attributes_init();
    psa_set_key_type(&a, type); // expect: aes keyBits=256 *via
    psa_set_key_bits(&a, bits);
    psa_set_key_algorithm(&a, alg); // expect: aes keyBits=256 mode=gcm *via
    psa_set_key_usage_flags(&a, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT);
    return psa_generate_key(&a, id);
}

psa_status_t ks_create_identity(psa_key_id_t *id)
{
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;

    psa_set_key_type(&a, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1)); // expect: ec curve=secp256r1
    psa_set_key_bits(&a, 256);
    psa_set_key_usage_flags(&a, PSA_KEY_USAGE_SIGN_HASH);
    return psa_generate_key(&a, id);
}

psa_status_t ks_create_exchange(psa_key_id_t *id)
{
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;

    psa_set_key_type(&a, PSA_KEY_TYPE_RSA_KEY_PAIR); // expect: rsa keyBits=3072
    psa_set_key_bits(&a, 3072);
    psa_set_key_usage_flags(&a, PSA_KEY_USAGE_DERIVE);
    return psa_generate_key(&a, id);
}

psa_status_t ks_seal(psa_key_id_t key, const uint8_t nonce[12], const uint8_t *in, size_t n, uint8_t *out, size_t cap, size_t *got)
{
    return psa_aead_encrypt(key, KS_AEAD, nonce, 12, NULL, 0, in, n, out, cap, got); // expect: chacha20-poly1305 *via
}

psa_status_t ks_open(psa_key_id_t key, const uint8_t nonce[12], const uint8_t *in, size_t n, uint8_t *out, size_t cap, size_t *got)
{
    psa_algorithm_t alg = KS_AEAD;

    return psa_aead_decrypt(key, alg, nonce, 12, NULL, 0, in, n, out, cap, got); // expect: chacha20-poly1305 *via
}

psa_status_t ks_agree(psa_key_id_t mine, const uint8_t *peer, size_t peer_len, uint8_t *z, size_t *z_len)
{
    return psa_raw_key_agreement(PSA_ALG_ECDH, mine, peer, peer_len, z, 32, z_len); // expect: ecdh
}

psa_status_t ks_sign_attest(psa_key_id_t key, const uint8_t *msg, size_t n, uint8_t *sig, size_t cap, size_t *got)
{
    return psa_sign_message(key, PSA_ALG_RSA_PSS(PSA_ALG_SHA_256), msg, n, sig, cap, got); // expect: rsassa-pss digest=sha-256
}

psa_status_t ks_sign_legacy(psa_key_id_t key, const uint8_t *msg, size_t n, uint8_t *sig, size_t cap, size_t *got)
{
    return psa_sign_message(key, // expect: rsassa-pkcs1 digest=sha-1
                            PSA_ALG_RSA_PKCS1V15_SIGN(PSA_ALG_SHA_1),
                            msg, n, sig, cap, got);
}

psa_status_t ks_fingerprint(const uint8_t *cert, size_t n, uint8_t out[32])
{
    size_t got;

    return psa_hash_compute(PSA_ALG_SHA_256, cert, n, out, 32, &got); // expect: sha-256
}

static psa_status_t mac_tag(psa_key_id_t key, const uint8_t *m, size_t n, uint8_t out[16])
{
    size_t got;

    return psa_mac_compute(key, PSA_ALG_CMAC, m, n, out, 16, &got); // expect: cmac
}

psa_status_t ks_rollback_tag(uint32_t counter, uint8_t out[16])
{
    uint8_t msg[4];

    memcpy(msg, &counter, sizeof(msg));
    return mac_tag(slots[0].id, msg, sizeof(msg), out);
}

psa_status_t ks_password_key(psa_key_derivation_operation_t *op)
{
    return psa_key_derivation_setup(op, PSA_ALG_PBKDF2_HMAC(PSA_ALG_SHA_512)); // expect: pbkdf2 digest=sha-512
}

psa_status_t ks_psk_to_master(psa_key_derivation_operation_t *op)
{
    return psa_key_derivation_setup(op, PSA_ALG_TLS12_PRF(PSA_ALG_SHA_256)); // expect: tls-prf digest=sha-256
}

psa_status_t ks_nonce(uint8_t nonce[12])
{
    return psa_generate_random(nonce, 12); // expect: csprng
}

const char *ks_label(unsigned slot)
{
    static const char *const names[] = { "hmac-sha256", "storage-aes", "ecdsa-id" }; // expect: none

    return slot < sizeof(names) / sizeof(names[0]) ? names[slot] : "?";
}

int ks_init(void)
{
    if (psa_crypto_init() != PSA_SUCCESS)
        return -1;
    return generate(PSA_KEY_TYPE_AES, KS_BITS_STORAGE, PSA_ALG_GCM, &slots[0].id) == PSA_SUCCESS ? 0 : -1;
}
