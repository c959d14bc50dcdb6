// TLS and DTLS by name and code point: cipher suites, groups, signature schemes, each with the algorithms it is made of.
// Facts from the IANA registries "TLS Cipher Suites", "TLS Supported Groups" and "TLS SignatureScheme".

import type { CipherSuite } from '../model/evidence.ts';
import { toOpenSslName } from './tls/suite-names.ts';
import { toSuiteAlgorithms } from './tls/suite-parts.ts';
import { SUITE_ROWS } from './tls/suite-rows.ts';

export { findTlsGroup, TLS_GROUPS, type TlsGroup } from './tls/groups.ts';
export { findTlsScheme, TLS_SCHEMES, type TlsScheme } from './tls/schemes.ts';

/** Every cipher suite by its IANA name. In the order of code points. */
export const TLS_CIPHER_SUITES: readonly CipherSuite[] = SUITE_ROWS.map(([codePoint, name]) => ({
  name,
  codePoint: [codePoint >> 8, codePoint & 0xff],
  algorithms: toSuiteAlgorithms(name),
}));

// IANA names first: where two suites share an OpenSSL name (RFC 6655 and RFC 8442 both have ECDHE-PSK with CCM-8) the older keeps it.
const BY_NAME: ReadonlyMap<string, CipherSuite> = new Map(
  [...TLS_CIPHER_SUITES].reverse().flatMap((suite) => [toOpenSslName(suite.name), suite.name].map((name) => [fold(name), suite] as const)),
);
const BY_CODE_POINT: ReadonlyMap<number, CipherSuite> = new Map(
  SUITE_ROWS.flatMap(([codePoint, name]) => {
    const suite = BY_NAME.get(fold(name));
    return suite === undefined ? [] : [[codePoint, suite] as const];
  }),
);

/**
 * A cipher suite by the name that IANA, OpenSSL, Mbed TLS or GnuTLS-like spellings give it: `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`,
 * `ECDHE-RSA-AES128-GCM-SHA256`, `TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256`, `MBEDTLS_TLS_ECDHE_RSA_WITH_…`.
 */
export function findCipherSuite(written: string): CipherSuite | undefined {
  if (written.length > 80) return undefined;
  return BY_NAME.get(fold(written));
}

/** A cipher suite by its code point, `0xc02b`. */
export function findCipherSuiteByCodePoint(codePoint: number): CipherSuite | undefined {
  return BY_CODE_POINT.get(codePoint);
}

// No two different suites fold to one name: the test compares all of them.
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/^mbedtls_tls_/, 'tls_')
    .replaceAll('-', '_');
}
