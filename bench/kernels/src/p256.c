/* ECDH and ECDSA on P-256: SP 800-186 §3.2.1.3, SP 800-56A §5.7.1.2, FIPS 186-5 §6.4. Complete addition for a = -3 (Renes, Costello, Batina,
 * "Complete addition formulas for prime order elliptic curves", 2016, Algorithm 4), so that no case is an exception. Coordinates and constants
 * are in Montgomery form. A benchmark baseline, not hardened for production. */

#include "words256.h"

/** Homogeneous: x = X/Z, y = Y/Z; the neutral element is 0 : 1 : 0. */
typedef struct {
  words x, y, z;
} point;

static const modulus FIELD = {{{0xffffffff, 0xffffffff, 0xffffffff, 0x00000000, 0x00000000, 0x00000000, 0x00000001, 0xffffffff}},
                              {{0x00000001, 0x00000000, 0x00000000, 0xffffffff, 0xffffffff, 0xffffffff, 0xfffffffe, 0x00000000}},
                              {{0x00000003, 0x00000000, 0xffffffff, 0xfffffffb, 0xfffffffe, 0xffffffff, 0xfffffffd, 0x00000004}},
                              1};
static const modulus ORDER = {{{0xfc632551, 0xf3b9cac2, 0xa7179e84, 0xbce6faad, 0xffffffff, 0xffffffff, 0x00000000, 0xffffffff}},
                              {{0x039cdaaf, 0x0c46353d, 0x58e8617b, 0x43190552, 0x00000000, 0x00000000, 0xffffffff, 0x00000000}},
                              {{0xbe79eea2, 0x83244c95, 0x49bd6fa6, 0x4699799c, 0x2b6bec59, 0x2845b239, 0xf3d95620, 0x66e12d94}},
                              0xee00bc4f};
static const words B = {{0x29c4bddf, 0xd89cdf62, 0x78843090, 0xacf005cd, 0xf7212ed6, 0xe5a220ab, 0x04874834, 0xdc30061d}};
static const point BASE = {{{0x18a9143c, 0x79e730d4, 0x5fedb601, 0x75ba95fc, 0x77622510, 0x79fb732b, 0xa53755c6, 0x18905f76}},
                           {{0xce95560a, 0xddf25357, 0xba19e45c, 0x8b4ab8e4, 0xdd21f325, 0xd2e88688, 0x25885d85, 0x8571ff18}},
                           {{0x00000001, 0x00000000, 0x00000000, 0xffffffff, 0xffffffff, 0xffffffff, 0xfffffffe, 0x00000000}}};

static void times(words *r, const words *a, const words *b) { mod_multiply(r, a, b, &FIELD); }
static void plus(words *r, const words *a, const words *b) { mod_add(r, a, b, &FIELD); }
static void minus(words *r, const words *a, const words *b) { mod_subtract(r, a, b, &FIELD); }

/** (a1 + a2)(b1 + b2) - c - d: the mixed products of the paper's steps 4 to 18. */
static void cross(words *r, const words *a1, const words *a2, const words *b1, const words *b2, const words *c_plus_d) {
  words s, t;
  plus(&s, a1, a2);
  plus(&t, b1, b2);
  times(r, &s, &t);
  minus(r, r, c_plus_d);
}

