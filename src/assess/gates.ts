// How far each role has climbed: G0 to G6, each standing on the ones below. Unknown stops the climb.

import type { CheckResult, CheckVerdict, Gate, GateStep, ProductGate, RoleGates } from '../model/assessment.ts';
import { GATES, ROLES } from '../model/order.ts';
import { inRole, type Picture } from './checks/answer.ts';
import { ASK_GATE, type Climb } from './gate-answers.ts';
import type { Purpose } from './purpose.ts';
import { listProtocols } from './subject.ts';

// Named with what they are inside of.
const INSIDE_OTHERS: ReadonlySet<Purpose> = new Set<Purpose>(['signature-digest', 'keyed-hash', 'other']);

/** Every role's climb, in report order; those out of scope are listed and not climbed. */
export function climbGates(picture: Picture, checks: readonly CheckResult[]): RoleGates[] {
  return ROLES.filter((role) => role !== 'other').map((role) => climb({ picture, checks, role }));
}

/** The lowest role in scope and how it stands. `atLeast` where every role that limits was stopped by something unknown. */
export function productGate(roles: readonly RoleGates[]): ProductGate {
  const inScope = roles.filter((row) => row.inScope);
  const lowest = Math.min(...inScope.map(rankOf));
  const limiting = inScope.filter((row) => rankOf(row) === lowest);
  const level = GATES[lowest];
  return {
    ...(level === undefined ? {} : { level }),
    atLeast: limiting.every((row) => row.atLeast),
    limitingRoles: limiting.map((row) => row.role),
  };
}

function rankOf(row: RoleGates): number {
  return row.level === undefined ? -1 : GATES.indexOf(row.level);
}

function climb({ picture, checks, role }: Climb): RoleGates {
  const changedBy = picture.product?.roles.find((each) => each.role === role)?.changedBy;
  const seen = inRole(picture, role);
  const protocols = listProtocols(picture.inventory).filter((each) => each.role === role && each.weight !== 'kept');
  const row = {
    role,
    mechanisms: [
      ...new Set([
        ...protocols.map((each) => each.asset.name),
        ...seen.filter((each) => !INSIDE_OTHERS.has(each.purpose)).map((each) => each.name),
      ]),
    ].sort(),
    ...(changedBy === undefined ? {} : { changedBy }),
    facts: [...new Set([...protocols, ...seen].flatMap((each) => each.facts.map((fact) => fact.id)))].sort(),
  };
  if (!picture.scope.includes(role)) {
    return { ...row, inScope: false, steps: GATES.map((gate) => ({ gate, verdict: 'not-applicable' as const })), atLeast: false };
  }
  return { ...row, inScope: true, ...climbSteps({ picture, checks, role }) };
}

function climbSteps(at: Climb): Pick<RoleGates, 'steps' | 'level' | 'atLeast' | 'stoppedBy' | 'stoppedOn'> {
  const steps: GateStep[] = [];
  let level: Gate | undefined;
  for (const gate of GATES) {
    const { verdict, reason, facts } = ASK_GATE[gate](at);
    steps.push({ gate, verdict });
    if (isHeld(verdict)) {
      level = gate;
      continue;
    }
    const rest = GATES.slice(steps.length).map((later) => ({ gate: later, verdict: 'not-reached' as const }));
    return {
      steps: [...steps, ...rest],
      ...(level === undefined ? {} : { level }),
      atLeast: verdict === 'indeterminate',
      stoppedBy: reason,
      ...(facts.length === 0 ? {} : { stoppedOn: facts }),
    };
  }
  return { steps, ...(level === undefined ? {} : { level }), atLeast: false };
}

// What does not apply does not hold anybody up.
function isHeld(verdict: CheckVerdict): boolean {
  return verdict === 'met' || verdict === 'not-applicable';
}
