// Elliptic curves under one name each: field size, strength, the CycloneDX 1.7 alias, and the other names that code and configuration use.
// Sizes: SEC 2 v2.0, RFC 5639, RFC 7748, RFC 8032, GB/T 32918.5. Strength: SP 800-57 Part 1 Rev. 5 table 2; RFC 7748 and RFC 8032 for the
// 25519 and 448 curves. Aliases: RFC 8422 §5.1.1, SEC 2, FIPS 186-4, ANSI X9.62 and X9.63, PSA Crypto API 1.2 §9.6.

import type { CurveId } from '../model/algorithm.ts';

/** One curve. */
export interface CurveRow {
  /** as printed, `secp256r1`, `Curve25519` */
  readonly name: string;
  /** size of the field in bits */
  readonly bits: number;
  /** classical security strength in bits; 80 stands for "80 or fewer" */
  readonly classicalBits: number;
  /** CycloneDX 1.7 `ellipticCurve`; 1.6 writes the part after the slash */
  readonly cyclonedx: string;
  /** object identifier, dotted */
  readonly oid: string;
  /** other names of the same curve; compared without case, `-`, `_` and spaces */
  readonly aliases: readonly string[];
}

/** Every curve by its one name. */
export const CURVES: Readonly<Record<CurveId, CurveRow>> = {
  secp160r1: prime(160, 'r1', { classicalBits: 80, oid: '1.3.132.0.8', aliases: ['ansip160r1'] }),
  secp192k1: prime(192, 'k1', { classicalBits: 80, oid: '1.3.132.0.31', aliases: ['ansip192k1'] }),
  secp192r1: prime(192, 'r1', {
    classicalBits: 80,
    oid: '1.2.840.10045.3.1.1',
    aliases: ['prime192v1', 'P-192', 'NIST192p', 'ansip192r1', 'ecp192'],
  }),
  secp224k1: prime(224, 'k1', { classicalBits: 112, oid: '1.3.132.0.32', aliases: ['ansip224k1'] }),
  secp224r1: prime(224, 'r1', {
    classicalBits: 112,
    oid: '1.3.132.0.33',
    aliases: ['P-224', 'NIST224p', 'ansip224r1', 'wap-wsg-idm-ecid-wtls12', 'ecp224'],
  }),
  secp256k1: prime(256, 'k1', { classicalBits: 128, oid: '1.3.132.0.10', aliases: ['ansip256k1', 'P-256K'] }),
  secp256r1: prime(256, 'r1', {
    classicalBits: 128,
    oid: '1.2.840.10045.3.1.7',
    aliases: ['prime256v1', 'P-256', 'NIST256p', 'ansip256r1', 'ecp256'],
  }),
  secp384r1: prime(384, 'r1', { classicalBits: 192, oid: '1.3.132.0.34', aliases: ['P-384', 'NIST384p', 'ansip384r1', 'ecp384'] }),
  secp521r1: prime(521, 'r1', { classicalBits: 256, oid: '1.3.132.0.35', aliases: ['P-521', 'NIST521p', 'ansip521r1', 'ecp521'] }),
  brainpoolP192r1: brainpool(192, { classicalBits: 80, oid: '1.3.36.3.3.2.8.1.1.3', aliases: [] }),
  brainpoolP224r1: brainpool(224, { classicalBits: 112, oid: '1.3.36.3.3.2.8.1.1.5', aliases: [] }),
  brainpoolP256r1: brainpool(256, { classicalBits: 128, oid: '1.3.36.3.3.2.8.1.1.7', aliases: [] }),
  brainpoolP320r1: brainpool(320, { classicalBits: 128, oid: '1.3.36.3.3.2.8.1.1.9', aliases: [] }),
  brainpoolP384r1: brainpool(384, { classicalBits: 192, oid: '1.3.36.3.3.2.8.1.1.11', aliases: [] }),
  brainpoolP512r1: brainpool(512, { classicalBits: 256, oid: '1.3.36.3.3.2.8.1.1.13', aliases: [] }),
  // B-163 is sect163r2, another curve than sect163r1.
  sect163k1: binary(163, 'k1', { classicalBits: 80, oid: '1.3.132.0.1', aliases: ['K-163', 'ansit163k1'] }),
  sect163r1: binary(163, 'r1', { classicalBits: 80, oid: '1.3.132.0.2', aliases: ['ansit163r1'] }),
  sect233k1: binary(233, 'k1', { classicalBits: 112, oid: '1.3.132.0.26', aliases: ['K-233', 'ansit233k1'] }),
  sect233r1: binary(233, 'r1', { classicalBits: 112, oid: '1.3.132.0.27', aliases: ['B-233', 'ansit233r1'] }),
  sect283k1: binary(283, 'k1', { classicalBits: 128, oid: '1.3.132.0.16', aliases: ['K-283', 'ansit283k1'] }),
  sect283r1: binary(283, 'r1', { classicalBits: 128, oid: '1.3.132.0.17', aliases: ['B-283', 'ansit283r1'] }),
  sect409k1: binary(409, 'k1', { classicalBits: 192, oid: '1.3.132.0.36', aliases: ['K-409', 'ansit409k1'] }),
  sect409r1: binary(409, 'r1', { classicalBits: 192, oid: '1.3.132.0.37', aliases: ['B-409', 'ansit409r1'] }),
  sect571k1: binary(571, 'k1', { classicalBits: 256, oid: '1.3.132.0.38', aliases: ['K-571', 'ansit571k1'] }),
  sect571r1: binary(571, 'r1', { classicalBits: 256, oid: '1.3.132.0.39', aliases: ['B-571', 'ansit571r1'] }),
  sm2p256v1: {
    name: 'sm2p256v1',
    bits: 256,
    classicalBits: 128,
    cyclonedx: 'oscaa/SM2',
    oid: '1.2.156.10197.1.301',
    aliases: ['SM2', 'curveSM2'],
  },
  curve25519: {
    name: 'Curve25519',
    bits: 255,
    classicalBits: 128,
    cyclonedx: 'other/Curve25519',
    oid: '1.3.101.110',
    aliases: ['X25519', 'montgomery255'],
  },
  ed25519: {
    name: 'Ed25519',
    bits: 255,
    classicalBits: 128,
    cyclonedx: 'other/Ed25519',
    oid: '1.3.101.112',
    aliases: ['edwards25519', 'twisted_edwards_255'],
  },
  curve448: {
    name: 'Curve448',
    bits: 448,
    classicalBits: 224,
    cyclonedx: 'other/Curve448',
    oid: '1.3.101.111',
    aliases: ['X448', 'montgomery448'],
  },
  ed448: {
    name: 'Ed448',
    bits: 448,
    classicalBits: 224,
    cyclonedx: 'other/Ed448',
    oid: '1.3.101.113',
    aliases: ['edwards448', 'Ed448-Goldilocks', 'twisted_edwards_448'],
  },
};

