// Groups of key exchange in TLS and DTLS. Facts from the IANA registry "TLS Supported Groups" (RFC 8447; RFC 8422, RFC 7919, RFC 7027,
// RFC 8734, RFC 8998; draft-ietf-tls-mlkem and draft-ietf-tls-ecdhe-mlkem for ML-KEM alone and in hybrids).

import type { AlgorithmUse, CurveId } from '../../model/algorithm.ts';
import { type Mechanism, mechanism, toUse } from '../mechanism.ts';

/** One group: IANA name, code point, what it is, and names that implementations give it. */
export interface TlsGroup {
  readonly name: string;
  readonly codePoint: number;
  readonly use: AlgorithmUse;
  readonly aliases: readonly string[];
}

/** Every registered group that is not reserved. In the order of code points. */
export const TLS_GROUPS: readonly TlsGroup[] = [
  ec(1, 'sect163k1', 'sect163k1'),
  ec(2, 'sect163r1', 'sect163r1'),
  other(3, 'sect163r2', mechanism('ecdh')),
  other(4, 'sect193r1', mechanism('ecdh')),
  other(5, 'sect193r2', mechanism('ecdh')),
  ec(6, 'sect233k1', 'sect233k1'),
  ec(7, 'sect233r1', 'sect233r1'),
  other(8, 'sect239k1', mechanism('ecdh')),
  ec(9, 'sect283k1', 'sect283k1'),
  ec(10, 'sect283r1', 'sect283r1'),
  ec(11, 'sect409k1', 'sect409k1'),
  ec(12, 'sect409r1', 'sect409r1'),
  ec(13, 'sect571k1', 'sect571k1'),
  ec(14, 'sect571r1', 'sect571r1'),
  other(15, 'secp160k1', mechanism('ecdh')),
  ec(16, 'secp160r1', 'secp160r1'),
  other(17, 'secp160r2', mechanism('ecdh')),
  ec(18, 'secp192k1', 'secp192k1'),
  ec(19, 'secp192r1', 'secp192r1', ['P-192', 'prime192v1']),
  ec(20, 'secp224k1', 'secp224k1'),
  ec(21, 'secp224r1', 'secp224r1', ['P-224']),
  ec(22, 'secp256k1', 'secp256k1'),
  ec(23, 'secp256r1', 'secp256r1', ['P-256', 'prime256v1']),
  ec(24, 'secp384r1', 'secp384r1', ['P-384']),
  ec(25, 'secp521r1', 'secp521r1', ['P-521']),
  ec(26, 'brainpoolP256r1', 'brainpoolP256r1'),
  ec(27, 'brainpoolP384r1', 'brainpoolP384r1'),
  ec(28, 'brainpoolP512r1', 'brainpoolP512r1'),
  other(29, 'x25519', mechanism('x25519')),
  other(30, 'x448', mechanism('x448')),
  ec(31, 'brainpoolP256r1tls13', 'brainpoolP256r1'),
  ec(32, 'brainpoolP384r1tls13', 'brainpoolP384r1'),
  ec(33, 'brainpoolP512r1tls13', 'brainpoolP512r1'),
  other(34, 'GC256A', mechanism('unrecognised')),
  other(35, 'GC256B', mechanism('unrecognised')),
  other(36, 'GC256C', mechanism('unrecognised')),
  other(37, 'GC256D', mechanism('unrecognised')),
  other(38, 'GC512A', mechanism('unrecognised')),
  other(39, 'GC512B', mechanism('unrecognised')),
  other(40, 'GC512C', mechanism('unrecognised')),
  ec(41, 'curveSM2', 'sm2p256v1'),
  ff(256, 2048),
  ff(257, 3072),
  ff(258, 4096),
  ff(259, 6144),
  ff(260, 8192),
  kem(512, 'MLKEM512', mechanism('ml-kem-512')),
  kem(513, 'MLKEM768', mechanism('ml-kem-768')),
  kem(514, 'MLKEM1024', mechanism('ml-kem-1024')),
  kem(4587, 'SecP256r1MLKEM768', mechanism('secp256r1mlkem768')),
  kem(4588, 'X25519MLKEM768', mechanism('x25519mlkem768')),
  kem(4589, 'SecP384r1MLKEM1024', mechanism('secp384r1mlkem1024')),
  // Obsolete: round 3 Kyber, not FIPS 203.
  other(25497, 'X25519Kyber768Draft00', mechanism('kyber', { keyBits: 768, parts: [mechanism('x25519')] })),
  other(25498, 'SecP256r1Kyber768Draft00', mechanism('kyber', { keyBits: 768, parts: [mechanism('ecdh', { curve: 'secp256r1' })] })),
];

const BY_NAME: ReadonlyMap<string, TlsGroup> = new Map(
  TLS_GROUPS.flatMap((group) => [group.name, ...group.aliases].map((name) => [fold(name), group] as const)),
);
const BY_CODE_POINT: ReadonlyMap<number, TlsGroup> = new Map(TLS_GROUPS.map((group) => [group.codePoint, group]));

/** A group by its code point, or by the name that IANA or an implementation gives it (case and `-`, `_` do not matter). */
export function findTlsGroup(written: string | number): TlsGroup | undefined {
  return typeof written === 'number' ? BY_CODE_POINT.get(written) : BY_NAME.get(fold(written));
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

function ec(codePoint: number, name: string, curve: CurveId, aliases: readonly string[] = []): TlsGroup {
  return { ...other(codePoint, name, mechanism('ecdh', { curve, functions: ['keyderive'] })), aliases };
}

function ff(codePoint: number, keyBits: number): TlsGroup {
  return other(codePoint, `ffdhe${keyBits}`, mechanism('ffdh', { keyBits, functions: ['keyderive'] }));
}

function kem(codePoint: number, name: string, named: Mechanism): TlsGroup {
  return other(codePoint, name, { ...named, functions: ['encapsulate', 'decapsulate'] });
}

function other(codePoint: number, name: string, named: Mechanism): TlsGroup {
  return { name, codePoint, use: toUse(name, named), aliases: [] };
}
