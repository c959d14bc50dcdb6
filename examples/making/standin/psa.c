/* SPDX-License-Identifier: Apache-2.0 */
/* A stand-in for the PSA Crypto implementation: what the example needs to be compiled and linked, no more.
 * Really implemented, from the standards: SHA-256 (FIPS 180-4), AES encryption (FIPS 197) and CCM (SP 800-38C) over it.
 * Everything else, GCM, ECDSA, ECDH and HKDF among it, answers PSA_ERROR_NOT_SUPPORTED. Keys are not kept. Never use it in a product. */

#include <psa/crypto.h>
#include <string.h>

static const uint32_t round_constants[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static const uint8_t sbox[256] = {
	0x63, 0x7c, 0x77, 0x7b, 0xf2, 0x6b, 0x6f, 0xc5, 0x30, 0x01, 0x67, 0x2b, 0xfe, 0xd7, 0xab, 0x76,
	0xca, 0x82, 0xc9, 0x7d, 0xfa, 0x59, 0x47, 0xf0, 0xad, 0xd4, 0xa2, 0xaf, 0x9c, 0xa4, 0x72, 0xc0,
	0xb7, 0xfd, 0x93, 0x26, 0x36, 0x3f, 0xf7, 0xcc, 0x34, 0xa5, 0xe5, 0xf1, 0x71, 0xd8, 0x31, 0x15,
	0x04, 0xc7, 0x23, 0xc3, 0x18, 0x96, 0x05, 0x9a, 0x07, 0x12, 0x80, 0xe2, 0xeb, 0x27, 0xb2, 0x75,
	0x09, 0x83, 0x2c, 0x1a, 0x1b, 0x6e, 0x5a, 0xa0, 0x52, 0x3b, 0xd6, 0xb3, 0x29, 0xe3, 0x2f, 0x84,
	0x53, 0xd1, 0x00, 0xed, 0x20, 0xfc, 0xb1, 0x5b, 0x6a, 0xcb, 0xbe, 0x39, 0x4a, 0x4c, 0x58, 0xcf,
	0xd0, 0xef, 0xaa, 0xfb, 0x43, 0x4d, 0x33, 0x85, 0x45, 0xf9, 0x02, 0x7f, 0x50, 0x3c, 0x9f, 0xa8,
	0x51, 0xa3, 0x40, 0x8f, 0x92, 0x9d, 0x38, 0xf5, 0xbc, 0xb6, 0xda, 0x21, 0x10, 0xff, 0xf3, 0xd2,
	0xcd, 0x0c, 0x13, 0xec, 0x5f, 0x97, 0x44, 0x17, 0xc4, 0xa7, 0x7e, 0x3d, 0x64, 0x5d, 0x19, 0x73,
	0x60, 0x81, 0x4f, 0xdc, 0x22, 0x2a, 0x90, 0x88, 0x46, 0xee, 0xb8, 0x14, 0xde, 0x5e, 0x0b, 0xdb,
	0xe0, 0x32, 0x3a, 0x0a, 0x49, 0x06, 0x24, 0x5c, 0xc2, 0xd3, 0xac, 0x62, 0x91, 0x95, 0xe4, 0x79,
	0xe7, 0xc8, 0x37, 0x6d, 0x8d, 0xd5, 0x4e, 0xa9, 0x6c, 0x56, 0xf4, 0xea, 0x65, 0x7a, 0xae, 0x08,
	0xba, 0x78, 0x25, 0x2e, 0x1c, 0xa6, 0xb4, 0xc6, 0xe8, 0xdd, 0x74, 0x1f, 0x4b, 0xbd, 0x8b, 0x8a,
	0x70, 0x3e, 0xb5, 0x66, 0x48, 0x03, 0xf6, 0x0e, 0x61, 0x35, 0x57, 0xb9, 0x86, 0xc1, 0x1d, 0x9e,
	0xe1, 0xf8, 0x98, 0x11, 0x69, 0xd9, 0x8e, 0x94, 0x9b, 0x1e, 0x87, 0xe9, 0xce, 0x55, 0x28, 0xdf,
	0x8c, 0xa1, 0x89, 0x0d, 0xbf, 0xe6, 0x42, 0x68, 0x41, 0x99, 0x2d, 0x0f, 0xb0, 0x54, 0xbb, 0x16,
};

static uint32_t rotr(uint32_t x, int n)
{
	return (x >> n) | (x << (32 - n));
}

static void sha256_block(uint32_t state[8], const uint8_t block[64])
{
	uint32_t w[64], v[8];

	for (int t = 0; t < 16; t++) {
		w[t] = (uint32_t)block[4 * t] << 24 | block[4 * t + 1] << 16 | block[4 * t + 2] << 8 | block[4 * t + 3];
	}
	for (int t = 16; t < 64; t++) {
		uint32_t s0 = rotr(w[t - 15], 7) ^ rotr(w[t - 15], 18) ^ (w[t - 15] >> 3);
		uint32_t s1 = rotr(w[t - 2], 17) ^ rotr(w[t - 2], 19) ^ (w[t - 2] >> 10);

		w[t] = w[t - 16] + s0 + w[t - 7] + s1;
	}
	memcpy(v, state, sizeof(v));
	for (int t = 0; t < 64; t++) {
		uint32_t t1 = v[7] + (rotr(v[4], 6) ^ rotr(v[4], 11) ^ rotr(v[4], 25)) + ((v[4] & v[5]) ^ (~v[4] & v[6])) +
			      round_constants[t] + w[t];
		uint32_t t2 = (rotr(v[0], 2) ^ rotr(v[0], 13) ^ rotr(v[0], 22)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));

		for (int i = 7; i > 0; i--) {
			v[i] = v[i - 1];
		}
		v[4] += t1;
		v[0] = t1 + t2;
	}
	for (int i = 0; i < 8; i++) {
		state[i] += v[i];
	}
}

