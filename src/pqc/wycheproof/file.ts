// Reads the JSON of Wycheproof (C2SP/wycheproof, testvectors_v1) into groups of cases.

import { type Fields, integerAt, type Json, listAt, memberOf, scalarsOf, stringAt } from '../vectors/json.ts';

export interface WycheproofCase {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly result: 'valid' | 'invalid' | 'acceptable' | 'unknown';
  readonly fields: Fields;
}

export interface WycheproofGroup {
  /** `MlDsaVerify` */
  readonly type: string;
  readonly fields: Fields;
  readonly cases: readonly WycheproofCase[];
}

export interface WycheproofFile {
  /** as the caller names the file; in every message */
  readonly name: string;
  /** `ML-DSA-65`, `ML-KEM` */
  readonly algorithm: string;
  readonly groups: readonly WycheproofGroup[];
}

/** Throws `bad-input` with the file's name and the path of the member that is wrong. */
export function toWycheproofFile(file: Json, name: string): WycheproofFile {
  return {
    name,
    algorithm: stringAt(file, 'algorithm', name),
    groups: listAt(file, 'testGroups', name).map(([group, path]) => readGroup(group, path)),
  };
}

function readGroup(group: Json, path: string): WycheproofGroup {
  return {
    type: stringAt(group, 'type', path),
    fields: scalarsOf(group),
    cases: listAt(group, 'tests', path).map(([test, testPath]) => readCase(test, testPath)),
  };
}

function readCase(test: Json, path: string): WycheproofCase {
  const fields = scalarsOf(test);
  const flags = memberOf(test, 'flags');
  const result = stringAt(test, 'result', path);
  return {
    tcId: integerAt(test, 'tcId', path),
    comment: String(fields.get('comment') ?? ''),
    flags: Array.isArray(flags) ? flags.filter((flag: unknown) => typeof flag === 'string') : [],
    result: result === 'valid' || result === 'invalid' || result === 'acceptable' ? result : 'unknown',
    fields,
  };
}
