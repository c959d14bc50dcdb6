// The calls of a file that matter, in languages whose calls are names, members and assignments to members: JavaScript, Python, C#. Most
// calls of a file are nobody's business: the names that stand before a bracket are read from the text, and the parser is asked only about
// those that somebody knows.

import type { Node } from 'web-tree-sitter';
import type { Catalogue } from '../../knowledge/languages/row.ts';
import { type Binder, toSite } from './binder.ts';
import { assignedPathAt, type Captures, pushTo } from './captures.ts';
import type { CallExpression, Expression } from './expression.ts';
import { type CallSite, compareSites } from './module.ts';

/** What is particular to a language. */
export interface CallSyntax {
  readonly lower: (node: Node | null) => Expression;
  readonly lowerCall: (node: Node) => CallExpression;
  /** the field that names a member */
  readonly memberField: string;
  /** the field that holds what a member is of; `object` where it is not said */
  readonly objectField?: string;
  /** the name in `object['name'](…)`, where the language has such calls */
  readonly indexName: (node: Node) => string;
  /** the call that a name is the name of; undefined for a name that only stands before a bracket */
  readonly callOf: (name: Node) => NamedCall | undefined;
}

/** A call by its name: `f(…)` is plain, `o.f(…)` is not. */
export interface NamedCall {
  readonly call: Node;
  readonly isPlain: boolean;
}

/** What is known of the names of a file. */
export interface CallReading extends Binder {
  readonly captured: Captures;
  /** the whole file; absent where nothing was parsed */
  readonly root: Node | undefined;
  readonly catalogue: Catalogue;
  readonly syntax: CallSyntax;
  /** functions and classes of the file's own */
  readonly defined: ReadonlySet<string>;
}

/** Sites of names that the catalogue or an alias knows, in the order of the text; and the calls of a function of the file's own. */
export interface CallSites {
  readonly sites: readonly CallSite[];
  readonly named: (name: string) => readonly CallSite[];
}

/** Reads the names before brackets and the captures `index` and `left`. */
export function readCallSites(reading: CallReading): CallSites {
  const { captured, catalogue, defined, aliases, text } = reading;
  const ofFile = new Map<string, Node[]>();
  const sites: CallSite[] = [];
  for (const [at, word] of namesBeforeBrackets(text)) {
    const own = defined.has(word);
    const isKnown = catalogue.names.has(word);
    if (!own && !isKnown && !aliases.has(word) && !aliases.has(`this.${word}`)) continue;
    const found = nameAt(reading.root, at, word);
    const named = found === undefined ? undefined : reading.syntax.callOf(found);
    if (named === undefined) continue;
    if (own) pushTo(ofFile, word, named.call);
    if (isKnown || aliases.has(named.isPlain ? word : `this.${word}`)) sites.push(siteOf(named.call, reading));
  }
  for (const { node } of captured('index')) {
    const call = catalogue.names.has(reading.syntax.indexName(node)) ? node.parent?.parent : undefined;
    if (call !== null && call !== undefined) sites.push(siteOf(call, reading));
  }
  for (const { node } of captured('left')) {
    const site = toSetting(node, reading);
    if (site !== undefined) sites.push(site);
  }
  sites.sort(compareSites);
  return { sites, named: (name) => (ofFile.get(name) ?? []).map((node) => siteOf(node, reading)) };
}

// `f(`, `f (`, `f?.(`, `f<T>(`, `new T {`.
const BEFORE_BRACKET = /(?<![\w$\u0080-\uffff])[\w$\u0080-\uffff]{1,200}(?=\s{0,20}(?:\?\.\s{0,20})?(?:<[^<>()]{0,80}>)?[({])/g;

/** The names that stand before a bracket, in comments and strings too, with their places. */
export function* namesBeforeBrackets(text: string): Generator<readonly [at: number, word: string]> {
  for (const { 0: word, index } of text.matchAll(BEFORE_BRACKET)) yield [index, word];
}

/** The name at a place; undefined where something else stands there, such as a comment. */
export function nameAt(root: Node | undefined, at: number, word: string): Node | undefined {
  const node = root?.descendantForIndex(at, at + word.length) ?? undefined;
  return node !== undefined && node.startIndex === at && node.endIndex === at + word.length ? node : undefined;
}

function siteOf(node: Node, reading: CallReading): CallSite {
  return toSite(reading.syntax.lowerCall(node), reading);
}

/** `x.minVersion = v` is read as a call of `x.minVersion=`. */
function toSetting(left: Node, { catalogue, syntax, text, scopeAt }: CallReading): CallSite | undefined {
  const last = assignedPathAt(text, left.startIndex)?.split('.').at(-1) ?? '';
  const member = catalogue.names.has(`${last}=`) ? left.childForFieldName(syntax.memberField) : null;
  const node = member === null ? null : left.parent;
  if (node === null || member === null) return undefined;
  const object = syntax.lower(left.childForFieldName(syntax.objectField ?? 'object'));
  const callee: Expression = { is: 'member', object, name: `${member.text}=`, at: member.startIndex };
  const at = node.startIndex;
  const args = [syntax.lower(node.childForFieldName('right'))];
  return {
    call: { is: 'call', callee, args, keywords: new Map(), at, nameAt: member.startIndex, end: node.endIndex },
    scope: scopeAt(at),
  };
}
