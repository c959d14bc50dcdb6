// The uses of a module: every call that a row speaks of, with what other calls on the same context say, and, where a parameter decides,
// once more at each caller.

import { ALGORITHMS } from '../../knowledge/algorithms.ts';
import { type CallRow, type Catalogue, findLibrary } from '../../knowledge/languages/row.ts';
import type { AlgorithmId, Parameters } from '../../model/algorithm.ts';
import { findArgument } from './arguments.ts';
import { pushTo } from './captures.ts';
import type { Reading } from './defaults.ts';
import { asResolved, type Draft, fillFrom, toParameters } from './drafts.ts';
import { type CallExpression, type Index, toPath } from './expression.ts';
import { type CallSite, findScope, type Module, type Scope } from './module.ts';
import { type Frame, type Place, qualify, toUntyped } from './qualify.ts';
import { readRow } from './read-row.ts';

/** A call that names cryptography, and what it may be. */
export interface Use {
  readonly row: CallRow;
  readonly site: CallSite;
  /** API or wrapper as written */
  readonly symbol: string;
  readonly draft: Draft;
  /** seen at the call of a function of this file that hands the value on: the library's call that it reaches */
  readonly reaches?: CallSite;
}

/** What the uses are read from. */
export interface Reader {
  readonly module: Module;
  readonly catalogue: Catalogue;
  readonly where: (at: Index) => string;
  /** rows that were found already */
  readonly rows: Map<CallExpression, { readonly row: CallRow | undefined }>;
  /** callers that were found already, by the name of the function */
  readonly callers: Map<string, readonly CallSite[]>;
  /** callers that may still be followed in this file */
  readonly budget: { callers: number };
}

const MOST_FOLLOWED = 2000;

/** A reader of a module that has not been asked yet. */
export function startReader(facts: Pick<Reader, 'module' | 'catalogue' | 'where'>): Reader {
  return { ...facts, rows: new Map(), callers: new Map(), budget: { callers: MOST_FOLLOWED } };
}

const STEPS = 3000;

/** A place in the module to read values at. */
export function startPlace(reader: Reader, scope: Scope, frame?: Frame): Place {
  const { module, catalogue } = reader;
  return { module, catalogue, scope, budget: { steps: STEPS }, ...(frame === undefined ? {} : { frame }) };
}

/** Every call that a row speaks of by itself, in the order of the text. */
export function readSites(reader: Reader): readonly Use[] {
  return reader.module.calls.flatMap((site) => readSite(reader, site));
}

/** Every use: what the calls say by themselves, with what other calls on their contexts and the callers of their functions say. */
export function findUses(reader: Reader, found: readonly Use[] = readSites(reader)): readonly Use[] {
  const everywhere = found.flatMap((use) => {
    const wrapped = findWrapped(use, reader);
    // What the callers hand in takes the place of what is not known without them; a default that is known stays.
    if (wrapped.some((one) => knowsMore(one.draft, use.draft))) return wrapped;
    return use.row.uses?.algorithm === undefined || wrapped.some((one) => saysOther(one.draft, use.draft)) ? [use, ...wrapped] : [use];
  });
  return shareContexts(everywhere, reader);
}

function knowsMore(one: Draft, other: Draft): boolean {
  if (other.algorithm === undefined || (other.algorithm === 'hash' && one.algorithm !== 'hash')) return true;
  return Object.keys(one.parameters).length > Object.keys(other.parameters).length;
}

function saysOther(one: Draft, other: Draft): boolean {
  if (one.algorithm !== other.algorithm) return true;
  const known = new Map(Object.entries(other.parameters).map(([name, { value }]) => [name, value]));
  return Object.entries(one.parameters).some(([name, { value }]) => known.get(name) !== value);
}

