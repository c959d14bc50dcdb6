// Grammars and parsing. Grammars come in as bytes; a parser that trapped is thrown away, since a wasm instance is not to be trusted after.

import { Language, Parser, Query, type QueryMatch, type Tree } from 'web-tree-sitter';
import type { ScanContext } from '../../model/world.ts';

/** The grammars that are read. `cpp` reads C as well. */
export type GrammarName = 'cpp' | 'javascript' | 'typescript' | 'tsx' | 'python' | 'c-sharp' | 'go' | 'rust';

interface Loaded {
  readonly language: Language;
  readonly queries: Map<string, Query>;
  parser: Parser | undefined;
}

const loaded = new Map<GrammarName, Loaded>();
let runtime: Promise<void> | undefined;

/** Loads what is not loaded yet. */
export async function loadGrammars(names: Iterable<GrammarName>, context: ScanContext): Promise<void> {
  for (const name of names) {
    if (loaded.has(name)) continue;
    runtime ??= startRuntime(context);
    await runtime;
    const language = await Language.load(await context.loadGrammar(name));
    loaded.set(name, { language, queries: new Map(), parser: undefined });
  }
}

async function startRuntime(context: ScanContext): Promise<void> {
  const wasmBinary = Uint8Array.from(await context.loadGrammar('runtime'));
  await Parser.init({ wasmBinary });
}

// The parser reports progress every hundred steps or so; well-formed text takes less than one report for 50 characters.
const REPORTS_A_CHARACTER = 1;
const REPORTS_AT_LEAST = 100_000;

/**
 * Parses `text`, hands the matches of `query` to `read`, and frees the tree. Undefined where the parser gave up: it trapped, or took many
 * times the steps that real code takes. What `read` throws passes through.
 */
export function parseWith<T>(
  grammar: GrammarName,
  text: string,
  use: { readonly query: string; readonly read: (matches: readonly QueryMatch[]) => T },
): T | undefined {
  const entry = loaded.get(grammar);
  if (entry === undefined) return undefined;
  const tree = parse(entry, text);
  if (tree === undefined) return undefined;
  try {
    return use.read(queryFor(entry, use.query).matches(tree.rootNode));
  } finally {
    tree.delete();
  }
}

function parse(entry: Loaded, text: string): Tree | undefined {
  let reports = 0;
  const most = REPORTS_AT_LEAST + REPORTS_A_CHARACTER * text.length;
  try {
    entry.parser ??= new Parser().setLanguage(entry.language);
    const tree = entry.parser.parse(text, null, { progressCallback: () => ++reports > most });
    if (tree !== null && !isHopeless(tree)) return tree;
    tree?.delete();
    entry.parser.reset();
    return undefined;
  } catch {
    entry.parser = undefined; // a trap inside wasm: the next file gets a fresh parser, this one becomes a gap
    return undefined;
  }
}

const MOST_BESIDE_IN_ERROR = 8192;

// What the parser could not read lies flat in one node, and a query asks for each part in turn from the first: thousands of brackets that
// close nothing take seconds. Only nodes with errors in them are looked into.
function isHopeless(tree: Tree): boolean {
  if (!tree.rootNode.hasError) return false;
  const cursor = tree.walk();
  try {
    for (let goes = true; goes; ) {
      const { currentNode: node } = cursor;
      if (node.isError && node.childCount > MOST_BESIDE_IN_ERROR) return true;
      if (node.hasError && cursor.gotoFirstChild()) continue;
      while (goes && !cursor.gotoNextSibling()) goes = cursor.gotoParent();
    }
    return false;
  } finally {
    cursor.delete();
  }
}

function queryFor(entry: Loaded, source: string): Query {
  let query = entry.queries.get(source);
  if (query === undefined) {
    query = new Query(entry.language, source);
    entry.queries.set(source, query);
  }
  return query;
}
