/* Ed25519, RFC 8032 §5.1: points in extended coordinates (§5.1.4), scalars modulo L by Montgomery. A benchmark baseline, not hardened for
 * production. */

#include "field25519.h"
#include "sha2.h"

/** x = X/Z, y = Y/Z, xy = T/Z. */
typedef struct {
  words x, y, z, t;
} point;

static const words D = {{0x135978a3, 0x75eb4dca, 0x4141d8ab, 0x00700a4d, 0x7779e898, 0x8cc74079, 0x2b6ffe73, 0x52036cee}};
static const words TWO_D = {{0x26b2f159, 0xebd69b94, 0x8283b156, 0x00e0149a, 0xeef3d130, 0x198e80f2, 0x56dffce7, 0x2406d9dc}};
static const words ROOT_MINUS_1 = {{0x4a0ea0b0, 0xc4ee1b27, 0xad2fe478, 0x2f431806, 0x3dfbd7a7, 0x2b4d0099, 0x4fc1df0b, 0x2b832480}};
static const point BASE = {{{0x8f25d51a, 0xc9562d60, 0x9525a7b2, 0x692cc760, 0xfdd6dc5c, 0xc0a4e231, 0xcd6e53fe, 0x216936d3}},
                           {{0x66666658, 0x66666666, 0x66666666, 0x66666666, 0x66666666, 0x66666666, 0x66666666, 0x66666666}},
                           {{1}},
                           {{0xa5b7dda3, 0x6dde8ab3, 0x775152f5, 0x20f09f80, 0x64abe37d, 0x66ea4e8e, 0xd78b7665, 0x67875f0f}}};
/* The order of the base point. */
static const modulus ORDER = {{{0x5cf5d3ed, 0x5812631a, 0xa2f79cd6, 0x14def9de, 0x00000000, 0x00000000, 0x00000000, 0x10000000}},
                              {{0x8d98951d, 0xd6ec3174, 0x737dcf70, 0xc6ef5bf4, 0xfffffffe, 0xffffffff, 0xffffffff, 0x0fffffff}},
                              {{0x449c0f01, 0xa40611e3, 0x68859347, 0xd00e1ba7, 0x17f5be65, 0xceec73d2, 0x7c309a3d, 0x0399411b}},
                              0x12547e1b};

/** One part of what is hashed. */
typedef struct {
  const uint8_t *bytes;
  size_t length;
} part25519;

static void add(point *r, const point *p, const point *q) {
  words a, b, c, d, t;
  field_subtract(&a, &p->y, &p->x);
  field_subtract(&t, &q->y, &q->x);
  field_multiply(&a, &a, &t);
  field_add(&b, &p->y, &p->x);
  field_add(&t, &q->y, &q->x);
  field_multiply(&b, &b, &t);
  field_multiply(&c, &p->t, &TWO_D);
  field_multiply(&c, &c, &q->t);
  field_multiply(&d, &p->z, &q->z);
  field_add(&d, &d, &d);
  words e, f, g, h;
  field_subtract(&e, &b, &a);
  field_subtract(&f, &d, &c);
  field_add(&g, &d, &c);
  field_add(&h, &b, &a);
  field_multiply(&r->x, &e, &f);
  field_multiply(&r->y, &g, &h);
  field_multiply(&r->t, &e, &h);
  field_multiply(&r->z, &f, &g);
}

static void twice(point *r, const point *p) {
  words a, b, c, e, f, g, h;
  field_square(&a, &p->x, 1);
  field_square(&b, &p->y, 1);
  field_square(&c, &p->z, 1);
  field_add(&c, &c, &c);
  field_add(&h, &a, &b);
  field_add(&e, &p->x, &p->y);
  field_square(&e, &e, 1);
  field_subtract(&e, &h, &e);
  field_subtract(&g, &a, &b);
  field_add(&f, &c, &g);
  field_multiply(&r->x, &e, &f);
  field_multiply(&r->y, &g, &h);
  field_multiply(&r->t, &e, &h);
  field_multiply(&r->z, &f, &g);
}

static void set_neutral(point *p) {
  memset(p, 0, sizeof *p);
  p->y.w[0] = p->z.w[0] = 1;
}

static void choose(point *r, const point *p, uint32_t mask) {
  choose_words(&r->x, &p->x, mask);
  choose_words(&r->y, &p->y, mask);
  choose_words(&r->z, &p->z, mask);
  choose_words(&r->t, &p->t, mask);
}

/** k·B in windows of four bits; every entry of the table is read for each. */
static void multiply_base(point *r, const words *k) {
  point table[16];
  set_neutral(&table[0]);
  for (int i = 1; i < 16; i++) add(&table[i], &table[i - 1], &BASE);
  set_neutral(r);
  for (int i = 252; i >= 0; i -= 4) {
    const uint32_t digit = k->w[i >> 5] >> (i & 31) & 15;
    point chosen = table[0];
    for (int j = 0; j < 4; j++) twice(r, r);
    for (uint32_t j = 1; j < 16; j++) choose(&chosen, &table[j], (uint32_t)((int32_t)((j ^ digit) - 1) >> 31));
    add(r, r, &chosen);
  }
}

/** a·P + b·B, everything public. */
static void multiply_two(point *r, const words *a, const point *p, const words *b) {
  point sum;
  add(&sum, p, &BASE);
  set_neutral(r);
  for (int i = 255; i >= 0; i--) {
    const uint32_t bits = bit_of(a, i) << 1 | bit_of(b, i);
    twice(r, r);
    if (bits != 0) add(r, r, bits == 3 ? &sum : bits == 2 ? p : &BASE);
  }
}

