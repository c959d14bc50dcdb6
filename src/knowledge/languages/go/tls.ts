// crypto/tls, crypto/x509 and net/http of Go, and pion/dtls, whose names follow them. pkg.go.dev/std, Go 1.26; pkg.go.dev/github.com/pion/dtls/v3.

import type { CryptoFunction } from '../../../model/algorithm.ts';
import { findCipherSuite, findTlsGroup } from '../../tls.ts';
import { DECRYPT, ENCRYPT, rowsOf, SIGN } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const CONFIG = 'crypto/tls.Config';
const tls = rowsOf('crypto/tls', 'crypto/tls.');

// Where a call is handed a configuration; what that says of versions, suites and groups stands in its fields.
const WITH_CONFIG: readonly (readonly [string, string])[] = [
  ['crypto/tls.Dial', '2'],
  ['crypto/tls.DialWithDialer', '3'],
  ['crypto/tls.Listen', '2'],
  ['crypto/tls.NewListener', '1'],
  ['crypto/tls.Client', '1'],
  ['crypto/tls.Server', '1'],
];
const TLS: readonly CallRow[] = [
  { symbol: CONFIG, library: 'crypto/tls', returns: CONFIG, protocol: configAt('') },
  ...(['MinVersion', 'MaxVersion'] as const).map((field) => tls.protocol(`Config.${field}=`, { protocol: 'tls', version: '0' })),
  tls.protocol('Config.CipherSuites=', { protocol: 'tls', suites: '0' }),
  tls.protocol('Config.CurvePreferences=', { protocol: 'tls', groups: '0' }),
  ...(['InsecureSkipVerify', 'Certificates', 'GetCertificate'] as const).map((field) =>
    tls.protocol(`Config.${field}=`, { protocol: 'tls' }),
  ),
  ...WITH_CONFIG.map(([symbol, place]): CallRow => ({ symbol, library: 'crypto/tls', protocol: configAt(place) })),
  ...['net/http.ListenAndServeTLS', 'net/http.ServeTLS', 'net/http.Server.ListenAndServeTLS', 'net/http.Server.ServeTLS'].map(
    (symbol): CallRow => ({ symbol, library: 'crypto/tls', protocol: { protocol: 'tls' } }),
  ),
  { symbol: 'net/http.Server', library: 'net/http', silent: true, returns: 'net/http.Server' },
];

function configAt(place: string): NonNullable<CallRow['protocol']> {
  const field = (name: string): string => (place === '' ? `=${name}` : `${place}.${name}`);
  return {
    protocol: 'tls',
    version: `${field('MinVersion')}|${field('MaxVersion')}`,
    suites: field('CipherSuites'),
    groups: field('CurvePreferences'),
  };
}

const DTLS_FIELDS: NonNullable<CallRow['protocol']> = { protocol: 'dtls', suites: '=CipherSuites', groups: '=EllipticCurves' };
const DTLS: readonly CallRow[] = [
  { symbol: 'github.com/pion/dtls.Config', library: 'pion/dtls', protocol: DTLS_FIELDS },
  ...['Dial Client Server Listen NewListener DialWithContext ClientWithContext ServerWithContext ClientWithOptions ServerWithOptions']
    .join(' ')
    .split(' ')
    .map((name): CallRow => ({ symbol: `github.com/pion/dtls.${name}`, library: 'pion/dtls', protocol: { protocol: 'dtls' } })),
  { symbol: 'github.com/pion/dtls.WithCipherSuites', library: 'pion/dtls', protocol: { protocol: 'dtls', suites: '0' } },
];

const x509 = rowsOf('crypto/x509', 'crypto/x509.');
const signed = (name: string, template: string, key: string): CallRow =>
  x509.call(name, { algorithm: `${template}.SignatureAlgorithm`, shares: key }, { functions: SIGN, needs: true });
