// Nodes of the Go grammar as expressions. A literal of a library's struct is a call of its type with the fields as keywords; a type is the
// name that it is. Go Programming Language Specification.

import type { Node } from 'web-tree-sitter';
import { type CallExpression, type Expression, lazyCall, octets } from '../expression.ts';

const DEEPEST = 60;
const MOST_ITEMS = 4096;

/** The expression that a node is; deeper than 60 levels it is unknown. Pointers, dereferences and type assertions are what they hold. */
export function lowerGo(node: Node | null, depth = 0): Expression {
  if (node === null) return { is: 'unknown', at: 0 };
  const at = node.startIndex;
  if (depth > DEEPEST) return { is: 'unknown', at };
  const inner = (field: string): Expression => lowerGo(node.childForFieldName(field), depth + 1);
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'field_identifier':
    case 'package_identifier':
      return { is: 'name', name: node.text, at };
    case 'iota':
      return { is: 'name', name: 'iota', at };
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { is: 'string', value: textOf(node), at };
    case 'int_literal':
      return numberOf(node.text, at);
    case 'true':
    case 'false':
      return { is: 'number', value: node.type === 'true' ? 1 : 0, at };
    case 'nil':
      return { is: 'null', at };
    case 'selector_expression':
      return selectorOf(node, depth);
    case 'qualified_type':
      return memberOf(inner('package'), node.childForFieldName('name'), at);
    case 'pointer_type':
    case 'parenthesized_type':
    case 'parenthesized_expression':
    case 'literal_element':
    case 'type_elem':
    case 'expression_list':
      return lowerGo(node.firstNamedChild, depth + 1);
    case 'generic_type':
    case 'type_assertion_expression':
      return inner('type');
    case 'type_instantiation_expression':
      return inner('type');
    case 'type_conversion_expression':
      return conversionOf(node, depth);
    case 'unary_expression':
      return unaryOf(node, depth);
    case 'binary_expression':
      return { is: 'operation', operator: node.childForFieldName('operator')?.text ?? '', left: inner('left'), right: inner('right'), at };
    case 'slice_expression':
      return sliceOf(node, depth);
    case 'index_expression':
      return indexOf(node, depth);
    case 'array_type':
      return arrayTypeOf(node, depth);
    case 'composite_literal':
      return compositeOf(node, depth);
    case 'literal_value':
      return literalOf(node, depth);
    case 'func_literal':
      return returnedBy(node, depth);
    case 'call_expression':
      return lowerCall(node, depth);
    default:
      return { is: 'unknown', at };
  }
}

const KEY_PACKAGES = /^(?:rsa|ecdsa|ed25519|dsa|ecdh|x509|ssh|mldsa|packet)$/;

// The public half of a key has its size and curve: `key.PublicKey` is `key`, `rsa.PublicKey` a type.
function selectorOf(node: Node, depth: number): Expression {
  const field = node.childForFieldName('field');
  const object = lowerGo(node.childForFieldName('operand'), depth + 1);
  const isHalf = field?.text === 'PublicKey' && !(object.is === 'name' && KEY_PACKAGES.test(object.name));
  return isHalf ? object : memberOf(object, field, node.startIndex);
}

function memberOf(object: Expression, field: Node | null, at: number): Expression {
  return { is: 'member', object, name: field?.text ?? '', at: field?.startIndex ?? at };
}

/** The text of a string literal; escapes stay as they are written. */
export function textOf(node: Node | null): string {
  return node === null ? '' : node.text.slice(1, -1).slice(0, 8192);
}

