// Applies a row of the catalogue to a call: looks at the arguments that the row names and lays what they say over what the name says.

import { ALGORITHMS, useOf } from '../../knowledge/algorithms.ts';
import { findCurve } from '../../knowledge/curves.ts';
import { findOid } from '../../knowledge/identifiers.ts';
import type { Roles } from '../../knowledge/languages/row.ts';
import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { AlgorithmId, AlgorithmUse, CryptoFunction, Parameter } from '../../model/algorithm.ts';
import { findArgument, valuesAt } from './arguments.ts';
import { type Reading, settle } from './defaults.ts';
import { addSays, addUse, asResolved, type Draft, fillFrom, startDraft } from './drafts.ts';
import type { Expression, Index } from './expression.ts';
import { isHash, takeCurve, takeDigest, takeMode, takePadding } from './take.ts';
import { type Found, findValues } from './values.ts';

const DEEPEST = 4;

const MOST_VARIANTS = 10;

/** What the call may be: one draft, or several where an argument may have several values. */
export function readRow(reading: Reading, depth = 0): readonly Draft[] {
  const { row, call } = reading;
  if (depth > DEEPEST) return [];
  let drafts: readonly Draft[] = [{ ...startDraft(call.nameAt), functions: row.functions ?? [] }];
  if (row.continues === true) drafts = drafts.flatMap((draft) => continueReceiver(draft, reading, depth));
  if (row.choice !== undefined) drafts = drafts.map((draft) => choose(draft, reading));
  for (const read of READERS) drafts = drafts.flatMap((draft) => read(draft, reading, depth)).slice(0, MOST_VARIANTS);
  return drafts.map((draft) => settle(draft, reading));
}

type Reader = (draft: Draft, reading: Reading, depth: number) => readonly Draft[];

// In this order: what names the algorithm first, so that the rest can be understood by it.
const READERS: readonly Reader[] = [
  readAlgorithm,
  readPart,
  (draft, reading) => readDescribed(draft, reading, { role: 'digest', take: takeDigest }),
  (draft, reading) => readDescribed(draft, reading, { role: 'curve', take: takeCurve }),
  (draft, reading) => readDescribed(draft, reading, { role: 'mode', take: takeMode }),
  (draft, reading) => readDescribed(draft, reading, { role: 'padding', take: takePadding }),
  (draft, reading) => readNumber(draft, reading, { role: 'keyBits', parameter: 'keyBits', factor: 1 }),
  (draft, reading) => readNumber(draft, reading, { role: 'keyBytes', parameter: 'keyBits', factor: 8 }),
  (draft, reading) => readNumber(draft, reading, { role: 'tagBits', parameter: 'tagBits', factor: 1 }),
  (draft, reading) => readNumber(draft, reading, { role: 'tagBytes', parameter: 'tagBits', factor: 8 }),
  (draft, reading) => readNumber(draft, reading, { role: 'outputBits', parameter: 'outputBits', factor: 1 }),
  (draft, reading) => readNumber(draft, reading, { role: 'outputBytes', parameter: 'outputBits', factor: 8 }),
  (draft, reading) => readNumber(draft, reading, { role: 'iterations', parameter: 'iterations', factor: 1 }),
  readShared,
  readDetails,
  readKey,
  readAside,
  readOperation,
  readEnvironment,
];

function choose(draft: Draft, reading: Reading): Draft {
  const { choice } = reading.row;
  if (choice === undefined) return draft;
  for (const { value } of valuesAt(choice.place, reading)) {
    const key = value.is === 'symbol' ? value.name : value.is === 'number' || value.is === 'string' ? String(value.value) : undefined;
    const says = key !== undefined && Object.hasOwn(choice.of, key) ? choice.of[key] : undefined;
    if (says !== undefined) return addSays(draft, says);
  }
  return draft;
}

