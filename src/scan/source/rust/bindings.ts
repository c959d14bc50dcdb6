// What the names of a Rust file are bound to: uses, declarations, type aliases, parameters, `Self`, fields of the file's own structures.

import type { Node } from 'web-tree-sitter';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import { normaliseRust, RUST_CRATES, RUST_OWNERS } from '../../../knowledge/languages/rust.ts';
import type { Binder } from '../binder.ts';
import { type Capture, wordAt } from '../captures.ts';
import type { Expression } from '../expression.ts';
import { bind, findScope, type Scope } from '../module.ts';
import { once } from '../once.ts';
import { lowerRust } from './lower.ts';

/** Where bindings go in Rust. */
export interface RustBinder extends Binder {
  readonly catalogue: Catalogue;
  /** what is brought in, by local names */
  readonly imports: Map<string, string>;
  /** modules of which everything is brought in */
  readonly globs: string[];
  /** the types of fields and results of the file's own types and functions, by their full names */
  readonly types: Map<string, string>;
}

const MOST_USES = 400;

/** `use a::{b, c as d, e::*};` */
export function bindUse(node: Node, binder: RustBinder): void {
  const argument = node.childForFieldName('argument');
  const scope = binder.scopeAt(node.startIndex);
  const left = { count: MOST_USES };
  if (argument !== null) bindTree(argument, '', { scope, binder, left });
}

interface Tree {
  readonly scope: Scope;
  readonly binder: RustBinder;
  readonly left: { count: number };
}

function bindTree(node: Node, prefix: string, tree: Tree): void {
  if (tree.left.count-- <= 0) return;
  const join = (path: string): string => (prefix === '' ? path : path === 'self' ? prefix : `${prefix}::${path}`);
  switch (node.type) {
    case 'scoped_use_list': {
      const path = join(pathText(node.childForFieldName('path')));
      for (const child of node.childForFieldName('list')?.namedChildren ?? []) bindTree(child, path, tree);
      return;
    }
    case 'use_list':
      for (const child of node.namedChildren) bindTree(child, prefix, tree);
      return;
    case 'use_as_clause':
      add(join(pathText(node.childForFieldName('path'))), node.childForFieldName('alias')?.text ?? '', node, tree);
      return;
    case 'use_wildcard': {
      const path = toRoot(join(pathText(node.firstNamedChild)), tree);
      tree.binder.globs.push(path);
      tree.binder.inclusions.push({ module: path, at: node.startIndex });
      return;
    }
    case 'identifier':
    case 'self':
    case 'crate':
    case 'scoped_identifier': {
      const path = join(pathText(node));
      add(path, path.slice(path.lastIndexOf(':') + 1), node, tree);
    }
  }
}

function pathText(node: Node | null): string {
  return (node?.text ?? '').replace(/\s/g, '').replace(/^::/, '').slice(0, 200);
}

// `use ring::digest; use digest::SHA256;`, `extern crate ring as r; use r::aead;`
function toRoot(path: string, { scope }: Tree): string {
  const cut = path.indexOf('::');
  const first = cut < 0 ? path : path.slice(0, cut);
  const known = findScope(scope, first)?.bindings.get(first)?.[0];
  return normaliseRust(known?.is === 'import' && known.symbol !== first ? `${known.symbol}${cut < 0 ? '' : path.slice(cut)}` : path);
}

function add(path: string, local: string, node: Node, tree: Tree): void {
  const { scope, binder } = tree;
  const symbol = toRoot(path, tree);
  if (local === '' || local === '_') return;
  binder.inclusions.push({ module: symbol, at: node.startIndex });
  if (!/^(?:crate|self|super)(?:::|$)/.test(symbol)) {
    binder.imports.set(local, symbol);
    if (!symbol.endsWith(local)) binder.aliases.add(local);
  }
  bind(scope, local, { is: 'import', symbol, at: node.startIndex });
}

/** `extern crate ring as r;` */
export function bindCrate(node: Node, binder: RustBinder): void {
  const name = node.childForFieldName('name')?.text ?? '';
  const local = node.childForFieldName('alias')?.text ?? name;
  binder.inclusions.push({ module: name, at: node.startIndex });
  binder.imports.set(local, name);
  bind(binder.file, local, { is: 'import', symbol: name, at: node.startIndex });
}