function numberOf(written: string, at: number): Expression {
  const digits = written.replaceAll('_', '');
  const value = Number(/^0\d+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return Number.isFinite(value) ? { is: 'number', value, at } : { is: 'unknown', at };
}

function unaryOf(node: Node, depth: number): Expression {
  const operator = node.childForFieldName('operator')?.text;
  const operand = node.childForFieldName('operand');
  return operator === '&' || operator === '*' || operator === '+' ? lowerGo(operand, depth + 1) : { is: 'unknown', at: node.startIndex };
}

// `[]byte("…")` is octets; of a named type, `Mode("gcm")`, the value.
function conversionOf(node: Node, depth: number): Expression {
  const operand = lowerGo(node.childForFieldName('operand'), depth + 1);
  const type = node.childForFieldName('type');
  if (type?.type === 'generic_type') {
    const place = { at: node.startIndex, end: node.endIndex };
    return lazyCall(lowerGo(type, depth + 1), place, { args: () => [operand] });
  }
  return isBytes(type) && operand.is === 'string' ? { is: 'bytes', length: octetsOf(operand.value), at: operand.at } : operand;
}

function isBytes(type: Node | null): boolean {
  const element = type?.type === 'slice_type' || type?.type === 'array_type' ? type.childForFieldName('element')?.text : undefined;
  return element === 'byte' || element === 'uint8';
}

// Escapes of one octet and of characters count one each: enough for key material.
function octetsOf(text: string): number {
  return text.replace(/\\x[0-9a-fA-F]{2}|\\[0-7]{3}|\\./g, '.').length;
}

// `x[:]` is `x`; `x[:16]` is sixteen octets.
function sliceOf(node: Node, depth: number): Expression {
  const [start, end] = [node.childForFieldName('start'), node.childForFieldName('end')];
  if (start === null && end === null) return lowerGo(node.childForFieldName('operand'), depth + 1);
  if (end === null) return { is: 'unknown', at: node.startIndex };
  const last = lowerGo(end, depth + 1);
  const at = node.startIndex;
  if (start === null) return octets(last, at);
  return octets({ is: 'operation', operator: '-', left: last, right: lowerGo(start, depth + 1), at }, at);
}

function indexOf(node: Node, depth: number): Expression {
  const index = node.childForFieldName('index');
  const object = lowerGo(node.childForFieldName('operand'), depth + 1);
  if (index === null) return { is: 'unknown', at: node.startIndex };
  const key = keyOf(lowerGo(index, depth + 1));
  return key === undefined ? { is: 'unknown', at: node.startIndex } : { is: 'member', object, name: key, at: index.startIndex };
}

// `[32]byte` as the type of a variable: so many octets.
function arrayTypeOf(node: Node, depth: number): Expression {
  const length = node.childForFieldName('length');
  return isBytes(node) && length !== null ? octets(lowerGo(length, depth + 1), node.startIndex) : { is: 'unknown', at: node.startIndex };
}

function compositeOf(node: Node, depth: number): Expression {
  const type = node.childForFieldName('type');
  const body = node.childForFieldName('body');
  if (isBytes(type)) return type?.type === 'array_type' ? arrayTypeOf(type, depth) : bytesOf(body, node.startIndex);
  if (type?.type === 'qualified_type') return lowerGoCall(node, depth);
  return literalOf(body, depth);
}

function bytesOf(body: Node | null, at: number): Expression {
  return { is: 'bytes', length: body?.namedChildren.filter((child) => child.type === 'literal_element').length ?? 0, at };
}

function literalOf(body: Node | null, depth: number): Expression {
  const children = (body?.namedChildren ?? []).slice(0, MOST_ITEMS);
  const at = body?.startIndex ?? 0;
  if (!children.some((child) => child.type === 'keyed_element')) {
    const items = children.filter((child) => child.type === 'literal_element').map((child) => lowerGo(child, depth + 1));
    return { is: 'list', items, at };
  }
  return { is: 'object', entries: entriesOf(children, depth), spreads: [], at };
}

function entriesOf(children: readonly Node[], depth: number): ReadonlyMap<string, Expression> {
  const entries = new Map<string, Expression>();
  for (const child of children) {
    if (child.type !== 'keyed_element') continue;
    const key = keyOf(lowerGo(child.childForFieldName('key') ?? child.namedChild(0), depth + 1));
    if (key !== undefined) entries.set(key, lowerGo(child.childForFieldName('value') ?? child.namedChild(1), depth + 1));
  }
  return entries;
}

function keyOf(key: Expression): string | undefined {
  if (key.is === 'name') return key.name;
  return key.is === 'string' || key.is === 'number' ? String(key.value) : undefined;
}

// `func() hash.Hash { return sha256.New() }` stands for what it returns.
function returnedBy(node: Node, depth: number): Expression {
  const statements = node.childForFieldName('body')?.firstNamedChild;
  const only = statements?.namedChildCount === 1 ? statements.firstNamedChild : null;
  return only?.type === 'return_statement' ? lowerGo(only.firstNamedChild, depth + 1) : { is: 'unknown', at: node.startIndex };
}

const SPECIAL: ReadonlySet<string> = new Set([
  'make',
  'new',
  'len',
  'string',
  'int',
  'uint',
  'uint16',
  'byte',
  'ToLower',
  'ToUpper',
  'Public',
]);

// What the language itself provides: octets of a length that can be told, conversions.
function lowerCall(node: Node, depth: number): Expression {
  const call = lowerGoCall(node, depth);
  const name = call.callee.is === 'name' || call.callee.is === 'member' ? call.callee.name : '';
  if (!SPECIAL.has(name)) return call;
  const [first] = call.args;
  const written = node.childForFieldName('arguments')?.namedChildren ?? [];
  if (name === 'make') return isBytes(written[0] ?? null) ? octets(call.args[1] ?? { is: 'unknown', at: call.at }, call.at) : call;
  if (name === 'new') return lowerGo(written[0] ?? null, depth + 1);
  if (name === 'Public') return first === undefined && call.callee.is === 'member' ? call.callee.object : call;
  if (first === undefined) return call;
  return name === 'len' ? { is: 'size', of: first, at: call.at } : first;
}

/** A call, or the literal of a struct, as a call. */
export function lowerGoCall(node: Node, depth = 0): CallExpression {
  const callee = lowerGo(node.childForFieldName('function') ?? node.childForFieldName('type'), depth + 1);
  const given =
    node.type === 'composite_literal'
      ? { args: () => [], keywords: () => entriesOf(node.childForFieldName('body')?.namedChildren ?? [], depth) }
      : { args: () => argumentsOf(node, depth) };
  return lazyCall(callee, { at: node.startIndex, end: node.endIndex }, given);
}

function argumentsOf(node: Node, depth: number): readonly Expression[] {
  const args = node.childForFieldName('arguments')?.namedChildren ?? [];
  return args.filter((child) => child.type !== 'comment').map((child) => lowerGo(child, depth + 1));
}
