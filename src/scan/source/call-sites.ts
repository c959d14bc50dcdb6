// The calls of a file that matter, in languages whose calls are names, members and assignments to members: JavaScript and Python alike.

import type { Node } from 'web-tree-sitter';
import type { Catalogue } from '../../knowledge/languages/row.ts';
import { assignedPathAt, type Captures, pushTo, wordAt } from './captures.ts';
import type { CallExpression, Expression } from './expression.ts';
import type { CallSite, Scope } from './module.ts';

/** What is particular to a language. */
export interface CallSyntax {
  readonly lower: (node: Node | null) => Expression;
  readonly lowerCall: (node: Node) => CallExpression;
  /** the field that names a member */
  readonly memberField: string;
  /** the name in `object['name'](…)`, where the language has such calls */
  readonly indexName: (node: Node) => string;
}

/** What is known of the names of a file. */
export interface CallReading {
  readonly captured: Captures;
  readonly catalogue: Catalogue;
  readonly syntax: CallSyntax;
  readonly text: string;
  readonly scopeAt: (at: number) => Scope;
  /** local names that may stand for something else's */
  readonly aliases: ReadonlySet<string>;
  /** what takes the value that begins at a place */
  readonly targets: ReadonlyMap<number, string>;
  /** functions and classes of the file's own */
  readonly defined: ReadonlySet<string>;
}

/** Sites of names that the catalogue or an alias knows, in the order of the text; and the calls of a function of the file's own. */
export interface CallSites {
  readonly sites: readonly CallSite[];
  readonly named: (name: string) => readonly CallSite[];
}

/** Reads the captures `plain`, `method`, `index` and `left`. */
export function readCallSites(reading: CallReading): CallSites {
  const { captured, catalogue, defined, aliases, text } = reading;
  const ofFile = new Map<string, Node[]>();
  const sites: CallSite[] = [];
  const take = (name: Node, word: string, isPlain: boolean): void => {
    const own = defined.has(word);
    const matters = catalogue.names.has(word) || (isPlain && aliases.has(word));
    const call = own || matters ? (isPlain ? name.parent : name.parent?.parent) : undefined;
    if (call === null || call === undefined) return;
    if (own) pushTo(ofFile, word, call);
    if (matters) sites.push(toSite(call, reading));
  };
  for (const { node } of captured('plain')) take(node, wordAt(text, node.startIndex), true);
  for (const { node } of captured('method')) take(node, wordAt(text, node.startIndex), false);
  for (const { node } of captured('index')) take(node, reading.syntax.indexName(node), false);
  for (const { node } of captured('left')) {
    const site = toSetting(node, reading);
    if (site !== undefined) sites.push(site);
  }
  sites.sort((a, b) => a.call.at - b.call.at || b.call.end - a.call.end);
  return { sites, named: (name) => (ofFile.get(name) ?? []).map((node) => toSite(node, reading)) };
}

function toSite(node: Node, { syntax, targets, scopeAt }: CallReading): CallSite {
  const call = syntax.lowerCall(node);
  const target = targets.get(call.at);
  return { call, scope: scopeAt(call.at), ...(target === undefined ? {} : { target }) };
}

/** `x.minVersion = v` is read as a call of `x.minVersion=`. */
function toSetting(left: Node, { catalogue, syntax, text, scopeAt }: CallReading): CallSite | undefined {
  const last = assignedPathAt(text, left.startIndex)?.split('.').at(-1) ?? '';
  const member = catalogue.names.has(`${last}=`) ? left.childForFieldName(syntax.memberField) : null;
  const node = member === null ? null : left.parent;
  if (node === null || member === null) return undefined;
  const object = syntax.lower(left.childForFieldName('object'));
  const callee: Expression = { is: 'member', object, name: `${member.text}=`, at: member.startIndex };
  const at = node.startIndex;
  const args = [syntax.lower(node.childForFieldName('right'))];
  return {
    call: { is: 'call', callee, args, keywords: new Map(), at, nameAt: member.startIndex, end: node.endIndex },
    scope: scopeAt(at),
  };
}
