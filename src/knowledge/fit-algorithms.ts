// Algorithm names of U-Boot's FIT images, as `mkimage` writes them into hash, signature and cipher nodes. U-Boot documentation:
// doc/usage/fit/signature.rst, source_file_format.rst, and the table of algorithms in boot/image-sig.c.

import type { AlgorithmId } from '../model/algorithm.ts';
import { type Mechanism, mechanism } from './mechanism.ts';

const DIGESTS: ReadonlyMap<string, AlgorithmId> = new Map([
  ['md5', 'md5'],
  ['sha1', 'sha-1'],
  ['sha256', 'sha-256'],
  ['sha384', 'sha-384'],
  ['sha512', 'sha-512'],
] as const);

/** checksums that are no cryptography */
const CHECKSUMS: ReadonlySet<string> = new Set(['crc32', 'crc16-ccitt']);

const SCHEMES: ReadonlyMap<string, Mechanism> = new Map([
  ['rsa1024', mechanism('rsassa-pkcs1', { keyBits: 1024 })],
  ['rsa2048', mechanism('rsassa-pkcs1', { keyBits: 2048 })],
  ['rsa3072', mechanism('rsassa-pkcs1', { keyBits: 3072 })],
  ['rsa4096', mechanism('rsassa-pkcs1', { keyBits: 4096 })],
  ['ecdsa256', mechanism('ecdsa', { curve: 'secp256r1' })],
  ['ecdsa384', mechanism('ecdsa', { curve: 'secp384r1' })],
  ['secp256r1', mechanism('ecdsa', { curve: 'secp256r1' })],
  ['secp384r1', mechanism('ecdsa', { curve: 'secp384r1' })],
  ['secp521r1', mechanism('ecdsa', { curve: 'secp521r1' })],
]);

const CIPHERS: ReadonlyMap<string, Mechanism> = new Map([
  ['aes128', mechanism('aes', { mode: 'cbc', keyBits: 128, functions: ['decrypt'] })],
  ['aes192', mechanism('aes', { mode: 'cbc', keyBits: 192, functions: ['decrypt'] })],
  ['aes256', mechanism('aes', { mode: 'cbc', keyBits: 256, functions: ['decrypt'] })],
]);

/** The digest of a hash node; `checksum` for a CRC; undefined for a name that is not known. */
export function findFitHash(algo: string): Mechanism | 'checksum' | undefined {
  const digest = DIGESTS.get(algo);
  if (digest !== undefined) return mechanism(digest, { functions: ['digest'] });
  return CHECKSUMS.has(algo) ? 'checksum' : undefined;
}

/** The scheme of a signature node: `sha256,rsa2048`; RSA is PKCS #1 v1.5 unless the node's `padding` says `pss`. */
export function findFitSignature(algo: string, padding: string | undefined): Mechanism | undefined {
  const comma = algo.indexOf(',');
  const digest = DIGESTS.get(algo.slice(0, Math.max(comma, 0)));
  const scheme = SCHEMES.get(algo.slice(comma + 1));
  if (digest === undefined || scheme === undefined) return undefined;
  const named = scheme.algorithm === 'rsassa-pkcs1' && padding === 'pss' ? { ...scheme, algorithm: 'rsassa-pss' as const } : scheme;
  return { ...named, digest, functions: ['verify'], parts: [mechanism(digest)] };
}

/** The cipher of a cipher node. */
export function findFitCipher(algo: string): Mechanism | undefined {
  return CIPHERS.get(algo);
}
