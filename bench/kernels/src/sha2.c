/* SHA-256 and SHA-512, FIPS 180-4: constants §4.2 and §5.3, functions §4.1, computation §6.2 and §6.4. The schedule is kept as a window of
 * sixteen words. */

#include "sha2.h"

static const uint32_t K256[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};
static const uint64_t K512[80] = {
    0x428a2f98d728ae22ULL, 0x7137449123ef65cdULL, 0xb5c0fbcfec4d3b2fULL, 0xe9b5dba58189dbbcULL,
    0x3956c25bf348b538ULL, 0x59f111f1b605d019ULL, 0x923f82a4af194f9bULL, 0xab1c5ed5da6d8118ULL,
    0xd807aa98a3030242ULL, 0x12835b0145706fbeULL, 0x243185be4ee4b28cULL, 0x550c7dc3d5ffb4e2ULL,
    0x72be5d74f27b896fULL, 0x80deb1fe3b1696b1ULL, 0x9bdc06a725c71235ULL, 0xc19bf174cf692694ULL,
    0xe49b69c19ef14ad2ULL, 0xefbe4786384f25e3ULL, 0x0fc19dc68b8cd5b5ULL, 0x240ca1cc77ac9c65ULL,
    0x2de92c6f592b0275ULL, 0x4a7484aa6ea6e483ULL, 0x5cb0a9dcbd41fbd4ULL, 0x76f988da831153b5ULL,
    0x983e5152ee66dfabULL, 0xa831c66d2db43210ULL, 0xb00327c898fb213fULL, 0xbf597fc7beef0ee4ULL,
    0xc6e00bf33da88fc2ULL, 0xd5a79147930aa725ULL, 0x06ca6351e003826fULL, 0x142929670a0e6e70ULL,
    0x27b70a8546d22ffcULL, 0x2e1b21385c26c926ULL, 0x4d2c6dfc5ac42aedULL, 0x53380d139d95b3dfULL,
    0x650a73548baf63deULL, 0x766a0abb3c77b2a8ULL, 0x81c2c92e47edaee6ULL, 0x92722c851482353bULL,
    0xa2bfe8a14cf10364ULL, 0xa81a664bbc423001ULL, 0xc24b8b70d0f89791ULL, 0xc76c51a30654be30ULL,
    0xd192e819d6ef5218ULL, 0xd69906245565a910ULL, 0xf40e35855771202aULL, 0x106aa07032bbd1b8ULL,
    0x19a4c116b8d2d0c8ULL, 0x1e376c085141ab53ULL, 0x2748774cdf8eeb99ULL, 0x34b0bcb5e19b48a8ULL,
    0x391c0cb3c5c95a63ULL, 0x4ed8aa4ae3418acbULL, 0x5b9cca4f7763e373ULL, 0x682e6ff3d6b2b8a3ULL,
    0x748f82ee5defb2fcULL, 0x78a5636f43172f60ULL, 0x84c87814a1f0ab72ULL, 0x8cc702081a6439ecULL,
    0x90befffa23631e28ULL, 0xa4506cebde82bde9ULL, 0xbef9a3f7b2c67915ULL, 0xc67178f2e372532bULL,
    0xca273eceea26619cULL, 0xd186b8c721c0c207ULL, 0xeada7dd6cde0eb1eULL, 0xf57d4f7fee6ed178ULL,
    0x06f067aa72176fbaULL, 0x0a637dc5a2c898a6ULL, 0x113f9804bef90daeULL, 0x1b710b35131c471bULL,
    0x28db77f523047d84ULL, 0x32caab7b40c72493ULL, 0x3c9ebe0a15c9bebcULL, 0x431d67c49c100d4cULL,
    0x4cc5d4becb3e42b6ULL, 0x597f299cfc657e2aULL, 0x5fcb6fab3ad6faecULL, 0x6c44198c4a475817ULL,
};

#define ROTATE32(v, n) ((v) >> (n) | (v) << (32 - (n)))
#define ROTATE64(v, n) ((v) >> (n) | (v) << (64 - (n)))

