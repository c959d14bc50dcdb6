/* ML-DSA, FIPS 204, one parameter set for each compilation: PQR_SET = 44, 65, 87 (§4 Table 1). Algorithm numbers are those of the standard.
 * Two builds. PQR_SMALL: the matrix is sampled again for every attempt and multiplied as it comes, w is held as 24-bit integers, secret
 * polynomials are decoded one at a time. Otherwise signing expands the matrix and the secret vectors once. Not hardened for production. */

#include "keccak.h"

#define NAME3(set, op) pqr_mldsa##set##_##op
#if PQR_SET == 44
#define NAME(op) NAME3(44, op)
enum { K = 4, L = 4, ETA = 2, TAU = 39, BETA = 78, GAMMA1_BITS = 17, OMEGA = 80, CT_BYTES = 32 };
#define GAMMA2 95232
#elif PQR_SET == 65
#define NAME(op) NAME3(65, op)
enum { K = 6, L = 5, ETA = 4, TAU = 49, BETA = 196, GAMMA1_BITS = 19, OMEGA = 55, CT_BYTES = 48 };
#define GAMMA2 261888
#elif PQR_SET == 87
#define NAME(op) NAME3(87, op)
enum { K = 8, L = 7, ETA = 2, TAU = 60, BETA = 120, GAMMA1_BITS = 19, OMEGA = 75, CT_BYTES = 64 };
#define GAMMA2 261888
#endif

enum { N = 256, Q = 8380417, D = 13, GAMMA1 = 1 << GAMMA1_BITS };
enum { S_BYTES = ETA == 2 ? 96 : 128, T1_BYTES = 320, T0_BYTES = 416, Z_BYTES = 32 * (GAMMA1_BITS + 1), W1_BYTES = GAMMA2 == 95232 ? 192 : 128 };
enum { SK_S1 = 128, SK_S2 = SK_S1 + S_BYTES * L, SK_T0 = SK_S2 + S_BYTES * K };
enum { PK_BYTES = 32 + T1_BYTES * K, SIG_Z = CT_BYTES, SIG_HINT = SIG_Z + Z_BYTES * L, SIG_BYTES = SIG_HINT + OMEGA + K };

#include "mldsa_zetas.h"

/** Coefficients, representatives of either sign. */
typedef struct {
  int32_t c[N];
} poly;

#define MINUS_Q_INVERSE 4236238847u /* -8380417^-1 mod 2^32 */
enum { BY_1_256 = 41978 };          /* 2^64 / 256 mod q */

/** Montgomery: a · 2^-32 mod q, |result| < q for |a| < 2^31 · q. FIPS 204 Appendix A. */
static inline int32_t reduce64(int64_t a) {
  const int32_t t = (int32_t)((uint32_t)a * MINUS_Q_INVERSE);
  return (int32_t)((a + (int64_t)t * Q) >> 32);
}
static inline int32_t times(int32_t a, int32_t b) { return reduce64((int64_t)a * b); }
/** |result| <= 6283008 for |a| < 2^31 - 2^22. */
static inline int32_t reduce32(int32_t a) { return a - ((a + (1 << 22)) >> 23) * Q; }
/** The representative in [0, q) of |a| < q. */
static inline int32_t positive(int32_t a) { return a + ((a >> 31) & Q); }
static inline int32_t canonical(int32_t a) { return positive(reduce32(a)); }
/** The representative next to zero of a in [0, q). */
static inline int32_t centred(int32_t a) { return a - (((Q / 2 - a) >> 31) & Q); }
/** Non-zero where |a| >= bound. */
static inline uint32_t exceeds(int32_t a, int32_t bound) {
  const int32_t sign = a >> 31;
  return (uint32_t)(bound - 1 - ((a ^ sign) - sign)) >> 31;
}

/* ---- Number-theoretic transform, §7.5 --------------------------------------------------------------------------------------------------- */

