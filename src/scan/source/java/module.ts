// Joins what was read of a Java or Kotlin file to a module: outline, names, calls, and the constants of libraries that stand by themselves.

import { CONSTANT_CLASSES, isJavaClass, isJavaRoot, normaliseJava } from '../../../knowledge/languages/java.ts';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import { pushTo } from '../captures.ts';
import type { CallExpression, Expression } from '../expression.ts';
import { type Mention, type Module, type Scope, scopeAt } from '../module.ts';
import { once } from '../once.ts';
import { bindNames, type Names } from './bindings.ts';
import { readBranch } from './branches.ts';
import { type Calls, readCalls } from './calls.ts';
import { readExpression } from './expressions.ts';
import { filledWorth } from './filled.ts';
import { worthOf } from './methods.ts';
import { type Outline, type ReadOutline, type Region, toInclusion } from './outline.ts';
import type { Source } from './source.ts';
import { tableWorth } from './tables.ts';
import { type Dialect, isToken, isWord, readTokens, type Tokens, textOf } from './tokens.ts';

/** What is particular to one of the two languages. */
export interface Reader {
  readonly dialect: Dialect;
  readonly catalogue: Catalogue;
  readonly readOutline: ReadOutline;
}

/** A file as a module. */
export function toModule(text: string, { dialect, catalogue, readOutline }: Reader): Module {
  const tokens = readTokens(text, dialect);
  const outline = readOutline(tokens);
  const toClass = classFinder(outline, catalogue);
  const source: Source = {
    tokens,
    dialect,
    read: readExpression,
    simplify: (call) =>
      worthOf(call) ?? tableWorth(call) ?? filledWorth(call) ?? fieldOfConstant(call, own()) ?? resultOf(call, own()) ?? call,
    typed: (value, type) => castTo(value, { type, names, toClass }),
    later: (head) => calls.later(head),
  };
  const names: Names = bindNames(outline, source);
  const own = once(
    (): Own => ({
      source,
      names,
      functions: functionsOf(names),
      getters: gettersOf(names),
      returns: returnsOf(outline, names, tokens),
    }),
  );
  const calls: Calls = readCalls({ source, names, outline, wanted: catalogue.names });
  return {
    file: names.file,
    calls: calls.sites,
    callers: calls.named,
    inclusions: outline.imports.map((one) => toInclusion(tokens, one)),
    mentions: readMentions(tokens, { toClass, catalogue, names, outline }),
    defined: withoutImported(names.defined, outline),
    toGlobal: (name) => (names.defined.has(name) ? undefined : (toClass(name) ?? (isJavaRoot(name) ? name : undefined))),
    normalise: normaliseJava,
    typeOf: (scope, name) => typeOf(scope, name, { names, toClass }),
  };
}

// A name that is imported by itself is not that of a method in some class of the file.
function withoutImported(defined: ReadonlySet<string>, { imports }: Outline): ReadonlySet<string> {
  const imported = new Set(imports.map(({ local }) => local));
  return new Set([...defined].filter((name) => !imported.has(name)));
}

// A type of the project's own matters where calls of its methods are looked for.
const CLASS = /^[A-Z]/;

/** Finds the full name of a class that is named without its package. */
type ToClass = (name: string) => string | undefined;

function classFinder({ imports, packageName }: Outline, { watched }: Catalogue): ToClass {
  const packages = [...imports.filter(({ isWild }) => isWild).map(({ path }) => path), packageName];
  const named = new Map(imports.filter(({ isWild }) => !isWild).map(({ local, path }) => [local, path]));
  const found = new Map<string, string | undefined>();
  return (name) => {
    if (!found.has(name)) {
      const [first = '', ...rest] = name.split('.');
      const imported = named.get(first);
      const candidates = imported === undefined ? packages.map((one) => `${one}.${name}`) : [[imported, ...rest].join('.')];
      const librarys = [...candidates, name].map(normaliseJava).find(isJavaClass);
      found.set(name, librarys ?? (watched !== undefined && CLASS.test(first) ? [imported ?? first, ...rest].join('.') : undefined));
    }
    return found.get(name);
  };
}

interface Typing {
  readonly names: Names;
  readonly toClass: ToClass;
}

function typeOf(scope: Scope, name: string, { names, toClass }: Typing): string | undefined {
  const type = names.types.get(scope)?.get(name);
  return type === undefined || names.defined.has(type) ? undefined : toClass(type);
}

function castTo(value: Expression, { type, names, toClass }: Typing & { readonly type: string }): Expression {
  if (toClass(type) === undefined || names.defined.has(type)) return value;
  return names.lend({ at: value.at, read: () => value, scope: scopeAt(names.scopes, value.at), type });
}

