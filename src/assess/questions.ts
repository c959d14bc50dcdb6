// The answers that would change a report most, each with the lines to paste into `pqready.yaml` or the option to give. What an answer moves
// is not estimated: the input is judged again with every answer that is worth trying, and the differences are counted.

import type { OpenQuestion } from '../model/assessment.ts';
import { compareText } from '../model/order.ts';
import { aboutDates } from './questions/dates.ts';
import { aboutDeclarations } from './questions/declarations.ts';
import { aboutEvidence } from './questions/evidence.ts';
import { aboutMarkets } from './questions/markets.ts';
import { aboutRoles } from './questions/roles.ts';
import { compareMoves, type Question, toBaseline, tryAnswers } from './sensitivity.ts';
import type { Verdicts } from './verdicts.ts';

const MOST_ASKED = 5;
// Mechanisms times answers that are judged again: an inventory of 600 mechanisms still tries every answer, one of many thousand the first two.
const MOST_WORK = 150_000;
const FEWEST_TRIED = 2;

/** The five whose answer can move most; of equal ones the first by id. What no answer would change is not asked. */
export function askQuestions(verdicts: Verdicts): OpenQuestion[] {
  const baseline = toBaseline(verdicts);
  const questions = listQuestions(baseline);
  const most = Math.max(FEWEST_TRIED, Math.floor(MOST_WORK / Math.max(1, baseline.scene.mechanisms.length * questions.length)));
  return questions
    .map(({ answers, ...rest }) => ({ ...rest, answers: tryAnswers(baseline, answers.slice(0, most)) }))
    .flatMap(({ answers, ...rest }): OpenQuestion[] => {
      const [most] = answers;
      if (most === undefined || most.gates + most.verdicts + most.rows === 0) return [];
      const { gates, verdicts: moves, rows } = most;
      return [{ ...rest, gates, moves, rows, answers }];
    })
    .sort((a, b) => compareMoves({ ...a, verdicts: a.moves }, { ...b, verdicts: b.moves }) || compareText(a.id, b.id))
    .slice(0, MOST_ASKED);
}

/** Every open question of a judged input. */
export function listQuestions(baseline: Verdicts): Question[] {
  return [
    ...aboutDates(baseline),
    ...aboutMarkets(baseline),
    ...aboutEvidence(baseline),
    ...aboutDeclarations(baseline),
    ...aboutRoles(baseline),
  ];
}
