// The calls of a Rust file that matter: of functions by path or by name, of methods, and of types in angle brackets where they are all
// that names the algorithm.

import type { Node } from 'web-tree-sitter';
import { toSite } from '../binder.ts';
import type { CallSites } from '../call-sites.ts';
import { type Captures, pushTo, wordAt } from '../captures.ts';
import { type CallSite, compareSites } from '../module.ts';
import type { RustBinder } from './bindings.ts';
import { lowerRustCall } from './lower.ts';

/** What is known of the names of a file. */
export interface SiteReading extends RustBinder {
  readonly captured: Captures;
  readonly defined: ReadonlySet<string>;
}

/** Sites of names that the catalogue or an alias knows, in the order of the text; and the calls of a function of the file's own. */
export function readRustSites(reading: SiteReading): CallSites {
  const { captured, catalogue, defined, aliases, text } = reading;
  const ofFile = new Map<string, Node[]>();
  const sites: CallSite[] = [];
  for (const kind of ['plain', 'path', 'method']) {
    for (const { node } of captured(kind)) {
      const word = wordAt(text, node.startIndex);
      const own = defined.has(word);
      if (own) pushTo(ofFile, word, node);
      if (catalogue.names.has(word) || (kind === 'plain' && aliases.has(word))) sites.push(...siteOf(node, reading));
    }
  }
  sites.sort(compareSites);
  const callersOf = (name: string): readonly CallSite[] =>
    (ofFile.get(name) ?? []).flatMap((node) => (isOfCrate(node, reading) ? [] : siteOf(node, reading)));
  return { sites, named: callersOf };
}

// `Other::new(…)` of another crate is no call of the file's own `new`.
function isOfCrate(name: Node, { text, imports }: SiteReading): boolean {
  return name.parent?.type === 'scoped_identifier' && imports.has(wordAt(text, name.parent.startIndex));
}

// The name stands up to four levels below its call: `a::b::<C>(…)`.
function siteOf(name: Node, binder: RustBinder): readonly CallSite[] {
  let node: Node | null = name.parent ?? null;
  for (let up = 0; up < 3 && node !== null && node.type !== 'call_expression'; up++) node = node.parent;
  return node?.type === 'call_expression' ? [toSite(lowerRustCall(node), binder)] : [];
}