/** Functions of the file's own, by name. */
function functionsOf({ regions }: Names): ReadonlyMap<string, readonly (readonly [Scope, Region])[]> {
  const functions = new Map<string, (readonly [Scope, Region])[]>();
  for (const [scope, region] of regions) {
    if (region.kind === 'function') pushTo(functions, region.name, [scope, region] as const);
  }
  return functions;
}

/** Where each function returns a value: tokens by scope. */
function returnsOf(outline: Outline, names: Names, tokens: Tokens): ReadonlyMap<Scope, readonly number[]> {
  const returns = new Map<Scope, number[]>();
  for (const token of outline.returns) {
    pushTo(returns, scopeAt(names.scopes, tokens.starts[token] ?? 0), token);
  }
  return returns;
}

interface Own {
  readonly source: Source;
  readonly names: Names;
  readonly functions: ReadonlyMap<string, readonly (readonly [Scope, Region])[]>;
  /** methods without parameters of the enumerations of the file */
  readonly getters: ReadonlySet<string>;
  readonly returns: ReadonlyMap<Scope, readonly number[]>;
}

const MOST_RETURNS = 12;

/** What a function of the file gives back, read as called from here; undefined where there is no one such function. */
function resultOf(call: CallExpression, { source, names, functions, returns }: Own): Expression | undefined {
  const name = ownFunction(call, names);
  const fitting = (name === undefined ? undefined : functions.get(name))?.filter(
    ([, { parameters }]) => parameters.length === call.args.length,
  );
  const [only, ...others] = fitting ?? [];
  if (only === undefined || others.length > 0) return undefined;
  const [scope, { value }] = only;
  const places = value === undefined ? (returns.get(scope) ?? []) : [value];
  const options = places.slice(0, MOST_RETURNS).map((token): Expression => {
    const read = (): Expression => (token === value ? readBranch(source, token, 0) : readExpression(source, token)).expression;
    return names.lend({ at: call.nameAt, read, scope, through: { call, scope: scopeAt(names.scopes, call.nameAt) } });
  });
  const [first] = options;
  return options.length > 1 ? { is: 'either', options, at: call.at } : first;
}

/** The function of the file's own that a call names: by itself, on `this`, on a class of the file. */
function ownFunction({ callee }: CallExpression, { defined }: Names): string | undefined {
  if (callee.is === 'name') return defined.has(callee.name) ? callee.name : undefined;
  if (callee.is !== 'member' || callee.object.is !== 'name' || !defined.has(callee.name)) return undefined;
  return callee.object.name === 'this' || defined.has(callee.object.name) ? callee.name : undefined;
}

// `Alg.AES.jcaName()`, `alg.getName()`: a method of an enumeration of the file that gives back a field.
function fieldOfConstant(call: CallExpression, { getters }: Own): Expression | undefined {
  const { callee } = call;
  return callee.is === 'member' && getters.has(callee.name) && call.args.length === 0 ? callee : undefined;
}

function gettersOf({ regions }: Names): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [scope, { kind, name, parameters }] of regions) {
    const owner = scope.parent === undefined ? undefined : regions.get(scope.parent);
    if (kind === 'function' && parameters.length === 0 && owner?.constants !== undefined) found.add(name);
  }
  return found;
}

interface Mentioning extends Typing {
  readonly catalogue: Catalogue;
  readonly outline: Outline;
}

// Suites of TLS, mechanisms of PKCS #11: nobody else's constants are named so.
const NAMED = /^(?:(?:TLS|SSL)_[A-Z0-9_]{6,80}|CKM_[A-Z0-9_]{3,60})$/;

/** Constants of libraries that are named, wherever they stand: `JWSAlgorithm.RS256`, `TLS_PSK_WITH_AES_128_CCM_8`. */
function readMentions(tokens: Tokens, { toClass, catalogue, names, outline }: Mentioning): readonly Mention[] {
  const mentions: Mention[] = [];
  const declared = new Set(outline.declarations.map(({ token }) => token));
  const imports = outline.imports.at(-1)?.token ?? -1;
  for (let token = imports + 1; token < tokens.count; token++) {
    if (!isWord(tokens, token) || declared.has(token)) continue;
    const word = textOf(tokens, token);
    const at = tokens.starts[token] ?? 0;
    if (NAMED.test(word) && !isToken(tokens, token + 1, '=')) mentions.push({ name: word, at });
    else if (
      CONSTANT_CLASSES.has(word) &&
      isToken(tokens, token + 1, '.') &&
      isWord(tokens, token + 2) &&
      !isToken(tokens, token + 3, '(')
    ) {
      const owner = names.defined.has(word) ? undefined : toClass(word);
      const name = owner === undefined ? '' : `${owner}.${textOf(tokens, token + 2)}`;
      const constant = catalogue.findConstant(name);
      if (constant !== undefined && constant.quiet !== true) mentions.push({ name, at: tokens.starts[token + 2] ?? at });
    }
  }
  return mentions;
}
