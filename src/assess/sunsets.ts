// What each asked policy says of each mechanism, and how its last day lies to the day until which the product needs the mechanism.

import { toVerified } from '../knowledge/readings.ts';
import type { SunsetRow } from '../model/assessment.ts';
import type { IsoDate, Role } from '../model/evidence.ts';
import type { PolicyRule } from '../model/framework.ts';
import { compareText } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import type { AskedPolicy } from './applicability.ts';
import { addYears, daysBetween } from './dates.ts';
import type { Mechanism } from './mechanism.ts';
import { findRule, toSelectable } from './policy-rule.ts';
import type { Purpose } from './purpose.ts';

type Need = NonNullable<SunsetRow['comparedWith']>;

// A verifier works as long as units stand in the field and check what they boot, take in and present; the rest is needed while it is supported.
const NEEDED_IN_FIELD: ReadonlySet<Role> = new Set<Role>(['boot', 'update', 'device-identity']);
// A hash inside a signature or a MAC is dated with what it is inside of.
const DATED_ELSEWHERE: ReadonlySet<Purpose> = new Set<Purpose>(['signature-digest', 'keyed-hash']);

/** Rows by policy, asset, role. What is not in use has none, nor has what a policy simply allows. */
export function compareSunsets(
  mechanisms: readonly Mechanism[],
  policies: readonly AskedPolicy[],
  product: Product | undefined,
): SunsetRow[] {
  const rows = policies.flatMap((asked) =>
    mechanisms.filter(isDated).flatMap((mechanism) => {
      const rule = findRule(asked.policy, toSelectable(mechanism));
      return rule === undefined || isPlainlyAllowed(rule) ? [] : [toRow(asked, rule, mechanism, findNeed(mechanism.role, product))];
    }),
  );
  return sortRows(new Map(rows.map((row) => [keyOf(row), row])));
}

/** Until when a role is needed: support end, or for a verifier the last unit in the field where that is later. Undefined: not declared. */
export function findNeed(role: Role, product: Product | undefined): Need | undefined {
  const supportEnd: Need | undefined = product?.supportEnds === undefined ? undefined : { what: 'support-end', date: product.supportEnds };
  const fieldEnd = NEEDED_IN_FIELD.has(role) ? findFieldEnd(product) : undefined;
  if (fieldEnd === undefined || (supportEnd !== undefined && supportEnd.date >= fieldEnd)) return supportEnd;
  return { what: 'field-end', date: fieldEnd };
}

/** When the last unit leaves the field: placed last, plus the field life. */
export function findFieldEnd(product: Product | undefined): IsoDate | undefined {
  if (product?.units === undefined || product.fieldLifeYears === undefined) return undefined;
  return addYears(product.units.placedTo, product.fieldLifeYears);
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