/** Algorithm 41, two layers at a time. |results| < |inputs| + 8q. */
static void ntt(poly *f) {
  for (int length = 64, i = 1; length >= 1; length >>= 2, i <<= 2) {
    int32_t *p = f->c;
    for (int block = 0; block < i; block++, p += 4 * length) {
      const int32_t z = ZETAS[i + block], z0 = ZETAS[2 * i + 2 * block], z1 = ZETAS[2 * i + 2 * block + 1];
      for (int32_t *x = p; x != p + length; x++) {
        const int32_t a = x[0], b = x[length], t = times(x[2 * length], z), u = times(x[3 * length], z);
        const int32_t v = times(b + u, z0), w = times(b - u, z1);
        x[0] = a + t + v;
        x[length] = a + t - v;
        x[2 * length] = a - t + w;
        x[3 * length] = a - t - w;
      }
    }
  }
}

/** Algorithm 42, for |inputs| < q that carry the factor 2^-32 of a product; |results| < q. 256q < 2^31, so that nothing is reduced between. */
static void inverse_ntt(poly *f) {
  for (int length = 1, i = 256; length <= 64; length <<= 2, i >>= 2) {
    int32_t *p = f->c;
    for (int block = 0; block < i / 4; block++, p += 4 * length) {
      const int32_t z0 = -ZETAS[i - 1 - 2 * block], z1 = -ZETAS[i - 2 - 2 * block], z = -ZETAS[i / 2 - 1 - block];
      for (int32_t *x = p; x != p + length; x++) {
        const int32_t a = x[0] + x[length], b = times(x[0] - x[length], z0);
        const int32_t d = x[2 * length] + x[3 * length], e = times(x[2 * length] - x[3 * length], z1);
        x[0] = a + d;
        x[length] = b + e;
        x[2 * length] = times(a - d, z);
        x[3 * length] = times(b - e, z);
      }
    }
  }
  for (int n = 0; n < N; n++) f->c[n] = times(f->c[n], BY_1_256);
}

/** f := f · g, with the factor 2^-32. */
static void multiply(poly *f, const poly *g) {
  for (int n = 0; n < N; n++) f->c[n] = times(f->c[n], g->c[n]);
}

/* ---- Sampling, §7.3 --------------------------------------------------------------------------------------------------------------------- */

static void start_xof(sponge *xof, uint32_t rate, const uint8_t *seed, int seed_length, int number) {
  const uint8_t n[2] = {(uint8_t)number, (uint8_t)(number >> 8)};
  sponge_start(xof, rate);
  sponge_absorb(xof, seed, (size_t)seed_length);
  sponge_absorb(xof, n, 2);
  sponge_finish(xof, SUFFIX_SHAKE);
}

/** Algorithm 30, RejNTTPoly, of entry (row, column) of Algorithm 32, ExpandA: added to `sum` times g where g is given, else written to it. */
static void sample_matrix(poly *sum, const uint8_t *rho, int row, int column, const poly *g) {
  sponge xof;
  uint8_t block[RATE_SHAKE128];
  start_xof(&xof, RATE_SHAKE128, rho, 32, row << 8 | column);
  for (int n = 0;;) {
    sponge_block(&xof, block);
    for (const uint8_t *p = block; p != block + RATE_SHAKE128; p += 3) {
      /* CoeffFromThreeBytes, Algorithm 14. The matrix is public: branches on it say nothing. */
      const int32_t a = p[0] | p[1] << 8 | (p[2] & 127) << 16;
      if (a >= Q) continue;
      sum->c[n] = g == NULL ? a : sum->c[n] + times(a, g->c[n]);
      if (++n == N) return;
    }
  }
}

