// PKCS #8 (RFC 5958 OneAsymmetricKey) of ML-KEM (RFC 9935) and ML-DSA (RFC 9881), each as seed, expanded key or both, of SLH-DSA (RFC 9909),
// the key of FIPS 205 alone, and of classical keys (RFC 5915, RFC 8410).

import { cleanBytes, equalBytes } from '@noble/post-quantum/utils.js';
import { childrenOf } from '../../formats/algorithm-identifier.ts';
import { checkDer, type DerElement, isMalformed, readElement, readOid } from '../../formats/der.ts';
import { toDer, toOidDer } from '../../formats/der-write.ts';
import { PqreadyError } from '../../model/errors.ts';
import { requireLength } from '../input.ts';
import { checkDecapsulationKey } from '../kem.ts';
import { isMlKemId } from '../parameter-sets.ts';
import { isSlhDsaId } from '../slh-dsa-sets.ts';
import { CLASSICAL_KEYS, type ClassicalKeyId, isClassicalKeyId } from './classical-key.ts';
import { type AnyKeyId, keyLengthsOf, type PrivateKey, privateKeyFromSeed, publicKeyOf } from './key.ts';
import { readContent, readKeyAlgorithm, readWhole, refuse } from './read-der.ts';
import { keyAlgorithmOf } from './spki.ts';

/** Which alternative of the CHOICE in RFC 9935 and RFC 9881 is written. */
export type PrivateKeyForm = 'seed' | 'expanded' | 'both';

/** A private key and the form it stood in; SLH-DSA and classical keys have only `expanded`. */
export interface Pkcs8Key {
  readonly key: PrivateKey;
  readonly form: PrivateKeyForm;
}

const PKCS8 = 'PKCS #8 private key';
const INTEGER = 0x02;
const OCTETS = 0x04;
const SEQUENCE = 0x30;
/** [0] IMPLICIT OCTET STRING */
const SEED = 0x80;

/** DER. Throws `bad-input` where the key has no seed and the form asks for one. */
export function toPkcs8Der(key: PrivateKey, form: PrivateKeyForm): Uint8Array {
  const { oid, parameters } = keyAlgorithmOf(key.id);
  const algorithm = toDer(SEQUENCE, toOidDer(oid), parameters);
  const content = toKeyContent(key, form);
  const octets = toDer(OCTETS, content);
  const der = toDer(SEQUENCE, toDer(INTEGER, Uint8Array.of(0)), algorithm, octets);
  cleanBytes(content, octets);
  return der;
}

/** Throws `bad-input` with the offset of what is wrong, and where seed and expanded key do not belong together. */
export function readPkcs8Der(der: Uint8Array): Pkcs8Key {
  const [version, identifier, octets, ...rest] = childrenOf(der, readWhole(der, PKCS8));
  const number = readContent(der, version, { what: PKCS8, part: 'version', tag: INTEGER, bytes: 1 });
  if ((number[0] ?? 2) > 1) return refuse(PKCS8, { offset: version?.start ?? 0, expected: 'version 0 or 1', found: 'another' });
  const id = readKeyAlgorithm(der, identifier, PKCS8);
  const content = readContent(der, octets, { what: PKCS8, part: 'privateKey', tag: OCTETS });
  const read = readKeyContent(id, content);
  checkPublicHalf(der, rest, read.key);
  return read;
}

/** A copy, the caller's to clear. */
function toKeyContent({ id, seed, expanded }: PrivateKey, form: PrivateKeyForm): Uint8Array {
  const { name, privateKeyBytes, seedBytes } = keyLengthsOf(id);
  requireLength(expanded, privateKeyBytes, `${name} private key`);
  if (isClassicalKeyId(id) || isSlhDsaId(id)) {
    if (form !== 'expanded') throw new PqreadyError('bad-input', `${name} private key: has no seed form`);
    return isClassicalKeyId(id) ? toClassicalContent({ id, expanded }) : expanded.slice();
  }
  if (form === 'expanded') return toDer(OCTETS, expanded);
  if (seed === undefined) throw new PqreadyError('bad-input', `${name} private key: its seed is not known, and does not follow from it`);
  requireLength(seed, seedBytes ?? 0, `${name} seed`);
  if (form === 'seed') return toDer(SEED, seed);
  const parts = [toDer(OCTETS, seed), toDer(OCTETS, expanded)];
  const both = toDer(SEQUENCE, ...parts);
  cleanBytes(...parts);
  return both;
}

/** RFC 8410 §7: the key in an OCTET STRING. RFC 5915: ECPrivateKey with its public half; the curve stands in the AlgorithmIdentifier. */
function toClassicalContent(key: PrivateKey): Uint8Array {
  const secret = toDer(OCTETS, key.expanded);
  if (keyAlgorithmOf(key.id).parameters.length === 0) return secret;
  const publicHalf = toDer(0xa1, toDer(0x03, Uint8Array.of(0), publicKeyOf(key).bytes));
  const content = toDer(SEQUENCE, toDer(INTEGER, Uint8Array.of(1)), secret, publicHalf);
  secret.fill(0);
  return content;
}

