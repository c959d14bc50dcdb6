// A Python file as a module.

import type { Node } from 'web-tree-sitter';
import { normalisePython } from '../../../knowledge/languages/python.ts';
import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import { type CallSyntax, readCallSites } from '../call-sites.ts';
import { type Captures, groupMatches } from '../captures.ts';
import { type Module, nestScopes, type Reading, scopeAt } from '../module.ts';
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
  const calls = readCallSites({ ...binder, captured, catalogue, defined, syntax: CALLS, scopeAt: (at) => scopeAt(scopes, at) });
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

const CALLS: CallSyntax = { lower: lowerPython, lowerCall: lowerPythonCall, memberField: 'attribute', indexName: () => '' };

function functionName(node: Node): string {
  const own = node.childForFieldName('name')?.text;
  if (own === '__init__') return node.parent?.parent?.childForFieldName('name')?.text ?? '';
  return own ?? (node.parent?.type === 'assignment' ? (node.parent.childForFieldName('left')?.text ?? '') : '');
}
