// Text as the page sets it: dates and names such as AES-128-CCM do not break at a hyphen, and long strings are cut in their middle.

import { toClipped, toVisible } from '../escape.ts';
import { html, type Insert, type Markup } from './markup.ts';

const LONGEST_UNBROKEN = 24;
/** A longer word may break anywhere, or it would push a table past the edge. */
const LONGEST_WORD = 32;
const LONGEST_TEXT = 600;
const LONGEST_PATH = 160;

/** A sentence or a name; no word with a hyphen breaks unless it is long. At most 600 characters. */
export function prose(text: string): Markup {
  const words = toClipped(toVisible(text), LONGEST_TEXT).split(/(\s+)/);
  return html`${words.map(toWord)}`;
}

function toWord(word: string): Insert {
  if (word.length > LONGEST_WORD) return anywhere(word);
  return isUnbroken(word) ? html`<span class="nw">${word}</span>` : word;
}

function anywhere(word: string): Markup {
  return html`<span class="any">${word}</span>`;
}

function isUnbroken(word: string): boolean {
  return word.length <= LONGEST_UNBROKEN && /[0-9A-Za-z]-[0-9A-Za-z]/.test(word);
}

/** A date or a short name that must not break. */
export function unbroken(text: string): Markup {
  return html`<span class="nw">${text}</span>`;
}

/** A path, symbol or command. At most 160 characters, the middle left out. */
export function code(text: string): Markup {
  return html`<code>${toClipped(toVisible(text), LONGEST_PATH)}</code>`;
}

/** An id that may break after its slash and its dots. */
export function breakable(id: string): Markup {
  const parts = toClipped(toVisible(id), LONGEST_PATH).split(/(?<=[/.:])/);
  return html`${parts.map((part, index): Insert => [index > 0 && html`<wbr>`, part.length > LONGEST_WORD ? anywhere(part) : part])}`;
}
