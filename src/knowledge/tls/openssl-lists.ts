// OpenSSL's lists of groups and of signature algorithms. Groups: SSL_CTX_set1_groups_list(3) of OpenSSL 3.5 (`?` may be unknown, `*` predicts a
// key share, `-` takes out, `/` begins the next tuple, DEFAULT stands for the built-in list). Signature algorithms:
// SSL_CTX_set1_sigalgs_list(3), `ECDSA+SHA256` or an IANA name.

import { findTlsGroup } from './groups.ts';
import { findTlsScheme } from './schemes.ts';

/** Names of a list by their IANA names in the order of preference, and what of it is not known. */
export interface NameList {
  readonly names: readonly string[];
  /** as written; a name behind `?` that OpenSSL would pass over too is not among them */
  readonly unknown: readonly string[];
}

const MAX_NAMES = 200;

// The default of OpenSSL 3.5, SSL_CTX_set1_groups_list(3) "NOTES"; a Node 24 sends it when asked for DEFAULT.
const DEFAULT_GROUPS = 'X25519MLKEM768 x25519 secp256r1 x448 secp384r1 secp521r1 ffdhe2048 ffdhe3072'.split(' ');
/** Names that OpenSSL has for groups beside IANA's. */
const OTHER_GROUP_NAMES: ReadonlyMap<string, string> = new Map([
  ['K-163', 'sect163k1'],
  ['B-163', 'sect163r2'],
  ['K-233', 'sect233k1'],
  ['B-233', 'sect233r1'],
  ['K-283', 'sect283k1'],
  ['B-283', 'sect283r1'],
  ['K-409', 'sect409k1'],
  ['B-409', 'sect409r1'],
  ['K-571', 'sect571k1'],
  ['B-571', 'sect571r1'],
]);

/** Expands a list of groups. */
export function expandGroupList(written: string): NameList {
  const names: string[] = [];
  const unknown: string[] = [];
  for (const word of words(written, /[:/,\s]+/)) {
    const [, signs = '', name = ''] = /^([?*-]{0,4})(.*)$/.exec(word) ?? [];
    if (name === 'DEFAULT') {
      for (const one of DEFAULT_GROUPS) put(names, one, signs);
      continue;
    }
    const group = findTlsGroup(OTHER_GROUP_NAMES.get(name) ?? name)?.name;
    if (group !== undefined) put(names, group, signs);
    else if (!signs.includes('?')) unknown.push(name);
  }
  return { names, unknown };
}

function put(names: string[], name: string, signs: string): void {
  const at = names.indexOf(name);
  if (signs.includes('-')) {
    if (at >= 0) names.splice(at, 1);
  } else if (at < 0) names.push(name);
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ['RSA', 'rsa_pkcs1'],
  ['RSA-PSS', 'rsa_pss_rsae'],
  ['PSS', 'rsa_pss_rsae'],
  ['ECDSA', 'ecdsa'],
]);
// RFC 8446 §4.2.3: the code points that TLS 1.2 read as hash and ECDSA name a curve since.
const ECDSA_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['SHA1', 'ecdsa_sha1'],
  ['SHA256', 'ecdsa_secp256r1_sha256'],
  ['SHA384', 'ecdsa_secp384r1_sha384'],
  ['SHA512', 'ecdsa_secp521r1_sha512'],
]);

/** Expands a list of signature algorithms. */
export function expandSchemeList(written: string): NameList {
  const names = new Set<string>();
  const unknown: string[] = [];
  for (const word of words(written, /[:,\s]+/)) {
    const name = word.replace(/^\?/, '');
    const [key = '', hash = ''] = name.toUpperCase().split('+');
    const paired = key === 'ECDSA' ? ECDSA_SCHEMES.get(hash) : `${KEYS.get(key) ?? ''}_${hash.toLowerCase()}`;
    const scheme = findTlsScheme(name.includes('+') ? (paired ?? '') : name);
    if (scheme !== undefined) names.add(scheme.name);
    else if (name === word) unknown.push(name);
  }
  return { names: [...names], unknown };
}

function words(written: string, separators: RegExp): readonly string[] {
  return written
    .slice(0, 8192)
    .split(separators)
    .filter((word) => word !== '')
    .slice(0, MAX_NAMES);
}