/** Algorithm 31, RejBoundedPoly, of Algorithm 33, ExpandS. Which half-bytes are rejected is independent of those that are kept (§3.6.3 note). */
static void sample_secret(poly *f, const uint8_t *seed, int number) {
  sponge xof;
  uint8_t block[RATE_SHAKE256];
  start_xof(&xof, RATE_SHAKE256, seed, 64, number);
  for (int n = 0;;) {
    sponge_block(&xof, block);
    for (int i = 0; i < 2 * RATE_SHAKE256; i++) {
      const int32_t b = block[i >> 1] >> 4 * (i & 1) & 15;
      if (b >= (ETA == 2 ? 15 : 9)) continue;
      f->c[n] = ETA == 2 ? 2 - (b - ((b * 205) >> 10) * 5) : 4 - b; /* CoeffFromHalfByte, Algorithm 15: 2 - (b mod 5) */
      if (++n == N) return;
    }
  }
}

/** Algorithm 29, SampleInBall. The challenge is public once the signature is, and rejected ones tell nothing of the key (as in §3.2). */
static void sample_challenge(poly *c, const uint8_t *seed) {
  sponge xof;
  uint8_t block[RATE_SHAKE256];
  const int first = N - TAU;
  sponge_start(&xof, RATE_SHAKE256);
  sponge_absorb(&xof, seed, CT_BYTES);
  sponge_finish(&xof, SUFFIX_SHAKE);
  sponge_block(&xof, block);
  uint32_t signs[2] = {load32(block), load32(block + 4)};
  memset(c, 0, sizeof *c);
  for (int i = first, at = 8; i < N; at++) {
    if (at == RATE_SHAKE256) {
      sponge_block(&xof, block);
      at = 0;
    }
    const int j = block[at];
    if (j > i) continue;
    const int bit = i - first;
    c->c[i] = c->c[j];
    c->c[j] = 1 - 2 * (int32_t)(signs[bit >> 5] >> (bit & 31) & 1);
    i++;
  }
}

/* ---- Encoding, §7.1 and §7.2 -------------------------------------------------------------------------------------------------------------- */

/** BitPack (Algorithms 16 and 17): `top - c` in `bits` bits each. SimpleBitPack is top = 0 with negated coefficients. */
static inline __attribute__((always_inline)) void pack(uint8_t *out, const int32_t *c, int count, int32_t top, int bits) {
  uint32_t held = 0; /* at most 7 + 20 bits */
  int have = 0;
  for (int n = 0; n < count; n++) {
    held |= (uint32_t)(top - c[n]) << have;
    for (have += bits; have >= 8; have -= 8, held >>= 8) *out++ = (uint8_t)held;
  }
}

/** BitUnpack (Algorithms 18 and 19): top - v. */
static inline __attribute__((always_inline)) void unpack(int32_t *c, const uint8_t *in, int count, int32_t top, int bits) {
  uint32_t held = 0;
  int have = 0;
  for (int n = 0; n < count; n++) {
    /* At most 20 bits are wanted and fewer than 8 are left over, so 32 bits hold them. */
    for (; have < bits; have += 8) held |= (uint32_t)*in++ << have;
    c[n] = top - (int32_t)(held & ((1u << bits) - 1));
    held >>= bits;
    have -= bits;
  }
}

static void decode_s(poly *s, const uint8_t *in) { unpack(s->c, in, N, ETA, ETA == 2 ? 3 : 4); }
static void decode_t0(poly *t0, const uint8_t *in) { unpack(t0->c, in, N, 1 << (D - 1), D); }
static void decode_z(poly *z, const uint8_t *in) { unpack(z->c, in, N, GAMMA1, GAMMA1_BITS + 1); }

/** Algorithm 34, ExpandMask. */
static void sample_mask(poly *y, const uint8_t *seed, int number) {
  enum { CHUNK = 32, CHUNK_BYTES = CHUNK * (GAMMA1_BITS + 1) / 8 };
  sponge xof;
  uint8_t bytes[CHUNK_BYTES];
  start_xof(&xof, RATE_SHAKE256, seed, 64, number);
  for (int n = 0; n < N; n += CHUNK) {
    sponge_squeeze(&xof, bytes, CHUNK_BYTES);
    unpack(y->c + n, bytes, CHUNK, GAMMA1, GAMMA1_BITS + 1);
  }
}

/* ---- High and low bits, §7.4 -------------------------------------------------------------------------------------------------------------- */

