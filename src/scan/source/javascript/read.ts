// A JavaScript or TypeScript file as a module.

import type { Node } from 'web-tree-sitter';
import { JAVASCRIPT_GLOBALS, normaliseJavaScript } from '../../../knowledge/languages/javascript.ts';
import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import { type CallSyntax, readCallSites } from '../call-sites.ts';
import { type Captures, groupMatches, wordAt } from '../captures.ts';
import { type Inclusion, type Module, nestScopes, type Reading, type Scope, scopeAt } from '../module.ts';
import { parseWith } from '../parser.ts';
import {
  type Binder,
  bindAssignment,
  bindDestructuring,
  bindEnum,
  bindField,
  bindImport,
  bindParameters,
  bindVariable,
} from './bindings.ts';
import { keyOf, lowerJavaScript, lowerJavaScriptCall, moduleName, stringOf } from './lower.ts';

const SHARED = `
(call_expression function: (identifier) @plain)
(call_expression function: (member_expression property: (property_identifier) @method))
(call_expression function: (subscript_expression index: (string) @index))
(new_expression constructor: (identifier) @plain)
(new_expression constructor: (member_expression property: (property_identifier) @method))
(variable_declarator name: (identifier) @variable value: (_) @value)
(variable_declarator name: (object_pattern) @pattern value: (_) @value)
(assignment_expression left: (identifier) @left right: (_) @value)
(assignment_expression left: (member_expression) @left right: (_) @value)
(import_statement) @import
(function_declaration) @function
(generator_function_declaration) @function
(function_expression) @function
(arrow_function) @function
(method_definition) @function
(class_declaration) @class
(class) @class
`;
const JAVASCRIPT = `${SHARED}\n(field_definition) @field`;
const TYPESCRIPT = `${SHARED}\n(public_field_definition) @field\n(enum_declaration) @enum\n(abstract_class_declaration) @class`;

const BROUGHT = /\b(?:from|require[ \t]{0,4}\(|import[ \t]{0,4}\(?)[ \t]{0,4}['"`]([^'"`\n]{1,200})['"`]/g;
const GLOBAL = /\b(?:crypto|CryptoJS|nacl|forge)\s{0,20}(?:\?\.|\.|\[|[;,}])/;
const OVER_TLS: ReadonlySet<string> = new Set(['tls', 'https', 'http2']);

/** True where a known module or a global is named: nothing of a library can be reached otherwise. */
function bringsLibrary(text: string, catalogue: Catalogue): boolean {
  if (GLOBAL.test(text)) return true;
  return [...text.matchAll(BROUGHT)].some(([, written]) => {
    const module = normaliseJavaScript(moduleName(written ?? ''));
    return OVER_TLS.has(module) || findLibrary(catalogue.libraries, module) !== undefined || catalogue.names.has(module);
  });
}

/** Reads a file and hands its module to `use`; undefined when the parser gave up on it. */
export function readJavaScript<T>(text: string, { grammar, catalogue, use }: Reading<T>): T | undefined {
  if (!bringsLibrary(text, catalogue)) return use(toModule(groupMatches([]), catalogue, text));
  const query = grammar === 'javascript' ? JAVASCRIPT : TYPESCRIPT;
  return parseWith(grammar, text, { query, read: (matches) => use(toModule(groupMatches(matches), catalogue, text)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const functions = of('function').map((node) => ({ node, kind: 'function' as const, name: functionName(node) }));
  const classes = of('class').map((node) => ({ node, kind: 'class' as const, name: node.childForFieldName('name')?.text ?? '' }));
  const { file, scopes } = nestScopes(
    [...classes, ...functions].map(({ node, kind, name }) => ({ kind, name, start: node.startIndex, end: node.endIndex })),
    text.length,
  );
  const inclusions: Inclusion[] = [];
  const binder: Binder = { text, scopeAt: (at) => scopeAt(scopes, at), inclusions, aliases: new Set(), targets: new Map() };
  for (const node of of('import')) bindImport(node, binder);
  for (const capture of captured('variable')) bindVariable(capture, binder);
  for (const capture of captured('pattern')) bindDestructuring(capture, binder);
  for (const capture of captured('left')) bindAssignment(capture, binder);
  for (const node of of('field')) bindField(node, binder);
  for (const node of of('enum')) bindEnum(node, binder);
  bindAllParameters(functions, scopes);
  const defined = new Set([...functions.map(({ name }) => name), ...classes.map(({ name }) => name)].filter((name) => name !== ''));
  const calls = readCallSites({ ...binder, captured, catalogue, defined, syntax: CALLS });
  noteRequires(captured, binder);
  return {
    file,
    calls: calls.sites,
    callers: (name) => (defined.has(name) ? calls.named(name) : []),
    inclusions: inclusions.map(({ module, at }) => ({ module: normaliseJavaScript(module), at })),
    mentions: [],
    defined: NOTHING,
    conditionAt: () => undefined,
    toGlobal: (name) => (JAVASCRIPT_GLOBALS.has(name) ? normaliseJavaScript(name) : undefined),
    normalise: normaliseJavaScript,
  };
}

const NOTHING: ReadonlySet<string> = new Set();

const CALLS: CallSyntax = { lower: lowerJavaScript, lowerCall: lowerJavaScriptCall, memberField: 'property', indexName: stringOf };

/** The name of a function, or of what it is given to; of a constructor, its class. */
function functionName(node: Node): string {
  const own = node.childForFieldName('name')?.text;
  if (own === 'constructor') return node.parent?.parent?.childForFieldName('name')?.text ?? '';
  if (own !== undefined) return own;
  const { parent } = node;
  if (parent === null) return '';
  if (parent.type === 'variable_declarator') return parent.childForFieldName('name')?.text ?? '';
  if (parent.type === 'pair') return keyOf(parent.childForFieldName('key'));
  if (parent.type === 'assignment_expression') return parent.childForFieldName('left')?.text.split('.').at(-1) ?? '';
  return parent.type.endsWith('field_definition')
    ? (parent.childForFieldName('name')?.text ?? parent.childForFieldName('property')?.text ?? '')
    : '';
}

function bindAllParameters(functions: readonly { readonly node: Node; readonly name: string }[], scopes: readonly Scope[]): void {
  const byPlace = new Map(scopes.filter(({ kind }) => kind === 'function').map((scope) => [`${scope.start} ${scope.end}`, scope]));
  for (const { node } of functions) {
    const scope = byPlace.get(`${node.startIndex} ${node.endIndex}`);
    if (scope !== undefined) bindParameters(node, scope);
  }
}

// `require('x')` brings in a module wherever it stands.
function noteRequires(captured: Captures, { text, inclusions }: Binder): void {
  for (const { node } of captured('plain')) {
    if (wordAt(text, node.startIndex) !== 'require') continue;
    const module = lowerJavaScript(node.parent);
    if (module.is === 'module') inclusions.push({ module: module.name, at: module.at });
  }
}
