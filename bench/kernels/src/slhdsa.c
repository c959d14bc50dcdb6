/* Verification of SLH-DSA, FIPS 205, all twelve parameter sets over one table (§11 Table 2). Algorithm numbers are those of the standard.
 * Everything here is public. */

#include "keccak.h"
#include "sha2.h"

typedef struct {
  uint8_t n, h, d, a, k, m, shake;
} parameters;

enum { MAX_N = 32, LG_W = 4, MAX_DIGEST = 49 };

/** ADRS of §4.2, Table 1: layer, tree (12 bytes), type, key pair, chain or height, hash or index. */
typedef struct {
  uint8_t bytes[32];
} address;
enum { WOTS_HASH = 0, WOTS_PK = 1, TREE = 2, FORS_TREE = 3, FORS_ROOTS = 4 };
enum { LAYER = 0, TREE_NUMBER = 8, TYPE = 16, KEY_PAIR = 20, CHAIN = 24, HEIGHT = 24, HASH = 28, INDEX = 28 };

static void set_type(address *a, uint32_t type) {
  memset(a->bytes + TYPE, 0, 16);
  store32be(a->bytes + TYPE, type);
}

/** One call of F, H or T_l in pieces. `wide`: H and T of the SHA2 sets of categories 3 and 5 use SHA-512 (§11.2.2). */
typedef struct {
  const parameters *set;
  uint32_t wide;
  union {
    sponge shake;
    sha256 narrow;
    sha512 wide;
  } u;
} tweaked;

typedef struct {
  const parameters *set;
  const uint8_t *pk; /* PK.seed ‖ PK.root */
  address adrs;
} context;

static void start(tweaked *t, const context *x, int is_f) {
  static const uint8_t zeros[64] = {0};
  const uint32_t n = x->set->n;
  const uint8_t *const a = x->adrs.bytes;
  t->set = x->set;
  t->wide = !is_f && n > 16;
  if (x->set->shake) { /* §11.1 */
    sponge_start(&t->u.shake, RATE_SHAKE256);
    sponge_absorb(&t->u.shake, x->pk, n);
    sponge_absorb(&t->u.shake, a, 32);
    return;
  }
  uint8_t compressed[22]; /* ADRSc, §11.2 */
  compressed[0] = a[3];
  memcpy(compressed + 1, a + 8, 8);
  compressed[9] = a[19];
  memcpy(compressed + 10, a + 20, 12);
  if (t->wide) {
    sha512_start(&t->u.wide);
    sha512_absorb(&t->u.wide, x->pk, n);
    sha512_absorb(&t->u.wide, zeros, 64);
    sha512_absorb(&t->u.wide, zeros, 64 - n);
    sha512_absorb(&t->u.wide, compressed, 22);
  } else {
    sha256_start(&t->u.narrow);
    sha256_absorb(&t->u.narrow, x->pk, n);
    sha256_absorb(&t->u.narrow, zeros, 64 - n);
    sha256_absorb(&t->u.narrow, compressed, 22);
  }
}
static void absorb(tweaked *t, const uint8_t *data, size_t length) {
  if (t->set->shake) sponge_absorb(&t->u.shake, data, length);
  else if (t->wide) sha512_absorb(&t->u.wide, data, length);
  else sha256_absorb(&t->u.narrow, data, length);
}
static void finish(tweaked *t, uint8_t *out) {
  uint8_t whole[64];
  if (t->set->shake) {
    sponge_finish(&t->u.shake, SUFFIX_SHAKE);
    sponge_squeeze(&t->u.shake, out, t->set->n);
    return;
  }
  if (t->wide) sha512_finish(&t->u.wide, whole);
  else sha256_finish(&t->u.narrow, whole);
  memcpy(out, whole, t->set->n);
}
static void hash_f(uint8_t *value, const context *x) {
  tweaked t;
  start(&t, x, 1);
  absorb(&t, value, x->set->n);
  finish(&t, value);
}
/** The parent of `value`, which stands at an even or odd place beside its sibling; the address already names the parent. */
static void hash_parent(uint8_t *value, const context *x, const uint8_t *sibling, uint32_t odd) {
  tweaked t;
  start(&t, x, 0);
  absorb(&t, odd ? sibling : value, x->set->n);
  absorb(&t, odd ? value : sibling, x->set->n);
  finish(&t, value);
}

