// Writes an expression down for readers of other files: what can be followed in this one is followed, what the callers of one function
// hand in stays open under the name of its parameter. Depth and size are bounded.

import type { Written } from '../../model/reference.ts';
import { type Expression, toPath } from './expression.ts';
import { type Binding, findScope, type Scope } from './module.ts';
import { type Place, qualify } from './qualify.ts';
import { bindingsFor } from './reaching.ts';
import { findValues, isKnown, type Value } from './values.ts';

/** The function whose parameters stay open, and where the expression stands. */
export interface Lifting {
  readonly root: Scope;
  readonly place: Place;
}

const DEEPEST = 8;
const MOST_ITEMS = 32;
const LONGEST = 200;
const UNKNOWN: Written = { is: 'unknown' };

/** The expression as another file can read it. */
export function lift(expression: Expression, lifting: Lifting, depth = 0): Written {
  if (depth > DEEPEST || lifting.place.budget.steps-- <= 0) return UNKNOWN;
  const inner = (one: Expression): Written => lift(one, lifting, depth + 1);
  switch (expression.is) {
    case 'string':
      return { is: 'string', value: expression.value.slice(0, LONGEST) };
    case 'number':
      return { is: 'number', value: expression.value };
    case 'bytes':
      return { is: 'bytes', length: expression.length };
    case 'null':
      return { is: 'null' };
    case 'module':
      return { is: 'symbol', name: lifting.place.module.normalise(expression.name) };
    case 'either':
      return { is: 'either', options: expression.options.slice(0, MOST_ITEMS).map(inner) };
    case 'operation':
      return { is: 'operation', operator: expression.operator, left: inner(expression.left), right: inner(expression.right) };
    case 'list':
      return { is: 'list', items: expression.items.slice(0, MOST_ITEMS).map(inner) };
    case 'object':
      return { is: 'object', entries: [...expression.entries].slice(0, MOST_ITEMS).map(([name, value]) => [name, inner(value)] as const) };
    case 'call':
      return liftCall(expression, lifting, depth);
    case 'name':
    case 'member':
      return liftName(expression, lifting, depth);
    default:
      return liftValues(expression, lifting);
  }
}

function liftCall(call: Expression & { readonly is: 'call' }, lifting: Lifting, depth: number): Written {
  const name = qualify(call.callee, lifting.place);
  if (name === undefined || !isKnown(name, lifting.place.catalogue)) return liftValues(call, lifting);
  const inner = (one: Expression): Written => lift(one, lifting, depth + 1);
  const keywords = [...call.keywords].slice(0, MOST_ITEMS).map(([key, value]) => [key, inner(value)] as const);
  return { is: 'call', name, args: call.args.slice(0, MOST_ITEMS).map(inner), ...(keywords.length === 0 ? {} : { keywords }) };
}

function liftName(expression: Expression & { readonly is: 'name' | 'member' }, lifting: Lifting, depth: number): Written {
  const { place } = lifting;
  const path = toPath(expression);
  const scope = path === undefined ? undefined : findScope(place.scope, path);
  if (path === undefined || scope === undefined) return liftValues(expression, lifting);
  const options = bindingsFor(path, { at: expression.at, from: place.scope, scope, module: place.module })
    .slice(-MOST_ITEMS)
    .map((binding) => liftBinding(binding, { path, expression, lifting: { ...lifting, place: { ...place, scope } }, depth: depth + 1 }));
  const [first, ...others] = options;
  return first === undefined || others.length > 0 ? { is: 'either', options } : first;
}

interface Bound {
  readonly path: string;
  readonly expression: Expression;
  /** with the scope that binds it */
  readonly lifting: Lifting;
  readonly depth: number;
}

function liftBinding(binding: Binding, { path, expression, lifting, depth }: Bound): Written {
  const { place, root } = lifting;
  if (binding.is === 'import') return liftValues(expression, lifting);
  if (binding.is === 'value') {
    const { scope, through } = binding;
    const frame =
      scope === undefined || through === undefined ? undefined : { scope, call: through.call, from: { ...place, scope: through.scope } };
    return lift(
      binding.read(),
      { root, place: { ...place, scope: scope ?? place.scope, ...(frame === undefined ? {} : { frame }) } },
      depth,
    );
  }
  const { frame } = place;
  if (frame !== undefined && frame.scope === place.scope) {
    const argument = frame.call.args[binding.position] ?? frame.call.keywords.get(path);
    if (argument !== undefined) return lift(argument, { root, place: frame.from }, depth);
  }
  if (place.scope === root) return { is: 'parameter', name: path };
  return binding.type === undefined || binding.open === true ? UNKNOWN : { is: 'symbol', name: binding.type };
}

function liftValues(expression: Expression, { place }: Lifting): Written {
  const options = findValues(expression, place).map(({ value }) => toWritten(value));
  const [first, ...others] = options;
  if (first === undefined) return UNKNOWN;
  return others.length > 0 ? { is: 'either', options } : first;
}

function toWritten(value: Value): Written {
  switch (value.is) {
    case 'string':
    case 'number':
    case 'bytes':
    case 'symbol':
    case 'null':
      return value;
    case 'call':
      return { is: 'call', name: value.symbol, args: [] };
    default:
      return UNKNOWN;
  }
}
