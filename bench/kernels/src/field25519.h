/* The field of 2^255 - 19 elements of RFC 7748 and RFC 8032. Elements are any 256-bit integers; only field_encode makes them canonical. */
#ifndef PQR_FIELD25519_H
#define PQR_FIELD25519_H

#include "words256.h"

void field_add(words *r, const words *a, const words *b);
void field_subtract(words *r, const words *a, const words *b);
void field_multiply(words *r, const words *a, const words *b);
void field_square(words *r, const words *a, int times);
void field_multiply_small(words *r, const words *a, uint32_t b);
/** a^(2^252 - 3), for square roots, and a^(p-2). */
void field_root_power(words *r, const words *a);
void field_invert(words *r, const words *a);
void field_encode(uint8_t *out, const words *a);
/** The 255 low bits; the top bit is dropped (RFC 7748 §5). */
void field_decode(words *r, const uint8_t *in);
uint32_t field_equal(const words *a, const words *b);

#endif
