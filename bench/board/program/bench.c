/* Times every operation and prints what `pqready bench import` reads (docs/board-logs.md). Results are compared with expected.h, which pqready made
 * with noble for the same seeds: a wrong one prints `wrong`, and the log has no figure. */
#include "bench.h"

#include "../config.h"
#include "../expected.h"
#include "port.h"
#include "sets.h"
#include "text.h"

/* Lines of runs and probes: each is built before it is written, so that the checksum is of what was sent. */
static char line[128];
static size_t used;
static uint32_t lines, sum;

static void add(const char *text) {
  for (; *text != 0 && used < sizeof line - 1; text++) line[used++] = *text;
}
static void add_number(uint32_t value) {
  char digits[11];
  size_t at = sizeof digits - 1;
  digits[at] = 0;
  do digits[--at] = (char)('0' + value % 10);
  while ((value /= 10) != 0);
  add(digits + at);
}
static void end_line(void) {
  for (size_t i = 0; i < used; i++) sum = sum * 31 + (uint8_t)line[i];
  sum = sum << 1 | sum >> 31;
  lines++;
  port_write(line, used);
  put("\n");
  used = 0;
}

/* The stack of a call: painted below the caller, then looked at for the lowest byte that changed. */
enum { PAINT = 0xa5, MARGIN = 128 };
static uint32_t painted;
__attribute__((noinline)) static void paint(void) {
  uint8_t *const low = port_stack_low();
  volatile uint8_t here = 0;
  painted = 0;
  if (low == NULL || (uintptr_t)&here < (uintptr_t)low + MARGIN) return;
  painted = (uint32_t)((uintptr_t)&here - MARGIN - (uintptr_t)low);
  for (uint32_t i = 0; i < painted; i++) ((volatile uint8_t *)low)[i] = PAINT;
}
/** From the frame of `paint` down; its margin is counted, so up to 128 bytes too much. 0: not known, or the stack was used up. */
__attribute__((noinline)) static uint32_t depth(void) {
  const volatile uint8_t *const low = port_stack_low();
  uint32_t untouched = 0;
  while (untouched < painted && low[untouched] == PAINT) untouched++;
  return untouched == 0 ? 0 : painted - untouched + MARGIN;
}

#define MEASURE(name, operation, call)          \
  do {                                          \
    paint();                                    \
    const uint32_t before = port_ticks();       \
    call;                                       \
    const uint32_t took = port_ticks() - before; \
    print_run(name, operation, took);           \
  } while (0)

static void print_run(const char *name, const char *operation, uint32_t took) {
  const uint32_t stack = depth();
  add("run ");
  add(name);
  add(" ");
  add(operation);
  add(" ");
  add_number(took);
  add(" ");
  add(port_unit());
  add(" stack ");
  add_number(stack);
  end_line();
}

static uint32_t checksum(uint32_t start, const uint8_t *bytes, uint32_t length) {
  for (uint32_t i = 0; i < length; i++) start = start * 31 + bytes[i];
  return start;
}

static void require(int holds, const char *name) {
  if (holds) return;
  put("wrong ");
  put(name);
  put("\n");
}

/* Bytes that depend on the run alone, as src/measure/board-expected.ts makes them. */
static void fill(uint8_t *out, uint32_t length, uint32_t run, uint32_t salt) {
  uint32_t state = (run + 1) * 2654435761u + salt;
  for (uint32_t i = 0; i < length; i++) {
    state = state * 1664525u + 1013904223u;
    out[i] = (uint8_t)(state >> 24);
  }
}

