// A JavaScript or TypeScript file as a module.

import type { Node } from 'web-tree-sitter';
import { JAVASCRIPT_GLOBALS, normaliseJavaScript } from '../../../knowledge/languages/javascript.ts';
import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import { type Binder, namesOf, startBinder, toRegions } from '../binder.ts';
import { type CallSyntax, type NamedCall, nameAt, namesBeforeBrackets, readCallSites } from '../call-sites.ts';
import { type Captures, groupMatches } from '../captures.ts';
import type { Module, Reading } from '../module.ts';
import { parseWith } from '../parser.ts';
import { readReturns } from '../returns.ts';
import { bindAssignment, bindDestructuring, bindEnum, bindField, bindImport, bindLoop, bindParameters, bindVariable } from './bindings.ts';
import { keyOf, lowerJavaScript, lowerJavaScriptCall, moduleName, stringOf } from './lower.ts';

const SHARED = `
(program) @root
(call_expression function: (subscript_expression index: (string) @index))
(variable_declarator name: (identifier) @variable value: (_) @value)
(variable_declarator name: (object_pattern) @pattern value: (_) @value)
(variable_declarator name: (array_pattern) @pattern value: (_) @value)
(for_in_statement left: (_) @loop right: (_) @value)
(assignment_expression left: (identifier) @left right: (_) @value)
(assignment_expression left: (member_expression) @left right: (_) @value)
(import_statement) @import
(function_declaration) @function
(generator_function_declaration) @function
(function_expression) @function
(arrow_function) @function
(return_statement (_) @return)
(arrow_function body: (_) @body)
(method_definition) @function
(class_declaration) @class
(class) @class
`;
const JAVASCRIPT = `${SHARED}\n(field_definition) @field`;
const TYPESCRIPT = `${SHARED}\n(public_field_definition) @field\n(enum_declaration) @enum\n(abstract_class_declaration) @class`;

const BROUGHT = /\b(?:from|require[ \t]{0,4}\(|import[ \t]{0,4}\(?)[ \t]{0,4}['"`]([^'"`\n]{1,200})['"`]/g;
const GLOBAL = /\b(?:crypto|CryptoJS|nacl|forge|KJUR|KEYUTIL|Bun|sjcl)\s{0,20}(?:\?\.|\.|\[|[;,}])/;
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
export function readJavaScript<T>(text: string, { grammar = 'javascript', catalogue, use }: Reading<T>): T | undefined {
  if (catalogue.watched === undefined && !bringsLibrary(text, catalogue)) return use(toModule(groupMatches([]), catalogue, text));
  const query = grammar === 'javascript' ? JAVASCRIPT : TYPESCRIPT;
  return parseWith(grammar, text, { query, read: (matches) => use(toModule(groupMatches(matches), catalogue, text)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const functions = toRegions('function', of('function'), functionName);
  const regions = [...toRegions('class', of('class'), (node) => node.childForFieldName('name')?.text ?? ''), ...functions];
  const binder = startBinder(text, regions);
  for (const node of of('import')) bindImport(node, binder);
  for (const capture of captured('variable')) bindVariable(capture, binder);
  for (const capture of captured('pattern')) bindDestructuring(capture, binder);
  for (const capture of captured('left')) bindAssignment(capture, binder);
  for (const node of of('field')) bindField(node, binder);
  for (const node of of('enum')) bindEnum(node, binder);
  for (const { node } of functions) bindParameters(node, binder);
  for (const capture of captured('loop')) bindLoop(capture, binder);
  const root = captured('root')[0]?.node;
  const calls = readCallSites({ ...binder, captured, root, catalogue, defined: namesOf(regions), syntax: CALLS });
  noteRequires(root, binder);
  return {
    file: binder.file,
    calls: calls.sites,
    callers: calls.named,
    results: readReturns({
      returned: [...of('return'), ...of('body').filter(({ type }) => type !== 'statement_block')],
      scopeAt: binder.scopeAt,
      lower: lowerJavaScript,
    }),
    inclusions: binder.inclusions.map(({ module, at }) => ({ module: normaliseJavaScript(module), at })),
    mentions: [],
    toGlobal: (name) => (JAVASCRIPT_GLOBALS.has(name) ? normaliseJavaScript(name) : undefined),
    normalise: normaliseJavaScript,
  };
}

const CALLS: CallSyntax = {
  lower: lowerJavaScript,
  lowerCall: lowerJavaScriptCall,
  memberField: 'property',
  indexName: stringOf,
  callOf,
};

function callOf(name: Node): NamedCall | undefined {
  const isPlain = name.type === 'identifier';
  const callee = isPlain ? name : name.type === 'property_identifier' && name.parent?.type === 'member_expression' ? name.parent : null;
  const call = callee?.parent ?? null;
  if (callee === null || call === null) return undefined;
  const called = call.childForFieldName(call.type === 'new_expression' ? 'constructor' : 'function');
  return called?.id === callee.id ? { call, isPlain } : undefined;
}

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

// `require('x')` brings in a module wherever it stands.
function noteRequires(root: Node | undefined, { text, inclusions }: Binder): void {
  if (!text.includes('require')) return;
  for (const [at, word] of namesBeforeBrackets(text)) {
    if (word !== 'require') continue;
    const found = nameAt(root, at, word);
    const module = lowerJavaScript((found === undefined ? undefined : callOf(found))?.call ?? null);
    if (module.is === 'module') inclusions.push({ module: module.name, at: module.at });
  }
}
