// What every section of the page may look up: the report, its facts by id, and which ids have an anchor here.

import type { Assessment, Finding } from '../../model/assessment.ts';
import type { Role } from '../../model/evidence.ts';
import type { Report } from '../../model/report.ts';
import { type FactRecord, listFacts } from '../facts.ts';
import { groupBy } from '../groups.ts';
import { type Anchors, toAnchors } from './links.ts';
import type { Insert } from './markup.ts';
import { type Room, toRoom } from './room.ts';

/** One numbered section. `kind` says at the right end of its head what kind of statement it makes. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly kind?: string;
  /** starts a sheet of paper */
  readonly newSheet?: boolean;
  readonly body: Insert;
}

/** The report, indexed. */
export interface Page {
  readonly report: Report;
  readonly assessment: Assessment | undefined;
  readonly facts: ReadonlyMap<string, FactRecord>;
  readonly room: Room;
  readonly anchors: Anchors;
  /** `<asset id> <role>` → findings */
  readonly findingsByUse: ReadonlyMap<string, readonly Finding[]>;
  /** finding id → ids of the plan items that close it */
  readonly planByFinding: ReadonlyMap<string, readonly string[]>;
}

/** Indexes a report once; every section reads from it. */
export function toPage(report: Report): Page {
  const { assessment } = report;
  const facts = new Map(listFacts(report.inventory).map((record) => [record.fact.id, record]));
  const room = toRoom(report, facts);
  return {
    report,
    assessment,
    facts,
    room,
    anchors: toAnchors(room, assessment),
    findingsByUse: groupBy(assessment?.findings ?? [], (finding) =>
      finding.asset === undefined ? [] : [useKey(finding.asset, finding.role)],
    ),
    planByFinding: toPlanByFinding(assessment),
  };
}

/** Key of an asset in a role. */
export function useKey(asset: string, role: Role): string {
  return `${asset} ${role}`;
}

function toPlanByFinding(assessment: Assessment | undefined): ReadonlyMap<string, readonly string[]> {
  const pairs = (assessment?.plan ?? []).flatMap((item) => item.findings.map((finding) => ({ finding, id: item.id })));
  const grouped = groupBy(pairs, ({ finding }) => [finding]);
  return new Map([...grouped].map(([finding, items]) => [finding, items.map(({ id }) => id)]));
}