psa_status_t psa_hash_setup(psa_hash_operation_t *operation, psa_algorithm_t alg)
{
	static const uint32_t initial[8] = {
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	};

	if (alg != PSA_ALG_SHA_256) {
		return PSA_ERROR_NOT_SUPPORTED;
	}
	memcpy(operation->state, initial, sizeof(initial));
	operation->length = 0;
	return PSA_SUCCESS;
}

psa_status_t psa_hash_update(psa_hash_operation_t *operation, const uint8_t *input, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		operation->block[operation->length++ % 64] = input[i];
		if (operation->length % 64 == 0) {
			sha256_block(operation->state, operation->block);
		}
	}
	return PSA_SUCCESS;
}

psa_status_t psa_hash_finish(psa_hash_operation_t *operation, uint8_t *hash, size_t size, size_t *len)
{
	uint64_t bits = operation->length * 8;
	uint8_t byte = 0x80;

	if (size < 32) {
		return PSA_ERROR_BUFFER_TOO_SMALL;
	}
	do {
		psa_hash_update(operation, &byte, 1);
		byte = 0;
	} while (operation->length % 64 != 56);
	for (int i = 7; i >= 0; i--) {
		byte = (uint8_t)(bits >> (8 * i));
		psa_hash_update(operation, &byte, 1);
	}
	for (int i = 0; i < 32; i++) {
		hash[i] = (uint8_t)(operation->state[i / 4] >> (24 - 8 * (i % 4)));
	}
	*len = 32;
	return PSA_SUCCESS;
}

psa_status_t psa_hash_compute(psa_algorithm_t alg, const uint8_t *input, size_t input_len, uint8_t *hash, size_t size, size_t *len)
{
	psa_hash_operation_t operation;
	psa_status_t status = psa_hash_setup(&operation, alg);

	if (status != PSA_SUCCESS) {
		return status;
	}
	psa_hash_update(&operation, input, input_len);
	return psa_hash_finish(&operation, hash, size, len);
}

