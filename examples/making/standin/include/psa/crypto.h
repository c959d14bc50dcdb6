/* SPDX-License-Identifier: Apache-2.0 */
/* The part of the PSA Certified Crypto API 1.1 that the lock's sources use, written from the specification for this example.
 * It lets the application be compiled without the Zephyr workspace. */
#ifndef PSA_CRYPTO_H
#define PSA_CRYPTO_H

#include <stddef.h>
#include <stdint.h>

typedef int32_t psa_status_t;
typedef uint16_t psa_key_type_t;
typedef uint32_t psa_algorithm_t;
typedef uint32_t psa_key_usage_t;
typedef uint32_t psa_key_lifetime_t;
typedef uint32_t psa_key_id_t;
typedef uint16_t psa_key_derivation_step_t;

typedef struct {
	psa_key_id_t id;
	psa_key_lifetime_t lifetime;
	psa_key_type_t type;
	uint16_t bits;
	psa_key_usage_t usage;
	psa_algorithm_t alg;
} psa_key_attributes_t;

typedef struct {
	uint32_t state[8];
	uint64_t length;
	uint8_t block[64];
} psa_hash_operation_t;

typedef struct {
	uint32_t step;
} psa_key_derivation_operation_t;

#define PSA_KEY_ATTRIBUTES_INIT {0}
#define PSA_KEY_DERIVATION_OPERATION_INIT {0}
#define psa_hash_operation_init() ((psa_hash_operation_t){0})

#define PSA_SUCCESS ((psa_status_t)0)
#define PSA_ERROR_NOT_SUPPORTED ((psa_status_t)-134)
#define PSA_ERROR_INVALID_ARGUMENT ((psa_status_t)-135)
#define PSA_ERROR_BUFFER_TOO_SMALL ((psa_status_t)-138)
#define PSA_ERROR_DOES_NOT_EXIST ((psa_status_t)-140)
#define PSA_ERROR_STORAGE_FAILURE ((psa_status_t)-146)
#define PSA_ERROR_INVALID_SIGNATURE ((psa_status_t)-149)

#define PSA_KEY_LIFETIME_PERSISTENT ((psa_key_lifetime_t)1)
#define PSA_KEY_TYPE_AES ((psa_key_type_t)0x2400)
#define PSA_ECC_FAMILY_SECP_R1 0x12
#define PSA_KEY_TYPE_ECC_PUBLIC_KEY(curve) ((psa_key_type_t)(0x4100 | (curve)))
#define PSA_KEY_TYPE_ECC_KEY_PAIR(curve) ((psa_key_type_t)(0x7100 | (curve)))

#define PSA_KEY_USAGE_ENCRYPT ((psa_key_usage_t)0x100)
#define PSA_KEY_USAGE_DECRYPT ((psa_key_usage_t)0x200)
#define PSA_KEY_USAGE_SIGN_HASH ((psa_key_usage_t)0x1000)
#define PSA_KEY_USAGE_VERIFY_HASH ((psa_key_usage_t)0x2000)
#define PSA_KEY_USAGE_DERIVE ((psa_key_usage_t)0x4000)

#define PSA_ALG_SHA_256 ((psa_algorithm_t)0x02000009)
#define PSA_ALG_CCM ((psa_algorithm_t)0x05500100)
#define PSA_ALG_GCM ((psa_algorithm_t)0x05500200)
#define PSA_ALG_ECDH ((psa_algorithm_t)0x09020000)
#define PSA_ALG_HKDF(hash) ((psa_algorithm_t)(0x08000100 | ((hash) & 0xff)))
#define PSA_ALG_ECDSA(hash) ((psa_algorithm_t)(0x06000600 | ((hash) & 0xff)))
#define PSA_ALG_KEY_AGREEMENT(ka, kdf) ((ka) | (kdf))
#define PSA_ALG_AEAD_WITH_SHORTENED_TAG(alg, tag) (((alg) & ~0x003f0000u) | ((psa_algorithm_t)(tag) << 16))

