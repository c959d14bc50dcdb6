// One use seen twice is one occurrence: two scanners that report the same thing at the same place, or one that reports it twice.

import type { Confidence, Evidence, Grade, State } from '../model/evidence.ts';
import type { Fact } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import { compareLocations, groupBy, toLine, toPlace } from './order.ts';

const GRADES: readonly Grade[] = ['observed', 'binary', 'source', 'declared'];
const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'hint'];
const STATES: readonly State[] = ['negotiated', 'offered', 'called', 'linked', 'enabled', 'compiled', 'present', 'absent'];

/**
 * The facts about one thing without those that say again what a stronger one says: same place (line, or offset in bytes), and same symbol or
 * another scanner. They stay in the order they come in.
 */
export function toOccurrences(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length === 1) return facts;
  const kept = new Set(groupBy(facts, spotOf).flatMap(keepStrongest));
  return facts.filter((fact) => kept.has(fact));
}

/** Orders facts by place, then id. */
export function compareFacts(a: Fact, b: Fact): number {
  return compareLocations(a.location, b.location) || compareText(a.id, b.id);
}

function spotOf({ location }: Fact): string {
  const spot = location.at === 'text' ? `:${toLine(location)}` : location.at === 'bytes' ? `+${location.offset}` : '';
  return `${toPlace(location)}${spot}`;
}

function keepStrongest(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length === 1) return facts;
  const [strongest, ...others] = [...facts].sort(compareStrength);
  if (strongest === undefined) return [];
  const kept = new Map([[symbolOf(strongest), strongest]]);
  for (const fact of others) {
    if (fact.scanner === strongest.scanner && !kept.has(symbolOf(fact))) kept.set(symbolOf(fact), fact);
  }
  return [...kept.values()];
}

function compareStrength(a: Fact, b: Fact): number {
  return (
    GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    compareText(a.id, b.id)
  );
}

function symbolOf({ observed }: Evidence): string {
  return 'symbol' in observed ? observed.symbol : '';
}
