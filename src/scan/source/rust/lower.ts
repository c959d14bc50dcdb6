// Nodes of the Rust grammar as expressions. A path is a chain of members; a type with arguments is a call of it, so that `Hmac<Sha256>` says
// what it is of; arguments in angle brackets of a call are its keywords `<0>`, `<1>`. The Rust Reference.

import type { Node } from 'web-tree-sitter';
import { type CallExpression, type Expression, lazyCall, octets } from '../expression.ts';

const DEEPEST = 60;
const MOST_ITEMS = 4096;

const WRAPPERS: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'try_expression',
  'await_expression',
  'reference_type',
  'pointer_type',
  'bracketed_type',
  'expression_statement',
  'else_clause',
  'return_expression',
]);

/** The expression that a node is; deeper than 60 levels it is unknown. References, `?`, `await` and `as` are what they hold. */
export function lowerRust(node: Node | null, depth = 0): Expression {
  if (node === null) return { is: 'unknown', at: 0 };
  const at = node.startIndex;
  if (depth > DEEPEST) return { is: 'unknown', at };
  if (WRAPPERS.has(node.type)) return lowerRust(innermost(node), depth + 1);
  const inner = (field: string): Expression => lowerRust(node.childForFieldName(field), depth + 1);
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'field_identifier':
    case 'self':
    case 'crate':
    case 'super':
    case 'primitive_type':
      return { is: 'name', name: node.text, at };
    case 'metavariable':
      return { is: 'unknown', at };
    case 'scoped_identifier':
    case 'scoped_type_identifier':
      return pathOf(node, depth);
    case 'field_expression':
      return memberOf(inner('value'), node.childForFieldName('field'), at);
    case 'generic_type':
    case 'generic_type_with_turbofish':
      return genericOf(node, depth);
    case 'generic_function':
      return inner('function');
    case 'qualified_type':
    case 'abstract_type':
      return inner('type');
    case 'reference_expression':
    case 'type_cast_expression':
      return inner('value');
    case 'unary_expression':
      return node.text.startsWith('*') ? lowerRust(node.firstNamedChild, depth + 1) : { is: 'unknown', at };
    case 'string_literal':
    case 'raw_string_literal':
      return stringOf(node);
    case 'integer_literal':
      return numberOf(node.text, at);
    case 'boolean_literal':
      return { is: 'number', value: node.text === 'true' ? 1 : 0, at };
    case 'binary_expression':
      return { is: 'operation', operator: node.childForFieldName('operator')?.text ?? '', left: inner('left'), right: inner('right'), at };
    case 'array_expression':
      return arrayOf(node, depth);
    case 'array_type':
      return arrayTypeOf(node, depth);
    case 'tuple_expression':
      return { is: 'list', items: itemsOf(node, depth), at };
    case 'block':
    case 'unsafe_block':
    case 'const_block':
      return lowerRust(lastOf(node), depth + 1);
    case 'if_expression':
      return { is: 'either', options: [inner('consequence'), inner('alternative')], at };
    case 'match_expression':
      return matchOf(node, depth);
    case 'struct_expression':
      return structOf(node, depth);
    case 'macro_invocation':
      return macroOf(node, depth);
    case 'call_expression':
      return lowerCall(node, depth);
    default:
      return { is: 'unknown', at };
  }
}

function innermost(node: Node): Node | null {
  return node.namedChildren.find((child) => child.type !== 'lifetime' && child.type !== 'mutable_specifier') ?? null;
}

function lastOf(block: Node): Node | null {
  const children = block.namedChildren.filter((child) => !child.type.endsWith('comment'));
  const last = children.at(-1) ?? null;
  return last?.type === 'block' && block.type !== 'block' ? lastOf(last) : last;
}

function memberOf(object: Expression, field: Node | null, at: number): Expression {
  return { is: 'member', object, name: field?.text ?? '', at: field?.startIndex ?? at };
}

function pathOf(node: Node, depth: number): Expression {
  const path = node.childForFieldName('path');
  const name = node.childForFieldName('name');
  if (path === null) return { is: 'name', name: name?.text ?? '', at: name?.startIndex ?? node.startIndex };
  return memberOf(lowerRust(path, depth + 1), name, node.startIndex);
}