#define PSA_KEY_DERIVATION_INPUT_SECRET ((psa_key_derivation_step_t)0x0101)
#define PSA_KEY_DERIVATION_INPUT_SALT ((psa_key_derivation_step_t)0x0202)
#define PSA_KEY_DERIVATION_INPUT_INFO ((psa_key_derivation_step_t)0x0203)

static inline void psa_set_key_id(psa_key_attributes_t *a, psa_key_id_t id)
{
	a->id = id;
}
static inline void psa_set_key_lifetime(psa_key_attributes_t *a, psa_key_lifetime_t lifetime)
{
	a->lifetime = lifetime;
}
static inline void psa_set_key_type(psa_key_attributes_t *a, psa_key_type_t type)
{
	a->type = type;
}
static inline void psa_set_key_bits(psa_key_attributes_t *a, size_t bits)
{
	a->bits = (uint16_t)bits;
}
static inline void psa_set_key_usage_flags(psa_key_attributes_t *a, psa_key_usage_t usage)
{
	a->usage = usage;
}
static inline void psa_set_key_algorithm(psa_key_attributes_t *a, psa_algorithm_t alg)
{
	a->alg = alg;
}

psa_status_t psa_crypto_init(void);
psa_status_t psa_generate_random(uint8_t *output, size_t len);
psa_status_t psa_generate_key(const psa_key_attributes_t *attributes, psa_key_id_t *key);
psa_status_t psa_import_key(const psa_key_attributes_t *attributes, const uint8_t *data, size_t len, psa_key_id_t *key);
psa_status_t psa_get_key_attributes(psa_key_id_t key, psa_key_attributes_t *attributes);
psa_status_t psa_destroy_key(psa_key_id_t key);
psa_status_t psa_hash_setup(psa_hash_operation_t *operation, psa_algorithm_t alg);
psa_status_t psa_hash_update(psa_hash_operation_t *operation, const uint8_t *input, size_t len);
psa_status_t psa_hash_finish(psa_hash_operation_t *operation, uint8_t *hash, size_t size, size_t *len);
psa_status_t psa_hash_compute(psa_algorithm_t alg, const uint8_t *input, size_t input_len, uint8_t *hash, size_t size, size_t *len);
psa_status_t psa_sign_hash(psa_key_id_t key, psa_algorithm_t alg, const uint8_t *hash, size_t hash_len, uint8_t *signature,
			   size_t size, size_t *len);
psa_status_t psa_verify_hash(psa_key_id_t key, psa_algorithm_t alg, const uint8_t *hash, size_t hash_len,
			     const uint8_t *signature, size_t len);
psa_status_t psa_aead_encrypt(psa_key_id_t key, psa_algorithm_t alg, const uint8_t *nonce, size_t nonce_len,
			      const uint8_t *additional, size_t additional_len, const uint8_t *plain, size_t plain_len,
			      uint8_t *cipher, size_t size, size_t *len);
psa_status_t psa_aead_decrypt(psa_key_id_t key, psa_algorithm_t alg, const uint8_t *nonce, size_t nonce_len,
			      const uint8_t *additional, size_t additional_len, const uint8_t *cipher, size_t cipher_len,
			      uint8_t *plain, size_t size, size_t *len);
psa_status_t psa_key_derivation_setup(psa_key_derivation_operation_t *operation, psa_algorithm_t alg);
psa_status_t psa_key_derivation_input_bytes(psa_key_derivation_operation_t *operation, psa_key_derivation_step_t step,
					    const uint8_t *data, size_t len);
psa_status_t psa_key_derivation_key_agreement(psa_key_derivation_operation_t *operation, psa_key_derivation_step_t step,
					      psa_key_id_t key, const uint8_t *peer, size_t len);
psa_status_t psa_key_derivation_output_key(const psa_key_attributes_t *attributes, psa_key_derivation_operation_t *operation,
					   psa_key_id_t *key);
psa_status_t psa_key_derivation_abort(psa_key_derivation_operation_t *operation);

#endif
