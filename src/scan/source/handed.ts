// What one file hands to a library through a function of another: the file of that function offers it, with the calls in its body as far
// as they can be written down there; a caller reads these calls with what it hands in.

import { findLibrary } from '../../knowledge/languages/row.ts';
import type { HandedCall, HandingFunction, Written } from '../../model/reference.ts';
import { pushTo } from './captures.ts';
import type { Draft } from './drafts.ts';
import type { Elsewhere } from './elsewhere.ts';
import { type CallExpression, type Expression, toPath } from './expression.ts';
import { lift } from './lift.ts';
import { type CallSite, findScope, type Scope } from './module.ts';
import { once } from './once.ts';
import { type Frame, qualify } from './qualify.ts';
import { readRow } from './read-row.ts';
import type { Reported } from './reported.ts';
import { findRow, type Reader, startPlace, type Use } from './uses.ts';
import { findValues } from './values.ts';

const NAME = /^[A-Za-z_$][\w$]{1,99}$/;
const MOST_FUNCTIONS = 50;
const MOST_CALLS = 10;

type Offering = Reported & { readonly offer: NonNullable<Reported['offer']> };

/** Offers the functions whose parameters decide what the file's calls ask of a library. */
export function offerFunctions(found: readonly Use[], reported: Offering): void {
  const byScope = new Map<Scope, HandedCall[]>();
  for (const use of found) {
    const scope = use.row.silent === true ? undefined : use.draft.open.find(({ name }) => NAME.test(name));
    if (scope === undefined || reported.reader.module.isPrivate?.(scope) === true || (byScope.get(scope)?.length ?? 0) >= MOST_CALLS)
      continue;
    pushTo(byScope, scope, toHandedCall(use, scope, reported));
  }
  offerAll(byScope, reported);
}

function offerAll(byScope: ReadonlyMap<Scope, readonly HandedCall[]>, { offer }: Offering): void {
  const functions = [...byScope].slice(0, MOST_FUNCTIONS).map(([scope, calls]) => toFunction(scope, calls));
  if (functions.length > 0) offer(functions);
}

function toFunction(scope: Scope, calls: readonly HandedCall[]): HandingFunction {
  const owner = ownerOf(scope);
  const parameters = [...scope.bindings].flatMap(([name, bindings]) =>
    bindings.flatMap((one) => (one.is === 'parameter' ? [{ name, position: one.position }] : [])),
  );
  return { name: scope.name, ...(owner === undefined ? {} : { owner }), parameters, calls };
}

function ownerOf(scope: Scope): string | undefined {
  let here = scope.parent;
  while (here !== undefined && here.name === '') here = here.parent;
  return here?.name;
}

function toHandedCall({ row, site, draft, symbol }: Use, root: Scope, { reader, positions }: Reported): HandedCall {
  const { call, scope } = site;
  const lifting = { root, place: startPlace(reader, scope) };
  const { callee } = call;
  return {
    symbol: row.symbol,
    name: symbol,
    location: positions.locate(draft.at),
    ...(callee.is === 'member' ? { on: lift(callee.object, lifting) } : {}),
    args: call.args.map((argument) => lift(argument, lifting)),
    keywords: [...call.keywords].map(([name, value]) => [name, lift(value, lifting)] as const),
  };
}

/** A use at a caller, with the call of the library that it reaches. */
export interface Handed {
  readonly use: Use;
  readonly call: HandedCall;
  /** the caller names something; one that only hands a key in says nothing of its own */
  readonly isSaid: boolean;
}

const MOST_HANDED = 500;

/** The uses that the file decides by what it hands to functions of others; where its own callers decide, its function is offered in turn. */
export function findHanded(reported: Reported, elsewhere: Elsewhere): readonly Handed[] {
  const { reader } = reported;
  const handed: Handed[] = [];
  const byScope = new Map<Scope, HandedCall[]>();
  for (const handing of findHandings(reader, elsewhere)) {
    for (const { use, isSaid } of readHanded(handing, reader, elsewhere)) {
      const outer = use.draft.open.find((scope) => isAround(scope, handing.site.scope) && NAME.test(scope.name));
      if (outer === undefined) handed.push({ use, call: handing.call, isSaid });
      else if (reader.module.isPrivate?.(outer) !== true && (byScope.get(outer)?.length ?? 0) < MOST_CALLS)
        pushTo(byScope, outer, liftAgain(handing, outer, reader, elsewhere));
    }
  }
  if (reported.offer !== undefined) offerAll(byScope, { ...reported, offer: reported.offer });
  return handed.filter(({ use: { draft } }) => isTelling(draft));
}

/** Calls of functions of other files, each with every call of a library that it reaches there. */
function findHandings(reader: Reader, elsewhere: Elsewhere): readonly Handing[] {
  const found = reader.module.calls.flatMap((site) => {
    const name = watchedName(site, reader);
    return (name === undefined ? [] : elsewhere.handing(name)).flatMap((one) => one.calls.map((call) => ({ site, one, call })));
  });
  return found.slice(0, MOST_HANDED);
}

function isTelling({ algorithm, parameters, open }: Use['draft']): boolean {
  if (open.some(({ id }) => id < 0)) return false;
  return (algorithm !== undefined && algorithm !== 'hash') || parameters.mode !== undefined || parameters.digest !== undefined;
}

function isAround(scope: Scope, inner: Scope): boolean {
  for (let here: Scope | undefined = inner; here !== undefined; here = here.parent) if (here === scope) return true;
  return false;
}

