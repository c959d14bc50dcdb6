// The lexical side of C that the preprocessor's view needs: where literals, lines and comments end (ISO/IEC 9899 §5.1.1.2, §6.4).

const RAW_STRING = /R"([^\s()\\"]{0,16})\(/y;

/** Where the literal that begins at `at` ends; one that is not closed ends with its line. */
export function literalEnd(text: string, at: number): number {
  const quote = text[at];
  if (quote === "'" && /[0-9a-fA-F]/.test(text[at - 1] ?? '') && /[0-9a-fA-F]/.test(text[at + 1] ?? '') && text[at + 2] !== "'")
    return at + 1; // 1'000
  RAW_STRING.lastIndex = at - 1;
  const raw = quote === '"' && at > 0 ? RAW_STRING.exec(text) : null;
  if (raw !== null) {
    const end = text.indexOf(`)${raw[1]}"`, at);
    return end < 0 ? text.length : end + (raw[1]?.length ?? 0) + 2;
  }
  for (let index = at + 1; index < text.length; index++) {
    const char = text[index];
    if (char === '\\') index++;
    else if (char === quote || char === '\n') return index + 1;
  }
  return text.length;
}

/** The end of a line, counting lines joined by a backslash as one. */
export function logicalLineEnd(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end > 0 && (text[end - 1] === '\\' || (text[end - 1] === '\r' && text[end - 2] === '\\'))) end = text.indexOf('\n', end + 1);
  return end < 0 ? text.length : end;
}

/** The end of a directive: a block comment on its line may run over the line's end. */
export function directiveEnd(text: string, at: number): number {
  let end = logicalLineEnd(text, at);
  let from = at;
  for (;;) {
    const line = text.slice(from, end);
    const comment = line.indexOf('/*');
    const lineComment = line.indexOf('//');
    if (comment < 0 || (lineComment >= 0 && lineComment < comment)) return end;
    const close = text.indexOf('*/', from + comment + 2);
    if (close < 0) return text.length;
    from = close + 2;
    if (from > end) end = logicalLineEnd(text, close);
  }
}

/** Text with comments and line joints as spaces of the same length, so that places stay right. */
export function withoutComments(body: string): string {
  const joined = body.replace(/\\\r?\n/g, (joint) => ' '.repeat(joint.length));
  let clean = '';
  let done = 0;
  for (let at = joined.indexOf('/'); at >= 0; at = joined.indexOf('/', Math.max(at + 1, done))) {
    const next = joined[at + 1];
    if (next !== '/' && next !== '*') continue;
    const close = next === '*' ? joined.indexOf('*/', at + 2) : -1;
    const end = close < 0 ? joined.length : close + 2;
    clean += joined.slice(done, at) + ' '.repeat(end - at);
    done = end;
  }
  return clean + joined.slice(done);
}

/** Spaces over some stretches; line breaks stay. */
export function blank(text: string, stretches: readonly (readonly [number, number])[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    pieces.push(
      text.slice(done, from),
      text.slice(from, end).replace(/[^\n]+/g, (line) => ' '.repeat(line.length)),
    );
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
