// Words for what lies ahead: ceilings, options, scenarios, choices, and what an answer would move.

import type { FindingBasis, OpenQuestion } from '../../model/assessment.ts';
import type { Ceiling, CeilingLimit, PolicyChoice, ScenarioOutcome, ScenarioVerdict, Share, StrandedOption } from '../../model/outlook.ts';
import { toShare, toThousands } from '../figures.ts';
import { counted } from './words.ts';

/** What a finding without facts stands on. */
export const BASIS_SENTENCES: Readonly<Record<FindingBasis, string>> = {
  declaration: 'Stands on a declaration in the product file.',
  undeclared: 'Stands on what the product file leaves out.',
  coverage: 'Stands on what this run read and could not read; it is listed in “Coverage and limits”.',
  figures: 'Stands on the figures of the target; they are listed in “Fit on target”.',
};

/** The same in a word, where a grade would stand. */
export const BASIS_WORDS: Readonly<Record<FindingBasis, string>> = {
  declaration: 'declared',
  undeclared: 'not declared',
  coverage: 'coverage of this run',
  figures: 'figures of the target',
};

export const LIMIT_WORDS: Readonly<Record<CeilingLimit, string>> = {
  'verifier-fixed': 'the verifier cannot be changed in the field',
  nobody: 'nobody can change it',
  'vendor-recall': 'only a recall changes it',
  'silicon-vendor': 'only the silicon vendor can change it',
  'standards-body': 'a standards body has to move first',
  target: 'nothing with published figures fits the target',
};

export const OPTION_WORDS: Readonly<Record<StrandedOption, string>> = {
  'later-stage': 'verify a second signature in a later stage',
  'protect-above': 'protect the data above the link',
  gateway: 'put a gateway in front',
  isolate: 'isolate the product',
  measure: 'measure on the own board',
  recall: 'recall',
  'ask-holder': 'ask who holds it for a date',
  'replace-hardware': 'replace the hardware',
  'shorten-support': 'shorten support',
  accept: 'accept with owner and expiry',
};

export const SCENARIO_WORDS: Readonly<Record<ScenarioVerdict, string>> = {
  late: 'late',
  'late-by-plan': 'late by the plan',
  open: 'no move planned',
  'in-time': 'in time',
  unknown: 'unknown',
};

export const SLOT_WORDS: Readonly<Record<PolicyChoice['slot'], string>> = {
  firmware: 'Vouch for firmware',
  identity: 'Vouch for a device or a peer',
  session: 'Agree on session keys',
  wrap: 'Wrap stored keys',
};

/** `80,000 of 80,000 units, 100 %`. */
export function shareWords({ past, of, counted: what }: Share): string {
  return `${toThousands(past)} of ${toThousands(of)} ${what === 'units' ? 'units' : 'days of placing'}, ${toShare(past, of)}`;
}

/** Why software takes a role no further, and for how long that holds. */
export function ceilingWords({ limit, known, forLife, stranded, declared }: Ceiling): string {
  if (limit === undefined) return known ? 'Nothing known stands in the way.' : 'Not known: who can change it, or what fits, is open.';
  const words = LIMIT_WORDS[limit];
  const life = forLife ? '; the cap of the product for life' : stranded ? '' : '; nothing classical was seen under it';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${declared ? ', as declared' : ''}${life}.`;
}

/** The last day of what is stranded, and how many units outlive it. */
export function strandedWords({ stranded, sunset, past, options }: Ceiling): string {
  if (!stranded) return 'nothing';
  const standing =
    sunset === undefined
      ? 'no policy gives it a last day'
      : `until ${sunset.date} by ${sunset.policy}${sunset.decides ? '' : ', for information'}`;
  const units = past === undefined || past.past === 0 ? '' : `; outlived by ${shareWords(past)}`;
  return `${standing}${units}. Left: ${options.map((option) => OPTION_WORDS[option]).join(', ')}.`;
}

/** What an answer moves: `The answer “boot: changedBy nobody” moves 1 gate level, 2 verdicts and 5 rows.` */
export function movesWords({ gates, moves, rows, answers }: OpenQuestion): string {
  const parts = [
    gates > 0 && counted(gates, 'gate level', 'gate levels'),
    moves > 0 && counted(moves, 'verdict', 'verdicts'),
    rows > 0 && counted(rows, 'row of requirements and dates', 'rows of requirements and dates'),
  ].filter((part) => part !== false);
  const [most] = answers;
  if (most === undefined || parts.length === 0) return 'No verdict waits for it; dates and exposure would be sharper.';
  return `Answered “${most.answer}”, ${joinWords(parts)} would come out otherwise.`;
}

function joinWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** What one scenario says: the verdict, and the last day to have moved. */
export function scenarioWords({ verdict, moveBy, days = 0 }: ScenarioOutcome): string {
  const words = SCENARIO_WORDS[verdict];
  if (verdict === 'late')
    return moveBy !== undefined && days < 0 ? `${words}: the last day to move was ${moveBy}` : `${words}: no move is in sight`;
  return moveBy === undefined ? words : `${words}: to be moved by ${moveBy}`;
}
