// A Rust file as a module.

import type { Node } from 'web-tree-sitter';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import { normaliseRust, RUST_CRATES, RUST_OWNERS } from '../../../knowledge/languages/rust.ts';
import { namedOnce, namesOf, type Region, startBinder, toRegions } from '../binder.ts';
import { type Captures, groupMatches } from '../captures.ts';
import type { Condition, Module, Reading, Results } from '../module.ts';
import { once } from '../once.ts';
import { parseWith } from '../parser.ts';
import {
  bindAssignment,
  bindCrate,
  bindFunction,
  bindImpl,
  bindItem,
  bindLet,
  bindPattern,
  bindUse,
  noteFields,
  noteType,
  ownType,
  type RustBinder,
} from './bindings.ts';
import { lowerRust } from './lower.ts';
import { findRustMentions } from './mentions.ts';
import { readRustSites } from './sites.ts';
import { openMacros } from './text.ts';

const QUERY = `
(call_expression function: (identifier) @plain)
(call_expression function: (scoped_identifier name: (identifier) @path))
(call_expression function: (field_expression field: (field_identifier) @method))
(call_expression function: (generic_function function: (identifier) @plain))
(call_expression function: (generic_function function: (scoped_identifier name: (identifier) @path)))
(call_expression function: (generic_function function: (field_expression field: (field_identifier) @method)))
(let_declaration pattern: (identifier) @let value: (_) @value)
(let_declaration pattern: (identifier) @unset !value)
(let_declaration pattern: (tuple_pattern) @pattern value: (_) @value)
(let_condition pattern: (tuple_struct_pattern) @taken value: (_) @value)
(assignment_expression left: (_) @left right: (_) @value)
(const_item) @item
(static_item) @item
(type_item) @item
(use_declaration) @use
(extern_crate_declaration) @crate
(function_item) @function
(closure_expression) @closure
(impl_item) @impl
(struct_item) @type
(enum_item) @type
(block) @block
(match_arm) @block
(attribute_item) @attribute
`;

const CRATE = /\b([a-z_]\w{1,40})(?:::|\s{1,20}as\s)/g;

/** True where a known crate is named: nothing of a library can be reached otherwise. */
function bringsLibrary(text: string): boolean {
  for (const [, name = ''] of text.matchAll(CRATE)) {
    if (RUST_CRATES.has(name)) return true;
  }
  return /\bextern crate\b/.test(text);
}

