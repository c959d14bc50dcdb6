/* Declarations of the kernels for programs that call them all: harness/count.c and bench/emulate/kernels.c. Arguments: README.md. Not in src, whose
 * hash the manifest of the images carries. */
#include "../src/pqr.h"

#define DECLARE_KEM(n)                                                               \
  int pqr_mlkem##n##_keygen(uint8_t *, uint8_t *, const uint8_t *);                  \
  int pqr_mlkem##n##_encaps(uint8_t *, uint8_t *, const uint8_t *, const uint8_t *); \
  int pqr_mlkem##n##_decaps(uint8_t *, const uint8_t *, const uint8_t *);
DECLARE_KEM(512)
DECLARE_KEM(768)
DECLARE_KEM(1024)

#define DECLARE_DSA(n)                                                                       \
  int pqr_mldsa##n##_keygen(uint8_t *, uint8_t *, const uint8_t *);                          \
  int pqr_mldsa##n##_sign(uint8_t *, const uint8_t *, const uint8_t *, const pqr_message *); \
  int pqr_mldsa##n##_verify(const uint8_t *, const uint8_t *, uint32_t, const pqr_message *);
DECLARE_DSA(44)
DECLARE_DSA(65)
DECLARE_DSA(87)

void pqr_probe_keccak(void *);
void pqr_probe_mlkem_ntt(void *);
void pqr_probe_mldsa_ntt(void *);
void pqr_sha256_hash(uint8_t *, const uint8_t *, uint32_t);
void pqr_sha512_hash(uint8_t *, const uint8_t *, uint32_t);
void pqr_sha3_256_hash(uint8_t *, const uint8_t *, uint32_t);
int pqr_x25519_shared(uint8_t *, const uint8_t *, const uint8_t *);
void pqr_x25519_keygen(uint8_t *, const uint8_t *);
void pqr_ed25519_keygen(uint8_t *, const uint8_t *);
void pqr_ed25519_sign(uint8_t *, const uint8_t *, const uint8_t *, const pqr_message *);
int pqr_ed25519_verify(const uint8_t *, const uint8_t *, uint32_t, const pqr_message *);
int pqr_p256_keygen(uint8_t *, const uint8_t *);
int pqr_p256_ecdh(uint8_t *, const uint8_t *, const uint8_t *);
int pqr_p256_sign(uint8_t *, const uint8_t *, const uint8_t *, const uint8_t *);
int pqr_p256_verify(const uint8_t *, const uint8_t *, const uint8_t *);
