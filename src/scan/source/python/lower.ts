// Nodes of the Python grammar as expressions.

import type { Node } from 'web-tree-sitter';
import { type CallExpression, type Expression, lazyCall, octets, operationOn } from '../expression.ts';
import { once } from '../once.ts';

const DEEPEST = 60;

/** The expression that a node is; deeper than 60 levels it is unknown. `self` and `cls` are written `this`. */
export function lowerPython(node: Node | null, depth = 0): Expression {
  if (node === null) return { is: 'unknown', at: 0 };
  const at = node.startIndex;
  if (depth > DEEPEST) return { is: 'unknown', at };
  const inner = (field: string): Expression => lowerPython(node.childForFieldName(field), depth + 1);
  switch (node.type) {
    case 'identifier':
      return { is: 'name', name: toThis(node.text), at };
    case 'string':
    case 'concatenated_string':
      return stringOf(node, depth);
    case 'integer':
    case 'float':
      return numberOf(node.text, at);
    case 'true':
    case 'false':
      return { is: 'number', value: node.type === 'true' ? 1 : 0, at };
    case 'none':
      return { is: 'null', at };
    case 'attribute':
      return {
        is: 'member',
        object: inner('object'),
        name: node.childForFieldName('attribute')?.text ?? '',
        at: node.childForFieldName('attribute')?.startIndex ?? at,
      };
    case 'subscript':
      return subscriptOf(node, depth);
    case 'call':
      return lowerCall(node, depth);
    case 'await':
    case 'parenthesized_expression':
      return lowerPython(node.firstNamedChild, depth + 1);
    case 'binary_operator':
      return { is: 'operation', operator: node.childForFieldName('operator')?.text ?? '', left: inner('left'), right: inner('right'), at };
    case 'boolean_operator':
      return { is: 'either', options: [inner('left'), inner('right')], at };
    case 'conditional_expression':
      return { is: 'either', options: [lowerPython(node.namedChild(0), depth + 1), lowerPython(node.namedChild(2), depth + 1)], at };
    case 'named_expression':
      return inner('value');
    case 'dictionary':
      return dictionaryOf(node, depth);
    case 'list':
    case 'tuple':
    case 'set':
      return { is: 'list', items: node.namedChildren.slice(0, 4096).map((child) => lowerPython(child, depth + 1)), at };
    default:
      return { is: 'unknown', at };
  }
}

function toThis(name: string): string {
  return name === 'self' || name === 'cls' ? 'this' : name;
}

const SPECIAL: ReadonlySet<string> = new Set([
  'getattr',
  'bytes',
  'bytearray',
  'fromhex',
  'lower',
  'upper',
  'strip',
  'casefold',
  'encode',
  'staticmethod',
]);

function lowerCall(node: Node, depth: number): Expression {
  const call = lowerPythonCall(node, depth);
  const name = call.callee.is === 'name' || call.callee.is === 'member' ? call.callee.name : '';
  if (!SPECIAL.has(name)) return call;
  const [first, second] = call.args;
  if (call.callee.is === 'name' && call.callee.name === 'getattr' && first !== undefined) return attributeOf(first, second, call.at);
  // `digest = staticmethod(hashlib.sha256)` in a class: the function itself.
  if (call.callee.is === 'name' && call.callee.name === 'staticmethod' && first !== undefined) return first;
  // `bytes(32)`, `bytearray(16)`: octets of a length that can be told.
  if (
    call.callee.is === 'name' &&
    (call.callee.name === 'bytes' || call.callee.name === 'bytearray') &&
    (first?.is === 'number' || first?.is === 'name')
  ) {
    return octets(first, call.at);
  }
  if (call.callee.is === 'member' && call.callee.name === 'fromhex' && first?.is === 'string')
    return { is: 'bytes', length: first.value.replace(/\s/g, '').length / 2, at: call.at };
  // `'sha256'.upper()`, `NAME.lower()`: names are compared without case.
  if (call.callee.is === 'member' && /^(?:lower|upper|strip|casefold|encode)$/.test(call.callee.name)) return call.callee.object;
  return call;
}

// `getattr(hashlib, 'md5')` is `hashlib.md5`; where the name is not known, it is any of the module's.
function attributeOf(object: Expression, name: Expression | undefined, at: number): Expression {
  return { is: 'member', object, name: name?.is === 'string' ? name.value : '*', at: name?.at ?? at };
}

/** What a loop over an expression gives: items of a list, keys of a table; `part` of each pair. */
export function lowerEach(node: Node, part?: 'first' | 'second'): Expression {
  const list = lowerPython(node);
  const { at } = list;
  const over = list.is === 'call' && list.callee.is === 'member' && list.args.length === 0 ? list.callee : undefined;
  if (over?.name === 'items' && part !== undefined) return operationOn(part === 'first' ? 'keys' : 'values', over.object, at);
  if (over?.name === 'keys' || over?.name === 'values') return operationOn(over.name, over.object, at);
  const each = operationOn('each', list, at);
  return part === undefined ? each : operationOn(part, each, at);
}

