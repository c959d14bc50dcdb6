// What a query found, by the name of its first capture; and names read straight from the text, which is cheaper than asking the parser.

import type { Node, QueryMatch } from 'web-tree-sitter';

/** A match: the node that its kind is named after and, where the pattern has one, the value beside it. */
export interface Capture {
  readonly node: Node;
  readonly value: Node | undefined;
}

/** Matches by kind, in the order of the text. */
export type Captures = (kind: string) => readonly Capture[];

/** Groups matches by the name of their first capture. */
export function groupMatches(matches: readonly QueryMatch[]): Captures {
  const byKind = new Map<string, Capture[]>();
  for (const { captures } of matches) {
    const [first, second] = captures;
    if (first === undefined) continue;
    pushTo(byKind, first.name, { node: first.node, value: second?.node });
  }
  return (kind) => byKind.get(kind) ?? [];
}

/** Adds one to the list of a key. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const WORD = /[\w$\u0080-\uffff]{1,200}/y;

/** The name that begins at a place. */
export function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

const PATH = /[\w$]{1,200}(?:\s{0,20}\.\s{0,20}[\w$]{1,200}){0,6}(?=\s{0,20}[=:])/y;

/** The chain of names (`this.cipher`) that begins at a place and is assigned to; undefined where it is not a plain one. */
export function assignedPathAt(text: string, at: number): string | undefined {
  PATH.lastIndex = at;
  return PATH.exec(text)?.[0].replace(/\s+/g, '');
}
