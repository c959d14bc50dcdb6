// What an answerer asks of a case: bytes, flags and names, each with a reason where the case does not have it.

import { hexToBytes } from '@noble/hashes/utils.js';
import type { Fields, VectorCase, VectorGroup } from './vector-set.ts';

/** The named results of one case, to be compared with what the set expects. */
export type Answer = ReadonlyMap<string, Uint8Array | boolean>;

/** Computes the results of one case. Throws {@link Unanswerable} where the case asks for what is not implemented. */
export type Answerer = (group: VectorGroup, test: VectorCase) => Answer;

/** The reason for which a case is skipped. */
export class Unanswerable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unanswerable';
  }
}

/** The bytes of a hexadecimal member. */
export function bytesOf(fields: Fields, key: string): Uint8Array {
  const hex = fields.get(key);
  if (hex === undefined) throw new Unanswerable(`the case has no ${key}`);
  return parseHex(hex, key);
}

/** The string of a member of a group. */
export function textOf(fields: Fields, key: string): string {
  const text = fields.get(key);
  if (typeof text !== 'string') throw new Unanswerable(`the group has no ${key}`);
  return text;
}

/** Throws {@link Unanswerable} unless `hex` is hexadecimal. */
export function parseHex(hex: string | number | boolean, key: string): Uint8Array {
  if (typeof hex !== 'string' || hex.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(hex)) throw new Unanswerable(`${key} is not hexadecimal`);
  return hexToBytes(hex);
}
