// Reads the JSON of NIST's ACVP (prompt with expectedResults, or internalProjection) into groups of cases.
// Shapes: draft-celi-acvp-ml-kem, draft-celi-acvp-ml-dsa, and the gen-val files of usnistgov/ACVP-Server.

import { PqreadyError } from '../../model/errors.ts';

/** The scalar members of one JSON object, by name. A Map, because the names come from a file. */
export type Fields = ReadonlyMap<string, string | number | boolean>;

export interface VectorCase {
  readonly tcId: number;
  readonly given: Fields;
  /** absent where the set carries no expected result for this case */
  readonly expected?: Fields;
}

export interface VectorGroup {
  readonly tgId: number;
  readonly fields: Fields;
  readonly cases: readonly VectorCase[];
}

/** One algorithm and mode, `ML-DSA` `sigGen`. */
export interface VectorSet {
  /** as the caller names the file; in every message */
  readonly name: string;
  readonly algorithm: string;
  readonly mode: string;
  readonly revision: string;
  readonly groups: readonly VectorGroup[];
}

/** Text of the files. Without `expectedResults` the prompt must be an internalProjection: inputs and results in one. */
export interface VectorText {
  readonly name: string;
  readonly prompt: string;
  readonly expectedResults?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Throws `bad-input` with the file's name and the path of the member that is wrong. */
export function parseVectorSet(text: VectorText): VectorSet {
  const prompt = parseJson(text.prompt, text.name);
  const results = text.expectedResults === undefined ? undefined : readResults(text.expectedResults, `${text.name} expectedResults`);
  return {
    name: text.name,
    algorithm: stringAt(prompt, 'algorithm', text.name),
    mode: stringAt(prompt, 'mode', text.name),
    revision: stringAt(prompt, 'revision', text.name),
    groups: listAt(prompt, 'testGroups', text.name).map(([group, path]) => readGroup(group, path, results)),
  };
}

function readGroup(group: Json, path: string, results: ReadonlyMap<number, Fields> | undefined): VectorGroup {
  return {
    tgId: integerAt(group, 'tgId', path),
    fields: scalarsOf(group),
    cases: listAt(group, 'tests', path).map(([test, testPath]) => {
      const tcId = integerAt(test, 'tcId', testPath);
      const given = scalarsOf(test);
      const expected = results === undefined ? given : results.get(tcId);
      return { tcId, given, ...(expected === undefined ? {} : { expected }) };
    }),
  };
}

/** `tcId` is unique in a set (ACVP), so the groups of the results need not be matched. */
function readResults(text: string, name: string): ReadonlyMap<number, Fields> {
  const groups = listAt(parseJson(text, name), 'testGroups', name);
  const tests = groups.flatMap(([group, path]) => listAt(group, 'tests', path));
  return new Map(tests.map(([test, path]) => [integerAt(test, 'tcId', path), scalarsOf(test)]));
}

function parseJson(text: string, name: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new PqreadyError('bad-input', `${name}: expected JSON`, { cause });
  }
  return asObject(value, name);
}

function asObject(value: unknown, path: string): Json {
  if (!isObject(value)) throw new PqreadyError('bad-input', `${path}: expected an object`);
  return value;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own members only: `constructor` and `__proto__` of a hostile file are absent. */
function memberOf(object: Json, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function stringAt(object: Json, key: string, path: string): string {
  const value = memberOf(object, key);
  if (typeof value !== 'string') throw new PqreadyError('bad-input', `${path}: ${key}: expected a string`);
  return value;
}

function integerAt(object: Json, key: string, path: string): number {
  const value = memberOf(object, key);
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new PqreadyError('bad-input', `${path}: ${key}: expected an integer`);
  return value;
}

function listAt(object: Json, key: string, path: string): readonly (readonly [Json, string])[] {
  const value = memberOf(object, key);
  if (!Array.isArray(value)) throw new PqreadyError('bad-input', `${path}: ${key}: expected an array`);
  return value.map((item: unknown, index) => {
    const itemPath = `${path}: ${key}[${index}]`;
    return [asObject(item, itemPath), itemPath] as const;
  });
}

function scalarsOf(object: Json): Fields {
  const scalars = new Map<string, string | number | boolean>();
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') scalars.set(key, value);
  }
  return scalars;
}
