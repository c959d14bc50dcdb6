// Nodes of the C# grammar as expressions. A construction is a call of its type's name; what an object initialiser sets stands among the
// named arguments, under the property's own name.

import type { Node } from 'web-tree-sitter';
import { type CallExpression, type Expression, lazyCall, octets } from '../expression.ts';
import { once } from '../once.ts';

const DEEPEST = 60;
const MOST_ITEMS = 4096;
const WRAPPERS: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'await_expression',
  'checked_expression',
  'postfix_unary_expression',
  'arrow_expression_clause',
  'ref_expression',
]);

/** The expression that a node is; deeper than 60 levels it is unknown. */
export function lowerCSharp(node: Node | null, depth = 0): Expression {
  if (node === null) return { is: 'unknown', at: 0 };
  const at = node.startIndex;
  if (depth > DEEPEST) return { is: 'unknown', at };
  if (WRAPPERS.has(node.type)) return lowerCSharp(node.firstNamedChild, depth + 1);
  const inner = (field: string): Expression => lowerCSharp(node.childForFieldName(field), depth + 1);
  switch (node.type) {
    case 'identifier':
      return { is: 'name', name: node.text.replace(/^@/, ''), at };
    case 'this':
      return { is: 'name', name: 'this', at };
    case 'generic_name':
    case 'argument':
    case 'declaration_pattern':
      return lowerCSharp(node.type === 'argument' ? node.lastNamedChild : node.firstNamedChild, depth + 1);
    case 'alias_qualified_name':
      return inner('name');
    case 'qualified_name':
      return memberOf(inner('qualifier'), node);
    case 'member_access_expression':
      return memberOf(inner('expression'), node);
    case 'conditional_access_expression':
      return lowerCSharp(node.lastNamedChild, depth + 1);
    case 'member_binding_expression':
      return memberOf(lowerCSharp(conditionOf(node), depth + 1), node);
    case 'string_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
      return { is: 'string', value: textOf(node), at };
    case 'interpolated_string_expression':
      return interpolationOf(node, depth);
    case 'integer_literal':
    case 'real_literal':
      return numberOf(node.text, at);
    case 'boolean_literal':
      return { is: 'number', value: node.text === 'true' ? 1 : 0, at };
    case 'null_literal':
      return { is: 'null', at };
    case 'invocation_expression':
      return lowerCall(node, depth);
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return tableOf(node, depth) ?? lowerCall(node, depth);
    case 'binary_expression':
      return binaryOf(node, depth);
    case 'conditional_expression':
      return { is: 'either', options: [inner('consequence'), inner('alternative')], at };
    case 'switch_expression':
      return { is: 'either', options: armsOf(node, depth), at };
    case 'cast_expression':
      return inner('value');
    case 'as_expression':
      return inner('left');
    case 'assignment_expression':
      return inner('right');
    case 'tuple_expression':
    case 'collection_expression':
    case 'initializer_expression':
      return { is: 'list', items: node.namedChildren.slice(0, MOST_ITEMS).map((child) => lowerCSharp(child, depth + 1)), at };
    case 'implicit_array_creation_expression':
    case 'array_creation_expression':
    case 'stackalloc_expression':
    case 'implicit_stackalloc_expression':
      return arrayOf(node, depth);
    case 'element_binding_expression':
      // `[1, 2]` where a value stands: the grammar takes a collection expression for this.
      return { is: 'list', items: node.namedChildren.slice(0, MOST_ITEMS).map((child) => lowerCSharp(child, depth + 1)), at };
    case 'element_access_expression':
      return elementOf(node, depth);
    default:
      return { is: 'unknown', at };
  }
}

function memberOf(object: Expression, node: Node): Expression {
  const field = node.childForFieldName('name');
  const name = field?.type === 'generic_name' ? field.firstNamedChild : field;
  return { is: 'member', object, name: name?.text ?? '', at: name?.startIndex ?? node.startIndex };
}

/** What stands before the `?.` that a binding hangs on. */
function conditionOf(node: Node): Node | null {
  let here: Node | null = node.parent;
  for (let levels = 0; here !== null && levels < 12; levels++, here = here.parent) {
    if (here.type === 'conditional_access_expression') return here.childForFieldName('condition');
  }
  return null;
}