/** §5.1.2. */
static void encode(uint8_t *out, const point *p) {
  words inverse, x, y;
  uint8_t sign[32];
  field_invert(&inverse, &p->z);
  field_multiply(&x, &p->x, &inverse);
  field_multiply(&y, &p->y, &inverse);
  field_encode(out, &y);
  field_encode(sign, &x);
  out[31] |= (uint8_t)((sign[0] & 1) << 7);
}

/** §5.1.3; 0 where the bytes are no point. */
static int decode(point *p, const uint8_t *in) {
  words u, v, t, x;
  uint8_t bytes[32];
  static const words ONE = {{1}};
  field_decode(&p->y, in);
  field_encode(bytes, &p->y);
  bytes[31] |= in[31] & 128;
  if (differs(bytes, in, 32) != 0) return 0; /* y >= p */
  field_square(&t, &p->y, 1);
  field_subtract(&u, &t, &ONE);
  field_multiply(&v, &t, &D);
  field_add(&v, &v, &ONE);
  field_square(&t, &v, 1); /* x = u v^3 (u v^7)^((p-5)/8) */
  field_multiply(&t, &t, &v);
  field_multiply(&x, &t, &u);
  field_square(&t, &t, 1);
  field_multiply(&t, &t, &v);
  field_multiply(&t, &t, &u);
  field_root_power(&t, &t);
  field_multiply(&x, &x, &t);
  field_square(&t, &x, 1);
  field_multiply(&t, &t, &v);
  if (!field_equal(&t, &u)) {
    static const words ZERO = {{0}};
    field_subtract(&u, &ZERO, &u);
    if (!field_equal(&t, &u)) return 0;
    field_multiply(&x, &x, &ROOT_MINUS_1);
  }
  field_encode(bytes, &x);
  const uint8_t sign = in[31] >> 7;
  static const uint8_t NOTHING[32] = {0};
  if (sign && differs(bytes, NOTHING, 32) == 0) return 0;
  if ((bytes[0] & 1) != sign) {
    static const words ZERO = {{0}};
    field_subtract(&x, &ZERO, &x);
  }
  p->x = x;
  p->z = ONE;
  field_multiply(&p->t, &p->x, &p->y);
  return 1;
}

/** SHA-512 of up to three parts, modulo L. */
static void hash_to_scalar(words *r, const part25519 *parts, int count) {
  sha512 h;
  uint8_t digest[64];
  words low, high;
  sha512_start(&h);
  for (int i = 0; i < count; i++) sha512_absorb(&h, parts[i].bytes, parts[i].length);
  sha512_finish(&h, digest);
  load_words(&low, digest);
  load_words(&high, digest + 32);
  mod_multiply(&low, &low, &ORDER.one, &ORDER);     /* low */
  mod_multiply(&high, &high, &ORDER.square, &ORDER); /* high · 2^256 */
  mod_add(r, &low, &high, &ORDER);
}

/** §5.1.5: the secret scalar and the prefix. */
static void expand(words *scalar, uint8_t *digest, const uint8_t *seed) {
  sha512 h;
  sha512_start(&h);
  sha512_absorb(&h, seed, 32);
  sha512_finish(&h, digest);
  load_words(scalar, digest);
  scalar->w[0] &= ~7u;
  scalar->w[7] = (scalar->w[7] & 0x7fffffff) | 0x40000000;
}

/** pk of a seed of 32 bytes. */
PQR_ENTRY void pqr_ed25519_keygen(uint8_t *pk, const uint8_t *seed) {
  uint8_t digest[64];
  words scalar;
  point p;
  expand(&scalar, digest, seed);
  multiply_base(&p, &scalar);
  encode(pk, &p);
}

/** §5.1.6; pk is the seed's public key. message->bytes are signed as they are. */
PQR_ENTRY void pqr_ed25519_sign(uint8_t *sig, const uint8_t *seed, const uint8_t *pk, const pqr_message *message) {
  uint8_t digest[64];
  words scalar, r, k;
  point p;
  expand(&scalar, digest, seed);
  const part25519 nonce[2] = {{digest + 32, 32}, {message->bytes, message->length}};
  hash_to_scalar(&r, nonce, 2);
  multiply_base(&p, &r);
  encode(sig, &p);
  const part25519 parts[3] = {{sig, 32}, {pk, 32}, {message->bytes, message->length}};
  hash_to_scalar(&k, parts, 3);
  mod_multiply(&k, &k, &ORDER.square, &ORDER); /* k · 2^256, so that the next product is k · scalar */
  mod_multiply(&k, &scalar, &k, &ORDER);
  mod_add(&k, &k, &r, &ORDER);
  store_words(sig + 32, &k);
}

/** §5.1.7, without the cofactor: 0 where the signature is valid, else -1. Everything here is public. */
PQR_ENTRY int pqr_ed25519_verify(const uint8_t *pk, const uint8_t *sig, uint32_t sig_length, const pqr_message *message) {
  words s, k, difference;
  point a, r;
  uint8_t encoded[32];
  static const words ZERO = {{0}};
  if (sig_length != 64 || !decode(&a, pk)) return -1;
  load_words(&s, sig + 32);
  if (!subtract_words(&difference, &s, &ORDER.m)) return -1; /* S must be below L */
  const part25519 parts[3] = {{sig, 32}, {pk, 32}, {message->bytes, message->length}};
  hash_to_scalar(&k, parts, 3);
  field_subtract(&a.x, &ZERO, &a.x);
  field_subtract(&a.t, &ZERO, &a.t);
  multiply_two(&r, &k, &a, &s);
  encode(encoded, &r);
  return differs(encoded, sig, 32) == 0 ? 0 : -1;
}
