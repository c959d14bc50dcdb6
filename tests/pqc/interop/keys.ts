// Our keys for the questions to OpenSSL: each from a fixed seed, made once, protecting nothing.

import { type KeyId, keyLengthsOf, type PrivateKey, privateKeyFromSeed, publicKeyOf } from '../../../src/pqc/encoding/key.ts';
import { toPkcs8Der } from '../../../src/pqc/encoding/pkcs8.ts';
import { toSpkiDer } from '../../../src/pqc/encoding/spki.ts';
import { base64 } from './node24.ts';

const made = new Map<KeyId, PrivateKey>();

/** The key of a set. */
export function ourKey(id: KeyId): PrivateKey {
  const known = made.get(id);
  if (known !== undefined) return known;
  const key = privateKeyFromSeed(id, new Uint8Array(seedBytesOf(id)).fill(7));
  made.set(id, key);
  return key;
}

/** Its public key as a question carries it. */
export function ourSpki(id: KeyId): string {
  return base64(toSpkiDer(publicKeyOf(ourKey(id))));
}

/** Its private key as a question carries it. */
export function ourPkcs8(id: KeyId): string {
  const key = ourKey(id);
  return base64(toPkcs8Der(key, key.seed === undefined ? 'expanded' : 'both'));
}

function seedBytesOf(id: KeyId): number {
  const { seedBytes, privateKeyBytes } = keyLengthsOf(id);
  return seedBytes ?? (3 * privateKeyBytes) / 4; // FIPS 205 §9.1: three of the four parts of the private key
}