/* One step on the eight working variables, named in turn so that nothing is moved (§6.2.2 step 3). */
#define STEP(a, b, c, d, e, f, g, h, SUM0, SUM1, k, w) \
  h += SUM1(e) + ((e & (f ^ g)) ^ g) + (k) + (w);      \
  d += h;                                              \
  h += SUM0(a) + ((a & b) | (c & (a | b)));
#define EIGHT(T, SUM0, SUM1, k, w)                                        \
  STEP(a, b, c, d, e, f, g, h, SUM0, SUM1, (k)[0], (w)[0])                \
  STEP(h, a, b, c, d, e, f, g, SUM0, SUM1, (k)[1], (w)[1])                \
  STEP(g, h, a, b, c, d, e, f, SUM0, SUM1, (k)[2], (w)[2])                \
  STEP(f, g, h, a, b, c, d, e, SUM0, SUM1, (k)[3], (w)[3])                \
  STEP(e, f, g, h, a, b, c, d, SUM0, SUM1, (k)[4], (w)[4])                \
  STEP(d, e, f, g, h, a, b, c, SUM0, SUM1, (k)[5], (w)[5])                \
  STEP(c, d, e, f, g, h, a, b, SUM0, SUM1, (k)[6], (w)[6])                \
  STEP(b, c, d, e, f, g, h, a, SUM0, SUM1, (k)[7], (w)[7])
#define COMPRESS(T, name, ROUNDS, CONSTANTS, SUM0, SUM1, SMALL0, SMALL1)                                       \
  static void name(T *state, T *w) {                                                                           \
    T a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7]; \
    for (int t = 0; t < ROUNDS; t += 16) {                                                                     \
      EIGHT(T, SUM0, SUM1, CONSTANTS + t, w)                                                                   \
      EIGHT(T, SUM0, SUM1, CONSTANTS + t + 8, w + 8)                                                           \
      if (t == ROUNDS - 16) break;                                                                             \
      for (int i = 0; i < 16; i++) w[i] += SMALL0(w[(i + 1) & 15]) + w[(i + 9) & 15] + SMALL1(w[(i + 14) & 15]); \
    }                                                                                                          \
    state[0] += a;                                                                                             \
    state[1] += b;                                                                                             \
    state[2] += c;                                                                                             \
    state[3] += d;                                                                                             \
    state[4] += e;                                                                                             \
    state[5] += f;                                                                                             \
    state[6] += g;                                                                                             \
    state[7] += h;                                                                                             \
  }

#define SUM0_256(v) (ROTATE32(v, 2) ^ ROTATE32(v, 13) ^ ROTATE32(v, 22))
#define SUM1_256(v) (ROTATE32(v, 6) ^ ROTATE32(v, 11) ^ ROTATE32(v, 25))
#define SMALL0_256(v) (ROTATE32(v, 7) ^ ROTATE32(v, 18) ^ (v) >> 3)
#define SMALL1_256(v) (ROTATE32(v, 17) ^ ROTATE32(v, 19) ^ (v) >> 10)
#define SUM0_512(v) (ROTATE64(v, 28) ^ ROTATE64(v, 34) ^ ROTATE64(v, 39))
#define SUM1_512(v) (ROTATE64(v, 14) ^ ROTATE64(v, 18) ^ ROTATE64(v, 41))
#define SMALL0_512(v) (ROTATE64(v, 1) ^ ROTATE64(v, 8) ^ (v) >> 7)
#define SMALL1_512(v) (ROTATE64(v, 19) ^ ROTATE64(v, 61) ^ (v) >> 6)

COMPRESS(uint32_t, compress256, 64, K256, SUM0_256, SUM1_256, SMALL0_256, SMALL1_256)
COMPRESS(uint64_t, compress512, 80, K512, SUM0_512, SUM1_512, SMALL0_512, SMALL1_512)

static uint64_t load64be(const uint8_t *p) { return (uint64_t)load32be(p) << 32 | load32be(p + 4); }

