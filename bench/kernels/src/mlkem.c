/* ML-KEM, FIPS 203, one parameter set for each compilation: PQR_K = 2, 3, 4 (§8 Table 2). Algorithm numbers are those of the standard.
 * The matrix is never stored: each entry is sampled and multiplied at once. Arithmetic modulo 3329 is Plantard's (T. Plantard, "Efficient word
 * size modular arithmetic", 2021): one low product, one multiplication by 3329, no division and no branch. Not hardened for production. */

#include "keccak.h"

#define NAME3(k, op) pqr_mlkem##k##_##op
#if PQR_K == 2
#define NAME(op) NAME3(512, op)
enum { ETA1 = 3, DU = 10, DV = 4 };
#elif PQR_K == 3
#define NAME(op) NAME3(768, op)
enum { ETA1 = 2, DU = 10, DV = 4 };
#elif PQR_K == 4
#define NAME(op) NAME3(1024, op)
enum { ETA1 = 2, DU = 11, DV = 5 };
#endif

enum { K = PQR_K, N = 256, Q = 3329, ETA2 = 2, POLY_BYTES = 384 };
enum { EK_BYTES = POLY_BYTES * K + 32, PKE_DK_BYTES = POLY_BYTES * K };
enum { U_BYTES = 32 * DU, V_BYTES = 32 * DV, C_BYTES = U_BYTES * K + V_BYTES };

#include "mlkem_zetas.h"

/** Coefficients, representatives of either sign. */
typedef struct {
  int16_t c[N];
} poly;
/** A sum of products before its reduction; |c| < 64 · 3329². */
typedef struct {
  int32_t c[N];
} wide;

enum { Q_INVERSE = 0x6ba8f301 };   /* 3329^-1 mod 2^32 */
#define BY_MINUS_2_32 0x97f44fabu  /* -2^32 in the form of ZETAS: takes the factor of `reduce` away */
#define BY_1_128 0x912fe89fu       /* 128^-1 and -2^32, for the last layer of the inverse transform */
#define BY_ZETA_128 0x94921c25u    /* the same with 17^64 */

/** a·b mod 3329, |result| <= 1665, b in the form of ZETAS, |a| < 128 · 3329. */
static inline int32_t times(int32_t a, uint32_t b) {
  const int32_t p = (int32_t)((uint32_t)a * b);
  return ((p >> 16) * Q + 8 * Q) >> 16;
}
/** -a · 2^-32 mod 3329, |result| <= 1665. */
static inline int32_t reduce(int32_t a) { return times(a, Q_INVERSE); }
/** The representative in [0, 3329) of |a| <= 3329. */
static inline uint32_t positive(int32_t a) { return (uint32_t)(a + ((a >> 31) & Q)); }
/** The representative in [0, 3329) of any 16-bit a. */
static inline uint32_t canonical(int32_t a) {
  const int32_t r = a - ((a * 20159 + (1 << 25)) >> 26) * Q; /* Barrett: 20159 = round(2^26 / 3329) */
  return positive(r);
}

/* ---- Number-theoretic transform, §4.3 ------------------------------------------------------------------------------------------------- */

/** Algorithm 9. Two layers are done together, so that each coefficient is loaded and stored four times, not seven. |results| < |inputs| + 7 · 1665. */
static void ntt(poly *f) {
  int16_t *const c = f->c;
  for (int j = 0; j < N / 2; j++) {
    const int32_t a = c[j], t = times(c[j + 128], ZETAS[1]);
    c[j] = (int16_t)(a + t);
    c[j + 128] = (int16_t)(a - t);
  }
  for (int length = 32, i = 1; length >= 2; length >>= 2, i <<= 2) {
    int16_t *p = c;
    for (int block = 0; block < 2 * i; block++, p += 4 * length) {
      const uint32_t z = ZETAS[2 * i + block], z0 = ZETAS[4 * i + 2 * block], z1 = ZETAS[4 * i + 2 * block + 1];
      for (int16_t *x = p; x != p + length; x++) {
        const int32_t a = x[0], b = x[length], t = times(x[2 * length], z), u = times(x[3 * length], z);
        const int32_t v = times(b + u, z0), w = times(b - u, z1);
        x[0] = (int16_t)(a + t + v);
        x[length] = (int16_t)(a + t - v);
        x[2 * length] = (int16_t)(a - t + w);
        x[3 * length] = (int16_t)(a - t - w);
      }
    }
  }
}

