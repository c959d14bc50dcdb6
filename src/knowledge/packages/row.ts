// The shape of a package that is or brings a cryptographic library, and the short hand in which the tables of this folder write it.

import type { AlgorithmId } from '../../model/algorithm.ts';

/** Where a package is named: types of the package URL specification, and the registries of embedded projects that have no type there. */
export type Ecosystem = 'npm' | 'pypi' | 'cargo' | 'golang' | 'maven' | 'conan' | 'vcpkg' | 'platformio' | 'espressif' | 'west' | 'generic';

/** From which version a package has standardised post-quantum mechanisms, and who says so. */
export interface PostQuantumSince {
  readonly version: string;
  readonly algorithms: readonly AlgorithmId[];
  readonly source: string;
}

/** One package. That it is there says nothing of which algorithms are used. */
export interface CryptoPackage {
  readonly ecosystem: Ecosystem;
  /** as the registry spells it, in lower case */
  readonly name: string;
  /** the library as the inventory names it: the same for the package, the header and the configuration switch */
  readonly library: string;
  /** what it is for, in a few words */
  readonly brings: string;
  /** absent: not known here */
  readonly postQuantum?: PostQuantumSince;
}

/** `[package, what it brings, library when it is named otherwise]`. */
export type PackageTuple = readonly [name: string, brings: string, library?: string];

/** Packages of one ecosystem. */
export function packages(ecosystem: Ecosystem, tuples: readonly PackageTuple[]): readonly CryptoPackage[] {
  return tuples.map(([name, brings, library]) => ({ ecosystem, name, library: library ?? name, brings }));
}

const FIPS_203_204_205: readonly AlgorithmId[] = ['ml-kem', 'ml-dsa', 'slh-dsa'];

/** Since when libraries have the final FIPS 203, 204, 205. A library that is not here is not known, not "without". */
export const POST_QUANTUM_SINCE: ReadonlyMap<string, PostQuantumSince> = new Map([
  ['openssl', { version: '3.5.0', algorithms: FIPS_203_204_205, source: 'OpenSSL CHANGES.md, Changes between 3.4 and 3.5.0 [8 Apr 2025]' }],
  [
    'wolfssl',
    { version: '5.7.4', algorithms: ['ml-kem', 'ml-dsa'], source: 'wolfSSL Release 5.7.4 (Oct 24, 2024), Post Quantum Crypto Updates' },
  ],
  [
    '@noble/post-quantum',
    {
      version: '0.2.0',
      algorithms: FIPS_203_204_205,
      source: 'noble-post-quantum 0.2.0 (2024-08-22), "Update to final FIPS 203, 204, 205"',
    },
  ],
]);