const PLAIN_VALUE = /&?(?:[A-Za-z_]\w{0,100}::){0,6}[A-Za-z_]\w{0,100}\s{0,20};/y;

/** `let x: T = …;` */
export function bindLet({ node, value }: Capture, binder: RustBinder): void {
  const name = wordAt(binder.text, node.startIndex);
  const scope = binder.scopeAt(node.startIndex);
  const at = value?.endIndex ?? node.startIndex;
  const type = value === undefined ? node.parent?.childForFieldName('type') : undefined;
  const read = once((): Expression => lowerRust(value ?? type ?? null));
  if (value !== undefined) noteValue(value, name, binder);
  bind(scope, name, { is: 'value', at, read, scope, declares: true });
}

function noteValue(value: Node, name: string, { text, aliases, targets }: RustBinder): void {
  targets.set(value.startIndex, name);
  PLAIN_VALUE.lastIndex = value.startIndex;
  if (PLAIN_VALUE.test(text)) aliases.add(name);
}

/** `let (a, b) = …;` and what a pattern takes out: both halves of a pair of keys are the value. */
export function bindPattern({ node, value }: Capture, binder: RustBinder): void {
  if (value === undefined) return;
  const scope = binder.scopeAt(node.startIndex);
  const read = once((): Expression => lowerRust(value));
  const at = value.endIndex;
  node.namedChildren.slice(0, 8).forEach((child, index) => {
    const name = child.type === 'mut_pattern' ? child.firstNamedChild : child;
    if (name?.type !== 'identifier') return;
    const item = once((): Expression => partOf(read(), index));
    bind(scope, name.text, { is: 'value', at, read: item, scope, declares: true });
  });
}

function partOf(value: Expression, index: number): Expression {
  return value.is === 'list' ? (value.items[index] ?? { is: 'unknown', at: value.at }) : value;
}

const ASSIGNED = /(?:self\.)?[A-Za-z_]\w{0,100}(?:\.\w{1,100}){0,4}(?=\s{0,20}=[^=])/y;

/** `x = …`, `self.x = …`. Fields of `self` are known wherever `self` is. */
export function bindAssignment({ node, value }: Capture, binder: RustBinder): void {
  ASSIGNED.lastIndex = node.startIndex;
  const path = ASSIGNED.exec(binder.text)?.[0];
  if (path === undefined || value === undefined) return;
  const here = binder.scopeAt(node.startIndex);
  const owner = path.startsWith('self.') ? outermost(here) : (findScope(here, path) ?? here);
  binder.targets.set(value.startIndex, path);
  bind(owner, path, { is: 'value', at: value.endIndex, read: once(() => lowerRust(value)), scope: here });
}

// The impl block that a method stands in.
function outermost(scope: Scope): Scope {
  let here = scope;
  while (here.parent !== undefined && here.parent.parent !== undefined) here = here.parent;
  return here;
}

/** `const X: T = …;`, `static X: T = …;`, `type X = …;` */
export function bindItem(node: Node, binder: RustBinder): void {
  const name = node.childForFieldName('name')?.text ?? '';
  const value = node.childForFieldName('value') ?? node.childForFieldName('type');
  if (node.type === 'type_item') binder.aliases.add(name);
  const read = once((): Expression => lowerRust(value));
  bind(binder.scopeAt(node.startIndex), name, { is: 'value', at: node.startIndex, read });
}

/** The file's own type, as names of it are written: no crate begins so. */
export function ownType(name: string): string {
  return `type:${name}`;
}

// What holds a value of another type.
const HOLDERS =
  /^(?:(?:std|core|alloc|tokio|parking_lot)::(?:\w{1,30}::){0,3})?(?:Option|Result|Box|Arc|Rc|Mutex|RwLock|RefCell|Cell|OnceCell|OnceLock|LazyLock|Zeroizing|Pin)<\s*(.{1,150})$/s;
