/* Arithmetic modulo a 256-bit odd number, see words256.h. */

#include "words256.h"

/* carry:value below 2m → value below m. */
static void subtract_once(words *r, uint32_t carry, const words *m) {
  words less;
  const uint32_t borrow = subtract_words(&less, r, m);
  choose_words(r, &less, (uint32_t)-(int32_t)(carry | (borrow ^ 1)));
}

void mod_add(words *r, const words *a, const words *b, const modulus *m) { subtract_once(r, add_words(r, a, b), &m->m); }

void mod_subtract(words *r, const words *a, const words *b, const modulus *m) {
  words more;
  const uint32_t borrow = subtract_words(r, a, b);
  add_words(&more, r, &m->m);
  choose_words(r, &more, (uint32_t)-(int32_t)borrow);
}

void mod_multiply(words *r, const words *a, const words *b, const modulus *m) {
  uint32_t t[10] = {0};
  for (int i = 0; i < 8; i++) {
    uint64_t carry = 0;
    for (int j = 0; j < 8; j++) {
      carry += (uint64_t)a->w[i] * b->w[j] + t[j];
      t[j] = (uint32_t)carry;
      carry >>= 32;
    }
    carry += t[8];
    t[8] = (uint32_t)carry;
    t[9] = (uint32_t)(carry >> 32);
    const uint32_t factor = t[0] * m->minus_inverse;
    carry = ((uint64_t)factor * m->m.w[0] + t[0]) >> 32;
    for (int j = 1; j < 8; j++) {
      carry += (uint64_t)factor * m->m.w[j] + t[j];
      t[j - 1] = (uint32_t)carry;
      carry >>= 32;
    }
    carry += t[8];
    t[7] = (uint32_t)carry;
    t[8] = t[9] + (uint32_t)(carry >> 32);
  }
  for (int i = 0; i < 8; i++) r->w[i] = t[i];
  subtract_once(r, t[8], &m->m);
}

void mod_invert(words *r, const words *a, const modulus *m) {
  static const words TWO = {{2}};
  words exponent, base = *a, power = m->one;
  subtract_words(&exponent, &m->m, &TWO);
  for (int i = 255; i >= 0; i--) {
    mod_multiply(&power, &power, &power, m);
    if (bit_of(&exponent, i)) mod_multiply(&power, &power, &base, m); /* the exponent is public */
  }
  *r = power;
}
