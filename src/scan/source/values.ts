// Follows an expression to the values it may have, within the file: constants, macros, single assignments, concatenations, fields of literal
// objects, both sides of a choice, default parameters, arguments of a wrapper's caller. Depth and number of values are bounded.

import type { Catalogue } from '../../knowledge/languages/row.ts';
import { type CallExpression, type Expression, type Index, toPath } from './expression.ts';
import { type Binding, findScope, type Scope } from './module.ts';
import { type Place, qualify } from './qualify.ts';

/** What an expression may be. */
export type Value =
  | { readonly is: 'string'; readonly value: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'bytes'; readonly length: number }
  | { readonly is: 'symbol'; readonly name: string }
  | { readonly is: 'call'; readonly call: CallExpression; readonly symbol: string; readonly place: Place }
  | { readonly is: 'object'; readonly object: Expression & { readonly is: 'object' }; readonly place: Place }
  | { readonly is: 'list'; readonly items: readonly Expression[]; readonly place: Place }
  | { readonly is: 'null' }
  | { readonly is: 'parameter'; readonly scope: Scope };

/** A value with where it was written, whether that is the place of use itself, and whether it is the only one it can be. */
export interface Found {
  readonly value: Value;
  readonly at: Index;
  readonly direct: boolean;
  readonly sure: boolean;
}

const DEEPEST = 12;

const MOST = 6;

/** The values that an expression may have at a place; empty where nothing is known. */
export function findValues(expression: Expression, place: Place, depth = 0): readonly Found[] {
  if (depth > DEEPEST || place.budget.steps-- <= 0) return [];
  const { at } = expression;
  const here = (value: Value): readonly Found[] => [{ value, at, direct: true, sure: true }];
  switch (expression.is) {
    case 'string':
      return here({ is: 'string', value: expression.value });
    case 'number':
      return here({ is: 'number', value: expression.value });
    case 'bytes':
      return here({ is: 'bytes', length: expression.length });
    case 'null':
      return here({ is: 'null' });
    case 'object':
      return here({ is: 'object', object: expression, place });
    case 'list':
      return here({ is: 'list', items: expression.items, place });
    case 'call':
      return here({ is: 'call', call: expression, symbol: qualify(expression.callee, place, depth + 1) ?? '', place });
    case 'either':
      return unsure(expression.options.flatMap((option) => findValues(option, place, depth + 1)));
    case 'name':
      return ofName(expression.name, { expression, place, depth });
    case 'member':
      return ofMember(expression, place, depth);
    case 'operation':
      return ofOperation(expression, place, depth);
    case 'size':
      return findValues(expression.of, place, depth + 1).flatMap((found) =>
        found.value.is === 'bytes' ? [{ ...found, value: { is: 'number' as const, value: found.value.length } }] : [],
      );
    case 'module':
      return here({ is: 'symbol', name: place.module.normalise(expression.name) });
    case 'unknown':
      return [];
  }
}

interface Asking {
  readonly expression: Expression;
  readonly place: Place;
  readonly depth: number;
}

function ofName(name: string, { expression, place, depth }: Asking): readonly Found[] {
  const scope = findScope(place.scope, name);
  if (scope === undefined) {
    const symbol = place.module.toGlobal(name);
    return symbol === undefined ? [] : [{ value: toSymbol(symbol, place.catalogue), at: expression.at, direct: true, sure: true }];
  }
  const bindings = scope.bindings.get(name) ?? [];
  return unsure(bindings.slice(-MOST).flatMap((binding) => ofBinding(binding, { expression, place: { ...place, scope }, depth })));
}

// A constant that the library gives a number is that number wherever one is counted.
function toSymbol(name: string, catalogue: Catalogue): Value {
  const number = catalogue.findConstant(name)?.number;
  return number === undefined ? { is: 'symbol', name } : { is: 'number', value: number };
}

function ofBinding(binding: Binding, { expression, place, depth }: Asking): readonly Found[] {
  if (binding.is === 'import')
    return [{ value: { is: 'symbol', name: place.module.normalise(binding.symbol) }, at: expression.at, direct: true, sure: true }];
  if (binding.is === 'value') return indirect(findValues(binding.read(), { ...place, scope: binding.scope ?? place.scope }, depth + 1));
  const { frame } = place;
  if (frame !== undefined && frame.scope === place.scope) {
    const argument = frame.call.args[binding.position] ?? frame.call.keywords.get(nameOf(expression));
    if (argument !== undefined) return findValues(argument, frame.from, depth + 1);
  }
  if (binding.type !== undefined) return [{ value: { is: 'symbol', name: binding.type }, at: expression.at, direct: true, sure: true }];
  const unbound: Found = { value: { is: 'parameter', scope: place.scope }, at: expression.at, direct: true, sure: true };
  return binding.read === undefined ? [unbound] : [...unsureOf(indirect(findValues(binding.read(), place, depth + 1))), unbound];
}

