// Applies a row of the catalogue to a call: looks at the arguments that the row names and lays what they say over what the name says.

import { ALGORITHMS, useOf } from '../../knowledge/algorithms.ts';
import { findCurve } from '../../knowledge/curves.ts';
import type { Roles } from '../../knowledge/languages/row.ts';
import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { AlgorithmUse, CryptoFunction, Parameter } from '../../model/algorithm.ts';
import { findArgument, valuesAt } from './arguments.ts';
import { type Reading, settle } from './defaults.ts';
import { addSays, addUse, asResolved, type Draft, fillFrom, startDraft } from './drafts.ts';
import type { Expression } from './expression.ts';
import { isHash, takeCurve, takeDigest, takeMode, takePadding } from './take.ts';
import { type Found, findValues } from './values.ts';

const DEEPEST = 4;

const MOST_VARIANTS = 6;

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
  readKey,
  readOperation,
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
    consumed: found.direct ? [...draft.consumed, found.at] : [],
  }));
  return found.direct ? drafts : drafts.map((draft) => asResolved(draft, reading.where(found.at)));
}

function describeValue(found: Found, reading: Reading, depth: number): readonly Draft[] {
  const { value, at } = found;
  const start = startDraft(at);
  switch (value.is) {
    case 'string': {
      const use = parseAlgorithmName(value.value) ?? ofCurveName(value.value);
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
  const described = valuesAt(place, reading).flatMap((found) => describeFound(found, reading, depth));
  const known = described.filter(
    (one) => one.algorithm !== undefined || one.none === true || Object.keys(one.parameters).length > 0 || one.curveFamily !== undefined,
  );
  const open = described.flatMap((one) => one.open);
  if (known.length === 0) return [{ ...draft, at: argument.at, open: [...draft.open, ...open], sure: false }];
  const signs = (reading.row.functions ?? []).some((one) => one === 'sign' || one === 'verify');
  return known.map((one) => {
    const base = { ...draft, at: argument.at, open: [...draft.open, ...open] };
    if (one.none === true) return { ...base, none: true as const };
    return signs && isHash(one.algorithm)
      ? (takeDigest(base, one) ?? base)
      : { ...fillFrom({ ...base, functions: [] }, one), functions: draft.functions.length > 0 ? draft.functions : one.functions };
  });
}

function readPart(draft: Draft, reading: Reading, depth: number): readonly Draft[] {
  const place = reading.row.roles?.part;
  if (place === undefined) return [draft];
  const described = valuesAt(place, reading).flatMap((found) => describeFound(found, reading, depth));
  const first = described.find((one) => one.algorithm !== undefined);
  if (first?.algorithm === undefined) return [{ ...draft, open: [...draft.open, ...described.flatMap((one) => one.open)] }];
  const { mode: _mode, ...parameters } = first.parameters;
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
  for (const found of valuesAt(place, reading)) {
    const described = describeFound(found, reading, 0);
    for (const one of described.length > 0 ? described : [startDraft(found.at)]) {
      open.push(...one.open);
      const next = take(draft, one, found);
      if (next !== undefined)
        taken.push({ ...next, sure: next.sure && found.sure && one.sure, consumed: [...next.consumed, ...one.consumed] });
    }
  }
  return taken.length > 0 ? taken.map((one) => ({ ...one, open })) : [{ ...draft, open }];
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

// OpenSSL, libgcrypt and the Linux API: 1 encrypts, 0 decrypts.
const BY_NUMBER: ReadonlyMap<number, CryptoFunction> = new Map([
  [1, 'encrypt'],
  [0, 'decrypt'],
]);

function operationOf(name: string, { place }: Reading): CryptoFunction | undefined {
  return place.catalogue.findConstant(name)?.operation;
}
