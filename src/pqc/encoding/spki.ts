// SubjectPublicKeyInfo of ML-KEM (RFC 9935), ML-DSA (RFC 9881) and SLH-DSA (RFC 9909), the key of the FIPS in a BIT STRING, and of classical
// keys (RFC 5480, RFC 8410).

import { childrenOf } from '../../formats/algorithm-identifier.ts';
import { toOidDer, toSpki } from '../../formats/der-write.ts';
import { isClassicalPublicKey } from '../classical.ts';
import { requireLength } from '../input.ts';
import { checkEncapsulationKey } from '../kem.ts';
import { isMlKemId } from '../parameter-sets.ts';
import { CLASSICAL_KEYS, isClassicalKeyId } from './classical-key.ts';
import { type AnyKeyId, KEY_OIDS, keyLengthsOf, type PublicKey } from './key.ts';
import { readContent, readKeyAlgorithm, readWhole, refuse } from './read-der.ts';

const SPKI = 'SubjectPublicKeyInfo';

/** DER. Throws `bad-input` on a key of another length. */
export function toSpkiDer({ id, bytes }: PublicKey): Uint8Array {
  const { name, publicKeyBytes } = keyLengthsOf(id);
  requireLength(bytes, publicKeyBytes, `${name} public key`);
  const { oid, parameters } = keyAlgorithmOf(id);
  return toSpki(oid, parameters, bytes);
}

/** What names a key in an AlgorithmIdentifier: its identifier and the DER of its parameters, empty where they are absent. */
export function keyAlgorithmOf(id: AnyKeyId): { readonly oid: string; readonly parameters: Uint8Array } {
  if (!isClassicalKeyId(id)) return { oid: KEY_OIDS[id], parameters: new Uint8Array() };
  const { oid, curveOid } = CLASSICAL_KEYS[id];
  return { oid, parameters: curveOid === undefined ? new Uint8Array() : toOidDer(curveOid) };
}

/** Throws `bad-input` with the offset of what is wrong; an ML-KEM key must pass the check of FIPS 203 §7.2. */
export function readSpkiDer(der: Uint8Array): PublicKey {
  const [identifier, key, more] = childrenOf(der, readWhole(der, SPKI));
  const id = readKeyAlgorithm(der, identifier, SPKI);
  const { name, publicKeyBytes } = keyLengthsOf(id);
  // The first octet counts unused bits, of which a key of whole octets has none.
  const content = readContent(der, key, {
    what: SPKI,
    part: `${name} public key and its count of unused bits`,
    tag: 0x03,
    bytes: publicKeyBytes + 1,
  });
  const offset = key?.contentStart ?? 0;
  if (content[0] !== 0) return refuse(SPKI, { offset, expected: 'no unused bits', found: 'some' });
  if (more !== undefined) return refuse(SPKI, { offset: more.start, expected: 'the end of the sequence', found: 'another element' });
  const bytes = content.slice(1);
  if (isClassicalKeyId(id) && !isClassicalPublicKey(CLASSICAL_KEYS[id].signature?.id ?? 'x25519', bytes)) {
    return refuse(SPKI, { offset: offset + 1, expected: `a point on ${name}, uncompressed`, found: 'none' });
  }
  if (isMlKemId(id) && !checkEncapsulationKey(id, bytes).valid) {
    return refuse(SPKI, { offset: offset + 1, expected: 'coefficients below q (FIPS 203 §7.2)', found: 'a coefficient of q or more' });
  }
  return { id, bytes };
}
