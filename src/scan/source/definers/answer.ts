// Answers what files ask of each other: finds the files that may give a name, reads each once, and follows what they write to a value,
// through three files at most. The same answers whatever the order in which they are asked for: what one name means hangs on paths and
// contents alone, and what is looked at is bounded by the name, not by what was looked at before.

import { findCSharpGlobal } from '../../../knowledge/languages/csharp.ts';
import { compareText } from '../../../model/order.ts';
import type { Asked, Given, HandingFunction, Written } from '../../../model/reference.ts';
import type { Elsewhere } from '../../../model/world.ts';
import { toText } from '../../text.ts';
import { pushTo } from '../captures.ts';
import { type Constant, type Definer, readDefiner } from './definer.ts';
import { dialectOf } from './dialect.ts';
import { guessPlaces, type Listing, toListing, type Wanted } from './places.ts';

const DEEPEST = 3;
const DEEPEST_INSIDE = 12;
const MOST_FILES_A_NAME = 60;
const MOST_STEPS_A_NAME = 400;
const MOST_FILES = 4000;
const MOST_BYTES = 32_000_000;
const MOST_BYTES_A_FILE = 1_000_000;
const MOST_ASKED = 20_000;
const MOST_LOOKUPS = 300_000;

/** What is known while answers are looked for. */
interface Search {
  readonly listing: Listing;
  readonly read: Elsewhere['read'];
  readonly definers: Map<string, Promise<Definer | undefined>>;
  readonly left: { files: number; bytes: number; lookups: number };
  readonly offered: Offered;
}

/** Functions that files offered, by their path and by their name. */
interface Offered {
  readonly byPath: ReadonlyMap<string, readonly HandingFunction[]>;
  readonly byName: ReadonlyMap<string, readonly (readonly [path: string, HandingFunction])[]>;
}

/** What one name may still cost. */
interface Budget {
  files: number;
  steps: number;
}

/** Answers by the path that asked; a name that nobody gives is not in them. */
export async function answerAsked(asked: readonly Asked[], elsewhere: Elsewhere): Promise<ReadonlyMap<string, readonly Given[]>> {
  const paths = [...elsewhere.paths].sort(compareText);
  const search: Search = {
    listing: toListing(paths),
    read: elsewhere.read,
    definers: new Map(),
    left: { files: MOST_FILES, bytes: MOST_BYTES, lookups: MOST_LOOKUPS },
    offered: toOffered(elsewhere.functions ?? new Map()),
  };
  const answers = new Map<string, readonly Given[]>();
  for (const one of [...asked].sort((a, b) => compareText(a.path, b.path)).slice(0, MOST_ASKED)) {
    const given = await answerOne(one, search);
    if (given.length > 0) answers.set(one.path, given);
  }
  return answers;
}

async function answerOne({ path, names, brings }: Asked, search: Search): Promise<readonly Given[]> {
  const given: Given[] = [];
  for (const name of [...names].sort(compareText)) {
    const budget: Budget = { files: MOST_FILES_A_NAME, steps: MOST_STEPS_A_NAME };
    const value = (await byNameAlone(path, name, search)) ?? (await findIn({ from: path, name, brings }, { search, budget, depth: 0 }));
    if (value !== undefined) given.push({ name, value });
  }
  return given;
}

function toOffered(byPath: Offered['byPath']): Offered {
  const byName = new Map<string, (readonly [string, HandingFunction])[]>();
  for (const [path, functions] of [...byPath].sort(([a], [b]) => compareText(a, b))) {
    for (const one of functions) pushTo(byName, one.name, [path, one] as const);
  }
  return { byPath, byName };
}

// C knows the functions of other files by their names alone. Elsewhere a method of something whose type is not known is that of the only
// class which offers one of that name, where the file names the class.
async function byNameAlone(from: string, name: string, search: Search): Promise<Written | undefined> {
  const isMethod = name.startsWith('*.');
  const asker = dialectOf(from)?.name;
  if (!isMethod && asker !== 'c') return undefined;
  const all = search.offered.byName.get(isMethod ? name.slice(2) : (name.split('::').at(-1) ?? name)) ?? [];
  const alike = all.filter(([path, { owner }]) => path !== from && dialectOf(path)?.name === asker && (!isMethod || owner !== undefined));
  const [first] = alike;
  if (first === undefined || alike.some(([path, { owner }]) => path !== first[0] || owner !== first[1].owner)) return undefined;
  if (isMethod && (await readOnce(from, search))?.mentions(first[1].owner ?? '') !== true) return undefined;
  return eitherOf(alike.map(([, one]) => ({ is: 'function', function: one })));
}

