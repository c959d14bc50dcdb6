// What the names of a Go file are bound to: imports, declarations, constants with iota, parameters and receivers with their types, fields
// of the file's own structures.

import type { Node } from 'web-tree-sitter';
import { normaliseGo, packageName } from '../../../knowledge/languages/go.ts';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import type { Binder } from '../binder.ts';
import type { Capture } from '../captures.ts';
import type { Expression } from '../expression.ts';
import { bind, findScope, type Scope } from '../module.ts';
import { once } from '../once.ts';
import { lowerGo, textOf } from './lower.ts';

/** Where bindings go in Go. */
export interface GoBinder extends Binder {
  readonly catalogue: Catalogue;
  /** packages by their local names */
  readonly imports: Map<string, string>;
  /** packages whose names are brought in without a prefix */
  readonly dotted: string[];
  /** the types of fields and results of the file's own types and functions, by their full names */
  readonly types: Map<string, string>;
}

/** `import x "a/b"`. */
export function bindImport(node: Node, binder: GoBinder): void {
  const path = normaliseGo(textOf(node.childForFieldName('path')));
  const local = node.childForFieldName('name')?.text ?? packageName(textOf(node.childForFieldName('path')));
  binder.inclusions.push({ module: path, at: node.startIndex });
  if (local === '.') binder.dotted.push(path);
  else if (local !== '_') {
    binder.imports.set(local, path);
    bind(binder.file, local, { is: 'import', symbol: path, at: node.startIndex });
  }
}

const NAMES =
  /[A-Za-z_]\w{0,100}(?:\.[A-Za-z_]\w{0,100}){0,6}(?:\s{0,20},\s{0,20}[A-Za-z_]\w{0,100}(?:\.[A-Za-z_]\w{0,100}){0,6}){0,8}(?=\s{0,20}:?=[^=])/y;
const PLAIN_VALUE = /[A-Za-z_]\w{0,100}(?:\.\w{1,100})?(?=[ \t]{0,20}(?:[\n\r;}/]|$))/y;

/** The names that stand left of an assignment; none where one of them is not a plain chain of names. */
export function assignedNames(text: string, at: number): readonly string[] {
  NAMES.lastIndex = at;
  return (
    NAMES.exec(text)?.[0]
      .split(',')
      .map((name) => name.trim()) ?? []
  );
}

/** `x, err := …` and `x, s.y = …`; of a call's results the first is its value, and of three the second as well (`public, private, err`). */
export function bindAssignment({ node, value }: Capture, declares: boolean, binder: GoBinder): void {
  if (value === undefined) return;
  const names = assignedNames(binder.text, node.startIndex);
  const here = binder.scopeAt(node.startIndex);
  names.forEach((name, index) => {
    if (name === '_') return;
    const read = once((): Expression => lowerGo(valueAt(value, index, names.length)));
    const owner = declares ? here : name.includes('.') ? ownerOf(name, here, binder) : (findScope(here, name) ?? here);
    if (names.length === 1) noteValue(value, name, binder);
    bind(owner, name, {
      is: 'value',
      at: lineEnd(value.startIndex, binder.text),
      read,
      scope: here,
      ...(declares || owner === here ? { declares: true as const } : {}),
    });
  });
  if (names[0] !== undefined) binder.targets.set(value.startIndex, names[0]);
}

// A name means its new value from the end of the line on: `x = f(x)` reads the old one.
function lineEnd(at: number, text: string): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function valueAt(values: Node, index: number, names: number): Node | null {
  if (values.type !== 'expression_list') return index === 0 ? values : null;
  if (values.namedChildCount > 1) return values.namedChild(index);
  return index === 0 || (index === 1 && names > 2) ? values.namedChild(0) : null;
}

function noteValue(value: Node, name: string, { text, aliases }: GoBinder): void {
  PLAIN_VALUE.lastIndex = value.startIndex;
  if (!PLAIN_VALUE.test(text)) return;
  aliases.add(name);
  if (name.includes('.')) aliases.add(name.slice(name.lastIndexOf('.'))); // `.field`, whatever holds it
}

// A field that a method sets is known in the other methods of the type.
function ownerOf(path: string, here: Scope, { file }: GoBinder): Scope {
  const [root = ''] = path.split('.');
  const scope = findScope(here, root);
  const binding = scope?.bindings.get(root)?.[0];
  return binding?.is === 'parameter' && binding.position < 0 ? file : here;
}

/** `var x, y T = …`. */
export function bindVariables(node: Node, binder: GoBinder): void {
  const names = node.childrenForFieldName('name').filter((child) => child.type === 'identifier');
  const value = node.childForFieldName('value');
  const type = node.childForFieldName('type');
  names.forEach((name, index) => {
    const read = once((): Expression => lowerGo(value === null ? type : valueAt(value, index, names.length)));
    if (value !== null && names.length === 1) noteValue(value, name.text, binder);
    bind(binder.scopeAt(node.startIndex), name.text, { is: 'value', at: node.startIndex, read, declares: true });
  });
  if (value !== null && names[0] !== undefined) binder.targets.set(value.startIndex, names[0].text);
}

