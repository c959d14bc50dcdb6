// The calls of a Go file that matter: of functions and methods, literals of a library's structures, fields that are set, and the items of
// lists in which an SSH configuration names its algorithms.

import type { Node } from 'web-tree-sitter';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import { toSite } from '../binder.ts';
import type { CallSites } from '../call-sites.ts';
import { type Captures, pushTo, wordAt } from '../captures.ts';
import type { CallExpression, Expression } from '../expression.ts';
import { type CallSite, compareSites } from '../module.ts';
import { assignedNames, type GoBinder } from './bindings.ts';
import { lowerGo, lowerGoCall } from './lower.ts';

/** What is known of the names of a file. */
export interface SiteReading extends GoBinder {
  readonly captured: Captures;
  readonly defined: ReadonlySet<string>;
}

/** Sites of names that the catalogue or an alias knows, in the order of the text; and the calls of a function of the file's own. */
export function readGoSites(reading: SiteReading): CallSites {
  const { captured, catalogue, defined, aliases, text } = reading;
  const ofFile = new Map<string, Node[]>();
  const sites: CallSite[] = [];
  for (const { node } of captured('plain')) {
    const word = wordAt(text, node.startIndex);
    if (defined.has(word)) pushTo(ofFile, word, node);
    if (catalogue.names.has(word) || aliases.has(word)) take(sites, node.parent, reading);
  }
  for (const { node } of captured('method')) {
    const word = wordAt(text, node.startIndex);
    if (defined.has(word)) pushTo(ofFile, word, node);
    if (catalogue.names.has(word) || aliases.has(`.${word}`)) take(sites, node.parent?.parent ?? null, reading);
  }
  for (const { node } of captured('literal')) {
    if (catalogue.names.has(wordAt(text, node.startIndex))) takeLiteral(sites, node.parent?.parent ?? null, reading);
  }
  for (const { node, value } of captured('left')) takeSetting(sites, node, value, reading);
  sites.sort(compareSites);
  const callersOf = (name: string): readonly CallSite[] =>
    (ofFile.get(name) ?? []).flatMap((node) => (isOfPackage(node, reading) ? [] : sitesOf(callOf(node), reading)));
  return { sites, named: callersOf };
}

function callOf(name: Node): Node | null {
  return name.parent?.type === 'call_expression' ? name.parent : (name.parent?.parent ?? null);
}

// `other.New(…)` is no call of the file's own `New`.
function isOfPackage(name: Node, { text, imports }: SiteReading): boolean {
  return name.type === 'field_identifier' && imports.has(wordAt(text, name.parent?.startIndex ?? name.startIndex));
}

function take(sites: CallSite[], call: Node | null, reading: SiteReading): void {
  sites.push(...sitesOf(call, reading));
}

function sitesOf(node: Node | null, reading: SiteReading): readonly CallSite[] {
  return node === null ? [] : [siteOf(lowerGoCall(node), reading)];
}

// `x := &T{…}` takes what begins at the sign.
function siteOf(call: CallExpression, reading: SiteReading): CallSite {
  return toSite(call, reading, reading.text[call.at - 1] === '&' ? call.at - 1 : call.at);
}

// A library's structure: and where its fields list names of algorithms, each of them by itself.
function takeLiteral(sites: CallSite[], node: Node | null, reading: SiteReading): void {
  if (node?.type !== 'composite_literal') return;
  const call = lowerGoCall(node);
  sites.push(siteOf(call, reading));
  if (!reading.catalogue.names.has('Ciphers[]') || !/Ciphers|KeyExchanges|MACs|Algorithms/.test(node.text)) return;
  for (const [field, value] of call.keywords) takeItems(sites, { owner: call.callee, field, value }, reading);
}

interface Listed {
  readonly owner: Expression;
  readonly field: string;
  readonly value: Expression;
}

function takeItems(sites: CallSite[], { owner, field, value }: Listed, reading: SiteReading): void {
  if (value.is !== 'list' || !reading.catalogue.names.has(`${field}[]`)) return;
  for (const item of value.items.slice(0, 100)) {
    const callee: Expression = { is: 'member', object: owner, name: `${field}[]`, at: item.at };
    // A place of its own: the use is not told by the list that it stands in.
    const at = item.at - 1;
    sites.push({ call: { ...toCall(callee, item, item.at + 1), at, nameAt: at }, scope: reading.scopeAt(at) });
  }
}

function toCall(callee: Expression, argument: Expression, end: number): CallExpression {
  return { is: 'call', callee, args: [argument], keywords: new Map(), at: argument.at, nameAt: argument.at, end };
}

// `config.MinVersion = v` is read as a call of `config.MinVersion=`; a list of names, name by name.
function takeSetting(sites: CallSite[], left: Node, value: Node | undefined, reading: SiteReading): void {
  const [path = '', ...others] = assignedNames(reading.text, left.startIndex);
  const field = path.slice(path.lastIndexOf('.') + 1);
  if (others.length > 0 || field === path || value === undefined || !isSetting(field, reading.catalogue)) return;
  const member = lowerGo(left);
  if (member.is !== 'member') return;
  const set = lowerGo(value);
  takeItems(sites, { owner: member.object, field, value: set }, reading);
  if (set.is === 'list' && reading.catalogue.names.has(`${field}[]`)) return;
  const callee: Expression = { ...member, name: `${field}=` };
  const call: CallExpression = { ...toCall(callee, set, value.endIndex), at: left.startIndex, nameAt: member.at };
  sites.push({ call, scope: reading.scopeAt(left.startIndex) });
}

function isSetting(field: string, catalogue: Catalogue): boolean {
  return catalogue.names.has(`${field}=`);
}
