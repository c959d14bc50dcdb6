// Follows an expression to the values it may have, within the file and where another file gives a name: constants, macros, single assignments, concatenations, fields of literal
// objects, both sides of a choice, default parameters, arguments of a wrapper's caller. Depth and number of values are bounded.

import type { Catalogue } from '../../knowledge/languages/row.ts';
import { type CallExpression, type Expression, type Index, toPath } from './expression.ts';
import { type Binding, findScope, type Scope } from './module.ts';
import { type Place, qualify } from './qualify.ts';
import { bindingsFor } from './reaching.ts';
import { changeText } from './texts.ts';

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

const MOST = 10;

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
      return ofCall(expression, place, depth);
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

// A call of a function of the file's own is what that gives back, as called from here.
function ofCall(call: CallExpression, place: Place, depth: number): readonly Found[] {
  const symbol = qualify(call.callee, place, depth + 1) ?? '';
  const chosen = symbol === '' ? ofChosen(call, place, depth) : [];
  if (chosen.length > 0) return chosen;
  const itself: Found = { value: { is: 'call', call, symbol, place }, at: call.at, direct: true, sure: true };
  const { callee } = call;
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : '';
  const results = isKnown(symbol, place.catalogue) ? undefined : place.module.results?.(name);
  if (results === undefined) return [itself];
  const frame = { scope: results.scope, call, from: place };
  const found = results.values
    .slice(0, MOST)
    .flatMap(({ scope, read }) => findValues(read(), { ...place, scope, frame }, depth + 1))
    .filter(({ value }) => value.is !== 'null');
  return found.length === 0 ? [itself] : unsure(indirect(found));
}

// `TABLE[name](…)`: a call of whatever the table holds.
function ofChosen(call: CallExpression, place: Place, depth: number): readonly Found[] {
  const { callee } = call;
  if (callee.is !== 'operation' && callee.is !== 'member') return [];
  const called = findValues(callee, place, depth + 1).filter(({ value }) => value.is === 'symbol' && isKnown(value.name, place.catalogue));
  return called.flatMap(({ value, sure }) =>
    value.is === 'symbol' ? [{ value: { is: 'call' as const, call, symbol: value.name, place }, at: call.at, direct: true, sure }] : [],
  );
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
    const given = isLibrarys(symbol, place) ? [] : ofElsewhere(name, place, depth);
    if (given.length > 0) return given;
    return symbol === undefined ? [] : [{ value: toSymbol(symbol, place.catalogue), at: expression.at, direct: true, sure: true }];
  }
  const bindings = bindingsFor(name, { at: expression.at, from: place.scope, scope, module: place.module });
  return unsure(bindings.slice(-MOST).flatMap((binding) => ofBinding(binding, { expression, place: { ...place, scope }, depth })));
}

// A constant that the library gives a number is that number wherever one is counted.
function toSymbol(name: string, catalogue: Catalogue): Value {
  const number = catalogue.findConstant(name)?.number;
  return number === undefined ? { is: 'symbol', name } : { is: 'number', value: number };
}

function ofBinding(binding: Binding, { expression, place, depth }: Asking): readonly Found[] {
  if (binding.is === 'import') {
    const symbol = place.module.normalise(binding.symbol);
    const given = isLibrarys(symbol, place) ? [] : ofElsewhere(binding.symbol, place, depth);
    if (given.length > 0) return given;
    return [{ value: toSymbol(symbol, place.catalogue), at: expression.at, direct: true, sure: true }];
  }
  if (binding.is === 'value') return indirect(findValues(binding.read(), placeOf(binding, place), depth + 1));
  const { frame } = place;
  if (frame !== undefined && frame.scope === place.scope) {
    const argument = frame.call.args[binding.position] ?? frame.call.keywords.get(nameOf(expression));
    if (argument !== undefined) return findValues(argument, frame.from, depth + 1);
  }
  if (binding.type !== undefined && binding.open !== true)
    return [{ value: { is: 'symbol', name: binding.type }, at: expression.at, direct: true, sure: true }];
  const unbound: Found = { value: { is: 'parameter', scope: place.scope }, at: expression.at, direct: true, sure: true };
  return binding.read === undefined ? [unbound] : [...unsureOf(indirect(findValues(binding.read(), place, depth + 1))), unbound];
}

// What a function returns is read with the arguments of the call that it came through.
function placeOf({ scope, through }: Binding & { readonly is: 'value' }, place: Place): Place {
  if (scope === undefined || through === undefined) return { ...place, scope: scope ?? place.scope };
  return { ...place, scope, frame: { scope, call: through.call, from: { ...place, scope: through.scope } } };
}