/** The functions that a file offers under a name; a class may be named before it. */
function offeredAs(member: string, definer: Definer, { offered }: Search): Written | undefined {
  const parts = splitName(member, definer);
  const [last = '', before] = [parts.at(-1), parts.at(-2)];
  const named = (offered.byPath.get(definer.path) ?? []).filter(
    ({ name, owner }) => name === last && (owner === undefined ? isReached(before, definer) : owner === last || owner === before),
  );
  return eitherOf(named.map((one) => ({ is: 'function', function: one })));
}

// A function of a module itself is reached without a class; of Rust's types the name is not known.
function isReached(before: string | undefined, { dialect }: Definer): boolean {
  return before === undefined || dialect.name === 'rust';
}

interface Following {
  readonly search: Search;
  readonly budget: Budget;
  /** files between the one that asks and this one */
  readonly depth: number;
}

/** What the likeliest of the files that give a name gives; several files that are as likely may disagree. */
async function findIn(wanted: Wanted, following: Following): Promise<Written | undefined> {
  if (following.depth >= DEEPEST) return undefined;
  const included: Definer[] = [];
  for (const { paths, member } of guessPlaces(wanted, following.search.listing)) {
    const found: Written[] = [];
    for (const path of paths) {
      if (following.budget.files-- <= 0 || following.search.left.lookups-- <= 0) return undefined;
      const definer = await readOnce(path, following.search);
      if (definer === undefined) continue;
      if (definer.dialect.name === 'c') included.push(definer);
      const value = await followMember(member, definer, { following: { ...following, depth: following.depth + 1 }, inside: 0 });
      if (value !== undefined) found.push(value);
    }
    const value = eitherOf(found);
    if (value !== undefined) return value;
  }
  // What no header of the file defines, a header of theirs may.
  for (const { path, imports } of included) {
    const { brings } = imports();
    const value = await findIn({ from: path, name: wanted.name, brings }, { ...following, depth: following.depth + 1 });
    if (value !== undefined) return value;
  }
  return undefined;
}

// Equal values at different places are one value: the first place is named.
function eitherOf(values: readonly Written[]): Written | undefined {
  const distinct = new Map<string, Written>();
  for (const value of values) {
    const key = JSON.stringify(value, (name, part: unknown) => (name === 'place' ? undefined : part));
    if (!distinct.has(key)) distinct.set(key, value);
  }
  const options = [...distinct.values()];
  return options.length > 1 ? { is: 'either', options } : options[0];
}

function readOnce(path: string, { definers, left, read }: Search): Promise<Definer | undefined> {
  const known = definers.get(path);
  if (known !== undefined) return known;
  const reading = left.files-- <= 0 || left.bytes <= 0 ? Promise.resolve(undefined) : readFile(path, left, read);
  definers.set(path, reading);
  return reading;
}

async function readFile(path: string, left: Search['left'], read: Elsewhere['read']): Promise<Definer | undefined> {
  const bytes = await read(path);
  if (bytes === undefined || bytes.length > MOST_BYTES_A_FILE) return undefined;
  left.bytes -= bytes.length;
  return readDefiner(path, toText(bytes));
}

interface Inside {
  readonly following: Following;
  /** names of this file that were followed to get here */
  readonly inside: number;
}

/** What a name is in a file: its own constant, a field of one, or what the file takes from another. */
async function followMember(member: string, definer: Definer, { following, inside }: Inside): Promise<Written | undefined> {
  if (inside > DEEPEST_INSIDE || following.budget.steps-- <= 0) return undefined;
  const offered = offeredAs(member, definer, following.search);
  if (offered !== undefined) return offered;
  const own = findOwn(member, definer);
  if (own.length > 0) {
    const values: Written[] = [];
    for (const { value, line } of own) {
      const followed = await follow(value, definer, { following, inside: inside + 1 });
      if (followed !== undefined) values.push({ ...followed, place: followed.place ?? `${definer.path}:${line}` });
    }
    return eitherOf(values);
  }
  const [root = '', ...rest] = splitName(member, definer);
  const imported = definer.imports().imports.get(root);
  const from = definer.path;
  if (imported !== undefined) return findIn({ from, name: [imported, ...rest].join(separator(definer)), brings: [] }, following);
  return brought(member, definer, following);
}

