// Libraries that bring TLS, DTLS or SSH to an application: libcurl (curl_easy_setopt), Mosquitto and Paho clients, libssh, libssh2, s2n,
// Arduino's WiFiClientSecure and BearSSL, Qt Network (QSslConfiguration), Boost.Asio ssl::context, POCO.

import type { ProtocolName } from '../../../model/evidence.ts';
import { DIGEST, rowsOf } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';

const curl = rowsOf('libcurl');
const CURL_OPTIONS = {
  CURLOPT_SSLVERSION: { protocol: 'tls', version: '2' },
  CURLOPT_PROXY_SSLVERSION: { protocol: 'tls', version: '2' },
  CURLOPT_SSL_CIPHER_LIST: { protocol: 'tls', suites: '2' },
  CURLOPT_TLS13_CIPHERS: { protocol: 'tls', suites: '2' },
  CURLOPT_SSL_EC_CURVES: { protocol: 'tls', groups: '2' },
  CURLOPT_SSL_SIGNATURE_ALGORITHMS: { protocol: 'tls', schemes: '2' },
  CURLOPT_USE_SSL: { protocol: 'tls' },
  CURLOPT_SSLCERT: { protocol: 'tls' },
  CURLOPT_CAINFO: { protocol: 'tls' },
  CURLOPT_SSH_PRIVATE_KEYFILE: { protocol: 'ssh' },
  CURLOPT_SSH_PUBLIC_KEYFILE: { protocol: 'ssh' },
} as const;

const mosquitto = rowsOf('mosquitto', 'mosquitto_');
const s2n = rowsOf('s2n-tls', 's2n_');
const CLIENTS: readonly CallRow[] = [
  curl.protocol('curl_easy_setopt', { protocol: 'tls', by: { place: '1', of: CURL_OPTIONS } }),
  mosquitto.protocol('tls_set', { protocol: 'tls' }),
  mosquitto.protocol('tls_opts_set', { protocol: 'tls', version: '2', suites: '3' }),
  mosquitto.protocol('tls_psk_set', { protocol: 'tls', suites: '3' }),
  s2n.protocol('config_set_cipher_preferences', { protocol: 'tls' }),
  s2n.protocol('connection_new', { protocol: 'tls' }),
  ...['ssh_new', 'ssh_bind_new'].map((name) => rowsOf('libssh').protocol(name, { protocol: 'ssh' })),
  ...['libssh2_session_init', 'libssh2_session_init_ex'].map((name) => rowsOf('libssh2').protocol(name, { protocol: 'ssh' })),
];

// Network contexts of aws-c-io, FreeRTOS and the AWS SDK for embedded C.
const FREERTOS: readonly CallRow[] = [
  'TLS_FreeRTOS_Connect',
  'Openssl_Connect',
  'MbedtlsPkcs11_Connect',
  'SecureSocketsTransport_Connect',
].map((name) => rowsOf('coresdk').protocol(name, { protocol: 'tls' }));

const qt = rowsOf('qt');
const boost = rowsOf('boost-asio');
const poco = rowsOf('poco');
const CPLUSPLUS: readonly CallRow[] = [
  qt.call('QCryptographicHash::hash', { algorithm: '1' }, { functions: DIGEST }),
  qt.call('QCryptographicHash', { algorithm: '0' }, { functions: DIGEST }),
  qt.call('QMessageAuthenticationCode::hash', { digest: '2' }, { uses: { algorithm: 'hmac' } }),
  qt.call('QMessageAuthenticationCode', { digest: '0' }, { uses: { algorithm: 'hmac' } }),
  qt.protocol('*.setProtocol', { protocol: 'tls', version: '0' }),
  boost.protocol('ssl::context', { protocol: 'tls', version: '0' }),
  poco.protocol('Poco::Net::Context', { protocol: 'tls' }),
  poco.call('Poco::SHA1Engine', {}, { uses: { algorithm: 'sha-1' } }),
  poco.call('Poco::MD5Engine', {}, { uses: { algorithm: 'md5' } }),
  poco.call('Poco::HMACEngine<>', { digest: '0' }, { uses: { algorithm: 'hmac' } }),
  poco.call('Poco::Crypto::CipherKey', { algorithm: '0' }),
  poco.call('Poco::Crypto::DigestEngine', { algorithm: '0' }, { functions: DIGEST }),
  poco.call('Poco::Crypto::RSAKey', { keyBits: '0' }, { uses: { algorithm: 'rsa' } }),
  ...['WiFiClientSecure', 'NetworkClientSecure', 'BearSSL::WiFiClientSecure', 'WiFiSSLClient', 'EthernetSSLClient'].map((name) =>
    rowsOf('arduino').protocol(name, { protocol: 'tls' }),
  ),
];

const protocolOf = (protocol: ProtocolName, version: string): Constant => ({ library: 'tls', says: {}, quiet: true, protocol, version });

/** Constants that choose a version. */
export const NETWORK_CONSTANTS: Readonly<Record<string, Constant>> = {
  CURL_SSLVERSION_TLSv1_0: protocolOf('tls', '1.0'),
  CURL_SSLVERSION_TLSv1_1: protocolOf('tls', '1.1'),
  CURL_SSLVERSION_TLSv1_2: protocolOf('tls', '1.2'),
  CURL_SSLVERSION_TLSv1_3: protocolOf('tls', '1.3'),
  CURL_SSLVERSION_SSLv3: protocolOf('tls', 'SSL 3.0'),
  MQTT_SSL_VERSION_TLS_1_0: protocolOf('tls', '1.0'),
  MQTT_SSL_VERSION_TLS_1_1: protocolOf('tls', '1.1'),
  MQTT_SSL_VERSION_TLS_1_2: protocolOf('tls', '1.2'),
  'QSsl::TlsV1_0': protocolOf('tls', '1.0'),
  'QSsl::TlsV1_1': protocolOf('tls', '1.1'),
  'QSsl::TlsV1_2': protocolOf('tls', '1.2'),
  'QSsl::TlsV1_2OrLater': protocolOf('tls', '1.2'),
  'QSsl::TlsV1_3': protocolOf('tls', '1.3'),
  'QSsl::TlsV1_3OrLater': protocolOf('tls', '1.3'),
  'QSsl::DtlsV1_2': protocolOf('dtls', '1.2'),
  ...Object.fromEntries(
    (['sslv3', 'tlsv1', 'tlsv11', 'tlsv12', 'tlsv13'] as const).flatMap((name) =>
      ['', '_client', '_server'].map((side) => {
        const version = { sslv3: 'SSL 3.0', tlsv1: '1.0', tlsv11: '1.1', tlsv12: '1.2', tlsv13: '1.3' }[name];
        return [`context::${name}${side}`, protocolOf('tls', version)] as const;
      }),
    ),
  ),
};

/** Calls by which an application gets a secured connection. */
export const NETWORK_ROWS: readonly CallRow[] = [...CLIENTS, ...FREERTOS, ...CPLUSPLUS];
