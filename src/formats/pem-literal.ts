// A PEM block inside string literals: `"-----BEGIN CERTIFICATE-----\n" "MIIB…"` of C, `'…\n' + '…'` of JavaScript, implicit joining and
// line continuation of Python, escaped line ends of JSON and YAML. Only what the strings hold is kept, their escapes resolved.

const QUOTES = '"\'`';
const ESCAPE = /^(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([0-3][0-7]{2}))/;

/**
 * The text that the literals between BEGIN and END make together. `opening` is the character before BEGIN: where it is a quotation
 * mark, that mark ends the first string, else the first mark that is met does.
 */
export function readLiteral(raw: string, opening?: string): string {
  const out: string[] = [];
  let quote = opening !== undefined && QUOTES.includes(opening) ? opening : undefined;
  let inside = true;
  for (let index = 0; index < raw.length; index++) {
    const char = raw[index] ?? '';
    if (!inside) {
      // Between two strings stand joining signs, prefixes, commas, comments: none of it is content.
      if (QUOTES.includes(char)) [inside, quote] = [true, char];
    } else if (char === '\\') {
      const { text, length } = readEscape(raw, index + 1);
      out.push(text);
      index += length;
    } else if (char === quote || (quote === undefined && QUOTES.includes(char))) {
      inside = false;
    } else {
      out.push(char);
    }
  }
  return out.join('');
}

/** The escape after a backslash. A run of backslashes (JSON inside a string) counts as one. */
function readEscape(raw: string, start: number): { readonly text: string; readonly length: number } {
  let at = start;
  while (raw[at] === '\\' && at - start < 8) at++;
  const skipped = at - start;
  const char = raw[at] ?? '';
  if (char === 'n' || char === 'r' || char === 't') return { text: char === 't' ? ' ' : '\n', length: skipped + 1 };
  const code = ESCAPE.exec(raw.slice(at, at + 5));
  if (code !== null) {
    const value = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', code[3] === undefined ? 16 : 8);
    return { text: String.fromCharCode(value), length: skipped + code[0].length };
  }
  // A backslash before a line end joins the lines; before a slash or a quotation mark it stands for that sign.
  if (char === '\r' && raw[at + 1] === '\n') return { text: '', length: skipped + 2 };
  if (char === '\n' || char === '\r') return { text: '', length: skipped + 1 };
  return char === '/' ? { text: '/', length: skipped + 1 } : { text: '', length: skipped + (QUOTES.includes(char) ? 1 : 0) };
}
