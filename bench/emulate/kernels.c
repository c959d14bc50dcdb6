/* Calls every kernel with fixed inputs, a mark with the kernel's name before it and one with no name behind it: the instructions between two
 * marks are compared with QEMU's. Signatures of schemes that the kernels only verify come in data.h, which the bench writes. */
#include "../kernels/harness/kernels.h"
#include "data.h"

void mark(const char *name);

static uint8_t *const buffer = (uint8_t *)BUFFER;
static const char nothing[] = "";
static uint8_t seed[160];
static int wrong;

/* `expected` is what the kernel answers where all is well. */
#define RUN(name, call, expected) \
  {                               \
    mark(name);                   \
    const int got = (int)(call);  \
    mark(nothing);                \
    if (got != (expected)) wrong++; \
  }

#define KEM(n, EK, DK, CT)                                                                                  \
  static void kem##n(void) {                                                                                \
    uint8_t *const dk = buffer + EK, *const c = dk + DK, *const first = c + CT, *const second = first + 32; \
    RUN("mlkem" #n " keygen", (pqr_mlkem##n##_keygen(buffer, dk, seed), 0), 0)                              \
    RUN("mlkem" #n " encaps", pqr_mlkem##n##_encaps(c, first, buffer, seed + 7), 0)                         \
    RUN("mlkem" #n " decaps", pqr_mlkem##n##_decaps(second, dk, c), 0)                                      \
    if (differs(first, second, 32)) wrong++;                                                                \
  }
KEM(512, 800, 1632, 768)
KEM(768, 1184, 2400, 1088)
KEM(1024, 1568, 3168, 1568)

#define DSA(n, PK, SK, SIG)                                                                                  \
  static void dsa##n(void) {                                                                                 \
    uint8_t *const sk = buffer + PK, *const sig = sk + SK;                                                   \
    const pqr_message m = {seed, 32, NULL, 0, 0};                                                            \
    RUN("mldsa" #n " keygen", (pqr_mldsa##n##_keygen(buffer, sk, seed), 0), 0)                               \
    RUN("mldsa" #n " sign", pqr_mldsa##n##_sign(sig, sk, seed, &m) < 0, 0)                                   \
    RUN("mldsa" #n " verify", pqr_mldsa##n##_verify(buffer, sig, SIG, &m), 0)                                \
  }
DSA(44, 1312, 2560, 2420)
DSA(65, 1952, 4032, 3309)
DSA(87, 2592, 4896, 4627)

static void symmetric(void) {
  uint8_t *const out = buffer + 8192;
  memset(buffer, 0, 4096);
  RUN("keccak-f1600", (pqr_probe_keccak(buffer), 0), 0)
  RUN("mlkem ntt", (pqr_probe_mlkem_ntt(buffer + 4096), 0), 0)
  RUN("mldsa ntt", (pqr_probe_mldsa_ntt(buffer + 4096), 0), 0)
  RUN("sha256 of 4096", (pqr_sha256_hash(out, buffer, 4096), 0), 0)
  RUN("sha512 of 4096", (pqr_sha512_hash(out, buffer, 4096), 0), 0)
  RUN("sha3-256 of 4096", (pqr_sha3_256_hash(out, buffer, 4096), 0), 0)
}

static void curves(void) {
  uint8_t *const pk = buffer, *const out = buffer + 256;
  const pqr_message m = {seed, 32, NULL, 0, 1};
  RUN("x25519 keygen", (pqr_x25519_keygen(pk, seed), 0), 0)
  RUN("x25519 shared", pqr_x25519_shared(out, seed + 1, pk), 0)
  RUN("ed25519 keygen", (pqr_ed25519_keygen(pk, seed), 0), 0)
  RUN("ed25519 sign", (pqr_ed25519_sign(out, seed, pk, &m), 0), 0)
  RUN("ed25519 verify", pqr_ed25519_verify(pk, out, 64, &m), 0)
  RUN("p256 keygen", pqr_p256_keygen(pk, seed), 0)
  RUN("p256 ecdh", pqr_p256_ecdh(out, seed + 1, pk), 0)
  RUN("p256 sign", pqr_p256_sign(out, seed, seed + 2, seed + 3), 0)
  RUN("p256 verify", pqr_p256_verify(pk, out, seed + 2), 0)
}

/* One row of data.h: the kernel, its name, where its bytes stand in `signed_bytes`. */
#define ROW(verify, name, pk, sig, sig_bytes, text, text_bytes, ctx, ctx_bytes)                                  \
  {                                                                                                              \
    int verify(const uint8_t *, const uint8_t *, uint32_t, const pqr_message *);                                 \
    const pqr_message m = {signed_bytes + (text), text_bytes, signed_bytes + (ctx), ctx_bytes, 0};               \
    RUN(name, verify(signed_bytes + (pk), signed_bytes + (sig), sig_bytes, &m), 0)                               \
  }

int run(uint32_t groups) {
  for (int i = 0; i < 160; i++) seed[i] = (uint8_t)(7 * i + 1);
  if (groups & 1) kem512();
  if (groups & 2) kem768(), kem1024();
  if (groups & 4) dsa44();
  if (groups & 8) dsa65(), dsa87();
  if (groups & 16) symmetric();
  if (groups & 32) curves();
  if (groups & 64) { SIGNATURES }
  return wrong;
}
