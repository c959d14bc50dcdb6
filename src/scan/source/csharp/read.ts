// A C# file as a module.

import type { Node } from 'web-tree-sitter';
import { CSHARP_ENUMERATIONS, findCSharpGlobal, normaliseCSharp } from '../../../knowledge/languages/csharp.ts';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import { namesOf, startBinder, toRegions, toSite } from '../binder.ts';
import { type CallSyntax, type NamedCall, readCallSites } from '../call-sites.ts';
import { type Captures, groupMatches } from '../captures.ts';
import { type CallSite, compareSites, type Mention, type Module, type Reading } from '../module.ts';
import { parseWith } from '../parser.ts';
import { readReturns } from '../returns.ts';
import {
  bindAssignment,
  bindEnum,
  bindLoop,
  bindParameters,
  bindPattern,
  bindProperty,
  bindUsing,
  bindVariable,
  type CSharpBinder,
} from './bindings.ts';
import { lowerCSharp, lowerCSharpCall, targetType } from './lower.ts';

const QUERY = `
(compilation_unit) @unit
(using_directive) @using
(implicit_object_creation_expression) @implicit
(variable_declarator name: (identifier) @variable)
(property_declaration value: (_)) @property
(assignment_expression left: (identifier) @left right: (_) @value)
(assignment_expression left: (member_access_expression) @left right: (_) @value)
(foreach_statement) @loop
(declaration_pattern) @pattern
(declaration_expression) @pattern
(enum_declaration) @enum
(method_declaration) @function
(return_statement (_) @return)
(arrow_expression_clause (_) @return)
(constructor_declaration) @function
(local_function_statement) @function
(lambda_expression) @function
(class_declaration) @class
(struct_declaration) @class
(record_declaration) @class
(interface_declaration) @class
`;

/** Reads a file and hands its module to `use`; undefined when the parser gave up on it. */
export function readCSharp<T>(text: string, { catalogue, use }: Reading<T>): T | undefined {
  return parseWith('c-sharp', text, { query: QUERY, read: (matches) => use(toModule(groupMatches(matches), catalogue, text)) });
}

function toModule(captured: Captures, catalogue: Catalogue, text: string): Module {
  const of = (kind: string): readonly Node[] => captured(kind).map(({ node }) => node);
  const classes = toRegions('function', of('class'), ownName);
  const regions = [...classes, ...toRegions('function', of('function'), functionName)];
  const opened = startBinder(text, regions);
  const binder: CSharpBinder = { ...opened, classes: new Set(classes.flatMap(({ node }) => opened.scopeOf(node) ?? [])) };
  bindAll(captured, binder);
  const root = captured('unit')[0]?.node;
  const calls = readCallSites({ ...binder, captured, root, catalogue, defined: namesOf(regions), syntax: CALLS });
  const created = of('implicit').flatMap((node) => toCreation(node, catalogue, binder));
  const usings = binder.inclusions.map(({ module }) => module);
  const own = new Set([...classes.map(({ name }) => name), ...of('enum').map(ownName)]);
  return {
    file: binder.file,
    calls: [...calls.sites.filter(isCall), ...created].sort(compareSites),
    callers: calls.named,
    results: readReturns({ returned: of('return'), scopeAt: binder.scopeAt, lower: lowerCSharp }),
    inclusions: binder.inclusions,
    mentions: findMentions({ text, root, catalogue, own }),
    toGlobal: (name) =>
      own.has(name)
        ? undefined
        : (findCSharpGlobal(name, usings) ?? (catalogue.watched !== undefined && /^[A-Z]/.test(name) ? name : undefined)),
    normalise: normaliseCSharp,
  };
}

const CALLS: CallSyntax = {
  lower: lowerCSharp,
  lowerCall: lowerCSharpCall,
  memberField: 'name',
  objectField: 'expression',
  indexName: () => '',
  callOf,
};

const MEMBERS: ReadonlySet<string> = new Set(['member_access_expression', 'member_binding_expression', 'qualified_name']);

function callOf(name: Node): NamedCall | undefined {
  if (name.type !== 'identifier') return undefined;
  const isMember = MEMBERS.has(name.parent?.type ?? '') && name.parent?.childForFieldName('name')?.id === name.id;
  const member = isMember ? name.parent : name;
  // `x?.F()` is a call of the whole `x?.F`.
  const callee = member?.type === 'member_binding_expression' ? member.parent : member;
  const call = callee?.parent ?? null;
  if (callee === null || callee === undefined || call === null) return undefined;
  const called = call.childForFieldName(call.type === 'object_creation_expression' ? 'type' : 'function');
  return called?.id === callee.id ? { call, isPlain: !isMember } : undefined;
}

