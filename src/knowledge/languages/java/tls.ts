// TLS and DTLS in Java: JSSE (javax.net.ssl, JDK 24), Bouncy Castle's bctls (org.bouncycastle.tls), Netty, OkHttp, Conscrypt, Apache
// HttpClient, Californium's Scandium, Eclipse Paho, HiveMQ and Vert.x clients, by their API documentation. What is said later of a builder
// or socket is a keyword of the call that makes it.

import { rowsOf } from '../make-row.ts';
import type { CallRow, Constant, ProtocolRow } from '../row.ts';

const ssl = rowsOf('javax.net.ssl', 'javax.net.ssl.');
const TYPES = ['SSLSocket', 'SSLServerSocket', 'SSLEngine', 'SSLParameters'] as const;

// A socket that nobody sets anything on says nothing by itself.
const JSSE: readonly CallRow[] = [
  { ...ssl.protocol('SSLContext.getInstance', { protocol: 'tls', version: '0' }), returns: 'javax.net.ssl.SSLContext' },
  { ...ssl.protocol('SSLContext.getDefault', { protocol: 'tls' }), returns: 'javax.net.ssl.SSLContext' },
  ...TYPES.flatMap((type): readonly CallRow[] => [
    ssl.protocol(`${type}.setEnabledProtocols`, { protocol: 'tls', version: '0' }),
    ssl.protocol(`${type}.setEnabledCipherSuites`, { protocol: 'tls', suites: '0' }),
    ssl.protocol(`${type}.setProtocols`, { protocol: 'tls', version: '0' }),
    ssl.protocol(`${type}.setCipherSuites`, { protocol: 'tls', suites: '0' }),
    ssl.protocol(`${type}.setNamedGroups`, { protocol: 'tls', groups: '0' }),
    ssl.protocol(`${type}.setSignatureSchemes`, { protocol: 'tls', schemes: '0' }),
  ]),
  { ...ssl.protocol('SSLParameters', { protocol: 'tls', suites: '0', version: '1' }), needs: true, returns: 'javax.net.ssl.SSLParameters' },
  makes('SSLContext.createSSLEngine', 'SSLEngine'),
  makes('SSLContext.getDefaultSSLParameters', 'SSLParameters'),
  makes('SSLContext.getSupportedSSLParameters', 'SSLParameters'),
  makes('SSLEngine.getSSLParameters', 'SSLParameters'),
  makes('SSLSocket.getSSLParameters', 'SSLParameters'),
  makes('SSLServerSocket.getSSLParameters', 'SSLParameters'),
];

function makes(symbol: string, type: (typeof TYPES)[number]): CallRow {
  return ssl.call(symbol, {}, { silent: true, returns: `javax.net.ssl.${type}` });
}

// Setters whose names are theirs alone, on something whose type is not known.
const UNTYPED: readonly CallRow[] = [
  ssl.protocol('setEnabledProtocols', { protocol: 'tls', version: '0' }),
  ssl.protocol('setEnabledCipherSuites', { protocol: 'tls', suites: '0' }),
].map((row): CallRow => ({ ...row, symbol: row.symbol.replace('javax.net.ssl.', '*.'), needs: true, likely: true }));

/** What a builder is told: `names` are the methods that take versions, suites, groups. */
function builder(library: string, symbols: string, says: ProtocolRow): readonly CallRow[] {
  return symbols.split(' ').map((symbol) => ({ symbol, library, protocol: says, needs: true as const }));
}

const BUILDERS: readonly CallRow[] = [
  ...builder('netty', 'io.netty.SslContextBuilder.forServer io.netty.SslContextBuilder.forClient', {
    protocol: 'tls',
    version: '=protocols*',
    suites: '=ciphers',
  }),
  ...builder('netty', 'io.grpc.netty.GrpcSslContexts.forServer io.grpc.netty.GrpcSslContexts.forClient', {
    protocol: 'tls',
    version: '=protocols*',
    suites: '=ciphers',
  }),
  ...builder('okhttp', 'okhttp3.ConnectionSpec.Builder', { protocol: 'tls', version: '=tlsVersions*', suites: '=cipherSuites*' }),
  ...builder('httpclient', 'org.apache.http.SSLConnectionSocketFactory org.apache.hc.SSLConnectionSocketFactory', {
    protocol: 'tls',
    version: '1',
    suites: '2',
  }),
  ...builder('hivemq-mqtt-client', 'com.hivemq.client.MqttClientSslConfig.builder', {
    protocol: 'tls',
    version: '=protocols',
    suites: '=cipherSuites',
  }),
  ...builder('vertx', 'io.vertx.NetServerOptions io.vertx.NetClientOptions io.vertx.HttpServerOptions io.vertx.WebClientOptions', {
    protocol: 'tls',
    version: '=setEnabledSecureTransportProtocols|=addEnabledSecureTransportProtocol',
    suites: '=addEnabledCipherSuite',
  }),
  ...builder(
    'jetty',
    'org.eclipse.jetty.SslContextFactory.Server org.eclipse.jetty.SslContextFactory.Client org.eclipse.jetty.SslContextFactory',
    {
      protocol: 'tls',
      version: '=setIncludeProtocols*',
      suites: '=setIncludeCipherSuites*',
    },
  ),
  ...builder('californium', 'org.eclipse.californium.DtlsConnectorConfig.builder org.eclipse.californium.DtlsConnectorConfig.Builder', {
    protocol: 'dtls',
    suites: '=setSupportedCipherSuites*|=set#1',
    groups: '=setSupportedGroups*',
  }),
];

