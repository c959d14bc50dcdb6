// The cipher suites that OpenSSL has, with what its cipher strings select them by. This is OpenSSL 3.0 or 3.5 with the default provider, as
// Debian builds it: no DES, 3DES, RC4, IDEA, SEED. Facts from ciphers(1) and from what `openssl ciphers -V` prints.

import type { CipherSuite } from '../../model/evidence.ts';

export type KeyExchange = 'RSA' | 'DHE' | 'ECDHE' | 'PSK' | 'RSAPSK' | 'DHEPSK' | 'ECDHEPSK' | 'SRP' | 'DH' | 'ECDH' | 'other';
export type Authentication = 'RSA' | 'DSS' | 'ECDSA' | 'PSK' | 'SRP' | 'NULL' | 'other';
export type MacName = 'AEAD' | 'MD5' | 'SHA1' | 'SHA256' | 'SHA384' | 'other';

/** A suite by what a cipher string can ask of it. TLS 1.3 suites are set apart in OpenSSL and are not among them. */
export interface OpenSslSuite {
  readonly suite: CipherSuite;
  readonly keyExchange: KeyExchange;
  readonly authentication: Authentication;
  /** `AES128`, `AESGCM256`, `CHACHA20`, `NULL`, `3DES` */
  readonly cipher: string;
  readonly strengthBits: number;
  /** what the keywords HIGH, MEDIUM and LOW ask for */
  readonly grade: 'HIGH' | 'MEDIUM' | 'LOW' | 'none';
  readonly mac: MacName;
  /** the first version that has it, as OpenSSL prints it */
  readonly since: 'SSLv3' | 'TLSv1' | 'TLSv1.2';
  /** in OpenSSL's list of today; a suite that older versions had is known only by its name */
  readonly current: boolean;
}

const EXCHANGES: ReadonlyMap<string, readonly [KeyExchange, Authentication]> = new Map<string, readonly [KeyExchange, Authentication]>([
  ['RSA', ['RSA', 'RSA']],
  ['DHE_RSA', ['DHE', 'RSA']],
  ['DHE_DSS', ['DHE', 'DSS']],
  ['DH_anon', ['DHE', 'NULL']],
  ['ECDHE_RSA', ['ECDHE', 'RSA']],
  ['ECDHE_ECDSA', ['ECDHE', 'ECDSA']],
  ['ECDH_anon', ['ECDHE', 'NULL']],
  ['PSK', ['PSK', 'PSK']],
  ['RSA_PSK', ['RSAPSK', 'RSA']],
  ['DHE_PSK', ['DHEPSK', 'PSK']],
  ['PSK_DHE', ['DHEPSK', 'PSK']],
  ['ECDHE_PSK', ['ECDHEPSK', 'PSK']],
  ['SRP_SHA', ['SRP', 'SRP']],
  ['SRP_SHA_RSA', ['SRP', 'RSA']],
  ['SRP_SHA_DSS', ['SRP', 'DSS']],
  ['DH_RSA', ['DH', 'RSA']],
  ['DH_DSS', ['DH', 'DSS']],
  ['ECDH_RSA', ['ECDH', 'RSA']],
  ['ECDH_ECDSA', ['ECDH', 'ECDSA']],
]);
const MACS: ReadonlyMap<string, MacName> = new Map<string, MacName>([
  ['MD5', 'MD5'],
  ['SHA', 'SHA1'],
  ['SHA256', 'SHA256'],
  ['SHA384', 'SHA384'],
]);
const OLD_CIPHERS: ReadonlyMap<string, readonly [cipher: string, strengthBits: number]> = new Map<string, readonly [string, number]>([
  ['NULL', ['NULL', 0]],
  ['CHACHA20_POLY1305', ['CHACHA20', 256]],
  ['3DES_EDE_CBC', ['3DES', 112]],
  ['DES_CBC', ['DES', 56]],
  ['RC4_128', ['RC4', 128]],
  ['IDEA_CBC', ['IDEA', 128]],
  ['SEED_CBC', ['SEED', 128]],
]);
const REGULAR = /^(AES|CAMELLIA|ARIA)_(128|256)_(CBC|GCM|CCM_8|CCM)$/;

/** A registered suite as OpenSSL sees it. With `weakCcm8` a tag of 64 bits counts as a strength of 64 bits, as it does in 3.5. */
export function toOpenSslSuite(suite: CipherSuite, weakCcm8 = false): OpenSslSuite | undefined {
  const [exchange = '', rest] = suite.name.slice('TLS_'.length).split('_WITH_');
  if (rest === undefined) return undefined;
  const hash = /_(MD5|SHA|SHA256|SHA384)$/.exec(rest)?.[1];
  const body = hash === undefined ? rest : rest.slice(0, -hash.length - 1);
  const [keyExchange, authentication] = EXCHANGES.get(exchange) ?? (['other', 'other'] as const);
  const [cipher, keyBits] = toCipher(body);
  const isWeak = weakCcm8 && cipher.startsWith('AESCCM8');
  const strengthBits = isWeak ? 64 : keyBits;
  const mac = /GCM|CCM|CHACHA/.test(cipher) ? 'AEAD' : (MACS.get(hash ?? '') ?? 'other');
  const one = { suite, keyExchange, authentication, cipher, strengthBits, grade: isWeak ? 'MEDIUM' : gradeOf(cipher), mac } as const;
  return { ...one, since: sinceOf(one), current: isCurrent(one) };
}

function toCipher(body: string): readonly [string, number] {
  const [, family, bits, mode = ''] = REGULAR.exec(body) ?? [];
  if (family === undefined) return OLD_CIPHERS.get(body) ?? ['other', 0];
  return [`${family}${mode === 'CBC' ? '' : mode.replace('_', '')}${bits}`, Number(bits)];
}

function gradeOf(cipher: string): OpenSslSuite['grade'] {
  if (cipher === 'NULL' || cipher === 'other') return 'none';
  return cipher === 'DES' ? 'LOW' : /^(?:3DES|RC4|IDEA|SEED)$/.test(cipher) ? 'MEDIUM' : 'HIGH';
}

type Undated = Omit<OpenSslSuite, 'since' | 'current'>;

function sinceOf({ keyExchange, mac }: Undated): OpenSslSuite['since'] {
  const isHashed = mac === 'SHA256' || mac === 'SHA384';
  if (mac === 'AEAD' || (isHashed && !keyExchange.endsWith('PSK'))) return 'TLSv1.2';
  return isHashed || keyExchange.startsWith('ECDH') ? 'TLSv1' : 'SSLv3';
}

// What OpenSSL leaves out of the registry: static Diffie-Hellman, ARIA in CBC, Camellia in GCM, the PSK suites of RFC 8442, CCM for DSS.
function isCurrent({ suite, keyExchange, authentication, cipher, mac }: Undated): boolean {
  if (keyExchange === 'DH' || keyExchange === 'ECDH' || keyExchange === 'other' || mac === 'other') return false;
  if (/^(?:3DES|DES|RC4|IDEA|SEED|other|ARIA\d|CAMELLIAGCM|ARIACCM|CAMELLIACCM)/.test(cipher)) return false;
  if (keyExchange === 'ECDHEPSK') return mac !== 'AEAD' || cipher === 'CHACHA20';
  // RFC 5288, RFC 6209 and RFC 7251 went further than OpenSSL did.
  return !(authentication === 'NULL' && cipher.startsWith('ARIA')) && !suite.name.includes('SHA512');
}
