/* FIPS 202: Keccak-f[1600] (§3.2, §3.3) and the sponge (§4). Two forms of the permutation: 64-bit lanes for machines that have them, and
 * bit-interleaved lanes for 32-bit cores (Keccak implementation overview, version 3.2, §2.1): even and odd bits in a word each, so that theta's
 * and rho's rotations of 64 bits become rotations of 32. */

#include "keccak.h"

#if defined(PQR_LANE64)

/* iota's constants: FIPS 202 §3.2.5, Algorithm 5. */
static const uint64_t ROUND_CONSTANTS[24] = {
  0x0000000000000001ULL, 0x0000000000008082ULL, 0x800000000000808aULL, 0x8000000080008000ULL,
  0x000000000000808bULL, 0x0000000080000001ULL, 0x8000000080008081ULL, 0x8000000000008009ULL,
  0x000000000000008aULL, 0x0000000000000088ULL, 0x0000000080008009ULL, 0x000000008000000aULL,
  0x000000008000808bULL, 0x800000000000008bULL, 0x8000000000008089ULL, 0x8000000000008003ULL,
  0x8000000000008002ULL, 0x8000000000000080ULL, 0x000000000000800aULL, 0x800000008000000aULL,
  0x8000000080008081ULL, 0x8000000000008080ULL, 0x0000000080000001ULL, 0x8000000080008008ULL,
};

static inline uint64_t rotate(uint64_t v, unsigned n) { return n == 0 ? v : v << n | v >> (64 - n); }

/* One row of the output: rho and pi bring five lanes together, chi mixes them. Lane numbers are x + 5y; r0 to r4 are rho's offsets (§3.2.2). */
#define ROW(y, s0, r0, s1, r1, s2, r2, s3, r3, s4, r4)       \
  {                                                          \
    const uint64_t b0 = rotate(a[s0] ^ d[(s0) % 5], r0);     \
    const uint64_t b1 = rotate(a[s1] ^ d[(s1) % 5], r1);     \
    const uint64_t b2 = rotate(a[s2] ^ d[(s2) % 5], r2);     \
    const uint64_t b3 = rotate(a[s3] ^ d[(s3) % 5], r3);     \
    const uint64_t b4 = rotate(a[s4] ^ d[(s4) % 5], r4);     \
    e[5 * (y)] = b0 ^ (~b1 & b2);                            \
    e[5 * (y) + 1] = b1 ^ (~b2 & b3);                        \
    e[5 * (y) + 2] = b2 ^ (~b3 & b4);                        \
    e[5 * (y) + 3] = b3 ^ (~b4 & b0);                        \
    e[5 * (y) + 4] = b4 ^ (~b0 & b1);                        \
  }

