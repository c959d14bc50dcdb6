/* Small programs of ours for the interpreters: each takes plain words and answers one, so that the host's compiler can check it. */
#include <stdint.h>

static uint64_t rotl(uint64_t x, int n) { return n == 0 ? x : (x << n) | (x >> (64 - n)); }

/* Keccak-f[1600] (FIPS 202, 3.2 and 3.3), iota's constants from the LFSR of 3.2.5. */
static void keccak(uint64_t a[25]) {
  uint8_t lfsr = 1;
  for (int round = 0; round < 24; round++) {
    uint64_t c[5], t;
    for (int x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (int x = 0; x < 5; x++) {
      t = c[(x + 4) % 5] ^ rotl(c[(x + 1) % 5], 1);
      for (int y = 0; y < 25; y += 5) a[y + x] ^= t;
    }
    int x = 1, y = 0;
    t = a[1];
    for (int i = 0; i < 24; i++) {
      int next = (2 * x + 3 * y) % 5;
      x = y;
      y = next;
      uint64_t held = a[x + 5 * y];
      a[x + 5 * y] = rotl(t, ((i + 1) * (i + 2) / 2) % 64);
      t = held;
    }
    for (y = 0; y < 25; y += 5) {
      for (x = 0; x < 5; x++) c[x] = a[y + x];
      for (x = 0; x < 5; x++) a[y + x] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
    }
    for (int j = 0; j < 7; j++) {
      if (lfsr & 1) a[0] ^= (uint64_t)1 << ((1 << j) - 1);
      lfsr = (uint8_t)((lfsr << 1) ^ ((lfsr >> 7) * 0x71));
    }
  }
}

uint32_t hash_rounds(uint32_t seed, uint32_t times) {
  uint64_t state[25];
  for (uint32_t i = 0; i < 25; i++) state[i] = (uint64_t)seed * (i + 1);
  while (times--) keccak(state);
  uint32_t sum = 0;
  for (int i = 0; i < 25; i++) sum = sum * 31 + (uint32_t)state[i] + (uint32_t)(state[i] >> 32);
  return sum;
}

/* The transform's inner loop over Z_3329: 16-bit products and Barrett reduction. */
uint32_t transform(uint32_t seed, uint32_t times) {
  int16_t f[256];
  for (int i = 0; i < 256; i++) f[i] = (int16_t)((seed >> (i & 15)) % 3329);
  while (times--) {
    int16_t zeta = 17;
    for (int len = 128; len >= 2; len >>= 1)
      for (int start = 0; start < 256; start += 2 * len) {
        zeta = (int16_t)((zeta * 17) % 3329);
        for (int j = start; j < start + len; j++) {
          int32_t product = zeta * f[j + len];
          int16_t t = (int16_t)(product - 3329 * (int32_t)(((int64_t)product * 1290168 + ((int64_t)1 << 31)) >> 32));
          f[j + len] = (int16_t)((f[j] - t) % 3329);
          f[j] = (int16_t)((f[j] + t) % 3329);
        }
      }
  }
  uint32_t sum = 0;
  for (int i = 0; i < 256; i++) sum = sum * 33 + (uint16_t)f[i];
  return sum;
}

/* 32 × 32 → 64 multiplication, division, switch tables, bytes, halfwords, signed and unsigned comparison. */
uint32_t mixture(uint32_t seed, uint32_t times) {
  uint8_t bytes[64];
  uint64_t wide = seed | 1;
  int32_t signed_sum = 0;
  for (int i = 0; i < 64; i++) bytes[i] = (uint8_t)(seed >> (i % 25));
  for (uint32_t i = 0; i < times; i++) {
    wide = wide * 6364136223846793005u + 1442695040888963407u;
    uint32_t high = (uint32_t)(wide >> 32);
    switch (high % 11) {
      case 0: signed_sum += (int32_t)high / (int32_t)(i + 3); break;
      case 1: signed_sum -= (int16_t)high; break;
      case 2: signed_sum ^= (int8_t)bytes[high & 63]; break;
      case 3: bytes[high & 63] += 7; break;
      case 4: signed_sum += (int32_t)(high % (i + 1)); break;
      case 5: signed_sum = (int32_t)((uint32_t)signed_sum >> 3 | (uint32_t)signed_sum << 29); break;
      case 6: signed_sum += (int32_t)high < signed_sum ? 5 : -5; break;
      case 7: signed_sum += high < (uint32_t)signed_sum ? 11 : -11; break;
      case 8: signed_sum += __builtin_clz(high | 1); break;
      case 9: signed_sum ^= (int32_t)__builtin_bswap32(high); break;
      default: signed_sum += bytes[i & 63] << 4; break;
    }
  }
  return (uint32_t)signed_sum ^ (uint32_t)wide;
}

/* Calls itself: its return address is met again and again. */
uint32_t fibonacci(uint32_t n, uint32_t unused) { return n < 2 ? n : fibonacci(n - 1, unused) + fibonacci(n - 2, unused); }
