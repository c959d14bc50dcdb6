// What the names of a Java or Kotlin file are bound to: imports, fields, variables, parameters, constants of enumerations, and what the
// file's own methods return.

import type { Expression } from '../expression.ts';
import { type Binding, bind, type CallSite, nestScopes, type Scope, scopeAt } from '../module.ts';
import { once } from '../once.ts';
import { readBranch } from './branches.ts';
import { readExpression, toCall } from './expressions.ts';
import type { Declaration, Outline, Parameter, Region } from './outline.ts';
import type { Source } from './source.ts';
import { isToken } from './tokens.ts';

/** The names of a file. */
export interface Names {
  readonly file: Scope;
  readonly scopes: readonly Scope[];
  readonly regions: ReadonlyMap<Scope, Region>;
  /** declared types by scope and name, as written */
  readonly types: ReadonlyMap<Scope, Map<string, string>>;
  /** functions and classes of the file's own */
  readonly defined: ReadonlySet<string>;
  /** binds an expression that is read elsewhere, and gives the name by which it is reached */
  readonly lend: (value: Lent) => Expression;
}

/** An expression with where it is to be read, and what it is known to be. */
export interface Lent {
  readonly at: number;
  readonly read: () => Expression;
  readonly scope: Scope;
  readonly type?: string;
  /** the call through which it is reached: its arguments are those of the function around it */
  readonly through?: CallSite;
}

/** Binds everything an outline declares. Values are read when they are asked for. */
export function bindNames(outline: Outline, source: Source): Names {
  const { tokens } = source;
  const startOf = (token: number): number => tokens.starts[token] ?? tokens.text.length;
  const { file, scopes } = nestScopes(
    outline.regions.map(({ kind, name, from, to }) => ({
      kind,
      name,
      start: startOf(from),
      end: startOf(to),
      ...(kind === 'class' ? { bare: true as const } : {}),
    })),
    tokens.text.length + 1,
  );
  const byStart = new Map(outline.regions.map((region) => [startOf(region.from), region]));
  const regions = new Map(
    scopes.slice(1).flatMap((scope) => {
      const region = byStart.get(scope.start);
      return region === undefined ? [] : [[scope, region] as const];
    }),
  );
  const types = new Map<Scope, Map<string, string>>();
  const binder: Binder = { source, file, scopes, regions, types, startOf };
  for (const { path, local, isWild, token } of outline.imports) {
    if (!isWild) bind(file, local, { is: 'import', symbol: path, at: startOf(token) });
  }
  for (const [scope, region] of regions) bindRegion(binder, scope, region);
  for (const declaration of outline.declarations) bindDeclaration(binder, declaration);
  for (const { path, token, value } of outline.assignments) bindAssignment(binder, path, { token, value });
  return {
    file,
    scopes,
    regions,
    types,
    defined: new Set(outline.regions.map(({ name }) => name).filter((name) => name !== '')),
    lend: toLender(file, types),
  };
}

interface Binder {
  readonly source: Source;
  readonly file: Scope;
  readonly scopes: readonly Scope[];
  readonly regions: ReadonlyMap<Scope, Region>;
  readonly types: Map<Scope, Map<string, string>>;
  readonly startOf: (token: number) => number;
}

function toLender(file: Scope, types: Map<Scope, Map<string, string>>): Names['lend'] {
  let lent = 0;
  return ({ at, read, scope, type, through }) => {
    const name = `#${lent++}`;
    const how = through === undefined ? {} : { through };
    bind(file, name, { is: 'value', at, read: once(read), scope, ...how });
    if (type !== undefined) noteType(types, { scope: file, name, type });
    return { is: 'name', name, at };
  };
}

function noteType(types: Map<Scope, Map<string, string>>, { scope, name, type }: { scope: Scope; name: string; type: string }): void {
  const known = types.get(scope);
  if (known === undefined) types.set(scope, new Map([[name, type]]));
  else known.set(name, type);
}

/** A field is reached by its name, through `this`, and through its class. */
function bindIn(binder: Binder, scope: Scope, name: string, binding: Binding): void {
  bind(scope, name, binding);
  if (scope.kind !== 'class') return;
  bind(scope, `this.${name}`, binding);
  let path = name;
  const read: Binding = binding.is === 'value' ? { ...binding, scope: binding.scope ?? scope } : binding;
  for (let here: Scope | undefined = scope; here?.kind === 'class' && here.name !== ''; here = here.parent) {
    path = `${here.name}.${path}`;
    bind(binder.file, path, read);
  }
}

function bindRegion(binder: Binder, scope: Scope, region: Region): void {
  region.parameters.forEach((parameter, position) => {
    bindParameter(binder, scope, { ...parameter, position });
  });
  const shape = once((): Shape => ({ fields: fieldsOf(binder, scope), getters: gettersOf(binder, scope) }));
  for (const { name, token, open } of region.constants ?? []) {
    const at = binder.startOf(token);
    const read = once(() => constantOf(binder, scope, { name, at, open, shape }));
    bindIn(binder, scope, name, { is: 'value', at, read, scope });
  }
}