static inline __attribute__((always_inline)) void round64(uint64_t *restrict e, const uint64_t *restrict a, uint64_t constant) {
  uint64_t c[5], d[5];
  for (int x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
  for (int x = 0; x < 5; x++) d[x] = c[(x + 4) % 5] ^ rotate(c[(x + 1) % 5], 1);
  ROW(0, 0, 0, 6, 44, 12, 43, 18, 21, 24, 14)
  e[0] ^= constant;
  ROW(1, 3, 28, 9, 20, 10, 3, 16, 45, 22, 61)
  ROW(2, 1, 1, 7, 6, 13, 25, 19, 8, 20, 18)
  ROW(3, 4, 27, 5, 36, 11, 10, 17, 15, 23, 56)
  ROW(4, 2, 62, 8, 55, 14, 39, 15, 41, 21, 2)
}

void keccak_f1600(sponge *s) {
  uint64_t a[25], e[25];
  for (int i = 0; i < 25; i++) a[i] = s->lane[i];
  for (int round = 0; round < 24; round += 2) {
    round64(e, a, ROUND_CONSTANTS[round]);
    round64(a, e, ROUND_CONSTANTS[round + 1]);
  }
  for (int i = 0; i < 25; i++) s->lane[i] = a[i];
}

static inline void add_lane(sponge *s, uint32_t lane, uint32_t low, uint32_t high) { s->lane[lane] ^= (uint64_t)high << 32 | low; }
static inline void get_lane(const sponge *s, uint32_t lane, uint32_t *low, uint32_t *high) {
  *low = (uint32_t)s->lane[lane];
  *high = (uint32_t)(s->lane[lane] >> 32);
}

#else

/* iota's constants (FIPS 202 §3.2.5, Algorithm 5), interleaved: even bits, odd bits. */
static const uint32_t ROUND_CONSTANTS[48] = {
  0x00000001, 0x00000000, 0x00000000, 0x00000089, 0x00000000, 0x8000008b, 0x00000000, 0x80008080,
  0x00000001, 0x0000008b, 0x00000001, 0x00008000, 0x00000001, 0x80008088, 0x00000001, 0x80000082,
  0x00000000, 0x0000000b, 0x00000000, 0x0000000a, 0x00000001, 0x00008082, 0x00000000, 0x00008003,
  0x00000001, 0x0000808b, 0x00000001, 0x8000000b, 0x00000001, 0x8000008a, 0x00000001, 0x80000081,
  0x00000000, 0x80000081, 0x00000000, 0x80000008, 0x00000000, 0x00000083, 0x00000000, 0x80008003,
  0x00000001, 0x80008088, 0x00000000, 0x80000088, 0x00000001, 0x00008000, 0x00000000, 0x80008082,
};

static inline uint32_t rotate(uint32_t v, unsigned n) { return n == 0 ? v : v << n | v >> (32 - n); }

/* Half h (0: even bits, 1: odd bits) of lane s rotated by r, after theta. A rotation by an odd number swaps the halves. */
#define BITS(s, r, h) \
  rotate(a[2 * (s) + ((h) ^ ((r) & 1))] ^ d[2 * ((s) % 5) + ((h) ^ ((r) & 1))], (unsigned)((r) / 2 + (((r) & 1) && !(h))))

/* One half of a row of the output: rho and pi bring five lanes together, chi mixes them. Lane numbers are x + 5y; r0 to r4 are rho's offsets
 * (§3.2.2). The column parities of the next theta are gathered on the way. */
#define ROW(h, y, constant, s0, r0, s1, r1, s2, r2, s3, r3, s4, r4) \
  {                                                                 \
    const uint32_t b0 = BITS(s0, r0, h);                            \
    const uint32_t b1 = BITS(s1, r1, h);                            \
    const uint32_t b2 = BITS(s2, r2, h);                            \
    const uint32_t b3 = BITS(s3, r3, h);                            \
    const uint32_t b4 = BITS(s4, r4, h);                            \
    e[10 * (y) + (h)] = b0 ^ (~b1 & b2) ^ (constant);               \
    e[10 * (y) + 2 + (h)] = b1 ^ (~b2 & b3);                        \
    e[10 * (y) + 4 + (h)] = b2 ^ (~b3 & b4);                        \
    e[10 * (y) + 6 + (h)] = b3 ^ (~b4 & b0);                        \
    e[10 * (y) + 8 + (h)] = b4 ^ (~b0 & b1);                        \
  }

#define HALF(h, constant)                                          \
  ROW(h, 0, constant, 0, 0, 6, 44, 12, 43, 18, 21, 24, 14)         \
  ROW(h, 1, 0, 3, 28, 9, 20, 10, 3, 16, 45, 22, 61)                \
  ROW(h, 2, 0, 1, 1, 7, 6, 13, 25, 19, 8, 20, 18)                  \
  ROW(h, 3, 0, 4, 27, 5, 36, 11, 10, 17, 15, 23, 56)               \
  ROW(h, 4, 0, 2, 62, 8, 55, 14, 39, 15, 41, 21, 2)

#define PARITY(x, h) (a[2 * (x) + (h)] ^ a[2 * (x) + 10 + (h)] ^ a[2 * (x) + 20 + (h)] ^ a[2 * (x) + 30 + (h)] ^ a[2 * (x) + 40 + (h)])

static inline __attribute__((always_inline)) void round32(uint32_t *restrict e, const uint32_t *restrict a, const uint32_t *constant) {
  uint32_t d[10];
  {
    const uint32_t e0 = PARITY(0, 0), e1 = PARITY(1, 0), e2 = PARITY(2, 0), e3 = PARITY(3, 0), e4 = PARITY(4, 0);
    const uint32_t o0 = PARITY(0, 1), o1 = PARITY(1, 1), o2 = PARITY(2, 1), o3 = PARITY(3, 1), o4 = PARITY(4, 1);
    d[0] = e4 ^ rotate(o1, 1);
    d[1] = o4 ^ e1;
    d[2] = e0 ^ rotate(o2, 1);
    d[3] = o0 ^ e2;
    d[4] = e1 ^ rotate(o3, 1);
    d[5] = o1 ^ e3;
    d[6] = e2 ^ rotate(o4, 1);
    d[7] = o2 ^ e4;
    d[8] = e3 ^ rotate(o0, 1);
    d[9] = o3 ^ e0;
  }
  HALF(0, constant[0])
  HALF(1, constant[1])
}

void keccak_f1600(sponge *s) {
  uint32_t e[50];
  for (const uint32_t *constant = ROUND_CONSTANTS; constant != ROUND_CONSTANTS + 48; constant += 4) {
    round32(e, s->half, constant);
    round32(s->half, e, constant + 2);
  }
}

/* Even bits to the low half of a word, odd bits to the high half, and back: four exchanges of neighbouring groups of bits. */
static inline uint32_t exchange(uint32_t v, uint32_t mask, unsigned n) {
  const uint32_t t = (v ^ v >> n) & mask;
  return v ^ t ^ t << n;
}
static inline uint32_t gather(uint32_t v) {
  return exchange(exchange(exchange(exchange(v, 0x22222222, 1), 0x0c0c0c0c, 2), 0x00f000f0, 4), 0x0000ff00, 8);
}
static inline uint32_t spread(uint32_t v) {
  return exchange(exchange(exchange(exchange(v, 0x0000ff00, 8), 0x00f000f0, 4), 0x0c0c0c0c, 2), 0x22222222, 1);
}

static inline void add_lane(sponge *s, uint32_t lane, uint32_t low, uint32_t high) {
  const uint32_t l = gather(low), h = gather(high);
  s->half[2 * lane] ^= (l & 0xffff) | h << 16;
  s->half[2 * lane + 1] ^= l >> 16 | (h & 0xffff0000);
}
static inline void get_lane(const sponge *s, uint32_t lane, uint32_t *low, uint32_t *high) {
  const uint32_t even = s->half[2 * lane], odd = s->half[2 * lane + 1];
  *low = spread((even & 0xffff) | odd << 16);
  *high = spread(even >> 16 | (odd & 0xffff0000));
}

#endif

static void add_byte(sponge *s, uint32_t position, uint32_t byte) {
  const uint32_t word = byte << 8 * (position & 3);
  add_lane(s, position >> 3, position & 4 ? 0 : word, position & 4 ? word : 0);
}

void sponge_start(sponge *s, uint32_t rate) {
  memset(s, 0, sizeof *s);
  s->rate = rate;
}

void sponge_absorb(sponge *s, const uint8_t *data, size_t length) {
  while (length > 0) {
    const uint32_t at = s->position & 7;
    uint32_t taken = 8 - at;
    if (taken == 8 && length >= 8) {
      add_lane(s, s->position >> 3, load32(data), load32(data + 4));
    } else {
      if (taken > length) taken = (uint32_t)length;
      for (uint32_t i = 0; i < taken; i++) add_byte(s, s->position + i, data[i]);
    }
    data += taken;
    length -= taken;
    s->position += taken;
    if (s->position == s->rate) {
      keccak_f1600(s);
      s->position = 0;
    }
  }
}

/* pad10*1, §5.1; the permutation waits for the first byte that is squeezed. */
void sponge_finish(sponge *s, uint32_t suffix) {
  add_byte(s, s->position, suffix);
  add_byte(s, s->rate - 1, 0x80);
  s->position = s->rate;
}

void sponge_squeeze(sponge *s, uint8_t *out, size_t length) {
  while (length > 0) {
    if (s->position == s->rate) {
      keccak_f1600(s);
      s->position = 0;
    }
    const uint32_t at = s->position & 7;
    uint32_t low, high, taken = 8 - at;
    get_lane(s, s->position >> 3, &low, &high);
    if (taken == 8 && length >= 8) {
      store32(out, low);
      store32(out + 4, high);
    } else {
      if (taken > length) taken = (uint32_t)length;
      for (uint32_t i = at; i < at + taken; i++) *out++ = (uint8_t)((i & 4 ? high : low) >> 8 * (i & 3));
      out -= taken;
    }
    out += taken;
    length -= taken;
    s->position += taken;
  }
}

void sponge_block(sponge *s, uint8_t *out) {
  keccak_f1600(s);
  for (uint32_t i = 0; i < s->rate / 8; i++) {
    uint32_t low, high;
    get_lane(s, i, &low, &high);
    store32(out + 8 * i, low);
    store32(out + 8 * i + 4, high);
  }
}

void keccak_hash(uint8_t *out, size_t out_length, uint32_t rate, uint32_t suffix, const part *parts, size_t count) {
  sponge s;
  sponge_start(&s, rate);
  for (size_t i = 0; i < count; i++) sponge_absorb(&s, parts[i].bytes, parts[i].length);
  sponge_finish(&s, suffix);
  sponge_squeeze(&s, out, out_length);
}

/* ---- Entry points ---------------------------------------------------------------------------------------------------------------------- */

/** SHA3-256 of a message. */
PQR_ENTRY void pqr_sha3_256_hash(uint8_t *out, const uint8_t *data, uint32_t length) {
  const part whole = {data, length};
  keccak_hash(out, 32, RATE_SHA3_256, SUFFIX_SHA3, &whole, 1);
}

/** SHAKE256 of a message. */
PQR_ENTRY void pqr_shake256_hash(uint8_t *out, uint32_t out_length, const uint8_t *data, uint32_t length) {
  const part whole = {data, length};
  keccak_hash(out, out_length, RATE_SHAKE256, SUFFIX_SHAKE, &whole, 1);
}

/** Probe: one permutation of a state of 200 bytes, in this build's own form of lanes. */
PQR_ENTRY void pqr_probe_keccak(sponge *state) { keccak_f1600(state); }
