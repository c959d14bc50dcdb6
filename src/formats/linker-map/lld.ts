// Maps of LLVM lld: numbers, then output sections, input sections eight columns further (`a.o:(.text.f)`), symbols sixteen. LLVM,
// lld/ELF/MapFile.cpp. What was thrown away is not listed: an object of which only debug information is left was.

import { isNotLoaded, type MapReader } from './item.ts';

const ROW = /^\s*[0-9a-f]+(?:\s+[0-9a-f]+)?\s+([0-9a-f]+)\s+\d+ ( {0,16})(\S.*)$/;
const INPUT = /^(\S.*):\(([^()\s]+)\)$/;

/** Reads line by line. */
export function startLld(): MapReader {
  return (line) => {
    const [, size = '0', indent = '', rest = ''] = ROW.exec(line) ?? [];
    if (indent.length === 16) return /^[A-Za-z_]\S{0,500}$/.test(rest) ? { kind: 'symbol', name: rest } : undefined;
    const [, object, section] = indent.length === 8 ? (INPUT.exec(rest) ?? []) : [];
    if (object === undefined || section === undefined || object.startsWith('<') || /^0+$/.test(size)) return undefined;
    return { kind: isNotLoaded(section) ? 'discarded' : 'placed', section, object };
  };
}
