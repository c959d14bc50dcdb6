/* Keccak-f[1600] and the sponge of FIPS 202: SHA3-256, SHA3-512, SHAKE128, SHAKE256, absorbed and squeezed in pieces of any length. */
#ifndef PQR_KECCAK_H
#define PQR_KECCAK_H

#include "pqr.h"

enum { RATE_SHAKE128 = 168, RATE_SHAKE256 = 136, RATE_SHA3_256 = 136, RATE_SHA3_512 = 72 };
/* The domain bits and the first bit of the padding, FIPS 202 §6.1, §6.2 and §5.1. */
enum { SUFFIX_SHA3 = 0x06, SUFFIX_SHAKE = 0x1f };

/** The state. On 32-bit cores each lane is two words, its even bits and its odd bits, so that a rotation of a lane is two rotations of words. */
typedef struct {
#if defined(PQR_LANE64)
  uint64_t lane[25];
#else
  uint32_t half[50];
#endif
  uint32_t rate;     /* bytes */
  uint32_t position; /* of the next byte in the block */
} sponge;

void keccak_f1600(sponge *s);
void sponge_start(sponge *s, uint32_t rate);
void sponge_absorb(sponge *s, const uint8_t *data, size_t length);
void sponge_finish(sponge *s, uint32_t suffix);
void sponge_squeeze(sponge *s, uint8_t *out, size_t length);
/** One whole block of `rate` bytes; only after sponge_finish and other whole blocks. */
void sponge_block(sponge *s, uint8_t *out);

/** One part of an input. */
typedef struct {
  const uint8_t *bytes;
  size_t length;
} part;
/** The hash of the concatenated parts. */
void keccak_hash(uint8_t *out, size_t out_length, uint32_t rate, uint32_t suffix, const part *parts, size_t count);

#endif
