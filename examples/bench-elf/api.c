/* The functions that `pqready bench elf` measures, over pqready's own kernels: replace them by those of your library. randombytes is never
 * called as it stands: the emulator puts seeded bytes in its place. */
#include "../../bench/kernels/src/pqr.h"

int randombytes(uint8_t *out, size_t length);
int pqr_mlkem768_keygen(uint8_t *ek, uint8_t *dk, const uint8_t *seed);
int pqr_mlkem768_encaps(uint8_t *c, uint8_t *k, const uint8_t *ek, const uint8_t *m);
int pqr_mlkem768_decaps(uint8_t *k, const uint8_t *dk, const uint8_t *c);
int pqr_mldsa65_keygen(uint8_t *pk, uint8_t *sk, const uint8_t *seed);
int pqr_mldsa65_sign(uint8_t *signature, const uint8_t *sk, const uint8_t *rnd, const pqr_message *message);
int pqr_mldsa65_verify(const uint8_t *pk, const uint8_t *signature, uint32_t length, const pqr_message *message);

int crypto_kem_keypair(uint8_t *pk, uint8_t *sk) {
  uint8_t seed[64];
  randombytes(seed, 32); /* d */
  randombytes(seed + 32, 32); /* z */
  pqr_mlkem768_keygen(pk, sk, seed);
  return 0;
}

int crypto_kem_enc(uint8_t *ct, uint8_t *ss, const uint8_t *pk) {
  uint8_t m[32];
  randombytes(m, sizeof m);
  return pqr_mlkem768_encaps(ct, ss, pk, m);
}

int crypto_kem_dec(uint8_t *ss, const uint8_t *ct, const uint8_t *sk) { return pqr_mlkem768_decaps(ss, sk, ct); }

int crypto_sign_keypair(uint8_t *pk, uint8_t *sk) {
  uint8_t seed[32];
  randombytes(seed, sizeof seed);
  pqr_mldsa65_keygen(pk, sk, seed);
  return 0;
}

int crypto_sign_signature(uint8_t *sig, size_t *siglen, const uint8_t *m, size_t mlen, const uint8_t *sk) {
  uint8_t rnd[32];
  const pqr_message message = {m, (uint32_t)mlen, NULL, 0, 0};
  randombytes(rnd, sizeof rnd);
  *siglen = 3309;
  return pqr_mldsa65_sign(sig, sk, rnd, &message) < 0 ? -1 : 0;
}

int crypto_sign_verify(const uint8_t *sig, size_t siglen, const uint8_t *m, size_t mlen, const uint8_t *pk) {
  const pqr_message message = {m, (uint32_t)mlen, NULL, 0, 0};
  return pqr_mldsa65_verify(pk, sig, (uint32_t)siglen, &message);
}

/* A library that keeps keys in a form of its own: taking the key in and giving the result out is not the operation, so it stands outside of the
 * markers. */
void pqr_mark_begin(void);
void pqr_mark_end(void);

typedef struct {
  uint8_t reversed[1184];
} imported_key;

static void import_key(imported_key *key, const uint8_t *pk) {
  for (size_t i = 0; i < sizeof key->reversed; i++) key->reversed[sizeof key->reversed - 1 - i] = pk[i];
}

int imported_kem_enc(uint8_t *ct, uint8_t *ss, const uint8_t *pk) {
  uint8_t m[32], plain[1184];
  imported_key key;
  int result;
  import_key(&key, pk);
  for (size_t i = 0; i < sizeof plain; i++) plain[i] = key.reversed[sizeof plain - 1 - i];
  randombytes(m, sizeof m);
  pqr_mark_begin();
  result = pqr_mlkem768_encaps(ct, ss, plain, m);
  pqr_mark_end();
  return result;
}

/* Wrong on purpose: for looking at what the command says. */
int always_zero(uint8_t *ct, uint8_t *ss, const uint8_t *pk) {
  uint8_t m[32];
  randombytes(m, sizeof m);
  (void)pk;
  ct[0] = ss[0] = m[0];
  return 0;
}
int never_ends(void) {
  for (;;) __asm__ volatile("");
}
int begins_twice(uint8_t *ct, uint8_t *ss, const uint8_t *pk) {
  pqr_mark_begin();
  pqr_mark_begin();
  return crypto_kem_enc(ct, ss, pk);
}
int never_ends_a_span(uint8_t *ct, uint8_t *ss, const uint8_t *pk) {
  pqr_mark_begin();
  return crypto_kem_enc(ct, ss, pk);
}
int draws_too_much(uint8_t *pk, uint8_t *sk) {
  (void)sk;
  return randombytes(pk, 1000);
}

int start(void) { return 0; }
