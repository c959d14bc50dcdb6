// From a byte offset to the line and column that an editor shows.

/** 1-based line and column of a byte offset, columns counted in bytes. */
export type PlaceOf = (offset: number) => { readonly line: number; readonly column: number };

/** Prepares the answer for one file: the line starts are found once, each question is a binary search. */
export function toPlaces(bytes: Uint8Array): PlaceOf {
  const starts = [0];
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
