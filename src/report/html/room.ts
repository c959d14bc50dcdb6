// How much of a large report stands in the page, so that it stays under a megabyte: which findings get a record of their own, which one
// line, and which facts have their place here. What is left out is counted in the page and stands in the JSON and NDJSON files.
// The byte figures are what the markup of each thing was measured to take, rounded up.

import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Assessment, Finding } from '../../model/assessment.ts';
import type { Report } from '../../model/report.ts';
import { escapeHtml, toClipped, toVisible } from '../escape.ts';
import { type FactRecord, toFile, toSeen } from '../facts.ts';
import { toPrinted } from '../findings.ts';
import { sentence } from '../wording.ts';

const PAGE_BYTES = 970_000;
/** Kept for facts however many findings there are. */
const FACT_RESERVE_BYTES = 120_000;
/** Findings up to this many all get a record. */
const ALL_IN_FULL = 500;
/** Of more, so many get a record and the others a line. */
const SOME_IN_FULL = 150;
const FACTS_PER_FINDING = 8;
const MOST_FACTS = 5_000;
const RECORD_BYTES = 620;
const LINE_BYTES = 230;
const FACT_BYTES = 240;
/** No string is printed longer than this. */
const LONGEST_TEXT = 600;

/** What is shown where. */
export interface Room {
  readonly full: readonly Finding[];
  readonly brief: readonly Finding[];
  readonly unlisted: readonly Finding[];
  /** finding id → facts that have their place under it */
  readonly factsOf: ReadonlyMap<string, readonly FactRecord[]>;
  /** facts in the evidence index */
  readonly index: readonly FactRecord[];
  readonly unlistedFacts: number;
}

/** What stands where, findings in printing order before facts that no finding cites. */
export function toRoom(report: Report, records: ReadonlyMap<string, FactRecord>): Room {
  const findings = toPrinted(report.assessment?.findings ?? []);
  const fullCount = findings.length <= ALL_IN_FULL ? findings.length : SOME_IN_FULL;
  const purse: Purse = { bytes: PAGE_BYTES - otherBytes(report), facts: MOST_FACTS };
  const listed = findings.slice(0, countListed(findings, fullCount, purse));
  const filling: Filling = { records, placed: new Set(), purse };
  const full = listed.slice(0, fullCount);
  const factsOf = new Map(full.map((finding) => [finding.id, placeUnder(finding, filling)]));
  const index = fillIndex(listed, filling);
  return {
    full,
    brief: listed.slice(fullCount),
    unlisted: findings.slice(listed.length),
    factsOf,
    index,
    unlistedFacts: records.size - filling.placed.size,
  };
}

/** What may still be spent. */
interface Purse {
  bytes: number;
  facts: number;
}

/** What the sections beside findings and facts take. */
function otherBytes({ assessment, inventory }: Report): number {
  const facts = 90_000 + 260 * Math.min(inventory.gaps.length, LONGEST_TEXT) + 110 * Math.min(inventory.assets.length, 1_000);
  return assessment === undefined ? facts : facts + assessedBytes(assessment);
}

function assessedBytes({ checks, frameworks, sunsets, fit, plan, questions }: Assessment): number {
  const clauses = frameworks.flatMap((framework) => framework.clauses);
  const clauseBytes = clauses.reduce((sum, { summary, checks: bearings }) => sum + 480 + summary.length + 90 * bearings.length, 0);
  const cells = fit.reduce((sum, row) => sum + row.cells.length, 0);
  const rows = 380 * checks.length + 700 * Math.min(sunsets.length, 200) + 420 * Math.min(sunsets.length, 400);
  return clauseBytes + rows + 700 * cells + 2_200 * plan.length + 500 * questions.length;
}

function countListed(findings: readonly Finding[], fullCount: number, purse: Purse): number {
  let count = 0;
  for (const { title } of findings) {
    const bytes = (count < fullCount ? RECORD_BYTES : LINE_BYTES) + printedBytes(sentence(title));
    if (purse.bytes - bytes < FACT_RESERVE_BYTES) break;
    purse.bytes -= bytes;
    count += 1;
  }
  return count;
}

interface Filling {
  readonly records: ReadonlyMap<string, FactRecord>;
  readonly placed: Set<string>;
  readonly purse: Purse;
}

function placeUnder(finding: Finding, filling: Filling): readonly FactRecord[] {
  const own: FactRecord[] = [];
  for (const id of finding.facts.slice(0, FACTS_PER_FINDING)) {
    const record = filling.records.get(id);
    if (record !== undefined && take(record, filling)) own.push(record);
  }
  return own;
}

function fillIndex(findings: readonly Finding[], filling: Filling): readonly FactRecord[] {
  const cited = findings.flatMap((finding) => finding.facts.map((id) => filling.records.get(id)));
  const index: FactRecord[] = [];
  for (const record of [...cited, ...filling.records.values()]) {
    if (record !== undefined && take(record, filling)) index.push(record);
  }
  return index;
}

// Bytes of a text as the page prints it: cut, escaped, in UTF-8.
function printedBytes(text: string): number {
  return utf8ToBytes(escapeHtml(toClipped(toVisible(text), LONGEST_TEXT))).length;
}

function take({ fact, name }: FactRecord, { placed, purse }: Filling): boolean {
  if (placed.has(fact.id) || purse.facts === 0) return false;
  const texts = [toFile(fact.location), toSeen(fact.observed, name), fact.command ?? ''];
  const bytes = texts.reduce((sum, text) => sum + printedBytes(text), FACT_BYTES);
  if (purse.bytes < bytes) return false;
  placed.add(fact.id);
  purse.facts -= 1;
  purse.bytes -= bytes;
  return true;
}
