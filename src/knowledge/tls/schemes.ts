// Signature schemes of TLS 1.2 and 1.3. Facts from the IANA registry "TLS SignatureScheme" (RFC 8446 4.2.3, RFC 8734, RFC 8998, RFC 9367;
// draft-ietf-tls-mldsa, draft-ietf-tls-tls13-pkcs1).

import type { AlgorithmId, AlgorithmUse, CurveId } from '../../model/algorithm.ts';
import { type Mechanism, mechanism, toUse } from '../mechanism.ts';

/** One signature scheme: IANA name, code point, what it is. */
export interface TlsScheme {
  readonly name: string;
  readonly codePoint: number;
  readonly use: AlgorithmUse;
}

/** Every registered scheme that is not reserved. In the order of code points. */
export const TLS_SCHEMES: readonly TlsScheme[] = [
  pkcs1(0x0201, 'rsa_pkcs1_sha1', 'sha-1'),
  scheme(0x0203, 'ecdsa_sha1', mechanism('ecdsa', { digest: 'sha-1' })),
  pkcs1(0x0401, 'rsa_pkcs1_sha256', 'sha-256'),
  ecdsa(0x0403, 'ecdsa_secp256r1_sha256', 'secp256r1', 'sha-256'),
  pkcs1(0x0420, 'rsa_pkcs1_sha256_legacy', 'sha-256'),
  pkcs1(0x0501, 'rsa_pkcs1_sha384', 'sha-384'),
  ecdsa(0x0503, 'ecdsa_secp384r1_sha384', 'secp384r1', 'sha-384'),
  pkcs1(0x0520, 'rsa_pkcs1_sha384_legacy', 'sha-384'),
  pkcs1(0x0601, 'rsa_pkcs1_sha512', 'sha-512'),
  ecdsa(0x0603, 'ecdsa_secp521r1_sha512', 'secp521r1', 'sha-512'),
  pkcs1(0x0620, 'rsa_pkcs1_sha512_legacy', 'sha-512'),
  scheme(0x0704, 'eccsi_sha256', mechanism('unrecognised', { digest: 'sha-256' })),
  scheme(0x0705, 'iso_ibs1', mechanism('unrecognised')),
  scheme(0x0706, 'iso_ibs2', mechanism('unrecognised')),
  scheme(0x0707, 'iso_chinese_ibs', mechanism('unrecognised')),
  scheme(0x0708, 'sm2sig_sm3', mechanism('sm2', { digest: 'sm3' })),
  gost(0x0709, 'gostr34102012_256a'),
  gost(0x070a, 'gostr34102012_256b'),
  gost(0x070b, 'gostr34102012_256c'),
  gost(0x070c, 'gostr34102012_256d'),
  gost(0x070d, 'gostr34102012_512a'),
  gost(0x070e, 'gostr34102012_512b'),
  gost(0x070f, 'gostr34102012_512c'),
  // rsae: the key is rsaEncryption; pss: the key is id-RSASSA-PSS. The signature is the same.
  pss(0x0804, 'rsa_pss_rsae_sha256', 'sha-256'),
  pss(0x0805, 'rsa_pss_rsae_sha384', 'sha-384'),
  pss(0x0806, 'rsa_pss_rsae_sha512', 'sha-512'),
  scheme(0x0807, 'ed25519', mechanism('ed25519')),
  scheme(0x0808, 'ed448', mechanism('ed448')),
  pss(0x0809, 'rsa_pss_pss_sha256', 'sha-256'),
  pss(0x080a, 'rsa_pss_pss_sha384', 'sha-384'),
  pss(0x080b, 'rsa_pss_pss_sha512', 'sha-512'),
  ecdsa(0x081a, 'ecdsa_brainpoolP256r1tls13_sha256', 'brainpoolP256r1', 'sha-256'),
  ecdsa(0x081b, 'ecdsa_brainpoolP384r1tls13_sha384', 'brainpoolP384r1', 'sha-384'),
  ecdsa(0x081c, 'ecdsa_brainpoolP512r1tls13_sha512', 'brainpoolP512r1', 'sha-512'),
  scheme(0x0904, 'mldsa44', mechanism('ml-dsa-44')),
  scheme(0x0905, 'mldsa65', mechanism('ml-dsa-65')),
  scheme(0x0906, 'mldsa87', mechanism('ml-dsa-87')),
];

const BY_NAME: ReadonlyMap<string, TlsScheme> = new Map(TLS_SCHEMES.map((one) => [one.name.toLowerCase(), one]));
const BY_CODE_POINT: ReadonlyMap<number, TlsScheme> = new Map(TLS_SCHEMES.map((one) => [one.codePoint, one]));

/** A signature scheme by its code point or its IANA name in any case. */
export function findTlsScheme(written: string | number): TlsScheme | undefined {
  return typeof written === 'number' ? BY_CODE_POINT.get(written) : BY_NAME.get(written.toLowerCase());
}

function pkcs1(codePoint: number, name: string, digest: AlgorithmId): TlsScheme {
  return scheme(codePoint, name, mechanism('rsassa-pkcs1', { digest }));
}

function pss(codePoint: number, name: string, digest: AlgorithmId): TlsScheme {
  return scheme(codePoint, name, mechanism('rsassa-pss', { digest }));
}

function ecdsa(codePoint: number, name: string, curve: CurveId, digest: AlgorithmId): TlsScheme {
  return scheme(codePoint, name, mechanism('ecdsa', { curve, digest }));
}

function gost(codePoint: number, name: string): TlsScheme {
  return scheme(codePoint, name, mechanism('unrecognised', { parts: [mechanism('streebog')] }));
}

function scheme(codePoint: number, name: string, named: Mechanism): TlsScheme {
  return { name, codePoint, use: toUse(name, { ...named, functions: ['sign', 'verify'] }) };
}
