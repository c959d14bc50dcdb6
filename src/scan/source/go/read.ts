// A Go file as a module.

import type { Node } from 'web-tree-sitter';
import { normaliseGo } from '../../../knowledge/languages/go.ts';
import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import { type Captures, groupMatches } from '../captures.ts';
import { type Module, nestScopes, type Reading, type Results, type Scope, scopeAt } from '../module.ts';
import { once } from '../once.ts';
import { parseWith } from '../parser.ts';
import { type Binder, bindAssignment, bindConstants, bindFunction, bindImport, bindVariables, noteFields, noteType } from './bindings.ts';
import { lowerGo } from './lower.ts';
import { findGoMentions } from './mentions.ts';
import { readGoSites } from './sites.ts';

const QUERY = `
(call_expression function: (identifier) @plain)
(call_expression function: (selector_expression field: (field_identifier) @method))
(composite_literal type: (qualified_type name: (type_identifier) @literal))
(short_var_declaration left: (_) @declared right: (_) @value)
(assignment_statement left: (_) @left right: (_) @value)
(var_spec) @variable
(const_declaration) @const
(import_spec) @import
(type_spec) @type
(type_alias) @type
(function_declaration) @function
(method_declaration) @function
(func_literal) @closure
(block) @block
(if_statement) @block
(for_statement) @block
(expression_switch_statement) @block
(type_switch_statement) @block
(return_statement (expression_list . (_) @return))
(expression_case) @block
(type_case) @block
`;

const IMPORT = /^[ \t]{0,20}(?:import[ \t]{1,20})?\(?[ \t]{0,20}(?:[\w.]{1,100}[ \t]{1,20})?"([\w./~-]{1,300})"/gm;

/** True where a known package is imported: nothing of a library can be reached otherwise. */
function bringsLibrary(text: string, catalogue: Catalogue): boolean {
  return [...text.matchAll(IMPORT)].some(([, path = '']) => {
    const module = normaliseGo(path);
    return findLibrary(catalogue.libraries, module) !== undefined || (module === 'net/http' && text.includes('ListenAndServeTLS'));
  });
}

/** Reads a file and hands its module to `use`; undefined when the parser gave up on it. */
export function readGo<T>(text: string, { catalogue, use }: Reading<T>): T | undefined {
  if (!bringsLibrary(text, catalogue)) return use(toModule(groupMatches([]), catalogue, text));
  return parseWith('go', text, { query: QUERY, read: (matches) => use(toModule(groupMatches(matches), catalogue, text)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const functions = [...of('function'), ...of('closure')];
  const { file, scopes } = nestScopes(
    [
      ...functions.map((node) => ({ kind: 'function' as const, name: functionName(node), start: node.startIndex, end: node.endIndex })),
      ...of('block').map((node) => ({ kind: 'function' as const, name: '', start: node.startIndex, end: node.endIndex })),
    ],
    text.length,
  );
  const binder = startBinder({ text, catalogue, file, scopes });
  for (const node of of('import')) bindImport(node, binder);
  for (const node of of('type')) noteType(node, binder);
  for (const node of of('type')) noteFields(node, binder);
  bindAllFunctions(functions, scopes, binder);
  for (const node of of('variable')) bindVariables(node, binder);
  for (const node of of('const')) bindConstants(node, binder);
  for (const capture of captured('declared')) bindAssignment(capture, true, binder);
  for (const capture of captured('left')) bindAssignment(capture, false, binder);
  const defined = new Set(functions.map(functionName).filter((name) => name !== ''));
  const calls = readGoSites({ ...binder, captured, defined });
  return {
    file,
    calls: calls.sites,
    callers: (name) => (isOnce(name, functions) ? calls.named(name) : []),
    inclusions: binder.inclusions,
    results: findResults(of('return'), scopes, functions),
    mentions: binder.imports.size === 0 ? [] : findGoMentions(text, binder.imports, catalogue),
    defined: NOTHING,
    conditionAt: () => undefined,
    toGlobal: (name) => findDotted(name, binder) ?? (binder.types.has(`${name}()`) ? name : undefined),
    normalise: (symbol) => toTyped(symbol, binder.types),
  };
}

const NOTHING: ReadonlySet<string> = new Set();

// Of two functions with one name it cannot be told which is called.
function isOnce(name: string, functions: readonly Node[]): boolean {
  return functions.filter((node) => functionName(node) === name).length === 1;
}

function startBinder(facts: Pick<Binder, 'text' | 'catalogue' | 'file'> & { readonly scopes: readonly Scope[] }): Binder {
  const { text, catalogue, file, scopes } = facts;
  return {
    text,
    catalogue,
    file,
    scopeAt: (at) => scopeAt(scopes, at),
    inclusions: [],
    imports: new Map(),
    dotted: [],
    aliases: new Set(),
    targets: new Map(),
    types: new Map(),
  };
}

/** The name of a function or method; of a function literal, of what it is given to. */
function functionName(node: Node): string {
  const own = node.childForFieldName('name')?.text;
  if (own !== undefined) return own;
  const holder = node.parent?.parent;
  if (holder?.type === 'short_var_declaration') return holder.childForFieldName('left')?.text ?? '';
  return holder?.type === 'var_spec' ? (holder.childForFieldName('name')?.text ?? '') : '';
}

function bindAllFunctions(functions: readonly Node[], scopes: readonly Scope[], binder: Binder): void {
  const byPlace = new Map(scopes.map((scope) => [`${scope.start} ${scope.end}`, scope]));
  for (const node of functions) {
    const scope = byPlace.get(`${node.startIndex} ${node.endIndex}`);
    if (scope !== undefined) bindFunction(node, scope, binder);
  }
}

// `import . "crypto/sha256"` brings in what the package exports.
function findDotted(name: string, { dotted, catalogue }: Binder): string | undefined {
  return dotted
    .map((module) => normaliseGo(`${module}.${name}`))
    .find((symbol) => catalogue.find(symbol) !== undefined || catalogue.findConstant(symbol) !== undefined);
}

// What each function gives back first; of two functions with one name, neither is followed.
function findResults(
  returned: readonly Node[],
  scopes: readonly Scope[],
  functions: readonly Node[],
): (name: string) => Results | undefined {
  const byName = new Map<string, Results | undefined>();
  const counts = new Map<string, number>();
  for (const name of functions.map(functionName)) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const node of returned) {
    const scope = scopeAt(scopes, node.startIndex);
    const owner = namedScope(scope);
    if (owner === undefined || counts.get(owner.name) !== 1) continue;
    const value = { scope, read: once(() => lowerGo(node)) };
    byName.set(owner.name, { scope: owner, values: [...(byName.get(owner.name)?.values ?? []), value] });
  }
  return (name) => byName.get(name);
}

function namedScope(scope: Scope): Scope | undefined {
  let here: Scope | undefined = scope;
  while (here !== undefined && here.name === '') here = here.parent;
  return here;
}

const CALLED = /^((?:type:\w{1,100}\.)?\w{1,100}\(\))(?=$|\.)/;

// A field of the file's own structure, or what a function of its own gives back, is of the type that it is declared with.
function toTyped(symbol: string, types: ReadonlyMap<string, string>): string {
  const direct = types.get(symbol);
  if (direct !== undefined) return direct;
  const [, called = ''] = CALLED.exec(symbol) ?? [];
  const returned = types.get(called);
  return returned === undefined ? normaliseGo(symbol) : normaliseGo(`${returned}${symbol.slice(called.length)}`);
}
