// The conformance test of an implementation behind a driver: every case, one after the other, and a verdict for each requirement.

import { PqreadyError } from '../../model/errors.ts';
import type { Outcome } from '../vectors/judge.ts';
import { type Capabilities, findMissing, type TestedId } from './capabilities.ts';
import type { ConformCase } from './cases.ts';
import type { Session } from './session.ts';

/** What came of a case. */
export interface CaseOutcome {
  readonly test: Pick<ConformCase, 'id' | 'requirement' | 'algorithm'>;
  readonly outcome: Outcome;
}

export interface RunLimits {
  readonly signal?: AbortSignal;
  readonly onProgress?: (cases: number) => void;
}

/** The parameter sets to test: all that the driver offers, or those of them that were asked for. Throws `usage` where one is not offered. */
export function chooseAlgorithms(capabilities: Capabilities, asked: readonly TestedId[]): ReadonlySet<TestedId> {
  const missing = asked.find((id) => !capabilities.has(id));
  if (missing !== undefined) throw new PqreadyError('usage', `--algorithm: the driver does not offer ${missing}`);
  return new Set([...capabilities.keys()].filter((id) => asked.length === 0 || asked.includes(id)));
}

/** Asks every case that the driver offers everything for. Throws `cancelled`. */
export async function runCases(cases: Iterable<ConformCase>, session: Session, limits: RunLimits = {}): Promise<readonly CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for (const test of cases) {
    if (limits.signal?.aborted === true) throw new PqreadyError('cancelled', 'interrupted');
    const { id, requirement, algorithm } = test;
    const missing = test.asks.flatMap((request) => findMissing(session.hello.capabilities, request) ?? []);
    const [why] = missing;
    const outcome: Outcome = why === undefined ? await test.run(session.ask) : { kind: 'skipped', why };
    outcomes.push({ test: { id, requirement, algorithm }, outcome });
    limits.onProgress?.(outcomes.length);
  }
  return outcomes;
}
