// YAML 1.2, core schema, as far as a product file needs it: one document, no tags, no merge keys, few aliases, a bounded size.
// Core has no timestamps, so a date stays the text that was written.

import { type Document, type ErrorCode, isNode, isScalar, LineCounter, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import { problemsIn, show } from './problems.ts';

/** The parser takes quadratic time on some malformed texts: at this size that is about a second. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_ALIASES = 50;
/** Faults whose message speaks to a programmer, not to the writer of the file. */
const REWORDED: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: 'expected one document, got another',
  RESOURCE_EXHAUSTION: 'expected fewer levels',
  TAG_RESOLVE_FAILED: 'expected no tag',
};
const OPTIONS = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false } as const;

/** The value of a YAML text. Throws `bad-profile` with `line:column` for a syntax error, a tag, a repeated key, or a broken bound. */
export function readYaml(text: string, path: string): unknown {
  if (text.length > MAX_CHARACTERS) throw problemsIn(path, [`expected at most ${MAX_CHARACTERS} characters, got ${text.length}`]);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter });
  const syntax = [...document.errors, ...document.warnings].map((fault) => ({
    offset: fault.pos[0],
    message: REWORDED[fault.code] ?? fault.message,
  }));
  const faults = syntax.length > 0 ? syntax : findFaults(document);
  if (faults.length > 0)
    throw problemsIn(
      path,
      faults.map((fault) => `${toLineColumn(lineCounter, fault.offset)}: ${fault.message}`),
    );
  return toValue(document, path);
}

interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** What the parser lets pass and a product file may not have: tags, keys that are not plain words, a key given twice. */
function findFaults(document: Document.Parsed): readonly Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Node: (_, node) => {
      if (node.tag !== undefined) faults.push({ offset: offsetOf(node), message: `expected no tag, got ${show(node.tag)}` });
    },
    Map: (_, map) => {
      for (const fault of findKeyFaults(map)) faults.push(fault);
    },
  });
  return faults;
}

function findKeyFaults(map: YAMLMap): readonly Fault[] {
  const seen = new Set<string>();
  return map.items.flatMap((pair: Pair) => {
    const offset = offsetOf(pair.key);
    if (!isScalar(pair.key)) return [{ offset, message: 'expected a word as key' }];
    const key = String(pair.key.value);
    if (seen.has(key)) return [{ offset, message: `the key ${show(key)} is given twice` }];
    seen.add(key);
    return [];
  });
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function toValue(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    // The parser's word for an alias without an anchor, or for aliases of aliases that would grow beyond the bound.
    if (cause instanceof ReferenceError) throw problemsIn(path, [cause.message]);
    throw cause;
  }
}

function toLineColumn(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}
