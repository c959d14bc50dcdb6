// What opening a container gives: its members, and what was refused, within a budget that nested containers share.

import type { GapReason } from '../../model/evidence.ts';

/** One file of a container. `path` is as the container writes it: whoever takes it checks that it stays inside. */
export interface Member {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something in a container that was not given. */
export interface Refusal {
  /** absent: the container as a whole, or its rest */
  readonly path?: string;
  readonly reason: GapReason;
  readonly detail: string;
  /** size of what is missing, as far as it is known */
  readonly bytes: number;
}

export interface Opened {
  readonly members: readonly Member[];
  readonly refusals: readonly Refusal[];
}

/** What may still be taken out: counted down as members are given. */
export interface Budget {
  bytes: number;
  entries: number;
}

/** Takes a member's bytes from the budget; false where they are over it. */
export function afford(budget: Budget, bytes: number): boolean {
  if (bytes > budget.bytes || budget.entries < 1) return false;
  budget.bytes -= bytes;
  budget.entries -= 1;
  return true;
}

/** The refusal for a member that is over the budget. */
export function overBudget(bytes: number, path?: string): Refusal {
  return {
    ...(path === undefined ? {} : { path }),
    reason: 'too-large',
    detail: `${bytes} bytes are over what is left of the container's budget`,
    bytes,
  };
}