/** `const ( A = iota; B; C )`: a line without a value repeats the one above. */
export function bindConstants(node: Node, binder: GoBinder): void {
  const scope = binder.scopeAt(node.startIndex);
  let above: Node | null = null;
  node.namedChildren
    .filter((child) => child.type === 'const_spec')
    .forEach((spec, line) => {
      const values = spec.childForFieldName('value') ?? above;
      above = values;
      const names = spec.childrenForFieldName('name').filter((child) => child.type === 'identifier');
      names.forEach((name, index) => {
        const read = once((): Expression => withIota(lowerGo(values === null ? null : values.namedChild(index)), line));
        bind(scope, name.text, { is: 'value', at: spec.startIndex, read, declares: true });
      });
    });
}

function withIota(expression: Expression, iota: number): Expression {
  if (expression.is === 'name' && expression.name === 'iota') return { is: 'number', value: iota, at: expression.at };
  if (expression.is !== 'operation') return expression;
  return { ...expression, left: withIota(expression.left, iota), right: withIota(expression.right, iota) };
}

/** The file's own type, as names of it are written: no package begins so. */
export function ownType(name: string): string {
  return `type:${name}`;
}

const NAMED_TYPE = /^[*&\s]{0,8}([A-Za-z_]\w{0,100})(?:\.([A-Za-z_]\w{0,100}))?$/;

/** The full name of a named type or of a pointer to one. */
export function typeName(node: Node | null, binder: GoBinder): string | undefined {
  const [, first = '', second] = node === null || node.endIndex - node.startIndex > 200 ? [] : (NAMED_TYPE.exec(node.text) ?? []);
  if (first === '') return undefined;
  if (second === undefined) return binder.types.has(ownType(first)) ? (binder.types.get(ownType(first)) ?? '') : undefined;
  const path = binder.imports.get(first);
  return path === undefined ? undefined : normaliseGo(`${path}.${second}`);
}

/** Notes the types that the file declares; an alias of a library's type is that type. */
export function noteType(node: Node, binder: GoBinder): void {
  const name = node.childForFieldName('name')?.text ?? '';
  const type = node.childForFieldName('type');
  const aliased = type?.type === 'qualified_type' ? typeName(type, binder) : undefined;
  binder.types.set(ownType(name), aliased ?? ownType(name));
  if (aliased !== undefined) bind(binder.file, name, { is: 'import', symbol: aliased, at: node.startIndex });
}

/** Notes the types of the fields of a structure. */
export function noteFields(node: Node, binder: GoBinder): void {
  const type = node.childForFieldName('type');
  if (type?.type !== 'struct_type') return;
  const owner = ownType(node.childForFieldName('name')?.text ?? '');
  for (const field of type.firstNamedChild?.namedChildren.slice(0, 500) ?? []) {
    if (field.type !== 'field_declaration') continue;
    const full = typeName(field.childForFieldName('type'), binder);
    if (full === undefined) continue;
    const names = field.childrenForFieldName('name').map((child) => child.text);
    for (const name of names.length > 0 ? names : [full.slice(full.lastIndexOf('.') + 1)]) binder.types.set(`${owner}.${name}`, full);
  }
}

/** Binds receiver and parameters, and notes what the function gives back. */
export function bindFunction(node: Node, binder: GoBinder): void {
  const scope = binder.scopeOf(node);
  if (scope === undefined) return;
  const receiver = node.childForFieldName('receiver')?.firstNamedChild ?? null;
  bindParameter(receiver, -1, scope, binder);
  let position = 0;
  for (const parameter of node.childForFieldName('parameters')?.namedChildren ?? []) {
    if (parameter.type === 'comment') continue;
    position += bindParameter(parameter, position, scope, binder);
  }
  const result = node.childForFieldName('result');
  const first = result?.type === 'parameter_list' ? (result.firstNamedChild?.childForFieldName('type') ?? null) : result;
  const type = typeName(first, binder);
  if (type === undefined || scope.name === '') return;
  const owner = typeName(receiver?.childForFieldName('type') ?? null, binder);
  binder.types.set(owner === undefined ? `${scope.name}()` : `${owner}.${scope.name}()`, type);
}

/** Binds the names of one parameter declaration; how many positions it takes. */
function bindParameter(parameter: Node | null, position: number, scope: Scope, binder: GoBinder): number {
  if (parameter === null) return 0;
  const names = parameter.childrenForFieldName('name').filter((child) => child.type === 'identifier');
  const type = typeName(parameter.childForFieldName('type'), binder);
  // An interface or a name for many algorithms: what it stands for is known at the callers.
  const open = type !== undefined && binder.catalogue.findConstant(type) === undefined && !type.startsWith('type:');
  names.forEach((name, index) => {
    if (parameter.type === 'variadic_parameter_declaration') {
      bind(scope, name.text, { is: 'value', at: name.startIndex, read: () => ({ is: 'unknown', at: name.startIndex }) });
      return;
    }
    bind(scope, name.text, {
      is: 'parameter',
      position: position < 0 ? position : position + index,
      at: name.startIndex,
      ...(type === undefined ? {} : { type }),
      ...(open ? { open } : {}),
    });
  });
  return Math.max(1, names.length);
}
