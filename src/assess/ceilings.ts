// How far each role can come by software in the field. A classical verifier that nobody can change is the ceiling of the product for life;
// what stands under it is stranded, and the options that are left are listed. The gate is the last one that such a role can hold: G2 asks
// that the mechanism can be changed in the field, within the budget.

import type { Role } from '../model/evidence.ts';
import type { FactId } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { Ceiling, CeilingLimit, StrandedOption, UnitDates } from '../model/outlook.ts';
import type { Picture } from './checks/answer.ts';
import { exposureOf } from './checks/quantum.ts';
import { isFixed } from './checks/update.ts';
import { findPast, needOf } from './fleet.ts';
import type { Mechanism } from './mechanism.ts';
import { bestFit, slotOf } from './replacements.ts';
import { isDevice } from './scope.ts';
import { decides } from './sunsets.ts';

const OPTIONS: Readonly<Record<CeilingLimit, readonly StrandedOption[]>> = {
  'verifier-fixed': ['later-stage', 'isolate', 'replace-hardware', 'shorten-support', 'accept'],
  nobody: ['isolate', 'gateway', 'replace-hardware', 'shorten-support', 'accept'],
  'vendor-recall': ['recall', 'isolate', 'shorten-support', 'accept'],
  'silicon-vendor': ['ask-holder', 'later-stage', 'isolate', 'replace-hardware', 'accept'],
  'standards-body': ['ask-holder', 'protect-above', 'gateway', 'accept'],
  target: ['measure', 'gateway', 'replace-hardware', 'accept'],
};

const MOST_FACTS = 8;

/** A row for each role in scope, in report order. */
export function listCeilings(picture: Picture, units: UnitDates | undefined): Ceiling[] {
  return picture.scope.map((role) => ceilingOf(picture, role, units));
}

function ceilingOf(picture: Picture, role: Role, units: UnitDates | undefined): Ceiling {
  const { classical, postQuantum } = exposureOf(picture, role);
  const limit = limitOf(picture, role);
  const seen = classical.length > 0 ? classical : postQuantum;
  const facts = new Set<FactId>([...fixingFacts(picture, role), ...seen.flatMap((each) => each.facts.map((fact) => fact.id))]);
  const isStranded = limit !== undefined && classical.length > 0;
  const sunset = isStranded ? firstSunset(picture, role, classical) : undefined;
  const past = sunset === undefined ? undefined : findPast(units, sunset.date, needOf({ role }));
  return {
    role,
    mechanisms: [...new Set(seen.map((each) => each.name))].sort(),
    reachable: limit === undefined ? 'G6' : 'G1',
    ...(limit === undefined ? {} : { limit }),
    known: limit !== undefined || isKnown(picture, role),
    forLife: isStranded && (limit === 'verifier-fixed' || limit === 'nobody'),
    stranded: isStranded,
    ...(sunset === undefined ? {} : { sunset }),
    ...(past === undefined ? {} : { past }),
    options: isStranded ? OPTIONS[limit] : [],
    facts: [...facts].sort().slice(0, MOST_FACTS),
    declared: limit !== undefined && limit !== 'target' && fixingFacts(picture, role).length === 0,
  };
}

// The product file's word on who can change it is the narrower one where a fact says that the verifier is fixed.
function limitOf(picture: Picture, role: Role): CeilingLimit | undefined {
  const declared = picture.product?.roles.find((each) => each.role === role);
  if (declared?.changedBy === 'nobody') return 'nobody';
  if (isFixed(picture, role) || declared?.verifierImmutable === true) return 'verifier-fixed';
  if (declared?.changedBy !== undefined && declared.changedBy !== 'vendor-ota') return declared.changedBy;
  if (role === 'radio' && declared?.changedBy === undefined) return 'standards-body';
  const { classical, postQuantum } = exposureOf(picture, role);
  const needsRoom = classical.length > 0 && postQuantum.length === 0;
  return needsRoom && picture.fit.length > 0 && bestFit(slotOf(role), picture.fit) === 'exceeds' ? 'target' : undefined;
}

function isKnown(picture: Picture, role: Role): boolean {
  const declared = picture.product?.roles.find((each) => each.role === role);
  if (declared?.changedBy === undefined) return false;
  const { classical, postQuantum } = exposureOf(picture, role);
  if (classical.length === 0 || postQuantum.length > 0 || (picture.fit.length === 0 && !isDevice(picture))) return true;
  return picture.fit.length > 0 && bestFit(slotOf(role), picture.fit) !== 'indeterminate';
}

// What a rule saw of a verifier that cannot change.
function fixingFacts({ hits }: Picture, role: Role): readonly FactId[] {
  return hits
    .filter(({ finding }) => finding.title.code === 'verifier-immutable' && finding.role === role)
    .flatMap(({ finding }) => finding.facts);
}

function firstSunset({ sunsets }: Picture, role: Role, classical: readonly Mechanism[]): Ceiling['sunset'] {
  const assets = new Set(classical.map(({ asset }) => asset.id));
  const own = sunsets.filter((row) => row.role === role && assets.has(row.asset));
  const rows = own.flatMap((row) => (row.disallowedAfter === undefined ? [] : [{ row, date: row.disallowedAfter }]));
  const [first] = rows.sort(
    (a, b) => Number(decides(b.row)) - Number(decides(a.row)) || compareText(a.date, b.date) || compareText(a.row.rule, b.row.rule),
  );
  return first && { date: first.date, policy: first.row.policyName, rule: first.row.rule, decides: decides(first.row) };
}