/** Algorithm 10, for inputs that carry the factor -2^-32 of `reduce`. |results| <= 1665. */
static void inverse_ntt(poly *f) {
  int16_t *const c = f->c;
  for (int length = 2, i = 64; length <= 32; length <<= 2, i >>= 2) {
    int16_t *p = c;
    for (int block = 0; block < i / 2; block++, p += 4 * length) {
      const uint32_t z0 = ZETAS[2 * i - 1 - 2 * block], z1 = ZETAS[2 * i - 2 - 2 * block], z = ZETAS[i - 1 - block];
      for (int16_t *x = p; x != p + length; x++) {
        const int32_t a = x[0] + x[length], b = times(x[length] - x[0], z0);
        const int32_t d = x[2 * length] + x[3 * length], e = times(x[3 * length] - x[2 * length], z1);
        const int32_t sum = a + d; /* four times the inputs; brought back before it leaves 16 bits */
        x[0] = (int16_t)(length == 8 ? sum - ((sum * 20159 + (1 << 25)) >> 26) * Q : sum);
        x[length] = (int16_t)(b + e);
        x[2 * length] = (int16_t)times(d - a, z);
        x[3 * length] = (int16_t)times(e - b, z);
      }
    }
  }
  for (int j = 0; j < N / 2; j++) {
    const int32_t a = c[j], b = c[j + 128];
    c[j] = (int16_t)times(a + b, BY_1_128);
    c[j + 128] = (int16_t)times(b - a, BY_ZETA_128);
  }
}

/** Algorithm 12 for pair i of two transforms, added to the sum. The root of pair i is ±17^(2·BitRev7(i)+1): ZETAS[64 + i/2]. */
static inline void add_product(wide *sum, int i, int32_t a0, int32_t a1, const poly *g) {
  const int32_t b0 = g->c[2 * i], b1 = g->c[2 * i + 1];
  const int32_t root = times(b1, ZETAS[64 + (i >> 1)]);
  sum->c[2 * i] += a0 * b0 + a1 * (i & 1 ? -root : root);
  sum->c[2 * i + 1] += a0 * b1 + a1 * b0;
}

/* ---- Sampling, §4.2.2 ------------------------------------------------------------------------------------------------------------------ */

/** Algorithm 7, SampleNTT, of rho ‖ first ‖ second; each pair of coefficients is multiplied with g's as soon as it is there. */
static void add_sampled_product(wide *sum, const uint8_t *rho, int first, int second, const poly *g) {
  sponge xof;
  uint8_t block[RATE_SHAKE128];
  const uint8_t indices[2] = {(uint8_t)first, (uint8_t)second};
  int count = 0;
  int32_t held = 0;
  sponge_start(&xof, RATE_SHAKE128);
  sponge_absorb(&xof, rho, 32);
  sponge_absorb(&xof, indices, 2);
  sponge_finish(&xof, SUFFIX_SHAKE);
  for (;;) {
    sponge_block(&xof, block);
    for (const uint8_t *p = block; p != block + RATE_SHAKE128; p += 3) {
      /* The matrix is public: branches on it say nothing. */
      const int32_t d[2] = {p[0] | (p[1] & 15) << 8, p[1] >> 4 | p[2] << 4};
      for (int i = 0; i < 2; i++) {
        if (d[i] >= Q) continue;
        if (count & 1) add_product(sum, count >> 1, held, d[i], g);
        held = d[i];
        if (++count == N) return;
      }
    }
  }
}

