// What the names of a Python file are bound to: imports, assignments, names of a class, parameters and their annotations.

import type { Node } from 'web-tree-sitter';
import { normalisePython } from '../../../knowledge/languages/python.ts';
import type { Binder } from '../binder.ts';
import { assignedPathAt, type Captures } from '../captures.ts';
import { bind, classAround, type Scope } from '../module.ts';
import { once } from '../once.ts';
import { lowerEach, lowerPython } from './lower.ts';

/** Where bindings go in Python. */
export interface PythonBinder extends Binder {
  /** modules whose names are all brought in */
  readonly stars: string[];
}

function importInto(binder: Binder, at: number, [local, symbol]: readonly [string, string]): void {
  bind(binder.scopeAt(at), local, { is: 'import', symbol, at });
  if (!symbol.startsWith('.')) binder.aliases.add(local);
}

/** `import a.b`, `import a.b as c`. */
export function bindImport(node: Node, binder: Binder): void {
  for (const child of node.childrenForFieldName('name')) {
    const name = child.childForFieldName('name')?.text ?? child.text;
    const alias = child.childForFieldName('alias')?.text;
    binder.inclusions.push({ module: name, at: child.startIndex });
    importInto(binder, node.startIndex, alias === undefined ? [name.split('.')[0] ?? name, name.split('.')[0] ?? name] : [alias, name]);
  }
}

/** `from a.b import c as d`. */
export function bindFrom(node: Node, binder: PythonBinder): void {
  const module = node.childForFieldName('module_name')?.text ?? '';
  binder.inclusions.push({ module, at: node.startIndex });
  if (node.lastNamedChild?.type === 'wildcard_import') binder.stars.push(module);
  for (const child of node.childrenForFieldName('name')) {
    const name = child.childForFieldName('name')?.text ?? child.text;
    importInto(binder, node.startIndex, [
      child.childForFieldName('alias')?.text ?? name,
      `${module}${module.endsWith('.') ? '' : '.'}${name}`,
    ]);
  }
}

const PATH = /^[\w]+(?:\.[\w]+){0,6}$/;

const MAY_NAME_A_FUNCTION: ReadonlySet<string> = new Set(['identifier', 'attribute', 'conditional_expression', 'call', 'subscript']);

/** `x = …`, `self.x = …`, `X: str = …`, `a, b = …`. */
export function bindAssignments(captured: Captures, binder: Binder): void {
  for (const { node, value } of [...captured('left'), ...captured('walrus')]) {
    const path = assignedPathAt(binder.text, node.startIndex);
    if (path !== undefined && value !== undefined) bindPath(path, value, binder);
  }
  for (const { node, value } of captured('several')) {
    node.namedChildren.forEach((one, index) => {
      const part = value?.namedChild(index);
      if (part !== null && part !== undefined) bindPath(one.text, part, binder);
    });
  }
}

/** Names in a class are reached through `self` too, and through the class. */
function bindPath(written: string, value: Node, binder: Binder): void {
  const scope = binder.scopeAt(value.startIndex);
  const path = written.replace(/^(?:self|cls)\./, 'this.');
  if (MAY_NAME_A_FUNCTION.has(value.type)) binder.aliases.add(path);
  binder.targets.set(value.startIndex, path);
  const binding = { is: 'value', at: value.startIndex, read: once(() => lowerPython(value)), scope } as const;
  const owner = (path.startsWith('this.') ? classAround(scope) : undefined) ?? scope;
  bind(owner, path, binding);
  if (scope.kind !== 'class') return;
  bind(scope, `this.${path}`, binding);
  if (MAY_NAME_A_FUNCTION.has(value.type)) binder.aliases.add(`this.${path}`);
  if (scope.parent !== undefined) bind(scope.parent, `${scope.name}.${path}`, binding);
}

/** `with … as x`. */
export function bindWith(node: Node, binder: Binder): void {
  const value = node.namedChild(0);
  const target = node.namedChild(1);
  if (value !== null && target !== null && PATH.test(target.text)) bindPath(target.text, value, binder);
}

/** `for x in list`, `for a, b in pairs`, and the same in a comprehension. */
export function bindLoop(node: Node, binder: Binder): void {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return;
  const scope = binder.scopeAt(node.startIndex);
  const take = (name: string, part?: 'first' | 'second'): void => {
    binder.aliases.add(name);
    bind(scope, name, { is: 'value', at: right.startIndex, read: once(() => lowerEach(right, part)), scope });
  };
  if (left.type === 'identifier') take(left.text);
  const [first, second] = left.type === 'pattern_list' || left.type === 'tuple_pattern' ? left.namedChildren : [];
  if (first?.type === 'identifier') take(first.text, 'first');
  if (second?.type === 'identifier') take(second.text, 'second');
}

/** Binds the parameters of a function. `self` takes no argument at the call. */
export function bindParameters(node: Node, binder: Binder): void {
  const scope = binder.scopeOf(node);
  if (scope === undefined) return;
  const parameters = (node.childForFieldName('parameters')?.namedChildren ?? []).filter(
    (child) => child.type !== 'comment' && child.text !== 'self' && child.text !== 'cls',
  );
  parameters.forEach((parameter, position) => {
    const name =
      parameter.type === 'identifier' ? parameter.text : (parameter.childForFieldName('name') ?? parameter.firstNamedChild)?.text;
    if (name === undefined || parameter.type.endsWith('splat_pattern')) return;
    const fallback = parameter.childForFieldName('value');
    const type = typeOf(parameter, scope);
    bind(scope, name, {
      is: 'parameter',
      position,
      at: parameter.startIndex,
      ...(fallback === null ? {} : { read: once(() => lowerPython(fallback)) }),
      ...(type === undefined ? {} : { type }),
    });
  });
}

/** An annotation that names an imported type (`key: rsa.RSAPrivateKey`). */
function typeOf(parameter: Node, scope: Scope): string | undefined {
  const path = parameter.childForFieldName('type')?.text ?? '';
  const [first = '', ...rest] = path.split('.');
  let here: Scope | undefined = scope;
  while (here !== undefined && !here.bindings.has(first)) here = here.parent;
  const binding = here?.bindings.get(first)?.[0];
  return binding?.is === 'import' ? normalisePython([binding.symbol, ...rest].join('.')) : undefined;
}
