// The shape of a configuration dialect: which files it is, how they are written, and what each directive means. A dialect is a value of this
// shape; a new one is a row, and a new directive is a line in it. Names of directives are compared without regard to case.

import type { CryptoFunction } from '../../model/algorithm.ts';
import type { ProtocolName, Role } from '../../model/evidence.ts';

/** How the files of a dialect are written. */
export type DialectSyntax =
  | { readonly is: 'lines'; readonly lines: LineStyle }
  | { readonly is: 'blocks'; readonly ends: 'semicolon' | 'line'; readonly slashComments?: true }
  | { readonly is: 'yaml' };

/** The line readers by name; `scan/runtime-config/syntax.ts` says how each reads. */
export type LineStyle =
  | 'ini'
  | 'toml'
  | 'properties'
  | 'apache'
  | 'ssh'
  | 'words'
  | 'openvpn'
  | 'mosquitto'
  | 'haproxy'
  | 'ipsec'
  | 'postfix'
  | 'wpa'
  | 'uci'
  | 'shell';

/** What the value of a directive says. */
export type Says =
  /** versions of TLS: a list of those that are on; a list in which signs add and take away; the least, the most */
  | { readonly says: 'versions'; readonly how: 'list' | 'signed' | 'least' | 'most' }
  /** versions that are switched off by the directive's name or a word: `no-tlsv10` */
  | { readonly says: 'no-versions'; readonly versions: readonly string[] }
  /** cipher suites: an OpenSSL cipher string for TLS up to 1.2, or names of any spelling */
  | { readonly says: 'suites'; readonly notation: 'openssl' | 'names'; readonly only?: '1.3' }
  | { readonly says: 'groups' }
  | { readonly says: 'schemes' }
  | { readonly says: 'ssh'; readonly list: 'kex' | 'host-key' | 'cipher' | 'mac' }
  /** proposals of IKE, or of ESP and AH */
  | { readonly says: 'proposals'; readonly of: 'ike' | 'ipsec' }
  /** versions of a protocol, by the words that stand for them */
  | { readonly says: 'named-versions'; readonly of: Readonly<Record<string, string>> }
  /** names of algorithms; `as` is what a bare hash stands for there */
  | { readonly says: 'algorithms'; readonly functions: readonly CryptoFunction[]; readonly as?: 'hmac'; readonly separators?: RegExp }
  | { readonly says: 'key-bits'; readonly algorithm: 'rsa' | 'ffdh' }
  /** a key pair that is to be made: the words of several directives of one block belong together */
  | { readonly says: 'key-algorithm' }
  /** a key or password that stands in the file: that it is there, never what it is */
  | {
      readonly says: 'secret';
      readonly material: 'private-key' | 'public-key' | 'secret-key';
      readonly algorithm?: 'x25519';
      readonly container: string;
      /** the statement as a whole must match */
      readonly when?: RegExp;
    }
  /** that the protocol is in use; where `when` is given the value must match it */
  | { readonly says: 'protocol'; readonly when?: RegExp; readonly protocol?: ProtocolName }
  /** words of the value are directives of their own: `bind :443 ssl ssl-min-ver TLSv1.2`, `SSLOpenSSLConfCmd Groups X25519` */
  | { readonly says: 'keywords'; readonly of: Directives }
  /** algorithms and versions that are switched off: Java's `jdk.tls.disabledAlgorithms` */
  | { readonly says: 'disabled' }
  | { readonly says: 'wifi'; readonly part: 'key-management' | 'cipher' | 'versions' | 'groups' }
  /** a disk: the options of a line of crypttab */
  | { readonly says: 'disk' }
  /** the path of an SSH host key says its type */
  | { readonly says: 'host-key-file' };

/** Directives by their name in lower case. `channel` keeps apart what one block says of two sides (`ssl_…` and `proxy_ssl_…` of nginx). */
export type Directives = ReadonlyMap<string, Directed>;
export type Directed = Says & { readonly channel?: string };

/** One dialect. */
export interface RuntimeDialect {
  readonly id: string;
  /** against the path in lower case: the file is of this dialect */
  readonly paths?: RegExp;
  /** against the path in lower case: the file is of this dialect where `marks` is met in its text */
  readonly maybe?: RegExp;
  /** met in the first 64 KiB of the text */
  readonly marks?: RegExp;
  readonly syntax: DialectSyntax;
  readonly protocol: ProtocolName;
  readonly role: Role;
  readonly directives: Directives;
  /** directives by shape, in lower case, where names are open: `nginx.ingress.kubernetes.io/ssl-ciphers`, `ssl_options.versions.1` */
  readonly patterns?: readonly (readonly [name: RegExp, says: Directed])[];
  /** what every statement says, in files whose lines have no name: crypttab */
  readonly each?: Directed;
  /** the documentation that defines the directives */
  readonly source: string;
}

/** A dialect's directives, in the short hand of the tables. */
export function directives(...parts: readonly Readonly<Record<string, Directed>>[]): Directives {
  return new Map(parts.flatMap((part) => Object.entries(part)).map(([name, says]) => [name.toLowerCase(), says]));
}

export const LIST: Says = { says: 'versions', how: 'list' };
export const SIGNED: Says = { says: 'versions', how: 'signed' };
export const LEAST: Says = { says: 'versions', how: 'least' };
export const MOST: Says = { says: 'versions', how: 'most' };
export const CIPHERS: Says = { says: 'suites', notation: 'openssl' };
export const SUITES_13: Says = { says: 'suites', notation: 'names', only: '1.3' };
export const SUITES: Says = { says: 'suites', notation: 'names' };
export const GROUPS: Says = { says: 'groups' };
export const SCHEMES: Says = { says: 'schemes' };
export const IN_USE: Says = { says: 'protocol' };

/** The protocol is in use where the value is one of these words. */
export function inUseWhen(when: RegExp): Says {
  return { says: 'protocol', when };
}

/** The same, told of another side of the same block. */
export function on<T extends Says>(channel: string, says: T): T & { readonly channel: string } {
  return { ...says, channel };
}
