// What is weak today, without a quantum computer: each row with the document that says so.

import type { AlgorithmId, AlgorithmUse } from '../model/algorithm.ts';
import type { ProtocolName } from '../model/evidence.ts';
import { ALGORITHMS, curveOf, primitiveOf } from './algorithms.ts';

/** Why a mechanism is not to be used today. */
export interface Weakness {
  /** ends the sentence “… is in use in boot: ” */
  readonly why: string;
  readonly source: string;
}

/** Ciphers that are broken, or whose 64-bit block leaks within what one connection can carry. */
export const WEAK_CIPHERS: ReadonlyMap<AlgorithmId, Weakness> = new Map<AlgorithmId, Weakness>([
  ['des', { why: 'its 56-bit key can be searched', source: 'FIPS 46-3, withdrawn 2005-05-19' }],
  [
    '3des',
    { why: 'disallowed for encryption after 2023, and its 64-bit block leaks in long sessions', source: 'SP 800-131A Rev. 2 table 1' },
  ],
  ['rc2', { why: 'an export-era cipher with a 64-bit block', source: 'RFC 2268 §6; CVE-2016-2183 for the block size' }],
  ['rc4', { why: 'its key stream is biased enough to recover plaintext', source: 'RFC 7465' }],
  ['skipjack', { why: 'an 80-bit key, disallowed', source: 'SP 800-131A Rev. 2 table 1' }],
  ...shortBlock('blowfish', 'cast5', 'idea', 'tea', 'gost-28147', 'rc5'),
]);

/** Hashes for which collisions are practical. RFC 6149, RFC 6150, RFC 6151, RFC 6194 and the SHA-1 collision of 2017. */
export const WEAK_HASHES: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>(['md2', 'md4', 'md5', 'sha-1']);

/** Ways from a password to a key that no current standard takes: RFC 8018 §5.1 and §6.1 keep them for old data only; the OpenSSL one follows the first. */
export const WEAK_KEY_DERIVATIONS: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>(['pbkdf1', 'pbes1', 'evp-bytes-to-key']);

/** SP 800-132 §5.2: at least a thousand iterations. */
export const LEAST_PBKDF2_ITERATIONS = 1000;

// SP 800-131A Rev. 2 asks for 112 bits of strength: SP 800-57 Part 1 table 2 gives the sizes.
const LEAST_MODULUS_BITS = 2048;
const LEAST_CURVE_BITS = 224;
const LEAST_SECRET_KEY_BITS = 112;

const ON_MODULUS: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>([
  'rsa',
  'rsaes-oaep',
  'rsaes-pkcs1',
  'rsassa-pkcs1',
  'rsassa-pss',
  'dsa',
  'ffdh',
]);

/** Smallest key size in bits that is taken today, for mechanisms whose strength is their key size; undefined for the others. */
export function leastKeyBits(use: AlgorithmUse): number | undefined {
  if (ON_MODULUS.has(use.algorithm)) return LEAST_MODULUS_BITS;
  if (curveOf(use) !== undefined) return LEAST_CURVE_BITS;
  const primitive = primitiveOf(use);
  const isKeyed = primitive === 'mac' || primitive === 'ae' || primitive === 'block-cipher' || primitive === 'stream-cipher';
  return isKeyed && !WEAK_CIPHERS.has(use.algorithm) ? LEAST_SECRET_KEY_BITS : undefined;
}

/** True where a key can be too short and the use has to say how long it is: a modulus, a curve. AES has no short key, EdDSA no short curve. */
export function canBeShort(use: AlgorithmUse): boolean {
  return ON_MODULUS.has(use.algorithm) || (ALGORITHMS[use.algorithm].named.includes('curve') && use.algorithm !== 'eddsa');
}

/** A competition draft, and the standard that took its place with another encoding. */
export const COMPETITION_DRAFTS: ReadonlyMap<AlgorithmId, string> = new Map<AlgorithmId, string>([
  ['kyber', 'ML-KEM of FIPS 203'],
  ['dilithium', 'ML-DSA of FIPS 204'],
  ['sphincsplus', 'SLH-DSA of FIPS 205'],
]);

interface LegacyVersion {
  readonly protocols: readonly ProtocolName[];
  /** against the version in lower case, blanks left out */
  readonly version: RegExp;
  readonly source: string;
}

const LEGACY_VERSIONS: readonly LegacyVersion[] = [
  { protocols: ['tls'], version: /^ssl(v|_)?2/, source: 'RFC 6176' },
  { protocols: ['tls'], version: /^ssl(v|_)?3/, source: 'RFC 7568' },
  { protocols: ['tls'], version: /^(tls)?[v_-]*1([._][01])?$/, source: 'RFC 8996' },
  { protocols: ['dtls'], version: /^(dtls)?[v_-]*1([._]0)?$/, source: 'RFC 8996' },
  { protocols: ['ssh'], version: /^(ssh)?[v_-]*1([._]\d+)?$/, source: 'RFC 4253 §5' },
  { protocols: ['ike', 'ipsec'], version: /^(ike)?[v_-]*1([._]0)?$/, source: 'RFC 9395' },
];

/** True for a protocol version that its standards body has withdrawn; versions as people write them, `1.0`, `TLSv1.1`, `SSLv3`. */
export function isLegacyVersion(protocol: ProtocolName, version: string): boolean {
  const plain = version.slice(0, 32).toLowerCase().replaceAll(' ', '');
  return LEGACY_VERSIONS.some((row) => row.protocols.includes(protocol) && row.version.test(plain));
}

/** True for TLS or DTLS 1.3, however it is written. */
export function isTls13(version: string): boolean {
  return /^(d?tls)?[v_-]*1[._]3$/.test(version.slice(0, 32).toLowerCase().replaceAll(' ', ''));
}

/** True for a cipher suite whose premaster secret is opened or computed with a long-lived public key. RFC 5246 §F.1.1.2, §F.1.1.3; RFC 8422 §2. */
export function isStaticKeySuite(ianaName: string): boolean {
  return /^TLS_(RSA|RSA_PSK|DH_RSA|DH_DSS|ECDH_RSA|ECDH_ECDSA)_WITH_|^TLS_RSA_EXPORT_WITH_/.test(ianaName);
}

/** True for a cipher suite keyed by a secret that both sides have beforehand. RFC 4279 §2 to §4, RFC 5489; RSA_PSK has a public key in it too. */
export function isPreSharedKeySuite(ianaName: string): boolean {
  return /^TLS_((ECDHE|DHE)_)?PSK_WITH_|^TLS_PSK_DHE_WITH_/.test(ianaName);
}

// 64-bit blocks collide after 2^32 of them: recovered from real sessions in CVE-2016-2183.
function shortBlock(...ids: AlgorithmId[]): readonly (readonly [AlgorithmId, Weakness])[] {
  return ids.map((id) => [id, { why: 'its 64-bit block leaks in long sessions', source: 'CVE-2016-2183' }] as const);
}
