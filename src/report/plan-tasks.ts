// The migration plan as a Markdown task list: a box for each item, what has to be known beneath it. GitHub, GitLab and Jira read it.

import type { PlanItem } from '../model/assessment.ts';
import type { Report, Reporter } from '../model/report.ts';
import { groupBy } from './groups.ts';
import { code, text } from './markdown/lines.ts';
import { toTaskLines } from './tasks.ts';
import { STEP_WORDS, sentence } from './wording.ts';

/** `plan.md`. */
export const planTasks: Reporter = { mediaType: 'text/markdown; charset=utf-8; variant=GFM', extension: 'md', render: renderTasks };

function renderTasks({ assessment, product, inventory, asOf }: Report): string {
  const plan = assessment?.plan ?? [];
  const steps = [...groupBy(plan, ({ step }) => [step])].map(([step, items]) => `## ${STEP_WORDS[step]}\n\n${items.map(task).join('\n')}`);
  const parts = [
    `# Migration plan of ${text(product?.name ?? inventory.subject)}, as of ${asOf}`,
    ...(steps.length === 0 ? ['Nothing was found that would have to be changed. What could not be read may say otherwise.'] : steps),
  ];
  return `${parts.join('\n\n')}\n`;
}

function task(item: PlanItem): string {
  const head = `- [ ] **${text(item.id)}** ${text(sentence(item.action))} ${code(item.key)}`;
  return [head, ...toTaskLines(item).map((line) => `  - ${text(line)}`)].join('\n');
}
