// Section “Ceilings and choices”: how far software can take each role, what is stranded, and what all asked policies take.

import type { Assessment } from '../../model/assessment.ts';
import { ceilingTable, choiceTable } from '../outlook.ts';
import { outlookPart } from './outlook.ts';
import type { Page, Section } from './page.ts';

/** Ceilings, then choices. */
export function ceilingsSection(page: Page, { outlook }: Assessment): Section {
  return {
    id: 'ceilings',
    title: 'Ceilings and choices',
    kind: 'rule verdicts, risk judgements',
    body: [outlookPart(page, ceilingTable(outlook)), outlookPart(page, choiceTable(outlook))],
  };
}
