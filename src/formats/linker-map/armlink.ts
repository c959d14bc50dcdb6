// Maps of Arm's armlink: `Removing a.o(.text), (8 bytes).` for what is thrown away, the symbol table and the memory map of the image for what is
// kept. Arm Compiler for Embedded Reference Guide, --map, --symbols, --info=unused.

import { isNotLoaded, type MapReader } from './item.ts';

const REMOVED = /^\s{2,8}Removing (\S+)\((\S+)\), \((\d+) bytes\)\.$/;
const PLACED =
  /^\s{2,8}0x[0-9a-f]{8}\s+(?:(?:0x[0-9a-f]{8}|-)\s+)?0x(?!0{8})[0-9a-f]{8}\s+(?:Code|Data|Zero)\s+(?:RO|RW|XO)\s+\d+\s+(?:\*\s+)?(\S+)\s+(\S+)$/i;
const SYMBOL = /^\s{2,8}([A-Za-z_]\S{0,500})\s+0x[0-9a-f]{8}\s+(?:Thumb Code|ARM Code|Data)\s+\d+\s+\S/i;

/** Reads line by line. */
export function startArmlink(): MapReader {
  return (line) => {
    const removed = REMOVED.exec(line);
    if (removed?.[1] !== undefined && removed[2] !== undefined)
      return removed[3] === '0' ? undefined : { kind: 'discarded', section: removed[2], object: removed[1] };
    const placed = PLACED.exec(line);
    if (placed?.[1] !== undefined && placed[2] !== undefined)
      return isNotLoaded(placed[1]) ? undefined : { kind: 'placed', section: placed[1], object: placed[2] };
    const name = SYMBOL.exec(line)?.[1];
    return name === undefined ? undefined : { kind: 'symbol', name };
  };
}
