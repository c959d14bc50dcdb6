// The name OpenSSL gives a cipher suite, from its IANA name. OpenSSL's names follow rules of their own (ciphers(1), "CIPHER SUITE NAMES"):
// RSA key exchange goes unsaid, CBC goes unsaid, ephemeral anonymous is ADH or AECDH, `AES_128` is `AES128`.

const KEY_EXCHANGES: ReadonlyMap<string, string> = new Map([
  ['RSA', ''],
  ['DH_anon', 'ADH'],
  ['ECDH_anon', 'AECDH'],
  ['PSK_DHE', 'DHE-PSK'],
  ['SRP_SHA', 'SRP'],
  ['SRP_SHA_RSA', 'SRP-RSA'],
  ['SRP_SHA_DSS', 'SRP-DSS'],
]);

/** The OpenSSL name of a suite, `ECDHE-ECDSA-AES128-GCM-SHA256`; a TLS 1.3 suite has the same name there. */
export function toOpenSslName(name: string): string {
  const [before = '', after] = name.slice('TLS_'.length).split('_WITH_');
  if (after === undefined) return name;
  const keyExchange = before === 'ECDHE_RSA' && after.startsWith('ARIA') ? 'ECDHE' : (KEY_EXCHANGES.get(before) ?? before);
  return [keyExchange, toCipher(after, before)]
    .filter((word) => word !== '')
    .join('-')
    .replaceAll('_', '-');
}

// Suites with a pre-shared key or SRP keep `CBC` after AES, and SRP keeps `AES-128` apart.
function toCipher(written: string, keyExchange: string): string {
  if (written.startsWith('CHACHA20_POLY1305')) return 'CHACHA20-POLY1305';
  if (keyExchange.startsWith('SRP')) return written.replace('3DES_EDE_CBC', '3DES-EDE-CBC');
  const joined = written
    .replace('3DES_EDE_CBC', keyExchange.includes('PSK') ? '3DES_EDE_CBC' : 'DES-CBC3')
    .replace(/^(AES|CAMELLIA|ARIA)_(\d{3})/, '$1$2')
    .replace(/^RC4_128/, 'RC4')
    .replace(/_CCM(_8)?_SHA\d+$/, '_CCM$1')
    .replace('_CCM_8', '_CCM8');
  return keyExchange.includes('PSK')
    ? joined.replace(/^(CAMELLIA\d{3})_CBC/, '$1')
    : joined.replace(/^((?:AES|CAMELLIA)\d{3}|SEED)_CBC/, '$1');
}