function nameOf(expression: Expression): string {
  return expression.is === 'name' ? expression.name : '';
}

function ofMember(expression: Expression & { readonly is: 'member' }, place: Place, depth: number): readonly Found[] {
  const path = toPath(expression);
  const symbol = qualify(expression, place, depth + 1);
  if (symbol !== undefined && isKnown(symbol, place.catalogue))
    return [{ value: toSymbol(symbol, place.catalogue), at: expression.at, direct: true, sure: true }];
  const bound = path === undefined ? undefined : findScope(place.scope, path);
  if (path !== undefined && bound !== undefined) return ofName(path, { expression, place, depth: depth + 1 });
  const fields = findValues(expression.object, place, depth + 1).flatMap((found) => fieldOf(found, expression.name, depth));
  if (fields.length > 0) return fields;
  const name = symbol ?? (path === undefined || isBound(expression, place) ? undefined : path);
  const given = name === undefined ? [] : ofElsewhere(name, place, depth);
  if (given.length > 0) return given;
  return symbol === undefined ? [] : [{ value: { is: 'symbol', name: symbol }, at: expression.at, direct: true, sure: true }];
}

// What another file gives a name; it is written there, so nothing of it is direct.
function ofElsewhere(name: string, place: Place, depth: number): readonly Found[] {
  const given = place.module.elsewhere?.(name) ?? [];
  return unsure(indirect(given.flatMap((one) => findValues(one, { ...place, scope: place.module.file }, depth + 1))));
}

function isLibrarys(symbol: string | undefined, { catalogue }: Place): boolean {
  return symbol !== undefined && isKnown(symbol, catalogue);
}

// The first name of a chain is a variable or a parameter of the file's own: its fields are not those of another file.
function isBound(expression: Expression, place: Place): boolean {
  let root = expression;
  while (root.is === 'member') root = root.object;
  return root.is !== 'name' || root.name === 'this' || findScope(place.scope, root.name) !== undefined;
}

/** True for a name of a library. */
export function isKnown(symbol: string, catalogue: Catalogue): boolean {
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
    const known = found.sure ? inside : unsureOf(inside);
    return found.direct ? known : indirect(known);
  }
  // `LIST[1]`.
  if (value.is === 'list' && /^\d{1,4}$/.test(name)) {
    const item = value.items[Number(name)];
    return item === undefined ? [] : indirect(findValues(item, value.place, depth + 1));
  }
  // What the callers hand in may have the field.
  if (value.is === 'parameter') return [found];
  // A field that a construction was given by name.
  const given = value.is === 'call' ? value.call.keywords.get(name) : undefined;
  if (value.is === 'call' && given !== undefined) {
    const inside = findValues(given, value.place, depth + 1);
    return found.direct ? inside : indirect(inside);
  }
  // The halves of a pair are of the kind that the pair was made as.
  if (value.is === 'call' && /^(?:private|public|secret)Key$/.test(name)) return [found];
  if (name === 'value' && (value.is === 'string' || value.is === 'number')) return [found];
  if (name === 'length' && value.is === 'bytes') return [{ ...found, value: { is: 'number', value: value.length } }];
  return [];
}

function ofOperation(expression: Expression & { readonly is: 'operation' }, place: Place, depth: number): readonly Found[] {
  const lefts = findValues(expression.left, place, depth + 1);
  const pick = PICKS.get(expression.operator);
  if (pick !== undefined)
    return lefts.flatMap(({ value }) => pick(value).flatMap((found) => findValues(found.item, found.place, depth + 1)));
  if (expression.operator === 'field') return ofField(expression, lefts, { place, depth });
  if (expression.operator === 'spelled') return lefts.map((found) => spell(found, { place, depth }));
  if (expression.operator.startsWith('.')) return ofText(expression, lefts, { place, depth });
  if (expression.operator === 'octets')
    return lefts.flatMap((found) =>
      found.value.is === 'number' ? [{ ...found, value: { is: 'bytes' as const, length: found.value.value } }] : [],
    );
  const rights = findValues(expression.right, place, depth + 1);
  const text = (found: Found): Found => asText(found, place.catalogue);
  const made = lefts.flatMap((left) => rights.flatMap((right) => combine(expression.operator, text(left), text(right))));
  return made.slice(0, MOST).map((found) => ({ ...found, at: found.direct ? expression.at : found.at }));
}

// A constant of a library that is a string is that string where it is joined to others.
function asText(found: Found, catalogue: Catalogue): Found {
  const written = found.value.is === 'symbol' ? catalogue.findConstant(found.value.name)?.text : undefined;
  return written === undefined ? found : { ...found, value: { is: 'string', value: written } };
}

