// Security strength of a use, where a standard gives it; undefined where it depends on what the use does not say.
// Sources: SP 800-57 Part 1 Rev. 5 table 2 (keys) and table 3 (hashes); SP 800-56B Rev. 2 table 4 (RSA 4096, 6144, 8192); NIST PQC call for
// proposals §4.A.5 (categories); FIPS 203, 204 and 205 through the rows of `post-quantum.ts`.

import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import { CURVES } from '../curves.ts';
import { curveOf, digestOf, keyBitsOf } from './naming.ts';
import { ALGORITHMS } from './table.ts';

type Step = readonly [atLeastBits: number, strengthBits: number];

// SP 800-57 Part 1 table 2, columns IFC and FFC; 80 stands for "80 or fewer", below 1024 bits nothing is stated.
const MODULUS: readonly Step[] = [
  [15360, 256],
  [8192, 200],
  [7680, 192],
  [6144, 176],
  [4096, 152],
  [3072, 128],
  [2048, 112],
  [1024, 80],
];
// The same table, column ECC: by the size of the group order.
const GROUP_ORDER: readonly Step[] = [
  [512, 256],
  [384, 192],
  [256, 128],
  [224, 112],
  [160, 80],
];
// Table 3, column HMAC, KMAC, key derivation.
const KEYED_HASH: ReadonlyMap<AlgorithmId, number> = new Map<AlgorithmId, number>([
  ['sha-1', 128],
  ['sha-224', 192],
  ['sha-512/224', 192],
  ['sha3-224', 192],
  ...(['sha-256', 'sha-512/256', 'sha-384', 'sha-512', 'sha3-256', 'sha3-384', 'sha3-512'] as const).map((id) => [id, 256] as const),
]);

const ON_MODULUS: ReadonlySet<AlgorithmId> = new Set([
  'rsa',
  'rsaes-oaep',
  'rsaes-pkcs1',
  'rsassa-pkcs1',
  'rsassa-pss',
  'dsa',
  'ffdh',
  'elgamal',
]);
const ON_CURVE: ReadonlySet<AlgorithmId> = new Set([
  'ec',
  'ecdsa',
  'ecdh',
  'ecies',
  'ecmqv',
  'eddsa',
  'elgamal',
  'j-pake',
  'spake2',
  'spake2plus',
]);
const ON_KEYED_HASH: ReadonlySet<AlgorithmId> = new Set(['hmac', 'hkdf', 'hmac-drbg', 'hash-drbg', 'sp800-108', 'sp800-56c']);
// Ciphers for which no attack much better than a key search is published.
const ON_KEY: ReadonlySet<AlgorithmId> = new Set([
  ...(['aes', 'aria', 'camellia', 'seed', 'sm4', 'twofish', 'serpent', 'cast6', 'des', 'ascon', 'cmac', 'gmac', 'ctr-drbg'] as const),
  ...(['chacha20', 'chacha20-poly1305', 'xchacha20', 'xchacha20-poly1305', 'salsa20', 'xsalsa20', 'xsalsa20-poly1305'] as const),
]);

/** Strength in bits against a classical attacker; undefined when the use does not say enough or no standard gives a figure. */
export function classicalSecurityBits(use: AlgorithmUse): number | undefined {
  const fixed = ALGORITHMS[use.algorithm].classicalBits;
  if (fixed !== undefined) return fixed;
  const bits = keyBitsOf(use);
  const curve = curveOf(use);
  if (ON_CURVE.has(use.algorithm) && curve !== undefined) return CURVES[curve].classicalBits;
  if (ON_MODULUS.has(use.algorithm)) return strengthAt(MODULUS, bits);
  if (ON_CURVE.has(use.algorithm)) return strengthAt(GROUP_ORDER, bits);
  if (use.algorithm === '3des') return tdeaStrength(bits);
  if (ON_KEY.has(use.algorithm)) return bits;
  return ON_KEYED_HASH.has(use.algorithm) ? keyedHashStrength(use, bits) : undefined;
}

/** NIST security category 1 to 5, 0 for none of them; undefined when the use does not say enough. */
export function nistQuantumLevel(use: AlgorithmUse): number | undefined {
  const row = ALGORITHMS[use.algorithm];
  if (row.nistCategory !== undefined) return row.nistCategory;
  if (row.primitive === 'hash') return row.classicalBits === undefined ? undefined : collisionCategory(row.classicalBits);
  if (use.algorithm === '3des') return keyBitsOf(use) === undefined ? undefined : 0;
  const bits = ON_KEY.has(use.algorithm) || use.algorithm === 'hmac' ? keyBitsOf(use) : undefined;
  const strength = bits === undefined ? undefined : Math.min(bits, classicalSecurityBits(use) ?? bits);
  return strength === undefined ? undefined : keySearchCategory(strength);
}

function strengthAt(steps: readonly Step[], bits: number | undefined): number | undefined {
  return bits === undefined ? undefined : steps.find(([atLeast]) => bits >= atLeast)?.[1];
}

// SP 800-57 Part 1 Rev. 5 table 2: three-key TDEA 112 bits, two-key TDEA 80 or fewer.
function tdeaStrength(keyBits: number | undefined): number | undefined {
  if (keyBits === undefined) return undefined;
  return keyBits >= 168 ? 112 : 80;
}

function keyedHashStrength(use: AlgorithmUse, keyBits: number | undefined): number | undefined {
  const digest = digestOf(use);
  const ofHash = digest === undefined ? undefined : KEYED_HASH.get(digest.algorithm);
  return ofHash === undefined ? undefined : Math.min(ofHash, keyBits ?? ofHash);
}

// Categories 1, 3, 5: as hard as a key search on AES-128, -192, -256.
function keySearchCategory(bits: number): number {
  if (bits >= 256) return 5;
  if (bits >= 192) return 3;
  return bits >= 128 ? 1 : 0;
}

// Categories 2 and 4: as hard as a collision of SHA-256, SHA-384; a collision at 256 bits is past category 5's key search.
function collisionCategory(bits: number): number {
  if (bits >= 256) return 5;
  if (bits >= 192) return 4;
  return bits >= 128 ? 2 : 0;
}
