// Comma-separated values (RFC 4180) as records by column name, whatever the file does: quotes that never close, rows too short or too long,
// byte order marks, semicolons or tabs instead of commas. Names of columns are taken in lowercase.

/** A row of the table; `line` is where it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
  /** fields that the row has beyond the header or lacks of it */
  readonly width: 'as the header' | 'other';
}

/** The records below the header. */
export function readCsv(text: string): readonly CsvRecord[] {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = findSeparator(content);
  const [header, ...rows] = splitRows(content, separator);
  if (header === undefined) return [];
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      fields: new Map(names.map((name, index) => [name, (cells[index] ?? '').trim()])),
      width: cells.length === names.length ? 'as the header' : 'other',
    }));
}

/** The one of `,`, `;` and tab that the first line has most of. */
function findSeparator(text: string): string {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const counts = [',', ';', '\t'].map((each) => ({ each, count: first.split(each).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best), { each: ',', count: 0 }).each;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function splitRows(text: string, separator: string): readonly Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let [cell, line, start, quoted] = ['', 1, 1, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\n') line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      rows.push({ line: start, cells: [...cells, cell] });
      [cells, cell, start] = [[], '', line];
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) rows.push({ line: start, cells: [...cells, cell] });
  return rows;
}