/** PRF_eta of §4.1 and Algorithm 8, SamplePolyCBD. */
static void sample_noise(poly *f, const uint8_t *sigma, int nonce, int eta) {
  uint8_t bytes[64 * 3];
  const uint8_t n = (uint8_t)nonce;
  const part parts[2] = {{sigma, 32}, {&n, 1}};
  keccak_hash(bytes, (size_t)(64 * eta), RATE_SHAKE256, SUFFIX_SHAKE, parts, 2);
  if (eta == 2) {
    for (int i = 0; i < N / 8; i++) {
      const uint32_t t = load32(bytes + 4 * i);
      const uint32_t sums = (t & 0x55555555) + (t >> 1 & 0x55555555);
      for (int j = 0; j < 8; j++) f->c[8 * i + j] = (int16_t)((int32_t)(sums >> 4 * j & 3) - (int32_t)(sums >> (4 * j + 2) & 3));
    }
  } else {
    for (int i = 0; i < N / 4; i++) {
      const uint32_t t = bytes[3 * i] | (uint32_t)bytes[3 * i + 1] << 8 | (uint32_t)bytes[3 * i + 2] << 16;
      const uint32_t sums = (t & 0x249249) + (t >> 1 & 0x249249) + (t >> 2 & 0x249249);
      for (int j = 0; j < 4; j++) f->c[4 * i + j] = (int16_t)((int32_t)(sums >> 6 * j & 7) - (int32_t)(sums >> (6 * j + 3) & 7));
    }
  }
}

/* ---- Encoding and compression, §4.2.1 -------------------------------------------------------------------------------------------------- */

/** Algorithm 5, ByteEncode_12. */
static void encode12(uint8_t *out, const poly *f) {
  for (int i = 0; i < N; i += 2, out += 3) {
    const uint32_t a = canonical(f->c[i]), b = canonical(f->c[i + 1]);
    out[0] = (uint8_t)a;
    out[1] = (uint8_t)(a >> 8 | b << 4);
    out[2] = (uint8_t)(b >> 4);
  }
}

/** Algorithm 6, ByteDecode_12, without the reduction: false where a coefficient is 3329 or more (§7.2, modulus check). */
static uint32_t decode12(poly *f, const uint8_t *in) {
  uint32_t outside = 0;
  for (int i = 0; i < N; i += 2, in += 3) {
    const uint32_t a = in[0] | (uint32_t)(in[1] & 15) << 8, b = in[1] >> 4 | (uint32_t)in[2] << 4;
    outside |= (Q - 1 - a) | (Q - 1 - b);
    f->c[i] = (int16_t)a;
    f->c[i + 1] = (int16_t)b;
  }
  return outside >> 31 ^ 1;
}

/** Compress_d (4.7) for a in [0, 3329): round(2^d · a / 3329) mod 2^d. The multipliers are exact for every a; no division. */
static inline uint32_t compress(uint32_t a, int d) {
  const uint32_t rounded =
      d < 10 ? (a * 315 + (1u << (19 - d))) >> (20 - d) : (uint32_t)(((uint64_t)a * 2580335 + (1u << (32 - d))) >> (33 - d));
  return rounded & ((1u << d) - 1);
}

/** Decompress_d (4.8). */
static inline int16_t decompress(uint32_t y, int d) { return (int16_t)((y * Q + (1u << (d - 1))) >> d); }

/** ByteEncode_d of Compress_d: 32·d bytes. */
static inline __attribute__((always_inline)) void encode_compressed(uint8_t *out, const poly *f, int d) {
  uint32_t bits = 0, held = 0;
  for (int i = 0; i < N; i++) {
    held |= compress(positive(f->c[i]), d) << bits;
    for (bits += (uint32_t)d; bits >= 8; bits -= 8, held >>= 8) *out++ = (uint8_t)held;
  }
}

/** Decompress_d of ByteDecode_d. */
static inline __attribute__((always_inline)) void decode_compressed(poly *f, const uint8_t *in, int d) {
  uint32_t bits = 0, held = 0;
  for (int i = 0; i < N; i++) {
    for (; bits < (uint32_t)d; bits += 8) held |= (uint32_t)*in++ << bits;
    f->c[i] = decompress(held & ((1u << d) - 1), d);
    held >>= d;
    bits -= (uint32_t)d;
  }
}

/* ---- K-PKE, §5 -------------------------------------------------------------------------------------------------------------------------- */

