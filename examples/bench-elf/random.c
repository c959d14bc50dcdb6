/* A file of its own, so that the compiler keeps the call: what is inlined cannot be replaced. On a board, the generator would stand here. */
#include <stddef.h>
#include <stdint.h>

int randombytes(uint8_t *out, size_t length) {
  for (size_t i = 0; i < length; i++) out[i] = 0;
  return -1;
}
