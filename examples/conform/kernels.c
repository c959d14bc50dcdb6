/* A driver for `pqready pqc conform` in C: the portable kernels of bench/kernels behind protocol 1 of docs/conform.md. Shows what a board needs:
 * a line in, a line out, no JSON library. `kernels.sh` builds it.
 *   pqready pqc conform -- ./kernels */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const uint8_t *bytes;
  uint32_t length;
  const uint8_t *context;
  uint32_t context_length;
  uint32_t form;
} pqr_message;

#define KEM(k)                                                                               \
  void pqr_mlkem##k##_keygen(uint8_t *ek, uint8_t *dk, const uint8_t *seed);                 \
  int pqr_mlkem##k##_encaps(uint8_t *c, uint8_t *key, const uint8_t *ek, const uint8_t *m);  \
  int pqr_mlkem##k##_decaps(uint8_t *key, const uint8_t *dk, const uint8_t *c);              \
  int pqr_mlkem##k##_check_ek(const uint8_t *ek);                                            \
  int pqr_mlkem##k##_check_dk(const uint8_t *dk);
#define DSA(s)                                                                                                   \
  void pqr_mldsa##s##_keygen(uint8_t *pk, uint8_t *sk, const uint8_t *xi);                                       \
  int pqr_mldsa##s##_sign(uint8_t *sig, const uint8_t *sk, const uint8_t *rnd, const pqr_message *message);      \
  int pqr_mldsa##s##_verify(const uint8_t *pk, const uint8_t *sig, uint32_t length, const pqr_message *message);
KEM(512) KEM(768) KEM(1024)
DSA(44) DSA(65) DSA(87)
int pqr_lms_verify(const uint8_t *pk, const uint8_t *sig, uint32_t length, const pqr_message *message);

