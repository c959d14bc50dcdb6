// Wi-Fi: key management, ciphers and groups of wpa_supplicant, hostapd, NetworkManager and OpenWrt, as IEEE Std 802.11-2020 §9.4.2.24 names them.

import { joinWords } from '../../formats/directives.ts';
import { findIkeTransform } from '../../knowledge/identifiers/ike.ts';
import { type Mechanism, mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { CipherSuite } from '../../model/evidence.ts';
import { protocol } from './names.ts';
import { isFilledIn, observed, type Statement, type Told, unknownNames } from './told.ts';

// Annex J.4: the passphrase becomes the key by PBKDF2 with HMAC-SHA-1 and 4,096 iterations.
const PASSPHRASE = mechanism('pbkdf2', { digest: 'sha-1', functions: ['keyderive'] });
const SAE = mechanism('sae', { functions: ['keyderive'] });
// RFC 8110: Diffie-Hellman without authentication.
const OWE = mechanism('ecdh', { functions: ['keyderive'] });
const cipher = (algorithm: 'aes' | 'rc4', keyBits: number, mode?: 'ccm' | 'gcm'): Mechanism =>
  mechanism(algorithm, { keyBits, functions: ['encrypt', 'decrypt'], ...(mode === undefined ? {} : { mode }) });
const tag = (algorithm: 'cmac' | 'gmac', keyBits: number): Mechanism =>
  mechanism(algorithm, { functions: ['tag'], parts: [mechanism('aes', { keyBits })] });

interface Row {
  readonly version?: '1' | '2' | '3';
  readonly made: readonly Mechanism[];
}

const WORDS: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['WPA-PSK', { made: [PASSPHRASE] }],
  ['WPA2-PSK', { version: '2', made: [PASSPHRASE] }],
  ['WPA-PSK-SHA256', { version: '2', made: [PASSPHRASE] }],
  ['FT-PSK', { version: '2', made: [PASSPHRASE] }],
  ['SAE', { version: '3', made: [SAE] }],
  ['SAE-EXT-KEY', { version: '3', made: [SAE] }],
  ['FT-SAE', { version: '3', made: [SAE] }],
  ['OWE', { made: [OWE] }],
  ['CCMP', { version: '2', made: [cipher('aes', 128, 'ccm')] }],
  ['CCMP-256', { version: '2', made: [cipher('aes', 256, 'ccm')] }],
  ['GCMP', { version: '2', made: [cipher('aes', 128, 'gcm')] }],
  ['GCMP-256', { version: '2', made: [cipher('aes', 256, 'gcm')] }],
  ['TKIP', { version: '1', made: [cipher('rc4', 128)] }],
  ['WEP40', { made: [cipher('rc4', 40)] }],
  ['WEP104', { made: [cipher('rc4', 104)] }],
  ['AES-128-CMAC', { made: [tag('cmac', 128)] }],
  ['BIP-CMAC-256', { made: [tag('cmac', 256)] }],
  ['BIP-GMAC-128', { made: [tag('gmac', 128)] }],
  ['BIP-GMAC-256', { made: [tag('gmac', 256)] }],
]);
/** Words that say who authenticates or that nothing is encrypted, and name no algorithm. */
const SILENT =
  /^(?:WPA-EAP(?:-.{1,20})?|FT-EAP(?:-.{1,20})?|IEEE8021X|NONE|WPA-NONE|DPP|WPS|FILS-.{1,20}|GTK_NOT_USED|NO_GROUP_ADDRESSED)$/;

