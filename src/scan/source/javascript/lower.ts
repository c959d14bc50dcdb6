// Nodes of the JavaScript and TypeScript grammars as expressions.

import type { Node } from 'web-tree-sitter';
import { type CallExpression, type Expression, lazyCall, octets } from '../expression.ts';

const DEEPEST = 60;
const WRAPPERS: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'await_expression',
  'non_null_expression',
  'as_expression',
  'satisfies_expression',
  'spread_element',
]);

/** The expression that a node is; deeper than 60 levels it is unknown. */
export function lowerJavaScript(node: Node | null, depth = 0): Expression {
  if (node === null) return { is: 'unknown', at: 0 };
  const at = node.startIndex;
  if (depth > DEEPEST) return { is: 'unknown', at };
  if (WRAPPERS.has(node.type)) return lowerJavaScript(node.firstNamedChild, depth + 1);
  const inner = (field: string): Expression => lowerJavaScript(node.childForFieldName(field), depth + 1);
  switch (node.type) {
    case 'identifier':
    case 'property_identifier':
    case 'shorthand_property_identifier':
      return { is: 'name', name: node.text, at };
    case 'this':
      return { is: 'name', name: 'this', at };
    case 'string':
      return { is: 'string', value: stringOf(node), at };
    case 'template_string':
      return templateOf(node, depth);
    case 'number':
      return numberOf(node.text, at);
    case 'true':
    case 'false':
      return { is: 'number', value: node.type === 'true' ? 1 : 0, at };
    case 'null':
    case 'undefined':
      return { is: 'null', at };
    case 'member_expression':
      return {
        is: 'member',
        object: inner('object'),
        name: node.childForFieldName('property')?.text ?? '',
        at: node.childForFieldName('property')?.startIndex ?? at,
      };
    case 'subscript_expression':
      return subscriptOf(node, depth);
    case 'call_expression':
    case 'new_expression':
      return lowerCall(node, depth);
    case 'binary_expression':
      return binaryOf(node, depth);
    case 'ternary_expression':
      return { is: 'either', options: [inner('consequence'), inner('alternative')], at };
    case 'assignment_expression':
      return inner('right');
    case 'type_assertion':
    case 'sequence_expression':
      return lowerJavaScript(node.lastNamedChild, depth + 1);
    case 'object':
      return objectOf(node, depth);
    case 'array':
      return { is: 'list', items: node.namedChildren.slice(0, 4096).map((child) => lowerJavaScript(child, depth + 1)), at };
    default:
      return { is: 'unknown', at };
  }
}

const SPECIAL: ReadonlySet<string> = new Set([
  'require',
  'promisify',
  'freeze',
  'toLowerCase',
  'toUpperCase',
  'trim',
  'alloc',
  'allocUnsafe',
  'from',
  'Uint8Array',
]);

function lowerCall(node: Node, depth: number): Expression {
  const call = lowerJavaScriptCall(node, depth);
  const isImport = node.childForFieldName('function')?.type === 'import';
  const name = call.callee.is === 'name' || call.callee.is === 'member' ? call.callee.name : '';
  if (!isImport && !SPECIAL.has(name)) return call;
  const [first, second] = call.args;
  // Names are compared without case.
  if (call.callee.is === 'member' && /^(?:to(?:Lower|Upper)Case|trim)$/.test(name)) return call.callee.object;
  if (first === undefined) return call;
  if (name === 'freeze') return first;
  if ((name === 'require' || isImport) && first.is === 'string') return { is: 'module', name: moduleName(first.value), at: call.at };
  // The promise form of a function is the function.
  if (name === 'promisify') return first;
  return octetsOf(name, { node, first, second }) ?? call;
}

interface Octets {
  readonly node: Node;
  readonly first: Expression;
  readonly second: Expression | undefined;
}

/** `Buffer.alloc(32)`, `new Uint8Array(32)`, `Buffer.from('…', 'hex')`: octets of a length that can be told. */
function octetsOf(name: string, { node, first, second }: Octets): Expression | undefined {
  const at = node.startIndex;
  if (name === 'alloc' || name === 'allocUnsafe' || name === 'Uint8Array') {
    if (first.is === 'list') return { is: 'bytes', length: first.items.length, at };
    if (first.is !== 'number' && first.is !== 'name' && first.is !== 'operation') return undefined;
    return octets(first, at);
  }
  if (name !== 'from' || first.is !== 'string') return undefined;
  const encoding = second?.is === 'string' ? second.value : 'utf8';
  const length =
    encoding === 'hex'
      ? first.value.length / 2
      : encoding.startsWith('base64')
        ? Math.floor((first.value.replace(/=+$/, '').length * 3) / 4)
        : first.value.length;
  return { is: 'bytes', length, at };
}