// C is asked for its headers by `findIn`; what others bring in whole, they give on.
async function brought(member: string, { path: from, imports, dialect }: Definer, following: Following): Promise<Written | undefined> {
  const { brings } = imports();
  if (dialect.name === 'c' || brings.length === 0) return undefined;
  return findIn({ from, name: member, brings }, following);
}

function separator({ dialect }: Definer): string {
  return dialect.name === 'rust' ? '::' : '.';
}

function splitName(name: string, definer: Definer): readonly string[] {
  return name.split(definer.dialect.name === 'rust' ? /::|\./ : '.');
}

// The constant of that name, or the field of a table; a class may be named before it.
function findOwn(member: string, definer: Definer): readonly Constant[] {
  const last = splitName(member, definer).at(-1) ?? '';
  if (last !== 'default' && !definer.mentions(last)) return [];
  const constants = definer.constants();
  const direct = constants.get(member);
  if (direct !== undefined) return direct;
  const parts = member.split(/::|\./);
  for (let count = parts.length - 1; count > 0; count--) {
    const named = constants.get(parts.slice(0, count).join('.'));
    if (named === undefined) continue;
    return named.flatMap(({ value, line }) => {
      const field = parts
        .slice(count)
        .reduce<Written | undefined>((inner, name) => (inner === undefined ? undefined : fieldOf(inner, name)), value);
      return field === undefined ? [] : [{ value: field, line }];
    });
  }
  return constants.get(parts.slice(-2).join('.')) ?? [];
}

function fieldOf(value: Written, name: string): Written | undefined {
  return value.is === 'object' ? value.entries.findLast(([key]) => key === name)?.[1] : undefined;
}

/** A value with its names followed; undefined where it goes on too long. */
async function follow(value: Written, definer: Definer, inside: Inside): Promise<Written | undefined> {
  const { budget } = inside.following;
  if (budget.steps-- <= 0) return undefined;
  switch (value.is) {
    case 'symbol':
      return (await followName(value.name, definer, inside)) ?? { is: 'symbol', name: fullName(value.name, definer) };
    case 'call':
      return { is: 'call', name: fullName(value.name, definer), args: await followAll(value.args, definer, inside) };
    case 'list':
      return { is: 'list', items: await followAll(value.items, definer, inside) };
    case 'object': {
      const values = await followAll(
        value.entries.map(([, inner]) => inner),
        definer,
        inside,
      );
      return { is: 'object', entries: value.entries.flatMap(([name], index) => toEntry(name, values[index])) };
    }
    case 'operation': {
      const [left, right] = await followAll([value.left, value.right], definer, inside);
      return left === undefined || right === undefined ? undefined : { ...value, left, right };
    }
    default:
      return value;
  }
}

function toEntry(name: string, value: Written | undefined): readonly (readonly [string, Written])[] {
  return value === undefined ? [] : [[name, value]];
}

async function followAll(values: readonly Written[], definer: Definer, inside: Inside): Promise<readonly Written[]> {
  const followed: Written[] = [];
  for (const value of values) followed.push((await follow(value, definer, inside)) ?? value);
  return followed;
}

// A name of the file, of its package, or of what it imports; of what libraries name, nothing is found and the name stays.
async function followName(name: string, definer: Definer, { following, inside }: Inside): Promise<Written | undefined> {
  const own = await followMember(name, definer, { following, inside });
  if (own !== undefined || findOwn(name, definer).length > 0) return own;
  const from = definer.path;
  const { brings, imports } = definer.imports();
  return imports.has(splitName(name, definer)[0] ?? '') ? undefined : findIn({ from, name, brings }, following);
}

/** A library's name as the scanner of the language knows it. */
function fullName(name: string, definer: Definer): string {
  const [root = '', ...rest] = splitName(name, definer);
  // A type that is no library's is nobody's: `own:` begins no name of a library.
  if (definer.dialect.name === 'csharp') return [findCSharpGlobal(root, definer.imports().brings) ?? `own:${root}`, ...rest].join('.');
  const imported = definer.imports().imports.get(root);
  return imported === undefined ? name : [imported, ...rest].join(separator(definer));
}