function bindParameter(
  { source, types, startOf }: Binder,
  scope: Scope,
  { name, token, type, fallback, position, isField }: Parameter & { readonly position: number },
): void {
  const read = fallback === undefined ? {} : { read: once(() => readExpression(source, fallback).expression) };
  const binding: Binding = { is: 'parameter', position, at: startOf(token), ...read };
  bind(scope, name, binding);
  if (isField === true) bind(scope, `this.${name}`, binding);
  if (type !== undefined) noteType(types, { scope, name, type });
}

function bindDeclaration(binder: Binder, { name, token, type, value, inBlock }: Declaration): void {
  const scope = scopeAt(binder.scopes, binder.startOf(token));
  if (type !== undefined) {
    noteType(binder.types, { scope, name, type });
    if (scope.kind === 'class') noteType(binder.types, { scope, name: `this.${name}`, type });
  }
  const at = binder.startOf(value ?? token);
  const read = once((): Expression => {
    if (value === undefined) return { is: 'unknown', at };
    return inBlock === true ? readBranch(binder.source, value, 0).expression : readExpression(binder.source, value).expression;
  });
  bindIn(binder, scope, name, { is: 'value', at, read });
}

function bindAssignment(binder: Binder, path: string, { token, value }: { readonly token: number; readonly value: number }): void {
  const at = binder.startOf(value);
  const scope = scopeAt(binder.scopes, binder.startOf(token));
  const read = once(() => readExpression(binder.source, value).expression);
  const name = path.replace(/^this\./, '');
  const owner = ownerOf(scope, name, name !== path);
  if (owner === undefined) bind(scope, path, { is: 'value', at, read });
  else bindIn(binder, owner, name, { is: 'value', at, read, scope });
}

/** The scope that declares a name: of `this.x` a class, else the nearest. */
function ownerOf(scope: Scope, name: string, ofClass: boolean): Scope | undefined {
  for (let here: Scope | undefined = scope; here !== undefined; here = here.parent) {
    if ((here.kind === 'class' || !ofClass) && here.bindings.has(name)) return here;
  }
  return undefined;
}

/** What the constants of an enumeration have in common. */
interface Shape {
  /** positions of the arguments that fill them */
  readonly fields: ReadonlyMap<string, number>;
  readonly getters: readonly (readonly [method: string, field: string])[];
}

interface Constant {
  readonly name: string;
  readonly at: number;
  readonly open: number | undefined;
  readonly shape: () => Shape;
}

/** A constant of an enumeration as an object: its fields and the methods that give them back, by the arguments it is made with. */
function constantOf(binder: Binder, scope: Scope, { name, at, open, shape }: Constant): Expression {
  const self: Expression = { is: 'string', value: name, at };
  const entries = new Map<string, Expression>([
    ['name', self],
    ['toString', self],
  ]);
  if (open === undefined) return { is: 'object', entries, spreads: [], at };
  const { args } = toCall(binder.source, { callee: { is: 'name', name: scope.name, at }, at, open, depth: 0 });
  const { fields, getters } = shape();
  for (const [field, position] of fields) {
    const argument = args[position];
    if (argument !== undefined) entries.set(field, argument);
  }
  for (const [method, field] of getters) {
    const argument = args[fields.get(field) ?? -1];
    if (argument !== undefined) entries.set(method, argument);
  }
  return { is: 'object', entries, spreads: [], at };
}

/** Fields that a constructor fills from its parameters, or that are parameters, by position. */
function fieldsOf({ regions }: Binder, owner: Scope): ReadonlyMap<string, number> {
  const fields = new Map<string, number>();
  regions.get(owner)?.parameters.forEach(({ name }, position) => {
    fields.set(name, position);
  });
  for (const [name, bindings] of owner.bindings) {
    for (const binding of bindings) {
      if (binding.is !== 'value' || binding.scope?.parent !== owner || binding.scope.name !== owner.name) continue;
      const value = binding.read();
      const position = regions.get(binding.scope)?.parameters.findIndex((one) => value.is === 'name' && one.name === value.name) ?? -1;
      if (position >= 0) fields.set(name, position);
    }
  }
  return fields;
}

/** Methods without parameters whose only statement returns a field. */
function gettersOf({ source, scopes, regions }: Binder, owner: Scope): readonly (readonly [string, string])[] {
  const { tokens } = source;
  return scopes.flatMap((scope): readonly (readonly [string, string])[] => {
    const region = scope.parent === owner ? regions.get(scope) : undefined;
    if (region === undefined || region.kind !== 'function' || region.parameters.length > 0) return [];
    for (let token = region.from; token < Math.min(region.to, region.from + 12); token++) {
      if (!isToken(tokens, token, 'return')) continue;
      const value = readExpression(source, token + 1).expression;
      const field =
        value.is === 'name'
          ? value.name
          : value.is === 'member' && value.object.is === 'name' && value.object.name === 'this'
            ? value.name
            : undefined;
      return field === undefined ? [] : [[scope.name, field]];
    }
    const value = region.value === undefined ? undefined : readExpression(source, region.value).expression;
    return value?.is === 'name' ? [[scope.name, value.name]] : [];
  });
}
