// From facts to what follows: findings, verdicts of checks, relations of clauses, dates, gates, what lies ahead, plan, questions. Pure: the
// same input gives the same assessment, whatever its order.

import type { Assessment, PlanItem } from '../model/assessment.ts';
import type { Outlook } from '../model/outlook.ts';
import { listCeilings } from './ceilings.ts';
import type { Picture } from './checks/answer.ts';
import { listChoices } from './choices.ts';
import { relateFrameworks } from './clauses.ts';
import { findUnitDates } from './fleet.ts';
import { productGate } from './gates.ts';
import { makePlan } from './plan.ts';
import { askQuestions } from './questions.ts';
import { listExposure } from './scenarios.ts';
import { type AssessInput, giveVerdicts } from './verdicts.ts';

export type { AssessInput } from './verdicts.ts';

/** The assessment of an inventory on a day. */
export function assess(input: AssessInput): Assessment {
  const verdicts = giveVerdicts(input);
  const { picture, checks, gates } = verdicts;
  const findings = picture.hits.map((hit) => hit.finding);
  const frameworks = relateFrameworks(input.frameworks, { ...input, checks, findings });
  const plan = makePlan(picture, frameworks);
  return {
    asOf: input.asOf,
    findings,
    checks,
    frameworks,
    sunsets: picture.sunsets,
    gates,
    product: productGate(gates),
    fit: picture.fit,
    outlook: lookAhead(picture, plan),
    plan,
    questions: askQuestions(verdicts),
  };
}

function lookAhead(picture: Picture, plan: readonly PlanItem[]): Outlook {
  const units = findUnitDates(picture.product, picture.sunsets);
  return {
    ...(units === undefined ? {} : { units }),
    ceilings: listCeilings(picture, units),
    exposure: listExposure(picture, plan),
    choices: listChoices(picture),
  };
}
