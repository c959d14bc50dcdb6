// How often signing rejects, and why: for each of some thousand messages the rejected attempts by kind, the same on every core since the
// arithmetic is. FIPS 204 Algorithm 7, lines 23 and 28. The data is bench/kernels/images/mldsa-signing-paths.json, made from the wasm32
// image by bench/signing-paths.ts.

import { PqreadyError } from '../model/errors.ts';
import type { MlDsaId } from '../pqc/parameter-sets.ts';

/** Rejected attempts of one signature, by what rejected them. */
export interface SigningPath {
  /** ‖z‖∞ ≥ γ₁ − β */
  readonly z: number;
  /** ‖r₀‖∞ ≥ γ₂ − β */
  readonly r0: number;
  /** ‖ct₀‖∞ ≥ γ₂, or more than ω hints */
  readonly hint: number;
}

/** A signature whose path is known: `index` is that of its inputs. */
export interface KnownPath extends SigningPath {
  readonly index: number;
}

/** The number that `pqr_mldsa*_sign` returns. */
export function toPath(returned: number): SigningPath {
  return { z: returned & 255, r0: (returned >> 8) & 255, hint: (returned >> 16) & 255 };
}

/** Attempts in all: the last one is accepted. */
export function attemptsOf({ z, r0, hint }: SigningPath): number {
  return 1 + z + r0 + hint;
}

/** Paths of a set in the order of their inputs: `z,r0,hint` for each, separated by spaces. Throws `bad-input`. */
export function parsePaths(text: string, algorithm: MlDsaId): readonly KnownPath[] {
  const file: { readonly paths: Readonly<Record<string, string>> } = JSON.parse(text);
  const row = new Map(Object.entries(file.paths)).get(algorithm) ?? '';
  return row.split(' ').map((path, index) => {
    const [z, r0, hint] = path.split(',').map(Number);
    if (z === undefined || r0 === undefined || hint === undefined || ![z, r0, hint].every(Number.isInteger))
      throw new PqreadyError('bad-input', `mldsa-signing-paths.json: ${algorithm} ${index}: expected z,r0,hint, got "${path}"`);
    return { index, z, r0, hint };
  });
}

/** As `parsePaths` reads it. */
export function writePaths(paths: readonly SigningPath[]): string {
  return paths.map(({ z, r0, hint }) => `${z},${r0},${hint}`).join(' ');
}

/** Enough that each kind of rejection occurs often: what one costs depends on the coefficient at which the check ends. */
const EMULATED = 24;
/** A rejected hint is rare: the messages with the fewest attempts that have one. */
const WITH_HINTS = 2;

/** The messages to emulate, chosen by rule. */
export function choosePaths(paths: readonly KnownPath[]): readonly KnownPath[] {
  const hints = paths.filter(({ hint }) => hint > 0).sort((a, b) => attemptsOf(a) - attemptsOf(b) || a.index - b.index);
  return [...new Set([...paths.slice(0, EMULATED), ...hints.slice(0, WITH_HINTS)])];
}