function readClassicalContent(id: ClassicalKeyId, content: Uint8Array): Pkcs8Key {
  const { name, curveOid, privateKeyBytes } = CLASSICAL_KEYS[id];
  const what = `${name} privateKey`;
  const secretOf = (element: DerElement | undefined) =>
    readContent(content, element, { what, part: 'privateKey', tag: OCTETS, bytes: privateKeyBytes }).slice();
  if (curveOid === undefined) return { key: { id, expanded: secretOf(readWhole(content, what, OCTETS)) }, form: 'expanded' };
  const [version, secret, ...rest] = childrenOf(content, readWhole(content, what));
  readContent(content, version, { what, part: 'version', tag: INTEGER, bytes: 1 });
  checkCurve(
    content,
    rest.find(({ tag }) => tag === 0xa0),
    { what, curveOid },
  );
  const [attached] = childrenOf(
    content,
    rest.find(({ tag }) => tag === 0xa1),
  );
  const publicHalf = attached === undefined ? undefined : readContent(content, attached, { what, part: 'publicKey', tag: 0x03 });
  const key: PrivateKey = { id, expanded: secretOf(secret) };
  if (publicHalf === undefined || equalBytes(publicHalf.subarray(1), publicKeyOf(key).bytes)) return { key, form: 'expanded' };
  key.expanded.fill(0);
  throw new PqreadyError('bad-input', `${what}: the attached public key is not the key's own`);
}

/** RFC 5915: where the curve is repeated inside, it is the same. */
function checkCurve(
  content: Uint8Array,
  element: DerElement | undefined,
  { what, curveOid }: { readonly what: string; readonly curveOid: string },
): void {
  if (element === undefined) return;
  const found = readOid(content, childrenOf(content, element)[0]) ?? 'no named curve';
  if (found !== curveOid) refuse(what, { offset: element.start, expected: `curve ${curveOid}`, found });
}

function readKeyContent(id: AnyKeyId, content: Uint8Array): Pkcs8Key {
  if (isClassicalKeyId(id)) return readClassicalContent(id, content);
  const { name, privateKeyBytes, seedBytes = 0 } = keyLengthsOf(id);
  const what = `${name} privateKey`;
  if (isSlhDsaId(id)) {
    requireLength(content, privateKeyBytes, what);
    return { key: { id, expanded: content.slice() }, form: 'expanded' };
  }
  const top = checkDer(content);
  if (isMalformed(top)) return refuse(what, top);
  if (top.end !== content.length) return refuse(what, { offset: top.end, expected: 'the end', found: 'more bytes' });
  const seedOf = (element: DerElement | undefined, tag: number) =>
    readContent(content, element, { what, part: 'seed', tag, bytes: seedBytes }).slice();
  const expandedOf = (element: DerElement | undefined) =>
    requireSound(id, readContent(content, element, { what, part: 'expandedKey', tag: OCTETS, bytes: privateKeyBytes }).slice());
  if (top.tag === SEED) return { key: privateKeyFromSeed(id, seedOf(top, SEED)), form: 'seed' };
  if (top.tag === OCTETS) return { key: { id, expanded: expandedOf(top) }, form: 'expanded' };
  if (top.tag !== SEQUENCE)
    return refuse(what, { offset: 0, expected: 'seed, expandedKey or both', found: `tag 0x${top.tag.toString(16)}` });
  const [first, second, more] = childrenOf(content, top);
  const key = privateKeyFromSeed(id, seedOf(first, OCTETS));
  const expanded = expandedOf(second);
  if (more !== undefined) return refuse(what, { offset: more.start, expected: 'seed and expandedKey', found: 'another element' });
  // RFC 9935 and RFC 9881 ask a recipient to test that the two belong together.
  const belongs = equalBytes(key.expanded, expanded);
  expanded.fill(0);
  if (!belongs) throw new PqreadyError('bad-input', `${what}: the expanded key does not follow from the seed`);
  return { key, form: 'both' };
}

/** FIPS 203 §7.3 for ML-KEM; ML-DSA keys are checked where they are used. */
function requireSound(id: AnyKeyId, expanded: Uint8Array): Uint8Array {
  if (!isMlKemId(id) || checkDecapsulationKey(id, expanded).valid) return expanded;
  throw new PqreadyError('bad-input', `${keyLengthsOf(id).name} privateKey: fails the hash check of FIPS 203 §7.3`);
}

/** RFC 5958: attributes [0] are passed over, publicKey [1] must be the key's. */
function checkPublicHalf(der: Uint8Array, rest: readonly DerElement[], key: PrivateKey): void {
  for (const element of rest) {
    if (element.tag === 0xa0) continue;
    const attached = readContent(der, element, { what: PKCS8, part: 'publicKey', tag: 0x81 });
    if (!equalBytes(attached.subarray(1), publicKeyOf(key).bytes)) {
      throw new PqreadyError('bad-input', `${PKCS8}: the attached public key is not the key's own`);
    }
  }
}

/** Whether DER looks like EncryptedPrivateKeyInfo (RFC 5958 §3): a sequence of AlgorithmIdentifier and OCTET STRING. */
export function isEncryptedPkcs8(der: Uint8Array): boolean {
  const top = readElement(der, 0);
  if (isMalformed(top)) return false;
  const [first, second] = childrenOf(der, top);
  return first?.tag === SEQUENCE && second?.tag === OCTETS;
}