/** Climbs `levels` steps from leaf `index` (Algorithms 11 and 17); `offset` counts the leaves of the trees to the left. */
static void climb(uint8_t *value, context *x, const uint8_t *path, int levels, uint32_t index, uint32_t offset) {
  for (int i = 1; i <= levels; i++, path += x->set->n) {
    const uint32_t odd = index & 1;
    index >>= 1;
    offset >>= 1;
    store32be(x->adrs.bytes + HEIGHT, (uint32_t)i);
    store32be(x->adrs.bytes + INDEX, index + offset);
    hash_parent(value, x, path, odd);
  }
}

/** Algorithm 8, wots_pkFromSig: `value` is the message, then the public key. */
static void wots_key(uint8_t *value, context *x, const uint8_t *sig, uint32_t key_pair) {
  const uint32_t n = x->set->n, digits = 2 * n;
  uint8_t chain[MAX_N];
  uint32_t sum = 0;
  tweaked t;
  context compress = *x;
  set_type(&compress.adrs, WOTS_PK);
  store32be(compress.adrs.bytes + KEY_PAIR, key_pair);
  start(&t, &compress, 0);
  set_type(&x->adrs, WOTS_HASH);
  store32be(x->adrs.bytes + KEY_PAIR, key_pair);
  for (uint32_t i = 0; i < digits + 3; i++, sig += n) {
    /* Three digits of the checksum, which is shifted left by four to fill two bytes: the high digits of 16 bits. */
    uint32_t digit = i < digits ? (uint32_t)value[i >> 1] >> (i & 1 ? 0 : 4) & 15 : sum >> 4 * (2 - (i - digits)) & 15;
    if (i < digits) sum += 15 - digit;
    memcpy(chain, sig, n);
    store32be(x->adrs.bytes + CHAIN, i);
    for (; digit < 15; digit++) {
      store32be(x->adrs.bytes + HASH, digit);
      hash_f(chain, x);
    }
    absorb(&t, chain, n);
  }
  finish(&t, value);
}

/** Algorithm 17, fors_pkFromSig. */
static void fors_key(uint8_t *out, context *x, const uint8_t *sig, const uint8_t *digest, uint32_t key_pair) {
  const uint32_t n = x->set->n, a = x->set->a;
  uint8_t node[MAX_N];
  tweaked t;
  context roots = *x;
  set_type(&roots.adrs, FORS_ROOTS);
  store32be(roots.adrs.bytes + KEY_PAIR, key_pair);
  start(&t, &roots, 0);
  set_type(&x->adrs, FORS_TREE);
  store32be(x->adrs.bytes + KEY_PAIR, key_pair);
  for (uint32_t i = 0, bit = 0; i < x->set->k; i++, sig += n * (a + 1)) {
    uint32_t index = 0;
    for (uint32_t j = 0; j < a; j++, bit++) index = index << 1 | (digest[bit >> 3] >> (7 - (bit & 7)) & 1);
    memcpy(node, sig, n);
    store32be(x->adrs.bytes + HEIGHT, 0);
    store32be(x->adrs.bytes + INDEX, (i << a) + index);
    hash_f(node, x);
    climb(node, x, sig + n, (int)a, index, i << a);
    absorb(&t, node, n);
  }
  finish(&t, out);
}

/** H_msg, §11.1 and §11.2: SHAKE256, or MGF1 over a hash of the message. */
static void hash_message(uint8_t *out, const context *x, const uint8_t *randomizer, const pqr_message *message) {
  const parameters *const set = x->set;
  const uint8_t head[2] = {0, (uint8_t)message->context_length};
  const size_t pure = message->form == 0;
  const part parts[5] = {{randomizer, set->n}, {x->pk, 2u * set->n}, {head, pure * 2}, {message->context, pure * message->context_length},
                         {message->bytes, message->length}};
  if (set->shake) {
    keccak_hash(out, set->m, RATE_SHAKE256, SUFFIX_SHAKE, parts, 5);
    return;
  }
  tweaked t;
  uint8_t inner[64], piece[64];
  const uint32_t size = set->n > 16 ? 64 : 32;
  t.set = set;
  t.wide = set->n > 16;
  for (uint32_t counter = 0, done = 0; done < set->m; counter++) {
    uint8_t number[4];
    if (counter == 0) {
      if (t.wide) sha512_start(&t.u.wide);
      else sha256_start(&t.u.narrow);
      for (int i = 0; i < 5; i++) absorb(&t, parts[i].bytes, parts[i].length);
      if (t.wide) sha512_finish(&t.u.wide, inner);
      else sha256_finish(&t.u.narrow, inner);
    }
    store32be(number, counter);
    if (t.wide) sha512_start(&t.u.wide);
    else sha256_start(&t.u.narrow);
    absorb(&t, randomizer, set->n);
    absorb(&t, x->pk, set->n);
    absorb(&t, inner, size);
    absorb(&t, number, 4);
    if (t.wide) sha512_finish(&t.u.wide, piece);
    else sha256_finish(&t.u.narrow, piece);
    const uint32_t taken = set->m - done < size ? set->m - done : size;
    memcpy(out + done, piece, taken);
    done += taken;
  }
}