/** Algorithm 13, K-PKE.KeyGen. */
static void pke_keygen(uint8_t *ek, uint8_t *dk, const uint8_t *d) {
  uint8_t seeds[64]; /* rho ‖ sigma */
  const uint8_t k = K;
  const part parts[2] = {{d, 32}, {&k, 1}};
  poly s[K], e;
  wide sum;
  keccak_hash(seeds, 64, RATE_SHA3_512, SUFFIX_SHA3, parts, 2);
  for (int j = 0; j < K; j++) {
    sample_noise(&s[j], seeds + 32, j, ETA1);
    ntt(&s[j]);
    encode12(dk + POLY_BYTES * j, &s[j]);
  }
  for (int i = 0; i < K; i++) {
    memset(&sum, 0, sizeof sum);
    for (int j = 0; j < K; j++) add_sampled_product(&sum, seeds, j, i, &s[j]);
    sample_noise(&e, seeds + 32, K + i, ETA1);
    ntt(&e);
    for (int n = 0; n < N; n++) e.c[n] = (int16_t)(e.c[n] + times(reduce(sum.c[n]), BY_MINUS_2_32));
    encode12(ek + POLY_BYTES * i, &e);
  }
  memcpy(ek + POLY_BYTES * K, seeds, 32);
}

/** Where a ciphertext goes: it is written to `out`, or where that is null compared with `expected`, so that decapsulation needs no second one. */
typedef struct {
  uint8_t *out;
  const uint8_t *expected;
  uint32_t difference;
} sink;

static void give(sink *to, int offset, const uint8_t *bytes, int length) {
  if (to->out != NULL) memcpy(to->out + offset, bytes, (size_t)length);
  else to->difference |= differs(to->expected + offset, bytes, (size_t)length);
}

/** From the transform: e1 + InverseNTT(sum). */
static void finish_sum(poly *f, const wide *sum, const uint8_t *r, int nonce) {
  poly product;
  for (int n = 0; n < N; n++) product.c[n] = (int16_t)reduce(sum->c[n]);
  inverse_ntt(&product);
  sample_noise(f, r, nonce, ETA2);
  for (int n = 0; n < N; n++) f->c[n] = (int16_t)(f->c[n] + product.c[n]);
}

/** Algorithm 14, K-PKE.Encrypt. 1 where the modulus check of §7.2 fails, which public bytes alone decide; nothing useful is written then. */
static int pke_encrypt(sink *to, const uint8_t *ek, const uint8_t *m, const uint8_t *r) {
  const uint8_t *const rho = ek + POLY_BYTES * K;
  poly y[K], f;
  wide sum;
  uint8_t packed[U_BYTES > V_BYTES ? U_BYTES : V_BYTES];
  uint32_t valid = 1;
  for (int j = 0; j < K; j++) {
    sample_noise(&y[j], r, j, ETA1);
    ntt(&y[j]);
  }
  for (int i = 0; i < K; i++) {
    memset(&sum, 0, sizeof sum);
    for (int j = 0; j < K; j++) add_sampled_product(&sum, rho, i, j, &y[j]);
    finish_sum(&f, &sum, r, K + i);
    encode_compressed(packed, &f, DU);
    give(to, U_BYTES * i, packed, U_BYTES);
  }
  memset(&sum, 0, sizeof sum);
  for (int j = 0; j < K; j++) {
    valid &= decode12(&f, ek + POLY_BYTES * j);
    for (int i = 0; i < N / 2; i++) add_product(&sum, i, f.c[2 * i], f.c[2 * i + 1], &y[j]);
  }
  finish_sum(&f, &sum, r, 2 * K);
  for (int n = 0; n < N; n++) { /* mu = Decompress_1(ByteDecode_1(m)); 1665 by mask, not by branch */
    const int32_t v = f.c[n] + (-(m[n >> 3] >> (n & 7) & 1) & 1665);
    f.c[n] = (int16_t)(v - (((Q / 2 - v) >> 31) & Q));
  }
  encode_compressed(packed, &f, DV);
  give(to, U_BYTES * K, packed, V_BYTES);
  return valid ? 0 : 1;
}

/** Algorithm 15, K-PKE.Decrypt. */
static void pke_decrypt(uint8_t *m, const uint8_t *dk, const uint8_t *c) {
  poly s, u;
  wide sum;
  memset(&sum, 0, sizeof sum);
  for (int j = 0; j < K; j++) {
    decode_compressed(&u, c + U_BYTES * j, DU);
    ntt(&u);
    decode12(&s, dk + POLY_BYTES * j);
    for (int i = 0; i < N / 2; i++) add_product(&sum, i, s.c[2 * i], s.c[2 * i + 1], &u);
  }
  for (int n = 0; n < N; n++) s.c[n] = (int16_t)reduce(sum.c[n]);
  inverse_ntt(&s);
  decode_compressed(&u, c + U_BYTES * K, DV);
  memset(m, 0, 32);
  for (int n = 0; n < N; n++) m[n >> 3] |= (uint8_t)(compress(canonical(u.c[n] - s.c[n]), 1) << (n & 7));
}

