// The order in which findings are printed: the product's own before those of dependencies, tests and examples; within each, what can be
// exploited today before what waits for a quantum computer.

import type { Finding, Urgency } from '../model/assessment.ts';
import type { Origin } from '../model/evidence.ts';
import { ROLE_NAMES } from './wording.ts';

/** Urgencies in printing order. */
export const URGENCIES: readonly Urgency[] = ['present-day', 'quantum-long-lived', 'quantum', 'record', 'good'];

/** True where the vendor wrote the place or its build made it. */
export function isOwn(origin: Origin): boolean {
  return origin === 'first-party' || origin === 'generated';
}

/** The role of a finding as printed: what is said of the product as a whole has none. */
export function toRoleName({ role, facts }: Pick<Finding, 'role' | 'facts'>): string {
  return role === 'other' && facts.length === 0 ? 'Product' : ROLE_NAMES[role];
}

/** Findings in printing order; equal ones stay as they came. */
export function toPrinted(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => place(a) - place(b));
}

function place({ origin, urgency }: Finding): number {
  return (isOwn(origin) ? 0 : URGENCIES.length) + URGENCIES.indexOf(urgency);
}