/** Algorithm 36, Decompose, of r in [0, q): r1, and r0 through the pointer. The division is a multiplication that is exact for every r. */
static inline int32_t decompose(int32_t *r0, int32_t r) {
#if GAMMA2 == 261888
  int32_t r1 = (int32_t)((((uint32_t)(r + GAMMA2 - 1) >> 9) * 16401u) >> 24); /* 2·gamma2 = 2^9 · 1023 */
  const int32_t last = (15 - r1) >> 31;
#else
  int32_t r1 = (int32_t)((((uint32_t)(r + GAMMA2 - 1) >> 11) * 2819u) >> 18); /* 2·gamma2 = 2^11 · 93 */
  const int32_t last = (43 - r1) >> 31;
#endif
  r1 &= ~last; /* r - r0 = q - 1: r1 = 0 and r0 one less */
  *r0 = r - r1 * (2 * GAMMA2) - (last & Q);
  return r1;
}

/** Algorithm 40, UseHint. */
static inline int32_t use_hint(uint32_t hint, int32_t r) {
  const int32_t m = (Q - 1) / (2 * GAMMA2);
  int32_t r0;
  const int32_t r1 = decompose(&r0, r);
  if (hint == 0) return r1;
  if (r0 > 0) return r1 == m - 1 ? 0 : r1 + 1;
  return r1 == 0 ? m - 1 : r1 - 1;
}

/** w1Encode (Algorithm 28) of one polynomial with coefficients that are already high bits, into the hash. */
static void absorb_w1(sponge *hash, poly *w1) {
  uint8_t bytes[W1_BYTES];
  for (int n = 0; n < N; n++) w1->c[n] = -w1->c[n];
  pack(bytes, w1->c, N, 0, GAMMA2 == 95232 ? 6 : 4);
  sponge_absorb(hash, bytes, W1_BYTES);
}

/* ---- Messages, §5.2 to §5.4, and the hash of the public key ------------------------------------------------------------------------------- */

/** mu = H(tr ‖ M'), or what the caller gives; false where the context is too long. */
static int read_message(uint8_t *mu, const uint8_t *tr, const pqr_message *message) {
  if (message->form == 2) {
    if (message->length != 64) return 0;
    memcpy(mu, message->bytes, 64);
    return 1;
  }
  if (message->form > 2 || (message->form == 0 && message->context_length > 255)) return 0;
  const uint8_t head[2] = {0, (uint8_t)message->context_length};
  const size_t pure = message->form == 0;
  const part parts[4] = {{tr, 64}, {head, pure * 2}, {message->context, pure * message->context_length}, {message->bytes, message->length}};
  keccak_hash(mu, 64, RATE_SHAKE256, SUFFIX_SHAKE, parts, 4);
  return 1;
}

static void start_challenge(sponge *hash, const uint8_t *mu) {
  sponge_start(hash, RATE_SHAKE256);
  sponge_absorb(hash, mu, 64);
}
static void finish_challenge(sponge *hash, uint8_t *seed) {
  sponge_finish(hash, SUFFIX_SHAKE);
  sponge_squeeze(hash, seed, CT_BYTES);
}

/* ---- Key generation, §6.1 ----------------------------------------------------------------------------------------------------------------- */

/** Row i of t = InverseNTT(A ∘ NTT(s1)) + s2 to Power2Round (Algorithm 35), encoded into both keys. `sum` holds A ∘ NTT(s1). */
static void finish_key_row(poly *sum, poly *s2, uint8_t *t1_out, uint8_t *t0_out) {
  for (int n = 0; n < N; n++) sum->c[n] = reduce32(sum->c[n]);
  inverse_ntt(sum);
  for (int n = 0; n < N; n++) {
    const int32_t t = canonical(sum->c[n] + s2->c[n]), t1 = (t + (1 << (D - 1)) - 1) >> D;
    sum->c[n] = -t1;
    s2->c[n] = t - (t1 << D);
  }
  pack(t1_out, sum->c, N, 0, 10);
  pack(t0_out, s2->c, N, 1 << (D - 1), D);
}

