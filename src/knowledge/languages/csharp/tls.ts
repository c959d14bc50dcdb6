// TLS in .NET: SslStream and its options, ServicePointManager, HttpClientHandler, Kestrel (learn.microsoft.com/dotnet/api), and the builder
// of MQTTnet. An assignment of `SslProtocols` or `EnabledSslProtocols` is a setting of TLS whatever the object is.

import { rowsOf } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';

const LIBRARY = 'System.Net.Security';
const { protocol } = rowsOf(LIBRARY);

const AUTHENTICATE = ['Client', 'Server'].flatMap((side) => [`AuthenticateAs${side}`, `AuthenticateAs${side}Async`]);
const OPTIONS = 'SslClientAuthenticationOptions SslServerAuthenticationOptions HttpsConnectionAdapterOptions'.split(' ');
const VERSION_SETTINGS = 'SslProtocols EnabledSslProtocols SslProtocol'.split(' ');

/** Calls and settings of TLS. */
export const TLS_ROWS: readonly CallRow[] = [
  { ...protocol('SslStream', { protocol: 'tls' }), returns: 'SslStream()' },
  ...AUTHENTICATE.flatMap((name) =>
    ['SslStream().', '*.'].map((on) => ({
      ...protocol(`${on}${name}`, { protocol: 'tls', version: '2=enabledSslProtocols' }),
      needs: true as const,
    })),
  ),
  ...OPTIONS.map((type) => ({
    ...protocol(type, { protocol: 'tls', version: '=EnabledSslProtocols|=SslProtocols', suites: '=CipherSuitesPolicy' }),
    returns: `${type}()`,
  })),
  ...['HttpClientHandler', 'SocketsHttpHandler', 'WinHttpHandler'].map((type) => ({
    ...protocol(type, { protocol: 'tls', version: '=SslProtocols' }),
    needs: true as const,
    returns: `${type}()`,
  })),
  protocol('ServicePointManager.SecurityProtocol=', { protocol: 'tls', version: '0' }),
  ...VERSION_SETTINGS.flatMap((name) =>
    [...OPTIONS, 'HttpClientHandler', 'SocketsHttpHandler', 'WinHttpHandler', '*'].map((type) => setting(type, name)),
  ),
  { ...protocol('CipherSuitesPolicy', { protocol: 'tls', suites: '0' }), needs: true },
  // MQTTnet: MqttClientTlsOptionsBuilder.
  ...['WithSslProtocols', 'WithSslProtocol', 'WithEncryptionSslProtocol'].map((name) => ({
    ...protocol(`*.${name}`, { protocol: 'tls', version: '0' }),
    needs: true as const,
  })),
];

function setting(type: string, name: string): CallRow {
  const on = type === '*' ? '*' : `${type}()`;
  return { ...protocol(`${on}.${name}=`, { protocol: 'tls', version: '0' }), needs: true };
}

const VERSIONS: readonly (readonly [string, string])[] = [
  ['Ssl2', 'SSL 2.0'],
  ['Ssl3', 'SSL 3.0'],
  ['Tls', '1.0'],
  ['Tls11', '1.1'],
  ['Tls12', '1.2'],
  ['Tls13', '1.3'],
];

/** Versions as the two enumerations name them. */
export const TLS_CONSTANTS: readonly (readonly [string, Constant])[] = ['SslProtocols', 'SecurityProtocolType'].flatMap((type) =>
  VERSIONS.map(([name, version]) => [`${type}.${name}`, { library: LIBRARY, says: {}, version, protocol: 'tls' }] as const),
);
