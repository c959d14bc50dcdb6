/* Calls the kernels one after another with fixed seeds; the count of instructions from reset to exit is compared with QEMU's. */
#include <stdint.h>

typedef struct { const uint8_t *bytes; uint32_t length; const uint8_t *context; uint32_t context_length; uint32_t flags; } message;

static uint8_t *const buffer = (uint8_t *)BUFFER;


#define KEM(n, ek, dk, ct)                                                                          \
  int pqr_mlkem##n##_keygen(uint8_t *, uint8_t *, const uint8_t *);                                 \
  int pqr_mlkem##n##_encaps(uint8_t *, uint8_t *, const uint8_t *, const uint8_t *);                \
  int pqr_mlkem##n##_decaps(uint8_t *, const uint8_t *, const uint8_t *);                           \
  static void kem##n(const uint8_t *seed, int *wrong) {                                              \
    uint8_t *const d = buffer + ek, *const c = d + dk, *const first = c + ct, *const second = first + 32; \
    pqr_mlkem##n##_keygen(buffer, d, seed);                                                         \
    pqr_mlkem##n##_encaps(c, first, buffer, seed + 7);                                              \
    pqr_mlkem##n##_decaps(second, d, c);                                                            \
    for (int i = 0; i < 32; i++) *wrong |= first[i] ^ second[i];                                    \
  }
KEM(512, 800, 1632, 768)
KEM(768, 1184, 2400, 1088)
KEM(1024, 1568, 3168, 1568)

int pqr_mldsa44_keygen(uint8_t *, uint8_t *, const uint8_t *);
int pqr_mldsa44_sign(uint8_t *, const uint8_t *, const uint8_t *, const message *);
int pqr_mldsa44_verify(const uint8_t *, const uint8_t *, uint32_t, const message *);

int run(int unused, int ignored) {
  uint8_t seed[128];
  for (int i = 0; i < 128; i++) seed[i] = (uint8_t)(7 * i + 1 + unused + ignored);
  int wrong = 0;
  kem512(seed, &wrong);
  kem768(seed, &wrong);
  kem1024(seed, &wrong);
  const message m = {seed, 32, 0, 0, 0};
  uint8_t *const secret = buffer + 1312, *const signature = secret + 2560;
  pqr_mldsa44_keygen(buffer, secret, seed);
  pqr_mldsa44_sign(signature, secret, seed, &m);
  pqr_mldsa44_verify(buffer, signature, 2420, &m);
  return wrong;
}
