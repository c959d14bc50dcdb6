/* See field25519.h. 2^256 = 38 mod 2^255 - 19: what leaves the top comes back times 38. */

#include "field25519.h"

/* r + 38·carry, twice, because the first may carry again; a third time cannot. */
static void fold(words *r, uint64_t carry) {
  for (int turn = 0; turn < 2; turn++) {
    carry *= 38;
    for (int i = 0; i < 8; i++) {
      carry += r->w[i];
      r->w[i] = (uint32_t)carry;
      carry >>= 32;
    }
  }
}

void field_add(words *r, const words *a, const words *b) { fold(r, add_words(r, a, b)); }

void field_subtract(words *r, const words *a, const words *b) {
  uint32_t borrow = subtract_words(r, a, b);
  for (int turn = 0; turn < 2; turn++) {
    const words back = {{38 & (uint32_t)-(int32_t)borrow}};
    borrow = subtract_words(r, r, &back);
  }
}

void field_multiply(words *r, const words *a, const words *b) {
  uint32_t t[16];
  uint64_t carry = 0;
  for (int j = 0; j < 8; j++) {
    carry += (uint64_t)a->w[0] * b->w[j];
    t[j] = (uint32_t)carry;
    carry >>= 32;
  }
  t[8] = (uint32_t)carry;
  for (int i = 1; i < 8; i++) {
    carry = 0;
    for (int j = 0; j < 8; j++) {
      carry += (uint64_t)a->w[i] * b->w[j] + t[i + j];
      t[i + j] = (uint32_t)carry;
      carry >>= 32;
    }
    t[i + 8] = (uint32_t)carry;
  }
  carry = 0;
  for (int i = 0; i < 8; i++) {
    carry += (uint64_t)t[i + 8] * 38 + t[i];
    r->w[i] = (uint32_t)carry;
    carry >>= 32;
  }
  fold(r, carry);
}

void field_square(words *r, const words *a, int times) {
  field_multiply(r, a, a);
  while (--times > 0) field_multiply(r, r, r);
}

void field_multiply_small(words *r, const words *a, uint32_t b) {
  uint64_t carry = 0;
  for (int i = 0; i < 8; i++) {
    carry += (uint64_t)a->w[i] * b;
    r->w[i] = (uint32_t)carry;
    carry >>= 32;
  }
  fold(r, carry);
}

/* x^(2^n - 1) from x^(2^m - 1) and x^(2^(n-m) - 1). */
static void join(words *r, const words *high, int shift, const words *low) {
  words t;
  field_square(&t, high, shift);
  field_multiply(r, &t, low);
}

/* x^(2^250 - 1); x^11 on the way. */
static void long_power(words *r, words *eleven, const words *x) {
  words two, nine, p5, p10, p20, p50, t;
  field_square(&two, x, 1);
  field_square(&t, &two, 2);
  field_multiply(&nine, &t, x);
  field_multiply(eleven, &nine, &two);
  field_square(&t, eleven, 1);
  field_multiply(&p5, &t, &nine); /* 2^5 - 1 = 22 + 9 */
  join(&p10, &p5, 5, &p5);
  join(&p20, &p10, 10, &p10);
  join(&t, &p20, 20, &p20);
  join(&p50, &t, 10, &p10);
  join(&t, &p50, 50, &p50);
  join(&p20, &t, 100, &t);
  join(r, &p20, 50, &p50);
}

void field_root_power(words *r, const words *a) {
  words t, eleven;
  long_power(&t, &eleven, a);
  join(r, &t, 2, a); /* 2^252 - 3 = 4(2^250 - 1) + 1 */
}

void field_invert(words *r, const words *a) {
  words t, eleven;
  long_power(&t, &eleven, a);
  join(r, &t, 5, &eleven); /* 2^255 - 21 = 32(2^250 - 1) + 11 */
}

void field_encode(uint8_t *out, const words *a) {
  words r = *a, less;
  for (int turn = 0; turn < 2; turn++) { /* 2^255 = 19 */
    uint64_t carry = (uint64_t)(r.w[7] >> 31) * 19;
    r.w[7] &= 0x7fffffff;
    for (int i = 0; i < 8; i++) {
      carry += r.w[i];
      r.w[i] = (uint32_t)carry;
      carry >>= 32;
    }
  }
  static const words P = {{0xffffffed, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x7fffffff}};
  const uint32_t borrow = subtract_words(&less, &r, &P);
  choose_words(&r, &less, borrow - 1);
  store_words(out, &r);
}

void field_decode(words *r, const uint8_t *in) {
  load_words(r, in);
  r->w[7] &= 0x7fffffff;
}

uint32_t field_equal(const words *a, const words *b) {
  uint8_t x[32], y[32];
  field_encode(x, a);
  field_encode(y, b);
  return differs(x, y, 32) == 0;
}
