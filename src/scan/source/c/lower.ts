// Nodes of the C grammar as expressions. What is no value (a statement, a type) is `unknown`.

import type { Node } from 'web-tree-sitter';
import { type CallExpression, type Expression, lazyCall } from '../expression.ts';
import type { ResolveName } from './scoped-names.ts';

/** What lowering needs to know of the file. */
export interface Source {
  readonly text: string;
  readonly toFileIndex: (at: number) => number;
  /** looks up a scoped name, in files that have any */
  readonly resolve?: ResolveName;
}

const DEEPEST = 60;

/** The expression that a node is; deeper than 60 levels it is unknown. */
export function lowerC(node: Node | null, source: Source, depth = 0): Expression {
  if (node === null || depth > DEEPEST) return { is: 'unknown', at: node === null ? 0 : source.toFileIndex(node.startIndex) };
  const at = source.toFileIndex(node.startIndex);
  const inner = (field: string): Expression => lowerC(node.childForFieldName(field), source, depth + 1);
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
      return { is: 'name', name: source.resolve?.(node.text) ?? node.text, at };
    case 'field_identifier':
    case 'namespace_identifier':
      return { is: 'name', name: node.text, at };
    case 'qualified_identifier': {
      const name = source.resolve?.(node.text);
      return name === undefined ? inner('name') : { is: 'name', name, at };
    }
    case 'template_type':
    case 'template_function': {
      const name = source.resolve?.(node.text);
      return name === undefined ? inner('name') : { is: 'name', name, at };
    }
    case 'type_descriptor':
      return inner('type');
    case 'number_literal':
      return toNumber(node.text, at);
    case 'true':
      return { is: 'number', value: 1, at };
    case 'false':
      return { is: 'number', value: 0, at };
    case 'null':
    case 'nullptr':
      return { is: 'null', at };
    case 'string_literal':
    case 'concatenated_string':
    case 'raw_string_literal':
      return { is: 'string', value: stringOf(node), at };
    case 'char_literal':
      return { is: 'unknown', at };
    case 'cast_expression':
      return inner('value');
    case 'parenthesized_expression':
      return lowerC(node.firstNamedChild, source, depth + 1);
    case 'pointer_expression':
      return inner('argument');
    case 'subscript_expression':
      return inner('argument');
    case 'field_expression':
      return {
        is: 'member',
        object: inner('argument'),
        name: node.childForFieldName('field')?.text ?? '',
        at: source.toFileIndex(node.childForFieldName('field')?.startIndex ?? node.startIndex),
      };
    case 'call_expression':
      return castOf(node, source, depth) ?? lowerCallC(node, source, depth);
    case 'binary_expression':
      return { is: 'operation', operator: node.childForFieldName('operator')?.text ?? '', left: inner('left'), right: inner('right'), at };
    case 'conditional_expression':
      return { is: 'either', options: [inner('consequence'), inner('alternative')], at };
    case 'assignment_expression':
      return inner('right');
    case 'sizeof_expression':
      return { is: 'size', of: inner('value'), at };
    case 'initializer_list':
      return toObject(node, source, depth);
    case 'compound_literal_expression':
      return inner('value');
    default:
      return { is: 'unknown', at };
  }
}

const CASTS: ReadonlySet<string> = new Set(['static_cast', 'const_cast', 'reinterpret_cast', 'dynamic_cast', 'bit_cast']);

/** `static_cast<T>(x)` is x; undefined for what is no cast. */
function castOf(node: Node, source: Source, depth: number): Expression | undefined {
  const callee = node.childForFieldName('function');
  const name = callee?.type === 'template_function' ? callee.childForFieldName('name')?.text : undefined;
  return name !== undefined && CASTS.has(name)
    ? lowerC(node.childForFieldName('arguments')?.firstNamedChild ?? null, source, depth + 1)
    : undefined;
}

/** A call node as a call. */
export function lowerCallC(node: Node, source: Source, depth = 0): CallExpression {
  const callee = lowerC(node.childForFieldName('function'), source, depth + 1);
  const place = { at: source.toFileIndex(node.startIndex), end: source.toFileIndex(node.endIndex) };
  return lazyCall(callee, place, { args: () => argumentsOf(node, source, depth) });
}

function argumentsOf(node: Node, source: Source, depth: number): readonly Expression[] {
  const args = node.childForFieldName('arguments')?.namedChildren ?? [];
  return args.filter((child) => child.type !== 'comment').map((child) => lowerC(child, source, depth + 1));
}

function toNumber(written: string, at: number): Expression {
  const value = Number(
    written
      .replace(/[uUlLzZ]{1,4}$/, '')
      .replace(/'/g, '')
      .replace(/^0(?=[0-7]+$)/, '0o'),
  );
  return Number.isFinite(value) ? { is: 'number', value, at } : { is: 'unknown', at };
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)/g;

function stringOf(node: Node): string {
  if (node.type === 'concatenated_string') return node.namedChildren.map(stringOf).join('');
  const body = /^[^"]{0,20}"((?:[^"]|\\"){0,4000})/s.exec(node.text)?.[1] ?? '';
  return body.replace(ESCAPE, (written) => (written.length === 2 ? (written[1] ?? '') : '?'));
}

// `{ .alg = X }` has named entries; `{ 1, 2, 3 }` is a list whose length may matter.
function toObject(node: Node, source: Source, depth: number): Expression {
  const at = source.toFileIndex(node.startIndex);
  const children = node.namedChildren.filter((child) => child.type !== 'comment');
  const pairs = children.filter((child) => child.type === 'initializer_pair');
  if (pairs.length === 0) return { is: 'list', items: children.slice(0, 4096).map((child) => lowerC(child, source, depth + 1)), at };
  const entries = new Map(
    pairs.map((pair) => [
      pair
        .childrenForFieldName('designator')
        .map((one) => one?.text.replace(/^[.[\s]+|\]$/g, '') ?? '')
        .join('.'),
      lowerC(pair.childForFieldName('value'), source, depth + 1),
    ]),
  );
  return { is: 'object', entries, spreads: [], at };
}
