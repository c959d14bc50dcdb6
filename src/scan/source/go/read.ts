// A Go file as a module.

import type { Node } from 'web-tree-sitter';
import { normaliseGo } from '../../../knowledge/languages/go.ts';
import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import { namedOnce, namesOf, startBinder, toRegions } from '../binder.ts';
import { type Captures, groupMatches, pushTo } from '../captures.ts';
import type { Module, Reading, Results, Scope } from '../module.ts';
import { once } from '../once.ts';
import { parseWith } from '../parser.ts';
import { bindAssignment, bindConstants, bindFunction, bindImport, bindVariables, type GoBinder, noteFields, noteType } from './bindings.ts';
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
  if (catalogue.watched === undefined && !bringsLibrary(text, catalogue)) return use(toModule(groupMatches([]), catalogue, text));
  return parseWith('go', text, { query: QUERY, read: (matches) => use(toModule(groupMatches(matches), catalogue, text)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const functions = toRegions('function', [...of('function'), ...of('closure')], functionName);
  const opened = startBinder(text, [...functions, ...toRegions('function', of('block'), () => '')]);
  const binder: GoBinder = { ...opened, catalogue, imports: new Map(), dotted: [], types: new Map() };
  for (const node of of('import')) bindImport(node, binder);
  for (const node of of('type')) noteType(node, binder);
  for (const node of of('type')) noteFields(node, binder);
  for (const { node } of functions) bindFunction(node, binder);
  for (const node of of('variable')) bindVariables(node, binder);
  for (const node of of('const')) bindConstants(node, binder);
  for (const capture of captured('declared')) bindAssignment(capture, true, binder);
  for (const capture of captured('left')) bindAssignment(capture, false, binder);
  const calls = readGoSites({ ...binder, captured, defined: namesOf(functions) });
  const own = namedOnce(functions);
  return {
    file: binder.file,
    calls: calls.sites,
    callers: (name) => (own.has(name) ? calls.named(name) : []),
    inclusions: binder.inclusions,
    results: findResults(of('return'), own, binder),
    mentions: binder.imports.size === 0 ? [] : findGoMentions(text, binder.imports, catalogue),
    toGlobal: (name) => findDotted(name, binder) ?? (binder.types.has(`${name}()`) ? name : undefined),
    normalise: (symbol) => toTyped(symbol, binder.types),
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

// `import . "crypto/sha256"` brings in what the package exports.
function findDotted(name: string, { dotted, catalogue }: GoBinder): string | undefined {
  return dotted
    .map((module) => normaliseGo(`${module}.${name}`))
    .find((symbol) => catalogue.find(symbol) !== undefined || catalogue.findConstant(symbol) !== undefined);
}

// What each function gives back first; of two functions with one name, neither is followed.
function findResults(returned: readonly Node[], own: ReadonlySet<string>, { scopeAt }: GoBinder): (name: string) => Results | undefined {
  const byOwner = new Map<Scope, Results['values'][number][]>();
  const owners = new Map<string, Scope>();
  for (const node of returned) {
    const scope = scopeAt(node.startIndex);
    const owner = namedScope(scope);
    if (owner === undefined || !own.has(owner.name)) continue;
    owners.set(owner.name, owner);
    pushTo(byOwner, owner, { scope, read: once(() => lowerGo(node)) });
  }
  return (name) => {
    const scope = owners.get(name);
    return scope === undefined ? undefined : { scope, values: byOwner.get(scope) ?? [] };
  };
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
