// What the functions of a file give back, by their names: a value that a function chooses is followed into it.

import type { Node } from 'web-tree-sitter';
import { pushTo } from './captures.ts';
import type { Expression } from './expression.ts';
import type { Results, Scope } from './module.ts';
import { once } from './once.ts';

/** Where values are given back: what stands after `return`, and bodies that are an expression. */
export interface ReturnReading {
  readonly returned: readonly Node[];
  readonly scopeAt: (at: number) => Scope;
  readonly lower: (node: Node) => Expression;
}

const MOST = 6;

/** What the function of a name may give back; read when somebody asks. Of several functions of one name, the first. */
export function readReturns({ returned, scopeAt, lower }: ReturnReading): (name: string) => Results | undefined {
  const byName = once(() => {
    const found = new Map<string, { readonly scope: Scope; readonly node: Node }[]>();
    for (const node of returned) {
      const scope = scopeAt(node.startIndex);
      if (scope.kind === 'function' && scope.name !== '') pushTo(found, scope.name, { scope, node });
    }
    return found;
  });
  return (name) => {
    const all = byName().get(name) ?? [];
    const [first] = all;
    if (first === undefined) return undefined;
    const own = all.filter(({ scope }) => scope === first.scope).slice(0, MOST);
    return { scope: first.scope, values: own.map(({ scope, node }) => ({ scope, read: () => lower(node) })) };
  };
}