/** Algorithm 6, ML-DSA.KeyGen_internal, of the seed xi. */
PQR_ENTRY void NAME(keygen)(uint8_t *pk, uint8_t *sk, const uint8_t *xi) {
  uint8_t seeds[128]; /* rho ‖ rho' ‖ K */
  const uint8_t dimensions[2] = {K, L};
  const part parts[2] = {{xi, 32}, {dimensions, 2}}, whole = {pk, PK_BYTES};
  poly sum, other;
  keccak_hash(seeds, 128, RATE_SHAKE256, SUFFIX_SHAKE, parts, 2);
  memcpy(pk, seeds, 32);
  memcpy(sk, seeds, 32);
  memcpy(sk + 32, seeds + 96, 32);
#if !defined(PQR_SMALL)
  poly s1[L];
#endif
  for (int j = 0; j < L; j++) {
    sample_secret(&other, seeds + 32, j);
    pack(sk + SK_S1 + S_BYTES * j, other.c, N, ETA, ETA == 2 ? 3 : 4);
#if !defined(PQR_SMALL)
    s1[j] = other;
    ntt(&s1[j]);
#endif
  }
  for (int i = 0; i < K; i++) {
    memset(&sum, 0, sizeof sum);
    for (int j = 0; j < L; j++) {
#if defined(PQR_SMALL)
      decode_s(&other, sk + SK_S1 + S_BYTES * j);
      ntt(&other);
      sample_matrix(&sum, seeds, i, j, &other);
#else
      sample_matrix(&sum, seeds, i, j, &s1[j]);
#endif
    }
    sample_secret(&other, seeds + 32, L + i);
    pack(sk + SK_S2 + S_BYTES * i, other.c, N, ETA, ETA == 2 ? 3 : 4);
    finish_key_row(&sum, &other, pk + 32 + T1_BYTES * i, sk + SK_T0 + T0_BYTES * i);
  }
  keccak_hash(sk + 64, 64, RATE_SHAKE256, SUFFIX_SHAKE, &whole, 1); /* tr */
}

/* ---- Signing, §6.2 ------------------------------------------------------------------------------------------------------------------------ */

/* What signing reads of the private key and of its own mask, and where w waits for the challenge: the builds differ here and nowhere else. */
#if defined(PQR_SMALL)
typedef struct {
  const uint8_t *sk;
  uint8_t w[K][N * 3]; /* 24-bit integers in [0, q) */
  uint8_t seed[64];    /* rho'' */
} signer;

static void load_w(poly *f, const signer *s, int i) {
  for (int n = 0; n < N; n++) f->c[n] = s->w[i][3 * n] | s->w[i][3 * n + 1] << 8 | s->w[i][3 * n + 2] << 16;
}
static void store_w(signer *s, int i, const poly *f) {
  for (int n = 0; n < N; n++) {
    const uint32_t v = (uint32_t)canonical(f->c[n]);
    s->w[i][3 * n] = (uint8_t)v;
    s->w[i][3 * n + 1] = (uint8_t)(v >> 8);
    s->w[i][3 * n + 2] = (uint8_t)(v >> 16);
  }
}
static void start_signer(signer *s) { (void)s; }
static void load_y(poly *f, const signer *s, int kappa, int j) { sample_mask(f, s->seed, kappa + j); }
static void load_secret(poly *f, const signer *s, int offset, int bytes, int i) {
  if (bytes == T0_BYTES) decode_t0(f, s->sk + offset + bytes * i);
  else decode_s(f, s->sk + offset + bytes * i);
  ntt(f);
}
static void load_s1(poly *f, const signer *s, int j) { load_secret(f, s, SK_S1, S_BYTES, j); }
static void load_s2(poly *f, const signer *s, int i) { load_secret(f, s, SK_S2, S_BYTES, i); }
static void load_t0(poly *f, const signer *s, int i) { load_secret(f, s, SK_T0, T0_BYTES, i); }