static uint8_t times2(uint8_t x)
{
	return (uint8_t)((x << 1) ^ ((x & 0x80) ? 0x1b : 0));
}

static void mix_columns(uint8_t s[16])
{
	for (uint8_t *c = s; c < s + 16; c += 4) {
		uint8_t all = c[0] ^ c[1] ^ c[2] ^ c[3], first = c[0];

		for (int i = 0; i < 4; i++) {
			c[i] ^= all ^ times2(c[i] ^ (i == 3 ? first : c[i + 1]));
		}
	}
}

static void next_round_key(uint8_t key[16], uint8_t rcon)
{
	for (int i = 0; i < 4; i++) {
		key[i] ^= sbox[key[12 + (i + 1) % 4]] ^ (i == 0 ? rcon : 0);
	}
	for (int i = 4; i < 16; i++) {
		key[i] ^= key[i - 4];
	}
}

static void aes128_encrypt(const uint8_t key[16], uint8_t state[16])
{
	uint8_t round_key[16], shifted[16], rcon = 1;

	memcpy(round_key, key, 16);
	for (int round = 0;; round++) {
		for (int i = 0; i < 16; i++) {
			state[i] ^= round_key[i];
		}
		if (round == 10) {
			return;
		}
		for (int i = 0; i < 16; i++) {
			shifted[i] = sbox[state[(i + 4 * (i % 4)) % 16]];
		}
		memcpy(state, shifted, 16);
		if (round < 9) {
			mix_columns(state);
		}
		next_round_key(round_key, rcon);
		rcon = times2(rcon);
	}
}

/* The stand-in keeps no keys: every handle is this one. */
static const uint8_t no_key[16];

/* CCM with a 13-byte nonce (SP 800-38C): the tag of `plain`, encrypted. */
static void ccm_tag(const uint8_t *nonce, const uint8_t *plain, size_t len, size_t tag_len, uint8_t tag[16])
{
	uint8_t counter[16] = {1}, x[16] = {(uint8_t)(((tag_len - 2) / 2) << 3 | 1)};

	memcpy(x + 1, nonce, 13);
	x[14] = (uint8_t)(len >> 8);
	x[15] = (uint8_t)len;
	aes128_encrypt(no_key, x);
	for (size_t i = 0; i < len; i++) {
		x[i % 16] ^= plain[i];
		if (i % 16 == 15 || i + 1 == len) {
			aes128_encrypt(no_key, x);
		}
	}
	memcpy(counter + 1, nonce, 13);
	aes128_encrypt(no_key, counter);
	for (size_t i = 0; i < 16; i++) {
		tag[i] = x[i] ^ counter[i];
	}
}

static void ccm_crypt(const uint8_t *nonce, const uint8_t *input, size_t len, uint8_t *output)
{
	uint8_t stream[16];

	for (size_t i = 0; i < len; i++) {
		if (i % 16 == 0) {
			size_t block = i / 16 + 1;

			stream[0] = 1;
			memcpy(stream + 1, nonce, 13);
			stream[14] = (uint8_t)(block >> 8);
			stream[15] = (uint8_t)block;
			aes128_encrypt(no_key, stream);
		}
		output[i] = input[i] ^ stream[i % 16];
	}
}

static size_t ccm_tag_len(psa_algorithm_t alg)
{
	return (alg & ~0x003f0000u) == (PSA_ALG_CCM & ~0x003f0000u) ? (alg >> 16) & 0x3f : 0;
}