function lowerCall(node: Node, depth: number): Expression {
  const call = lowerCSharpCall(node, depth);
  if (call.callee.is === 'name' && call.callee.name === 'nameof') return nameOf(call);
  if (call.callee.is !== 'member') return call;
  // Names are compared without case; a name as octets is still that name; `Convert.FromHexString` has half as many octets as digits.
  if (/^(?:ToLower|ToUpper|ToLowerInvariant|ToUpperInvariant|Trim)$/.test(call.callee.name)) return call.callee.object;
  const [first] = call.args;
  if (call.callee.name === 'FromHexString' && first?.is === 'string')
    return { is: 'bytes', length: Math.floor(first.value.length / 2), at: call.at };
  if (call.callee.name === 'FromBase64String' && first?.is === 'string')
    return { is: 'bytes', length: Math.floor((first.value.replace(/=+$/, '').length * 3) / 4), at: call.at };
  if (call.callee.name === 'GetBytes' && first?.is === 'string' && call.args.length === 1)
    return { is: 'bytes', length: first.value.length, at: call.at };
  return call;
}

/** `nameof(SHA256)` is the text `SHA256`. */
function nameOf({ args: [first], at }: CallExpression): Expression {
  return first?.is === 'name' || first?.is === 'member' ? { is: 'string', value: first.name, at } : { is: 'unknown', at };
}

/** A call or construction as a call. */
export function lowerCSharpCall(node: Node, depth = 0): CallExpression {
  const calleeNode = node.childForFieldName('function') ?? node.childForFieldName('type') ?? targetType(node);
  const callee = lowerCSharp(calleeNode, depth + 1);
  const given = once(() => argumentsOf(node, depth));
  return lazyCall(callee, { at: node.startIndex, end: node.endIndex }, { args: () => given().args, keywords: () => given().keywords });
}

/** The type that `new(…)` takes from the variable, field or property that it is given to. */
export function targetType(node: Node): Node | null {
  const { parent } = node;
  if (node.type !== 'implicit_object_creation_expression' || parent === null) return null;
  if (parent.type === 'property_declaration') return parent.childForFieldName('type');
  return parent.type === 'variable_declarator' ? (parent.parent?.childForFieldName('type') ?? null) : null;
}

function argumentsOf(node: Node, depth: number): Pick<CallExpression, 'args' | 'keywords'> {
  const args: Expression[] = [];
  const keywords = new Map<string, Expression>();
  const list = node.childForFieldName('arguments') ?? node.namedChildren.find((child) => child.type === 'argument_list');
  let position = 0;
  for (const [index, child] of (list?.namedChildren ?? []).entries()) {
    if (child.type !== 'argument') continue;
    const name = child.childForFieldName('name')?.text;
    const value = lowerCSharp(child.lastNamedChild, depth + 1);
    if (name !== undefined) keywords.set(name, value);
    // A named argument before others stands in its own place (C# specification §12.6.2.1).
    if (name === undefined) args[position] = value;
    else if (list?.namedChildren.slice(index + 1).some(isPositional)) args[position] = value;
    position++;
  }
  const initializer = node.childForFieldName('initializer') ?? node.namedChildren.find((child) => child.type === 'initializer_expression');
  for (const child of initializer?.namedChildren.slice(0, 200) ?? []) {
    const left = child.type === 'assignment_expression' ? child.childForFieldName('left') : null;
    if (left?.type === 'identifier') keywords.set(left.text, lowerCSharp(child.childForFieldName('right'), depth + 1));
  }
  return { args, keywords };
}

function isPositional(node: Node): boolean {
  return node.type === 'argument' && node.childForFieldName('name') === null;
}

/** `new() { ["a"] = x }`, `new Dictionary<string, T> { { "a", x } }`: a table with its entries; undefined for what is none. */
function tableOf(node: Node, depth: number): Expression | undefined {
  const initializer = node.childForFieldName('initializer') ?? node.namedChildren.find((child) => child.type === 'initializer_expression');
  const entries = new Map<string, Expression>();
  for (const child of initializer?.namedChildren.slice(0, MOST_ITEMS) ?? []) {
    if (child.type === 'comment') continue;
    const left = child.type === 'assignment_expression' ? child.childForFieldName('left') : child.firstNamedChild;
    const right = child.type === 'assignment_expression' ? child.childForFieldName('right') : child.namedChild(1);
    const isEntry = left?.type === 'element_binding_expression' || (child.type === 'initializer_expression' && child.namedChildCount === 2);
    if (!isEntry || left === null || right === null) return undefined;
    const key = lowerCSharp(left.type === 'element_binding_expression' ? left.firstNamedChild : left, depth + 1);
    if (key.is === 'string' || key.is === 'number') entries.set(String(key.value), lowerCSharp(right, depth + 1));
    else if (key.is === 'member') entries.set(key.name, lowerCSharp(right, depth + 1));
  }
  return entries.size === 0 ? undefined : { is: 'object', entries, spreads: [], at: node.startIndex };
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{1,4}|.)/g;

