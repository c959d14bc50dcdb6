// CBOR as far as signed manifests need it: integers, strings, arrays, maps, tags, simple values; definite lengths only. RFC 8949.

import { toReader } from './byte-reader.ts';
import type { Malformed } from './der.ts';

/** A data item with its range in the bytes. */
export type CborItem = { readonly start: number; readonly end: number } & (
  | { readonly is: 'integer'; readonly value: number }
  | { readonly is: 'bytes'; readonly value: Uint8Array; readonly contentStart: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'array'; readonly items: readonly CborItem[] }
  | { readonly is: 'map'; readonly entries: readonly (readonly [CborItem, CborItem])[] }
  | { readonly is: 'tag'; readonly tag: number; readonly item: CborItem }
  | { readonly is: 'simple'; readonly value: number }
);

const LIMITS = { depth: 24, items: 20_000 } as const;
/** RFC 8949 section 4.2.1 asks for definite lengths; SUIT and COSE use deterministic encoding where they are signed. */
const FIRST_RESERVED = 28;

interface State {
  readonly bytes: Uint8Array;
  left: number;
}

/** The item at `offset`; malformed names the place. */
export function readCbor(bytes: Uint8Array, offset = 0): CborItem | Malformed {
  return readItem({ bytes, left: LIMITS.items }, offset, 0);
}

function readItem(state: State, start: number, depth: number): CborItem | Malformed {
  state.left -= 1;
  if (depth > LIMITS.depth || state.left < 0)
    return { offset: start, expected: `at most ${LIMITS.items} items in ${LIMITS.depth} levels`, found: 'more' };
  const head = readHead(state.bytes, start);
  if ('found' in head) return head;
  const { major, argument, next } = head;
  switch (major) {
    case 0:
      return { is: 'integer', value: argument, start, end: next };
    case 1:
      return { is: 'integer', value: -1 - argument, start, end: next };
    case 2:
    case 3:
      return readString(state.bytes, start, head);
    case 4: {
      const items = readItems(state, head, { count: argument, depth });
      return Array.isArray(items) ? { is: 'array', items, start, end: items.at(-1)?.end ?? next } : toMalformed(items);
    }
    case 5: {
      const items = readItems(state, head, { count: argument * 2, depth });
      return Array.isArray(items) ? { is: 'map', entries: toPairs(items), start, end: items.at(-1)?.end ?? next } : toMalformed(items);
    }
    case 6: {
      const item = readItem(state, next, depth + 1);
      return 'found' in item ? item : { is: 'tag', tag: argument, item, start, end: item.end };
    }
    default:
      return { is: 'simple', value: argument, start, end: next };
  }
}

interface Head {
  readonly major: number;
  readonly argument: number;
  readonly next: number;
}

// RFC 8949 section 3: three bits of major type, five of additional information.
function readHead(bytes: Uint8Array, offset: number): Head | Malformed {
  const reader = toReader(bytes, false);
  const first = reader.u8(offset);
  if (first === undefined) return { offset, expected: 'a CBOR item', found: 'the end of the data' };
  const [major, short] = [first >> 5, first & 0x1f];
  if (short >= FIRST_RESERVED) return { offset, expected: 'an item of definite length', found: 'another' };
  if (short < 24) return { major, argument: short, next: offset + 1 };
  const size = 2 ** (short - 24);
  const read = [reader.u8, reader.u16, reader.u32, reader.u64][short - 24];
  const argument = read?.(offset + 1);
  return argument === undefined
    ? { offset, expected: `a length or number of ${size} octets below 2^53`, found: 'none' }
    : { major, argument, next: offset + 1 + size };
}

function readString(bytes: Uint8Array, start: number, { major, argument, next }: Head): CborItem | Malformed {
  const end = next + argument;
  if (end > bytes.length)
    return { offset: start, expected: `a string of ${argument} octets`, found: `${bytes.length - next} up to the end` };
  const content = bytes.subarray(next, end);
  if (major === 2) return { is: 'bytes', value: content, contentStart: next, start, end };
  return { is: 'text', value: new TextDecoder().decode(content), start, end };
}

function readItems(state: State, { next }: Head, { count, depth }: { count: number; depth: number }): readonly CborItem[] | Malformed {
  const items: CborItem[] = [];
  let at = next;
  for (let index = 0; index < count; index++) {
    const item = readItem(state, at, depth + 1);
    if ('found' in item) return item;
    items.push(item);
    at = item.end;
  }
  return items;
}

function toMalformed(value: readonly CborItem[] | Malformed): Malformed {
  return 'found' in value ? value : { offset: 0, expected: 'items', found: 'none' };
}

function toPairs(items: readonly CborItem[]): readonly (readonly [CborItem, CborItem])[] {
  return items.flatMap((key, index): (readonly [CborItem, CborItem])[] => {
    const value = items[index + 1];
    return index % 2 === 1 || value === undefined ? [] : [[key, value]];
  });
}

/** The value of an integer key. */
export function entryOf(item: CborItem | undefined, key: number): CborItem | undefined {
  if (item?.is !== 'map') return undefined;
  return item.entries.find(([name]) => name.is === 'integer' && name.value === key)?.[1];
}
