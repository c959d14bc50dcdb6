// What a string from a scanned file must pass before it is printed: one function for each medium. Control, bidirectional and invisible
// characters become visible in all of them (UTS 39 and CVE-2021-42574 say why); then the medium's own metacharacters are escaped.
// Sources: WHATWG HTML (character references), GFM 0.29, RFC 4180, OWASP on formulas in CSV.

/** What a reader cannot see or what changes how its neighbours are read: Cc, Cf, lone surrogates, private use, separators, ignorables. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}]/gu;

/** The text with every unseen character written as its code point, `[U+202E]`. */
export function toVisible(text: string): string {
  return text.replace(UNSEEN, (character) => `[U+${codePoint(character)}]`);
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase().padStart(4, '0');
}

/** The text cut in its middle to `maxLength` UTF-16 units; the end of a path tells more than its middle. Surrogate pairs stay whole. */
export function toClipped(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const tail = Math.floor((maxLength - 1) / 3);
  const head = maxLength - 1 - tail;
  return `${withoutLoneEnd(text.slice(0, head))}…${withoutLoneStart(text.slice(text.length - tail))}`;
}

function withoutLoneEnd(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

function withoutLoneStart(text: string): string {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text;
}

const HTML_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text for HTML content and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return toVisible(text).replace(/[&<>"']/g, (character) => HTML_ESCAPES.get(character) ?? character);
}

/**
 * Text for a line of Markdown or a GFM table cell: no markup, link, mention, autolink, entity or raw HTML can come of it. A mention is
 * found after entities are resolved, so a zero-width space stands behind its sign.
 */
export function escapeMarkdown(text: string): string {
  return toVisible(text)
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]|~$>]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/@/g, '@&#8203;')
    .replace(/(https?|ftp|mailto|xmpp):/gi, '$1&#58;')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}&#46;`)
    .replace(/^(\s*)([-+#=!])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/**
 * Text as a Markdown code span; the fence is longer than any run of backticks within. Pipes are escaped for tables; one behind a backslash
 * would end the cell all the same, so it is written out.
 */
export function toMarkdownCode(text: string): string {
  const shown = toVisible(text)
    .replace(/(?<=\\)\|/g, '[U+007C]')
    .replace(/\|/g, '\\|');
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown.trim() === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines as a fenced block whose fence is longer than any run of backticks within; line breaks stay, every other unseen character shows. */
export function toMarkdownBlock(lines: string): string {
  const shown = lines.split('\n').map(toVisible).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
}

/** A text cell of RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function escapeCsv(text: string): string {
  return escapeCsvLines([text]);
}

/** The same of several lines in one cell. */
export function escapeCsvLines(lines: readonly string[]): string {
  const shown = lines.map(toVisible).join('\n');
  const inert = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(shown) ? `'${shown}` : shown;
  return /[",;\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
}

/** Text for a terminal: escape sequences and direction changes are shown, not obeyed. */
export function escapeTerminal(text: string): string {
  return toVisible(text);
}

/** An id as a fragment: letters, digits and hyphen stay, a slash becomes a dot, all else its code point between underscores. Injective. */
export function toAnchor(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/gu, (character) => (character === '/' ? '.' : `_${codePoint(character)}_`));
}
