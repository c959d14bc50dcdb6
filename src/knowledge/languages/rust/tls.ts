// TLS of Rust: rustls, native-tls, embedded-tls, quinn over them; rcgen and the tokens of jsonwebtoken. docs.rs of each crate.

import { parseAlgorithmName } from '../../names.ts';
import { findCipherSuite, findTlsGroup, findTlsScheme } from '../../tls.ts';
import { KEYGEN, rowsOf, SIGN, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { toSays } from '../says.ts';

const rustls = rowsOf('rustls', 'rustls::');
const CONFIG = 'rustls::ConfigBuilder';
const RUSTLS: readonly CallRow[] = [
  ...['ClientConfig', 'ServerConfig'].flatMap((name) => [
    ...rustls.calls(`${name}::builder ${name}::builder_with_provider ${name}::new`, {}, { protocol: { protocol: 'tls' }, returns: CONFIG }),
    rustls.call(`${name}::builder_with_protocol_versions`, {}, { protocol: { protocol: 'tls', version: '0' }, returns: CONFIG }),
  ]),
  ...rustls.calls(
    'ConfigBuilder::with_safe_defaults ConfigBuilder::with_safe_default_cipher_suites',
    {},
    { silent: true, returns: CONFIG },
  ),
  ...rustls.calls(
    'ConfigBuilder::with_safe_default_kx_groups ConfigBuilder::with_safe_default_protocol_versions',
    {},
    { silent: true, returns: CONFIG },
  ),
  rustls.call('ConfigBuilder::with_protocol_versions', {}, { protocol: { protocol: 'tls', version: '0' }, returns: CONFIG }),
  rustls.call('ConfigBuilder::with_cipher_suites', {}, { protocol: { protocol: 'tls', suites: '0' }, returns: CONFIG }),
  rustls.call('ConfigBuilder::with_kx_groups', {}, { protocol: { protocol: 'tls', groups: '0' }, returns: CONFIG }),
  { symbol: 'rustls_post_quantum::provider', library: 'rustls', uses: { algorithm: 'x25519mlkem768' } },
];

const native = rowsOf('native-tls', 'native_tls::');
const NATIVE: readonly CallRow[] = ['TlsConnector', 'TlsAcceptor'].flatMap((name) => [
  native.call(`${name}::builder`, {}, { protocol: { protocol: 'tls' }, returns: `native_tls::${name}Builder` }),
  native.call(`${name}::new`, {}, { protocol: { protocol: 'tls' } }),
  ...['min_protocol_version', 'max_protocol_version'].map((method) =>
    native.call(`${name}Builder::${method}`, {}, { protocol: { protocol: 'tls', version: '0' }, returns: `native_tls::${name}Builder` }),
  ),
]);

const EMBEDDED: readonly CallRow[] = [
  ...['TlsConnection::new', 'asynch::TlsConnection::new', 'blocking::TlsConnection::new', 'TlsConfig::new'].map((name) => ({
    symbol: `embedded_tls::${name}`,
    library: 'embedded-tls',
    protocol: { protocol: 'tls' as const, versions: ['1.3'] },
  })),
];

const rcgen = rowsOf('rcgen', 'rcgen::');
const P256 = { algorithm: 'ecdsa', curve: 'secp256r1', digest: 'sha-256' } as const;
const CERTIFICATES: readonly CallRow[] = [
  rcgen.call('KeyPair::generate', { algorithm: '0' }, { defaults: P256, functions: KEYGEN }),
  ...rcgen.calls('KeyPair::generate_for KeyPair::generate_rsa_for', { algorithm: '0' }, { functions: KEYGEN }),
  rcgen.call('generate_simple_self_signed', {}, { defaults: P256, functions: SIGN }),
];

const jwt = rowsOf('jsonwebtoken', 'jsonwebtoken::');
const TOKENS: readonly CallRow[] = [
  jwt.call('Header::new', { algorithm: '0' }, { functions: SIGN }),
  jwt.call('Header::default', {}, { defaults: { algorithm: 'hmac', digest: 'sha-256' }, functions: SIGN }),
  jwt.call('Validation::new', { algorithm: '0' }, { functions: VERIFY }),
  jwt.call('Validation::default', {}, { defaults: { algorithm: 'hmac', digest: 'sha-256' }, functions: VERIFY }),
  ...rowsOf('jwt-simple', 'jwt_simple::prelude::').calls(
    'HS256Key::generate HS256Key::from_bytes',
    {},
    { uses: { algorithm: 'hmac', digest: 'sha-256' } },
  ),
  ...rowsOf('jwt-simple', 'jwt_simple::prelude::').calls('ES256KeyPair::generate', {}, { uses: P256, functions: KEYGEN }),
  ...rowsOf('jwt-simple', 'jwt_simple::prelude::').calls(
    'Ed25519KeyPair::generate',
    {},
    { uses: { algorithm: 'ed25519' }, functions: KEYGEN },
  ),
];

/** Calls of TLS, certificates and tokens. */
export const TLS_ROWS: readonly CallRow[] = [...RUSTLS, ...NATIVE, ...EMBEDDED, ...CERTIFICATES, ...TOKENS];

const NAME = /^(rustls|native_tls|embedded_tls|rcgen|jsonwebtoken|josekit|reqwest)::((?:[A-Za-z_]\w{0,40}::){0,5})([A-Z]\w{1,60})$/;
const RCGEN = /^PKCS_(ECDSA_P\d{3}_SHA\d{3}|ED25519|RSA_SHA\d{3}|RSA_PSS_SHA\d{3}|ML_DSA_\d\d)$/;
const VERSIONS: ReadonlyMap<string, string> = new Map([
  ['Sslv3', 'SSL 3.0'],
  ['Tlsv10', '1.0'],
  ['Tlsv11', '1.1'],
  ['Tlsv12', '1.2'],
  ['Tlsv13', '1.3'],
  ['TLS12', '1.2'],
  ['TLS13', '1.3'],
  ['TLS_1_0', '1.0'],
  ['TLS_1_1', '1.1'],
  ['TLS_1_2', '1.2'],
  ['TLS_1_3', '1.3'],
]);

/** Versions, suites, groups, signature schemes; algorithms of certificates and of tokens. */
export function findTlsConstant(name: string): Constant | undefined {
  const [, crate = '', modules = '', written = ''] = NAME.exec(name) ?? [];
  if (crate === 'rustls') return ofRustls(modules, written);
  if (crate === 'native_tls' || crate === 'reqwest') return ofVersion(crate, written);
  if (crate === 'embedded_tls') return ofSuite(crate, written);
  if (crate === 'rcgen') return named('rcgen', RCGEN.exec(written)?.[1]?.replace('ECDSA_P', 'ECDSA_P-'));
  if (crate === 'jsonwebtoken') return modules === 'Algorithm::' ? named('jsonwebtoken', written) : undefined;
  return crate === 'josekit' && /^jw[se]::/.test(modules) ? named('josekit', written.replaceAll('_', '-')) : undefined;
}

function ofRustls(modules: string, written: string): Constant | undefined {
  if (modules.includes('version::')) return ofVersion('rustls', written);
  if (modules.includes('kx_group::') || modules === 'NamedGroup::') {
    const group = findTlsGroup(written);
    return group === undefined ? undefined : { library: 'rustls', says: {}, group: group.name };
  }
  if (modules === 'SignatureScheme::') {
    const scheme = findTlsScheme(written) ?? findTlsScheme(written.toLowerCase());
    return scheme === undefined ? undefined : { library: 'rustls', says: toSays(scheme.use) };
  }
  return ofSuite('rustls', written);
}

function ofVersion(library: string, written: string): Constant | undefined {
  const version = VERSIONS.get(written);
  return version === undefined ? undefined : { library, says: {}, version, quiet: true };
}

// `TLS13_AES_128_GCM_SHA256` is TLS_AES_128_GCM_SHA256; `Aes128GcmSha256` of embedded-tls the same.
function ofSuite(library: string, written: string): Constant | undefined {
  const spelled = written.startsWith('TLS')
    ? written.replace(/^TLS13_/, 'TLS_')
    : `TLS_${written.replace(/^Aes(\d{3})GcmSha(\d{3})$/, 'AES_$1_GCM_SHA$2')}`;
  const suite = findCipherSuite(spelled);
  return suite === undefined ? undefined : { library, says: {}, suite: suite.name };
}

function named(library: string, written: string | undefined): Constant | undefined {
  const use = written === undefined ? undefined : parseAlgorithmName(written.replaceAll('_', '-'));
  return use === undefined ? undefined : { library, says: { ...toSays(use), functions: SIGN } };
}
