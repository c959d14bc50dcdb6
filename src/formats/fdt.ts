// Flattened devicetree: header, structure block, strings block. Devicetree Specification 0.4, chapter 5. U-Boot's FIT images and control
// devicetrees are written in it.

import { toReader } from './byte-reader.ts';
import type { Malformed } from './der.ts';

/** A property. `value` is a view of the file. */
export interface FdtProperty {
  readonly name: string;
  readonly offset: number;
  readonly value: Uint8Array;
}

/** A node with its properties and children, in the order of the file. */
export interface FdtNode {
  readonly name: string;
  readonly offset: number;
  readonly properties: readonly FdtProperty[];
  readonly children: readonly FdtNode[];
}

/** A tree. Offsets are in the bytes that were read. */
export interface Fdt {
  readonly root: FdtNode;
  /** header, blocks, and padding between them */
  readonly totalBytes: number;
}

const MAGIC = 0xd00dfeed;
const HEADER_BYTES = 40;
const TOKENS = { beginNode: 1, endNode: 2, property: 3, nothing: 4, end: 9 } as const;
const LIMITS = { depth: 32, items: 100_000, name: 256 } as const;

interface Building {
  readonly name: string;
  readonly offset: number;
  readonly properties: FdtProperty[];
  readonly children: Building[];
}

/** The tree at the start of the bytes; undefined for bytes without its magic. */
export function readFdt(bytes: Uint8Array): Fdt | Malformed | undefined {
  const reader = toReader(bytes, false);
  if (reader.u32(0) !== MAGIC) return undefined;
  const [totalBytes = 0, structure = 0, strings = 0] = [4, 8, 12].map((at) => reader.u32(at));
  if (totalBytes < HEADER_BYTES || totalBytes > bytes.length)
    return { offset: 4, expected: `a devicetree of ${totalBytes} bytes`, found: `${bytes.length}` };
  const root = readStructure({ bytes: bytes.subarray(0, totalBytes), structure, strings });
  return 'found' in root ? root : { root, totalBytes };
}

interface Blocks {
  readonly bytes: Uint8Array;
  readonly structure: number;
  readonly strings: number;
}

function readStructure({ bytes, structure, strings }: Blocks): FdtNode | Malformed {
  const reader = toReader(bytes, false);
  const open: Building[] = [];
  let at = structure;
  for (let items = 0; items < LIMITS.items; items++) {
    const token = reader.u32(at);
    const offset = at;
    at += 4;
    if (token === TOKENS.nothing) continue;
    if (token === TOKENS.beginNode) {
      const name = reader.text(at, LIMITS.name);
      if (name === undefined || open.length >= LIMITS.depth)
        return { offset, expected: `at most ${LIMITS.depth} levels of nodes`, found: 'more' };
      const node: Building = { name, offset, properties: [], children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
      at = align(at + name.length + 1);
    } else if (token === TOKENS.property) {
      const property = readProperty(bytes, at, strings);
      if ('found' in property) return property;
      const node = open.at(-1);
      if (node === undefined) return { offset, expected: 'a property inside a node', found: 'one outside' };
      node.properties.push(property);
      at = align(property.offset + property.value.length);
    } else if (token === TOKENS.endNode) {
      const node = open.pop();
      if (node === undefined) return { offset, expected: 'a node to end', found: 'none' };
      if (open.length === 0) return node;
    } else return { offset, expected: 'a token of the structure block', found: token === undefined ? 'the end of the file' : `${token}` };
  }
  return { offset: structure, expected: `at most ${LIMITS.items} tokens`, found: 'more' };
}

function readProperty(bytes: Uint8Array, at: number, strings: number): FdtProperty | Malformed {
  const reader = toReader(bytes, false);
  const [length, nameAt] = [reader.u32(at), reader.u32(at + 4)];
  const name = nameAt === undefined ? undefined : reader.text(strings + nameAt, LIMITS.name);
  if (length === undefined || name === undefined || at + 8 + length > bytes.length)
    return { offset: at, expected: 'a property with its name and value', found: 'the end of the tree' };
  return { name, offset: at + 8, value: bytes.subarray(at + 8, at + 8 + length) };
}

function align(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}

/** The child of a name, with or without a unit address. */
export function childOf(node: FdtNode | undefined, name: string): FdtNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The property of a name. */
export function propertyOf(node: FdtNode, name: string): FdtProperty | undefined {
  return node.properties.find((property) => property.name === name);
}

/** A property as one string; several strings of a list are told apart by `stringsOf`. */
export function stringOf(node: FdtNode, name: string): string | undefined {
  return stringsOf(node, name)[0];
}

/** A property as a list of strings. */
export function stringsOf(node: FdtNode, name: string): readonly string[] {
  const property = propertyOf(node, name);
  if (property === undefined || property.value.length > 4096) return [];
  const text = new TextDecoder('latin1').decode(property.value);
  return text.split('\0').slice(0, -1);
}

/** A property as one cell of 32 bits. */
export function cellOf(node: FdtNode, name: string): number | undefined {
  const property = propertyOf(node, name);
  return property === undefined || property.value.length !== 4 ? undefined : toReader(property.value, false).u32(0);
}