/** w = InverseNTT(A ∘ NTT(y)), column by column, so that each mask is sampled once. */
static void commit(signer *s, poly *a, poly *b, int kappa) {
  memset(s->w, 0, sizeof s->w);
  for (int j = 0; j < L; j++) {
    load_y(a, s, kappa, j);
    ntt(a);
    for (int i = 0; i < K; i++) {
      load_w(b, s, i);
      sample_matrix(b, s->sk, i, j, a);
      store_w(s, i, b);
    }
  }
  for (int i = 0; i < K; i++) {
    load_w(b, s, i);
    inverse_ntt(b);
    store_w(s, i, b);
  }
}
#else
typedef struct {
  const uint8_t *sk;
  poly matrix[K][L], s1[L], s2[K], t0[K], y[L], w[K];
  uint8_t seed[64]; /* rho'' */
} signer;

static void start_signer(signer *s) {
  for (int i = 0; i < K; i++) {
    for (int j = 0; j < L; j++) sample_matrix(&s->matrix[i][j], s->sk, i, j, NULL);
    decode_s(&s->s2[i], s->sk + SK_S2 + S_BYTES * i);
    decode_t0(&s->t0[i], s->sk + SK_T0 + T0_BYTES * i);
    ntt(&s->s2[i]);
    ntt(&s->t0[i]);
  }
  for (int j = 0; j < L; j++) {
    decode_s(&s->s1[j], s->sk + SK_S1 + S_BYTES * j);
    ntt(&s->s1[j]);
  }
}
static void load_w(poly *f, const signer *s, int i) { *f = s->w[i]; }
static void load_y(poly *f, const signer *s, int kappa, int j) {
  (void)kappa;
  *f = s->y[j];
}
static void load_s1(poly *f, const signer *s, int j) { *f = s->s1[j]; }
static void load_s2(poly *f, const signer *s, int i) { *f = s->s2[i]; }
static void load_t0(poly *f, const signer *s, int i) { *f = s->t0[i]; }

/** w = InverseNTT(A ∘ NTT(y)). L products of 23 by 27 bits stay below 2^31 · q, so one reduction serves them all. */
static void commit(signer *s, poly *a, poly *b, int kappa) {
  poly transformed[L];
  (void)a;
  (void)b;
  for (int j = 0; j < L; j++) {
    sample_mask(&s->y[j], s->seed, kappa + j);
    transformed[j] = s->y[j];
    ntt(&transformed[j]);
  }
  for (int i = 0; i < K; i++) {
    for (int n = 0; n < N; n++) {
      int64_t sum = 0;
      for (int j = 0; j < L; j++) sum += (int64_t)s->matrix[i][j].c[n] * transformed[j].c[n];
      s->w[i].c[n] = reduce64(sum);
    }
    inverse_ntt(&s->w[i]);
    for (int n = 0; n < N; n++) s->w[i].c[n] = positive(s->w[i].c[n]);
  }
}
#endif

/** f := InverseNTT(c ∘ f), centred. */
static void times_challenge(poly *f, const poly *c) {
  multiply(f, c);
  inverse_ntt(f);
  for (int n = 0; n < N; n++) f->c[n] = centred(positive(f->c[n]));
}

/** z = y + c·s1, encoded into the signature; false where it is too large. */
static int respond(uint8_t *sig, const signer *s, const poly *c, poly *a, poly *b, int kappa) {
  for (int j = 0; j < L; j++) {
    uint32_t large = 0;
    load_s1(a, s, j);
    times_challenge(a, c);
    load_y(b, s, kappa, j);
    for (int n = 0; n < N; n++) {
      a->c[n] += b->c[n];
      large |= exceeds(a->c[n], GAMMA1 - BETA);
    }
    if (large) return 0;
    pack(sig + SIG_Z + Z_BYTES * j, a->c, N, GAMMA1, GAMMA1_BITS + 1);
  }
  return 1;
}

/** What became of an attempt. */
enum { DONE, Z_TOO_LARGE, R0_TOO_LARGE, HINT_TOO_LARGE };

