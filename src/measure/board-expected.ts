// What the program of `bench emit` must compute: checksums of noble's results for the seeds that the program makes itself (bench/board/program/bench.c).
// A board that computes something else prints `wrong`, and its log has no figure.

import { NOBLE_ML_DSA, NOBLE_ML_KEM } from '../pqc/implementation.ts';
import { ML_DSA_IDS, ML_KEM_IDS, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';

/** Keys, encapsulations and verifications of each set. */
export const EXPECTED_RUNS = 5;
/** Signatures of each set: attempts differ from message to message. */
export const EXPECTED_SIGNATURES = 25;

/** `expected.h`. */
export function renderExpected(): string {
  const runs = Array.from({ length: EXPECTED_RUNS }, (_, run) => run);
  const signatures = Array.from({ length: EXPECTED_SIGNATURES }, (_, run) => run);
  const kems = ML_KEM_IDS.map(
    (id) => `  {${list(runs.map((run) => kemRun(id, run).keygen))}, ${list(runs.map((run) => kemRun(id, run).encaps))}},`,
  );
  const dsas = ML_DSA_IDS.map((id) => {
    const keys = runs.map((run) => NOBLE_ML_DSA[id].keygen(fill(32, run, 3)));
    const last = keys.at(-1);
    const signed = signatures.map((run) => (last === undefined ? 0 : signRun(id, last.secretKey, run)));
    return `  {${list(keys.map(({ publicKey, secretKey }) => checksum(publicKey, secretKey)))}, ${list(signed)}},`;
  });
  return [
    '/* Checksums of the results that pqready’s reference, noble, gives for the seeds of program/bench.c. Written by pqready bench emit. */',
    `enum { PQR_KEM_RUNS = ${EXPECTED_RUNS}, PQR_SIGN_RUNS = ${EXPECTED_SIGNATURES} };`,
    'typedef struct {\n  uint32_t keygen[PQR_KEM_RUNS], encaps[PQR_KEM_RUNS];\n} pqr_expected_kem;',
    'typedef struct {\n  uint32_t keygen[PQR_KEM_RUNS], sign[PQR_SIGN_RUNS];\n} pqr_expected_dsa;',
    `static const pqr_expected_kem EXPECTED_KEMS[] = {\n${kems.join('\n')}\n};`,
    `static const pqr_expected_dsa EXPECTED_DSAS[] = {\n${dsas.join('\n')}\n};`,
    '',
  ].join('\n');
}

function list(sums: readonly number[]): string {
  return `{${sums.map((sum) => `${sum}u`).join(', ')}}`;
}

function kemRun(id: MlKemId, run: number): { readonly keygen: number; readonly encaps: number } {
  const { publicKey, secretKey } = NOBLE_ML_KEM[id].keygen(fill(64, run, 1));
  const { cipherText, sharedSecret } = NOBLE_ML_KEM[id].encapsulate(publicKey, fill(32, run, 2));
  return { keygen: checksum(publicKey, secretKey), encaps: checksum(cipherText, sharedSecret) };
}

/** The deterministic variant: rnd is zero (FIPS 204 §3.4). */
function signRun(id: MlDsaId, secretKey: Uint8Array, run: number): number {
  return checksum(NOBLE_ML_DSA[id].sign(fill(32, run, 4), secretKey, { extraEntropy: new Uint8Array(32) }));
}

function checksum(...parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) for (const byte of part) sum = (Math.imul(sum, 31) + byte) >>> 0;
  return sum;
}

/** The upper bytes of a linear congruential generator: the same in C. */
function fill(length: number, run: number, salt: number): Uint8Array {
  let state = (Math.imul(run + 1, 2654435761) + salt) >>> 0;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
