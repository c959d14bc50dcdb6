// What the names of a C# file are bound to: usings, fields and locals with their types, properties, enumerations, parameters, loops.

import type { Node } from 'web-tree-sitter';
import { isCSharpType } from '../../../knowledge/languages/csharp.ts';
import { type Capture, type Captures, wordAt } from '../captures.ts';
import type { Expression } from '../expression.ts';
import { type Binding, bind, type Inclusion, type Scope, scopeAt } from '../module.ts';
import { once } from '../once.ts';
import { lowerCSharp } from './lower.ts';

/** Where bindings go, and what is learned beside them. */
export interface Binder {
  readonly text: string;
  readonly scopes: readonly Scope[];
  /** scopes of classes, whose names are reached with and without `this` */
  readonly classes: ReadonlySet<Scope>;
  readonly inclusions: Inclusion[];
  /** local names that may stand for something else's */
  readonly aliases: Set<string>;
  /** what takes the value that begins at a place */
  readonly targets: Map<number, string>;
}

/** `using N;`, `using A = N.T;`, `using static N.T;`. */
export function bindUsing(node: Node, binder: Binder): void {
  const alias = node.childForFieldName('name');
  const named = node.lastNamedChild;
  if (named === null || (alias !== null && named.id === alias.id)) return;
  const symbol = named.text.replace(/\s+/g, '').replace(/^global::/, '');
  binder.inclusions.push({ module: symbol, at: node.startIndex });
  const [file] = binder.scopes;
  if (alias === null || file === undefined) return;
  bind(file, alias.text, { is: 'import', symbol, at: node.startIndex });
  binder.aliases.add(alias.text);
}

/** A local or a field: its value, or the type that it is declared with. */
export function bindVariable(node: Node, binder: Binder): void {
  const declarator = node.parent;
  const value = declarator?.lastNamedChild ?? null;
  const initial = value === null || value.id === node.id ? undefined : value;
  bindNamed({ name: node.text, at: node.startIndex, value: initial, type: declarator?.parent?.childForFieldName('type') ?? null }, binder);
}

/** `T Name { get; } = value;`, `T Name => value;`. */
export function bindProperty(node: Node, binder: Binder): void {
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

function bindNamed({ name, at, value, type }: Named, binder: Binder): void {
  const scope = scopeAt(binder.scopes, at);
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
  readonly binder: Binder;
}

function bindIn(scope: Scope, name: string, { binding, binder }: Bound): void {
  bind(scope, name, binding);
  if (!binder.classes.has(scope)) return;
  bind(scope, `this.${name}`, binding);
  const owner = scope.parent;
  const [className = ''] = /^[\w]{1,200}/.exec(classNameOf(scope, binder)) ?? [];
  if (owner !== undefined && className !== '') bind(owner, `${className}.${name}`, binding);
}

const CLASS_HEAD = /\b(?:class|struct|record|interface)\s{1,20}(?:class\s{1,20}|struct\s{1,20})?(\w{1,200})/y;

function classNameOf(scope: Scope, { text }: Binder): string {
  const head = text.slice(scope.start, scope.start + 400);
  for (let at = head.search(/\b(?:class|struct|record|interface)\s/); at >= 0; ) {
    CLASS_HEAD.lastIndex = at;
    return CLASS_HEAD.exec(head)?.[1] ?? '';
  }
  return '';
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
export function bindAssignment({ node, value }: Capture, binder: Binder): void {
  const path = node.text.length > 210 ? '' : node.text.replace(/\s+/g, '');
  if (value === undefined || !PLAIN_PATH.test(path) || node.parent?.parent?.type === 'initializer_expression') return;
  const scope = scopeAt(binder.scopes, node.startIndex);
  const name = path.replace(/^this\./, '');
  const owner = path === name ? ownerOf(scope, name) : (classOf(scope, binder) ?? scope);
  const binding = toBinding(value, scope);
  bind(owner, name, binding);
  if (binder.classes.has(owner)) bind(owner, `this.${name}`, binding);
  noteTarget(value, path, binder);
}

function ownerOf(scope: Scope, name: string): Scope {
  for (let here: Scope | undefined = scope; here !== undefined; here = here.parent) if (here.bindings.has(name)) return here;
  return scope;
}

function classOf(scope: Scope, { classes }: Binder): Scope | undefined {
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
  bind(scopeAt(binder.scopes, node.startIndex), name, { is: 'value', at: node.startIndex, read });
}

/** `foreach (var x in list)`: each of them. */
export function bindLoop(node: Node, binder: Binder): void {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left?.type !== 'identifier' || right === null) return;
  const at = right.startIndex;
  const read = once((): Expression => ({ is: 'operation', operator: 'each', left: lowerCSharp(right), right: { is: 'null', at }, at }));
  bind(scopeAt(binder.scopes, node.startIndex), left.text, { is: 'value', at, read });
}

/** `x is Aes aes`, `out Aes aes`, `catch`: a name with a type. */
export function bindPattern(node: Node, binder: Binder): void {
  const type = typeOf(node.childForFieldName('type'));
  const name = node.childForFieldName('name')?.text;
  if (type === undefined || name === undefined) return;
  bind(scopeAt(binder.scopes, node.startIndex), name, { is: 'parameter', at: node.startIndex, position: -1, type });
}

/** Binds the parameters of every function, and of every class that has some. */
export function bindAllParameters(captured: Captures, binder: Binder): void {
  const byPlace = new Map(binder.scopes.map((scope) => [`${scope.start} ${scope.end}`, scope]));
  for (const { node } of [...captured('function'), ...captured('class')]) {
    const scope = byPlace.get(`${node.startIndex} ${node.endIndex}`);
    const list = node.childForFieldName('parameters') ?? node.namedChildren.find((child) => child.type === 'parameter_list');
    if (scope === undefined || list === null || list === undefined) continue;
    bindParameters(list, scope);
  }
}

function bindParameters(list: Node, scope: Scope): void {
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