const NAMED_TYPE = /^[&*\s]{0,8}(?:'\w{1,30}\s+)?(?:mut\s+|const\s+|dyn\s+|impl\s+)?((?:[A-Za-z_]\w{0,60}::){0,8}[A-Za-z_]\w{0,60})/;

/** The full name of a named type, of what it refers to or of what it holds. */
export function typeName(node: Node | null, binder: RustBinder): string | undefined {
  if (node === null || node.endIndex - node.startIndex > 200) return undefined;
  let text = node.text;
  for (let depth = 0; depth < 4; depth++) {
    const bare = text.replace(/^[&*\s]{0,8}(?:'\w{1,30}\s+)?(?:mut\s+)?/, '');
    const held = HOLDERS.exec(bare)?.[1];
    if (held === undefined) break;
    text = held;
  }
  const path = NAMED_TYPE.exec(text)?.[1];
  return path === undefined ? undefined : fullName(path, binder);
}

function fullName(path: string, { imports, types, globs, catalogue }: RustBinder): string | undefined {
  const [first = '', ...rest] = path.split('::');
  const imported = imports.get(first);
  if (imported !== undefined) return normaliseRust([imported, ...rest].join('::'));
  if (rest.length === 0 && types.has(ownType(first))) return ownType(first);
  if (RUST_CRATES.has(first) && rest.length > 0) return normaliseRust(path);
  return globs
    .map((module) => normaliseRust(`${module}::${path}`))
    .find((symbol) => catalogue.find(symbol) !== undefined || RUST_OWNERS.has(symbol));
}

/** Notes that the file declares a type. */
export function noteType(node: Node, { types }: RustBinder): void {
  const name = ownType(node.childForFieldName('name')?.text ?? '');
  types.set(name, name);
}

/** Notes the types of the fields of a structure. */
export function noteFields(node: Node, binder: RustBinder): void {
  const owner = ownType(node.childForFieldName('name')?.text ?? '');
  const body = node.childForFieldName('body');
  if (body?.type === 'field_declaration_list') {
    for (const field of body.namedChildren.slice(0, 500)) {
      const full = field.type === 'field_declaration' ? typeName(field.childForFieldName('type'), binder) : undefined;
      if (full !== undefined) binder.types.set(`${owner}::${field.childForFieldName('name')?.text ?? ''}`, full);
    }
  }
  if (body?.type !== 'ordered_field_declaration_list') return;
  body.namedChildren.slice(0, 20).forEach((type, index) => {
    const full = typeName(type, binder);
    if (full !== undefined) binder.types.set(`${owner}::${index}`, full);
  });
}

/** Binds `Self` in an impl block. */
export function bindImpl(node: Node, binder: RustBinder): void {
  const scope = binder.scopeOf(node);
  const type = typeName(node.childForFieldName('type'), binder);
  if (scope !== undefined && type !== undefined) bind(scope, 'Self', { is: 'import', symbol: type, at: node.startIndex });
}

/** Binds the parameters of a function, and notes what it gives back. */
export function bindFunction(node: Node, binder: RustBinder): void {
  const scope = binder.scopeOf(node);
  if (scope === undefined) return;
  let position = 0;
  for (const parameter of node.childForFieldName('parameters')?.namedChildren ?? []) {
    if (parameter.type === 'self_parameter') bindSelf(parameter, scope);
    else if (parameter.type === 'parameter') bindParameter(parameter, position++, scope, binder);
    else if (parameter.type === 'identifier')
      bind(scope, parameter.text, { is: 'parameter', position: position++, at: parameter.startIndex });
  }
  const type = typeName(node.childForFieldName('return_type'), binder);
  if (type === undefined || scope.name === '') return;
  const self = findScope(scope, 'Self')?.bindings.get('Self')?.[0];
  binder.types.set(self?.is === 'import' ? `${self.symbol}::${scope.name}()` : `${scope.name}()`, type);
}

function bindSelf(parameter: Node, scope: Scope): void {
  const self = findScope(scope, 'Self')?.bindings.get('Self')?.[0];
  if (self?.is === 'import') bind(scope, 'self', { is: 'parameter', position: -1, at: parameter.startIndex, type: self.symbol });
}

function bindParameter(parameter: Node, position: number, scope: Scope, binder: RustBinder): void {
  const pattern = parameter.childForFieldName('pattern');
  const name = pattern?.type === 'mut_pattern' ? pattern.firstNamedChild : pattern;
  if (name?.type !== 'identifier') return;
  const written = parameter.childForFieldName('type');
  const type = typeName(written, binder);
  const known = type === undefined ? undefined : (binder.catalogue.find(type) ?? binder.catalogue.findConstant(type));
  const isNamed = type !== undefined && (known !== undefined || type.startsWith('type:') || RUST_OWNERS.has(type));
  bind(scope, name.text, { is: 'parameter', position, at: parameter.startIndex, ...(isNamed ? { type } : {}) });
}
