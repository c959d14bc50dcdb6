// What each gate asks of a role, and how the facts answer. A gate rests on checks where a check asks the same.

import { COMPETITION_DRAFTS } from '../knowledge/weaknesses.ts';
import type { CheckResult, Gate } from '../model/assessment.ts';
import type { CheckId } from '../model/check.ts';
import type { Role } from '../model/evidence.ts';
import { type Answer, answer, inRole, namesOf, type Picture } from './checks/answer.ts';
import { exposureOf, hybridDefault, isSymmetricOnly, noClassicalFallback, wasNegotiated } from './checks/quantum.ts';
import { movable } from './checks/update.ts';
import { combine } from './clauses.ts';
import { answerByConformance } from './conformance.ts';
import { isPostQuantum } from './mechanism.ts';
import { findSupportEnd } from './need.ts';
import { bestFit, slotOf } from './replacements.ts';
import { isDevice } from './scope.ts';
import { decides } from './sunsets.ts';

/** A role on its way up. */
export interface Climb {
  readonly picture: Picture;
  readonly checks: readonly CheckResult[];
  readonly role: Role;
}

/** The question of each gate. */
export const ASK_GATE: Readonly<Record<Gate, (at: Climb) => Answer>> = {
  G0: (at) => fromChecks(at, ['mechanisms-known']),
  G1: soundToday,
  G2: movableInTime,
  G3: able,
  G4: byDefault,
  G5: ({ picture, role }) => noClassicalFallback(picture, role),
  G6: (at) => fromChecks(at, ['independently-verified']),
};

const SOUND: readonly CheckId[] = ['no-broken-primitive', 'no-short-key', 'no-unsafe-mode'];
const SOUND_IN_ROLE: ReadonlyMap<Role, CheckId> = new Map<Role, CheckId>([
  ['update', 'update-authenticated'],
  ['transport', 'no-legacy-protocol'],
]);

function fromChecks({ checks, role }: Climb, ids: readonly CheckId[]): Answer {
  const asked = checks.filter((result) => ids.includes(result.check) && (result.role === undefined || result.role === role));
  const verdict = combine(asked.map((result) => result.verdict));
  const decisive = asked.find((result) => result.verdict === verdict);
  return decisive ?? answer('indeterminate', { code: 'nothing-seen', args: { role } });
}

// Nothing weak today in the role, and nothing that a final rule of an asked policy disallows today.
function soundToday(at: Climb): Answer {
  const { picture, role } = at;
  const ofRole = SOUND_IN_ROLE.get(role);
  const checked = fromChecks(at, ofRole === undefined ? SOUND : [...SOUND, ofRole]);
  if (checked.verdict === 'not-met') return checked;
  const weak = picture.hits.filter(
    ({ finding, weight }) => weight === 'firm' && finding.role === role && finding.urgency === 'present-day',
  );
  const [gravest] = weak;
  if (gravest !== undefined)
    return {
      ...answer('not-met', { code: 'found', args: { findings: weak.length, first: gravest.finding.title } }),
      findings: weak.map(({ finding }) => finding.id).sort(),
    };
  const past = picture.sunsets.filter((row) => row.role === role && row.status === 'disallowed' && decides(row));
  return past.length === 0 ? checked : answer('not-met', { code: 'past-sunset', args: { rows: past.length } });
}

function movableInTime(at: Climb): Answer {
  const moved = movable(at.picture, at.role);
  if (moved.verdict !== 'met') return moved;
  return stillSupported(at) ?? carriedBySoundUpdate(at) ?? withinBudget(at) ?? moved;
}

function stillSupported({ picture: { product, asOf } }: Climb): Answer | undefined {
  const date = findSupportEnd(product);
  if (date === undefined) return answer('indeterminate', { code: 'support-unknown', args: {} });
  return date < asOf ? answer('not-met', { code: 'support-over', args: { date } }) : undefined;
}

function carriedBySoundUpdate({ picture, checks }: Climb): Answer | undefined {
  if (!picture.scope.includes('update')) return undefined;
  const verdict = checks.find((result) => result.check === 'update-authenticated')?.verdict ?? 'indeterminate';
  return verdict === 'met' ? undefined : answer(verdict, { code: 'update-not-sound', args: {} });
}

// Asked of devices, where something has yet to take the place of a classical mechanism: a service grows with its machine.
function withinBudget({ picture, role }: Climb): Answer | undefined {
  const { classical, postQuantum } = exposureOf(picture, role);
  if (classical.length === 0 || postQuantum.length > 0 || (picture.fit.length === 0 && !isDevice(picture))) return undefined;
  if (picture.fit.length === 0) return answer('indeterminate', { code: 'fit-no-target', args: {} });
  const fit = bestFit(slotOf(role), picture.fit);
  if (fit === 'fits' || fit === 'tight') return undefined;
  const target = picture.fit[0]?.targetName ?? '';
  return fit === 'exceeds'
    ? answer('not-met', { code: 'fit-exceeds', args: { target } })
    : answer('indeterminate', { code: 'fit-unknown', args: {} });
}

// Implemented, in the version of the standard, and shown to compute what the standard says: by vectors on record, or by a peer that agreed.
function able({ picture, role }: Climb): Answer {
  const exposure = exposureOf(picture, role);
  if (isSymmetricOnly(picture, role, exposure)) return answer('met', { code: 'symmetric-only', args: { role } });
  const built = inRole(picture, role).filter(isPostQuantum);
  const standard = built.filter((mechanism) => !COMPETITION_DRAFTS.has(mechanism.use.algorithm));
  if (standard.length === 0) {
    if (built.length > 0) return answer('not-met', { code: 'draft-only', args: { names: namesOf(built), role } }, built);
    const { classical } = exposure;
    if (classical.length === 0) return answer('indeterminate', { code: 'no-such-mechanism', args: { role } });
    return answer('not-met', { code: 'classical-only', args: { names: namesOf(classical), role } }, classical);
  }
  const names = namesOf(standard);
  const tested = answerByConformance(picture.conformance, standard);
  if (tested?.verdict === 'not-met') return tested;
  if (wasNegotiated(standard)) return answer('met', { code: 'seen-negotiated', args: { names } }, standard);
  if (tested !== undefined) return tested;
  const verified = picture.product?.declarations.find(
    (each) => each.id === 'independent-verification' && each.declaredBy === 'third-party',
  );
  if (verified === undefined) return answer('indeterminate', { code: 'vectors-not-on-record', args: { names } }, standard);
  return answer('met', { code: 'declared', args: { by: verified.declaredBy, date: verified.date } }, standard);
}

function byDefault({ picture, role }: Climb): Answer {
  const exposure = exposureOf(picture, role);
  if (isSymmetricOnly(picture, role, exposure)) return answer('met', { code: 'symmetric-only', args: { role } });
  if (role === 'transport') return hybridDefault(picture);
  const names = namesOf(exposure.postQuantum);
  const shipped = exposure.postQuantum.filter(({ facts }) => facts.some((fact) => fact.grade === 'observed' || fact.grade === 'binary'));
  if (shipped.length === 0) return answer('indeterminate', { code: 'default-not-observed', args: { names } }, exposure.postQuantum);
  return answer('met', { code: 'quantum-ready', args: { names: namesOf(shipped), role } }, shipped);
}
