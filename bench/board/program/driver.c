/* The driver of `pqready pqc conform` (docs/conform.md, protocol 1): a line in, a line out, no JSON library, no heap. Members are found by their quoted
 * names, all of them before the first is decoded, for hexadecimal is decoded where it stands. */
#include "driver.h"

#include "port.h"
#include "sets.h"
#include "text.h"

typedef enum { ID, OP, ALGORITHM, FORM, SEED, EK_, M, DK_, C_, PK_, SK_, MESSAGE, CONTEXT, RND, SIGNATURE_, MEMBERS } member;
static const char *const NAMES[MEMBERS] = {"id", "op", "algorithm", "form", "seed", "ek", "m", "dk", "c", "pk", "sk", "message", "context", "rnd", "signature"};

static char *values[MEMBERS];

/* A member begins behind its name and a colon; requests come from pqready, without white space. */
static char *find(char *line, size_t length, const char *name) {
  const size_t n = text_length(name);
  for (size_t i = 0; i + n + 3 < length; i++)
    if (line[i] == '"' && text_equal(line + i + 1, name, n) && line[i + 1 + n] == '"' && line[i + 2 + n] == ':') return line + i + 3 + n;
  return NULL;
}

static int is(member which, const char *word) {
  const char *const at = values[which];
  const size_t n = text_length(word);
  return at != NULL && at[0] == '"' && text_equal(at + 1, word, n) && at[1 + n] == '"';
}

typedef struct {
  const uint8_t *bytes;
  uint32_t length;
  int given;
} octets;

static int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static octets hex(member which) {
  octets out = {NULL, 0, 0};
  char *const at = values[which];
  if (at == NULL || at[0] != '"') return out;
  uint8_t *const to = (uint8_t *)at + 1;
  out.bytes = to;
  out.given = 1;
  for (const char *from = at + 1; digit(from[0]) >= 0 && digit(from[1]) >= 0; from += 2)
    to[out.length++] = (uint8_t)(digit(from[0]) << 4 | digit(from[1]));
  return out;
}

static void say(const char *name, const uint8_t *bytes, size_t length) {
  put(",\"");
  put(name);
  put("\":\"");
  put_hex(bytes, length);
  put("\"");
}
static void say_valid(int valid) { put(valid ? ",\"valid\":true" : ",\"valid\":false"); }
static void reject(const char *why) {
  put(",\"rejected\":\"");
  put(why);
  put("\"");
}
static void unsupported(void) { put(",\"unsupported\":\"not in this program\""); }

static void answer_kem(const kem_set *set) {
  kem_room *const r = &room.kem;
  if (is(OP, "keygen")) {
    const octets seed = hex(SEED);
    if (seed.length != 64) return reject("seed length");
    set->keygen(r->ek, r->dk, seed.bytes);
    say("ek", r->ek, set->ek);
    say("dk", r->dk, set->dk);
  } else if (is(OP, "encaps")) {
    const octets ek = hex(EK_), m = hex(M);
    if (ek.length != set->ek || m.length != 32) return reject("length");
    if (set->encaps(r->c, r->k, ek.bytes, m.bytes) != 0) return reject("modulus check");
    say("c", r->c, set->c);
    say("k", r->k, 32);
  } else if (is(OP, "decaps")) {
    const octets dk = hex(DK_), c = hex(C_);
    if (dk.length != set->dk || c.length != set->c) return reject("length");
    if (set->decaps(r->k, dk.bytes, c.bytes) != 0) return reject("hash check");
    say("k", r->k, 32);
  } else if (is(OP, "check-ek")) {
    const octets ek = hex(EK_);
    say_valid(ek.length == set->ek && set->check_ek(ek.bytes) == 0);
  } else if (is(OP, "check-dk")) {
    const octets dk = hex(DK_);
    say_valid(dk.length == set->dk && set->check_dk(dk.bytes) == 0);
  } else
    unsupported();
}

static void answer_dsa(const dsa_set *set) {
  static const uint8_t zeros[32];
  dsa_room *const r = &room.dsa;
  const uint32_t form = is(FORM, "internal") ? 1 : is(FORM, "external-mu") ? 2 : 0;
  if (is(OP, "keygen")) {
    const octets seed = hex(SEED);
    if (seed.length != 32) return reject("seed length");
    set->keygen(r->pk, r->sk, seed.bytes);
    say("pk", r->pk, set->pk);
    say("sk", r->sk, set->sk);
    return;
  }
  if (is(FORM, "pre-hash") || (!is(OP, "sign") && !is(OP, "verify"))) return unsupported();
  const octets message = hex(MESSAGE), context = hex(CONTEXT);
  if (context.length > 255 || (form == 2 && message.length != 64)) return reject("context or mu length");
  const pqr_message input = {message.bytes, message.length, context.bytes, context.length, form};
  if (is(OP, "sign")) {
    const octets sk = hex(SK_), rnd = hex(RND);
    if (sk.length != set->sk || (rnd.given && rnd.length != 32)) return reject("length");
    if (set->sign(r->signature, sk.bytes, rnd.given ? rnd.bytes : zeros, &input) < 0) return reject("key");
    say("signature", r->signature, set->signature);
  } else {
    const octets pk = hex(PK_), signature = hex(SIGNATURE_);
    say_valid(pk.length == set->pk && set->verify(pk.bytes, signature.bytes, signature.length, &input) == 0);
  }
}

static void hello(void) {
  put(",\"protocol\":1,\"implementation\":\"pqready kernels on a board\",\"platform\":\"");
  put(port_board());
  put("\",\"maxLineBytes\":");
  put_number(PQR_LINE_BYTES - 2);
  put(",\"algorithms\":{");
  for (uint32_t i = 0; i < KEM_SETS; i++) {
    put(i == 0 ? "\"" : ",\"");
    put(KEMS[i].name);
    put("\":[\"keygen\",\"seed\",\"encaps\",\"m\",\"decaps\",\"expanded-keys\",\"check-ek\",\"check-dk\"]");
  }
  for (uint32_t i = 0; i < DSA_SETS; i++) {
    put(",\"");
    put(DSAS[i].name);
    put("\":[\"keygen\",\"seed\",\"sign\",\"verify\",\"expanded-keys\",\"deterministic\",\"rnd\",\"context\",\"internal\",\"external-mu\"]");
  }
  put("}");
}

void pqr_answer(char *line, size_t length) {
  for (uint32_t i = 0; i < MEMBERS; i++) values[i] = find(line, length, NAMES[i]);
  put("{\"id\":");
  uint32_t id = 0;
  for (const char *at = values[ID]; at != NULL && *at >= '0' && *at <= '9'; at++) id = id * 10 + (uint32_t)(*at - '0');
  put_number(id);
  if (is(OP, "hello")) hello();
  else {
    int known = 0;
    for (uint32_t i = 0; i < KEM_SETS; i++)
      if (is(ALGORITHM, KEMS[i].name)) known = 1, answer_kem(&KEMS[i]);
    for (uint32_t i = 0; i < DSA_SETS; i++)
      if (is(ALGORITHM, DSAS[i].name)) known = 1, answer_dsa(&DSAS[i]);
    if (!known) unsupported();
  }
  put("}\n");
}
