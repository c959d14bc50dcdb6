// The numbers of OpenPGP: public-key algorithms (RFC 9580 section 9.1, draft-ietf-openpgp-pqc section 3), hashes (section 9.5), and the curves
// that had names of their own before they had numbers (section 9.2).

import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import { useOf } from '../algorithms.ts';
import { type Says, toUse } from './row.ts';

type Row = readonly [name: string, algorithm: AlgorithmId, says?: Says];

const KEYS: ReadonlyMap<number, Row> = new Map<number, Row>([
  [1, ['RSA', 'rsa']],
  [2, ['RSA (encrypt only)', 'rsa']],
  [3, ['RSA (sign only)', 'rsa']],
  [16, ['Elgamal', 'elgamal']],
  [17, ['DSA', 'dsa']],
  [18, ['ECDH', 'ecdh']],
  [19, ['ECDSA', 'ecdsa']],
  [22, ['EdDSALegacy', 'ed25519']], // section 9.2: on no other curve
  [25, ['X25519', 'x25519']],
  [26, ['X448', 'x448']],
  [27, ['Ed25519', 'ed25519']],
  [28, ['Ed448', 'ed448']],
  [30, ['ML-DSA-65+Ed25519', 'composite-ml-dsa', hybrid('ml-dsa-65', 'ed25519')]],
  [31, ['ML-DSA-87+Ed448', 'composite-ml-dsa', hybrid('ml-dsa-87', 'ed448')]],
  [32, ['SLH-DSA-SHAKE-128s', 'slh-dsa-shake-128s']],
  [33, ['SLH-DSA-SHAKE-128f', 'slh-dsa-shake-128f']],
  [34, ['SLH-DSA-SHAKE-256s', 'slh-dsa-shake-256s']],
  [35, ['ML-KEM-768+X25519', 'composite-ml-kem', hybrid('ml-kem-768', 'x25519')]],
  [36, ['ML-KEM-1024+X448', 'composite-ml-kem', hybrid('ml-kem-1024', 'x448')]],
]);
const LEGACY_CURVES: ReadonlyMap<string, AlgorithmId> = new Map<string, AlgorithmId>([
  ['1.3.6.1.4.1.11591.15.1', 'ed25519'],
  ['1.3.6.1.4.1.3029.1.5.1', 'x25519'],
]);
const HASHES: ReadonlyMap<number, AlgorithmId> = new Map<number, AlgorithmId>([
  [1, 'md5'],
  [2, 'sha-1'],
  [3, 'ripemd-160'],
  [8, 'sha-256'],
  [9, 'sha-384'],
  [10, 'sha-512'],
  [11, 'sha-224'],
  [12, 'sha3-256'],
  [14, 'sha3-512'],
]);
/** What a key of this number signs with: OpenPGP's RSA is PKCS #1 v1.5 (section 12.1.3). */
const SIGNATURES: ReadonlyMap<number, AlgorithmId> = new Map<number, AlgorithmId>([
  [1, 'rsassa-pkcs1'],
  [3, 'rsassa-pkcs1'],
  [17, 'dsa'],
  [19, 'ecdsa'],
]);
const HASH_INSIDE: ReadonlySet<number> = new Set([22, 27, 28, 30, 31, 32, 33, 34]);

/** The use that the number of a key names, with the curve where that decides. An unknown number keeps itself. */
export function findOpenPgpKey(algorithm: number, curveOid?: string): AlgorithmUse {
  const legacy = LEGACY_CURVES.get(curveOid ?? '');
  const [name, id, says] = KEYS.get(algorithm) ?? [`OpenPGP algorithm ${algorithm}`, 'unrecognised'];
  return toUse(name, legacy ?? id, says);
}

/** The use that a signature's numbers name: the scheme and, where it is chosen apart, the hash. */
export function findOpenPgpSignature(algorithm: number, hash: number): AlgorithmUse {
  const key = findOpenPgpKey(algorithm);
  const digest = HASH_INSIDE.has(algorithm) ? undefined : HASHES.get(hash);
  const id = SIGNATURES.get(algorithm);
  const use = id === undefined ? key : toUse(`${key.written} with hash ${hash}`, id, digest === undefined ? {} : { digest });
  return { ...use, functions: ['sign', 'verify'] };
}

function hybrid(postQuantum: AlgorithmId, traditional: AlgorithmId): Says {
  return { parts: [useOf(postQuantum), useOf(traditional)] };
}