function continueReceiver(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const receiver = findArgument('this', reading.call);
  if (receiver === undefined) return [draft];
  const described = describe(receiver, reading, depth);
  if (described.length === 0) return [draft];
  return described.map((one) => ({ ...fillFrom(draft, { ...one, functions: [] }), at: draft.at, consumed: draft.consumed }));
}

/** What an expression says of an algorithm, as drafts that stand where it is written. */
export function describe(expression: Expression, reading: Reading, depth: number): readonly Draft[] {
  return findValues(expression, reading.place).flatMap((found) => describeFound(found, reading, depth));
}

function describeFound(found: Found, reading: Reading, depth: number): readonly Draft[] {
  const drafts = describeValue(found, reading, depth).map((draft) => ({
    ...draft,
    sure: draft.sure && found.sure,
    consumed: found.direct || found.value.is === 'symbol' || specifies(found, reading) ? [...draft.consumed, found.at] : [],
  }));
  return found.direct ? drafts : drafts.map((draft) => asResolved(draft, reading.where(found.at)));
}

// A specification is told by the call that takes it, wherever it is made.
function specifies({ value }: Found, { place }: Reading): boolean {
  return value.is === 'call' && place.catalogue.find(value.symbol)?.specifies === true;
}

function describeValue(found: Found, reading: Reading, depth: number): readonly Draft[] {
  const { value, at } = found;
  const start = startDraft(at);
  switch (value.is) {
    case 'string': {
      // RFC 7518 §3.6: `none` is no signature.
      if (/^none$/i.test(value.value)) return [{ ...start, none: true }];
      const use = readName(value.value, reading) ?? ofCurveName(value.value) ?? findOid(value.value)?.use;
      return use === undefined ? [] : [addUse(start, use)];
    }
    case 'symbol':
      return describeSymbol(value.name, start, reading);
    case 'call': {
      const row = reading.place.catalogue.find(value.symbol);
      return row === undefined
        ? []
        : readRow({ ...reading, row, call: value.call, place: { ...value.place, budget: reading.place.budget } }, depth + 1);
    }
    case 'object':
      return ['name', 'type', 'alg', 'algorithm'].flatMap((field) => {
        const entry = value.object.entries.get(field);
        return entry === undefined
          ? []
          : findValues(entry, { ...value.place, budget: reading.place.budget }).flatMap((one) => describeFound(one, reading, depth + 1));
      });
    case 'list':
      if (depth > DEEPEST) return [];
      return value.items
        .slice(0, MOST_VARIANTS)
        .flatMap((item) =>
          findValues(item, { ...value.place, budget: reading.place.budget }).flatMap((one) => describeFound(one, reading, depth + 1)),
        );
    case 'parameter':
      return [{ ...start, open: [value.scope] }];
    case 'null':
      return [{ ...start, none: true }];
    default:
      return [];
  }
}

function readName(written: string, { place: { catalogue } }: Reading): AlgorithmUse | undefined {
  return catalogue.parseName === undefined ? parseAlgorithmName(written) : catalogue.parseName(written);
}

function ofCurveName(name: string): AlgorithmUse | undefined {
  const curve = findCurve(name);
  return curve === undefined ? undefined : useOf('ec', { written: name, parameters: { curve: { value: curve, from: 'written' } } });
}

function describeSymbol(name: string, start: Draft, { place }: Reading): readonly Draft[] {
  const constant = place.catalogue.findConstant(name);
  if (constant?.nothing === true) return [{ ...start, none: true }];
  if (constant !== undefined)
    return [addSays({ ...start, ...(constant.operation === undefined ? {} : { functions: [constant.operation] }) }, constant.says)];
  const row = place.catalogue.find(name);
  return row?.uses === undefined ? [] : [addSays(start, row.uses)];
}

