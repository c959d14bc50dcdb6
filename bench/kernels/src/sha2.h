/* SHA-256 and SHA-512, FIPS 180-4, absorbed in pieces. */
#ifndef PQR_SHA2_H
#define PQR_SHA2_H

#include "pqr.h"

typedef struct {
  uint32_t state[8];
  uint8_t block[64];
  uint32_t position, length; /* bytes; messages below 2^29 bytes */
} sha256;
typedef struct {
  uint64_t state[8];
  uint8_t block[128];
  uint32_t position, length;
} sha512;

void sha256_start(sha256 *h);
void sha256_absorb(sha256 *h, const uint8_t *data, size_t length);
void sha256_finish(sha256 *h, uint8_t *out /* 32 bytes */);
void sha512_start(sha512 *h);
void sha512_absorb(sha512 *h, const uint8_t *data, size_t length);
void sha512_finish(sha512 *h, uint8_t *out /* 64 bytes */);

#endif
