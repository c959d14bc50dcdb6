// Linker maps: what of each object went into an image. GNU ld (ld(1) -Map), LLVM lld (-Map), IAR ILINK (--map), armlink (--map --info).
// The linker is told by the headings that it writes.

import { type ByteLine, linesOf } from './byte-lines.ts';
import { startArmlink } from './linker-map/armlink.ts';
import { startGnu } from './linker-map/gnu.ts';
import { startIar } from './linker-map/iar.ts';
import type { MapItem, MapReader } from './linker-map/item.ts';
import { startLld } from './linker-map/lld.ts';

export type { MapItem } from './linker-map/item.ts';
export type Linker = 'GNU ld' | 'lld' | 'IAR ILINK' | 'armlink';

/** One thing that a map says, with its place. */
export interface MapLine {
  readonly line: number;
  /** where the line begins, in bytes */
  readonly offset: number;
  readonly item: MapItem;
}

/** A map and what it says, in its order; `items` may be read once. */
export interface LinkerMap {
  readonly linker: Linker;
  readonly items: Iterable<MapLine>;
}

interface Dialect {
  readonly linker: Linker;
  readonly heading: RegExp;
  readonly start: () => MapReader;
}

const DIALECTS: readonly Dialect[] = [
  {
    linker: 'lld',
    heading: /^\s{0,20}(?:VMA\s{1,20}LMA|Address)\s{1,20}Size\s{1,20}Align\s{1,20}Out\s{1,20}In\s{1,20}Symbol$/,
    start: startLld,
  },
  { linker: 'IAR ILINK', heading: /^#\s{1,8}IAR (?:ELF Linker|Linker)|^# {1,8}IAR .{0,80}ILINK/, start: startIar },
  {
    linker: 'armlink',
    heading: /Tool: armlink|^\s{0,8}Removing Unused input sections from the image|^Image Symbol Table$/,
    start: startArmlink,
  },
  {
    linker: 'GNU ld',
    heading:
      /^(?:Archive member included|As-needed library included|Discarded input sections$|Memory Configuration$|Linker script and memory map$|Allocating common symbols$|Merging program properties$)/,
    start: startGnu,
  },
];
const HEAD_LINES = 400;

/** Reads a map; undefined for another file, such as a source map of JavaScript. */
export function readLinkerMap(bytes: Uint8Array): LinkerMap | undefined {
  let seen = 0;
  for (const { text } of linesOf(bytes)) {
    const dialect = DIALECTS.find(({ heading }) => heading.test(text.slice(0, 200)));
    if (dialect !== undefined) return { linker: dialect.linker, items: readItems(linesOf(bytes), dialect.start()) };
    if (++seen >= HEAD_LINES) return undefined;
  }
  return undefined;
}

function* readItems(lines: Iterable<ByteLine>, read: MapReader): Generator<MapLine> {
  for (const { text, line, offset } of lines) {
    if (text === '') continue;
    const item = read(text);
    if (item !== undefined) yield { line, offset, item };
  }
}