function readAlgorithm(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const place = reading.row.roles?.algorithm;
  const argument = place === undefined ? undefined : findArgument(place, reading.call);
  if (place === undefined || argument === undefined) return [draft];
  const values = valuesAt(place, reading).filter((found) => !reading.row.symbol.startsWith('*.') || isLibrarys(found));
  const described = values.flatMap((found) => describeFound(found, reading, depth));
  const known = described.filter(
    (one) => one.algorithm !== undefined || one.none === true || Object.keys(one.parameters).length > 0 || one.curveFamily !== undefined,
  );
  const open = described.flatMap((one) => one.open);
  // What only names the algorithm that callers decide is told by this call, as if it were known.
  const consumed = [...draft.consumed, ...described.flatMap((one) => (one.open.length > 0 ? one.consumed : []))];
  if (known.length === 0)
    return [{ ...draft, ...writtenName(values), at: argument.at, open: [...draft.open, ...open], consumed, sure: false }];
  const signs = (reading.row.functions ?? []).some((one) => one === 'sign' || one === 'verify');
  return known.map((one) => {
    const base = { ...draft, at: argument.at, open: [...draft.open, ...open] };
    if (one.none === true) return { ...base, none: true as const };
    return signs && isHash(one.algorithm)
      ? (takeDigest(base, one) ?? base)
      : { ...fillFrom({ ...base, functions: [] }, one), functions: draft.functions.length > 0 ? draft.functions : one.functions };
  });
}

// Of a method whose object is not known, only what a library made can say what it does: a name may be anybody's.
function isLibrarys({ value }: Found): boolean {
  return value.is !== 'string' && value.is !== 'list' && value.is !== 'object';
}

const LONGEST_NAME = 80;

function writtenName(values: readonly Found[]): { readonly written?: string } {
  const [first] = values.flatMap(({ value }) => (value.is === 'string' ? [value.value] : []));
  return first === undefined || !/^[\w./+ -]+$/.test(first) || first.length > LONGEST_NAME ? {} : { written: first };
}

function readPart(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const place = reading.row.roles?.part;
  if (place === undefined) return [draft];
  const described = valuesAt(place, reading).flatMap((found) => describeFound(found, reading, depth));
  const first = described.find((one) => one.algorithm !== undefined);
  if (first?.algorithm === undefined) return [{ ...draft, open: [...draft.open, ...described.flatMap((one) => one.open)] }];
  // A MAC is built on the block cipher alone; the key that is derived is for its mode.
  const { mode, ...others } = first.parameters;
  const isForMode = mode !== undefined && reading.row.functions?.includes('keyderive') === true;
  const parameters = isForMode ? first.parameters : others;
  const part = useOf(first.algorithm, { parameters, functions: [], parts: first.parts });
  return [{ ...draft, parts: [...draft.parts, part], sure: draft.sure && first.sure, consumed: [...draft.consumed, ...first.consumed] }];
}

interface Taking {
  readonly role: keyof Roles;
  readonly take: (draft: Draft, described: Draft, found: Found) => Draft | undefined;
}

function readDescribed(draft: Draft, reading: Reading, { role, take }: Taking): readonly Draft[] {
  const place = reading.row.roles?.[role];
  if (place === undefined) return [draft];
  const taken: Draft[] = [];
  const open = [...draft.open];
  const told: Index[] = [];
  for (const found of valuesAt(place, reading)) {
    const described = describeFound(found, reading, 0);
    for (const one of described.length > 0 ? described : [startDraft(found.at)]) {
      open.push(...one.open);
      const next = take(draft, one, found);
      // The same hash twice (`PSS(MGF1(SHA256()))`, `SHA256()`) is one use.
      if (next === undefined && one.algorithm !== undefined && one.algorithm === draft.parameters.digest?.value) told.push(...one.consumed);
      if (next !== undefined)
        taken.push({ ...next, sure: next.sure && found.sure && one.sure, consumed: [...next.consumed, ...one.consumed] });
    }
  }
  return taken.length > 0 ? taken.map((one) => ({ ...one, open })) : [{ ...draft, open, consumed: [...draft.consumed, ...told] }];
}

