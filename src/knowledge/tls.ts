// TLS and DTLS by name and code point: cipher suites, groups, signature schemes, each with the algorithms it is made of.
// Facts from the IANA registries "TLS Cipher Suites", "TLS Supported Groups" and "TLS SignatureScheme".

import type { CipherSuite } from '../model/evidence.ts';
import { type CipherSelection, type OpenSslVersion, toCipherExpander } from './tls/openssl-ciphers.ts';
import { toOpenSslName } from './tls/suite-names.ts';
import { toSuiteAlgorithms } from './tls/suite-parts.ts';
import { SUITE_ROWS } from './tls/suite-rows.ts';

export { findTlsGroup, TLS_GROUPS, type TlsGroup } from './tls/groups.ts';
export type { CipherSelection, OpenSslVersion } from './tls/openssl-ciphers.ts';
export { expandGroupList, expandSchemeList, type NameList } from './tls/openssl-lists.ts';
export { findTlsScheme, TLS_SCHEMES, type TlsScheme } from './tls/schemes.ts';

export { DTLS_VERSIONS, parseTlsVersion, TLS_VERSIONS, type TlsVersion, toVersionRange } from './tls/versions.ts';

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

const EXPANDERS: Readonly<Record<OpenSslVersion, (written: string) => CipherSelection>> = {
  '3.0': toCipherExpander(TLS_CIPHER_SUITES, '3.0'),
  '3.5': toCipherExpander(TLS_CIPHER_SUITES, '3.5'),
};

/** The suites that an OpenSSL cipher string selects for TLS up to 1.2, `HIGH:!aNULL:@SECLEVEL=2`. Linear in the string, which is bounded. */
export function expandCipherString(written: string, version: OpenSslVersion): CipherSelection {
  return EXPANDERS[version](written);
}
