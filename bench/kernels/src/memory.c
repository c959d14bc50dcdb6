/* memcpy and memset: the two functions of the C library that compilers call on their own in a freestanding program. */

#include "pqr.h"

void *memcpy(void *restrict to, const void *restrict from, size_t n) {
  uint8_t *d = to;
  const uint8_t *s = from;
  if ((((uintptr_t)d | (uintptr_t)s) & 3) == 0) {
    for (; n >= 4; n -= 4, d += 4, s += 4) *(uint32_t __attribute__((may_alias)) *)d = *(const uint32_t __attribute__((may_alias)) *)s;
  }
  while (n-- > 0) *d++ = *s++;
  return to;
}

void *memset(void *to, int value, size_t n) {
  uint8_t *d = to;
  if (((uintptr_t)d & 3) == 0) {
    const uint32_t word = (uint32_t)(uint8_t)value * 0x01010101u;
    for (; n >= 4; n -= 4, d += 4) *(uint32_t __attribute__((may_alias)) *)d = word;
  }
  while (n-- > 0) *d++ = (uint8_t)value;
  return to;
}