// What is said beside and not told on its own: the hash of a mask generation.
function readAside(draft: Draft, reading: Reading): readonly Draft[] {
  const place = reading.row.roles?.aside;
  const described = place === undefined ? [] : valuesAt(place, reading).flatMap((found) => describeFound(found, reading, 0));
  return [{ ...draft, consumed: [...draft.consumed, ...described.flatMap((one) => one.consumed)] }];
}

interface Counting {
  readonly role: keyof Roles;
  readonly parameter: 'keyBits' | 'tagBits' | 'outputBits' | 'iterations';
  readonly factor: number;
}

const LARGEST = 2 ** 31;

function readNumber(draft: Draft, reading: Reading, { role, parameter, factor }: Counting): readonly Draft[] {
  const place = reading.row.roles?.[role];
  if (place === undefined) return [draft];
  const found = valuesAt(place, reading);
  const numbers = found.filter((one) => one.value.is === 'number' && one.value.value > 0 && one.value.value < LARGEST);
  // Sizes of keys tell uses apart; of the rest, one that is not plain is left out.
  const distinguishes = parameter === 'keyBits';
  const open = distinguishes ? found.flatMap((one) => (one.value.is === 'parameter' ? [one.value.scope] : [])) : [];
  if (!distinguishes && (numbers.length > 1 || numbers.length < found.length)) return [draft];
  if (numbers.length === 0) return [{ ...draft, open: [...draft.open, ...open] }];
  return numbers.map((one) => {
    const value = (one.value.is === 'number' ? one.value.value : 0) * factor;
    const origin = one.direct ? ({ from: 'written' } as const) : ({ from: 'resolved', at: reading.where(one.at) } as const);
    return {
      ...draft,
      parameters: { ...draft.parameters, [parameter]: { value, ...origin } },
      sure: draft.sure && one.sure,
      open: [...draft.open, ...open],
    };
  });
}

// The key or context that is worked on: its size and curve are those of the use, and what it is where the call does not say.
function readShared(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const place = reading.row.roles?.shares;
  if (place === undefined) return [draft];
  const described = valuesAt(place, reading).flatMap((found) => describeFound(found, reading, depth));
  const open = described.flatMap((one) => one.open);
  const known = described.filter(({ algorithm, parameters }) => (algorithm ?? parameters.keyBits ?? parameters.curve) !== undefined);
  if (known.length === 0) return [{ ...draft, open: [...draft.open, ...open] }];
  return known.map((one) => {
    const { keyBits, curve } = asResolved(one, reading.where(one.at)).parameters;
    const algorithm = draft.algorithm ?? reading.row.uses?.algorithm ?? one.algorithm;
    return {
      ...draft,
      ...(algorithm === undefined ? {} : { algorithm }),
      parameters: {
        ...(keyBits === undefined ? {} : { keyBits }),
        ...(curve === undefined || (algorithm !== undefined && !ALGORITHMS[algorithm].named.includes('curve')) ? {} : { curve }),
        ...draft.parameters,
      },
      sure: draft.sure && one.sure,
      open: [...draft.open, ...open],
    };
  });
}

// A specification says more of the use; what the call says itself goes before.
function readDetails(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const place = reading.row.roles?.details;
  if (place === undefined) return [draft];
  const [first] = valuesAt(place, reading).flatMap((found) => describeFound(found, reading, depth));
  if (first === undefined) return [draft];
  const { digest } = draft.parameters;
  const parts = digest === undefined ? [...draft.parts, ...first.parts] : draft.parts;
  const algorithm = isRefined(draft.algorithm, first.algorithm) ? first.algorithm : draft.algorithm;
  return [
    {
      ...draft,
      ...(algorithm === undefined ? {} : { algorithm }),
      parameters: { ...asResolved(first, reading.where(first.at)).parameters, ...draft.parameters },
      parts,
      consumed: [...draft.consumed, ...first.consumed],
    },
  ];
}

