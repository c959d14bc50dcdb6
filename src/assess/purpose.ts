// What a mechanism is for at one place, and whether the place speaks for it at all: a hash under a signature is not a hash under a MAC,
// and the classical half of a hybrid is not an exposure.

import { ALGORITHMS, curveOf, digestOf, functionsOf, primitiveOf } from '../knowledge/algorithms.ts';
import { findTlsGroup, findTlsScheme } from '../knowledge/tls.ts';
import type { AlgorithmUse, Primitive } from '../model/algorithm.ts';
import type { Observation, ProtocolObservation, Role } from '../model/evidence.ts';
import type { Fact } from '../model/inventory.ts';

/** What a mechanism does where it was seen. `public-key`: a key or call that does not say whether it signs or establishes keys. */
export type Purpose =
  | 'signature'
  | 'key-establishment'
  | 'public-key'
  | 'encryption'
  | 'hash'
  | 'signature-digest'
  | 'keyed-hash'
  | 'mac'
  | 'key-derivation'
  | 'random'
  | 'other';

const PURPOSES: Readonly<Record<Primitive, Purpose>> = {
  drbg: 'random',
  mac: 'mac',
  'block-cipher': 'encryption',
  'stream-cipher': 'encryption',
  ae: 'encryption',
  'key-wrap': 'encryption',
  signature: 'signature',
  hash: 'hash',
  xof: 'hash',
  pke: 'key-establishment',
  'key-agree': 'key-establishment',
  kem: 'key-establishment',
  combiner: 'key-establishment',
  kdf: 'key-derivation',
  other: 'other',
  unknown: 'other',
};

// Roles in which a public key of unknown use can only be there to verify.
const VERIFYING: ReadonlySet<Role> = new Set<Role>(['boot', 'update', 'device-identity']);

/** What `use` is for where the fact saw it. */
export function purposeOf(use: AlgorithmUse, fact: Fact): Purpose {
  if (use.algorithm === 'composite-ml-dsa') return 'signature';
  const around = surroundings(use, fact.observed);
  const here = around.length === 0 ? asUsedAt(use, fact.observed) : use;
  const primitive = primitiveOf(here);
  if (primitive === 'hash' || primitive === 'xof') return purposeOfHash(use, fact.observed, around);
  // The block cipher inside a CMAC or a generator encrypts nothing of the user's.
  if (primitive === 'block-cipher' && around.some((each) => PURPOSES[primitiveOf(each)] !== 'encryption')) return 'other';
  return isOpen(here) ? purposeOfKey(fact.role) : PURPOSES[primitive];
}

/** True where the fact names `use` only as a half of a hybrid or composite, which stands as long as its other half does. */
export function isHalfOfHybrid(use: AlgorithmUse, observed: Observation): boolean {
  if (observed.kind === 'algorithm') return surroundings(use, observed).some((each) => primitiveOf(each) === 'combiner');
  if (observed.kind !== 'protocol') return false;
  return !usesOf(observed).some((each) => isSame(each, use) || (contains(each, use) && primitiveOf(each) !== 'combiner'));
}

/** True where a cipher suite says only that a group is agreed on, and the same fact names the groups: RFC 8422 §4. */
export function isNamedByGroups(use: AlgorithmUse, observed: Observation): boolean {
  return use.algorithm === 'ecdh' && curveOf(use) === undefined && observed.kind === 'protocol' && observed.groups.length > 0;
}

// The mechanisms that `use` is a part of at this place, outermost first; empty where it stands for itself.
function surroundings(use: AlgorithmUse, observed: Observation): readonly AlgorithmUse[] {
  return observed.kind === 'algorithm' ? (pathTo(use, observed.use) ?? []) : [];
}

function pathTo(use: AlgorithmUse, from: AlgorithmUse): readonly AlgorithmUse[] | undefined {
  if (isSame(use, from)) return [];
  for (const part of from.parts) {
    const path = pathTo(use, part);
    if (path !== undefined) return [from, ...path];
  }
  return undefined;
}

function contains(whole: AlgorithmUse, use: AlgorithmUse): boolean {
  return pathTo(use, whole) !== undefined;
}

function isSame(a: AlgorithmUse, b: AlgorithmUse): boolean {
  return a.algorithm === b.algorithm && curveOf(a) === curveOf(b);
}

// The functions of an asset are the union over its facts; what one place does decides what it is for there.
function asUsedAt(use: AlgorithmUse, observed: Observation): AlgorithmUse {
  return observed.kind === 'algorithm' ? { ...use, functions: observed.use.functions } : use;
}

function isOpen(use: AlgorithmUse): boolean {
  const says = functionsOf(use).some((each) => each !== 'keygen' && each !== 'generate');
  return ALGORITHMS[use.algorithm].byFunction !== undefined && !says;
}

// RSA and EC keys serve either purpose; the role tells where it can only be one.
function purposeOfKey(role: Role): Purpose {
  return VERIFYING.has(role) ? 'signature' : 'public-key';
}

// MD5 or SHA-1 under a MAC or in a key derivation is not broken by collisions; under a signature it is.
function purposeOfHash(use: AlgorithmUse, observed: Observation, around: readonly AlgorithmUse[]): Purpose {
  if (observed.kind === 'protocol') return signsWith(observed, use) ? 'signature-digest' : 'keyed-hash';
  if (around.length === 0) return 'hash';
  return around.some((each) => primitiveOf(each) === 'signature') ? 'signature-digest' : 'keyed-hash';
}

function signsWith(observed: ProtocolObservation, hash: AlgorithmUse): boolean {
  return observed.schemes.some((name) => {
    const scheme = findTlsScheme(name)?.use;
    return scheme !== undefined && digestOf(scheme)?.algorithm === hash.algorithm;
  });
}

function usesOf({ suites, groups, schemes }: ProtocolObservation): readonly AlgorithmUse[] {
  const named = [...groups.map((name) => findTlsGroup(name)?.use), ...schemes.map((name) => findTlsScheme(name)?.use)];
  return [...suites.flatMap((suite) => suite.algorithms), ...named.filter((use) => use !== undefined)];
}
