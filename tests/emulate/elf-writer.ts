// Smallest ELF32 executables for tests: header, program headers, symbol table. System V gABI chapter 4.

/** What goes into the file. */
export interface ElfParts {
  readonly machine: number;
  readonly segments: readonly { readonly address: number; readonly bytes: Uint8Array }[];
  readonly symbols: readonly { readonly name: string; readonly value: number }[];
}

const [HEADER, PROGRAM, SECTION, SYMBOL] = [52, 32, 40, 16] as const;

/** Bytes of an executable: segments behind the headers, then symbols, their names and the section headers. */
export function toElf({ machine, segments, symbols }: ElfParts): Uint8Array {
  const names = new TextEncoder().encode(`\0${symbols.map(({ name }) => `${name}\0`).join('')}`);
  const dataAt = HEADER + PROGRAM * segments.length;
  const starts = segments.map((_, index) => dataAt + segments.slice(0, index).reduce((sum, { bytes }) => sum + bytes.length, 0));
  const symbolsAt = dataAt + segments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const namesAt = symbolsAt + SYMBOL * (symbols.length + 1);
  const sectionsAt = namesAt + names.length;
  const file = new Uint8Array(sectionsAt + SECTION * 3);
  const view = new DataView(file.buffer);
  const put = (at: number, ...words: readonly number[]): void => {
    for (const [index, word] of words.entries()) view.setUint32(at + 4 * index, word, true);
  };
  file.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  put(16, 2 | (machine << 16), 1, segments[0]?.address ?? 0, HEADER, sectionsAt, 0);
  put(40, HEADER | (PROGRAM << 16), segments.length | (SECTION << 16), 3);
  for (const [index, { address, bytes }] of segments.entries()) {
    put(HEADER + PROGRAM * index, 1, starts[index] ?? 0, address, address, bytes.length, bytes.length, 5, 4);
    file.set(bytes, starts[index]);
  }
  let nameAt = 1;
  for (const [index, { name, value }] of symbols.entries()) {
    put(symbolsAt + SYMBOL * (index + 1), nameAt, value, 4, 0x12 | (1 << 16));
    nameAt += name.length + 1;
  }
  file.set(names, namesAt);
  put(sectionsAt + SECTION, 0, 2, 0, 0, symbolsAt, SYMBOL * (symbols.length + 1), 2, 0, 4, SYMBOL);
  put(sectionsAt + 2 * SECTION, 0, 3, 0, 0, namesAt, names.length);
  return file;
}
