// A plan item as a task of somebody's tracker: a title on one line, the lines of its description, labels. The key is what stays when
// the plan is made again, so that a task is found and not made twice.

import type { PlanItem } from '../model/assessment.ts';
import { counted, FIT_WORDS, sentence } from './wording.ts';

/** Jira takes 255 characters of a summary, GitHub 256 of a title. */
const LONGEST_TITLE = 240;

/** `[verifier/update] Ship a verifier for LMS …`, on one line. */
export function toTaskTitle({ key, action }: PlanItem): string {
  const title = `[${key}] ${sentence(action)}`.replace(/\s+/g, ' ');
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1)}…`;
}

/** What has to be known to do it, a line each. */
export function toTaskLines(item: PlanItem): readonly string[] {
  const { from, to, fit, takenBy = [], refusedBy = [], effort, findings, clauses, preconditions } = item;
  const lines: readonly (readonly [string, string])[] = [
    ['From', from.join(', ')],
    ['To', to.length === 0 ? '' : `${to.join(' or ')} (on the target: ${FIT_WORDS[fit]})`],
    ['Taken by', takenBy.join(', ')],
    ['Not taken by', refusedBy.join(', ')],
    ['Latest responsible date', [item.latestResponsibleDate, item.latestBasis].filter((part) => part !== undefined).join(', ')],
    ['After', preconditions.join(', ')],
    ['Owner', item.owner],
    ['Effort', `${effort.fromDays} to ${counted(effort.toDays, 'day', 'days')} (${effort.basis})`],
    ['Rollback', sentence(item.rollback)],
    ['Done when', sentence(item.verification)],
    ['Findings', findings.join(', ')],
    ['Bears on', clauses.join(', ')],
  ];
  return lines.filter(([, text]) => text !== '').map(([term, text]) => `${term}: ${text}`);
}

/** `pqready`, the step and the role; no label holds a space or a comma. */
export function toTaskLabels({ step, role }: PlanItem): readonly string[] {
  return ['pqready', `step-${step}`, `role-${role}`];
}