static void add(point *r, const point *p, const point *q) {
  words xx, yy, zz, xy, yz, xz, t, u, v, w;
  times(&xx, &p->x, &q->x);
  times(&yy, &p->y, &q->y);
  times(&zz, &p->z, &q->z);
  plus(&t, &xx, &yy);
  cross(&xy, &p->x, &p->y, &q->x, &q->y, &t); /* X1Y2 + X2Y1 */
  plus(&t, &yy, &zz);
  cross(&yz, &p->y, &p->z, &q->y, &q->z, &t);
  plus(&t, &xx, &zz);
  cross(&xz, &p->x, &p->z, &q->x, &q->z, &t);
  times(&t, &B, &zz); /* u = 3(xz - b·zz) */
  minus(&t, &xz, &t);
  plus(&u, &t, &t);
  plus(&u, &u, &t);
  minus(&v, &yy, &u);
  plus(&u, &yy, &u);
  plus(&t, &zz, &zz); /* w = 3(b·xz - 3zz - xx) */
  plus(&zz, &t, &zz);
  times(&w, &B, &xz);
  minus(&w, &w, &zz);
  minus(&w, &w, &xx);
  plus(&t, &w, &w);
  plus(&w, &w, &t);
  plus(&t, &xx, &xx); /* xx = 3xx - 3zz */
  plus(&xx, &t, &xx);
  minus(&xx, &xx, &zz);
  times(&t, &yz, &w); /* X3 = xy·u - yz·w */
  times(&r->x, &xy, &u);
  minus(&r->x, &r->x, &t);
  times(&t, &xx, &w); /* Y3 = u·v + xx·w */
  times(&r->y, &u, &v);
  plus(&r->y, &r->y, &t);
  times(&t, &xy, &xx); /* Z3 = yz·v + xy·xx */
  times(&r->z, &yz, &v);
  plus(&r->z, &r->z, &t);
}

static void set_neutral(point *p) {
  memset(p, 0, sizeof *p);
  p->y = FIELD.one;
}

/** k·P in windows of four bits; every entry of the table is read for each. */
static void multiply(point *r, const words *k, const point *p) {
  point table[16], sum;
  set_neutral(&table[0]);
  for (int i = 1; i < 16; i++) add(&table[i], &table[i - 1], p);
  set_neutral(&sum);
  for (int i = 252; i >= 0; i -= 4) {
    const uint32_t digit = k->w[i >> 5] >> (i & 31) & 15;
    point chosen = table[0];
    for (int j = 0; j < 4; j++) add(&sum, &sum, &sum);
    for (uint32_t j = 1; j < 16; j++) {
      const uint32_t mask = (uint32_t)((int32_t)((j ^ digit) - 1) >> 31);
      choose_words(&chosen.x, &table[j].x, mask);
      choose_words(&chosen.y, &table[j].y, mask);
      choose_words(&chosen.z, &table[j].z, mask);
    }
    add(&sum, &sum, &chosen);
  }
  *r = sum;
}

/** Affine coordinates, out of Montgomery form; 0 for the neutral element. */
static int to_affine(words *x, words *y, const point *p) {
  static const words ONE = {{1}};
  words inverse;
  if (is_zero_words(&p->z)) return 0;
  mod_invert(&inverse, &p->z, &FIELD);
  times(x, &p->x, &inverse);
  times(x, x, &ONE);
  times(y, &p->y, &inverse);
  times(y, y, &ONE);
  return 1;
}

/** X ‖ Y, 64 bytes; 0 where the bytes are no point of the curve (SP 800-56A §5.6.2.3.4). */
static int decode(point *p, const uint8_t *in) {
  words t, left, right;
  load_words_be(&p->x, in);
  load_words_be(&p->y, in + 32);
  if (!subtract_words(&t, &p->x, &FIELD.m) || !subtract_words(&t, &p->y, &FIELD.m)) return 0;
  times(&p->x, &p->x, &FIELD.square);
  times(&p->y, &p->y, &FIELD.square);
  p->z = FIELD.one;
  times(&left, &p->y, &p->y);
  times(&right, &p->x, &p->x); /* x^3 - 3x + b = (x^2 - 3)x + b */
  for (int i = 0; i < 3; i++) minus(&right, &right, &FIELD.one);
  times(&right, &right, &p->x);
  plus(&right, &right, &B);
  minus(&t, &left, &right);
  return (int)is_zero_words(&t);
}

/** A scalar in [1, n-1], or 0. */
static int decode_scalar(words *k, const uint8_t *in) {
  words t;
  load_words_be(k, in);
  return (int)(subtract_words(&t, k, &ORDER.m) & (is_zero_words(k) ^ 1));
}

