/* 256-bit integers as eight 32-bit words, least significant first, and Montgomery multiplication modulo odd numbers (P. L. Montgomery, "Modular
 * multiplication without trial division", 1985). No branch and no index depends on a value. */
#ifndef PQR_WORDS256_H
#define PQR_WORDS256_H

#include "pqr.h"

typedef struct {
  uint32_t w[8];
} words;

/** An odd modulus m > 2^252 with -m^-1 mod 2^32, 2^256 mod m and 2^512 mod m. */
typedef struct {
  words m, one, square;
  uint32_t minus_inverse;
} modulus;

static inline uint32_t add_words(words *r, const words *a, const words *b) {
  uint64_t carry = 0;
  for (int i = 0; i < 8; i++) {
    carry += (uint64_t)a->w[i] + b->w[i];
    r->w[i] = (uint32_t)carry;
    carry >>= 32;
  }
  return (uint32_t)carry;
}

/** 1 where b > a. */
static inline uint32_t subtract_words(words *r, const words *a, const words *b) {
  uint32_t borrow = 0;
  for (int i = 0; i < 8; i++) {
    const uint64_t v = (uint64_t)a->w[i] - b->w[i] - borrow;
    r->w[i] = (uint32_t)v;
    borrow = (uint32_t)(v >> 32) & 1;
  }
  return borrow;
}

/** r := a where mask is all ones; unchanged where it is zero. */
static inline void choose_words(words *r, const words *a, uint32_t mask) {
  for (int i = 0; i < 8; i++) r->w[i] ^= mask & (r->w[i] ^ a->w[i]);
}

static inline uint32_t is_zero_words(const words *a) {
  uint32_t any = 0;
  for (int i = 0; i < 8; i++) any |= a->w[i];
  return ((any | -any) >> 31) ^ 1;
}

static inline void load_words(words *r, const uint8_t *in) {
  for (int i = 0; i < 8; i++) r->w[i] = load32(in + 4 * i);
}
static inline void store_words(uint8_t *out, const words *a) {
  for (int i = 0; i < 8; i++) store32(out + 4 * i, a->w[i]);
}
static inline void load_words_be(words *r, const uint8_t *in) {
  for (int i = 0; i < 8; i++) r->w[7 - i] = load32be(in + 4 * i);
}
static inline void store_words_be(uint8_t *out, const words *a) {
  for (int i = 0; i < 8; i++) store32be(out + 4 * i, a->w[7 - i]);
}
static inline uint32_t bit_of(const words *a, int i) { return a->w[i >> 5] >> (i & 31) & 1; }

void mod_add(words *r, const words *a, const words *b, const modulus *m);
void mod_subtract(words *r, const words *a, const words *b, const modulus *m);
/** a · b · 2^-256 mod m, below m where b is; a may be any 256-bit integer. */
void mod_multiply(words *r, const words *a, const words *b, const modulus *m);
/** a^(m-2), the inverse modulo a prime; a and the result times 2^256. */
void mod_invert(words *r, const words *a, const modulus *m);

#endif