/** w := w - c·s2 for each row, its low bits checked, then the hint of c·t0 (Algorithm 39, MakeHint) encoded (Algorithm 20). */
static int make_hints(uint8_t *sig, const signer *s, const poly *c, poly *a, poly *b) {
  uint8_t *const hints = sig + SIG_HINT;
  int ones = 0, outcome = DONE;
  memset(hints, 0, OMEGA + K);
  for (int i = 0; i < K; i++) {
    uint32_t large = 0, large_ct0 = 0;
    load_s2(a, s, i);
    times_challenge(a, c);
    load_w(b, s, i);
    for (int n = 0; n < N; n++) {
      int32_t low;
      b->c[n] = positive(b->c[n] - a->c[n]);
      b->c[n] -= ((Q - 1 - b->c[n]) >> 31) & Q;
      decompose(&low, b->c[n]);
      large |= exceeds(low, GAMMA2 - BETA);
    }
    if (large) return R0_TOO_LARGE;
    if (outcome != DONE) continue;
    load_t0(a, s, i);
    times_challenge(a, c);
    for (int n = 0; n < N; n++) {
      int32_t low;
      large_ct0 |= exceeds(a->c[n], GAMMA2);
      /* h = 1 where HighBits(w - cs2) and HighBits(w - cs2 + ct0) differ. The hint is part of the signature, so a branch on it says nothing. */
      const int32_t with = b->c[n] + a->c[n];
      const int32_t high = decompose(&low, positive(with - (((Q - 1 - with) >> 31) & Q)));
      if (high != decompose(&low, b->c[n])) {
        if (ones < OMEGA) hints[ones] = (uint8_t)n;
        ones++;
      }
    }
    hints[OMEGA + i] = (uint8_t)ones;
    if (large_ct0 || ones > OMEGA) outcome = HINT_TOO_LARGE; /* the remaining rows are still asked for r0, so that the reason is exact */
  }
  return outcome;
}

/** One turn of the loop of Algorithm 7. */
static int attempt(uint8_t *sig, signer *s, const uint8_t *mu, int kappa) {
  poly a, b, c;
  sponge hash;
  commit(s, &a, &b, kappa);
  start_challenge(&hash, mu);
  for (int i = 0; i < K; i++) {
    int32_t low;
    load_w(&a, s, i);
    for (int n = 0; n < N; n++) a.c[n] = decompose(&low, a.c[n]);
    absorb_w1(&hash, &a);
  }
  finish_challenge(&hash, sig);
  sample_challenge(&c, sig);
  ntt(&c);
  if (!respond(sig, s, &c, &a, &b, kappa)) return Z_TOO_LARGE;
  return make_hints(sig, s, &c, &a, &b);
}

/** Algorithm 7, ML-DSA.Sign_internal. The result counts the rejected attempts, a byte for each reason: z, r0, hint; -1 for a message that has
 * no form. The attempts are one more than their sum. */
PQR_ENTRY int NAME(sign)(uint8_t *sig, const uint8_t *sk, const uint8_t *rnd, const pqr_message *message) {
  signer s;
  uint8_t mu[64];
  s.sk = sk;
  if (!read_message(mu, sk + 64, message)) return -1;
  const part parts[3] = {{sk + 32, 32}, {rnd, 32}, {mu, 64}};
  keccak_hash(s.seed, 64, RATE_SHAKE256, SUFFIX_SHAKE, parts, 3);
  start_signer(&s);
  for (int kappa = 0, rejected = 0;; kappa += L) {
    const int outcome = attempt(sig, &s, mu, kappa);
    if (outcome == DONE) return rejected;
    rejected += 1 << 8 * (outcome - 1);
  }
}

/* ---- Verifying, §6.3 ---------------------------------------------------------------------------------------------------------------------- */

