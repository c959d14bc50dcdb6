// The signatures on which ML-DSA is timed. What one takes depends on how often its loop repeats (FIPS 204 Algorithm 7), so key, messages and
// the deterministic signatures are the same in every run: two runs differ by the machine, never by luck. The key seeds are the first, counted
// up from 32 zero octets, for which the mean of the set lies within 1 % of the repetitions that FIPS 204 Table 1 expects.

import type { SignaturePair } from '../../model/provider.ts';
import { NOBLE_ML_DSA } from '../../pqc/implementation.ts';
import { ML_DSA, type MlDsaId } from '../../pqc/parameter-sets.ts';
import { countRepetitions } from '../../pqc/repetitions.ts';
import { nearestRank } from '../quantiles.ts';
import { toMessages } from './operations.ts';

/** Signatures in a set. */
export const SIGNING_SET = 128;

const KEY_SEED: Readonly<Record<MlDsaId, number>> = { 'ml-dsa-44': 0, 'ml-dsa-65': 0, 'ml-dsa-87': 4 };

/** How often the loop ran over a set of signatures. */
export interface Repetitions {
  readonly signatures: number;
  readonly mean: number;
  readonly p95: number;
  readonly max: number;
  /** FIPS 204 Table 1 */
  readonly expected: number;
}

export interface SigningSet {
  readonly messages: readonly Uint8Array[];
  readonly pair: SignaturePair;
  readonly repetitions: Repetitions;
}

/** The set of a parameter set; signs it once to count the repetitions. */
export function openSigningSet(id: MlDsaId): SigningSet {
  const dsa = NOBLE_ML_DSA[id];
  const { publicKey, secretKey } = dsa.keygen(new Uint8Array(32).fill(KEY_SEED[id]));
  const pair: SignaturePair = {
    sign: (message) => dsa.sign(message, secretKey, { extraEntropy: false }),
    verify: (message, signature) => dsa.verify(signature, message, publicKey),
  };
  const messages = toMessages(SIGNING_SET);
  const counts = messages.map((message) => countRepetitions(id, { privateKey: secretKey, message, signature: pair.sign(message) }));
  return { messages, pair, repetitions: sumUp(counts, ML_DSA[id].expectedRepetitions) };
}

function sumUp(counts: readonly number[], expected: number): Repetitions {
  const ascending = [...counts].sort((a, b) => a - b);
  const p95 = nearestRank(ascending, 0.95) ?? Number.NaN;
  const mean = ascending.reduce((sum, count) => sum + count, 0) / ascending.length;
  return { signatures: ascending.length, mean, p95, max: ascending.at(-1) ?? Number.NaN, expected };
}