/** A call or construction as a call. */
export function lowerJavaScriptCall(node: Node, depth = 0): CallExpression {
  const calleeNode = node.childForFieldName('function') ?? node.childForFieldName('constructor');
  const callee = lowerJavaScript(calleeNode, depth + 1);
  return lazyCall(callee, { at: node.startIndex, end: node.endIndex }, { args: () => argumentsOf(node, depth) });
}

function argumentsOf(node: Node, depth: number): readonly Expression[] {
  const args = node.childForFieldName('arguments')?.namedChildren.filter((child) => child.type !== 'comment') ?? [];
  return args.map((arg) => (arg.type === 'spread_element' ? { is: 'unknown', at: arg.startIndex } : lowerJavaScript(arg, depth + 1)));
}

/** A module's name without the ending of its file. */
export function moduleName(written: string): string {
  return written.replace(/\.[mc]?js$/, '');
}

/** The value of a string literal; what it escapes is kept as it would read. */
export function stringOf(node: Node): string {
  return node.namedChildren
    .map((child) => (child.type === 'escape_sequence' ? (child.text[1] ?? '') : child.text))
    .join('')
    .slice(0, 8192);
}

function templateOf(node: Node, depth: number): Expression {
  const parts = node.namedChildren.map((child): Expression => {
    if (child.type === 'template_substitution') return lowerJavaScript(child.firstNamedChild, depth + 1);
    return { is: 'string', value: child.text, at: child.startIndex };
  });
  const empty: Expression = { is: 'string', value: '', at: node.startIndex };
  return parts.slice(0, 20).reduce((left, right) => ({ is: 'operation', operator: '+', left, right, at: node.startIndex }), empty);
}

function numberOf(written: string, at: number): Expression {
  const value = Number(written.replaceAll('_', '').replace(/n$/, ''));
  return Number.isFinite(value) ? { is: 'number', value, at } : { is: 'unknown', at };
}

function subscriptOf(node: Node, depth: number): Expression {
  const index = node.childForFieldName('index');
  const object = lowerJavaScript(node.childForFieldName('object'), depth + 1);
  if (index?.type === 'string') return { is: 'member', object, name: stringOf(index), at: index.startIndex };
  if (index?.type === 'identifier' || index?.type === 'member_expression')
    return { is: 'operation', operator: 'field', left: object, right: lowerJavaScript(index, depth + 1), at: index.startIndex };
  return { is: 'unknown', at: node.startIndex };
}

function binaryOf(node: Node, depth: number): Expression {
  const left = lowerJavaScript(node.childForFieldName('left'), depth + 1);
  const right = lowerJavaScript(node.childForFieldName('right'), depth + 1);
  const operator = node.childForFieldName('operator')?.text ?? '';
  if (operator === '||' || operator === '??') return { is: 'either', options: [left, right], at: node.startIndex };
  return { is: 'operation', operator, left, right, at: node.startIndex };
}

function objectOf(node: Node, depth: number): Expression {
  const entries = new Map<string, Expression>();
  const spreads: Expression[] = [];
  for (const child of node.namedChildren.slice(0, 2000)) {
    if (child.type === 'pair')
      entries.set(keyOf(child.childForFieldName('key')), lowerJavaScript(child.childForFieldName('value'), depth + 1));
    else if (child.type === 'shorthand_property_identifier')
      entries.set(child.text, { is: 'name', name: child.text, at: child.startIndex });
    else if (child.type === 'spread_element') spreads.push(lowerJavaScript(child.firstNamedChild, depth + 1));
  }
  return { is: 'object', entries, spreads, at: node.startIndex };
}

/** The name of a property as written, without quotes. */
export function keyOf(key: Node | null): string {
  if (key === null) return '';
  if (key.type === 'string') return stringOf(key);
  const inner = key.type === 'computed_property_name' ? key.firstNamedChild : null;
  return inner?.type === 'string' ? stringOf(inner) : key.text;
}
