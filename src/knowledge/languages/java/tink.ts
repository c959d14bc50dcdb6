// Key templates and predefined parameters of Tink by their names: `AES256_GCM`, `ECDSA_P256_IEEE_P1363`, `HMAC_SHA256_128BITTAG`
// (developers.google.com/tink, "Supported key types"; PredefinedXxxParameters in the Javadoc).

import type { AlgorithmUse, CurveId } from '../../../model/algorithm.ts';
import { mechanism, toUse } from '../../mechanism.ts';
import { parseJavaName } from './names.ts';

const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/_(?:RAW|IEEE_P1363|DER|NO_PREFIX|WITHOUT_PREFIX|PRF|\d+(?:KB|MB))\b/g, ''],
  [/_F4\b/, ''],
  [/^AES(\d{3})_CTR_HMAC_.*$/, 'AES-$1-CTR'],
  [/^AES(\d{3})_GCM_HKDF.*$/, 'AES-$1-GCM'],
  [/^HMAC_(SHA\d{3})_\d+BITTAG$/, 'HMAC-$1'],
  [/^AES(?:256)?_CMAC$/, 'AES-256-CMAC'],
  [/^RSA_SSA_PKCS1_(\d{4})_(SHA\d{3}).*$/, '$2withRSA-$1'],
  [/^RSA_SSA_PSS_(\d{4})_(SHA\d{3}).*$/, 'RSASSA-PSS-$1-$2'],
];

/** What the name of a template says. */
export function readTinkName(name: string): AlgorithmUse | undefined {
  if (name.startsWith('ECIES')) return toUse(name, mechanism('ecies', { curve: 'secp256r1' }));
  const ecdsa = /^ECDSA_P(256|384|521)(?:_SHA(\d{3}))?(?:_|$)/.exec(name);
  if (ecdsa !== null) return ofEcdsa(name, ecdsa[1] ?? '', ecdsa[2]);
  if (name.startsWith('DHKEM')) return toUse(name, mechanism('hpke'));
  if (/^AES256_SIV/.test(name)) return toUse(name, mechanism('aes', { mode: 'siv', keyBits: 512 }));
  const plain = REWRITES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name);
  return parseJavaName(plain.replaceAll('_', '-'));
}

const CURVES: ReadonlyMap<string, CurveId> = new Map([
  ['256', 'secp256r1'],
  ['384', 'secp384r1'],
  ['521', 'secp521r1'],
]);

// SHA-256 on P-256, SHA-512 on the larger curves, but where the name says another (SignatureKeyTemplates).
function ofEcdsa(name: string, size: string, said: string | undefined): AlgorithmUse {
  const curve = CURVES.get(size);
  const bits = said ?? (size === '256' ? '256' : '512');
  const digest = bits === '256' ? 'sha-256' : bits === '384' ? 'sha-384' : 'sha-512';
  return toUse(name, mechanism('ecdsa', { ...(curve === undefined ? {} : { curve }), digest }));
}
