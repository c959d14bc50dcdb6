// How much an answer would change: the input is judged again with it, and what comes out otherwise is counted. Gates before verdicts before
// rows, since a level is what a product is measured by.

import type { PossibleAnswer, Statement, SunsetRow } from '../model/assessment.ts';
import { compareText } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import { type AssessInput, giveVerdicts, type Verdicts } from './verdicts.ts';

/** One way in which a question could be answered. */
export interface Answer {
  /** as it would be declared */
  readonly answer: string;
  /** the input as it would then be */
  readonly given: (input: AssessInput) => AssessInput;
}

/** A question that nobody has answered, and how it could be answered. */
export interface Question {
  readonly id: string;
  readonly question: Statement;
  readonly answers: readonly Answer[];
  readonly paste: string;
}

/** An answer that stands in the product file. */
export function inProduct(answer: string, change: (product: Product) => Partial<Product>): Answer {
  return { answer, given: (input) => ({ ...input, product: { ...productOf(input), ...change(productOf(input)) } }) };
}

/** The product of an input; where there is none, a file that says nothing but its name. */
export function productOf({ product, inventory }: AssessInput): Product {
  return (
    product ?? {
      schemaVersion: 1,
      name: inventory.subject,
      parts: [],
      targets: [],
      markets: [],
      data: [],
      roles: [],
      policies: [],
      declarations: [],
      acceptedRisks: [],
    }
  );
}

/**
 * The verdicts that answers are compared with: those of the input itself, or where it has no product file those with an empty one, so that an
 * answer is not credited with what any file would change.
 */
export function toBaseline(verdicts: Verdicts): Verdicts {
  const { input } = verdicts;
  return input.product === undefined ? giveVerdicts({ ...input, product: productOf(input) }, verdicts) : verdicts;
}

/** Every answer with what it changes, the one that changes most first; of equal ones the order stays. */
export function tryAnswers(baseline: Verdicts, answers: readonly Answer[]): PossibleAnswer[] {
  return answers
    .map(({ answer, given }) => ({ answer, ...countChanges(baseline, giveVerdicts(given(baseline.input), baseline)) }))
    .sort(compareMoves);
}

/** More gates first, then more verdicts, then more rows. */
export function compareMoves(a: Moves, b: Moves): number {
  return b.gates - a.gates || b.verdicts - a.verdicts || b.rows - a.rows;
}

type Moves = Pick<PossibleAnswer, 'gates' | 'verdicts' | 'rows'>;

function countChanges(before: Verdicts, after: Verdicts): Moves {
  return {
    gates: countDiffering(levelsOf(before), levelsOf(after)),
    verdicts: countDiffering(verdictsOf(before), verdictsOf(after)),
    rows:
      after.standings.filter((standing, index) => standing !== before.standings[index]).length +
      countRows(before.picture.sunsets, after.picture.sunsets),
  };
}

function levelsOf({ gates }: Verdicts): Map<string, string> {
  return new Map(gates.map(({ role, inScope, level, atLeast }) => [role, `${inScope} ${level} ${atLeast}`]));
}

function verdictsOf({ checks }: Verdicts): Map<string, string> {
  return new Map(checks.map(({ check, role, verdict }) => [`${check} ${role}`, verdict]));
}

function countRows(before: readonly SunsetRow[], after: readonly SunsetRow[]): number {
  return before === after ? 0 : countDiffering(datesOf(before), datesOf(after));
}

function datesOf(rows: readonly SunsetRow[]): Map<string, string> {
  return new Map(rows.map((row) => [[row.policy, row.asset, row.role, row.rule].join('\n'), `${row.applies} ${row.slackDays}`]));
}

// Keys that only one side has count as well: a role that goes out of scope takes its verdicts with it.
function countDiffering(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const gone = [...before].filter(([key, value]) => after.get(key) !== value).length;
  return gone + [...after.keys()].filter((key) => !before.has(key)).length;
}

/** Dates worth trying for a day that policies are held against: one before all of their last days, one on each, one after all. */
export function datesToTry(rows: readonly SunsetRow[], most: number): readonly NonNullable<SunsetRow['disallowedAfter']>[] {
  const days = [...new Set(rows.flatMap(({ disallowedAfter }) => disallowedAfter ?? []))].sort(compareText);
  const step = Math.max(1, Math.ceil(days.length / most));
  return days.filter((_, index) => index % step === 0 || index === days.length - 1);
}
