// Wycheproof's cases of ML-KEM and ML-DSA as requests, by the type of their group. One row of the result table for each type and file: the
// groups of a file are one key each.

import type { MessageForm } from '../message-form.ts';
import type { ResultName } from '../operation.ts';
import { isMlDsaId, isMlKemId } from '../parameter-sets.ts';
import type { Fields } from '../vectors/json.ts';
import {
  type Asked,
  bytesOf,
  type ExpectedValue,
  type PlannedCase,
  type PlannedGroup,
  type PlannedStep,
  planCase,
  toSet,
  Unanswerable,
} from '../vectors/plan.ts';
import type { WycheproofCase, WycheproofFile, WycheproofGroup } from './file.ts';
import { reasonsOf } from './flags.ts';

/** Everything that is said of one case: the file's algorithm, the group's members, its own. */
interface Given {
  readonly algorithm: string;
  readonly fields: Fields;
  readonly isInvalid: boolean;
}

interface Family {
  readonly operation: string;
  readonly plan: (given: Given) => readonly Asked[];
}

const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ['MLKEMKeyGen', { operation: 'keyGen', plan: planKeygen }],
  ['MLKEMEncapsTest', { operation: 'encapsulation', plan: planEncaps }],
  ['MLKEMTest', { operation: 'keyGen, decapsulation', plan: planSeedDecaps }],
  ['MLKEMDecapsValidationTest', { operation: 'decapsulation', plan: planDecaps }],
  ['MlDsaSign', { operation: 'sigGen', plan: planSign }],
  ['MlDsaVerify', { operation: 'sigVer', plan: planVerify }],
]);

/** The rows of a file, in the order in which their types are met. */
export function planWycheproof(file: WycheproofFile): readonly PlannedGroup[] {
  const rows = new Map<string, WycheproofGroup[]>();
  for (const group of file.groups) {
    const key = `${group.type} ${parameterSetOf(file, group)}`;
    rows.set(key, [...(rows.get(key) ?? []), group]);
  }
  return [...rows.values()].map((groups, index) => {
    const [first] = groups;
    const family = FAMILIES.get(first?.type ?? '');
    return {
      set: file.name,
      tgId: index + 1,
      parameterSet: first === undefined ? 'unknown' : parameterSetOf(file, first),
      operation: family?.operation ?? first?.type ?? 'unknown',
      variant: 'Wycheproof',
      cases: groups.flatMap((group) => group.cases.map((test) => planWycheproofCase({ file, group, test, family }))),
    };
  });
}

interface CaseContext {
  readonly file: WycheproofFile;
  readonly group: WycheproofGroup;
  readonly test: WycheproofCase;
  readonly family: Family | undefined;
}

function planWycheproofCase({ file, group, test, family }: CaseContext): PlannedCase {
  return planCase(test.tcId, () => {
    if (family === undefined) throw new Unanswerable(`${file.algorithm} ${group.type} is not implemented`);
    if (test.result === 'unknown') throw new Unanswerable('the result is neither valid nor invalid');
    if (test.result === 'acceptable') throw new Unanswerable('the result is left open: acceptable');
    const isInvalid = test.result === 'invalid';
    const fields = new Map([...group.fields, ...test.fields]);
    const asked = family.plan({ algorithm: parameterSetOf(file, group), fields, isInvalid });
    const steps = asked.map((each) => (isInvalid ? toRejection(each, test) : toResults(each, fields)));
    return { steps: isInvalid ? steps.slice(-1) : steps, flags: test.flags };
  });
}

function toRejection({ request }: Asked, { flags, comment }: WycheproofCase): PlannedStep {
  return { request, expected: { kind: 'rejected', reasons: reasonsOf(flags, comment) } };
}

function toResults({ request, results }: Asked, fields: Fields): PlannedStep {
  const values = results.map(([name, member]): readonly [ResultName, ExpectedValue] => [
    name,
    { member, value: name === 'valid' ? true : bytesOf(fields, member) },
  ]);
  return { request, expected: { kind: 'results', values: new Map(values) } };
}

function planKeygen({ algorithm, fields }: Given): readonly Asked[] {
  return [
    {
      request: { op: 'keygen', algorithm: toSet(algorithm, isMlKemId), seed: bytesOf(fields, 'seed') },
      results: [
        ['ek', 'ek'],
        ['dk', 'dk'],
      ],
    },
  ];
}

function planEncaps({ algorithm, fields }: Given): readonly Asked[] {
  return [
    {
      request: { op: 'encaps', algorithm: toSet(algorithm, isMlKemId), ek: bytesOf(fields, 'ek'), m: bytesOf(fields, 'm') },
      results: [
        ['c', 'c'],
        ['k', 'K'],
      ],
    },
  ];
}

/** The key is given as its seed, so the encapsulation key is a result too. */
function planSeedDecaps({ algorithm, fields }: Given): readonly Asked[] {
  const set = toSet(algorithm, isMlKemId);
  const seed = bytesOf(fields, 'seed');
  return [
    { request: { op: 'keygen', algorithm: set, seed }, results: [['ek', 'ek']] },
    { request: { op: 'decaps', algorithm: set, key: { seed }, c: bytesOf(fields, 'c') }, results: [['k', 'K']] },
  ];
}

function planDecaps({ algorithm, fields }: Given): readonly Asked[] {
  const request = {
    op: 'decaps',
    algorithm: toSet(algorithm, isMlKemId),
    key: { expanded: bytesOf(fields, 'dk') },
    c: bytesOf(fields, 'c'),
  } as const;
  return [{ request, results: [['k', 'K']] }];
}

function planSign({ algorithm, fields, isInvalid }: Given): readonly Asked[] {
  const set = toSet(algorithm, isMlDsaId);
  const randomness = fields.has('rnd') ? bytesOf(fields, 'rnd') : 'deterministic';
  const key = fields.has('privateSeed') ? { seed: bytesOf(fields, 'privateSeed') } : { expanded: bytesOf(fields, 'privateKey') };
  const signing = {
    request: { op: 'sign', algorithm: set, key, ...messageOf(fields), randomness },
    results: [['signature', 'sig']],
  } as const;
  if (!('seed' in key) || isInvalid) return [signing];
  return [{ request: { op: 'keygen', algorithm: set, seed: key.seed }, results: [['pk', 'publicKey']] }, signing];
}

function planVerify({ algorithm, fields }: Given): readonly Asked[] {
  const request = {
    op: 'verify',
    algorithm: toSet(algorithm, isMlDsaId),
    pk: bytesOf(fields, 'publicKey'),
    signature: bytesOf(fields, 'sig'),
    ...messageOf(fields),
  } as const;
  return [{ request, results: [['valid', 'result']] }];
}

/** A case gives the message, or only μ. */
function messageOf(fields: Fields): { readonly message: Uint8Array; readonly form: MessageForm } {
  if (!fields.has('msg')) return { message: bytesOf(fields, 'mu'), form: { form: 'external-mu' } };
  const context = fields.has('ctx') ? bytesOf(fields, 'ctx') : new Uint8Array();
  return { message: bytesOf(fields, 'msg'), form: { form: 'pure', context } };
}

function parameterSetOf(file: WycheproofFile, group: WycheproofGroup): string {
  return String(group.fields.get('parameterSet') ?? file.algorithm);
}
