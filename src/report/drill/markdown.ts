// The drill sheet as Markdown (GFM). Whatever comes from a product file or a scanned one is escaped.

import type { Drill } from '../../model/drill.ts';
import { toMarkdownCode } from '../escape.ts';
import { table, text } from '../markdown/lines.ts';
import type { Block, Sheet } from './blocks.ts';
import { toSheet } from './sheet.ts';

/** `drill.md` */
export function renderDrillMarkdown(drill: Drill): string {
  const sheet = toSheet(drill);
  const [first, second] = sheet.pages;
  const parts = [
    `# Drill: ${text(sheet.title)}`,
    text(sheet.kicker),
    `**${text(sheet.supposition)}**`,
    text(sheet.verdict),
    figures(sheet),
    ...first.map(block),
    '---',
    ...second.map(block),
    toMarkdownCode(sheet.repeat),
  ];
  return `${parts.join('\n\n')}\n`;
}

function figures({ figures }: Sheet): string {
  return figures.map(({ label, value }) => `- ${text(label)}: ${text(value)}`).join('\n');
}

function block(each: Block): string {
  const head = `## ${text(each.title)}`;
  const note = each.note === undefined ? [] : [text(each.note)];
  return [head, ...note, body(each)].filter((part) => part !== '').join('\n\n');
}

function body(each: Block): string {
  switch (each.kind) {
    case 'table':
      return table(
        each.columns.map(({ head }) => text(head)),
        each.rows.map((row) => row.map((cell) => cell.map(text).join('<br>'))),
        text(each.otherwise),
      );
    case 'list':
      return each.items.length === 0 ? text(each.otherwise) : each.items.map((item) => `- ${text(item)}`).join('\n');
    case 'decisions':
      return each.decisions
        .map(({ title, when, questions, steps }) => {
          const asked = questions.map((question) => `  - [ ] ${text(question)}`);
          return [`- **${text(title)}**: ${text(when)}`, ...asked, ...(steps === '' ? [] : [`  - ${text(steps)}`])].join('\n');
        })
        .join('\n');
  }
}
