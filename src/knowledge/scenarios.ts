// Days for which the consequences of a quantum computer are printed, as assumptions for planning: no probability is attached to any of them.

import type { IsoDate } from '../model/evidence.ts';

/** One assumption: from this day on recorded sessions can be opened and signatures forged. */
export interface QuantumScenario {
  readonly date: IsoDate;
  /** why this day is looked at */
  readonly why: string;
}

/** The scenarios, earliest first. */
export const SCENARIOS: readonly QuantumScenario[] = [
  { date: day('2030-01-01'), why: 'the year by whose end the EU roadmap of 2025 wants high-risk uses moved' },
  { date: day('2032-01-01'), why: 'the day after the last day that BSI TR-02102-1 gives classical key agreement alone' },
  { date: day('2035-01-01'), why: 'the year for which the EU roadmap, NIST IR 8547 (draft) and the UK NCSC plan to be done' },
  { date: day('2040-01-01'), why: 'beyond every date of the policies that are carried here' },
];

function day(written: string): IsoDate {
  return written as IsoDate;
}
