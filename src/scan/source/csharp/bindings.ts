// What the names of a C# file are bound to: usings, fields and locals with their types, properties, enumerations, parameters, loops.

import type { Node } from 'web-tree-sitter';
import { isCSharpType } from '../../../knowledge/languages/csharp.ts';
import type { Binder } from '../binder.ts';
import { type Capture, wordAt } from '../captures.ts';
import { type Expression, operationOn } from '../expression.ts';
import { type Binding, bind, findScope, type Scope } from '../module.ts';
import { once } from '../once.ts';
import { lowerCSharp } from './lower.ts';

/** Where bindings go in C#. */
export interface CSharpBinder extends Binder {
  /** scopes of classes, whose names are reached with and without `this` */
  readonly classes: ReadonlySet<Scope>;
}

/** `using N;`, `using A = N.T;`, `using static N.T;`. */
export function bindUsing(node: Node, binder: Binder): void {
  const alias = node.childForFieldName('name');
  const named = node.lastNamedChild;
  if (named === null || (alias !== null && named.id === alias.id)) return;
  const symbol = named.text.replace(/\s+/g, '').replace(/^global::/, '');
  binder.inclusions.push({ module: symbol, at: node.startIndex });
  if (alias === null) return;
  bind(binder.file, alias.text, { is: 'import', symbol, at: node.startIndex });
  binder.aliases.add(alias.text);
}

/** A local or a field: its value, or the type that it is declared with. */
export function bindVariable(node: Node, binder: CSharpBinder): void {
  const declarator = node.parent;
  const value = declarator?.lastNamedChild ?? null;
  const initial = value === null || value.id === node.id ? undefined : value;
  bindNamed({ name: node.text, at: node.startIndex, value: initial, type: declarator?.parent?.childForFieldName('type') ?? null }, binder);
}

/** `T Name { get; } = value;`, `T Name => value;`. */
export function bindProperty(node: Node, binder: CSharpBinder): void {
  const name = node.childForFieldName('name');
  if (name === null) return;
  bindNamed(
    { name: name.text, at: node.startIndex, value: node.childForFieldName('value') ?? undefined, type: node.childForFieldName('type') },
    binder,
  );
}

interface Named {
  readonly name: string;
  readonly at: number;
  readonly value: Node | undefined;
  readonly type: Node | null;
}

function bindNamed({ name, at, value, type }: Named, binder: CSharpBinder): void {
  const scope = binder.scopeAt(at);
  const declared = typeOf(type);
  const bindings: Binding[] = [];
  if (declared !== undefined && !namesType(value)) bindings.push({ is: 'parameter', at, position: -1, type: declared });
  if (value !== undefined) bindings.push(toBinding(value, scope));
  for (const binding of bindings) bindIn(scope, name, { binding, binder });
  if (value !== undefined) noteTarget(value, name, binder);
}

