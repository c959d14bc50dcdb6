/* X25519, RFC 7748 §5: the Montgomery ladder. A benchmark baseline, not hardened for production. */

#include "field25519.h"

static void swap(words *a, words *b, uint32_t mask) {
  for (int i = 0; i < 8; i++) {
    const uint32_t t = mask & (a->w[i] ^ b->w[i]);
    a->w[i] ^= t;
    b->w[i] ^= t;
  }
}

/** out = X25519(scalar, u); -1 where the result is all zeros (§6.1), which is written nevertheless. */
PQR_ENTRY int pqr_x25519_shared(uint8_t *out, const uint8_t *scalar, const uint8_t *u) {
  words k, x1, x2 = {{1}}, z2 = {{0}}, x3, z3 = {{1}}, a, b, c, d, t;
  uint32_t swapped = 0;
  load_words(&k, scalar);
  k.w[0] &= ~7u; /* decodeScalar25519 */
  k.w[7] = (k.w[7] & 0x7fffffff) | 0x40000000;
  field_decode(&x1, u);
  x3 = x1;
  for (int i = 254; i >= 0; i--) { /* the names are those of the RFC: A, B, then DA = D·A, CB = C·B */
    const uint32_t bit = bit_of(&k, i), mask = (uint32_t)-(int32_t)(swapped ^ bit);
    swap(&x2, &x3, mask);
    swap(&z2, &z3, mask);
    swapped = bit;
    field_add(&a, &x2, &z2);
    field_subtract(&b, &x2, &z2);
    field_add(&c, &x3, &z3);
    field_subtract(&d, &x3, &z3);
    field_multiply(&d, &d, &a);
    field_multiply(&c, &c, &b);
    field_add(&x3, &d, &c);
    field_square(&x3, &x3, 1);
    field_subtract(&z3, &d, &c);
    field_square(&z3, &z3, 1);
    field_multiply(&z3, &z3, &x1);
    field_square(&a, &a, 1); /* AA */
    field_square(&b, &b, 1); /* BB */
    field_multiply(&x2, &a, &b);
    field_subtract(&t, &a, &b); /* E */
    field_multiply_small(&z2, &t, 121665);
    field_add(&z2, &z2, &a);
    field_multiply(&z2, &z2, &t);
  }
  swap(&x2, &x3, (uint32_t)-(int32_t)swapped);
  swap(&z2, &z3, (uint32_t)-(int32_t)swapped);
  field_invert(&z2, &z2);
  field_multiply(&x2, &x2, &z2);
  field_encode(out, &x2);
  static const uint8_t ZERO[32] = {0};
  return differs(out, ZERO, 32) != 0 ? 0 : -1;
}

/** public = X25519(private, 9). */
PQR_ENTRY void pqr_x25519_keygen(uint8_t *pk, const uint8_t *sk) {
  static const uint8_t BASE[32] = {9};
  pqr_x25519_shared(pk, sk, BASE);
}
