// The one place where codes become sentences. Total over the codes: a code without a sentence does not compile.

import type { Statement, StatementArgs, StatementCode, StatementOf } from '../model/statement.ts';
import { FINDING_SENTENCES, type Sentences } from './wording/findings.ts';
import { PLAN_SENTENCES } from './wording/plan.ts';
import { QUESTION_SENTENCES } from './wording/questions.ts';
import { REASON_SENTENCES } from './wording/reasons.ts';
import { counted } from './wording/words.ts';

export { decisionWords } from './wording/decisions.ts';
export {
  BASIS_SENTENCES,
  BASIS_WORDS,
  ceilingWords,
  LIMIT_WORDS,
  movesWords,
  OPTION_WORDS,
  SCENARIO_WORDS,
  SLOT_WORDS,
  scenarioWords,
  shareWords,
  strandedWords,
} from './wording/outlook.ts';
export {
  APPLIES_WORDS,
  BEARING_WORDS,
  BINDING_WORDS,
  CHANGER_WORDS,
  CONFIDENCE_WORDS,
  counted,
  DECLARER_WORDS,
  FIT_WORDS,
  GAP_WORDS,
  GATE_NAMES,
  GATE_QUESTIONS,
  GATE_STEP_WORDS,
  GRADE_LETTERS,
  GRADE_WORDS,
  MARKET_WORDS,
  ORIGIN_WORDS,
  outOfScopeWords,
  RELATION_WORDS,
  ROLE_NAMES,
  ROLE_PHRASES,
  STATE_WORDS,
  STATUS_WORDS,
  STEP_WORDS,
  URGENCY_WORDS,
  VERDICT_WORDS,
  VERIFIED_WORDS,
} from './wording/words.ts';

/** Every code with the function that makes its sentence. */
export const SENTENCES: Sentences<StatementArgs> = {
  found: ({ findings, first }) => `${sentence(first)}${andMore(findings - 1)}`,
  'found-uncertain': ({ findings, first }) => `To be confirmed: ${sentence(first)}${andMore(findings - 1)}`,
  ...FINDING_SENTENCES,
  ...REASON_SENTENCES,
  ...PLAN_SENTENCES,
  ...QUESTION_SENTENCES,
};

/** The English sentence of a statement. */
export function sentence(statement: Statement): string {
  return speak(statement);
}

function andMore(further: number): string {
  return further < 1 ? '' : ` And ${counted(further, 'finding', 'findings')} more.`;
}

function speak<C extends StatementCode>(statement: StatementOf<C>): string {
  return SENTENCES[statement.code](statement.args);
}
