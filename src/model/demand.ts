// What an operator asks of a run in CI, and how it came out.

import type { Gate, RoleGates, SunsetRow } from './assessment.ts';
import type { Role } from './evidence.ts';

/** `past-due`: a final date of a policy that applies, read in its primary text, lies before the as-of day. `present-day`: a weakness that needs no quantum computer. */
export type FailCondition = 'past-due' | 'present-day';

export interface Demands {
  readonly gates: readonly { readonly role: Role; readonly gate: Gate }[];
  readonly failOn: readonly FailCondition[];
}

export type Judged =
  | {
      readonly kind: 'gate';
      readonly role: Role;
      readonly gate: Gate;
      readonly outcome: 'held' | 'broken' | 'unknown';
      readonly reached?: RoleGates;
    }
  | { readonly kind: 'past-due'; readonly outcome: 'broken'; readonly row: SunsetRow }
  | { readonly kind: 'present-day'; readonly outcome: 'broken'; readonly findings: readonly string[] };

/** `cannotJudge` only where nothing that was asked is broken. */
export interface Judgement {
  readonly outcome: 'done' | 'broken' | 'cannotJudge';
  readonly judged: readonly Judged[];
}