typedef struct {
  const char *name;
  size_t ek, dk, c;
  void (*keygen)(uint8_t *, uint8_t *, const uint8_t *);
  int (*encaps)(uint8_t *, uint8_t *, const uint8_t *, const uint8_t *);
  int (*decaps)(uint8_t *, const uint8_t *, const uint8_t *);
  int (*check_ek)(const uint8_t *);
  int (*check_dk)(const uint8_t *);
} kem;
#define KEM_ROW(k, ek, dk, c) \
  { "ml-kem-" #k, ek, dk, c, pqr_mlkem##k##_keygen, pqr_mlkem##k##_encaps, pqr_mlkem##k##_decaps, pqr_mlkem##k##_check_ek, pqr_mlkem##k##_check_dk }
/* FIPS 203 Table 3. */
static const kem KEMS[] = { KEM_ROW(512, 800, 1632, 768), KEM_ROW(768, 1184, 2400, 1088), KEM_ROW(1024, 1568, 3168, 1568) };

typedef struct {
  const char *name;
  size_t pk, sk, sig;
  void (*keygen)(uint8_t *, uint8_t *, const uint8_t *);
  int (*sign)(uint8_t *, const uint8_t *, const uint8_t *, const pqr_message *);
  int (*verify)(const uint8_t *, const uint8_t *, uint32_t, const pqr_message *);
} dsa;
#define DSA_ROW(s, pk, sk, sig) { "ml-dsa-" #s, pk, sk, sig, pqr_mldsa##s##_keygen, pqr_mldsa##s##_sign, pqr_mldsa##s##_verify }
/* FIPS 204 Table 2. */
static const dsa DSAS[] = { DSA_ROW(44, 1312, 2560, 2420), DSA_ROW(65, 1952, 4032, 3309), DSA_ROW(87, 2592, 4896, 4627) };

enum { LINE = 1 << 18, LONGEST = 1 << 16 };
static char line[LINE];

/* The value of a member of the line: host and protocol are ours, so a member is found by its quoted name. */
static const char *member(const char *name) {
  char quoted[32];
  snprintf(quoted, sizeof quoted, "\"%s\":", name);
  const char *at = strstr(line, quoted);
  return at == NULL ? NULL : at + strlen(quoted);
}

static int is(const char *name, const char *value) {
  const char *at = member(name);
  size_t n = strlen(value);
  return at != NULL && at[0] == '"' && strncmp(at + 1, value, n) == 0 && at[1 + n] == '"';
}

typedef struct {
  uint8_t *bytes;
  size_t length;
  int given;
} octets;

static octets hex(const char *name) {
  octets out = { calloc(1, LONGEST + 64), 0, 0 }; /* room behind, for a length is checked only after this */
  const char *at = member(name);
  if (at == NULL || at[0] != '"') return out;
  out.given = 1;
  for (at++; at[0] != '"' && at[0] != 0 && at[1] != 0 && out.length < LONGEST; at += 2) {
    char pair[3] = { at[0], at[1], 0 };
    out.bytes[out.length++] = (uint8_t)strtoul(pair, NULL, 16);
  }
  return out;
}

static void put(const char *name, const uint8_t *bytes, size_t length) {
  printf(",\"%s\":\"", name);
  for (size_t i = 0; i < length; i++) printf("%02x", bytes[i]);
  printf("\"");
}

static void say(const char *what) { printf(",%s", what); }
static void reject(const char *why) { printf(",\"rejected\":\"%s\"", why); }

static void answer_kem(const kem *set) {
  static uint8_t ek[1568], dk[3168], c[1568], key[32];
  if (is("op", "keygen")) {
    octets seed = hex("seed");
    if (seed.length != 64) { reject("seed length"); return; }
    set->keygen(ek, dk, seed.bytes);
    put("ek", ek, set->ek);
    put("dk", dk, set->dk);
  } else if (is("op", "encaps")) {
    octets given = hex("ek"), m = hex("m");
    if (given.length != set->ek || m.length != 32) { reject("length"); return; }
    if (set->encaps(c, key, given.bytes, m.bytes) != 0) { reject("modulus check"); return; }
    put("c", c, set->c);
    put("k", key, 32);
  } else if (is("op", "decaps")) {
    octets given = hex("dk"), sent = hex("c");
    if (given.length != set->dk || sent.length != set->c) { reject("length"); return; }
    if (set->decaps(key, given.bytes, sent.bytes) != 0) { reject("hash check"); return; }
    put("k", key, 32);
  } else {
    octets given = is("op", "check-ek") ? hex("ek") : hex("dk");
    int ok = is("op", "check-ek") ? given.length == set->ek && set->check_ek(given.bytes) == 0
                                  : given.length == set->dk && set->check_dk(given.bytes) == 0;
    say(ok ? "\"valid\":true" : "\"valid\":false");
  }
}

static void answer_dsa(const dsa *set) {
  static uint8_t pk[2592], sk[4896], sig[4627], zero[32];
  octets message = hex("message"), context = hex("context");
  pqr_message input = { message.bytes, (uint32_t)message.length, context.bytes, (uint32_t)context.length, 0 };
  input.form = is("form", "internal") ? 1 : is("form", "external-mu") ? 2 : 0;
  if (context.length > 255 || (input.form == 2 && message.length != 64)) { reject("context or mu length"); return; }
  if (is("op", "keygen")) {
    octets seed = hex("seed");
    if (seed.length != 32) { reject("seed length"); return; }
    set->keygen(pk, sk, seed.bytes);
    put("pk", pk, set->pk);
    put("sk", sk, set->sk);
  } else if (is("op", "sign")) {
    octets key = hex("sk"), rnd = hex("rnd");
    if (key.length != set->sk || (rnd.given && rnd.length != 32)) { reject("length"); return; }
    if (set->sign(sig, key.bytes, rnd.given ? rnd.bytes : zero, &input) < 0) { reject("key"); return; }
    put("signature", sig, set->sig);
  } else {
    octets key = hex("pk"), given = hex("signature");
    int ok = key.length == set->pk && set->verify(key.bytes, given.bytes, (uint32_t)given.length, &input) == 0;
    say(ok ? "\"valid\":true" : "\"valid\":false");
  }
}

static void answer_lms(void) {
  octets key = hex("pk"), message = hex("message"), given = hex("signature");
  pqr_message input = { message.bytes, (uint32_t)message.length, NULL, 0, 1 };
  int ok = (key.length == 48 || key.length == 56) && pqr_lms_verify(key.bytes, given.bytes, (uint32_t)given.length, &input) == 0;
  say(ok ? "\"valid\":true" : "\"valid\":false");
}

static void hello(void) {
  say("\"protocol\":1,\"implementation\":\"pqready bench kernels\",\"platform\":\"host\",\"algorithms\":{");
  for (size_t i = 0; i < 3; i++)
    printf("\"%s\":[\"keygen\",\"seed\",\"encaps\",\"m\",\"decaps\",\"expanded-keys\",\"check-ek\",\"check-dk\"],", KEMS[i].name);
  for (size_t i = 0; i < 3; i++)
    printf("\"%s\":[\"keygen\",\"seed\",\"sign\",\"verify\",\"expanded-keys\",\"deterministic\",\"rnd\",\"context\",\"internal\",\"external-mu\"],",
           DSAS[i].name);
  printf("\"lms\":[\"verify\"]},\"maxLineBytes\":%d", LINE - 1);
}

int main(void) {
  while (fgets(line, LINE, stdin) != NULL) {
    const char *id = member("id");
    printf("{\"id\":%ld", id == NULL ? -1L : strtol(id, NULL, 10));
    if (is("op", "hello")) hello();
    for (size_t i = 0; i < 3; i++)
      if (is("algorithm", KEMS[i].name)) answer_kem(&KEMS[i]);
    for (size_t i = 0; i < 3; i++)
      if (is("algorithm", DSAS[i].name)) answer_dsa(&DSAS[i]);
    if (is("algorithm", "lms")) answer_lms();
    printf("}\n");
    fflush(stdout);
  }
  return 0;
}