/** pk = X ‖ Y of d·G; -1 where d is not in [1, n-1]. */
PQR_ENTRY int pqr_p256_keygen(uint8_t *pk, const uint8_t *d) {
  words k, x, y;
  point p;
  if (!decode_scalar(&k, d)) return -1;
  multiply(&p, &k, &BASE);
  if (!to_affine(&x, &y, &p)) return -1;
  store_words_be(pk, &x);
  store_words_be(pk + 32, &y);
  return 0;
}

/** secret = the x coordinate of d·Q; -1 where d or Q is none. */
PQR_ENTRY int pqr_p256_ecdh(uint8_t *secret, const uint8_t *d, const uint8_t *pk) {
  words k, x, y;
  point p;
  if (!decode_scalar(&k, d) || !decode(&p, pk)) return -1;
  multiply(&p, &k, &p);
  if (!to_affine(&x, &y, &p)) return -1;
  store_words_be(secret, &x);
  return 0;
}

/** e of FIPS 186-5 §6.4.1 from a hash of 32 bytes, below n. */
static void load_hash(words *e, const uint8_t *hash) {
  words less;
  load_words_be(e, hash);
  const uint32_t borrow = subtract_words(&less, e, &ORDER.m);
  choose_words(e, &less, borrow - 1);
}

/** sig = r ‖ s of a hash of 32 bytes with the per-message secret k; -1 where d or k is not in [1, n-1], or r or s is zero. */
PQR_ENTRY int pqr_p256_sign(uint8_t *sig, const uint8_t *d, const uint8_t *hash, const uint8_t *k) {
  words secret, nonce, e, r, s, y;
  point p;
  if (!decode_scalar(&secret, d) || !decode_scalar(&nonce, k)) return -1;
  multiply(&p, &nonce, &BASE);
  if (!to_affine(&r, &y, &p)) return -1;
  mod_multiply(&r, &r, &ORDER.one, &ORDER); /* x mod n */
  load_hash(&e, hash);
  mod_multiply(&y, &r, &ORDER.square, &ORDER);
  mod_multiply(&s, &secret, &y, &ORDER); /* r·d */
  mod_add(&s, &s, &e, &ORDER);
  mod_multiply(&nonce, &nonce, &ORDER.square, &ORDER);
  mod_invert(&nonce, &nonce, &ORDER);
  mod_multiply(&s, &s, &nonce, &ORDER);
  store_words_be(sig, &r);
  store_words_be(sig + 32, &s);
  return is_zero_words(&r) | is_zero_words(&s) ? -1 : 0;
}

/** 0 where sig = r ‖ s is valid for a hash of 32 bytes, else -1. Everything here is public. */
PQR_ENTRY int pqr_p256_verify(const uint8_t *pk, const uint8_t *sig, const uint8_t *hash) {
  words r, s, e, u1, u2, x, y;
  point q, both, sum;
  if (!decode(&q, pk) || !decode_scalar(&r, sig) || !decode_scalar(&s, sig + 32)) return -1;
  load_hash(&e, hash);
  mod_multiply(&s, &s, &ORDER.square, &ORDER);
  mod_invert(&s, &s, &ORDER);
  mod_multiply(&u1, &e, &s, &ORDER);
  mod_multiply(&u2, &r, &s, &ORDER);
  add(&both, &q, &BASE);
  set_neutral(&sum);
  for (int i = 255; i >= 0; i--) {
    const uint32_t bits = bit_of(&u2, i) << 1 | bit_of(&u1, i);
    add(&sum, &sum, &sum);
    if (bits != 0) add(&sum, &sum, bits == 3 ? &both : bits == 2 ? &q : &BASE);
  }
  if (!to_affine(&x, &y, &sum)) return -1;
  mod_multiply(&x, &x, &ORDER.one, &ORDER);
  for (int i = 0; i < 8; i++) {
    if (x.w[i] != r.w[i]) return -1;
  }
  return 0;
}