/** The row that speaks of a call, unless the file defines a function of that name itself. */
export function findRow(reader: Reader, site: CallSite): CallRow | undefined {
  const known = reader.rows.get(site.call);
  if (known !== undefined) return known.row;
  const { callee } = site.call;
  const isOwn = callee.is === 'name' && reader.module.defined?.has(callee.name) === true;
  const symbol = isOwn ? undefined : qualify(callee, startPlace(reader, site.scope));
  const untyped = toUntyped(callee);
  const byName = symbol === undefined ? undefined : reader.catalogue.find(symbol);
  const found = byName ?? (untyped === undefined ? undefined : reader.catalogue.find(untyped));
  const meant = found?.included === true && !isIncluded(found.library, reader) ? reader.catalogue.guess?.(found.symbol) : found;
  const isOwnMethod = meant?.likely === true && callee.is === 'member' && reader.module.defined?.has(callee.name) === true;
  const row = isOwnMethod ? undefined : meant;
  reader.rows.set(site.call, { row });
  return row;
}

function isIncluded(library: string, { module, catalogue }: Reader): boolean {
  return module.inclusions.some((one) => findLibrary(catalogue.libraries, one.module) === library);
}

function readSite(reader: Reader, site: CallSite): readonly Use[] {
  const row = findRow(reader, site);
  if (row === undefined) return [];
  const reading = toReading(reader, row, site);
  return readRow(reading).map((draft) => ({ row, site, symbol: toApiName(row), draft }));
}

/** The name of the API, without the marks by which rows tell methods (`T().f`) and settings (`f=`). */
export function toApiName(row: CallRow): string {
  return row.symbol
    .replaceAll(/\(\)|<>/g, '')
    .replace(/^~\w+::/, '')
    .replace(/=$/, '');
}

function toReading(reader: Reader, row: CallRow, site: CallSite, frame?: Frame): Reading {
  return { row, call: site.call, place: startPlace(reader, site.scope, frame), where: reader.where };
}

/** Calls on one context know what earlier calls on it said; attributes that are gathered know what any of them says. */
function shareContexts(uses: readonly Use[], reader: Reader): readonly Use[] {
  const byContext = new Map<string, Use[]>();
  for (const use of uses) {
    const context = contextOf(use);
    if (context === undefined) continue;
    pushTo(byContext, context, use);
  }
  return uses.flatMap((use) => {
    const context = contextOf(use);
    const group = context === undefined ? [] : (byContext.get(context) ?? []).slice(0, 200);
    if (group.length < 2) return [use];
    if (isEcho(use, group)) return [];
    return speaksForObject(use, group) ? [{ ...use, draft: fillFromGroup(use, group, reader) }] : [];
  });
}

// Of rows that count only alone, those that do something go before those that set a property, and of these the first is enough.
function speaksForObject(use: Use, group: readonly Use[]): boolean {
  if (use.row.alone !== true) return true;
  const heard = group.filter(({ row }) => row.silent !== true);
  if (heard.some(({ row }) => row.alone !== true)) return false;
  const doing = heard.filter(({ row }) => row.sets !== true);
  return use.row.sets === true ? doing.length === 0 && heard[0] === use : true;
}

// `mbedtls_md_update(&ctx, …)`: a step of what an earlier call on the context has named.
function isEcho(use: Use, group: readonly Use[]): boolean {
  const { algorithm } = use.draft;
  if ((algorithm !== 'hash' && algorithm !== 'hmac') || algorithm !== use.row.uses?.algorithm) return false;
  if (Object.keys(use.draft.parameters).length > 0) return false;
  const at = siteAt(use);
  return group.some(
    (other) =>
      isBefore(other, use, at) &&
      other.row.silent !== true &&
      isCompatible(algorithm, other.draft.algorithm) &&
      (other.draft.algorithm !== undefined || other.draft.parameters.digest !== undefined) &&
      (other.draft.parameters.digest !== undefined || other.draft.algorithm !== algorithm),
  );
}

function contextOf({ row, site: place, reaches }: Use): string | undefined {
  const site = reaches ?? place;
  const argument = row.object === undefined || row.object === 'target' ? undefined : findArgument(row.object, site.call);
  const path = row.object === 'target' ? site.target : argument === undefined ? undefined : toPath(argument);
  if (path === undefined) return undefined;
  // A field or a variable of the file is one object wherever it is used.
  const owner = findScope(site.scope, path) ?? site.scope;
  return `${owner.id} ${row.objectOf ?? row.library} ${path.replace(/^this\./, '')}`;
}

