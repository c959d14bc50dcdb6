// What a reader with a grammar fills in while it binds the names of a file: the scopes of its functions, classes and blocks, and what is
// learned beside them.

import type { Node } from 'web-tree-sitter';
import type { CallExpression, Index } from './expression.ts';
import { type CallSite, type Inclusion, nestScopes, type Scope, scopeAt } from './module.ts';

/** A class, function or block, as the grammar gives it; a block has no name. */
export interface Region {
  readonly node: Node;
  readonly kind: 'class' | 'function';
  readonly name: string;
}

/** Where bindings go, and what is learned beside them. */
export interface Binder {
  readonly text: string;
  readonly file: Scope;
  readonly scopeAt: (at: Index) => Scope;
  /** the scope that a function, class or block opens */
  readonly scopeOf: (node: Node) => Scope | undefined;
  readonly inclusions: Inclusion[];
  /** local names that may stand for something else's */
  readonly aliases: Set<string>;
  /** what takes the value that begins at a place */
  readonly targets: Map<Index, string>;
}

/** Nodes with the names that are read from them. */
export function toRegions(kind: Region['kind'], nodes: readonly Node[], nameOf: (node: Node) => string): readonly Region[] {
  return nodes.map((node) => ({ node, kind, name: nameOf(node) }));
}

/** A binder of a file in which nothing is bound yet. */
export function startBinder(text: string, regions: readonly Region[]): Binder {
  const { file, scopes } = nestScopes(
    regions.map(({ node, kind, name }) => ({ kind, name, start: node.startIndex, end: node.endIndex })),
    text.length,
  );
  const byPlace = new Map(scopes.map((scope) => [`${scope.start} ${scope.end}`, scope]));
  return {
    text,
    file,
    scopeAt: (at) => scopeAt(scopes, at),
    scopeOf: (node) => byPlace.get(`${node.startIndex} ${node.endIndex}`),
    inclusions: [],
    aliases: new Set(),
    targets: new Map(),
  };
}

/** The names of functions and classes. */
export function namesOf(regions: readonly Region[]): ReadonlySet<string> {
  return new Set(regions.map(({ name }) => name).filter((name) => name !== ''));
}

/** The names that one function alone has: of two with one name it cannot be told which is called. */
export function namedOnce(regions: readonly Region[]): ReadonlySet<string> {
  const names = new Set<string>();
  const again = new Set<string>();
  for (const { name } of regions) (names.has(name) ? again : names).add(name);
  return new Set([...names].filter((name) => name !== '' && !again.has(name)));
}

/** A call with where it stands and what takes its value; `from` is where that begins, when not at the call. */
export function toSite(call: CallExpression, binder: Pick<Binder, 'scopeAt' | 'targets'>, from: Index = call.at): CallSite {
  const target = binder.targets.get(from);
  return { call, scope: binder.scopeAt(call.at), ...(target === undefined ? {} : { target }) };
}
