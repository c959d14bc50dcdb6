// A Python file as a module.

import type { Node } from 'web-tree-sitter';
import { normalisePython } from '../../../knowledge/languages/python.ts';
import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import { assignedPathAt, type Captures, groupMatches, pushTo, wordAt } from '../captures.ts';
import type { Expression } from '../expression.ts';
import { type CallSite, type Module, nestScopes, type Reading, scopeAt } from '../module.ts';
import { parseWith } from '../parser.ts';
import { type Binder, bindAllParameters, bindAssignments, bindFrom, bindImport, bindWith } from './bindings.ts';
import { lowerPython, lowerPythonCall } from './lower.ts';

const QUERY = `
(call function: (identifier) @plain)
(call function: (attribute attribute: (identifier) @method))
(assignment left: (identifier) @left right: (_) @value)
(assignment left: (attribute) @left right: (_) @value)
(assignment left: (pattern_list) @several right: (expression_list) @values)
(named_expression name: (identifier) @walrus value: (_) @value)
(import_statement) @import
(import_from_statement) @from
(function_definition) @function
(lambda) @function
(class_definition) @class
(with_item value: (as_pattern) @with)
`;

const IMPORT = /^[ \t]{0,200}(?:from[ \t]{1,20}([\w.]{1,200})|import[ \t]{1,20}([\w., \t]{1,300}))/gm;

/** True where a known module is imported: nothing of a library can be reached otherwise. `os` has one call that matters. */
function bringsLibrary(text: string, catalogue: Catalogue): boolean {
  return [...text.matchAll(IMPORT)].some(([, from, several]) =>
    (from ?? several ?? '').split(',').some((part) => {
      const module = normalisePython(part.trim().split(/\s/)[0] ?? '');
      return findLibrary(catalogue.libraries, module) !== undefined || (module === 'os' && text.includes('urandom'));
    }),
  );
}

/** Reads a file and hands its module to `use`; undefined when the parser gave up on it. */
export function readPython<T>(text: string, { catalogue, use }: Reading<T>): T | undefined {
  if (!bringsLibrary(text, catalogue)) return use(toModule(groupMatches([]), catalogue, text));
  return parseWith('python', text, { query: QUERY, read: (matches) => use(toModule(groupMatches(matches), catalogue, text)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const functions = of('function').map((node) => ({ node, kind: 'function' as const, name: functionName(node) }));
  const classes = of('class').map((node) => ({ node, kind: 'class' as const, name: node.childForFieldName('name')?.text ?? '' }));
  const { file, scopes } = nestScopes(
    [...classes, ...functions].map(({ node, kind, name }) => ({ kind, name, start: node.startIndex, end: node.endIndex })),
    text.length,
  );
  const binder: Binder = { text, scopes, inclusions: [], aliases: new Set(), targets: new Map() };
  for (const node of of('import')) bindImport(node, binder);
  for (const node of of('from')) bindFrom(node, binder);
  bindAssignments(captured, binder);
  for (const node of of('with')) bindWith(node, binder);
  bindAllParameters(functions, scopes);
  const defined = new Set([...functions, ...classes].map(({ name }) => name).filter((name) => name !== ''));
  const calls = readCalls({ captured, catalogue, binder, defined });
  return {
    file,
    calls: calls.sites,
    callers: (name) => (defined.has(name) ? calls.named(name) : []),
    inclusions: binder.inclusions.map(({ module, at }) => ({ module: normalisePython(module), at })),
    mentions: [],
    defined: NOTHING,
    conditionAt: () => undefined,
    toGlobal: () => undefined,
    normalise: normalisePython,
  };
}

const NOTHING: ReadonlySet<string> = new Set();

function functionName(node: Node): string {
  const own = node.childForFieldName('name')?.text;
  if (own === '__init__') return node.parent?.parent?.childForFieldName('name')?.text ?? '';
  return own ?? (node.parent?.type === 'assignment' ? (node.parent.childForFieldName('left')?.text ?? '') : '');
}

interface Calls {
  readonly captured: Captures;
  readonly catalogue: Catalogue;
  readonly binder: Binder;
  readonly defined: ReadonlySet<string>;
}

function readCalls({ captured, catalogue, binder, defined }: Calls): {
  sites: readonly CallSite[];
  named: (name: string) => readonly CallSite[];
} {
  const ofFile = new Map<string, Node[]>();
  const sites: CallSite[] = [];
  const take = (name: Node, isPlain: boolean): void => {
    const word = wordAt(binder.text, name.startIndex);
    const own = defined.has(word);
    if (!own && !catalogue.names.has(word) && !(isPlain && binder.aliases.has(word))) return;
    const call = isPlain ? name.parent : name.parent?.parent;
    if (call === null || call === undefined) return;
    if (own) pushTo(ofFile, word, call);
    if (catalogue.names.has(word) || (isPlain && binder.aliases.has(word))) sites.push(toSite(call, binder));
  };
  for (const { node } of captured('plain')) take(node, true);
  for (const { node } of captured('method')) take(node, false);
  for (const { node } of captured('left')) {
    const setting = toSetting(node, catalogue, binder);
    if (setting !== undefined) sites.push(setting);
  }
  sites.sort((a, b) => a.call.at - b.call.at || b.call.end - a.call.end);
  return { sites, named: (name) => (ofFile.get(name) ?? []).map((node) => toSite(node, binder)) };
}

function toSite(node: Node, binder: Binder): CallSite {
  const call = lowerPythonCall(node);
  const target = binder.targets.get(call.at);
  return { call, scope: scopeAt(binder.scopes, call.at), ...(target === undefined ? {} : { target }) };
}

/** `context.minimum_version = v` is read as a call of `context.minimum_version=`. */
function toSetting(left: Node, catalogue: Catalogue, binder: Binder): CallSite | undefined {
  const last = assignedPathAt(binder.text, left.startIndex)?.split('.').at(-1) ?? '';
  const attribute = catalogue.names.has(`${last}=`) ? left.childForFieldName('attribute') : null;
  const node = attribute === null ? null : left.parent;
  if (node === null || attribute === null) return undefined;
  const object = lowerPython(left.childForFieldName('object'));
  const callee: Expression = { is: 'member', object, name: `${attribute.text}=`, at: attribute.startIndex };
  const at = node.startIndex;
  return {
    call: {
      is: 'call',
      callee,
      args: [lowerPython(node.childForFieldName('right'))],
      keywords: new Map(),
      at,
      nameAt: attribute.startIndex,
      end: node.endIndex,
    },
    scope: scopeAt(binder.scopes, at),
  };
}
