// Questions that a dated declaration answers, by whom it is answered, with a yes or a no where a sentence cannot be judged.

import type { Statement } from '../../model/assessment.ts';
import type { Declaration, StatedId } from '../../model/product.ts';
import { ANSWERED_ROWS, type AnsweredRow, findDeclaration } from '../declared-answers.ts';
import { type Answer, inProduct, type Question } from '../sensitivity.ts';
import type { Verdicts } from '../verdicts.ts';

interface StatedQuestion {
  readonly id: StatedId;
  readonly question: Statement;
  readonly about: string;
  /** whose word is asked for */
  readonly by: Declaration['declaredBy'];
}

const STATED: readonly StatedQuestion[] = [
  { id: 'quantum-risk', question: { code: 'ask-quantum-risk', args: {} }, about: 'where the decision is recorded', by: 'vendor' },
  {
    id: 'update-process',
    question: { code: 'ask-update-process', args: {} },
    about: 'who signs updates and how they reach units',
    by: 'vendor',
  },
  { id: 'incident-contact', question: { code: 'ask-incident-contact', args: {} }, about: 'the address for vulnerabilities', by: 'vendor' },
  { id: 'independent-verification', question: { code: 'ask-verification', args: {} }, about: 'who verified what', by: 'third-party' },
  { id: 'support-statement', question: { code: 'ask-support-statement', args: {} }, about: 'where users read it', by: 'vendor' },
  { id: 'sbom-delivery', question: { code: 'ask-sbom', args: {} }, about: 'in which format and where', by: 'vendor' },
];

/** Asked once: who has answered no has answered. */
export function aboutDeclarations(baseline: Verdicts): Question[] {
  const isOpen = (id: Declaration['id']): boolean => findDeclaration(baseline.picture, id) === undefined;
  return [
    ...STATED.filter(({ id }) => isOpen(id)).map((row) => stated(row, baseline)),
    ...ANSWERED_ROWS.filter(({ id, arises }) => isOpen(id) && arises?.(baseline.picture) !== false).map((row) => yesOrNo(row, baseline)),
  ];
}

function stated({ id, question, about, by }: StatedQuestion, { input: { asOf } }: Verdicts): Question {
  return {
    id,
    question,
    answers: answersTo({ id, declaredBy: by, date: asOf }),
    paste: `declarations:\n  - { id: ${id}, statement: ${about}, declaredBy: ${by}, date: ${asOf} }`,
  };
}

function yesOrNo({ id }: AnsweredRow, { input: { asOf } }: Verdicts): Question {
  return {
    id,
    question: { code: 'ask-declared', args: { what: id } },
    answers: answersTo({ id, declaredBy: 'vendor', date: asOf }),
    paste: `declarations:\n  - { id: ${id}, answer: yes, statement: how it is done, declaredBy: vendor, date: ${asOf} } # or answer: no`,
  };
}

function answersTo(draft: Pick<Declaration, 'id' | 'declaredBy' | 'date'>): Answer[] {
  return (['yes', 'no'] as const).map((answer) =>
    inProduct(`${draft.id}: ${answer}`, ({ declarations }) => ({
      declarations: [...declarations, { ...draft, statement: answer, answer }],
    })),
  );
}
