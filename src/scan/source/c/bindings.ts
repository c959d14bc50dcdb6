// What the names of a C file are bound to: parameters, initialised variables, arrays with a size, assignments, enumerators.

import type { Node } from 'web-tree-sitter';
import { type Expression, octets } from '../expression.ts';
import { type Binding, bind, type Scope, scopeAt } from '../module.ts';
import { lowerC, type Source } from './lower.ts';

/** One match of the query: nodes by the names of their captures. */
export type Captures = ReadonlyMap<string, Node>;

/** Where a node stands in the file. */
export function rangeOf(node: Node | undefined, source: Source): { start: number; end: number } {
  if (node === undefined) return { start: 0, end: 0 };
  return { start: source.toFileIndex(node.startIndex), end: source.toFileIndex(node.endIndex) };
}

/** The function declarator inside pointers, references and parentheses. */
function functionDeclarator(node: Node | undefined): Node | undefined {
  let here: Node | null | undefined = node;
  for (let depth = 0; depth < 10 && here !== null && here !== undefined; depth++) {
    if (here.type === 'function_declarator') return here;
    here = here.childForFieldName('declarator') ?? here.firstNamedChild;
  }
  return undefined;
}

/** The name that a function definition gives, without its class or namespace. */
export function functionName(head: Node | undefined): string {
  return functionDeclarator(head)?.childForFieldName('declarator')?.text.split('::').at(-1) ?? '';
}

/** Where bindings go, and what is learned beside them. */
export interface Binds {
  readonly scopes: readonly Scope[];
  readonly source: Source;
  /** what takes the value that begins at a place */
  readonly targets: Map<number, string>;
}

/** Binds the parameters of every function that was defined. */
export function bindParameters({
  named,
  scopes,
  source,
}: Binds & { readonly named: readonly { readonly captures: Captures; readonly name: string }[] }): void {
  const byStart = new Map(scopes.filter(({ kind }) => kind === 'function').map((scope) => [`${scope.start} ${scope.name}`, scope]));
  for (const { captures } of named) {
    const node = captures.get('function');
    const declarator = functionDeclarator(captures.get('head'));
    if (node === undefined || declarator === undefined) continue;
    const scope = byStart.get(`${source.toFileIndex(node.startIndex)} ${functionName(captures.get('head'))}`);
    const parameters =
      declarator.childForFieldName('parameters')?.namedChildren.filter((child) => child.type.endsWith('parameter_declaration')) ?? [];
    parameters.forEach((parameter, position) => {
      const name = declaredName(parameter.childForFieldName('declarator'));
      if (name !== undefined && scope !== undefined)
        bind(scope, name, { is: 'parameter', position, at: source.toFileIndex(parameter.startIndex) });
    });
  }
}

function declaredName(node: Node | null): string | undefined {
  let here = node;
  for (let depth = 0; depth < 10 && here !== null; depth++) {
    if (here.type === 'identifier' || here.type === 'field_identifier') return here.text;
    here = here.childForFieldName('declarator') ?? here.firstNamedChild;
  }
  return undefined;
}

/** Binds initialised variables, sized arrays, assignments and enumerators. */
export function bindValues({
  all,
  scopes,
  source,
  targets,
  file,
}: Binds & { readonly all: readonly Captures[]; readonly file: Scope }): void {
  let counted = -1;
  for (const captures of all) {
    const [declarator, array, left, enumerator] = ['declarator', 'array', 'left', 'enumerator'].map((name) => captures.get(name));
    if (declarator !== undefined) bindDeclarator(declarator, captures.get('value') ?? null, { scopes, source, targets });
    if (array !== undefined) bindArray(array, { scopes, source, targets });
    if (left !== undefined) bindAssignment(left, captures.get('right') ?? null, { scopes, source, targets, file });
    if (enumerator !== undefined) counted = bindEnumerator(enumerator, counted, { file, source });
  }
}

function bindDeclarator(declarator: Node, value: Node | null, { scopes, source, targets }: Binds): void {
  const name = declaredName(declarator);
  if (name === undefined || value === null) return;
  const at = source.toFileIndex(declarator.startIndex);
  const scope = scopeAt(scopes, at);
  const lowered = lowerC(value, source);
  targets.set(lowered.at, name);
  const size = declarator.type === 'array_declarator' ? arraySize(declarator, source) : undefined;
  bindValue(scope, name, { at, value: size ?? lowered });
  if (size !== undefined) bindValue(scope, `${name}[]`, { at, value: lowered });
}

function bindArray(array: Node, { scopes, source }: Binds): void {
  const name = declaredName(array);
  const size = arraySize(array, source);
  const at = source.toFileIndex(array.startIndex);
  if (name !== undefined && size !== undefined) bindValue(scopeAt(scopes, at), name, { at, value: size });
}

/** `char key[32]` is 32 octets; where the size is a name, whatever that is. */
function arraySize(array: Node, source: Source): Expression | undefined {
  const size = array.childForFieldName('size');
  return size === null ? undefined : octets(lowerC(size, source), source.toFileIndex(array.startIndex));
}

function bindAssignment(left: Node, right: Node | null, { scopes, source, targets, file }: Binds & { readonly file: Scope }): void {
  const path = left.text
    .replace(/\s/g, '')
    .replaceAll('->', '.')
    .replace(/^[*&(]+|\)$/g, '');
  if (right === null || path.length > 200) return;
  const at = source.toFileIndex(left.startIndex);
  const value = lowerC(right, source);
  targets.set(value.at, path);
  const scope = scopeAt(scopes, at);
  bindValue(scope, path, { at, value });
  // A handle that a function fills in is used in others: `hcryp.Init.Algorithm` of `MX_AES_Init`.
  if (path.includes('.') && scope !== file && !isParameter(scope, path)) bindValue(file, path, { at, value });
}

function isParameter(scope: Scope, path: string): boolean {
  return scope.bindings.get(path.slice(0, path.indexOf('.')))?.some(({ is }) => is === 'parameter') === true;
}

function bindEnumerator(node: Node, before: number, { file, source }: { readonly file: Scope; readonly source: Source }): number {
  const value = node.parent?.childForFieldName('value') ?? null;
  const at = source.toFileIndex(node.startIndex);
  const lowered: Expression = value === null ? { is: 'number', value: before + 1, at } : lowerC(value, source);
  bindValue(file, node.text, { at, value: lowered });
  return lowered.is === 'number' ? lowered.value : before;
}

function bindValue(scope: Scope, name: string, { at, value }: { readonly at: number; readonly value: Expression }): void {
  const binding: Binding = { is: 'value', at, read: () => value };
  bind(scope, name, binding);
}
