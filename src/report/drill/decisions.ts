// Duties to report as questions that a named person decides; times count from becoming aware, and the sheet starts no clock.

import { REPORTING_CLOCKS } from '../../knowledge/reporting-clocks.ts';
import type { ClockQuestion } from '../../model/drill.ts';
import type { DecisionBlock } from './blocks.ts';

const ASKED: Readonly<Record<ClockQuestion['asked'], string>> = {
  yes: 'to be decided',
  unknown: 'to be decided: markets or traits are not declared',
  'not-asked': 'not asked, by the declared markets and traits',
};

/** The block of clocks. */
export function decisionBlock(clocks: readonly ClockQuestion[]): DecisionBlock {
  return {
    kind: 'decisions',
    title: 'Reporting clocks: questions to decide',
    note: 'A broken algorithm or a lost key starts no clock by itself, and this sheet answers none of these questions. Times count from the hour of becoming aware. Other laws, sectors and contracts may have clocks of their own.',
    decisions: clocks.map(({ id, asked, appliesFrom, clause }) => {
      const { title, decide, steps, to } = REPORTING_CLOCKS[id];
      const since = appliesFrom === undefined ? '' : ` · applies from ${appliesFrom}`;
      return {
        title: clause === undefined ? title : `${title} (${clause})`,
        when: `${ASKED[asked]}${since}`,
        questions: asked === 'not-asked' ? [] : decide,
        steps: asked === 'not-asked' ? '' : `If yes: ${steps.map(({ step, within }) => `${step} within ${within}`).join(', ')}; to ${to}.`,
      };
    }),
  };
}

/** The clocks of several products: asked of any, it is asked. */
export function mergeClocks(all: readonly (readonly ClockQuestion[])[]): ClockQuestion[] {
  const order: readonly ClockQuestion['asked'][] = ['yes', 'unknown', 'not-asked'];
  const byId = new Map<string, ClockQuestion>();
  for (const clock of all.flat()) {
    const known = byId.get(clock.id);
    if (known === undefined || order.indexOf(clock.asked) < order.indexOf(known.asked)) byId.set(clock.id, clock);
  }
  return [...byId.values()];
}