/** The ids of all curves, in the order of the table. */
export const CURVE_IDS: readonly CurveId[] = Object.keys(CURVES) as CurveId[]; // the keys of a total table over CurveId

/**
 * The curve that a name from code, configuration or a standard means, or a dotted object identifier. Names of libraries
 * (`MBEDTLS_ECP_DP_SECP256R1_ENABLED`, `NID_X9_62_prime256v1`, `PSA_WANT_ECC_SECP_R1_256`) are read past their prefixes.
 */
export function findCurve(written: string): CurveId | undefined {
  if (written.length > 80) return undefined;
  const folded = fold(written);
  return CURVE_BY_NAME.get(folded) ?? CURVE_BY_NAME.get(folded.replace(SUFFIX, '').replace(PREFIX, ''));
}

// After folding; the longest alternative of a library stands first.
const PREFIX =
  /^(?:config)?(?:mbedtlsecpdp|psawantecc|psaecc|gnutlsecccurve|crysecpkidomainid|ccecpkidomainid|ksssecccurve|tpm2?ecc|bcryptecccurve|nidx962|nid|brec|uecc|ecccurve|ecc|atca|x962|ecpdp|ecdsasha2|ecdhsha2|ecdsa|ecdh|ec)?(?:nist(?=[pkb]\d))?/;
const SUFFIX = /(?:enabled?|tls13)$/;

const CURVE_BY_NAME: ReadonlyMap<string, CurveId> = new Map(
  CURVE_IDS.flatMap((id) => [id, CURVES[id].oid, ...CURVES[id].aliases].map((name) => [fold(name), id] as const)),
);

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

type Kind = 'r1' | 'k1';
type CurveFacts = Pick<CurveRow, 'classicalBits' | 'oid' | 'aliases'>;

function prime(bits: number, kind: Kind, facts: CurveFacts): CurveRow {
  const name = `secp${bits}${kind}`;
  return { name, bits, cyclonedx: `secg/${name}`, ...facts, aliases: [`secp_${kind}_${bits}`, ...facts.aliases] };
}

function binary(bits: number, kind: Kind, facts: CurveFacts): CurveRow {
  const name = `sect${bits}${kind}`;
  return { name, bits, cyclonedx: `secg/${name}`, ...facts, aliases: [`sect_${kind}_${bits}`, ...facts.aliases] };
}

function brainpool(bits: number, facts: CurveFacts): CurveRow {
  const name = `brainpoolP${bits}r1`;
  return { name, bits, cyclonedx: `brainpool/${name}`, ...facts, aliases: [`bp${bits}r1`, `brainpool_p_r1_${bits}`, ...facts.aliases] };
}
