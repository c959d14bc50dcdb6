// Structures read for their keys: every refusal says what was read, at which offset, what was expected there and what came.

import { childrenOf, readAlgorithmIdentifier } from '../../formats/algorithm-identifier.ts';
import { checkDer, type DerElement, isMalformed, type Malformed } from '../../formats/der.ts';
import { PqreadyError } from '../../model/errors.ts';
import { findKeyId, type KeyId } from './key.ts';

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

/** The parameter set that an AlgorithmIdentifier names; its parameters must be absent (RFC 9935, RFC 9881, RFC 9909). */
export function readKeyAlgorithm(der: Uint8Array, element: DerElement | undefined, what: string): KeyId {
  const offset = element?.start ?? 0;
  const algorithm = readAlgorithmIdentifier(der, element);
  if (algorithm === undefined) return refuse(what, { offset, expected: 'an AlgorithmIdentifier', found: 'another structure' });
  const id = findKeyId(algorithm.oid);
  if (id === undefined) return refuse(what, { offset, expected: 'ML-KEM, ML-DSA or SLH-DSA', found: `algorithm ${algorithm.oid}` });
  if (childrenOf(der, element).length > 1) return refuse(what, { offset, expected: 'no algorithm parameters', found: 'some' });
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