function fillFromGroup(use: Use, group: readonly Use[], reader: Reader): Draft {
  const at = siteAt(use);
  const before = use.row.gathers === true ? besideIn(group, use) : group.filter((other) => isBefore(other, use, at)).reverse();
  let { draft } = use;
  for (const other of before) {
    if (!isCompatible(draft.algorithm, other.draft.algorithm) || areTwoObjects(use, other)) continue;
    // What belongs to the key or the context is shared; mode, padding and counts belong to one call.
    const { keyBits, curve } = other.draft.parameters;
    const { mode, padding } = other.row.sets === true ? other.draft.parameters : NO_PARAMETERS;
    if (other.row.sets === true || replacesKey(other)) draft = withoutDefaults(draft, other);
    const isOfCall =
      (use.row.gathers === true && draft.algorithm !== undefined) || (other.row.object === 'this' && other.row.sets !== true);
    const digest = isOfCall ? undefined : other.draft.parameters.digest;
    const shared: Draft = {
      ...other.draft,
      parameters: toParameters({ keyBits, curve, digest, mode, padding }),
      parts: digest === undefined ? [] : other.draft.parts,
      functions: [],
      consumed: [],
      open: [],
    };
    const algorithm = moreSpecific(draft.algorithm, other.draft.algorithm);
    draft = {
      ...fillFrom(draft, asResolved(shared, reader.where(other.site.call.nameAt))),
      direct: draft.direct,
      ...(algorithm === undefined ? {} : { algorithm }),
    };
  }
  return draft;
}

function isBefore(other: Use, use: Use, at: Index): boolean {
  return other !== use && other.reaches === undefined && siteAt(other) < at;
}

// What is gathered in any order: of the thing that is being put together, what stands before, the nearest first, then what follows.
function besideIn(group: readonly Use[], use: Use): readonly Use[] {
  let section: Use[] = [];
  let ended = false;
  for (const one of [...group].sort((a, b) => siteAt(a) - siteAt(b))) {
    if (ended && one.row.ends !== true) {
      if (section.includes(use)) break;
      section = [];
      ended = false;
    }
    section.push(one);
    ended ||= one.row.ends === true;
  }
  const at = siteAt(use);
  const others = section.filter((other) => other !== use && other.reaches === undefined);
  return [...others.filter((other) => siteAt(other) < at).reverse(), ...others.filter((other) => siteAt(other) >= at)];
}

const NO_PARAMETERS: Parameters = {};

// Two makings that the same variable takes, one after the other.
function areTwoObjects(one: Use, other: Use): boolean {
  return one.row.object === 'target' && other.row.object === 'target' && other.row.sets !== true;
}

function replacesKey({ row, site }: Use): boolean {
  return row.replacesKey === true && site.call.args.length > 0;
}

// What the code says of the object goes before what the library would fill in; a key from elsewhere has a size of its own.
function withoutDefaults(draft: Draft, other: Use): Draft {
  const { draft: said } = other;
  const kept = Object.entries(draft.parameters).filter(
    ([name, { from }]) => from !== 'default' || (!Object.hasOwn(said.parameters, name) && !(name === 'keyBits' && replacesKey(other))),
  );
  return kept.length === Object.keys(draft.parameters).length ? draft : { ...draft, parameters: Object.fromEntries(kept) };
}

function siteAt({ site, reaches }: Use): Index {
  return (reaches ?? site).call.at;
}

