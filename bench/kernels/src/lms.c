/* Verification of LMS and HSS, RFC 8554 §4.6, §5.4, §6.3, with the SHA-256 sets of the RFC and those of SP 800-208 §4: SHA-256 cut to 24 bytes,
 * SHAKE256 with 32 and 24 bytes. Everything here is public. */

#include "keccak.h"
#include "sha2.h"

enum { MAX_N = 32, I_BYTES = 16, MAX_LEVELS = 8 };
enum { D_PBLC = 0x8080, D_MESG = 0x8181, D_LEAF = 0x8282, D_INTR = 0x8383 }; /* RFC 8554 §7.1 */

/** A row of the type tables (RFC 8554 Tables 1 and 2, SP 800-208 Tables 2 to 9): each run of codes goes SHA-256/32, /24, SHAKE256/32, /24. */
typedef struct {
  uint32_t shake, n;   /* hash and its length */
  uint32_t w, p, shift; /* LM-OTS */
  uint32_t h;          /* LMS */
} types;

static int read_types(types *t, uint32_t lms, uint32_t ots) {
  static const uint16_t COUNTS[8] = {265, 133, 67, 34, 200, 101, 51, 26};
  static const uint8_t SHIFTS[8] = {7, 6, 4, 0, 8, 6, 4, 0};
  if (lms < 5 || lms > 24 || ots < 1 || ots > 16) return 0;
  const uint32_t choice = (ots - 1) >> 2, step = (ots - 1) & 3, tree = (lms - 5) * 13 >> 6; /* exact division by 5 below 20 */
  if (choice != tree) return 0; /* SP 800-208 §4: one hash for both */
  t->shake = choice >> 1;
  t->n = choice & 1 ? 24 : 32;
  t->w = 1u << step;
  t->p = COUNTS[(choice & 1) * 4 + step];
  t->shift = SHIFTS[(choice & 1) * 4 + step];
  t->h = 5 * (lms - 5 - 5 * tree) + 5;
  return 1;
}

typedef struct {
  const types *t;
  union {
    sponge shake;
    sha256 sha;
  } u;
} hash;

static void absorb(hash *h, const uint8_t *data, size_t length) {
  if (h->t->shake) sponge_absorb(&h->u.shake, data, length);
  else sha256_absorb(&h->u.sha, data, length);
}
/** I ‖ u32(number) ‖ u16(tag), with which every hash here begins. */
static void start(hash *h, const types *t, const uint8_t *identifier, uint32_t number, uint32_t tag) {
  uint8_t bytes[6];
  h->t = t;
  if (t->shake) sponge_start(&h->u.shake, RATE_SHAKE256);
  else sha256_start(&h->u.sha);
  store32be(bytes, number);
  bytes[4] = (uint8_t)(tag >> 8);
  bytes[5] = (uint8_t)tag;
  absorb(h, identifier, I_BYTES);
  absorb(h, bytes, 6);
}
static void finish(hash *h, uint8_t *out) {
  uint8_t whole[32];
  if (h->t->shake) {
    sponge_finish(&h->u.shake, SUFFIX_SHAKE);
    sponge_squeeze(&h->u.shake, out, h->t->n);
  } else {
    sha256_finish(&h->u.sha, whole);
    memcpy(out, whole, h->t->n);
  }
}

/** RFC 8554 §3.1.3, coef: digit i of w bits. */
static uint32_t coef(const uint8_t *s, uint32_t i, uint32_t w) {
  return (uint32_t)s[i * w >> 3] >> (8 - w - (i * w & 7)) & ((1u << w) - 1);
}

/** Algorithm 4b: the candidate for the one-time public key. `sig` is C ‖ y[0] ‖ … ‖ y[p-1]. */
static void one_time_key(uint8_t *out, const types *t, const uint8_t *identifier, uint32_t q, const uint8_t *sig, const pqr_message *message) {
  uint8_t digits[MAX_N + 2], value[MAX_N];
  uint32_t sum = 0;
  const uint32_t top = (1u << t->w) - 1;
  hash all, h;
  start(&h, t, identifier, q, D_MESG);
  absorb(&h, sig, t->n);
  absorb(&h, message->bytes, message->length);
  finish(&h, digits);
  for (uint32_t i = 0; i < 8 * t->n / t->w; i++) sum += top - coef(digits, i, t->w);
  sum <<= t->shift; /* Algorithm 2, Cksm */
  digits[t->n] = (uint8_t)(sum >> 8);
  digits[t->n + 1] = (uint8_t)sum;
  start(&all, t, identifier, q, D_PBLC);
  for (uint32_t i = 0; i < t->p; i++) {
    memcpy(value, sig + t->n * (1 + i), t->n);
    for (uint32_t j = coef(digits, i, t->w); j < top; j++) {
      const uint8_t step = (uint8_t)j;
      start(&h, t, identifier, q, i);
      absorb(&h, &step, 1);
      absorb(&h, value, t->n);
      finish(&h, value);
    }
    absorb(&all, value, t->n);
  }
  finish(&all, out);
}

