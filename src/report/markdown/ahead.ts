// What lies ahead, as Markdown: fit on the target, the plan, the open questions.

import { ALGORITHMS } from '../../knowledge/algorithms.ts';
import type { FitCell, FitRow, OpenQuestion, PlanItem } from '../../model/assessment.ts';
import { toBytes, toDuration } from '../figures.ts';
import { counted, FIT_WORDS, movesWords, ROLE_NAMES, sentence } from '../wording.ts';
import { block, code, codes, more, section, table, text } from './lines.ts';

const FIT_ROWS = 80;
const PLAN_ITEMS = 60;
const FIRST_QUESTIONS = 5;

/** Need against budget for each operation, with the method of the figure. */
export function fit(rows: readonly FitRow[]): string {
  const lines = rows
    .slice(0, FIT_ROWS)
    .map((row) => [text(row.targetName), ALGORITHMS[row.algorithm].name, row.operation, row.cells.map(cellText).join('; ')]);
  return section(
    'Fit on target',
    table(
      ['Target', 'Algorithm', 'Operation', 'Need of budget'],
      lines,
      'No target is known, or there are no figures for it: nothing is said of fit.',
    ),
    rows.length === 0 ? undefined : FIT_KEY,
    more(FIT_ROWS, rows.length, 'report.json'),
  );
}

const FIT_KEY =
  'Fits: within 60 % of a declared budget, or a quarter of the chip where none is declared. Tight: above that, or known only from a build ' +
  'tuned by hand, which may not be the one the product gets. Exceeds: more than there is.';

function cellText({ resource, verdict, need, budget, unit, basis }: FitCell): string {
  const amount = (value: number | undefined, missing: string): string =>
    value === undefined ? missing : unit === 'bytes' ? toBytes(value) : toDuration(value);
  const method = basis === undefined ? '' : `, ${basis.method}`;
  return `${resource} ${FIT_WORDS[verdict]}: ${amount(need, 'no figure')} of ${amount(budget, 'no budget')}${method}`;
}

/** The plan in order. */
export function plan(items: readonly PlanItem[]): string {
  const rows = items
    .slice(0, PLAN_ITEMS)
    .map((item) => [
      code(item.id),
      text(sentence(item.action)),
      ROLE_NAMES[item.role],
      text([item.latestResponsibleDate, item.latestBasis && `(${item.latestBasis})`].filter((part) => part !== undefined).join(' ')),
      codes(item.preconditions, 4),
      `${item.effort.fromDays} to ${counted(item.effort.toDays, 'day', 'days')}, ${text(item.owner)}`,
      FIT_WORDS[item.fit],
      codes(item.findings, 2),
    ]);
  return section(
    'Migration plan',
    table(
      ['Id', 'Change', 'Role', 'Latest responsible date', 'Needs', 'Effort and owner', 'Fit', 'Closes'],
      rows,
      'Nothing was found that would have to be changed.',
    ),
    more(PLAN_ITEMS, items.length, 'plan.csv'),
  );
}

/** Five answers, with the lines to paste. */
export function questions(all: readonly OpenQuestion[]): string {
  const first = all.slice(0, FIRST_QUESTIONS).map((asked, index) => {
    return `${index + 1}. **${text(sentence(asked.question))}** ${text(movesWords(asked))}\n\n${block(asked.paste)}`;
  });
  return section(
    'Open questions',
    first.length === 0 ? 'No answer from outside would change a verdict of this report.' : first.join('\n\n'),
    more(FIRST_QUESTIONS, all.length, 'report.json'),
  );
}
