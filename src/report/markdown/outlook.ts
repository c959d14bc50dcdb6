// What lies ahead as Markdown: the same tables as on the page.

import type { OutlookTable } from '../outlook.ts';
import { codes, table, text } from './lines.ts';

/** A heading with its table, or the sentence for want of it. */
export function outlookPart({ title, caption, heads, rows, otherwise }: OutlookTable): string {
  const hasRefs = rows.some(({ facts = [], plan = [] }) => facts.length + plan.length > 0);
  const lines = rows.map(({ cells, facts = [], plan = [] }) => [
    ...cells.map(text),
    ...(hasRefs ? [codes([...facts.slice(0, 2), ...plan], 4)] : []),
  ]);
  const intro = rows.length === 0 ? [] : [`${caption.charAt(0).toUpperCase()}${caption.slice(1)}.`];
  return [`### ${title}`, ...intro, table([...heads, ...(hasRefs ? ['See'] : [])], lines, otherwise)].join('\n\n');
}