const X509: readonly CallRow[] = [
  signed('CreateCertificate', '1', '4'),
  signed('CreateCertificateRequest', '1', '2'),
  signed('CreateRevocationList', '1', '3'),
  { symbol: 'crypto/x509.Certificate', library: 'crypto/x509', silent: true },
  { symbol: 'crypto/x509.CertificateRequest', library: 'crypto/x509', silent: true },
  { symbol: 'crypto/x509.RevocationList', library: 'crypto/x509', silent: true },
  ...x509.calls('ParsePKCS1PrivateKey', {}, { uses: { algorithm: 'rsa' }, returns: 'crypto/rsa.PrivateKey' }),
  ...x509.calls('ParsePKCS1PublicKey', {}, { uses: { algorithm: 'rsa' }, returns: 'crypto/rsa.PublicKey' }),
  ...x509.calls('MarshalPKCS1PrivateKey MarshalPKCS1PublicKey', { shares: '0' }, { uses: { algorithm: 'rsa' } }),
  ...x509.calls('ParseECPrivateKey', {}, { uses: { algorithm: 'ec' }, returns: 'crypto/ecdsa.PrivateKey' }),
  ...x509.calls('MarshalECPrivateKey', { shares: '0' }, { uses: { algorithm: 'ec' } }),
  x509.call('EncryptPEMBlock', { algorithm: '4' }, { functions: ENCRYPT, needs: true }),
  x509.call('DecryptPEMBlock', {}, { uses: { algorithm: 'pbes1' }, functions: DECRYPT }),
];

/** Calls of TLS, DTLS and X.509. */
export const TLS_ROWS: readonly CallRow[] = [...TLS, ...DTLS, ...X509];

const VERSIONS: readonly (readonly [string, string])[] = [
  ['VersionSSL30', 'SSL 3.0'],
  ['VersionTLS10', '1.0'],
  ['VersionTLS11', '1.1'],
  ['VersionTLS12', '1.2'],
  ['VersionTLS13', '1.3'],
];

const GROUPS: readonly (readonly [string, string])[] = [
  ['CurveP256', 'secp256r1'],
  ['CurveP384', 'secp384r1'],
  ['CurveP521', 'secp521r1'],
  ['X25519', 'x25519'],
  ['X25519MLKEM768', 'X25519MLKEM768'],
  ['SecP256r1MLKEM768', 'SecP256r1MLKEM768'],
  ['SecP384r1MLKEM1024', 'SecP384r1MLKEM1024'],
];

const BY_SIGNING: readonly CryptoFunction[] = SIGN;
const SIGNATURES: readonly (readonly [string, Says])[] = [
  ['MD2WithRSA', { algorithm: 'rsassa-pkcs1', digest: 'md2' }],
  ['MD5WithRSA', { algorithm: 'rsassa-pkcs1', digest: 'md5' }],
  ['SHA1WithRSA', { algorithm: 'rsassa-pkcs1', digest: 'sha-1' }],
  ['SHA256WithRSA', { algorithm: 'rsassa-pkcs1', digest: 'sha-256' }],
  ['SHA384WithRSA', { algorithm: 'rsassa-pkcs1', digest: 'sha-384' }],
  ['SHA512WithRSA', { algorithm: 'rsassa-pkcs1', digest: 'sha-512' }],
  ['SHA256WithRSAPSS', { algorithm: 'rsassa-pss', digest: 'sha-256' }],
  ['SHA384WithRSAPSS', { algorithm: 'rsassa-pss', digest: 'sha-384' }],
  ['SHA512WithRSAPSS', { algorithm: 'rsassa-pss', digest: 'sha-512' }],
  ['DSAWithSHA1', { algorithm: 'dsa', digest: 'sha-1' }],
  ['DSAWithSHA256', { algorithm: 'dsa', digest: 'sha-256' }],
  ['ECDSAWithSHA1', { algorithm: 'ecdsa', digest: 'sha-1' }],
  ['ECDSAWithSHA256', { algorithm: 'ecdsa', digest: 'sha-256' }],
  ['ECDSAWithSHA384', { algorithm: 'ecdsa', digest: 'sha-384' }],
  ['ECDSAWithSHA512', { algorithm: 'ecdsa', digest: 'sha-512' }],
  ['PureEd25519', { algorithm: 'ed25519' }],
];

