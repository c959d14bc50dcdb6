// Cells of a line of comma-separated values without quotes: benchmark tables hold names and numbers.

/** The cells, each without white space around it. */
export function cellsOf(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim());
}
