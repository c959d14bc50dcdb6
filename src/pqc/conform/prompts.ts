// Prompts for an implementation that is tested through ACVP files: the shipped vectors without their results.

import { type Json, listAt, memberOf } from '../vectors/json.ts';

/** Members of a case that are results or explain them, by ACVP's mode or, for encapDecap, by the group's function. */
const RESULTS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['keyGen', ['ek', 'dk', 'pk', 'sk']],
  ['encapsulation', ['c', 'k']],
  ['decapsulation', ['k']],
  ['encapsulationKeyCheck', ['testPassed']],
  ['decapsulationKeyCheck', ['testPassed']],
  ['sigGen', ['signature']],
  ['sigVer', ['testPassed']],
]);

/** A set as ACVP prompts for it. Throws `bad-input` with the path of what is wrong. */
export function toPrompt(set: Json, name: string): Json {
  const mode = memberOf(set, 'mode');
  const testGroups = listAt(set, 'testGroups', name).map(([group, path]) => {
    const results = RESULTS.get(mode === 'encapDecap' ? memberOf(group, 'function') : mode) ?? [];
    const isInput = ([key]: readonly [string, unknown]): boolean => key !== 'reason' && !results.includes(key);
    return { ...group, tests: listAt(group, 'tests', path).map(([test]) => Object.fromEntries(Object.entries(test).filter(isInput))) };
  });
  return { ...set, testGroups };
}
