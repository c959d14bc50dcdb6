// Python's standard library: hashlib, hmac, secrets, ssl, os (docs.python.org, 3.13).

import { parseAlgorithmName } from '../../names.ts';
import { DERIVE, DIGEST, GENERATE, rowsOf, TAG } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { toSays } from '../says.ts';

const hashlib = rowsOf('hashlib', 'hashlib.');
const HASHES = 'md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256'.split(' ');
const NOT_FOR_SECURITY = { notForSecurity: { place: '=usedforsecurity', value: '0' } } as const;

const HASHLIB: readonly CallRow[] = [
  ...HASHES.map((name) => hashlib.call(name, {}, { uses: saysOf(name), functions: DIGEST, ...NOT_FOR_SECURITY })),
  ...(['blake2b', 'blake2s'] as const).map((algorithm) =>
    hashlib.call(algorithm, { outputBytes: '=digest_size' }, { uses: { algorithm }, functions: DIGEST, ...NOT_FOR_SECURITY }),
  ),
  ...hashlib.calls('new', { algorithm: '0=name' }, { uses: { algorithm: 'hash' }, functions: DIGEST, ...NOT_FOR_SECURITY }),
  hashlib.call('file_digest', { algorithm: '1=digest' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  hashlib.call(
    'pbkdf2_hmac',
    { digest: '0=hash_name', iterations: '3=iterations', outputBytes: '4=dklen' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  hashlib.call('scrypt', { outputBytes: '=dklen' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
];

const hmac = rowsOf('hmac', 'hmac.');
const OTHERS: readonly CallRow[] = [
  // Before Python 3.8 the digest could be left out, and was MD5.
  ...hmac.calls('new HMAC', { digest: '2=digestmod' }, { uses: { algorithm: 'hmac' }, defaults: { digest: 'md5' }, functions: TAG }),
  hmac.call('digest', { digest: '2=digest' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...rowsOf('secrets', 'secrets.').calls(
    'token_bytes token_hex token_urlsafe',
    { outputBytes: '0=nbytes' },
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
  ...rowsOf('secrets', 'secrets.').calls(
    'randbelow randbits choice SystemRandom',
    {},
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
  ...rowsOf('random', 'random.').calls('SystemRandom', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  hashlib.call('*', {}, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  rowsOf('os', 'os.').call('urandom', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...rowsOf('crypt', 'crypt.').calls('crypt', {}, { needs: true }),
];

const ssl = rowsOf('ssl', 'ssl.');
const SSL: readonly CallRow[] = [
  { ...ssl.protocol('SSLContext', { protocol: 'tls', version: '0=protocol' }), returns: 'ssl.SSLContext()' },
  { ...ssl.protocol('create_default_context', { protocol: 'tls' }), returns: 'ssl.SSLContext()' },
  { ...ssl.protocol('_create_unverified_context', { protocol: 'tls' }), returns: 'ssl.SSLContext()' },
  // Python 2.7 and asyncio: the context for servers and for clients.
  { ...ssl.protocol('_create_default_https_context', { protocol: 'tls' }), returns: 'ssl.SSLContext()' },
  ssl.protocol('get_server_certificate', { protocol: 'tls', version: '=ssl_version' }),
  ssl.protocol('wrap_socket', { protocol: 'tls', version: '=ssl_version', suites: '=ciphers' }),
  ssl.protocol('SSLContext().set_ciphers', { protocol: 'tls', suites: '0' }),
  ssl.protocol('SSLContext().set_ecdh_curve', { protocol: 'tls', groups: '0' }),
  ssl.protocol('SSLContext().minimum_version=', { protocol: 'tls', version: '0' }),
  ssl.protocol('SSLContext().maximum_version=', { protocol: 'tls', version: '0' }),
];

/** Calls of the standard library. */
export const STANDARD_ROWS: readonly CallRow[] = [...HASHLIB, ...OTHERS, ...SSL];

const VERSIONS: readonly (readonly [string, string])[] = [
  ['ssl.PROTOCOL_SSLv3', 'SSL 3.0'],
  ['ssl.PROTOCOL_TLSv1', '1.0'],
  ['ssl.PROTOCOL_TLSv1_1', '1.1'],
  ['ssl.PROTOCOL_TLSv1_2', '1.2'],
  ['ssl.PROTOCOL_SSLv2', 'SSL 2.0'],
  ['ssl.TLSVersion.SSLv3', 'SSL 3.0'],
  ['ssl.TLSVersion.TLSv1', '1.0'],
  ['ssl.TLSVersion.TLSv1_1', '1.1'],
  ['ssl.TLSVersion.TLSv1_2', '1.2'],
  ['ssl.TLSVersion.TLSv1_3', '1.3'],
];

/** Versions of TLS as `ssl` names them. */
export const STANDARD_CONSTANTS: readonly (readonly [string, Constant])[] = VERSIONS.map(([name, version]) => [
  name,
  { library: 'ssl', says: {}, version, protocol: 'tls', quiet: true },
]);

function saysOf(name: string): NonNullable<CallRow['uses']> {
  const use = parseAlgorithmName(name);
  return use === undefined ? { algorithm: 'hash' } : toSays(use);
}