// A construction or a factory of the type says it itself.
function namesType(value: Node | undefined): boolean {
  if (value?.type === 'object_creation_expression' || value?.type === 'implicit_object_creation_expression') return true;
  return value?.type === 'invocation_expression' && isCSharpType(/^[\w.]{1,200}(?=\.\w{1,60}\()/.exec(value.text.slice(0, 262))?.[0] ?? '');
}

/** The type of a declaration, as rows name it, where the catalogue knows it. */
function typeOf(type: Node | null): string | undefined {
  const name = (type?.type === 'nullable_type' ? type.firstNamedChild : type)?.text.replace(/\s+/g, '').split('.').at(-1) ?? '';
  return isCSharpType(name) ? `${name}()` : undefined;
}

function toBinding(value: Node, scope: Scope): Binding {
  return { is: 'value', at: value.startIndex, read: once(() => lowerCSharp(value)), scope };
}

interface Bound {
  readonly binding: Binding;
  readonly binder: CSharpBinder;
}

function bindIn(scope: Scope, name: string, { binding, binder }: Bound): void {
  bind(scope, name, binding);
  if (!binder.classes.has(scope)) return;
  bind(scope, `this.${name}`, binding);
  if (scope.parent !== undefined && scope.name !== '') bind(scope.parent, `${scope.name}.${name}`, binding);
}

// `await`, parentheses and casts are passed on the way to the call whose result is taken.
function noteTarget(value: Node, target: string, binder: Binder): void {
  let inner: Node | null = value;
  for (let levels = 0; inner !== null && levels < 6; levels++) {
    binder.targets.set(inner.startIndex, target);
    if (inner.type === 'cast_expression') inner = inner.childForFieldName('value');
    else if (inner.type === 'await_expression' || inner.type === 'parenthesized_expression') inner = inner.firstNamedChild;
    else return;
  }
}

const PLAIN_PATH = /^(?:this\.)?[\w]{1,200}$/;

/** `x = …`, `this.x = …`. What is not a local belongs to the class. */
export function bindAssignment({ node, value }: Capture, binder: CSharpBinder): void {
  const path = node.text.length > 210 ? '' : node.text.replace(/\s+/g, '');
  if (value === undefined || !PLAIN_PATH.test(path) || node.parent?.parent?.type === 'initializer_expression') return;
  const scope = binder.scopeAt(node.startIndex);
  const name = path.replace(/^this\./, '');
  const owner = path === name ? (findScope(scope, name) ?? scope) : (classOf(scope, binder) ?? scope);
  const binding = toBinding(value, scope);
  bind(owner, name, binding);
  if (binder.classes.has(owner)) bind(owner, `this.${name}`, binding);
  noteTarget(value, path, binder);
}

function classOf(scope: Scope, { classes }: CSharpBinder): Scope | undefined {
  let here: Scope | undefined = scope;
  while (here !== undefined && !classes.has(here)) here = here.parent;
  return here;
}

/** `enum E { A = 1 }` is an object. */
export function bindEnum(node: Node, binder: Binder): void {
  const name = node.childForFieldName('name')?.text;
  const body = node.childForFieldName('body');
  if (name === undefined || body === null) return;
  const read = once((): Expression => {
    const members = body.namedChildren.filter((child) => child.type === 'enum_member_declaration').slice(0, 500);
    const entries = new Map(
      members.map((child) => [child.childForFieldName('name')?.text ?? '', lowerCSharp(child.childForFieldName('value'))] as const),
    );
    return { is: 'object', entries, spreads: [], at: body.startIndex };
  });
  bind(binder.scopeAt(node.startIndex), name, { is: 'value', at: node.startIndex, read });
}

/** `foreach (var x in list)`: each of them. */
export function bindLoop(node: Node, binder: Binder): void {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left?.type !== 'identifier' || right === null) return;
  const at = right.startIndex;
  const read = once(() => operationOn('each', lowerCSharp(right), at));
  bind(binder.scopeAt(node.startIndex), left.text, { is: 'value', at, read });
}

/** `x is Aes aes`, `out Aes aes`, `catch`: a name with a type. */
export function bindPattern(node: Node, binder: Binder): void {
  const type = typeOf(node.childForFieldName('type'));
  const name = node.childForFieldName('name')?.text;
  if (type === undefined || name === undefined) return;
  bind(binder.scopeAt(node.startIndex), name, { is: 'parameter', at: node.startIndex, position: -1, type });
}

/** Binds the parameters of a function, or of a class that has some. */
export function bindParameters(node: Node, binder: Binder): void {
  const scope = binder.scopeOf(node);
  const list = node.childForFieldName('parameters') ?? node.namedChildren.find((child) => child.type === 'parameter_list');
  if (scope === undefined || list === undefined) return;
  if (list.type === 'implicit_parameter') bind(scope, list.text, { is: 'parameter', at: list.startIndex, position: 0 });
  const parameters = list.namedChildren.filter((child) => child.type === 'parameter');
  for (const [position, parameter] of parameters.entries()) {
    const name = parameter.childForFieldName('name') ?? parameter.lastNamedChild;
    if (name === null) continue;
    const fallback = parameter.lastNamedChild?.id === name.id ? null : parameter.lastNamedChild;
    const type = typeOf(parameter.childForFieldName('type'));
    bind(scope, wordAt(name.text, 0), {
      is: 'parameter',
      position,
      at: parameter.startIndex,
      ...(type === undefined ? {} : { type }),
      ...(fallback === null ? {} : { read: once(() => lowerCSharp(fallback)) }),
    });
  }
}