// Families whose members have ids of their own.
const MEMBERS: Readonly<Partial<Record<AlgorithmId, RegExp>>> = {
  'ml-kem': /^ml-kem-/,
  'ml-dsa': /^ml-dsa-/,
  'slh-dsa': /^slh-dsa-/,
  ecdh: /^x(?:25519|448)$/,
  eddsa: /^ed(?:25519|448)$/,
};

function isRefined(family: AlgorithmId | undefined, member: AlgorithmId | undefined): boolean {
  return family !== undefined && member !== undefined && MEMBERS[family]?.test(member) === true;
}

const SYMMETRIC_KEY_BITS: ReadonlySet<number> = new Set([64, 128, 168, 192, 256]);

// Key material of known length: a literal, an array with a size, a call that makes so many octets. Only sizes that a cipher takes count.
function readKey(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const place = reading.row.roles?.key;
  if (place === undefined || draft.parameters.keyBits !== undefined) return [draft];
  const sizes = valuesAt(place, reading).flatMap((found) => {
    const size = keySize(found, reading, depth);
    return size === undefined ? [] : [{ ...size, found }];
  });
  const [first] = sizes;
  if (first === undefined || sizes.some((one) => one.bits !== first.bits) || !SYMMETRIC_KEY_BITS.has(first.bits)) return [draft];
  const keyBits: Parameter<number> = { value: first.bits, from: 'resolved', at: reading.where(first.found.at) };
  return [{ ...draft, parameters: { ...draft.parameters, keyBits } }];
}

function keySize({ value }: Found, reading: Reading, depth: number): { readonly bits: number } | undefined {
  if (value.is === 'bytes') return { bits: 8 * value.length };
  if (value.is === 'string') return { bits: 8 * value.value.length };
  if (value.is !== 'call') return undefined;
  const row = reading.place.catalogue.find(value.symbol);
  if (row === undefined || depth > DEEPEST) return undefined;
  const [draft] = readRow({ ...reading, row, call: value.call, place: { ...value.place, budget: reading.place.budget } }, depth + 1);
  const bits = draft?.parameters.outputBits?.value ?? draft?.parameters.keyBits?.value ?? digestSize(draft);
  return bits === undefined ? undefined : { bits };
}

function digestSize(draft: Draft | undefined): number | undefined {
  const set = isHash(draft?.algorithm) ? Number(ALGORITHMS[draft?.algorithm ?? 'hash'].parameterSet) : Number.NaN;
  return Number.isNaN(set) ? undefined : set;
}

function readOperation(draft: Draft, reading: Reading): readonly Draft[] {
  const place = reading.row.roles?.operation;
  if (place === undefined) return [draft];
  for (const { value } of valuesAt(place, reading)) {
    const operation =
      operationOf(value.is === 'symbol' ? value.name : '', reading) ?? (value.is === 'number' ? BY_NUMBER.get(value.value) : undefined);
    if (operation !== undefined) return [{ ...draft, functions: [operation] }];
  }
  return [draft];
}

function readEnvironment(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const place = reading.row.roles?.environment;
  if (place === undefined) return [draft];
  const execution = valuesAt(place, reading)
    .flatMap((found) => describeFound(found, reading, depth))
    .find((one) => one.execution !== undefined)?.execution;
  return [execution === undefined ? draft : { ...draft, execution }];
}

// OpenSSL, libgcrypt and the Linux API: 1 encrypts, 0 decrypts.
const BY_NUMBER: ReadonlyMap<number, CryptoFunction> = new Map([
  [1, 'encrypt'],
  [0, 'decrypt'],
]);

function operationOf(name: string, { place }: Reading): CryptoFunction | undefined {
  return place.catalogue.findConstant(name)?.operation;
}