/** The value of a string literal; an escape counts as one character. */
function textOf(node: Node): string {
  const { text } = node;
  if (node.type === 'verbatim_string_literal') return text.slice(2, -1).replaceAll('""', '"').slice(0, 8192);
  if (node.type === 'raw_string_literal') return text.replace(/^"+|"+$/g, '').slice(0, 8192);
  return text
    .replace(/^"|"(?:u8)?$/g, '')
    .slice(0, 8192)
    .replace(ESCAPE, (one) => (one.length === 2 ? one.slice(1) : '?'));
}

function interpolationOf(node: Node, depth: number): Expression {
  const parts = node.namedChildren.flatMap((child): Expression[] => {
    if (child.type === 'string_content') return [{ is: 'string', value: child.text, at: child.startIndex }];
    if (child.type !== 'interpolation') return [];
    const hole = child.namedChildren.find((one) => one.type !== 'interpolation_brace');
    return [lowerCSharp(hole ?? null, depth + 1)];
  });
  const empty: Expression = { is: 'string', value: '', at: node.startIndex };
  return parts.slice(0, 20).reduce((left, right) => ({ is: 'operation', operator: '+', left, right, at: node.startIndex }), empty);
}

function numberOf(written: string, at: number): Expression {
  const value = Number(written.replaceAll('_', '').replace(/(?<=\d)[uUlLmMfFdD]+$/, ''));
  return Number.isFinite(value) ? { is: 'number', value, at } : { is: 'unknown', at };
}

function binaryOf(node: Node, depth: number): Expression {
  const at = node.startIndex;
  const left = lowerCSharp(node.childForFieldName('left'), depth + 1);
  const right = lowerCSharp(node.childForFieldName('right'), depth + 1);
  const operator = node.childForFieldName('operator')?.text ?? '';
  if (operator === '??') return { is: 'either', options: [left, right], at };
  // Flags of an enumeration: all of them.
  if (operator === '|') return { is: 'list', items: [...flagsOf(left), ...flagsOf(right)], at };
  return operator === 'as' ? left : { is: 'operation', operator, left, right, at };
}

function flagsOf(expression: Expression): readonly Expression[] {
  return expression.is === 'list' ? expression.items : [expression];
}

function armsOf(node: Node, depth: number): readonly Expression[] {
  const arms = node.namedChildren.filter((child) => child.type === 'switch_expression_arm').slice(0, 20);
  return arms.map((arm) => lowerCSharp(arm.lastNamedChild, depth + 1)).filter(({ is }) => is !== 'unknown');
}

const OCTET_TYPES: ReadonlySet<string> = new Set(['byte', 'sbyte', 'Byte']);

/** `new byte[32]`, `stackalloc byte[16]`: octets of a length that can be told; other arrays are lists. */
function arrayOf(node: Node, depth: number): Expression {
  const at = node.startIndex;
  const items = node.namedChildren.find((child) => child.type === 'initializer_expression');
  const type = node.childForFieldName('type');
  const isOctets = OCTET_TYPES.has(type?.childForFieldName('type')?.text ?? '');
  const list = items === undefined ? undefined : lowerCSharp(items, depth + 1);
  if (isOctets && list?.is === 'list') return { is: 'bytes', length: list.items.length, at };
  if (list !== undefined) return list;
  const size = isOctets ? type?.childForFieldName('rank')?.firstNamedChild : undefined;
  if (size === null || size === undefined) return { is: 'unknown', at };
  return octets(lowerCSharp(size, depth + 1), at);
}

/** `table["SHA256"]`. */
function elementOf(node: Node, depth: number): Expression {
  const index = node.childForFieldName('subscript')?.firstNamedChild;
  const key = lowerCSharp(index ?? null, depth + 1);
  const object = lowerCSharp(node.childForFieldName('expression'), depth + 1);
  if (key.is === 'string' || key.is === 'number') return { is: 'member', object, name: String(key.value), at: key.at };
  if (key.is !== 'name' && key.is !== 'member') return { is: 'unknown', at: node.startIndex };
  return { is: 'operation', operator: 'field', left: object, right: key, at: key.at };
}
