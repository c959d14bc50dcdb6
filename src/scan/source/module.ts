// One source file as the scanner sees it: its scopes, what each name in them is bound to, and the calls that may matter.

import type { Catalogue } from '../../knowledge/languages/row.ts';
import type { Origin } from '../../model/evidence.ts';
import { pushTo } from './captures.ts';
import type { CallExpression, Expression, Index } from './expression.ts';
import type { GrammarName } from './parser.ts';

/** What a name is bound to. Values are read when somebody asks. */
export type Binding =
  /**
   * `scope`: where the value is read, when that is not where the name is bound (a field of a class, set in its constructor);
   * `declares`: what the name meant before in this scope is not meant any more (`let x = …` again); `through`: the call whose arguments
   * are the parameters of that scope (what a function of the file returns)
   */
  | {
      readonly is: 'value';
      readonly at: Index;
      readonly read: () => Expression;
      readonly scope?: Scope;
      readonly declares?: true;
      readonly through?: CallSite;
    }
  | { readonly is: 'import'; readonly at: Index; readonly symbol: string }
  /** `open`: the type names no algorithm by itself, the callers do (an interface, `crypto.Hash`) */
  | {
      readonly is: 'parameter';
      readonly at: Index;
      readonly position: number;
      readonly type?: string;
      readonly open?: true;
      readonly read?: () => Expression;
    };

/** A file, class or function body. Scope 0 is the file. */
export interface Scope {
  readonly id: number;
  readonly parent: Scope | undefined;
  readonly kind: 'file' | 'class' | 'function';
  /** of the function or class; of a constructor, its class */
  readonly name: string;
  readonly start: Index;
  readonly end: Index;
  /** a class whose names are reached without `this.` */
  readonly bare?: true;
  readonly bindings: Map<string, Binding[]>;
}

/** A call that may matter, with where it stands. */
export interface CallSite {
  readonly call: CallExpression;
  readonly scope: Scope;
  /** the variable or field that takes what comes back */
  readonly target?: string;
}

/** A header, module or package that the file brings in. */
export interface Inclusion {
  readonly module: string;
  readonly at: Index;
}

/** A constant of a library that stands in the code outside of any call that was read. */
export interface Mention {
  readonly name: string;
  readonly at: Index;
}

/** A file, ready to be asked. */
export interface Module {
  readonly file: Scope;
  readonly calls: readonly CallSite[];
  /** every call of a function of this file by its name */
  readonly callers: (name: string) => readonly CallSite[];
  readonly inclusions: readonly Inclusion[];
  readonly mentions: readonly Mention[];
  /** what a function of the file itself gives back, where the language tells */
  readonly results?: (name: string) => Results | undefined;
  /** functions that the file itself defines, in languages where a name alone may be a library's */
  readonly defined?: ReadonlySet<string>;
  /** the condition over a place under which it is compiled, and whether it is known to be false */
  readonly conditionAt?: (at: Index) => Condition | undefined;
  /** code of a file that is of another origin than the file: tests that stand beside what they test */
  readonly originAt?: (at: Index) => Origin | undefined;
  /** what an unbound name means: itself in C, a global or nothing in a language with modules */
  readonly toGlobal: (name: string) => string | undefined;
  /** the declared type of a name, where the language declares types and the catalogue knows it */
  readonly typeOf?: (scope: Scope, name: string) => string | undefined;
  /** one spelling for modules that are the same (`node:crypto`, `crypto`) */
  readonly normalise: (symbol: string) => string;
  /** what another file gives a name that this one does not define; a name that nobody has answered yet is asked for */
  readonly elsewhere?: (name: string) => readonly Expression[];
  /** functions that are of this file alone (`static` in C): no other file calls them */
  readonly isPrivate?: (scope: Scope) => boolean;
  /** of the bindings of a name in one function, those that a use at a place may see */
  readonly reaching?: (bindings: readonly Binding[], at: Index) => readonly Binding[];
}

/** The values that a function gives back, each read where it stands. */
export interface Results {
  /** of the function */
  readonly scope: Scope;
  readonly values: readonly { readonly scope: Scope; readonly read: () => Expression }[];
}

/** What a reader of one language is given. The tree lives while `use` runs: values are lowered when they are asked for. */
export interface Reading<T> {
  /** absent where the language is read from its tokens */
  readonly grammar?: GrammarName;
  readonly catalogue: Catalogue;
  readonly use: (module: Module) => T;
}

/** What the preprocessor says over a place. */
export interface Condition {
  readonly text: string;
  readonly dead: boolean;
}

/** The order of the text; of calls that begin at one place, the outer first. */
export function compareSites({ call: a }: CallSite, { call: b }: CallSite): number {
  return a.at - b.at || b.end - a.end;
}

// A scope with nothing bound in it.
function openScope(facts: Omit<Scope, 'bindings'>): Scope {
  return { ...facts, bindings: new Map() };
}

/** Binds a name once more; a name with several values may be any of them. */
export function bind(scope: Scope, name: string, binding: Binding): void {
  pushTo(scope.bindings, name, binding);
}

/** What a name of a scope may mean at a place: from its last declaration before that on, where declarations are told from assignments. */
export function bindingsAt(scope: Scope, name: string, at: Index): readonly Binding[] {
  const all = scope.bindings.get(name) ?? [];
  if (scope.kind !== 'function' || !all.some((one) => one.is === 'value' && one.declares === true)) return all;
  const last = all.findLastIndex((one) => one.at < at && (one.is !== 'value' || one.declares === true));
  if (last < 0) return all;
  const next = all.findIndex((one, index) => index > last && one.is === 'value' && one.declares === true);
  return all.slice(last, next < 0 ? undefined : next);
}

/** The innermost scope that binds a name, looking outwards. Names of a class are reached through `this.` only. */
export function findScope(scope: Scope, name: string): Scope | undefined {
  const ofClass = name.startsWith('this.');
  for (let here: Scope | undefined = scope; here !== undefined; here = here.parent) {
    if ((here.kind !== 'class' || ofClass || here.bare === true) && here.bindings.has(name)) return here;
  }
  return undefined;
}

/** The class around a scope, or that it is itself. */
export function classAround(scope: Scope): Scope | undefined {
  let here: Scope | undefined = scope;
  while (here !== undefined && here.kind !== 'class') here = here.parent;
  return here;
}

/** Scopes nested by where they begin and end; `find` gives the innermost at a place. */
export function nestScopes(
  found: readonly Omit<Scope, 'id' | 'parent' | 'bindings'>[],
  end: Index,
): { file: Scope; scopes: readonly Scope[] } {
  const file = openScope({ id: 0, parent: undefined, kind: 'file', name: '', start: 0, end });
  const scopes = [file];
  const open = [file];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= one.start) open.pop();
    const scope = openScope({ ...one, id: scopes.length, parent: open.at(-1) ?? file });
    scopes.push(scope);
    open.push(scope);
  }
  return { file, scopes };
}

/** The innermost of the scopes at a place; they are in the order of their starts. */
export function scopeAt(scopes: readonly Scope[], at: Index): Scope {
  let low = 0;
  let high = scopes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((scopes[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  let scope = scopes[low];
  while (scope?.parent !== undefined && scope.end <= at) scope = scope.parent;
  return scope ?? openScope({ id: 0, parent: undefined, kind: 'file', name: '', start: 0, end: 0 });
}
