// What the names of a JavaScript or TypeScript file are bound to: imports, declarations, destructuring, fields of `this`, enumerations,
// parameters.

import type { Node } from 'web-tree-sitter';
import type { Binder } from '../binder.ts';
import { assignedPathAt, type Capture, wordAt } from '../captures.ts';
import { type Expression, operationOn, toPath } from '../expression.ts';
import { bind, classAround, type Scope } from '../module.ts';
import { once } from '../once.ts';
import { keyOf, lowerJavaScript, moduleName, stringOf } from './lower.ts';

/** `import … from 'x'`, `import x = require('x')`. */
export function bindImport(node: Node, binder: Binder): void {
  const source =
    node.childForFieldName('source') ??
    node.namedChildren.find((child) => child.type === 'import_require_clause')?.childForFieldName('source');
  if (source === null || source === undefined) return;
  const module = moduleName(stringOf(source));
  binder.inclusions.push({ module, at: node.startIndex });
  for (const clause of node.namedChildren) {
    for (const child of [clause, ...clause.namedChildren]) bindClause(child, module, binder);
  }
}

function bindClause(node: Node, module: string, binder: Binder): void {
  const add = (local: string, symbol: string): void => {
    bind(binder.scopeAt(0), local, { is: 'import', symbol, at: node.startIndex });
    if (!module.startsWith('.')) binder.aliases.add(local);
  };
  if (node.type === 'identifier' && node.parent?.type === 'import_clause') add(node.text, `${module}.default`);
  else if (node.type === 'identifier' && node.parent?.type === 'import_require_clause') add(node.text, module);
  else if (node.type === 'namespace_import') add(node.firstNamedChild?.text ?? '', module);
  else if (node.type === 'named_imports') {
    for (const one of node.namedChildren) {
      const name = keyOf(one.childForFieldName('name'));
      add(one.childForFieldName('alias')?.text ?? name, name === 'default' ? `${module}.default` : `${module}.${name}`);
    }
  }
}

/** `const x = …`. */
export function bindVariable({ node, value }: Capture, binder: Binder): void {
  if (value === undefined) return;
  const name = wordAt(binder.text, node.startIndex);
  bindLazily(binder.scopeAt(node.startIndex), name, { node: value, binder });
  noteTarget(value, name, binder);
}

/** `const { a, b: c = d } = …`. */
export function bindDestructuring({ node, value }: Capture, binder: Binder): void {
  if (value !== undefined) bindPattern(node, { scope: binder.scopeAt(node.startIndex), value: () => lowerJavaScript(value), binder });
}

/** The place of a value, past `await`, leads to what takes it. */
function noteTarget(value: Node, target: string, binder: Binder): void {
  const inner = value.type === 'await_expression' ? value.firstNamedChild : value;
  binder.targets.set(inner?.startIndex ?? value.startIndex, target);
}

const MAY_NAME_A_FUNCTION: ReadonlySet<string> = new Set([
  'identifier',
  'member_expression',
  'subscript_expression',
  'binary_expression',
  'ternary_expression',
]);

interface Value {
  readonly node: Node;
  readonly binder: Binder;
  /** where the value is read */
  readonly scope?: Scope;
}

function bindLazily(to: Scope, name: string, { node, binder, scope }: Value): void {
  if (MAY_NAME_A_FUNCTION.has(node.type) || bringsFunction(node)) binder.aliases.add(name);
  bind(to, name, { is: 'value', at: node.startIndex, read: once(() => lowerJavaScript(node)), ...(scope === undefined ? {} : { scope }) });
}

// `const md5 = require('md5')`, `const pbkdf2 = promisify(crypto.pbkdf2)`.
function bringsFunction(node: Node): boolean {
  const called = node.type === 'call_expression' ? node.childForFieldName('function') : null;
  return called !== null && called.endIndex - called.startIndex <= 20 && /(?:^|\.)(?:require|promisify|import)$/.test(called.text);
}

interface Pattern {
  readonly scope: Scope;
  readonly value: () => Expression;
  readonly binder: Binder;
}

