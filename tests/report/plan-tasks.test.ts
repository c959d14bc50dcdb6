import { describe, expect, it } from 'vitest';
import { planTasks } from '../../src/report/plan-tasks.ts';
import { toTaskTitle } from '../../src/report/tasks.ts';
import { HOSTILE_REPORT } from './hostile.ts';
import { INVENTORY_ONLY, SAMPLE, withAssessment } from './sample.ts';

describe('plan.md', () => {
  const list = planTasks.render(SAMPLE);
  const plan = SAMPLE.assessment?.plan ?? [];

  it('has an open box for every item, with its key, under the step it belongs to', () => {
    expect(list.match(/^- \[ \] \*\*M-\d{2}\*\* /gm)).toHaveLength(plan.length);
    for (const { key } of plan) expect(list).toContain(`\`${key}\``);
    expect(list.match(/^## /gm)).toHaveLength(new Set(plan.map(({ step }) => step)).size);
  });

  it('says beneath each box how to go back and when it is done', () => {
    expect(list.match(/^ {2}- Rollback: /gm)).toHaveLength(plan.length);
    expect(list.match(/^ {2}- Done when: /gm)).toHaveLength(plan.length);
    expect(list.match(/^ {2}- Effort: /gm)).toHaveLength(plan.length);
  });

  it('says so where there is nothing to change, or nothing was assessed', () => {
    for (const report of [withAssessment({ plan: [] }), INVENTORY_ONLY])
      expect(planTasks.render(report)).toContain('Nothing was found that would');
  });

  it('makes no link, mention or element of what a scanned file says', () => {
    // Brackets and angles of it are escaped.
    expect(planTasks.render(HOSTILE_REPORT)).not.toMatch(/<img|<script|(?<!\\)\]\(javascript:/);
  });
});

describe('the title of a task', () => {
  it('is one line of at most 240 characters, its key first', () => {
    const [item] = SAMPLE.assessment?.plan ?? [];
    if (item === undefined) throw new Error('the sample has a plan');
    const from = `a\n${'b'.repeat(500)}`;
    const title = toTaskTitle({ ...item, action: { code: 'add-pq-verifier', args: { role: 'update', from, to: 'LMS' } } });
    expect(title).toHaveLength(240);
    expect(title).not.toContain('\n');
    expect(title.startsWith(`[${item.key}] `)).toBe(true);
  });
});
