// Keys that stand in a configuration: WireGuard's, pre-shared keys of Wi-Fi, IKE and TLS. Told are mechanism, size and place, and of a key pair
// the fingerprint of its public half. Nothing of a secret leaves this file, also not in a gap.

import { readBase64 } from '../../formats/base64.ts';
import { toDer } from '../../formats/der-write.ts';
import { joinWords } from '../../formats/directives.ts';
import { deriveRawPublicKey } from '../../formats/public-half.ts';
import { toPublicKey } from '../../formats/public-key.ts';
import { useOf } from '../../knowledge/algorithms.ts';
import { mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { Says } from '../../knowledge/runtime-configs.ts';
import type { KeyFacts } from '../../model/evidence.ts';
import { toPublicKeyFacts } from '../certificate/key-facts.ts';
import { protocol } from './names.ts';
import { isFilledIn, observed, type Statement, type Told } from './told.ts';

const X25519_OID = '1.3.101.110';
const X25519_BYTES = 32;

/** A key that stands in the file. A value that a template fills in, or none, is no key. */
export function tellSecret(says: Extract<Says, { says: 'secret' }>, { at, words }: Statement): readonly Told[] {
  const value = joinWords({ words });
  if (says.when !== undefined) return says.when.test(`${at.text} ${value}`) ? [toShared(says.container, undefined)] : [];
  if (value === '' || isFilledIn(value) || /^[<*.x]+$|^<.*>$/i.test(value)) return [];
  if (says.algorithm === 'x25519') return tellX25519(says, value, at.text);
  return [toShared(says.container, sizeOf(says.container, value))];
}

function toShared(container: string, sizeBits: number | undefined): Told {
  const algorithm = useOf('unrecognised', { written: `${container} pre-shared key` });
  const key: KeyFacts = { algorithm, ...(sizeBits === undefined ? {} : { sizeBits }) };
  return observed({ kind: 'key', material: 'secret-key', key, encrypted: false, container }, 'present');
}

// 64 hex digits are the key itself, anything else is a passphrase of unknown strength; WireGuard's keys have 32 octets.
function sizeOf(container: string, value: string): number | undefined {
  if (container === 'WireGuard') return 256;
  return container === 'WPA' && /^[0-9a-f]{64}$/i.test(value) ? 256 : undefined;
}

function tellX25519(says: Extract<Says, { says: 'secret' }>, value: string, symbol: string): readonly Told[] {
  const bytes = value.length > 100 ? 0 : readBase64(value);
  if (typeof bytes === 'number' || bytes.length !== X25519_BYTES) {
    return [{ kind: 'gap', reason: 'malformed', detail: `${symbol}: expected base64 of ${X25519_BYTES} octets` }];
  }
  const half = says.material === 'public-key' ? bytes : deriveRawPublicKey(X25519_OID, toDer(0x04, bytes));
  const facts = half === undefined ? undefined : toPublicKeyFacts(toPublicKey({ oid: X25519_OID }, half));
  const key: KeyFacts = facts ?? { algorithm: useOf('x25519', { written: symbol }), sizeBits: 256 };
  const { material, container } = says;
  const told = observed({ kind: 'key', material, key, encrypted: false, container }, 'present');
  return material === 'private-key' ? [told, observed({ ...protocol('wireguard', symbol), suites: [NOISE] })] : [told];
}

/** WireGuard negotiates nothing: this is all there is (the WireGuard paper, §5.4). */
const NOISE_NAME = 'Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s';
const NOISE = {
  name: NOISE_NAME,
  algorithms: [
    toUse(NOISE_NAME, mechanism('x25519', { functions: ['keyderive'] })),
    toUse(NOISE_NAME, mechanism('chacha20-poly1305', { functions: ['encrypt', 'decrypt'] })),
    toUse(NOISE_NAME, mechanism('blake2s', { functions: ['digest'] })),
  ],
};