// Contexts and strategies of Apache HttpClient are made for TLS, whatever else is said. hc.apache.org, HttpCore and HttpClient 4.x, 5.x.
const CLIENTS: readonly CallRow[] = [
  ...['org.apache.http.', 'org.apache.hc.'].flatMap((root) =>
    'SSLContexts.custom SSLContexts.createDefault SSLContexts.createSystemDefault SSLContextBuilder.create SSLContextBuilder'
      .split(' ')
      .map(
        (name): CallRow => ({
          symbol: `${root}${name}`,
          library: 'httpclient',
          protocol: { protocol: 'tls', version: '=setProtocol|=useProtocol' },
        }),
      ),
  ),
  ...'ClientTlsStrategyBuilder.create DefaultClientTlsStrategy DefaultClientTlsStrategy.createDefault DefaultClientTlsStrategy.createSystemDefault'
    .split(' ')
    .map(
      (name): CallRow => ({
        symbol: `org.apache.hc.${name}`,
        library: 'httpclient',
        protocol: { protocol: 'tls', version: '=setTlsVersions*|1', suites: '=setCiphers*|2' },
      }),
    ),
  ...builder('httpclient', 'org.apache.hc.TlsConfig.custom', {
    protocol: 'tls',
    version: '=setSupportedProtocols*',
    suites: '=setSupportedCipherSuites*',
  }),
  // RabbitMQ Java client, ConnectionFactory: without an argument the newest version that the JDK has.
  {
    symbol: 'com.rabbitmq.client.ConnectionFactory.useSslProtocol',
    library: 'rabbitmq-client',
    protocol: { protocol: 'tls', version: '0' },
  },
  ssl.protocol('SSLSocketFactory.getDefault', { protocol: 'tls' }),
  ssl.protocol('SSLServerSocketFactory.getDefault', { protocol: 'tls' }),
];

const SETTERS: readonly CallRow[] = [
  {
    symbol: 'org.eclipse.californium.DtlsConnectorConfig.Builder.setSupportedCipherSuites',
    library: 'californium',
    protocol: { protocol: 'dtls', suites: 'all' },
  },
  { symbol: 'org.eclipse.californium.Configuration.set', library: 'californium', protocol: { protocol: 'dtls', suites: '1' }, needs: true },
  {
    symbol: 'org.eclipse.californium.Configuration.setAsList',
    library: 'californium',
    protocol: { protocol: 'dtls', suites: 'all' },
    needs: true,
  },
  {
    symbol: 'org.eclipse.californium.Configuration.setAsListFromText',
    library: 'californium',
    protocol: { protocol: 'dtls', suites: 'all' },
    needs: true,
  },
  { symbol: 'org.eclipse.paho.MqttConnectOptions.setSSLProperties', library: 'paho', protocol: { protocol: 'tls' }, needs: true },
];

/** Calls that configure TLS or DTLS. */
export const JAVA_TLS_ROWS: readonly CallRow[] = [...JSSE, ...UNTYPED, ...BUILDERS, ...CLIENTS, ...SETTERS];

const VERSIONS: readonly (readonly [string, string])[] = [
  ['okhttp3.TlsVersion.TLS_1_3', '1.3'],
  ['okhttp3.TlsVersion.TLS_1_2', '1.2'],
  ['okhttp3.TlsVersion.TLS_1_1', '1.1'],
  ['okhttp3.TlsVersion.TLS_1_0', '1.0'],
  ['okhttp3.TlsVersion.SSL_3_0', 'SSL 3.0'],
  ['io.netty.SslProtocols.TLS_v1_3', '1.3'],
  ['io.netty.SslProtocols.TLS_v1_2', '1.2'],
  ['io.netty.SslProtocols.TLS_v1_1', '1.1'],
  ['io.netty.SslProtocols.TLS_v1', '1.0'],
  ['io.netty.SslProtocols.SSL_v3', 'SSL 3.0'],
  ['org.apache.hc.TLS.V_1_3', '1.3'],
  ['org.apache.hc.TLS.V_1_2', '1.2'],
  ['org.apache.hc.TLS.V_1_1', '1.1'],
  ['org.apache.hc.TLS.V_1_0', '1.0'],
  ['org.bouncycastle.ProtocolVersion.TLSv13', '1.3'],
  ['org.bouncycastle.ProtocolVersion.TLSv12', '1.2'],
  ['org.bouncycastle.ProtocolVersion.TLSv11', '1.1'],
  ['org.bouncycastle.ProtocolVersion.TLSv10', '1.0'],
  ['org.bouncycastle.ProtocolVersion.DTLSv12', '1.2'],
  ['org.bouncycastle.ProtocolVersion.DTLSv10', '1.0'],
];

/** Versions of TLS that libraries name by constants. */
export const JAVA_TLS_CONSTANTS: readonly (readonly [string, Constant])[] = VERSIONS.map(([name, version]) => [
  name,
  { library: 'tls', says: {}, version, quiet: true },
]);
