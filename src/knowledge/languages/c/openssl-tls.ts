// TLS of OpenSSL 1.0 to 3.5, BoringSSL and AWS-LC: ssl.h, tls1.h and their manual pages.

import { DERIVE, rowsOf, SIGN } from '../make-row.ts';
import type { CallRow } from '../row.ts';

const { call, calls, protocol } = rowsOf('openssl');

const METHODS: readonly CallRow[] = (
  [
    ['SSLv2', 'SSL 2.0'],
    ['SSLv3', 'SSL 3.0'],
    ['TLSv1', '1.0'],
    ['TLSv1_1', '1.1'],
    ['TLSv1_2', '1.2'],
  ] as const
).flatMap(([name, version]) =>
  ['', '_client', '_server'].map((side) => protocol(`${name}${side}_method`, { protocol: 'tls', versions: [version] })),
);

const ANY_VERSION: readonly CallRow[] = ['', '_client', '_server'].flatMap((side) => [
  protocol(`TLS${side}_method`, { protocol: 'tls' }),
  protocol(`SSLv23${side}_method`, { protocol: 'tls' }),
  protocol(`DTLS${side}_method`, { protocol: 'dtls' }),
  protocol(`DTLSv1_2${side}_method`, { protocol: 'dtls', versions: ['1.2'] }),
  protocol(`DTLSv1${side}_method`, { protocol: 'dtls', versions: ['1.0'] }),
  protocol(`OSSL_QUIC${side}_method`, { protocol: 'quic', versions: ['1'] }),
]);

const SETTINGS: readonly CallRow[] = ['SSL_CTX', 'SSL'].flatMap((object) => [
  protocol(`${object}_set_min_proto_version`, { protocol: 'tls', version: '1' }),
  protocol(`${object}_set_max_proto_version`, { protocol: 'tls', version: '1' }),
  protocol(`${object}_set_cipher_list`, { protocol: 'tls', suites: '1' }),
  protocol(`${object}_set_strict_cipher_list`, { protocol: 'tls', suites: '1' }), // BoringSSL
  protocol(`${object}_set_ciphersuites`, { protocol: 'tls', suites: '1' }),
  protocol(`${object}_set1_groups_list`, { protocol: 'tls', groups: '1' }),
  protocol(`${object}_set1_curves_list`, { protocol: 'tls', groups: '1' }),
  protocol(`${object}_set1_groups`, { protocol: 'tls', groups: '1' }),
  protocol(`${object}_set1_curves`, { protocol: 'tls', groups: '1' }),
  protocol(`${object}_set1_group_ids`, { protocol: 'tls', groups: '1' }), // BoringSSL
  protocol(`${object}_set1_sigalgs_list`, { protocol: 'tls', schemes: '1' }),
  protocol(`${object}_set1_client_sigalgs_list`, { protocol: 'tls', schemes: '1' }),
  // keys that are agreed beforehand: the exchange is PSK (RFC 4279)
  protocol(`${object}_set_psk_client_callback`, { protocol: 'tls' }),
  protocol(`${object}_set_psk_server_callback`, { protocol: 'tls' }),
  protocol(`${object}_set_psk_use_session_callback`, { protocol: 'tls' }),
  protocol(`${object}_set_psk_find_session_callback`, { protocol: 'tls' }),
  protocol(`${object}_use_psk_identity_hint`, { protocol: 'tls' }),
  ...calls(`${object}_set_dh_auto ${object}_set_tmp_dh ${object}_set0_tmp_dh_pkey`, {}, { uses: { algorithm: 'ffdh' }, functions: DERIVE }),
  ...calls(`${object}_set_tmp_ecdh ${object}_set_ecdh_auto`, {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  call(`${object}_use_RSAPrivateKey_file`, {}, { uses: { algorithm: 'rsa' }, functions: SIGN }),
]);

/** Calls that choose versions, suites, groups and schemes. */
export const OPENSSL_TLS_ROWS: readonly CallRow[] = [...METHODS, ...ANY_VERSION, ...SETTINGS];