interface Picked {
  readonly item: Expression;
  readonly place: Place;
}

// What a loop takes from a list or a table: each item, each key, each value; of pairs, the first or the second.
const PICKS: ReadonlyMap<string, (value: Value) => readonly Picked[]> = new Map([
  ['each', (value) => (value.is === 'object' ? keysOf(value) : itemsOf(value))],
  ['keys', keysOf],
  ['values', (value) => (value.is === 'object' ? entriesOf(value).map(([, item]) => ({ item, place: value.place })) : [])],
  ['first', (value) => itemsOf(value).slice(0, 1)],
  ['second', (value) => itemsOf(value).slice(1, 2)],
]);

function itemsOf(value: Value): readonly Picked[] {
  return value.is === 'list' ? value.items.slice(0, MOST).map((item) => ({ item, place: value.place })) : [];
}

function keysOf(value: Value): readonly Picked[] {
  if (value.is !== 'object') return [];
  return entriesOf(value).map(([name, { at }]) => ({ item: { is: 'string', value: name, at }, place: value.place }));
}

function entriesOf(value: Value & { readonly is: 'object' }): readonly (readonly [string, Expression])[] {
  return [...value.object.entries].slice(0, MOST);
}

interface Asked {
  readonly place: Place;
  readonly depth: number;
}

// `TABLE[name]`: the field of that name; any of them where the name is not known.
function ofField(
  expression: Expression & { readonly is: 'operation' },
  objects: readonly Found[],
  { place, depth }: Asked,
): readonly Found[] {
  const names = findValues(expression.right, place, depth + 1).flatMap(({ value }) => keyNames(value));
  const found = objects.flatMap((object) => {
    const { value } = object;
    if (value.is === 'parameter') return [object];
    if (value.is !== 'object' && value.is !== 'list') return [];
    if (names.length > 0) return names.flatMap((name) => fieldOf(object, name, depth + 1));
    const items = value.is === 'list' ? itemsOf(value).map(({ item }) => item) : entriesOf(value).map(([, entry]) => entry);
    return items.flatMap((item) => findValues(item, value.place, depth + 1));
  });
  return indirect(unsure(found));
}

// `new String(new char[] {'D', 'E', 'S'})`; of anything else the text is itself.
function spell(found: Found, { place, depth }: Asked): Found {
  if (found.value.is !== 'list' || found.value.items.length > LONGEST_SPELLED) return found;
  const signs = found.value.items.map((item) => toSign(findValues(item, place, depth + 1)[0]?.value));
  const text = signs.every((sign) => sign !== undefined) ? signs.join('') : undefined;
  return text === undefined || text === '' ? found : { ...found, value: { is: 'string', value: text } };
}

const LONGEST_SPELLED = 64;

function toSign(value: Value | undefined): string | undefined {
  if (value?.is === 'string') return value.value.length === 1 ? value.value : undefined;
  return value?.is === 'number' && value.value >= 32 && value.value < 127 ? String.fromCharCode(value.value) : undefined;
}

// A text that is changed by what is written there: `"AES_CBC".replace("_", "/")`.
function ofText(expression: Expression & { readonly is: 'operation' }, texts: readonly Found[], { place, depth }: Asked): readonly Found[] {
  const given = expression.right.is === 'list' ? expression.right.items.map((item) => findValues(item, place, depth + 1)) : [];
  if (given.some((values) => values.length !== 1)) return texts.filter(({ value }) => value.is === 'parameter');
  const args = given.flatMap(([first]) => (first === undefined ? [] : [textOf(first.value) ?? '']));
  return texts.flatMap((found): readonly Found[] => {
    if (found.value.is === 'parameter') return [found];
    const text = found.value.is === 'string' ? changeText(expression.operator.slice(1), found.value.value, args) : undefined;
    if (text === undefined) return [];
    const { at } = found;
    if (typeof text === 'string') return [{ ...found, value: { is: 'string', value: text } }];
    return [{ ...found, value: { is: 'list', items: text.map((value) => ({ is: 'string', value, at })), place } }];
  });
}

// A key of a table as its entries have it: a constant of an enumeration by its own name.
function keyNames(value: Value): readonly string[] {
  if (value.is === 'string' || value.is === 'number') return [String(value.value)];
  return value.is === 'symbol' ? [value.name.slice(value.name.lastIndexOf('.') + 1)] : [];
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
  // What the callers hand in decides the whole.
  if (a.is === 'parameter') return [left];
  if (b.is === 'parameter') return [right];
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
      return `call ${value.call.at} ${value.symbol}`;
    case 'object':
      return `object ${value.object.at}`;
    default:
      return value.is;
  }
}
