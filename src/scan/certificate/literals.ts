// Certificates and keys that a program or a table writes as numbers, escapes or base64. What they make must be whole: a prefix of an encoding, a
// signature or the hash that one is made of look alike for some octets.

import type { AlgorithmIdentifierRecord } from '../../formats/algorithm-identifier.ts';
import { findByteLiterals } from '../../formats/byte-literals.ts';
import { isMalformed } from '../../formats/der.ts';
import { type PemBlock, readPem } from '../../formats/pem.ts';
import { type PkiObject, readPki } from '../../formats/pki.ts';
import { findOid } from '../../knowledge/identifiers.ts';
import { type Evidence, type Gap, isGap } from '../../model/evidence.ts';
import { toItems } from './facts.ts';
import { toPemItems } from './pem-facts.ts';
import type { Place } from './place.ts';

const LEAST_MODULUS_BITS = 512;
/** Octets that the encoding of an RSA key takes beside its modulus: tags, lengths and a public exponent. */
const MOST_OVERHEAD = 24;
const MOST_PADDING = 8;

/** What the literals of a text say; `blocks` are those that were read as PEM already. */
export function scanLiterals(bytes: Uint8Array, blocks: readonly PemBlock[], at: (offset: number) => Place): readonly (Evidence | Gap)[] {
  const text = new TextDecoder('latin1').decode(bytes);
  return findByteLiterals(text)
    .filter(({ offset }) => !blocks.some((block) => offset >= block.offset && offset < block.offset + block.length))
    .flatMap(({ offset, bytes: written }) => (written[0] === 0x2d ? ofPem(written, at(offset)) : ofDer(written, at(offset))));
}

function ofPem(written: Uint8Array, place: Place): readonly (Evidence | Gap)[] {
  const { blocks } = readPem(written);
  return blocks.flatMap((block) =>
    toPemItems(block, { ...place, format: 'pem' }).filter((item) => !isGap(item) || item.reason === 'encrypted'),
  );
}

function ofDer(written: Uint8Array, place: Place): readonly (Evidence | Gap)[] {
  const read = readPki(written);
  if (isMalformed(read) || !isWhole(written, read.element.end) || !isTelling(read.object)) return [];
  return toItems(read.object, place).filter((item) => !isGap(item) || item.reason === 'encrypted');
}

function isWhole(written: Uint8Array, end: number): boolean {
  return written.length - end <= MOST_PADDING && written.subarray(end).every((octet) => octet === 0);
}

/** True for what only a certificate or a key looks like: SEQUENCE of two INTEGERs is an ECDSA signature too, a DigestInfo is like an encrypted key. */
function isTelling(object: PkiObject): boolean {
  switch (object.kind) {
    case 'public-key': {
      const { sizeBits = 0, keyBytes } = object.publicKey;
      return object.container !== 'PKCS#1' || (sizeBits >= LEAST_MODULUS_BITS && keyBytes - sizeBits / 8 < MOST_OVERHEAD);
    }
    case 'private-key':
      return object.privateKey.container !== 'SEC1' || object.privateKey.publicKey !== undefined;
    case 'encrypted-key':
      return isPasswordEncryption(object.encryption);
    case 'dh-parameters':
    case 'dsa-parameters':
      return object.sizeBits >= LEAST_MODULUS_BITS;
    case 'ec-parameters':
      return false;
    default:
      return true;
  }
}

function isPasswordEncryption({ oid }: AlgorithmIdentifierRecord): boolean {
  const algorithm = findOid(oid)?.use.algorithm;
  return algorithm === 'pbes1' || algorithm === 'pbes2';
}