function bindPattern(pattern: Node, { scope, value, binder }: Pattern): void {
  if (pattern.type === 'array_pattern') {
    const read = once(value);
    for (const [index, child] of itemsOf(pattern)) {
      if (child.type !== 'identifier') continue;
      binder.aliases.add(child.text);
      const item = (): Expression => {
        const list = read();
        return (list.is === 'list' ? list.items[index] : undefined) ?? { is: 'unknown', at: child.startIndex };
      };
      bind(scope, child.text, { is: 'value', at: child.startIndex, read: item });
    }
    return;
  }
  for (const child of pattern.namedChildren) {
    const [key, local, fallback] = patternParts(child);
    if (key === undefined || local === undefined) continue;
    const read = once((): Expression => {
      const field: Expression = { is: 'member', object: value(), name: key, at: child.startIndex };
      return fallback === undefined ? field : { is: 'either', options: [field, lowerJavaScript(fallback)], at: child.startIndex };
    });
    if (local.type === 'object_pattern') bindPattern(local, { scope, value: read, binder });
    else if (local.type === 'identifier' || local.type === 'shorthand_property_identifier_pattern') {
      binder.aliases.add(local.text);
      bind(scope, local.text, { is: 'value', at: child.startIndex, read });
    }
  }
}

function patternParts(child: Node): readonly [string | undefined, Node | undefined, Node | undefined] {
  switch (child.type) {
    case 'shorthand_property_identifier_pattern':
      return [child.text, child, undefined];
    case 'object_assignment_pattern': {
      const left = child.childForFieldName('left') ?? undefined;
      return [left?.text, left, child.childForFieldName('right') ?? undefined];
    }
    case 'pair_pattern': {
      const value = child.childForFieldName('value') ?? undefined;
      const isDefaulted = value?.type === 'assignment_pattern';
      return [
        keyOf(child.childForFieldName('key')),
        isDefaulted ? (value.childForFieldName('left') ?? undefined) : value,
        isDefaulted ? (value.childForFieldName('right') ?? undefined) : undefined,
      ];
    }
    default:
      return [undefined, undefined, undefined];
  }
}

/** `x = …`, `this.x = …`, `a.b = …`. Fields of `this` belong to the class. */
export function bindAssignment({ node, value }: Capture, binder: Binder): void {
  const path = assignedPathAt(binder.text, node.startIndex);
  if (path === undefined || value === undefined) return;
  const scope = binder.scopeAt(node.startIndex);
  bindLazily((path.startsWith('this.') ? classAround(scope) : undefined) ?? scope, path, { node: value, binder, scope });
  noteTarget(value, path, binder);
}

/** A field of a class, as `this.x`. */
export function bindField(node: Node, binder: Binder): void {
  const name = node.childForFieldName('name') ?? node.childForFieldName('property');
  const value = node.childForFieldName('value');
  if (name === null || value === null) return;
  const around = binder.scopeAt(node.startIndex);
  const scope = classAround(around) ?? around;
  bindLazily(scope, `this.${name.text}`, { node: value, binder });
  if (scope.name !== '') bindLazily(scope.parent ?? scope, `${scope.name}.${name.text}`, { node: value, binder });
}

/** `enum E { A = 'x' }` is an object. */
export function bindEnum(node: Node, binder: Binder): void {
  const name = node.childForFieldName('name')?.text;
  const body = node.childForFieldName('body');
  if (name === undefined || body === null) return;
  const read = once((): Expression => {
    const members = body.namedChildren.filter((child) => child.type === 'enum_assignment');
    const entries = new Map(
      members.map((child) => [keyOf(child.childForFieldName('name')), lowerJavaScript(child.childForFieldName('value'))]),
    );
    return { is: 'object', entries, spreads: [], at: body.startIndex };
  });
  bind(binder.scopeAt(node.startIndex), name, { is: 'value', at: node.startIndex, read });
}

/** `for (const x of list)`. */
export function bindLoop({ node, value }: Capture, binder: Binder): void {
  if (value !== undefined) bindEach(node, { list: value, scope: binder.scopeAt(node.startIndex), binder });
}

interface Each {
  readonly list: Node;
  readonly scope: Scope;
  readonly binder: Pick<Binder, 'aliases'>;
}

