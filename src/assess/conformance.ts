// What a conformance test on record says of mechanisms: only a test of a part of the product, only the required requirements, and only of the
// parameter sets that the mechanism is made of.

import { ALGORITHMS } from '../knowledge/algorithms.ts';
import { isExamined, PQC_REQUIREMENTS, verdictOfRows } from '../knowledge/pqc-requirements.ts';
import type { AlgorithmId } from '../model/algorithm.ts';
import type { ConformanceRecord, ConformanceRow } from '../model/conformance.ts';
import { type Answer, answer, namesOf } from './checks/answer.ts';
import type { Mechanism } from './mechanism.ts';

interface Tested {
  readonly mechanism: Mechanism;
  readonly record: ConformanceRecord;
  readonly part: string;
  readonly rows: readonly ConformanceRow[];
}

/** Not met where a test of one of them fails; met where one was tested and meets what was examined; else nothing. */
export function answerByConformance(records: readonly ConformanceRecord[], mechanisms: readonly Mechanism[]): Answer | undefined {
  const tested = mechanisms.flatMap((mechanism) => records.flatMap((record) => toTested(mechanism, record)));
  const failing = tested.find(({ rows }) => verdictOfRows(rows) === 'not-met');
  if (failing !== undefined)
    return answer('not-met', { code: 'conformance-not-met', args: { ...argsOf(failing), clause: clauseOf(failing) } }, [failing.mechanism]);
  const meeting = tested.find(({ rows }) => verdictOfRows(rows) === 'met');
  return meeting === undefined ? undefined : answer('met', { code: 'conformance-met', args: argsOf(meeting) }, [meeting.mechanism]);
}

function toTested(mechanism: Mechanism, record: ConformanceRecord): readonly Tested[] {
  const part = record.subject?.part;
  const algorithms = algorithmsOf(mechanism);
  const rows = record.rows.filter((row) => algorithms.includes(row.algorithm));
  return part === undefined || !rows.some(isExamined) ? [] : [{ mechanism, record, part, rows }];
}

// A hybrid is tested by its post-quantum half.
function algorithmsOf({ use }: Mechanism): AlgorithmId[] {
  const { components } = ALGORITHMS[use.algorithm];
  return components === undefined ? [use.algorithm] : components.map((each) => each.algorithm);
}

function argsOf({ mechanism, record, part }: Tested): { readonly names: string; readonly implementation: string; readonly part: string } {
  return { names: namesOf([mechanism]), implementation: record.implementation, part };
}

function clauseOf({ rows }: Tested): string {
  const row = rows.find(({ requirement, verdict }) => verdict === 'not-met' && PQC_REQUIREMENTS[requirement].force === 'required');
  if (row === undefined) return '';
  const { standard, clause } = PQC_REQUIREMENTS[row.requirement];
  return `${standard} ${clause}`;
}
