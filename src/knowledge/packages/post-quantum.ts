// Since when libraries have mechanisms of the final FIPS 203, 204 and 205, by their own change logs. A library that is not here is not known,
// and not "without"; drafts and round-3 forms do not count.

import type { AlgorithmId } from '../../model/algorithm.ts';

/** One release that brought mechanisms. */
export interface PostQuantumSince {
  readonly library: string;
  readonly version: string;
  readonly algorithms: readonly AlgorithmId[];
  readonly source: string;
}

/** What is known of one version of a library. */
export interface PostQuantumSupport {
  /** mechanisms that this version has; undefined where the version is not known or cannot be compared */
  readonly has?: readonly AlgorithmId[];
  /** every release that brought some, oldest first */
  readonly since: readonly PostQuantumSince[];
}

const ALL: readonly AlgorithmId[] = ['ml-kem', 'ml-dsa', 'slh-dsa'];

const SINCE: readonly PostQuantumSince[] = (
  [
    ['@noble/post-quantum', '0.2.0', ALL, 'noble-post-quantum 0.2.0 (2024-08-22), "Update to final FIPS 203, 204, 205"'],
    ['botan', '3.6.0', ALL, 'Botan news.rst, Version 3.6.0, 2024-10-21'],
    ['bouncycastle', '1.79', ALL, 'Bouncy Castle release notes, 1.79 (2024-10-30)'],
    ['circl', '1.4.0', ['ml-kem'], 'CIRCL v1.4.0 (2024-08-20), kem/mlkem'],
    ['circl', '1.5.0', ['ml-dsa'], 'CIRCL v1.5.0 (2024-10-10), sign/mldsa'],
    ['circl', '1.6.2', ['slh-dsa'], 'CIRCL v1.6.2 (2025-12-22), sign/slhdsa'],
    ['liboqs', '0.11.0', ['ml-kem'], 'liboqs RELEASE.md, 0.11.0 (2024-09-27): final FIPS 203'],
    ['liboqs', '0.12.0', ['ml-dsa'], 'liboqs RELEASE.md, 0.12.0 (2024-12-09): final FIPS 204'],
    ['liboqs', '0.15.0', ['slh-dsa'], 'liboqs RELEASE.md, 0.15.0 (2025-11-14): slhdsa-c'],
    ['openssl', '3.5.0', ALL, 'OpenSSL CHANGES.md, Changes between 3.4 and 3.5.0 [8 Apr 2025]'],
    ['wolfssl', '5.7.4', ['ml-kem', 'ml-dsa'], 'wolfSSL Release 5.7.4 (2024-10-24), Post Quantum Crypto Updates'],
  ] as const
).map(([library, version, algorithms, source]) => ({ library, version, algorithms, source }));

/** Registries in which a package of another language has a version of its own: `pkg:pypi/liboqs-python` binds, and is not, liboqs. */
const BINDS: ReadonlySet<string> = new Set(['pypi', 'cargo']);

/** What is known of a library by its name, its version and its package URL; undefined where nothing is. */
export function findPostQuantum(library: {
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
}): PostQuantumSupport | undefined {
  const since = SINCE.filter((row) => row.library === library.name);
  const registry = /^pkg:([a-z]{1,20})\//.exec(library.purl ?? '')?.[1] ?? '';
  if (since.length === 0 || BINDS.has(registry)) return undefined;
  const version = numbersOf(library.version ?? '');
  if (version === undefined) return { since };
  const has = since.filter((row) => isAtLeast(version, numbersOf(row.version) ?? [])).flatMap(({ algorithms }) => algorithms);
  return { has, since };
}

// `3.0.15-1~deb12u1`, `V3.6.2`, `v5.7.2-stable`, `1:1.79-2`: the numbers before anything else, past an epoch.
function numbersOf(version: string): readonly number[] | undefined {
  const found = /^(?:\d{1,3}:)?[vV]?(\d{1,9}(?:\.\d{1,9}){0,4})/.exec(version)?.[1];
  return found?.split('.').map(Number);
}

function isAtLeast(version: readonly number[], least: readonly number[]): boolean {
  const length = Math.max(version.length, least.length);
  for (let at = 0; at < length; at++) {
    const difference = (version[at] ?? 0) - (least[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