/** Reads a file and hands its module to `use`; undefined when the parser gave up on it. */
export function readRust<T>(text: string, { catalogue, use }: Reading<T>): T | undefined {
  if (catalogue.watched === undefined && !bringsLibrary(text)) return use(toModule(groupMatches([]), catalogue, text));
  const opened = openMacros(text);
  return parseWith('rust', opened, { query: QUERY, read: (matches) => use(toModule(groupMatches(matches), catalogue, opened)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const functions = toRegions('function', [...of('function'), ...of('closure')], functionName);
  const opened = startBinder(text, [...functions, ...toRegions('function', [...of('impl'), ...of('block')], () => '')]);
  const binder: RustBinder = { ...opened, catalogue, imports: new Map(), globs: [], types: new Map() };
  const { file } = binder;
  for (const node of of('crate')) bindCrate(node, binder);
  for (const node of of('use')) bindUse(node, binder);
  for (const node of of('type')) noteType(node, binder);
  for (const node of of('type')) noteFields(node, binder);
  for (const node of of('impl')) bindImpl(node, binder);
  for (const { node } of functions) bindFunction(node, binder);
  for (const node of of('item')) bindItem(node, binder);
  for (const capture of [...captured('let'), ...captured('unset')]) bindLet(capture, binder);
  for (const capture of [...captured('pattern'), ...captured('taken')]) bindPattern(capture, binder);
  for (const capture of captured('left')) bindAssignment(capture, binder);
  const calls = readRustSites({ ...binder, captured, defined: namesOf(functions) });
  const own = namedOnce(functions);
  const attributes = readAttributes(of('attribute'));
  return {
    file,
    calls: calls.sites,
    callers: (name) => (own.has(name) ? calls.named(name) : []),
    inclusions: binder.inclusions,
    results: findResults(functions, own, binder),
    mentions: file.bindings.size === 0 && calls.sites.length === 0 ? [] : findRustMentions(text, binder),
    conditionAt: attributes.conditionAt,
    originAt: (at) => (attributes.isTest(at) ? 'test' : undefined),
    toGlobal: (name) => findGlobal(name, binder),
    normalise: (symbol) => toTyped(normaliseRust(symbol), binder.types),
  };
}

function span(node: Node): { readonly start: number; readonly end: number } {
  return { start: node.startIndex, end: node.endIndex };
}

function functionName(node: Node): string {
  const own = node.childForFieldName('name')?.text;
  if (own !== undefined) return own;
  return node.parent?.type === 'let_declaration' ? (node.parent.childForFieldName('pattern')?.text ?? '') : '';
}

// What the last line of each function is; of two functions with one name, neither is followed.
function findResults(
  functions: readonly Region[],
  own: ReadonlySet<string>,
  { scopeAt, scopeOf }: RustBinder,
): (name: string) => Results | undefined {
  const byName = new Map(functions.map(({ name, node }) => [name, node]));
  return (name) => {
    const node = own.has(name) ? byName.get(name) : undefined;
    const scope = node === undefined ? undefined : scopeOf(node);
    const body = node?.childForFieldName('body') ?? null;
    if (scope === undefined || body === null) return undefined;
    return { scope, values: [{ scope: scopeAt(body.endIndex - 1), read: once(() => lowerRust(body)) }] };
  };
}

function findGlobal(name: string, { globs, catalogue, types }: RustBinder): string | undefined {
  const brought = globs
    .map((module) => normaliseRust(`${module}::${name}`))
    .find((symbol) => (catalogue.find(symbol) ?? catalogue.findConstant(symbol)) !== undefined || RUST_OWNERS.has(symbol));
  if (brought !== undefined) return brought;
  if (RUST_CRATES.has(name)) return name;
  return types.has(`${name}()`) ? name : types.get(ownType(name));
}

const CALLED = /^((?:type:\w{1,100}::)?\w{1,100}\(\))(?=$|::)/;

// A field of the file's own structure, or what a function of its own gives back, is of the type that it is declared with.
function toTyped(symbol: string, types: ReadonlyMap<string, string>): string {
  const direct = types.get(symbol);
  if (direct !== undefined) return direct;
  const [, called = ''] = CALLED.exec(symbol) ?? [];
  const returned = types.get(called);
  return returned === undefined ? symbol : normaliseRust(`${returned}${symbol.slice(called.length)}`);
}

interface Attributes {
  readonly conditionAt: (at: number) => Condition | undefined;
  readonly isTest: (at: number) => boolean;
}

const TEST = /^#\[\s*(?:cfg\s*\(\s*(?:test\b|all\s*\(\s*test\b)|(?:\w{1,30}::)?test\b)/;
const CONDITION = /^#\[\s*cfg\s*\(([\s\S]{1,200})\)\s*\]$/;

/** What attributes say over the items that they stand before: that they are tests, or under which condition they are compiled. */
function readAttributes(nodes: readonly Node[]): Attributes {
  const tests: { readonly start: number; readonly end: number }[] = [];
  const conditions: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const node of nodes.slice(0, 5000)) {
    const text = node.endIndex - node.startIndex > 300 ? '' : node.text;
    const condition = CONDITION.exec(text)?.[1]?.trim().replace(/\s+/g, ' ');
    const isTest = TEST.test(text);
    const tells = isTest || (condition !== undefined && condition !== 'not(test)');
    const item = tells ? itemAfter(node) : undefined;
    if (item === undefined) continue;
    if (isTest) tests.push(span(item));
    else if (condition !== undefined) conditions.push({ ...span(item), text: condition });
  }
  const holds =
    (at: number) =>
    (one: { readonly start: number; readonly end: number }): boolean =>
      one.start <= at && at < one.end;
  return {
    isTest: (at) => tests.some(holds(at)),
    conditionAt: (at) => {
      const over = conditions.filter(holds(at)).map(({ text }) => text);
      return over.length === 0 ? undefined : { text: over.join(' && '), dead: over.includes('any()') };
    },
  };
}

function itemAfter(node: Node): Node | undefined {
  let next = node.nextNamedSibling;
  for (let count = 0; next !== null && count < 20; count++) {
    if (next.type !== 'attribute_item' && !next.type.endsWith('comment')) return next;
    next = next.nextNamedSibling;
  }
  return undefined;
}
