// HTML as a value of its own type: text becomes markup only through the tag below, which escapes whatever is put into it.
// A string from a scanned file cannot reach the page in any other way.

import { escapeHtml } from '../escape.ts';

/** Finished HTML. Made by the `html` tag, `joined` and `trusted` alone. */
export interface Markup {
  readonly markup: string;
}

/** What the tag takes: text is escaped, markup stays, arrays are joined, `undefined` and `false` leave nothing. */
export type Insert = string | number | Markup | readonly Insert[] | undefined | false;

/** Nothing. */
export const EMPTY: Markup = { markup: '' };

/**
 * The HTML of a template whose inserts are escaped; attribute values stand in double quotes. A line break of the template with its indent
 * is a space beside a word, and nothing beside a tag or between two inserts.
 */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  const literals = tidy(parts);
  return { markup: literals.reduce((text, part, index) => text + toHtml(inserts[index - 1]) + part, '') };
}

/** HTML that we wrote ourselves (style sheet, script, drawing); never text from outside. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Inserts in a row with a separator between those that are not empty. */
export function joined(inserts: readonly Insert[], separator: Insert): Markup {
  const texts = inserts.map(toHtml).filter((text) => text !== '');
  return { markup: texts.join(toHtml(separator)) };
}

/** True where nothing would be printed. */
export function isEmpty(insert: Insert): boolean {
  return toHtml(insert) === '';
}

// A template's literal parts are one frozen array for all its calls: tidied once.
const tidied = new WeakMap<TemplateStringsArray, readonly string[]>();

function tidy(parts: TemplateStringsArray): readonly string[] {
  const known = tidied.get(parts);
  if (known !== undefined) return known;
  const literals = parts.map(withoutBreaks);
  tidied.set(parts, literals);
  return literals;
}

// `\n` with its indent: nothing beside a tag or between two inserts, a space beside a word.
function withoutBreaks(part: string): string {
  if (part.trim() === '' && part.includes('\n')) return '';
  return part.replace(/(?<=>)\n\s*|\n\s*(?=<)/g, '').replace(/\n\s*/g, ' ');
}

function toHtml(insert: Insert): string {
  if (insert === undefined || insert === false) return '';
  if (typeof insert === 'string') return escapeHtml(insert);
  if (typeof insert === 'number') return String(insert);
  if (isList(insert)) return insert.map(toHtml).join('');
  return insert.markup;
}

function isList(insert: Markup | readonly Insert[]): insert is readonly Insert[] {
  return Array.isArray(insert);
}