/** Bytes of the signature under this public key, 0 where the key's types are unknown: 12 + n(p + 1) + m·h. */
static uint32_t signature_bytes(types *t, const uint8_t *pk, uint32_t pk_length) {
  if (pk_length < 8 || !read_types(t, load32be(pk), load32be(pk + 4)) || pk_length < 24 + t->n) return 0;
  return 12 + t->n * (t->p + 1 + t->h);
}

/** Algorithm 6a. pk: u32 type ‖ u32 otstype ‖ I ‖ T[1]. */
static int verify(const uint8_t *pk, uint32_t pk_length, const uint8_t *sig, uint32_t sig_length, const pqr_message *message) {
  types t;
  uint8_t value[MAX_N];
  hash h;
  const uint8_t *const identifier = pk + 8;
  const uint32_t expected = signature_bytes(&t, pk, pk_length);
  if (expected == 0 || pk_length != 24 + t.n || sig_length != expected) return -1;
  const uint32_t q = load32be(sig);
  const uint8_t *const tree = sig + 8 + t.n * (t.p + 1);
  if (load32be(sig + 4) != load32be(pk + 4) || load32be(tree) != load32be(pk) || q >> t.h != 0) return -1;
  one_time_key(value, &t, identifier, q, sig + 8, message);
  uint32_t node = (1u << t.h) + q;
  start(&h, &t, identifier, node, D_LEAF);
  absorb(&h, value, t.n);
  finish(&h, value);
  for (const uint8_t *sibling = tree + 4; node > 1; node >>= 1, sibling += t.n) {
    start(&h, &t, identifier, node >> 1, D_INTR);
    absorb(&h, node & 1 ? sibling : value, t.n);
    absorb(&h, node & 1 ? value : sibling, t.n);
    finish(&h, value);
  }
  return differs(value, pk + 24, t.n) == 0 ? 0 : -1;
}

/** One tree: 0 where the signature is valid, else -1. The public key has 24 + m bytes, by its own type code; message->bytes are signed as they are. */
PQR_ENTRY int pqr_lms_verify(const uint8_t *pk, const uint8_t *sig, uint32_t sig_length, const pqr_message *message) {
  types t;
  if (!read_types(&t, load32be(pk), load32be(pk + 4))) return -1;
  return verify(pk, 24 + t.n, sig, sig_length, message);
}

/** The hierarchy, §6.3: u32 L ‖ LMS public key. */
PQR_ENTRY int pqr_hss_verify(const uint8_t *pk, const uint8_t *sig, uint32_t sig_length, const pqr_message *message) {
  const uint32_t levels = load32be(pk);
  types t, next;
  if (levels < 1 || levels > MAX_LEVELS || sig_length < 4 || load32be(sig) != levels - 1) return -1;
  pk += 4;
  sig += 4;
  sig_length -= 4;
  for (uint32_t level = 1; level < levels; level++) {
    if (!read_types(&t, load32be(pk), load32be(pk + 4))) return -1;
    const uint32_t signed_bytes = signature_bytes(&t, pk, 24 + t.n);
    if (sig_length < signed_bytes + 8 || !read_types(&next, load32be(sig + signed_bytes), load32be(sig + signed_bytes + 4))) return -1;
    const uint32_t next_bytes = 24 + next.n;
    if (sig_length < signed_bytes + next_bytes) return -1;
    const pqr_message key = {sig + signed_bytes, next_bytes, NULL, 0, 1};
    if (verify(pk, 24 + t.n, sig, signed_bytes, &key) != 0) return -1;
    pk = sig + signed_bytes;
    sig += signed_bytes + next_bytes;
    sig_length -= signed_bytes + next_bytes;
  }
  return pqr_lms_verify(pk, sig, sig_length, message);
}
