// A Python file as a module.

import type { Node } from 'web-tree-sitter';
import { normalisePython } from '../../../knowledge/languages/python.ts';
import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import { namesOf, startBinder, toRegions } from '../binder.ts';
import { type CallSyntax, type NamedCall, readCallSites } from '../call-sites.ts';
import { type Captures, groupMatches } from '../captures.ts';
import { type CallSite, compareSites, type Module, type Reading, type Scope } from '../module.ts';
import { parseWith } from '../parser.ts';
import { readReturns } from '../returns.ts';
import { bindAssignments, bindFrom, bindImport, bindLoop, bindParameters, bindWith, type PythonBinder } from './bindings.ts';
import { lowerPython, lowerPythonCall } from './lower.ts';
import { findMentions } from './mentions.ts';

const QUERY = `
(module) @root
(assignment left: (identifier) @left right: (_) @value)
(assignment left: (attribute) @left right: (_) @value)
(assignment left: (pattern_list) @several right: (expression_list) @values)
(named_expression name: (identifier) @walrus value: (_) @value)
(import_statement) @import
(import_from_statement) @from
(function_definition) @function
(return_statement (_) @return)
(lambda body: (_) @return)
(lambda) @function
(class_definition) @class
(with_item value: (as_pattern) @with)
(for_statement) @loop
(for_in_clause) @loop
(call function: (call function: (identifier) @getter))
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
  if (catalogue.watched === undefined && !bringsLibrary(text, catalogue)) return use(toModule(groupMatches([]), catalogue, text));
  return parseWith('python', text, { query: QUERY, read: (matches) => use(toModule(groupMatches(matches), catalogue, text)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const functions = toRegions('function', of('function'), functionName);
  const regions = [...toRegions('class', of('class'), (node) => node.childForFieldName('name')?.text ?? ''), ...functions];
  const binder: PythonBinder = { ...startBinder(text, regions), stars: [] };
  const { file, scopeAt } = binder;
  const root = captured('root')[0]?.node;
  for (const node of of('import')) bindImport(node, binder);
  for (const node of of('from')) bindFrom(node, binder);
  bindAssignments(captured, binder);
  for (const node of of('with')) bindWith(node, binder);
  for (const node of of('loop')) bindLoop(node, binder);
  for (const { node } of functions) bindParameters(node, binder);
  const calls = readCallSites({ ...binder, captured, root, catalogue, defined: namesOf(regions), syntax: CALLS });
  const got = of('getter').flatMap((node) => toGot(node, scopeAt));
  return {
    file,
    calls: got.length === 0 ? calls.sites : [...calls.sites, ...got].sort(compareSites),
    callers: calls.named,
    results: readReturns({ returned: of('return'), scopeAt, lower: lowerPython }),
    inclusions: binder.inclusions.map(({ module, at }) => ({ module: normalisePython(module), at })),
    mentions: findMentions({ text, root, catalogue, file }),
    toGlobal: (name) => findStarred(name, binder.stars, catalogue),
    normalise: normalisePython,
  };
}

// `from … import *`: a name of the module, as far as the catalogue knows it.
function findStarred(name: string, stars: readonly string[], catalogue: Catalogue): string | undefined {
  const symbols = stars.map((module) => normalisePython(`${module}.${name}`));
  const isKnown = (symbol: string): boolean => catalogue.find(symbol) !== undefined || catalogue.findConstant(symbol) !== undefined;
  return (
    symbols.find((symbol) => isKnown(symbol) || symbol !== `${symbol.split('.').slice(0, -1).join('.')}.${name}`) ??
    symbols.find(() => /^[A-Z]/.test(name))
  );
}

const CALLS: CallSyntax = { lower: lowerPython, lowerCall: lowerPythonCall, memberField: 'attribute', indexName: () => '', callOf };

function callOf(name: Node): NamedCall | undefined {
  const isMember = name.parent?.type === 'attribute' && name.parent.childForFieldName('attribute')?.id === name.id;
  const callee = isMember ? name.parent : name.type === 'identifier' ? name : null;
  const call = callee?.parent ?? null;
  if (callee === null || call === null || call.type !== 'call') return undefined;
  return call.childForFieldName('function')?.id === callee.id ? { call, isPlain: !isMember } : undefined;
}

// `getattr(hashes, name)()`.
function toGot(name: Node, at: (place: number) => Scope): readonly CallSite[] {
  const call = name.text === 'getattr' ? name.parent?.parent : undefined;
  return call === null || call === undefined ? [] : [{ call: lowerPythonCall(call), scope: at(call.startIndex) }];
}

function functionName(node: Node): string {
  const own = node.childForFieldName('name')?.text;
  if (own === '__init__') return node.parent?.parent?.childForFieldName('name')?.text ?? '';
  return own ?? (node.parent?.type === 'assignment' ? (node.parent.childForFieldName('left')?.text ?? '') : '');
}
