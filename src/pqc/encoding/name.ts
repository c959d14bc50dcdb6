// Distinguished names written from text: the part of RFC 4514 that needs no escapes, most specific part first.

import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toDer, toOidDer } from '../../formats/der-write.ts';
import { PqreadyError } from '../../model/errors.ts';

const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['CN', '2.5.4.3'],
  ['C', '2.5.4.6'],
  ['L', '2.5.4.7'],
  ['ST', '2.5.4.8'],
  ['O', '2.5.4.10'],
  ['OU', '2.5.4.11'],
]);
const UTF8_STRING = 0x0c;
const PRINTABLE_STRING = 0x13;
const MAX_CHARACTERS = 64;

/** A distinguished name: as text, `CN=device 1,O=Example,C=DE`, or the DER of one that stands in a certificate or request. */
export type DistinguishedName = string | Uint8Array;

/** The DER of a Name. Throws `bad-input` with the part that is wrong. */
export function toNameDer(text: DistinguishedName): Uint8Array {
  if (typeof text !== 'string') return text;
  const parts = text.split(',').map(toAttribute).reverse();
  return toDer(0x30, ...parts.map((attribute) => toDer(0x31, attribute)));
}

function toAttribute(part: string): Uint8Array {
  const equals = part.indexOf('=');
  const key = part.slice(0, Math.max(equals, 0)).trim();
  const value = part.slice(equals + 1).trim();
  const oid = ATTRIBUTES.get(key);
  if (oid === undefined) throw wrong(part, `one of ${[...ATTRIBUTES.keys()].join(', ')} before "="`);
  if (value === '' || value.length > MAX_CHARACTERS || /[\\"+;<>\u0000-\u001f]/.test(value)) {
    throw wrong(part, `1 to ${MAX_CHARACTERS} characters without \\ " + ; < >`);
  }
  if (key === 'C' && !/^[A-Z]{2}$/.test(value)) throw wrong(part, 'a country of two capital letters');
  return toDer(0x30, toOidDer(oid), toDer(key === 'C' ? PRINTABLE_STRING : UTF8_STRING, utf8ToBytes(value)));
}

function wrong(part: string, expected: string): PqreadyError {
  return new PqreadyError('bad-input', `name: ${JSON.stringify(part.trim())}: expected ${expected}`);
}
