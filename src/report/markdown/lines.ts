// Markdown made of escaped parts: headings, paragraphs, GFM tables. What the functions here take is finished Markdown; `text` and `code`
// make it from plain strings.

import { escapeMarkdown, toClipped, toMarkdownBlock, toMarkdownCode, toVisible } from '../escape.ts';
import { counted } from '../wording.ts';

const LONGEST_TEXT = 400;
const LONGEST_PATH = 160;

/** Plain text as Markdown, at most 400 characters. */
export function text(plain: string): string {
  return escapeMarkdown(toClipped(toVisible(plain), LONGEST_TEXT));
}

/** A path, id or symbol as a code span, at most 160 characters. */
export function code(plain: string): string {
  return toMarkdownCode(toClipped(toVisible(plain), LONGEST_PATH));
}

/** Lines to paste as a fenced block, indented to stand in a list item. */
export function block(lines: string): string {
  const clipped = lines.split('\n').map((line) => toClipped(line, LONGEST_PATH));
  return toMarkdownBlock(clipped.join('\n'))
    .split('\n')
    .map((line) => `   ${line}`)
    .join('\n');
}

/** Ids as code spans, the first few, with how many more there are. */
export function codes(ids: readonly string[], limit: number): string {
  const shown = ids.slice(0, limit).map(code).join(' ');
  return ids.length > limit ? `${shown} and ${ids.length - limit} more` : shown;
}

/** A GFM table; an empty list of rows gives the sentence instead. Cells are Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], otherwise: string): string {
  if (rows.length === 0) return otherwise;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A section; `undefined` parts are left out. */
export function section(title: string, ...parts: readonly (string | undefined)[]): string {
  return [`## ${title}`, ...parts.filter((part) => part !== undefined && part !== '')].join('\n\n');
}

/** The first so many rows of a longer table, and what to say of the rest. */
export function more(shown: number, total: number, where: string): string | undefined {
  return total > shown ? `${counted(total - shown, 'more stands', 'more stand')} in ${code(where)}.` : undefined;
}