/** The big-endian number of `bytes` bytes, its low `bits` bits (§4.4, toInt). */
static uint64_t low_bits(const uint8_t *in, uint32_t bytes, uint32_t bits) {
  uint64_t v = 0;
  for (uint32_t i = 0; i < bytes; i++) v = v << 8 | in[i];
  return bits == 64 ? v : v & (((uint64_t)1 << bits) - 1);
}

/** Algorithms 20, slh_verify_internal, and 13, ht_verify: 0 where the signature is valid, else -1. */
static int verify(const parameters *set, const uint8_t *pk, const uint8_t *sig, uint32_t sig_length, const pqr_message *message) {
  const uint32_t n = set->n, hp = (uint32_t)set->h / set->d, tree_bits = set->h - hp, length = 2 * n + 3;
  const uint32_t md_bytes = ((uint32_t)set->k * set->a + 7) / 8, tree_bytes = (tree_bits + 7) / 8;
  uint8_t digest[MAX_DIGEST], node[MAX_N];
  context x;
  if (sig_length != n * (1 + (uint32_t)set->k * (1 + set->a) + set->h + set->d * length)) return -1;
  if (message->form > 1 || (message->form == 0 && message->context_length > 255)) return -1;
  x.set = set;
  x.pk = pk;
  memset(&x.adrs, 0, sizeof x.adrs);
  hash_message(digest, &x, sig, message);
  uint64_t tree = low_bits(digest + md_bytes, tree_bytes, tree_bits);
  uint32_t leaf = (uint32_t)low_bits(digest + md_bytes + tree_bytes, (hp + 7) / 8, hp);
  store32be(x.adrs.bytes + TREE_NUMBER, (uint32_t)(tree >> 32));
  store32be(x.adrs.bytes + TREE_NUMBER + 4, (uint32_t)tree);
  fors_key(node, &x, sig + n, digest, leaf);
  sig += n * (1 + (uint32_t)set->k * (1 + set->a));
  for (uint32_t layer = 0; layer < set->d; layer++) {
    store32be(x.adrs.bytes + LAYER, layer);
    store32be(x.adrs.bytes + TREE_NUMBER, (uint32_t)(tree >> 32));
    store32be(x.adrs.bytes + TREE_NUMBER + 4, (uint32_t)tree);
    wots_key(node, &x, sig, leaf);
    set_type(&x.adrs, TREE);
    climb(node, &x, sig + n * length, (int)hp, leaf, 0);
    sig += n * (length + hp);
    leaf = (uint32_t)(tree & ((1u << hp) - 1));
    tree >>= hp;
  }
  return differs(node, pk + n, n) == 0 ? 0 : -1;
}

/* Table 2: n, h, d, a, k, m. */
#define SET(name, n, h, d, a, k, m, shake)                                                                                         \
  PQR_ENTRY int pqr_slhdsa_##name##_verify(const uint8_t *pk, const uint8_t *sig, uint32_t sig_length, const pqr_message *message) { \
    static const parameters set = {n, h, d, a, k, m, shake};                                                                       \
    return verify(&set, pk, sig, sig_length, message);                                                                             \
  }
SET(sha2_128s, 16, 63, 7, 12, 14, 30, 0)
SET(sha2_128f, 16, 66, 22, 6, 33, 34, 0)
SET(sha2_192s, 24, 63, 7, 14, 17, 39, 0)
SET(sha2_192f, 24, 66, 22, 8, 33, 42, 0)
SET(sha2_256s, 32, 64, 8, 14, 22, 47, 0)
SET(sha2_256f, 32, 68, 17, 9, 35, 49, 0)
SET(shake_128s, 16, 63, 7, 12, 14, 30, 1)
SET(shake_128f, 16, 66, 22, 6, 33, 34, 1)
SET(shake_192s, 24, 63, 7, 14, 17, 39, 1)
SET(shake_192f, 24, 66, 22, 8, 33, 42, 1)
SET(shake_256s, 32, 64, 8, 14, 22, 47, 1)
SET(shake_256f, 32, 68, 17, 9, 35, 49, 1)