// What an initialiser sets is told by the construction; `x = …` is no setting of a property.
function isCall({ call }: CallSite): boolean {
  return call.callee.is !== 'unknown';
}

function bindAll(captured: Captures, binder: CSharpBinder): void {
  for (const { node } of captured('using')) bindUsing(node, binder);
  for (const { node } of [...captured('function'), ...captured('class')]) bindParameters(node, binder);
  for (const { node } of captured('variable')) bindVariable(node, binder);
  for (const { node } of captured('property')) bindProperty(node, binder);
  for (const capture of captured('left')) bindAssignment(capture, binder);
  for (const { node } of captured('loop')) bindLoop(node, binder);
  for (const { node } of captured('pattern')) bindPattern(node, binder);
  for (const { node } of captured('enum')) bindEnum(node, binder);
}

/** `RSA key = new(2048)`, where the type that is made stands before the variable. */
function toCreation(node: Node, catalogue: Catalogue, binder: CSharpBinder): readonly CallSite[] {
  const type = targetType(node)?.text.split('.').at(-1) ?? '';
  return catalogue.names.has(type) ? [toSite(lowerCSharpCall(node), binder)] : [];
}

function ownName(node: Node): string {
  return node.childForFieldName('name')?.text ?? '';
}

/** The name of a function, of what a lambda is given to; of a constructor, its class. */
function functionName(node: Node): string {
  const own = node.childForFieldName('name')?.text;
  if (own !== undefined) return own;
  return node.parent?.type === 'variable_declarator' ? (node.parent.childForFieldName('name')?.text ?? '') : '';
}

interface Mentioning {
  readonly text: string;
  readonly root: Node | undefined;
  readonly catalogue: Catalogue;
  readonly own: ReadonlySet<string>;
}

const MEMBER = new RegExp(`\\b(${[...CSHARP_ENUMERATIONS].join('|')})\\s{0,20}\\.\\s{0,20}(\\w{1,100})`, 'g');
const MOST_MENTIONS = 2000;

/** Constants of libraries outside of the calls that take them: a field that holds one, an option, a case of a switch. */
function findMentions({ text, root, catalogue, own }: Mentioning): readonly Mention[] {
  if (root === undefined) return [];
  return [...text.matchAll(MEMBER)]
    .slice(0, MOST_MENTIONS)
    .flatMap(({ 0: all, index, 1: type = '', 2: member = '' }): readonly Mention[] => {
      const name = normaliseCSharp(`${type}.${member}`);
      const constant = own.has(type) ? undefined : catalogue.findConstant(name);
      if (constant === undefined || constant.quiet === true) return [];
      const node = root.descendantForIndex(index, index);
      return node !== null && node.type === 'identifier' && isMention(node, catalogue)
        ? [{ name, at: index + all.lastIndexOf(member) }]
        : [];
    });
}

// What is asked is not yet what is used.
function isComparison(node: Node): boolean {
  if (node.type === 'constant_pattern' || node.type === 'case_switch_label') return true;
  return node.type === 'binary_expression' && /^[!=]=$/.test(node.childForFieldName('operator')?.text ?? '');
}

// Not where the constant is the argument of a call that is read, the value of a variable that others read, a `using` or a label.
function isMention(node: Node, catalogue: Catalogue): boolean {
  let here: Node | null = node;
  while (here !== null && (here.type === 'identifier' || here.type === 'member_access_expression')) here = here.parent;
  if (
    here === null ||
    isComparison(here) ||
    here.type === 'variable_declarator' ||
    here.type === 'using_directive' ||
    here.type === 'qualified_name'
  )
    return false;
  for (let levels = 0; here !== null && levels < 12; levels++, here = here.parent) {
    if (here.type.endsWith('_statement') || here.type === 'lambda_expression' || here.type.endsWith('_declaration')) return true;
    const name = here.childForFieldName('function') ?? here.childForFieldName('type');
    const isCall = here.type === 'invocation_expression' || here.type === 'object_creation_expression';
    if (isCall && catalogue.names.has(name?.text.split('.').at(-1)?.trim() ?? '')) return false;
    const left = here.type === 'assignment_expression' ? here.childForFieldName('left') : null;
    if (left?.type === 'member_access_expression' && catalogue.names.has(`${left.childForFieldName('name')?.text ?? ''}=`)) return false;
  }
  return true;
}
