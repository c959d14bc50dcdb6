// Names from the headers and documents of OpenSSL, mbedTLS, PSA Crypto, wolfSSL, BearSSL, GnuTLS, .NET, Go, JCA and the IANA; the enum from
// the CycloneDX 1.7 schema.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CURVE_IDS, CURVES, findCurve } from '../../src/knowledge/curves.ts';

const definitions: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/schemas/cyclonedx/cryptography-defs.schema.json', import.meta.url), 'utf8'),
);

describe('findCurve', () => {
  it.each([
    ['prime256v1', 'secp256r1'],
    ['P-256', 'secp256r1'],
    ['P256', 'secp256r1'],
    ['NIST256p', 'secp256r1'],
    ['nistP256', 'secp256r1'],
    ['NIST P-256', 'secp256r1'],
    ['SECP256R1', 'secp256r1'],
    ['MBEDTLS_ECP_DP_SECP256R1', 'secp256r1'],
    ['CONFIG_MBEDTLS_ECP_DP_SECP256R1_ENABLED', 'secp256r1'],
    ['PSA_WANT_ECC_SECP_R1_256', 'secp256r1'],
    ['NID_X9_62_prime256v1', 'secp256r1'],
    ['ecdsa-sha2-nistp256', 'secp256r1'],
    ['BR_EC_secp256r1', 'secp256r1'],
    ['GNUTLS_ECC_CURVE_SECP256R1', 'secp256r1'],
    ['TPM2_ECC_NIST_P256', 'secp256r1'],
    ['uECC_secp256r1', 'secp256r1'],
    ['1.2.840.10045.3.1.7', 'secp256r1'],
    ['uECC_secp160r1', 'secp160r1'],
    ['ECC_SECP384R1', 'secp384r1'],
    ['nistp521', 'secp521r1'],
    ['NID_secp256k1', 'secp256k1'],
    ['PSA_WANT_ECC_SECP_K1_256', 'secp256k1'],
    ['MBEDTLS_ECP_DP_BP256R1', 'brainpoolP256r1'],
    ['BrainpoolP384R1', 'brainpoolP384r1'],
    ['brainpoolP512r1tls13', 'brainpoolP512r1'],
    ['PSA_WANT_ECC_BRAINPOOL_P_R1_256', 'brainpoolP256r1'],
    ['NIST B-283', 'sect283r1'],
    ['X25519', 'curve25519'],
    ['MBEDTLS_ECP_DP_CURVE25519', 'curve25519'],
    ['PSA_WANT_ECC_MONTGOMERY_448', 'curve448'],
    ['PSA_WANT_ECC_TWISTED_EDWARDS_255', 'ed25519'],
    ['SM2', 'sm2p256v1'],
  ] as const)('reads %s as %s', (written, id) => {
    expect(findCurve(written)).toBe(id);
  });

  it.each(['', 'P-255', 'RSA', 'ecdsa', 'constructor', '__proto__', 'sect163r2', 'B-163', 'secp256', 'x'.repeat(1_000_000)])(
    'does not take %s for a curve',
    (written) => {
      expect(findCurve(written)).toBeUndefined();
    },
  );

  it('finds every curve by its id, its object identifier and each alias', () => {
    for (const id of CURVE_IDS)
      for (const name of [id, CURVES[id].oid, ...CURVES[id].aliases]) expect([name, findCurve(name)]).toEqual([name, id]);
  });
});

describe('CURVES', () => {
  it('writes curves with values that the CycloneDX 1.7 enum accepts, one each', () => {
    const accepted = new Set(enumOf(definitions, 'ellipticCurvesEnum'));
    const written = CURVE_IDS.map((id) => CURVES[id].cyclonedx);
    expect(written.filter((alias) => !accepted.has(alias))).toEqual([]);
    expect(new Set(written).size).toBe(written.length);
  });
});

function enumOf(schema: unknown, name: string): readonly string[] {
  const text = JSON.stringify(schema);
  const start = text.indexOf(`"${name}":`);
  const list = text.slice(text.indexOf('"enum":[', start) + 7, text.indexOf(']', start) + 1);
  return JSON.parse(list) as string[];
}
