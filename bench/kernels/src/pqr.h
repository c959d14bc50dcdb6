/* The entry points of pqready's benchmark kernels: ML-KEM (FIPS 203), ML-DSA (FIPS 204), verification of SLH-DSA (FIPS 205) and LMS (RFC 8554),
 * and classical baselines on the same footing. Not hardened for production. Argument order and results: README.md. */
#ifndef PQR_H
#define PQR_H

#include <stddef.h>
#include <stdint.h>

#if defined(__wasm__)
#define PQR_ENTRY __attribute__((visibility("default"), used, noinline))
#else
#define PQR_ENTRY __attribute__((used, noinline))
#endif

/** What is signed. Five 32-bit fields on every target here. */
typedef struct {
  const uint8_t *bytes;
  uint32_t length;
  const uint8_t *context; /* at most 255 bytes; read in form 0 only */
  uint32_t context_length;
  uint32_t form; /* 0: pure, M' = 00 | len | context | M · 1: bytes are M' · 2: bytes are the 64-byte mu (ML-DSA) */
} pqr_message;

void *memcpy(void *restrict to, const void *restrict from, size_t n);
void *memset(void *to, int value, size_t n);

/* Little-endian words; compilers make one load or store of them where the core allows it. */
static inline uint32_t load32(const uint8_t *p) {
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}
static inline void store32(uint8_t *p, uint32_t v) {
  p[0] = (uint8_t)v;
  p[1] = (uint8_t)(v >> 8);
  p[2] = (uint8_t)(v >> 16);
  p[3] = (uint8_t)(v >> 24);
}
static inline uint32_t load32be(const uint8_t *p) {
  return (uint32_t)p[3] | (uint32_t)p[2] << 8 | (uint32_t)p[1] << 16 | (uint32_t)p[0] << 24;
}
static inline void store32be(uint8_t *p, uint32_t v) {
  p[3] = (uint8_t)v;
  p[2] = (uint8_t)(v >> 8);
  p[1] = (uint8_t)(v >> 16);
  p[0] = (uint8_t)(v >> 24);
}
/** 0 where all n bytes are equal, in time that depends on n only. */
static inline uint32_t differs(const uint8_t *a, const uint8_t *b, size_t n) {
  uint32_t difference = 0;
  for (size_t i = 0; i < n; i++) difference |= (uint32_t)(a[i] ^ b[i]);
  return difference;
}

#endif