function nameOf(expression: Expression): string {
  return expression.is === 'name' ? expression.name : '';
}

function ofMember(expression: Expression & { readonly is: 'member' }, place: Place, depth: number): readonly Found[] {
  const path = toPath(expression);
  const symbol = qualify(expression, place, depth + 1);
  if (symbol !== undefined && isKnown(symbol, place.catalogue))
    return [{ value: { is: 'symbol', name: symbol }, at: expression.at, direct: true, sure: true }];
  const bound = path === undefined ? undefined : findScope(place.scope, path);
  if (path !== undefined && bound !== undefined) return ofName(path, { expression, place, depth: depth + 1 });
  const fields = findValues(expression.object, place, depth + 1).flatMap((found) => fieldOf(found, expression.name, depth));
  if (fields.length > 0) return fields;
  return symbol === undefined ? [] : [{ value: { is: 'symbol', name: symbol }, at: expression.at, direct: true, sure: true }];
}

function isKnown(symbol: string, catalogue: Catalogue): boolean {
  return catalogue.find(symbol) !== undefined || catalogue.findConstant(symbol) !== undefined;
}

/** A field of what was found; `.value` of an enumeration's member and `.length` of octets are themselves. */
export function fieldOf(found: Found, name: string, depth = 0): readonly Found[] {
  const { value } = found;
  if (value.is === 'object') {
    const entry = value.object.entries.get(name);
    const spread =
      entry === undefined
        ? value.object.spreads.flatMap((one) => findValues(one, value.place, depth + 1)).flatMap((one) => fieldOf(one, name, depth + 1))
        : [];
    const inside = entry === undefined ? spread : findValues(entry, value.place, depth + 1);
    return found.direct ? inside : indirect(inside);
  }
  if (name === 'value' && (value.is === 'string' || value.is === 'number')) return [found];
  if (name === 'length' && value.is === 'bytes') return [{ ...found, value: { is: 'number', value: value.length } }];
  return [];
}

function ofOperation(expression: Expression & { readonly is: 'operation' }, place: Place, depth: number): readonly Found[] {
  const lefts = findValues(expression.left, place, depth + 1);
  if (expression.operator === 'octets')
    return lefts.flatMap((found) =>
      found.value.is === 'number' ? [{ ...found, value: { is: 'bytes' as const, length: found.value.value } }] : [],
    );
  const rights = findValues(expression.right, place, depth + 1);
  const made = lefts.flatMap((left) => rights.flatMap((right) => combine(expression.operator, left, right)));
  return made.slice(0, MOST).map((found) => ({ ...found, at: found.direct ? expression.at : found.at }));
}

const ARITHMETIC: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '//': (left, right) => Math.floor(left / right),
  '**': (left, right) => left ** right,
  '<<': (left, right) => left * 2 ** right,
  '>>': (left, right) => Math.floor(left / 2 ** right),
};

function combine(operator: string, left: Found, right: Found): readonly Found[] {
  const both = { at: left.direct ? right.at : left.at, direct: left.direct && right.direct, sure: left.sure && right.sure };
  const [a, b] = [left.value, right.value];
  if (operator === '+' && (a.is === 'string' || b.is === 'string')) {
    const [first, second] = [textOf(a), textOf(b)];
    return first === undefined || second === undefined
      ? []
      : [{ ...both, value: { is: 'string', value: `${first}${second}`.slice(0, 1000) } }];
  }
  if (operator === '*' && a.is === 'bytes' && b.is === 'number') return [{ ...both, value: { is: 'bytes', length: a.length * b.value } }];
  const compute = Object.hasOwn(ARITHMETIC, operator) ? ARITHMETIC[operator] : undefined;
  if (a.is !== 'number' || b.is !== 'number' || compute === undefined) return [];
  const value = compute(a.value, b.value);
  return Number.isSafeInteger(value) ? [{ ...both, value: { is: 'number', value } }] : [];
}

function textOf(value: Value): string | undefined {
  if (value.is === 'string') return value.value;
  return value.is === 'number' ? String(value.value) : undefined;
}

function indirect(found: readonly Found[]): readonly Found[] {
  return found.map((one) => ({ ...one, direct: false }));
}

function unsureOf(found: readonly Found[]): readonly Found[] {
  return found.map((one) => ({ ...one, sure: false }));
}

// Several different values: any of them may be meant.
function unsure(found: readonly Found[]): readonly Found[] {
  const distinct = new Map(found.map((one) => [keyOf(one.value), one]));
  const all = [...distinct.values()].slice(0, MOST);
  return all.length > 1 ? unsureOf(all) : all;
}

function keyOf(value: Value): string {
  switch (value.is) {
    case 'string':
    case 'number':
      return `${value.is} ${value.value}`;
    case 'bytes':
      return `bytes ${value.length}`;
    case 'symbol':
      return `symbol ${value.name}`;
    case 'call':
      return `call ${value.call.at}`;
    case 'object':
      return `object ${value.object.at}`;
    default:
      return value.is;
  }
}
