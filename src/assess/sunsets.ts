// What each asked policy says of each mechanism, and how its last day lies to the day until which the product needs the mechanism.

import { toVerified } from '../knowledge/readings.ts';
import type { SunsetRow } from '../model/assessment.ts';
import type { PolicyRule } from '../model/framework.ts';
import { compareText, ROLES } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import type { AskedPolicy } from './applicability.ts';
import { daysBetween } from './dates.ts';
import type { Mechanism } from './mechanism.ts';
import { findNeed, type Need } from './need.ts';
import { findRule, toSelectable } from './policy-rule.ts';
import type { Purpose } from './purpose.ts';

// A hash inside a signature or a MAC is dated with what it is inside of.
const DATED_ELSEWHERE: ReadonlySet<Purpose> = new Set<Purpose>(['signature-digest', 'keyed-hash']);

/** Rows by policy, asset, role. What is not in use has none, nor has what a policy simply allows. */
export function compareSunsets(
  mechanisms: readonly Mechanism[],
  policies: readonly AskedPolicy[],
  product: Product | undefined,
): SunsetRow[] {
  const needs = new Map(ROLES.map((role) => [role, findNeed(role, product)]));
  const dated = mechanisms.filter(isDated).map((mechanism) => ({ mechanism, selectable: toSelectable(mechanism) }));
  const rows = policies.flatMap((asked) =>
    dated.flatMap(({ mechanism, selectable }) => {
      const rule = findRule(asked.policy, selectable);
      return rule === undefined || isPlainlyAllowed(rule) ? [] : [toRow(asked, rule, mechanism, needs.get(mechanism.role))];
    }),
  );
  return sortRows(new Map(rows.map((row) => [keyOf(row), row])));
}

/** True for a row that may decide: final, read in its document, and asked of the product. Everything else informs. */
export function decides(row: Pick<SunsetRow, 'verified' | 'draft' | 'applies'>): boolean {
  return row.verified === true && !row.draft && row.applies === 'yes';
}

// A certificate dates itself; only the one that is the identity of the device stands for a mechanism of a role.
function isDated({ asset, role, purpose, inUse }: Mechanism): boolean {
  if (!inUse || DATED_ELSEWHERE.has(purpose)) return false;
  if (asset.kind === 'certificate') return role === 'device-identity' && !asset.certificate.isCa;
  return asset.kind === 'algorithm' || role === 'boot' || role === 'update' || role === 'device-identity';
}

function isPlainlyAllowed(rule: PolicyRule): boolean {
  return rule.status === 'allowed' && rule.deprecatedAfter === undefined && rule.disallowedAfter === undefined;
}

function toRow({ policy, applies }: AskedPolicy, rule: PolicyRule, mechanism: Mechanism, need: Need | undefined): SunsetRow {
  const { deprecatedAfter, disallowedAfter } = rule;
  return {
    policy: policy.id,
    policyName: policy.name,
    binding: policy.binding,
    applies,
    rule: rule.id,
    draft: rule.draft,
    verified: toVerified(rule.reading),
    asset: mechanism.asset.id,
    assetName: mechanism.name,
    role: mechanism.role,
    status: rule.status,
    ...(deprecatedAfter === undefined ? {} : { deprecatedAfter }),
    ...(disallowedAfter === undefined ? {} : { disallowedAfter }),
    ...(disallowedAfter === undefined || need === undefined
      ? {}
      : { slackDays: daysBetween(need.date, disallowedAfter), comparedWith: need }),
  };
}

function keyOf(row: SunsetRow): string {
  return [row.policy, row.asset, row.role, row.rule].join('\n');
}

function sortRows(rows: ReadonlyMap<string, SunsetRow>): SunsetRow[] {
  return [...rows].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row);
}