function isCompatible(one: AlgorithmId | undefined, other: AlgorithmId | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  if (one.startsWith(`${other}-`) || other.startsWith(`${one}-`)) return ALGORITHMS[one].primitive === ALGORITHMS[other].primitive;
  if (one === 'hash' || other === 'hash') return ALGORITHMS[one].primitive === ALGORITHMS[other].primitive;
  if (one === 'ec' || other === 'ec') return isOnCurve(one) && isOnCurve(other);
  return (one === 'rsa' || other === 'rsa') && ALGORITHMS[one].name.startsWith('RSA') && ALGORITHMS[other].name.startsWith('RSA');
}

function isOnCurve(algorithm: AlgorithmId): boolean {
  return ALGORITHMS[algorithm].named.includes('curve') || ALGORITHMS[algorithm].fixedCurve !== undefined;
}

function moreSpecific(one: AlgorithmId | undefined, other: AlgorithmId | undefined): AlgorithmId | undefined {
  if (one === undefined || (one === 'hash' && other !== undefined)) return other;
  return other?.startsWith(`${one}-`) === true ? other : one; // `ml-kem` of a context whose parameter set is known
}

const DEEPEST = 3;
const MOST_CALLERS = 40;

/** The use again at each caller of the function whose parameter decides it; and at the call itself, with what the callers hand in. */
function findWrapped(use: Use, reader: Reader): readonly Use[] {
  const { row, site, draft } = use;
  if (row.silent === true) return [];
  const scope = draft.open.find((one) => one.name !== '');
  return scope === undefined ? [] : followCallers({ row, site, root: scope, scope, reader, frames: [] });
}

interface Following {
  readonly row: CallRow;
  readonly site: CallSite;
  /** the function whose parameter the library's call uses */
  readonly root: Scope;
  /** the function whose callers are followed: that one, or one that hands its own parameter to it */
  readonly scope: Scope;
  readonly reader: Reader;
  /** callers on the way in, innermost first */
  readonly frames: readonly CallSite[];
}

function followCallers({ row, site, root, scope, reader, frames }: Following): readonly Use[] {
  const callers = frames.length >= DEEPEST ? [] : callersOf(scope, reader).slice(0, MOST_CALLERS);
  return callers.flatMap((caller) => {
    if (reader.budget.callers-- <= 0) return [];
    const handsNothing = caller.call.args.length === 0 && caller.call.keywords.size === 0;
    if (handsNothing || caller.scope.id === scope.id || findRow(reader, caller) !== undefined) return [];
    const path = [...frames, caller];
    const drafts = readRow(toReading(reader, row, site, toFrame(path, root, reader)));
    return drafts.flatMap((draft): readonly Use[] => {
      const outer = draft.open.find((one) => one.id === caller.scope.id && one.name !== '');
      if (outer !== undefined) return followCallers({ row, site, root, scope: outer, reader, frames: path });
      if ((draft.algorithm === undefined || draft.algorithm === 'hash') && draft.parameters.mode === undefined) return [];
      const written = draft.at >= caller.call.at && draft.at < caller.call.end ? draft.at : caller.call.nameAt;
      const inner: Use = {
        row,
        site,
        symbol: toApiName(row),
        draft: { ...asResolved(draft, reader.where(written)), at: innerAt(row, site), sure: false, open: [] },
      };
      return [{ row, site: caller, symbol: scope.name, draft: { ...draft, at: written, open: [] }, reaches: site }, inner];
    });
  });
}

function innerAt(row: CallRow, site: CallSite): Index {
  const place = row.roles?.algorithm;
  return (place === undefined ? undefined : findArgument(place, site.call)?.at) ?? site.call.nameAt;
}

// The innermost function is read as called by the first caller, that one's function as called by the second, and so on.
function toFrame(path: readonly CallSite[], root: Scope, reader: Reader): Frame | undefined {
  return path.reduceRight<Frame | undefined>((frame, caller, index) => {
    const scope = path[index - 1]?.scope ?? root;
    return { scope, call: caller.call, from: startPlace(reader, caller.scope, frame) };
  }, undefined);
}

function callersOf(scope: Scope, { module, callers }: Reader): readonly CallSite[] {
  const known = callers.get(scope.name) ?? module.callers(scope.name);
  callers.set(scope.name, known);
  return known;
}