/** The name by which other files know what a call calls; undefined for a library's and for the file's own functions. */
function watchedName(site: CallSite, reader: Reader): string | undefined {
  const { callee } = site.call;
  if (callee.is !== 'name' && callee.is !== 'member') return undefined;
  const isOfFile = callee.is === 'name' ? findScope(site.scope, callee.name) === undefined : toPath(callee.object) === 'this';
  if (isOfFile && reader.module.callers(callee.name).length > 0) return undefined;
  if (findRow(reader, site) !== undefined) return undefined;
  const symbol = nameOf(callee, site, reader);
  const last = symbol?.split(/[.:/]/).at(-1) ?? '';
  return reader.catalogue.watched?.has(last) === true ? symbol : undefined;
}

function nameOf(callee: Expression & { readonly is: 'name' | 'member' }, { scope }: CallSite, reader: Reader): string | undefined {
  const symbol = qualify(callee, startPlace(reader, scope))?.replaceAll('()', '');
  if (symbol !== undefined) return isLibrarys(symbol, reader) ? undefined : symbol;
  const root = rootOf(callee);
  const path = toPath(callee);
  if (path !== undefined && root !== 'this' && findScope(scope, root) === undefined) return path;
  return callee.is === 'member' ? `*.${callee.name}` : undefined;
}

function isLibrarys(symbol: string, { catalogue }: Reader): boolean {
  return findLibrary(catalogue.libraries, symbol) !== undefined;
}

function rootOf(expression: Expression): string {
  let root = expression;
  while (root.is === 'member') root = root.object;
  return root.is === 'name' ? root.name : '';
}

interface Handing {
  readonly site: CallSite;
  readonly one: HandingFunction;
  readonly call: HandedCall;
}

/** The call of the library as it stands in the other file, and the scope of the function there. */
interface There {
  readonly scope: Scope;
  readonly call: CallExpression;
  readonly frame: Frame;
}

// Scopes of other files are no scopes of this one: their numbers are below zero.
function goThere({ site, one, call: written }: Handing, reader: Reader, { lower }: Elsewhere): There {
  const scope: Scope = {
    id: -1 - site.call.nameAt,
    ...{ parent: undefined, kind: 'function', name: one.name, start: 0, end: 0 },
    bindings: new Map(one.parameters.map(({ name, position }) => [name, [{ is: 'parameter', at: 0, position }]])),
  };
  const place = `${written.location.path}:${written.location.line}`;
  const put = (value: Written): Expression => lower(value.place === undefined ? { ...value, place } : value);
  const { at, nameAt, end } = site.call;
  const last = written.symbol.slice(Math.max(written.symbol.lastIndexOf('.'), written.symbol.lastIndexOf(':')) + 1);
  const callee: Expression =
    written.on === undefined ? { is: 'module', name: written.symbol, at } : { is: 'member', object: put(written.on), name: last, at };
  const keywords = new Map(written.keywords.map(([name, value]) => [name, put(value)]));
  const call: CallExpression = { is: 'call', callee, args: written.args.map(put), keywords, at, nameAt, end };
  return { scope, call, frame: { scope, call: site.call, from: startPlace(reader, site.scope) } };
}

function readHanded(handing: Handing, reader: Reader, elsewhere: Elsewhere): readonly Omit<Handed, 'call'>[] {
  const { site, one, call: written } = handing;
  const row = reader.catalogue.find(written.symbol);
  if (row === undefined || reader.budget.callers-- <= 0) return [];
  const { scope, call, frame } = goThere(handing, reader, elsewhere);
  const reading = { row, call, where: reader.where };
  const drafts = readRow({ ...reading, place: startPlace(reader, scope, frame) });
  const alone = once(() => readRow({ ...reading, place: startPlace(reader, scope) }));
  return drafts.map((draft) => {
    const at = draft.at >= site.call.at && draft.at < site.call.end ? draft.at : site.call.nameAt;
    const use: Use = { row, site, symbol: one.name, draft: { ...draft, at }, reaches: { call, scope } };
    return { use, isSaid: namesMore(draft, alone()) || handsNumber(site, draft, reader) };
  });
}

// More than the size of a key: that is of the key, and is told where the key is made.
function namesMore({ algorithm, parameters }: Draft, alone: readonly Draft[]): boolean {
  return alone.every(
    (base) =>
      base.algorithm !== algorithm ||
      Object.entries(parameters).some(
        ([name, { value }]) =>
          name !== 'keyBits' && !Object.entries(base.parameters).some(([known, one]) => known === name && one.value === value),
      ),
  );
}

function handsNumber({ call, scope }: CallSite, { parameters: { keyBits } }: Draft, reader: Reader): boolean {
  if (keyBits === undefined) return false;
  const place = startPlace(reader, scope);
  return [...call.args, ...call.keywords.values()].some((argument) =>
    findValues(argument, place).some(
      ({ value }) => value.is === 'number' && (value.value === keyBits.value || value.value * 8 === keyBits.value),
    ),
  );
}

function liftAgain(handing: Handing, root: Scope, reader: Reader, elsewhere: Elsewhere): HandedCall {
  const { scope, call, frame } = goThere(handing, reader, elsewhere);
  const lifting = { root, place: startPlace(reader, scope, frame) };
  return {
    ...handing.call,
    ...(call.callee.is === 'member' ? { on: lift(call.callee.object, lifting) } : {}),
    args: call.args.map((argument) => lift(argument, lifting)),
    keywords: [...call.keywords].map(([name, value]) => [name, lift(value, lifting)] as const),
  };
}