static void bench_kem(const kem_set *set, const pqr_expected_kem *expected) {
  kem_room *const r = &room.kem;
  uint8_t seed[64], m[32];
  for (uint32_t run = 0; run < PQR_KEM_RUNS; run++) {
    int good = 0;
    fill(seed, sizeof seed, run, 1);
    fill(m, sizeof m, run, 2);
    MEASURE(set->name, "keygen", set->keygen(r->ek, r->dk, seed));
    require(checksum(checksum(0, r->ek, set->ek), r->dk, set->dk) == expected->keygen[run], set->name);
    MEASURE(set->name, "encaps", good = set->encaps(r->c, r->k, r->ek, m));
    require(good == 0 && checksum(checksum(0, r->c, set->c), r->k, 32) == expected->encaps[run], set->name);
    MEASURE(set->name, "decaps", good = set->decaps(r->k2, r->dk, r->c));
    require(good == 0 && differs(r->k, r->k2, 32) == 0, set->name);
  }
}

static void bench_dsa(const dsa_set *set, const pqr_expected_dsa *expected) {
  static const uint8_t zeros[32];
  dsa_room *const r = &room.dsa;
  uint8_t seed[32], text[32];
  const pqr_message message = {text, sizeof text, NULL, 0, 0};
  for (uint32_t run = 0; run < PQR_KEM_RUNS; run++) {
    fill(seed, sizeof seed, run, 3);
    MEASURE(set->name, "keygen", set->keygen(r->pk, r->sk, seed));
    require(checksum(checksum(0, r->pk, set->pk), r->sk, set->sk) == expected->keygen[run], set->name);
  }
  /* one key, different messages: one message would repeat one path of rejections */
  for (uint32_t run = 0; run < PQR_SIGN_RUNS; run++) {
    int good = 0;
    fill(text, sizeof text, run, 4);
    MEASURE(set->name, "sign", good = set->sign(r->signature, r->sk, zeros, &message));
    require(good >= 0 && checksum(0, r->signature, set->signature) == expected->sign[run], set->name);
    if (run >= PQR_KEM_RUNS) continue;
    MEASURE(set->name, "verify", good = set->verify(r->pk, r->signature, set->signature, &message));
    require(good == 0, set->name);
    r->signature[0] ^= 1;
    require(set->verify(r->pk, r->signature, set->signature, &message) != 0, set->name);
  }
}

static void probe(const char *name, void (*kernel)(void *)) {
  static uint64_t state[130];
  uint8_t *const bytes = (uint8_t *)state;
  uint32_t least = UINT32_MAX;
  for (uint32_t run = 0; run < 5; run++) {
    for (size_t i = 0; i < sizeof state; i++) bytes[i] = 0;
    const uint32_t before = port_ticks();
    kernel(state);
    const uint32_t took = port_ticks() - before;
    if (took < least) least = took;
  }
  add("probe ");
  add(name);
  add(" ");
  add_number(least == 0 ? 1 : least);
  add(" ");
  add(port_unit());
  end_line();
}

static void fact(const char *name, const char *value) {
  put(name);
  put(": ");
  put(value);
  put("\n");
}

void pqr_bench(void) {
  lines = sum = used = 0;
  put("\npqready-board 1\n");
  fact("board", port_board());
  put("clock: ");
  if (port_clock_hz() == 0) put("unknown");
  else put_number(port_clock_hz());
  put("\n");
  fact("compiler", PQR_COMPILER);
  fact("flags", PQR_FLAGS);
  fact("implementation", "pqready kernels");
  fact("build", PQR_BUILD);
  fact("counter", port_unit());
  for (uint32_t i = 0; i < KEM_SETS; i++) bench_kem(&KEMS[i], &EXPECTED_KEMS[i]);
  for (uint32_t i = 0; i < DSA_SETS; i++) bench_dsa(&DSAS[i], &EXPECTED_DSAS[i]);
  probe("keccak", pqr_probe_keccak);
  probe("mlkem-ntt", pqr_probe_mlkem_ntt);
  probe("mldsa-ntt", pqr_probe_mldsa_ntt);
  put("end ");
  put_number(lines);
  put(" ");
  const uint8_t bytes[4] = {(uint8_t)(sum >> 24), (uint8_t)(sum >> 16), (uint8_t)(sum >> 8), (uint8_t)sum};
  put_hex(bytes, sizeof bytes);
  put("\n");
}
