// Structures read for their keys: every refusal says what was read, at which offset, what was expected there and what came.

import { childrenOf, readAlgorithmIdentifier } from '../../formats/algorithm-identifier.ts';
import { checkDer, type DerElement, isMalformed, type Malformed, readOid } from '../../formats/der.ts';
import { PqreadyError } from '../../model/errors.ts';
import { CLASSICAL_KEYS, findClassicalKeyId, isClassicalKeyId } from './classical-key.ts';
import { type AnyKeyId, findKeyId } from './key.ts';

/** Throws `bad-input` as a sentence with the offset; never with bytes of the input. */
export function refuse(what: string, { offset, expected, found }: Malformed): never {
  throw new PqreadyError('bad-input', `${what}: offset ${offset}: expected ${expected}, found ${found}`);
}

/** The element that takes all of `der`. */
export function readWhole(der: Uint8Array, what: string, tag = 0x30): DerElement {
  const top = checkDer(der);
  if (isMalformed(top)) return refuse(what, top);
  if (top.tag !== tag) return refuse(what, { offset: 0, expected: `tag 0x${tag.toString(16)}`, found: `tag 0x${top.tag.toString(16)}` });
  if (top.end !== der.length) return refuse(what, { offset: top.end, expected: 'the end', found: `${der.length - top.end} bytes more` });
  return top;
}

const KNOWN = 'ML-KEM, ML-DSA, SLH-DSA, Ed25519, X25519 or a key on P-256, P-384 or P-521';

/**
 * What an AlgorithmIdentifier names. Its parameters must be absent (RFC 9935, RFC 9881, RFC 9909, RFC 8410) but for a named curve (RFC 5480).
 */
export function readKeyAlgorithm(der: Uint8Array, element: DerElement | undefined, what: string): AnyKeyId {
  const offset = element?.start ?? 0;
  const algorithm = readAlgorithmIdentifier(der, element);
  if (algorithm === undefined) return refuse(what, { offset, expected: 'an AlgorithmIdentifier', found: 'another structure' });
  const [, parameters] = childrenOf(der, element);
  const curveOid = readOid(der, parameters);
  const id = findKeyId(algorithm.oid) ?? findClassicalKeyId(algorithm.oid, curveOid);
  if (id === undefined) {
    const found = curveOid === undefined ? `algorithm ${algorithm.oid}` : `algorithm ${algorithm.oid} with ${curveOid}`;
    return refuse(what, { offset, expected: KNOWN, found });
  }
  const wanted = isClassicalKeyId(id) && CLASSICAL_KEYS[id].curveOid !== undefined ? 2 : 1;
  const { length } = childrenOf(der, element);
  if (length > wanted) return refuse(what, { offset, expected: wanted === 1 ? 'no algorithm parameters' : 'one parameter', found: 'some' });
  return id;
}

/** The content of an element that must have this tag and, where given, this length. */
export function readContent(der: Uint8Array, element: DerElement | undefined, wanted: Wanted): Uint8Array {
  const { what, part, tag, bytes } = wanted;
  if (element?.tag !== tag) {
    const found = element === undefined ? 'nothing' : `tag 0x${element.tag.toString(16)}`;
    return refuse(what, {
      offset: element?.start ?? der.length,
      expected: `${part} with tag 0x${tag.toString(16).padStart(2, '0')}`,
      found,
    });
  }
  const content = der.subarray(element.contentStart, element.end);
  if (bytes !== undefined && content.length !== bytes) {
    return refuse(what, { offset: element.contentStart, expected: `${part} of ${bytes} bytes`, found: `${content.length} bytes` });
  }
  return content;
}

/** What a part of a structure must be. */
export interface Wanted {
  readonly what: string;
  readonly part: string;
  readonly tag: number;
  readonly bytes?: number;
}
