// Key templates and predefined parameters of Tink by their names: `AES256_GCM`, `ECDSA_P256_IEEE_P1363`, `HMAC_SHA256_128BITTAG`
// (developers.google.com/tink, "Supported key types"; PredefinedXxxParameters in the Javadoc).

import type { AlgorithmUse } from '../../../model/algorithm.ts';
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
  [/^ECDSA_(P\d{3})$/, 'ECDSA-$1'],
];

/** What the name of a template says. */
export function readTinkName(name: string): AlgorithmUse | undefined {
  if (name.startsWith('ECIES')) return toUse(name, mechanism('ecies', { curve: 'secp256r1' }));
  if (name.startsWith('DHKEM')) return toUse(name, mechanism('hpke'));
  if (/^AES256_SIV/.test(name)) return toUse(name, mechanism('aes', { mode: 'siv', keyBits: 512 }));
  const plain = REWRITES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name);
  return parseJavaName(plain.replaceAll('_', '-'));
}
