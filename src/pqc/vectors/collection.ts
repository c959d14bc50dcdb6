// What the JSON files of one folder are, told by their content: ACVP prompts with their expected results, projections, Wycheproof files, and
// what is none of these, with the reason.

import { PqreadyError } from '../../model/errors.ts';
import { compareText } from '../../model/order.ts';
import { planVectorSet } from '../acvp/planner.ts';
import { toVectorSet } from '../acvp/vector-set.ts';
import { toWycheproofFile } from '../wycheproof/file.ts';
import { planWycheproof } from '../wycheproof/planner.ts';
import { type Json, listAt, memberOf, parseJson } from './json.ts';
import type { PlannedGroup } from './plan.ts';

/** A file of a folder. */
export interface VectorFile {
  readonly name: string;
  readonly text: string;
}

/**
 * A file from which no case was run. `no-vectors`: it holds none (a registration, a validation report) · `incomplete`: half of a pair is
 * missing · `malformed`: no vector file, though its name says so.
 */
export interface PassedOver {
  readonly name: string;
  readonly kind: 'no-vectors' | 'incomplete' | 'malformed';
  readonly why: string;
}

/** A set that can be run, its groups planned as they are reached. */
export interface RunnableSet {
  readonly name: string;
  readonly groups: Iterable<PlannedGroup>;
}

export interface Arranged {
  readonly sets: readonly RunnableSet[];
  readonly passedOver: readonly PassedOver[];
}

interface Content {
  readonly name: string;
  readonly json: Json;
  readonly kind: 'given' | 'projection' | 'results' | 'wycheproof';
}

/** Members of a case that are results, by ACVP's mode: a file that has one needs no expected results beside it. */
const RESULT_MEMBERS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['keyGen', ['ek', 'pk']],
  ['encapDecap', ['k', 'testPassed']],
  ['sigGen', ['signature']],
  ['sigVer', ['testPassed']],
]);

/** Tells the files of one folder apart and pairs them. Sets come in the order of their names. */
export function arrangeVectors(files: readonly VectorFile[]): Arranged {
  const passedOver: PassedOver[] = [];
  const contents: Content[] = [];
  for (const file of files) {
    const content = classify(file);
    if ('why' in content) passedOver.push(content);
    else contents.push(content);
  }
  const results = contents.filter(({ kind }) => kind === 'results');
  const used = new Set<Content>();
  const sets: RunnableSet[] = [];
  for (const content of contents.filter(({ kind }) => kind !== 'results')) {
    const pair = content.kind === 'given' ? results.find((each) => isSameSet(each.json, content.json)) : undefined;
    if (pair !== undefined) used.add(pair);
    collect(content, pair, { sets, passedOver });
  }
  for (const each of results.filter((result) => !used.has(result))) {
    passedOver.push({ name: each.name, kind: 'incomplete', why: 'expected results without their prompt' });
  }
  return { sets, passedOver: passedOver.sort((a, b) => compareText(a.name, b.name)) };
}

interface Collected {
  readonly sets: RunnableSet[];
  readonly passedOver: PassedOver[];
}

function collect({ name, json, kind }: Content, pair: Content | undefined, { sets, passedOver }: Collected): void {
  try {
    const groups =
      kind === 'wycheproof'
        ? planWycheproof(toWycheproofFile(json, name))
        : planVectorSet(toVectorSet(name, json, kind === 'projection' ? json : pair?.json));
    sets.push({ name, groups });
  } catch (error) {
    if (!(error instanceof PqreadyError)) throw error;
    passedOver.push({ name, kind: 'malformed', why: withoutName(error.message, name) });
  }
}

function classify({ name, text }: VectorFile): Content | PassedOver {
  try {
    const json = parseJson(text, name);
    if (!Array.isArray(memberOf(json, 'testGroups'))) return { name, kind: 'no-vectors', why: 'no test groups' };
    if (typeof memberOf(json, 'schema') === 'string' || memberOf(json, 'mode') === undefined) return { name, json, kind: 'wycheproof' };
    const tests = listAt(json, 'testGroups', name).flatMap(([group, path]) => listAt(group, 'tests', path));
    const groups = listAt(json, 'testGroups', name);
    if (groups.every(([group]) => !Object.hasOwn(group, 'testType'))) return { name, json, kind: 'results' };
    const members = RESULT_MEMBERS.get(memberOf(json, 'mode')) ?? [];
    const isWhole = tests.some(([test]) => members.some((member) => Object.hasOwn(test, member)));
    return { name, json, kind: isWhole ? 'projection' : 'given' };
  } catch (error) {
    if (!(error instanceof PqreadyError)) throw error;
    return { name, kind: 'malformed', why: withoutName(error.message, name) };
  }
}

function isSameSet(results: Json, prompt: Json): boolean {
  return ['vsId', 'algorithm', 'mode', 'revision'].every((key) => memberOf(results, key) === memberOf(prompt, key));
}

function withoutName(message: string, name: string): string {
  return message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
}