/** OpenWrt's and NetworkManager's words, as those of wpa_supplicant. */
const OTHER_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['wpa-psk', ['WPA-PSK']],
  ['wpa-eap', ['WPA-EAP']],
  ['wpa-eap-suite-b-192', ['WPA-EAP-SUITE-B-192']],
  ['sae', ['SAE']],
  ['sae-mixed', ['SAE', 'WPA2-PSK']],
  ['owe', ['OWE']],
  ['psk', ['WPA-PSK']],
  ['psk2', ['WPA2-PSK']],
  ['psk-mixed', ['WPA-PSK']],
  ['wpa', ['WPA-EAP']],
  ['wpa2', ['WPA-EAP']],
  ['wpa3', ['WPA-EAP']],
  ['wpa3-mixed', ['WPA-EAP']],
  ['wep', ['NONE']],
  ['none', ['NONE']],
  ['ccmp', ['CCMP']],
  ['aes', ['CCMP']],
  ['tkip', ['TKIP']],
  ['gcmp', ['GCMP']],
  ['ccmp256', ['CCMP-256']],
  ['gcmp256', ['GCMP-256']],
]);
const VERSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['wpa', ['1']],
  ['rsn', ['2']],
  ['wpa2', ['2']],
  ['0', []],
  ['1', ['1']],
  ['2', ['2']],
  ['3', ['1', '2']], // hostapd: a bit field
]);

/** What a directive of Wi-Fi says. */
export function tellWifi(part: 'key-management' | 'cipher' | 'versions' | 'groups', statement: Statement): readonly Told[] {
  const symbol = statement.at.text;
  const value = joinWords(statement).replaceAll(/["']/g, '');
  if (isFilledIn(value)) return [{ kind: 'gap', reason: 'unsupported', detail: `${symbol}: the value is filled in elsewhere` }];
  const words = value
    .split(/[\s,;+]+/)
    .filter((word) => word !== '')
    .slice(0, 60);
  if (part === 'versions') return tellVersions(symbol, words);
  if (part === 'groups') return tellGroups(symbol, words);
  const names = words.flatMap((word) => OTHER_WORDS.get(word) ?? [word.toUpperCase()]);
  const rows = names.flatMap((name) => toRow(name));
  const unknown = names.filter((name) => !WORDS.has(name) && !SILENT.test(name));
  const gaps = unknownNames(symbol, unknown);
  // What belongs to WPA and what to WPA2 or WPA3 is told apart; what may belong to each takes the version of its block.
  const versions = [...new Set(rows.map((row) => row.version))];
  const told = versions.map((version) => {
    const suites = rows.filter((row) => row.version === version).map((row) => toSuite(row));
    return observed({ ...protocol('wpa', symbol, version === undefined ? [] : [version]), suites });
  });
  return [...told, ...gaps];
}

function toSuite({ name, made }: Row & { readonly name: string }): CipherSuite {
  return { name, algorithms: made.map((one) => toUse(name, one)) };
}

function toRow(name: string): readonly (Row & { readonly name: string })[] {
  const row = WORDS.get(name);
  return row === undefined ? [] : [{ ...row, name }];
}

function tellVersions(symbol: string, words: readonly string[]): readonly Told[] {
  const versions = [...new Set(words.flatMap((word) => VERSIONS.get(word.toLowerCase()) ?? []))];
  const gaps = unknownNames(
    symbol,
    words.filter((word) => !VERSIONS.has(word.toLowerCase())),
  );
  return versions.length === 0 ? gaps : [observed(protocol('wpa', symbol, versions)), ...gaps];
}

// The numbers are those of IKE's registry (IEEE Std 802.11-2020 §12.4.4.1).
function tellGroups(symbol: string, words: readonly string[]): readonly Told[] {
  const found = words.flatMap((word) => findIkeTransform(`dh${word}`) ?? []);
  const names = found.flatMap(
    ({ use }) => use?.parameters.curve?.value ?? (use === undefined ? [] : `ffdh-${use.parameters.keyBits?.value ?? ''}`),
  );
  const gaps = unknownNames(
    symbol,
    words.filter((word) => findIkeTransform(`dh${word}`) === undefined),
  );
  return names.length === 0
    ? gaps
    : [observed({ ...protocol('wpa', symbol, symbol.startsWith('sae') ? ['3'] : []), groups: names }), ...gaps];
}