/** The rules of Algorithm 21, HintBitUnpack: counts do not fall and stay within omega, positions rise within a row, unused bytes are zero. */
static int hints_are_well_formed(const uint8_t *hints) {
  int index = 0;
  for (int i = 0; i < K; i++) {
    const int end = hints[OMEGA + i];
    if (end < index || end > OMEGA) return 0;
    for (int n = index + 1; n < end; n++) {
      if (hints[n - 1] >= hints[n]) return 0;
    }
    index = end;
  }
  for (; index < OMEGA; index++) {
    if (hints[index] != 0) return 0;
  }
  return 1;
}

static int z_is_short(poly *z, const uint8_t *sig) {
  uint32_t large = 0;
  for (int j = 0; j < L; j++) {
    decode_z(z, sig + SIG_Z + Z_BYTES * j);
    for (int n = 0; n < N; n++) large |= exceeds(z->c[n], GAMMA1 - BETA);
  }
  return large == 0;
}

/** w1' of row i from its transform, into the hash. */
static void finish_verify_row(sponge *hash, poly *sum, const uint8_t *hints, int i) {
  int next = i == 0 ? 0 : hints[OMEGA + i - 1];
  for (int n = 0; n < N; n++) sum->c[n] = reduce32(sum->c[n]);
  inverse_ntt(sum);
  for (int n = 0; n < N; n++) {
    const uint32_t hint = next < hints[OMEGA + i] && hints[next] == n;
    next += (int)hint;
    sum->c[n] = use_hint(hint, positive(sum->c[n]));
  }
  absorb_w1(hash, sum);
}

/** f := -NTT(c) ∘ NTT(t1 · 2^d), of one row of the public key. */
static void minus_ct1(poly *f, const poly *c, const uint8_t *packed) {
  unpack(f->c, packed, N, 0, 10); /* negated */
  for (int n = 0; n < N; n++) f->c[n] *= 1 << D;
  ntt(f);
  multiply(f, c);
}

/** Algorithm 8, ML-DSA.Verify_internal: 0 where the signature is valid, else -1. Everything here is public. */
PQR_ENTRY int NAME(verify)(const uint8_t *pk, const uint8_t *sig, uint32_t sig_length, const pqr_message *message) {
  const uint8_t *const hints = sig + SIG_HINT;
  uint8_t mu[64], challenge[CT_BYTES];
  const part whole = {pk, PK_BYTES};
  poly sum, other;
  sponge hash;
  if (sig_length != SIG_BYTES || !hints_are_well_formed(hints) || !z_is_short(&other, sig)) return -1;
  keccak_hash(mu, 64, RATE_SHAKE256, SUFFIX_SHAKE, &whole, 1); /* tr */
  if (!read_message(mu, mu, message)) return -1;
  start_challenge(&hash, mu);
#if !defined(PQR_SMALL)
  poly z[L], c;
  for (int j = 0; j < L; j++) {
    decode_z(&z[j], sig + SIG_Z + Z_BYTES * j);
    ntt(&z[j]);
  }
  sample_challenge(&c, sig);
  ntt(&c);
#endif
  for (int i = 0; i < K; i++) {
#if defined(PQR_SMALL)
    sample_challenge(&other, sig);
    ntt(&other);
    minus_ct1(&sum, &other, pk + 32 + T1_BYTES * i);
    for (int j = 0; j < L; j++) {
      decode_z(&other, sig + SIG_Z + Z_BYTES * j);
      ntt(&other);
      sample_matrix(&sum, pk, i, j, &other);
    }
#else
    minus_ct1(&sum, &c, pk + 32 + T1_BYTES * i);
    for (int j = 0; j < L; j++) sample_matrix(&sum, pk, i, j, &z[j]);
#endif
    finish_verify_row(&hash, &sum, hints, i);
  }
  finish_challenge(&hash, challenge);
  return differs(challenge, sig, CT_BYTES) == 0 ? 0 : -1;
}

#if PQR_SET == 65
/** Probe: one forward transform of 256 int32_t in place. */
PQR_ENTRY void pqr_probe_mldsa_ntt(int32_t *f) { ntt((poly *)f); }
#endif
