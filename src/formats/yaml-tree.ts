// YAML 1.2 (core schema) as nodes with places, bounded: no custom tags, no merge keys, few aliases, a size at which the parser stays quick.

import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A node as a manifest reader sees it. Aliases are not followed: a name behind an alias is not a name that is written. */
export interface YamlNode {
  /** text of a scalar, as written or resolved; undefined for mappings, sequences and null */
  readonly text?: string;
  /** entries of a mapping in their order, with the place of each key */
  readonly entries: readonly YamlEntry[];
  readonly items: readonly YamlNode[];
  /** 1-based */
  readonly line: number;
  /** 0-based index in the line */
  readonly index: number;
}

export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly index: number;
  readonly value: YamlNode;
}

export type YamlRead =
  | { readonly ok: true; readonly root: YamlNode }
  | { readonly ok: false; readonly line: number; readonly detail: string };

/** The parser takes quadratic time on some malformed texts: at this size that is about a second. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_DEPTH = 32;
const OPTIONS = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false, strict: false } as const;

/** Parses one document. */
export function readYamlTree(text: string): YamlRead {
  if (text.length > MAX_CHARACTERS)
    return { ok: false, line: 1, detail: `expected at most ${MAX_CHARACTERS} characters, got ${text.length}` };
  const lines = new LineCounter();
  const document = parse(text, lines);
  if (document === undefined) return { ok: false, line: 1, detail: 'expected fewer levels of nesting' };
  const fault = document.errors[0];
  if (fault !== undefined)
    return { ok: false, line: Math.max(1, lines.linePos(fault.pos[0]).line), detail: `expected YAML: ${fault.code}` };
  return { ok: true, root: toNode(document.contents, lines, 0) };
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { ...OPTIONS, lineCounter });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // nested beyond the stack of the parser
    throw error;
  }
}

function toNode(node: unknown, lines: LineCounter, depth: number): YamlNode {
  const place = placeOf(node, lines);
  if (depth > MAX_DEPTH) return { ...place, entries: [], items: [] };
  if (isMap(node)) return { ...place, entries: node.items.flatMap((pair) => toEntry(pair, lines, depth)), items: [] };
  if (isSeq(node)) return { ...place, entries: [], items: node.items.map((item) => toNode(item, lines, depth + 1)) };
  if (!isScalar(node) || node.value === null) return { ...place, entries: [], items: [] };
  // `1.10` is a version here, not a number.
  return { ...place, text: node.source ?? String(node.value), entries: [], items: [] };
}

function toEntry(pair: { readonly key: unknown; readonly value: unknown }, lines: LineCounter, depth: number): readonly YamlEntry[] {
  if (!isScalar(pair.key)) return [];
  return [{ key: String(pair.key.value), ...placeOf(pair.key, lines), value: toNode(pair.value, lines, depth + 1) }];
}

function placeOf(node: unknown, lines: LineCounter): { readonly line: number; readonly index: number } {
  const offset = isNode(node) ? node.range?.[0] : undefined;
  if (offset === undefined) return { line: 1, index: 0 };
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), index: Math.max(0, col - 1) };
}
