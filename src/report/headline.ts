// The report in a sentence: how far the product climbs, what stops it, what would move it. Shared by the page and the Markdown, so that
// both say the same.

import type { Assessment, Gate, RoleGates, SunsetRow } from '../model/assessment.ts';
import type { IsoDate, Role } from '../model/evidence.ts';
import type { AssetId } from '../model/inventory.ts';
import { compareText, GATES } from '../model/order.ts';
import type { Report } from '../model/report.ts';
import { counted, GATE_NAMES, ROLE_PHRASES } from './wording.ts';

/** A sentence with its weighty words. */
export type Phrase = readonly (string | { readonly strong: string })[];

/** `G2 Movable`. */
export function toGateName(gate: Gate): string {
  return `${gate} ${GATE_NAMES[gate]}`;
}

/** The gate after a level; `G0` after none, absent after the last. */
export function findNextGate(level: Gate | undefined): Gate | undefined {
  return level === undefined ? 'G0' : GATES[GATES.indexOf(level) + 1];
}

/** The verdict sentence. */
export function toHeadline(report: Report): Phrase {
  const { assessment, inventory } = report;
  if (assessment === undefined) {
    const assets = counted(inventory.assets.length, 'cryptographic asset', 'cryptographic assets');
    const gaps = counted(inventory.gaps.length, 'place', 'places');
    return [{ strong: 'An inventory, not assessed' }, `: ${assets} and ${gaps} that could not be read.`];
  }
  if (assessment.gates.every((role) => !role.inScope)) return ['No role is in scope, so ', { strong: 'no gate' }, ' can be given.'];
  return toGatePhrase(assessment);
}

function toGatePhrase({ product }: Assessment): Phrase {
  const next = findNextGate(product.level);
  const roles = toRoleList(product.limitingRoles);
  const reached: Phrase =
    product.level === undefined ? [] : [product.atLeast ? 'At least ' : '', { strong: toGateName(product.level) }, '. '];
  if (next === undefined) return [...reached, 'Every role in scope holds every gate.'];
  const limit = roles === '' ? '' : ` in ${roles}`;
  if (product.atLeast) return [...reached, 'Whether it is ', { strong: toGateName(next) }, ` is unknown${limit}.`];
  return [...reached, { strong: toGateName(next) }, ` is not reached${limit}.`];
}

/** `boot, firmware update and transport`. */
export function toRoleList(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_PHRASES[role]);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Roles that stand before one gate, by what stops them there. */
export interface Block {
  readonly gate: Gate;
  readonly notMet: readonly RoleGates[];
  readonly unknown: readonly RoleGates[];
}

/** Gates that stop some role in scope, lowest first. */
export function toBlocks(assessment: Assessment): readonly Block[] {
  const inScope = assessment.gates.filter((role) => role.inScope);
  const blocks = GATES.map((gate) => ({
    gate,
    notMet: inScope.filter((role) => stopsAt(role, gate, 'not-met')),
    unknown: inScope.filter((role) => stopsAt(role, gate, 'indeterminate')),
  }));
  return blocks.filter(({ notMet, unknown }) => notMet.length + unknown.length > 0);
}

function stopsAt(role: RoleGates, gate: Gate, verdict: 'not-met' | 'indeterminate'): boolean {
  const stop = role.steps.find((step) => step.verdict === 'not-met' || step.verdict === 'indeterminate');
  return stop?.gate === gate && stop.verdict === verdict;
}

/** The next days on which a verified, final rule that applies stops taking a mechanism: what will fail, and from when. */
export function toComingDates(assessment: Assessment): readonly ComingDate[] {
  const coming = new Map<IsoDate, SunsetRow[]>();
  for (const row of assessment.sunsets) {
    const date = row.disallowedAfter;
    if (date === undefined || date < assessment.asOf || !isFirm(row)) continue;
    coming.set(date, [...(coming.get(date) ?? []), row]);
  }
  return [...coming].sort(([a], [b]) => compareText(a, b)).map(([date, rows]) => toComingDate(date, rows));
}

/** A day on which mechanisms fail: which, by whose rules. */
export interface ComingDate {
  readonly date: IsoDate;
  readonly mechanisms: readonly string[];
  readonly policies: readonly string[];
  readonly rules: readonly string[];
  readonly assets: readonly AssetId[];
}

function toComingDate(date: IsoDate, rows: readonly SunsetRow[]): ComingDate {
  const each = <Value extends string>(pick: (row: SunsetRow) => Value): Value[] => [...new Set(rows.map(pick))].sort(compareText);
  return {
    date,
    mechanisms: each(({ assetName, role }) => `${assetName} in ${ROLE_PHRASES[role]}`),
    policies: each(({ policyName }) => policyName),
    rules: each(({ rule }) => rule),
    assets: each(({ asset }) => asset),
  };
}

/** `ECDH-secp256r1 in transport, by BSI TR-02102-1 (TR-02102-1.kem.ecc)`. */
export function toComingWords({ mechanisms, policies, rules }: ComingDate, most = 4): string {
  const listed = (names: readonly string[]): string =>
    names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
  return `${listed(mechanisms)}, by ${listed(policies)} (${listed(rules)})`;
}

/** A row that may decide something: it applies, its text is final and was read. */
export function isFirm({ applies, draft, verified }: SunsetRow): boolean {
  return applies === 'yes' && !draft && verified === true;
}

/** The report on one line, for a log or a mail. */
export function toOneLine({ assessment, inventory }: Report): string {
  const { coverage, gaps } = inventory;
  const looked = `candidate files ${coverage.candidateFiles} of ${coverage.files} · gaps ${gaps.length}`;
  if (assessment === undefined) return `not assessed · ${looked}`;
  const { level, atLeast, limitingRoles } = assessment.product;
  const scope = assessment.gates.filter((role) => role.inScope).length;
  const now = assessment.findings.filter(({ urgency }) => urgency === 'present-day').length;
  const [coming] = toComingDates(assessment);
  const parts = [
    level === undefined ? `level ${atLeast ? 'unknown' : 'below G0'}` : `level ${atLeast ? '≥' : ''}${level}`,
    `limiting ${limitingRoles.join(', ') || 'none'}`,
    `roles ${scope} in scope, ${assessment.gates.length - scope} not`,
    `present-day findings ${now}`,
    looked,
    coming === undefined ? 'no firm date ahead' : `will fail after ${coming.date}: ${toComingWords(coming, 2)}`,
  ];
  return parts.join(' · ');
}