static void block256(sha256 *h, const uint8_t *block) {
  uint32_t w[16];
  for (int i = 0; i < 16; i++) w[i] = load32be(block + 4 * i);
  compress256(h->state, w);
}
static void block512(sha512 *h, const uint8_t *block) {
  uint64_t w[16];
  for (int i = 0; i < 16; i++) w[i] = load64be(block + 8 * i);
  compress512(h->state, w);
}

void sha256_start(sha256 *h) {
  static const uint32_t INITIAL[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  };
  memcpy(h->state, INITIAL, sizeof INITIAL);
  h->position = h->length = 0;
}
void sha512_start(sha512 *h) {
  static const uint64_t INITIAL[8] = {
    0x6a09e667f3bcc908ULL, 0xbb67ae8584caa73bULL, 0x3c6ef372fe94f82bULL, 0xa54ff53a5f1d36f1ULL,
    0x510e527fade682d1ULL, 0x9b05688c2b3e6c1fULL, 0x1f83d9abfb41bd6bULL, 0x5be0cd19137e2179ULL,
  };
  memcpy(h->state, INITIAL, sizeof INITIAL);
  h->position = h->length = 0;
}

#define ABSORB(name, TYPE, BLOCK, compress)                              \
  void name(TYPE *h, const uint8_t *data, size_t length) {               \
    h->length += (uint32_t)length;                                       \
    while (length > 0) {                                                 \
      if (h->position == 0 && length >= BLOCK) {                         \
        compress(h, data);                                               \
        data += BLOCK;                                                   \
        length -= BLOCK;                                                 \
        continue;                                                        \
      }                                                                  \
      const size_t room = BLOCK - h->position, taken = length < room ? length : room; \
      memcpy(h->block + h->position, data, taken);                       \
      data += taken;                                                     \
      length -= taken;                                                   \
      h->position += (uint32_t)taken;                                    \
      if (h->position == BLOCK) {                                        \
        compress(h, h->block);                                           \
        h->position = 0;                                                 \
      }                                                                  \
    }                                                                    \
  }
ABSORB(sha256_absorb, sha256, 64, block256)
ABSORB(sha512_absorb, sha512, 128, block512)

/* §5.1: a one bit, zeros, the length in bits at the end of the last block. */
#define PAD(h, BLOCK, LENGTH_BYTES, compress)                            \
  h->block[h->position++] = 0x80;                                        \
  if (h->position > BLOCK - LENGTH_BYTES) {                              \
    memset(h->block + h->position, 0, BLOCK - h->position);              \
    compress(h, h->block);                                               \
    h->position = 0;                                                     \
  }                                                                      \
  memset(h->block + h->position, 0, BLOCK - h->position);                \
  store32be(h->block + BLOCK - 4, h->length << 3);                       \
  h->block[BLOCK - 5] = (uint8_t)(h->length >> 29);                      \
  compress(h, h->block);

void sha256_finish(sha256 *h, uint8_t *out) {
  PAD(h, 64, 8, block256)
  for (int i = 0; i < 8; i++) store32be(out + 4 * i, h->state[i]);
}
void sha512_finish(sha512 *h, uint8_t *out) {
  PAD(h, 128, 16, block512)
  for (int i = 0; i < 8; i++) {
    store32be(out + 8 * i, (uint32_t)(h->state[i] >> 32));
    store32be(out + 8 * i + 4, (uint32_t)h->state[i]);
  }
}

/** SHA-256 of a message. */
PQR_ENTRY void pqr_sha256_hash(uint8_t *out, const uint8_t *data, uint32_t length) {
  sha256 h;
  sha256_start(&h);
  sha256_absorb(&h, data, length);
  sha256_finish(&h, out);
}

/** SHA-512 of a message. */
PQR_ENTRY void pqr_sha512_hash(uint8_t *out, const uint8_t *data, uint32_t length) {
  sha512 h;
  sha512_start(&h);
  sha512_absorb(&h, data, length);
  sha512_finish(&h, out);
}
