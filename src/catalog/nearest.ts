// The nearest valid name for a mistyped one: optimal string alignment distance (Damerau–Levenshtein with adjacent transpositions), bounded.

const MAX_LENGTH = 64;

/**
 * The candidate within a third of its length in edits of `name`, case aside; none if all are farther. One that differs in punctuation alone is
 * nearest, and of equals the first by code point.
 */
export function findNearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length === 0 || name.length > MAX_LENGTH) return undefined;
  const wanted = name.toLowerCase();
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of candidates) {
    if (candidate.length > MAX_LENGTH) continue;
    const limit = Math.max(1, Math.floor(Math.max(candidate.length, wanted.length) / 3));
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const edits = toLetters(wanted) === toLetters(candidate) ? 0 : countEdits(wanted, candidate.toLowerCase());
    if (edits > limit) continue;
    if (best === undefined || edits < best.edits || (edits === best.edits && candidate < best.candidate)) best = { candidate, edits };
  }
  return best?.candidate;
}

/** ` (nearest: "…")` for the end of a message; empty where nothing is near. */
export function nearestHint(written: string, valid: readonly string[]): string {
  const nearest = findNearest(written, valid);
  return nearest === undefined ? '' : ` (nearest: "${nearest}")`;
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn `from` into `to`. Three rows of the table are kept. */
function countEdits(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const edits = Math.min(cell(last, column) + 1, cell(current, column - 1) + 1, cell(last, column - 1) + (same ? 0 : 1));
      current.push(swapped && row > 1 && column > 1 ? Math.min(edits, cell(beforeLast, column - 2) + 1) : edits);
    }
    beforeLast = last;
    last = current;
  }
  return cell(last, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

function toLetters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
