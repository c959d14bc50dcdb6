// The full name of what an expression names: through imports, aliases, fields, and the types that calls return.

import type { Catalogue } from '../../knowledge/languages/row.ts';
import { type CallExpression, type Expression, toPath } from './expression.ts';
import { type Binding, findScope, type Module, type Scope } from './module.ts';
import { bindingsFor } from './reaching.ts';

const DEEPEST = 12;
const MOST = 6;

/** A call of a function of the file, while that function's body is read as called from there. */
export interface Frame {
  readonly scope: Scope;
  readonly call: CallExpression;
  readonly from: Place;
}

/** Where an expression is read. */
export interface Place {
  readonly module: Module;
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly frame?: Frame;
  /** steps left for this call: bindings that multiply each other end here */
  readonly budget: { steps: number };
}

/** The full name of what an expression names, through imports, aliases and the types that calls return. */
export function qualify(expression: Expression, place: Place, depth = 0): string | undefined {
  if (depth > DEEPEST || place.budget.steps-- <= 0) return undefined;
  switch (expression.is) {
    case 'name':
      return qualifyName(expression, place, depth);
    case 'member': {
      const object = qualify(expression.object, place, depth + 1);
      const direct = object === undefined ? undefined : place.module.normalise(`${object}.${expression.name}`);
      return direct ?? qualifyPath(expression, place, depth) ?? qualifyEntry(expression, place, depth);
    }
    case 'call': {
      const callee = qualify(expression.callee, place, depth + 1);
      if (callee !== undefined) return place.catalogue.find(callee)?.returns ?? `${callee}()`;
      const untyped = toUntyped(expression.callee);
      return untyped === undefined ? undefined : place.catalogue.find(untyped)?.returns;
    }
    case 'module':
      return place.module.normalise(expression.name);
    case 'either':
      // `has ? require('crypto') : null`
      return firstOf(expression.options.slice(0, MOST), (option) => qualify(option, place, depth + 1));
    default:
      return undefined;
  }
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A method of something whose type is not known, as rows name it. */
export function toUntyped(callee: Expression): string | undefined {
  return callee.is === 'member' ? `*.${callee.name}` : undefined;
}

function qualifyName(expression: Expression & { readonly is: 'name' }, place: Place, depth: number): string | undefined {
  const scope = findScope(place.scope, expression.name);
  if (scope === undefined) return place.module.toGlobal(expression.name);
  const declared = place.module.typeOf?.(scope, expression.name);
  if (declared !== undefined) return declared;
  const bindings = bindingsFor(expression.name, { at: expression.at, from: place.scope, scope, module: place.module });
  for (const binding of bindings.slice(-MOST).reverse()) {
    const symbol = qualifyBinding(binding, { ...place, scope }, depth);
    if (symbol !== undefined) return symbol;
  }
  return undefined;
}

function qualifyBinding(binding: Binding, place: Place, depth: number): string | undefined {
  if (binding.is === 'import') return place.module.normalise(binding.symbol);
  if (binding.is === 'parameter') return binding.type;
  return qualify(binding.read(), { ...place, scope: binding.scope ?? place.scope }, depth + 1);
}

// `TABLE['sha256']()`, where the table is written in the file.
function qualifyEntry(expression: Expression & { readonly is: 'member' }, place: Place, depth: number): string | undefined {
  const { object } = expression;
  const path = toPath(object);
  const scope = path === undefined ? undefined : findScope(place.scope, path);
  const binding = path === undefined ? undefined : scope?.bindings.get(path)?.at(-1);
  const table = binding?.is === 'value' ? binding.read() : undefined;
  const entry = table?.is === 'object' ? table.entries.get(expression.name) : undefined;
  return entry === undefined || scope === undefined ? undefined : qualify(entry, { ...place, scope }, depth + 1);
}

// `this.cipher = crypto.createCipheriv(…)`, later `this.cipher.update(…)`.
function qualifyPath(expression: Expression, place: Place, depth: number): string | undefined {
  const path = toPath(expression);
  const scope = path === undefined ? undefined : findScope(place.scope, path);
  const binding = path === undefined ? undefined : scope?.bindings.get(path)?.at(-1);
  return scope === undefined || binding === undefined ? undefined : qualifyBinding(binding, { ...place, scope }, depth + 1);
}
