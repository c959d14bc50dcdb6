/* Counts the kernels on QEMU (mps2-an386, Cortex-M4; mps2-an385, Cortex-M3): instructions by the virtual clock of `-icount shift=0`, where one
 * instruction is one nanosecond, read from SysTick at 25 MHz (so ± 40 instructions); RAM by a painted stack. Prints one line for each operation.
 * Nothing here is in the committed images. */

#include "kernels.h"

extern uint8_t ram_start[], __stack_top[];

#define SYSTICK ((volatile uint32_t *)0xe000e010)

static int semihost(int operation, const void *argument) {
  register int r0 __asm__("r0") = operation;
  register const void *r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

static void print(const char *text) { semihost(4, text); }
static void print_number(uint32_t v) {
  char digits[12];
  int i = 11;
  digits[i] = 0;
  do digits[--i] = (char)('0' + v % 10);
  while (v /= 10);
  print(" ");
  print(digits + i);
}

/* SysTick has 24 bits: 0.67 s, 671 million instructions. */
static void paint(void) {
  register uint32_t *sp __asm__("sp");
  for (volatile uint32_t *p = (uint32_t *)ram_start; p < sp - 16; p++) *p = 0xa5a5a5a5;
}
static uint32_t painted_depth(const uint32_t *from) {
  const uint32_t *p = (uint32_t *)ram_start;
  while (p < from && *p == 0xa5a5a5a5) p++;
  return (uint32_t)((const uint8_t *)from - (const uint8_t *)p);
}

static uint8_t *const BUFFER = (uint8_t *)0x20300000;

#define MEASURE(label, call)                                       \
  {                                                                \
    register uint32_t *here __asm__("sp");                         \
    uint32_t *const from = here;                                   \
    paint();                                                       \
    SYSTICK[2] = 0;                                                \
    const uint32_t before = SYSTICK[2];                            \
    const int result = (int)(call);                                \
    const uint32_t after = SYSTICK[2];                             \
    print(label);                                                  \
    print_number(((before - after) & 0xffffff) * 40);              \
    print_number(painted_depth(from));                             \
    print_number((uint32_t)result);                                \
    print("\n");                                                   \
  }

#define KEM(n, EK, DK, C)                                                                                            \
  static void kem##n(const uint8_t *seed) {                                                                          \
    uint8_t *const ek = BUFFER, *const dk = ek + EK, *const c = dk + DK, *const k1 = c + C, *const k2 = k1 + 32;     \
    MEASURE("mlkem" #n " keygen", (pqr_mlkem##n##_keygen(ek, dk, seed), 0))                                          \
    MEASURE("mlkem" #n " encaps", pqr_mlkem##n##_encaps(c, k1, ek, seed + 7))                                        \
    MEASURE("mlkem" #n " decaps", pqr_mlkem##n##_decaps(k2, dk, c))                                                  \
    if (differs(k1, k2, 32)) print("WRONG\n");                                                                       \
  }
KEM(512, 800, 1632, 768)
KEM(768, 1184, 2400, 1088)
KEM(1024, 1568, 3168, 1568)

#define DSA(n, PK, SK, SIG)                                                                                          \
  static void dsa##n(const uint8_t *seed) {                                                                          \
    uint8_t *const pk = BUFFER, *const sk = pk + PK, *const sig = sk + SK;                                           \
    pqr_message m = {seed, 32, NULL, 0, 0};                                                                          \
    MEASURE("mldsa" #n " keygen", (pqr_mldsa##n##_keygen(pk, sk, seed), 0))                                          \
    for (uint32_t i = 0; i < 6; i++) {                                                                               \
      m.bytes = seed + i;                                                                                            \
      MEASURE("mldsa" #n " sign", pqr_mldsa##n##_sign(sig, sk, seed, &m))                                            \
    }                                                                                                                \
    MEASURE("mldsa" #n " verify", pqr_mldsa##n##_verify(pk, sig, SIG, &m))                                           \
  }
DSA(44, 1312, 2560, 2420)
DSA(65, 1952, 4032, 3309)
DSA(87, 2592, 4896, 4627)

static void baselines(const uint8_t *seed) {
  uint8_t *const pk = BUFFER, *const out = BUFFER + 256;
  const pqr_message m = {seed, 32, NULL, 0, 1};
  memset(BUFFER, 0, 4096);
  MEASURE("keccak-f1600", (pqr_probe_keccak(BUFFER), 0))
  memset(BUFFER, 0, 4096);
  MEASURE("mlkem ntt", (pqr_probe_mlkem_ntt(BUFFER), 0))
  MEASURE("mldsa ntt", (pqr_probe_mldsa_ntt(BUFFER), 0))
  MEASURE("sha256 4096", (pqr_sha256_hash(out, BUFFER, 4096), 0))
  MEASURE("sha3-256 4096", (pqr_sha3_256_hash(out, BUFFER, 4096), 0))
  pk[0] = 9;
  MEASURE("x25519", pqr_x25519_shared(out, seed, pk))
  MEASURE("ed25519 keygen", (pqr_ed25519_keygen(pk, seed), 0))
  MEASURE("ed25519 sign", (pqr_ed25519_sign(out, seed, pk, &m), 0))
  MEASURE("ed25519 verify", pqr_ed25519_verify(pk, out, 64, &m))
  MEASURE("p256 keygen", pqr_p256_keygen(pk, seed))
  MEASURE("p256 ecdh", pqr_p256_ecdh(out, seed, pk))
  MEASURE("p256 sign", pqr_p256_sign(out, seed, seed + 1, seed + 2))
  MEASURE("p256 verify", pqr_p256_verify(pk, out, seed + 1))
}

void reset(void) {
  static const uint8_t seed[96] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25};
  SYSTICK[1] = 0xffffff;
  SYSTICK[0] = 5; /* processor clock */
  kem512(seed);
  kem768(seed);
  kem1024(seed);
  dsa44(seed);
  dsa65(seed);
  dsa87(seed);
  baselines(seed);
  semihost(0x18, (void *)0x20026);
}

__attribute__((section(".vectors"), used)) static const void *const VECTORS[16] = {__stack_top, (void *)reset};