// A name, or the first two names of a pair.
function bindEach(left: Node, { list, scope, binder }: Each): void {
  const names = left.type === 'identifier' ? [[0, left] as const] : left.type === 'array_pattern' ? itemsOf(left) : [];
  for (const [index, name] of names) {
    if (name.type !== 'identifier' || index > 1) continue;
    const part = left.type === 'identifier' ? undefined : index === 0 ? ('first' as const) : ('second' as const);
    binder.aliases.add(name.text);
    bind(scope, name.text, { is: 'value', at: list.startIndex, read: once(() => toEach(lowerJavaScript(list), part)), scope });
  }
}

const MOST_ITEMS = 200;

/** The items of `[a, , b]` with their positions: holes count. */
function itemsOf(pattern: Node): readonly (readonly [number, Node])[] {
  let index = 0;
  return pattern.children.slice(0, 2 * MOST_ITEMS).flatMap((child): readonly (readonly [number, Node])[] => {
    if (child.type === ',') index++;
    return child.isNamed && child.type !== 'comment' ? [[index, child]] : [];
  });
}

// `Object.entries(table)` gives pairs, `Object.keys(table)` names, `Object.values(table)` values.
function toEach(list: Expression, part?: 'first' | 'second'): Expression {
  const of = (operator: string, left: Expression): Expression => operationOn(operator, left, list.at);
  const over = list.is === 'call' && list.callee.is === 'member' && toPath(list.callee.object) === 'Object' ? list.callee.name : undefined;
  const [table] = list.is === 'call' ? list.args : [];
  if (over !== undefined && table !== undefined) {
    if (over === 'entries') return of(part === 'second' ? 'values' : 'keys', table);
    if (over === 'keys' || over === 'values') return of(over, table);
  }
  return part === undefined ? of('each', list) : of(part, of('each', list));
}

const ITERATES: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'filter', 'find', 'some', 'every']);

/** The list that a function is called for each item of, where it is the argument of `forEach` and its kin. */
function iteratedBy(node: Node): Node | undefined {
  const call = node.parent?.type === 'arguments' ? node.parent.parent : undefined;
  const called = call?.childForFieldName('function');
  const name = called?.type === 'member_expression' ? called.childForFieldName('property')?.text : undefined;
  return name !== undefined && ITERATES.has(name) ? (called?.childForFieldName('object') ?? undefined) : undefined;
}

/** The parameters of a function, with their defaults; a TypeScript parameter that is a field too is bound as one. */
export function bindParameters(node: Node, binder: Binder): void {
  const scope = binder.scopeOf(node);
  if (scope === undefined) return;
  const single = node.childForFieldName('parameter');
  const list = single === null ? (node.childForFieldName('parameters')?.namedChildren ?? []) : [single];
  const iterated = iteratedBy(node);
  for (const [position, parameter] of list.filter((child) => child.type !== 'comment').entries()) {
    const pattern = parameter.childForFieldName('pattern') ?? parameter.childForFieldName('left') ?? parameter;
    const fallback = parameter.childForFieldName('value') ?? parameter.childForFieldName('right');
    if (iterated !== undefined && position === 0) {
      shadowPattern(pattern, scope);
      bindEach(pattern, { list: iterated, scope, binder });
      continue;
    }
    if (pattern.type !== 'identifier') {
      shadowPattern(pattern, scope);
      continue;
    }
    const read = fallback === null ? {} : { read: once(() => lowerJavaScript(fallback)) };
    bind(scope, pattern.text, { is: 'parameter', position, at: parameter.startIndex, ...read });
    if (parameter.namedChildren.some((child) => child.type === 'accessibility_modifier')) {
      const field: Expression = { is: 'name', name: pattern.text, at: parameter.startIndex };
      bind(classAround(scope) ?? scope, `this.${pattern.text}`, { is: 'value', at: parameter.startIndex, read: () => field, scope });
    }
  }
}

// Names that a pattern takes from an argument: bound, so that nothing outside is taken for them.
function shadowPattern(pattern: Node, scope: Scope): void {
  for (const node of pattern.descendantsOfType(['identifier', 'shorthand_property_identifier_pattern'])) {
    bind(scope, node.text, { is: 'value', at: node.startIndex, read: () => ({ is: 'unknown', at: node.startIndex }) });
  }
}
