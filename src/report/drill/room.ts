// Whether two pages of blocks fit on two sheets of A4: an estimate in points for the print style of this sheet, and the levels of detail that
// are tried in turn, fullest first. Measured against Chromium's pages by the tests.

import type { Block, Cell, Figure, Pages } from './blocks.ts';

/** How much is told: lengths of lists and names. */
export interface Detail {
  readonly assets: number;
  readonly consequences: number;
  readonly losses: number;
  readonly contacts: number;
  readonly questions: number;
  readonly products: number;
  /** characters of a name */
  readonly name: number;
}

/** Fullest first; the last is what always fits. */
export const DETAILS: readonly Detail[] = [
  { assets: 4, consequences: 3, losses: 9, contacts: 8, questions: 10, products: 24, name: 52 },
  { assets: 3, consequences: 3, losses: 7, contacts: 7, questions: 8, products: 18, name: 44 },
  { assets: 2, consequences: 2, losses: 5, contacts: 6, questions: 6, products: 14, name: 36 },
  { assets: 1, consequences: 2, losses: 4, contacts: 5, questions: 5, products: 11, name: 28 },
  { assets: 1, consequences: 1, losses: 3, contacts: 3, questions: 3, products: 8, name: 24 },
];

// A4 less the margins of the print style: 277 mm high, 186 mm wide.
const SHEET_POINTS = 785;
/** The estimate is high: in Chromium the sheets of the tests came out at 0.76 to 0.88 of it. */
const ROOM_POINTS = SHEET_POINTS / 0.92;
/** average characters on a full line of the text and of a table */
const TEXT_LINE = 116;
const TABLE_LINE = 124;

/** The fullest pages that fit, each sheet by itself. */
export function fitPages(compose: (detail: Detail) => Pages): Pages {
  const tried = DETAILS.map(compose);
  const [fullest] = tried;
  if (fullest === undefined) throw new Error('no level of detail');
  const first = tried.find((pages) => firstSheetPoints(pages) <= ROOM_POINTS) ?? tried.at(-1) ?? fullest;
  const second = tried.find((pages) => secondSheetPoints(pages) <= ROOM_POINTS) ?? tried.at(-1) ?? fullest;
  return { ...first, pages: [first.pages[0], second.pages[1]] };
}

/** What the first sheet takes, in points. */
export function firstSheetPoints({ figures, verdict, pages }: Pages): number {
  return headPoints(figures, verdict) + pointsOf(pages[0]);
}

/** What the second sheet takes, in points. */
export function secondSheetPoints({ pages }: Pages): number {
  return pointsOf(pages[1]) + 20;
}

function headPoints(figures: readonly Figure[], verdict: string): number {
  const rows = Math.ceil(figures.length / 4);
  const longest = Math.max(1, ...figures.map(({ value }) => linesIn(value, TEXT_LINE / 4.6)));
  return 64 + 12 * linesIn(verdict, TEXT_LINE) + rows * (14 + 12 * longest);
}

function pointsOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) => sum + 26 + (block.note === undefined ? 0 : 11 * linesIn(block.note, TEXT_LINE * 1.1)) + bodyPoints(block),
    0,
  );
}

function bodyPoints(block: Block): number {
  switch (block.kind) {
    case 'table':
      return (
        15 +
        block.rows.reduce(
          (sum, row) => sum + 5 + 10.2 * Math.max(1, ...row.map((cell, index) => cellLines(cell, block.columns[index]?.width ?? 10))),
          0,
        )
      );
    case 'list':
      return block.items.length === 0 ? 12 : block.items.reduce((sum, item) => sum + 2 + 11.8 * linesIn(item, TEXT_LINE - 4), 0);
    case 'decisions':
      return block.decisions.reduce(
        (sum, { title, when, questions, steps }) =>
          sum +
          6 +
          11.8 * linesIn(`${title} ${when}`, TEXT_LINE) +
          questions.reduce((inner, each) => inner + 11.8 * linesIn(`${each} yes · no · by · hour`, TEXT_LINE - 4), 0) +
          10.5 * linesIn(steps, TEXT_LINE * 1.1),
        0,
      );
  }
}

function cellLines(cell: Cell, width: number): number {
  return cell.reduce((sum, line) => sum + linesIn(line, (TABLE_LINE * width) / 100 - 3), 0);
}

function linesIn(text: string, characters: number): number {
  return Math.max(1, Math.ceil(text.length / Math.max(4, characters)));
}