/* ---- ML-KEM, §6 and §7 ------------------------------------------------------------------------------------------------------------------ */

static void hash_h(uint8_t *out, const uint8_t *ek) {
  const part whole = {ek, EK_BYTES};
  keccak_hash(out, 32, RATE_SHA3_256, SUFFIX_SHA3, &whole, 1);
}

/** G(m ‖ h) = K ‖ r. */
static void hash_g(uint8_t *out, const uint8_t *m, const uint8_t *h) {
  const part parts[2] = {{m, 32}, {h, 32}};
  keccak_hash(out, 64, RATE_SHA3_512, SUFFIX_SHA3, parts, 2);
}

/** Algorithm 16, ML-KEM.KeyGen_internal: seed is d ‖ z. */
PQR_ENTRY void NAME(keygen)(uint8_t *ek, uint8_t *dk, const uint8_t *seed) {
  pke_keygen(ek, dk, seed);
  memcpy(dk + PKE_DK_BYTES, ek, EK_BYTES);
  hash_h(dk + PKE_DK_BYTES + EK_BYTES, ek);
  memcpy(dk + PKE_DK_BYTES + EK_BYTES + 32, seed + 32, 32);
}

/** Algorithm 17, ML-KEM.Encaps_internal, with the modulus check of §7.2: -1 and a ciphertext of zeros where it fails. */
PQR_ENTRY int NAME(encaps)(uint8_t *c, uint8_t *key, const uint8_t *ek, const uint8_t *m) {
  uint8_t h[32], kr[64];
  sink to = {c, NULL, 0};
  hash_h(h, ek);
  hash_g(kr, m, h);
  if (pke_encrypt(&to, ek, m, kr + 32) != 0) {
    memset(c, 0, C_BYTES);
    memset(key, 0, 32);
    return -1;
  }
  memcpy(key, kr, 32);
  return 0;
}

/** Algorithm 18, ML-KEM.Decaps_internal, with the hash check of §7.3: -1 and a key of zeros where it fails. */
PQR_ENTRY int NAME(decaps)(uint8_t *key, const uint8_t *dk, const uint8_t *c) {
  const uint8_t *const ek = dk + PKE_DK_BYTES, *const h = ek + EK_BYTES, *const z = h + 32;
  uint8_t m[32], kr[64], rejected[32];
  const part parts[2] = {{z, 32}, {c, C_BYTES}};
  sink to = {NULL, c, 0};
  memset(key, 0, 32);
  hash_h(m, ek);
  if (differs(m, h, 32) != 0) return -1;
  pke_decrypt(m, dk, c);
  hash_g(kr, m, h);
  keccak_hash(rejected, 32, RATE_SHAKE256, SUFFIX_SHAKE, parts, 2); /* J(z ‖ c) */
  pke_encrypt(&to, ek, m, kr + 32);
  const uint32_t mask = (uint32_t)-(int32_t)((to.difference + 255) >> 8); /* all ones where c' differs from c */
  for (int i = 0; i < 32; i++) key[i] = (uint8_t)(kr[i] ^ (mask & (kr[i] ^ rejected[i])));
  return 0;
}

/** §7.2: 0 where every coefficient of ek is below 3329, else -1. */
PQR_ENTRY int NAME(check_ek)(const uint8_t *ek) {
  poly f;
  uint32_t valid = 1;
  for (int i = 0; i < K; i++) valid &= decode12(&f, ek + POLY_BYTES * i);
  return valid ? 0 : -1;
}

/** §7.3: 0 where dk holds the hash of its ek, else -1. */
PQR_ENTRY int NAME(check_dk)(const uint8_t *dk) {
  uint8_t h[32];
  hash_h(h, dk + PKE_DK_BYTES);
  return differs(h, dk + PKE_DK_BYTES + EK_BYTES, 32) == 0 ? 0 : -1;
}

#if PQR_K == 3
/** Probe: one forward transform of 256 int16_t in place. */
PQR_ENTRY void pqr_probe_mlkem_ntt(int16_t *f) { ntt((poly *)f); }
#endif
