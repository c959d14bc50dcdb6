// How much a fact may decide. Facts of tests, examples and dependencies are kept and drive nothing (docs/decisions/0002).

import type { Confidence, Grade, Origin, State } from '../model/evidence.ts';
import type { Fact } from '../model/inventory.ts';

/** `firm` decides a verdict, `soft` leaves it indeterminate, `kept` is on record only. */
export type Weight = 'firm' | 'soft' | 'kept';

export interface Standing {
  readonly weight: Weight;
  /** some fact of the product shows it in use, not only built in; what is not in use makes findings for the record */
  readonly inUse: boolean;
}

const ORIGINS: readonly Origin[] = ['first-party', 'generated', 'dependency', 'example', 'test'];
const GRADES: readonly Grade[] = ['observed', 'binary', 'source', 'declared'];
const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'hint'];
const IN_THE_BUILD: ReadonlySet<State> = new Set(['compiled', 'linked', 'offered', 'negotiated']);
const IN_USE: ReadonlySet<State> = new Set(['called', 'offered', 'negotiated']);

/** True for a fact about the product itself: its own code, its build's output, and of a dependency what the build shows to be in it. */
export function isOfProduct(fact: Fact): boolean {
  if (fact.state === 'absent') return false;
  if (fact.origin === 'first-party' || fact.origin === 'generated') return true;
  return fact.origin === 'dependency' && IN_THE_BUILD.has(fact.state);
}

/**
 * True where the mechanism is not only there but used. A switch that is on counts where it chooses the mechanism of a role or offers it
 * to a peer; without a role it is a capability. Certificates, keys and libraries are used by being there.
 */
export function isInUse(fact: Fact): boolean {
  const { kind } = fact.observed;
  if (kind !== 'algorithm' && kind !== 'protocol') return true;
  return IN_USE.has(fact.state) || (fact.state === 'enabled' && (kind === 'protocol' || fact.role !== 'other'));
}

/** What the facts together may decide. A fact under a condition that nobody evaluated, or that is only a hint, is not firm. */
export function weigh(facts: readonly Fact[]): Weight {
  const own = facts.filter(isOfProduct);
  if (own.length === 0) return 'kept';
  return own.some((fact) => isInUse(fact) && fact.confidence !== 'hint' && !isConditional(fact)) ? 'firm' : 'soft';
}

/** What some facts may decide, and whether they show the thing in use. */
export function standingOf(facts: readonly Fact[]): Standing {
  return { weight: weigh(facts), inUse: facts.some((fact) => isOfProduct(fact) && isInUse(fact)) };
}

/** The nearest origin of some facts. */
export function nearestOrigin(facts: readonly Fact[]): Origin {
  return firstOf(ORIGINS, new Set(facts.map((fact) => fact.origin)));
}

/** The best grade of some facts. */
export function bestGrade(facts: readonly Fact[]): Grade {
  return firstOf(GRADES, new Set(facts.map((fact) => fact.grade)));
}

/** The highest confidence of some facts. */
export function bestConfidence(facts: readonly Fact[]): Confidence {
  return firstOf(CONFIDENCES, new Set(facts.map((fact) => fact.confidence)));
}

/** Place of an origin in the order of nearness, 0 the nearest. */
export function originRank(origin: Origin): number {
  return ORIGINS.indexOf(origin);
}

function isConditional(fact: Fact): boolean {
  return 'condition' in fact.observed && fact.observed.condition !== undefined;
}

// The last of the order is the humblest answer, and the one for no facts at all.
function firstOf<T>(order: readonly [T, ...T[]] | readonly T[], seen: ReadonlySet<T>): T {
  const found = order.find((each) => seen.has(each)) ?? order.at(-1);
  if (found === undefined) throw new Error('an order without members');
  return found;
}
