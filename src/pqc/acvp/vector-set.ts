// Reads the JSON of NIST's ACVP (prompt with expectedResults, or internalProjection) into groups of cases.
// Shapes: draft-celi-acvp-ml-kem, draft-celi-acvp-ml-dsa, and the gen-val files of usnistgov/ACVP-Server.

import { type Fields, integerAt, type Json, listAt, parseJson, scalarsOf, stringAt } from '../vectors/json.ts';

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

/** Throws `bad-input` with the file's name and the path of the member that is wrong. */
export function parseVectorSet({ name, prompt, expectedResults }: VectorText): VectorSet {
  const given = parseJson(prompt, name);
  return toVectorSet(name, given, expectedResults === undefined ? given : parseJson(expectedResults, `${name} expectedResults`));
}

/** The set of a prompt and its expected results: the same object for a projection, absent where nobody gave them. Throws `bad-input`. */
export function toVectorSet(name: string, prompt: Json, results: Json | undefined): VectorSet {
  const expected = results === prompt ? undefined : readResults(results, `${name} expectedResults`);
  return {
    name,
    algorithm: stringAt(prompt, 'algorithm', name),
    mode: stringAt(prompt, 'mode', name),
    revision: stringAt(prompt, 'revision', name),
    groups: listAt(prompt, 'testGroups', name).map(([group, path]) => readGroup(group, path, expected)),
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

/** The cases of expected results or of a response; `tcId` is unique in a set (ACVP), so their groups need not be matched. Throws `bad-input`. */
export function readResults(results: Json | undefined, name: string): ReadonlyMap<number, Fields> {
  if (results === undefined) return new Map();
  const groups = listAt(results, 'testGroups', name);
  const tests = groups.flatMap(([group, path]) => listAt(group, 'tests', path));
  return new Map(tests.map(([test, path]) => [integerAt(test, 'tcId', path), scalarsOf(test)]));
}