psa_status_t psa_aead_encrypt(psa_key_id_t key, psa_algorithm_t alg, const uint8_t *nonce, size_t nonce_len,
			      const uint8_t *additional, size_t additional_len, const uint8_t *plain, size_t plain_len,
			      uint8_t *cipher, size_t size, size_t *len)
{
	size_t tag_len = ccm_tag_len(alg);
	uint8_t tag[16];

	(void)key;
	(void)additional;
	if (tag_len == 0 || nonce_len != 13 || additional_len != 0) {
		return PSA_ERROR_NOT_SUPPORTED;
	}
	if (size < plain_len + tag_len) {
		return PSA_ERROR_BUFFER_TOO_SMALL;
	}
	ccm_tag(nonce, plain, plain_len, tag_len, tag);
	ccm_crypt(nonce, plain, plain_len, cipher);
	memcpy(cipher + plain_len, tag, tag_len);
	*len = plain_len + tag_len;
	return PSA_SUCCESS;
}

psa_status_t psa_aead_decrypt(psa_key_id_t key, psa_algorithm_t alg, const uint8_t *nonce, size_t nonce_len,
			      const uint8_t *additional, size_t additional_len, const uint8_t *cipher, size_t cipher_len,
			      uint8_t *plain, size_t size, size_t *len)
{
	size_t tag_len = ccm_tag_len(alg);
	uint8_t tag[16];

	(void)key;
	(void)additional;
	if (tag_len == 0 || nonce_len != 13 || additional_len != 0 || cipher_len < tag_len) {
		return PSA_ERROR_NOT_SUPPORTED;
	}
	*len = cipher_len - tag_len;
	if (size < *len) {
		return PSA_ERROR_BUFFER_TOO_SMALL;
	}
	ccm_crypt(nonce, cipher, *len, plain);
	ccm_tag(nonce, plain, *len, tag_len, tag);
	return memcmp(tag, cipher + *len, tag_len) == 0 ? PSA_SUCCESS : PSA_ERROR_INVALID_SIGNATURE;
}

#define NOT_SUPPORTED(name, ...)                                                                                               \
	psa_status_t name(__VA_ARGS__)                                                                                         \
	{                                                                                                                      \
		return PSA_ERROR_NOT_SUPPORTED;                                                                                \
	}

psa_status_t psa_crypto_init(void)
{
	return PSA_SUCCESS;
}

NOT_SUPPORTED(psa_generate_random, uint8_t *output, size_t len)
NOT_SUPPORTED(psa_generate_key, const psa_key_attributes_t *attributes, psa_key_id_t *key)
NOT_SUPPORTED(psa_import_key, const psa_key_attributes_t *attributes, const uint8_t *data, size_t len, psa_key_id_t *key)
NOT_SUPPORTED(psa_get_key_attributes, psa_key_id_t key, psa_key_attributes_t *attributes)
NOT_SUPPORTED(psa_destroy_key, psa_key_id_t key)
NOT_SUPPORTED(psa_sign_hash, psa_key_id_t key, psa_algorithm_t alg, const uint8_t *hash, size_t hash_len, uint8_t *signature,
	      size_t size, size_t *len)
NOT_SUPPORTED(psa_verify_hash, psa_key_id_t key, psa_algorithm_t alg, const uint8_t *hash, size_t hash_len,
	      const uint8_t *signature, size_t len)
NOT_SUPPORTED(psa_key_derivation_setup, psa_key_derivation_operation_t *operation, psa_algorithm_t alg)
NOT_SUPPORTED(psa_key_derivation_input_bytes, psa_key_derivation_operation_t *operation, psa_key_derivation_step_t step,
	      const uint8_t *data, size_t len)
NOT_SUPPORTED(psa_key_derivation_key_agreement, psa_key_derivation_operation_t *operation, psa_key_derivation_step_t step,
	      psa_key_id_t key, const uint8_t *peer, size_t len)
NOT_SUPPORTED(psa_key_derivation_output_key, const psa_key_attributes_t *attributes, psa_key_derivation_operation_t *operation,
	      psa_key_id_t *key)
NOT_SUPPORTED(psa_key_derivation_abort, psa_key_derivation_operation_t *operation)
