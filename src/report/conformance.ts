// What the page and the Markdown say of a conformance record: the same words, one place.

import { isExamined, PQC_REQUIREMENTS } from '../knowledge/pqc-requirements.ts';
import type { ConformanceChannel, ConformanceRecord, ConformanceRow } from '../model/conformance.ts';
import { counted } from './wording.ts';

const CHANNEL_WORDS: Readonly<Record<ConformanceChannel, string>> = {
  process: 'tested through a driver process',
  serial: 'tested over a serial line',
  'acvp-responses': 'judged by its ACVP responses',
};

/** What every reader must know before the first verdict. */
export const CONFORMANCE_INTRO: string =
  'Verdicts are on the requirements that test cases can show, by the vectors and edge cases that were asked. A test is not a validation by NIST ' +
  'and no certificate. Indeterminate: no case was asked, or an answer did not come.';

/** `OpenSSL 3.5.8 on node v24` */
export function nameImplementation({ implementation, platform }: ConformanceRecord): string {
  return platform === undefined ? implementation : `${implementation} on ${platform}`;
}

/** What was tested, how and when. */
export function describeRecord({ subject, channel, observedAt, tool }: ConformanceRecord): string {
  const version = subject?.version === undefined ? '' : ` ${subject.version}`;
  const image = subject?.imageSha256 === undefined ? '' : `, image sha256 ${subject.imageSha256}`;
  const of = subject === undefined ? 'not tied to a part of the product' : `of ${subject.part}${version}${image}`;
  return `${of}; ${CHANNEL_WORDS[channel]} on ${observedAt} with pqready ${tool.version}`;
}

/** Examined and not, by verdict. */
export function countRows(rows: readonly ConformanceRow[]): string {
  const of = (verdict: ConformanceRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  const open = rows.filter((row) => !isExamined(row)).length;
  return `${counted(rows.length, 'requirement', 'requirements')}: ${of('met')} met, ${of('not-met')} not met, ${of('indeterminate')} indeterminate (${open} not offered)`;
}

/** `FIPS 203 §7.2 check 2`, and whether it decides. */
export function clauseOf({ requirement }: ConformanceRow): string {
  const { standard, clause, force } = PQC_REQUIREMENTS[requirement];
  return `${standard} ${clause}${force === 'recommended' ? ', recommended' : ''}`;
}

/** How many cases stand behind a verdict, and the first that speaks against it. */
export function sayCases({ passed, failed, unanswered, unsupported, notes }: ConformanceRow): string {
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unanswered > 0 ? [`${unanswered} unanswered`] : []),
    ...(unsupported > 0 ? [`${unsupported} not offered`] : []),
  ];
  const [first] = notes;
  return first === undefined ? parts.join(', ') : `${parts.join(', ')}; ${first.case}: ${first.why}`;
}