/** A call node as a call. */
export function lowerPythonCall(node: Node, depth = 0): CallExpression {
  const callee = lowerPython(node.childForFieldName('function'), depth + 1);
  const given = once(() => argumentsOf(node, depth));
  return lazyCall(callee, { at: node.startIndex, end: node.endIndex }, { args: () => given().args, keywords: () => given().keywords });
}

function argumentsOf(node: Node, depth: number): Pick<CallExpression, 'args' | 'keywords'> {
  const args: Expression[] = [];
  const keywords = new Map<string, Expression>();
  for (const child of node.childForFieldName('arguments')?.namedChildren ?? []) {
    if (child.type === 'comment') continue;
    if (child.type === 'keyword_argument')
      keywords.set(child.childForFieldName('name')?.text ?? '', lowerPython(child.childForFieldName('value'), depth + 1));
    else if (child.type !== 'dictionary_splat') args.push(lowerPython(child, depth + 1));
  }
  return { args, keywords };
}

// Text is a string, a byte literal is octets of known length; a hole in an f-string is joined like any operand.
function stringOf(node: Node, depth: number): Expression {
  const at = node.startIndex;
  const pieces = node.type === 'concatenated_string' ? node.namedChildren : [node];
  const parts = pieces.flatMap((piece) =>
    piece.namedChildren.filter((child) => child.type === 'string_content' || child.type === 'interpolation'),
  );
  const isBytes = /^[rR]?[bB]/.test(pieces[0]?.text.slice(0, 2) ?? '');
  if (isBytes)
    return { is: 'bytes', length: parts.reduce((sum, part) => sum + part.text.replace(/\\x[0-9a-fA-F]{2}|\\./g, '.').length, 0), at };
  if (!parts.some((part) => part.type === 'interpolation'))
    return {
      is: 'string',
      value: parts
        .map((part) => part.text)
        .join('')
        .slice(0, 8192),
      at,
    };
  const empty: Expression = { is: 'string', value: '', at };
  return parts.slice(0, 20).reduce<Expression>((left, part) => {
    const right: Expression =
      part.type === 'interpolation'
        ? lowerPython(part.childForFieldName('expression'), depth + 1)
        : { is: 'string', value: part.text, at: part.startIndex };
    return { is: 'operation', operator: '+', left, right, at };
  }, empty);
}

function numberOf(written: string, at: number): Expression {
  const value = Number(written.replaceAll('_', ''));
  return Number.isFinite(value) ? { is: 'number', value, at } : { is: 'unknown', at };
}

function subscriptOf(node: Node, depth: number): Expression {
  const index = node.childForFieldName('subscript');
  const object = lowerPython(node.childForFieldName('value'), depth + 1);
  const isName = index?.type === 'identifier' || index?.type === 'attribute';
  if (index !== null && isName)
    return { is: 'operation', operator: 'field', left: object, right: lowerPython(index, depth + 1), at: index.startIndex };
  if (index?.type === 'slice') return sliceOf(index, object);
  if (index?.type === 'integer' && /^\d{1,4}$/.test(index.text)) return { is: 'member', object, name: index.text, at: index.startIndex };
  if (index?.type !== 'string') return { is: 'unknown', at: node.startIndex };
  const name = stringOf(index, depth);
  return name.is === 'string' ? { is: 'member', object, name: name.value, at: index.startIndex } : { is: 'unknown', at: node.startIndex };
}

// `key[:16]`, `key[16:48]`: octets of a length that can be told.
function sliceOf(slice: Node, of: Expression): Expression {
  const at = slice.startIndex;
  const parts = slice.text.split(':').map((part) => part.trim());
  const [from = '', to = ''] = parts;
  if (parts.length > 2 || of.is === 'string') return { is: 'unknown', at };
  if (!/^\d{0,6}$/.test(from) || !/^\d{1,6}$/.test(to)) return { is: 'unknown', at };
  return { is: 'bytes', length: Math.max(0, Number(to) - Number(from)), at };
}

function dictionaryOf(node: Node, depth: number): Expression {
  const entries = new Map<string, Expression>();
  const spreads: Expression[] = [];
  for (const child of node.namedChildren.slice(0, 2000)) {
    if (child.type === 'dictionary_splat') spreads.push(lowerPython(child.firstNamedChild, depth + 1));
    if (child.type !== 'pair') continue;
    const key = lowerPython(child.childForFieldName('key'), depth + 1);
    if (key.is === 'string' || key.is === 'number')
      entries.set(String(key.value), lowerPython(child.childForFieldName('value'), depth + 1));
  }
  return { is: 'object', entries, spreads, at: node.startIndex };
}