// RFC 8446 §4.2.3 as crypto/tls names it.
const SCHEMES: readonly (readonly [string, Says])[] = [
  ['PKCS1WithSHA1', { algorithm: 'rsassa-pkcs1', digest: 'sha-1' }],
  ['PKCS1WithSHA256', { algorithm: 'rsassa-pkcs1', digest: 'sha-256' }],
  ['PKCS1WithSHA384', { algorithm: 'rsassa-pkcs1', digest: 'sha-384' }],
  ['PKCS1WithSHA512', { algorithm: 'rsassa-pkcs1', digest: 'sha-512' }],
  ['PSSWithSHA256', { algorithm: 'rsassa-pss', digest: 'sha-256' }],
  ['PSSWithSHA384', { algorithm: 'rsassa-pss', digest: 'sha-384' }],
  ['PSSWithSHA512', { algorithm: 'rsassa-pss', digest: 'sha-512' }],
  ['ECDSAWithSHA1', { algorithm: 'ecdsa', digest: 'sha-1' }],
  ['ECDSAWithP256AndSHA256', { algorithm: 'ecdsa', curve: 'secp256r1', digest: 'sha-256' }],
  ['ECDSAWithP384AndSHA384', { algorithm: 'ecdsa', curve: 'secp384r1', digest: 'sha-384' }],
  ['ECDSAWithP521AndSHA512', { algorithm: 'ecdsa', curve: 'secp521r1', digest: 'sha-512' }],
  ['Ed25519', { algorithm: 'ed25519' }],
];

const PEM_CIPHERS: readonly (readonly [string, Says])[] = [
  ['PEMCipherDES', { algorithm: 'des', mode: 'cbc' }],
  ['PEMCipher3DES', { algorithm: '3des', mode: 'cbc' }],
  ['PEMCipherAES128', { algorithm: 'aes', keyBits: 128, mode: 'cbc' }],
  ['PEMCipherAES192', { algorithm: 'aes', keyBits: 192, mode: 'cbc' }],
  ['PEMCipherAES256', { algorithm: 'aes', keyBits: 256, mode: 'cbc' }],
];

/** Constants of versions, groups, signature schemes and PEM encryption. */
export const TLS_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ...VERSIONS.map(([name, version]) => [`crypto/tls.${name}`, { library: 'crypto/tls', says: {}, version, quiet: true }] as const),
  ...GROUPS.map(([name, group]) => [`crypto/tls.${name}`, { library: 'crypto/tls', says: {}, group }] as const),
  ...SCHEMES.map(([name, says]) => [`crypto/tls.${name}`, { library: 'crypto/tls', says: { ...says, functions: BY_SIGNING } }] as const),
  ...SIGNATURES.map(
    ([name, says]) => [`crypto/x509.${name}`, { library: 'crypto/x509', says: { ...says, functions: BY_SIGNING } }] as const,
  ),
  ...PEM_CIPHERS.map(([name, says]) => [`crypto/x509.${name}`, { library: 'crypto/x509', says }] as const),
];

// Two suites that Go named before they had their full names.
const OLD_SUITES: ReadonlyMap<string, string> = new Map([
  ['TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'],
  ['TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256'],
]);

const SUITE = /^(crypto\/tls|github\.com\/pion\/dtls)\.(TLS_\w{1,70})$/;
const GROUP = /^github\.com\/pion\/dtls\/pkg\/crypto\/elliptic\.(X25519(?:MLKEM768)?|P256|P384)$/;

/** A suite or group that is named as in the registry of IANA. */
export function findTlsConstant(name: string): Constant | undefined {
  const [, module = '', written = ''] = SUITE.exec(name) ?? [];
  const suite = findCipherSuite(OLD_SUITES.get(written) ?? written);
  if (suite !== undefined)
    return {
      library: module === 'crypto/tls' ? module : 'pion/dtls',
      says: {},
      suite: suite.name,
      protocol: module === 'crypto/tls' ? 'tls' : 'dtls',
    };
  const curve = GROUP.exec(name)?.[1];
  const group = curve === undefined ? undefined : findTlsGroup(curve.replace(/^P/, 'P-'));
  return group === undefined ? undefined : { library: 'pion/dtls', says: {}, group: group.name, protocol: 'dtls' };
}