// `Hmac<Sha256>` as a call of `Hmac` with `Sha256`.
function genericOf(node: Node, depth: number): Expression {
  const callee = lowerRust(node.childForFieldName('type'), depth + 1);
  return lazyCall(callee, { at: node.startIndex, end: node.endIndex }, { args: () => typeArguments(node, depth) });
}

function typeArguments(node: Node, depth: number): readonly Expression[] {
  const written = node.childForFieldName('type_arguments')?.namedChildren ?? [];
  return written
    .filter((child) => child.type !== 'lifetime')
    .slice(0, 16)
    .map((child) => lowerRust(child, depth + 1));
}

const NOISE = /^Noise_[\w+]{1,20}_(25519|448)_(ChaChaPoly|AESGCM)_(SHA256|SHA512|BLAKE2s|BLAKE2b)$/;
const NOISE_NAMES: ReadonlyMap<string, string> = new Map([
  ['25519', 'x25519'],
  ['448', 'x448'],
  ['ChaChaPoly', 'chacha20-poly1305'],
  ['AESGCM', 'aes-256-gcm'],
]);

// The name of a Noise protocol is a list of what it is made of.
function stringOf(node: Node): Expression {
  const at = node.startIndex;
  const value = node.text
    .replace(/^(?:b|c)?r?#{0,8}"/, '')
    .replace(/"#{0,8}$/, '')
    .slice(0, 8192);
  const noise = NOISE.exec(value);
  if (noise !== null) {
    const items = noise.slice(1).map((part): Expression => ({ is: 'string', value: NOISE_NAMES.get(part) ?? part, at }));
    return { is: 'list', items, at };
  }
  if (/^b/.test(node.text.slice(0, 1))) return { is: 'bytes', length: value.replace(/\\x[0-9a-fA-F]{2}|\\./g, '.').length, at };
  return { is: 'string', value, at };
}

function numberOf(written: string, at: number): Expression {
  const value = Number(written.replaceAll('_', '').replace(/[ui](?:8|16|32|64|128|size)$/, ''));
  return Number.isFinite(value) ? { is: 'number', value, at } : { is: 'unknown', at };
}

function itemsOf(node: Node, depth: number): readonly Expression[] {
  return node.namedChildren
    .filter((child) => !child.type.endsWith('comment') && child.type !== 'attribute_item')
    .slice(0, MOST_ITEMS)
    .map((child) => lowerRust(child, depth + 1));
}

// `[0u8; 32]` and a list of numbers are octets; a list of anything else is a list.
function arrayOf(node: Node, depth: number): Expression {
  const length = node.childForFieldName('length');
  if (length !== null) return octets(lowerRust(length, depth + 1), node.startIndex);
  const [first] = node.namedChildren;
  if (first?.type === 'integer_literal')
    return { is: 'bytes', length: node.namedChildren.filter((child) => child.type === 'integer_literal').length, at: node.startIndex };
  return { is: 'list', items: itemsOf(node, depth), at: node.startIndex };
}

function arrayTypeOf(node: Node, depth: number): Expression {
  const length = node.childForFieldName('length');
  if (node.childForFieldName('element')?.text !== 'u8') return { is: 'unknown', at: node.startIndex };
  return length === null ? { is: 'unknown', at: node.startIndex } : octets(lowerRust(length, depth + 1), node.startIndex);
}

function matchOf(node: Node, depth: number): Expression {
  const arms = node.childForFieldName('body')?.namedChildren.filter((child) => child.type === 'match_arm') ?? [];
  const options = arms.slice(0, 16).map((arm) => lowerRust(arm.childForFieldName('value'), depth + 1));
  return { is: 'either', options, at: node.startIndex };
}

function structOf(node: Node, depth: number): Expression {
  const entries = new Map<string, Expression>();
  for (const child of node.childForFieldName('body')?.namedChildren.slice(0, 500) ?? []) {
    if (child.type === 'field_initializer')
      entries.set(child.childForFieldName('field')?.text ?? '', lowerRust(child.childForFieldName('value'), depth + 1));
    if (child.type === 'shorthand_field_initializer') entries.set(child.text, { is: 'name', name: child.text, at: child.startIndex });
  }
  return { is: 'object', entries, spreads: [], at: node.startIndex };
}

// `vec![0u8; 32]`; other macros that hold expressions are read as calls (`rust/text.ts`).
function macroOf(node: Node, depth: number): Expression {
  const at = node.startIndex;
  const tokens = node.namedChildren.find((child) => child.type === 'token_tree');
  if (node.childForFieldName('macro')?.text !== 'vec' || tokens === undefined) return { is: 'unknown', at };
  const [first, second, ...rest] = tokens.namedChildren;
  if (first?.type !== 'integer_literal') return { is: 'unknown', at };
  if (second === undefined || rest.length > 0) return { is: 'bytes', length: tokens.namedChildren.length, at };
  return tokens.text.includes(';') ? octets(lowerRust(second, depth + 1), at) : { is: 'bytes', length: 2, at };
}

// What comes back is what it was called on.
const SAME: ReadonlySet<string> = new Set(
  (
    'unwrap expect unwrap_or unwrap_or_default unwrap_or_else into clone cloned to_owned to_vec to_string as_ref as_mut as_slice as_bytes ' +
    'borrow borrow_mut map_err ok ok_or ok_or_else context with_context await try_into parse as_str deref iter copied unwrap_unchecked ' +
    'expect_err to_bytes verifying_key public_key to_public_key blocking_lock lock read write'
  ).split(' '),
);
// The one argument is the value.
const HOLDS: ReadonlySet<string> = new Set(['Some', 'Ok', 'Box', 'Arc', 'Rc', 'Cow', 'Zeroizing', 'Mutex', 'RwLock', 'RefCell', 'Vec']);

function lowerCall(node: Node, depth: number): Expression {
  const call = lowerRustCall(node, depth);
  const { callee } = call;
  if (callee.is === 'member' && SAME.has(callee.name) && callee.object.is !== 'name') return callee.object;
  if (callee.is === 'member' && SAME.has(callee.name) && node.childForFieldName('function')?.type === 'field_expression')
    return callee.object;
  const [first] = holdsOne(callee) ? call.args : [];
  if (first !== undefined) return first;
  return ofText(call) ?? call;
}

// `Some(x)`, `Box::new(x)`, `Zeroizing::from(x)`.
function holdsOne(callee: Expression): boolean {
  if (callee.is === 'name') return HOLDS.has(callee.name);
  return callee.is === 'member' && callee.object.is === 'name' && HOLDS.has(callee.object.name) && /^(?:new|from)$/.test(callee.name);
}

// `hex!("…")`, `hex::decode("…")`: octets.
function ofText(call: CallExpression): Expression | undefined {
  const { callee } = call;
  const isHex =
    callee.is === 'name' ? callee.name === 'hex' : callee.is === 'member' && (callee.name === 'hex' || /^decode/.test(callee.name));
  const [first] = isHex ? call.args : [];
  if (first?.is !== 'string' || !/^[0-9a-fA-F\s_]+$/.test(first.value)) return undefined;
  return { is: 'bytes', length: first.value.replace(/[\s_]/g, '').length / 2, at: first.at };
}

/** A call as a call. */
export function lowerRustCall(node: Node, depth = 0): CallExpression {
  const called = node.childForFieldName('function');
  const callee = lowerRust(called, depth + 1);
  const place = { at: node.startIndex, end: node.endIndex };
  if (called?.type !== 'generic_function') return lazyCall(callee, place, { args: () => argumentsOf(node, depth) });
  return lazyCall(callee, place, { args: () => argumentsOf(node, depth), keywords: () => keywordsOf(called, depth) });
}

function argumentsOf(node: Node, depth: number): readonly Expression[] {
  const args = node.childForFieldName('arguments');
  return args === null ? [] : itemsOf(args, depth);
}

function keywordsOf(called: Node, depth: number): ReadonlyMap<string, Expression> {
  return new Map(typeArguments(called, depth).map((argument, index) => [`<${index}>`, argument]));
}
