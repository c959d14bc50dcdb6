// Maps of GNU ld: headings in the first column, input sections one space in (` .text.f  0x… 0x… a.o`, the name on a line of its own where it is
// long), symbols far in, `LOAD` for what was opened. binutils, ld/ldlang.c.

import { isNotLoaded, type MapItem, type MapReader } from './item.ts';

type Part = 'other' | 'discarded' | 'map';

const HEADINGS: readonly (readonly [start: string, part: Part])[] = [
  ['Discarded input sections', 'discarded'],
  ['Linker script and memory map', 'map'],
  ['Memory Configuration', 'other'],
  ['Archive member included', 'other'],
  ['Allocating common symbols', 'other'],
  ['Cross Reference Table', 'other'],
];
const SECTION = /^ (\S+)(?:\s+0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+(\S.*))?$/;
const REST = /^\s+0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+(\S.*)$/;
const SYMBOL = /^\s{10,}0x[0-9a-f]+\s{2,}([A-Za-z_$][\w$.@]{0,500})$/;

/** Reads line by line. */
export function startGnu(): MapReader {
  let part: Part = 'other';
  let output = '';
  let pending: string | undefined;
  return (line) => {
    if (/^\S/.test(line)) {
      part = HEADINGS.find(([start]) => line.startsWith(start))?.[1] ?? part;
      output = /^\S+/.exec(line)?.[0] ?? '';
      pending = undefined;
      return line.startsWith('LOAD ') && part === 'map' ? toArchive(line.slice(5).trim()) : undefined;
    }
    if (part === 'other') return undefined;
    const whole = SECTION.exec(line);
    const rest = whole === null && pending !== undefined ? REST.exec(line) : null;
    const section = whole?.[1] ?? pending;
    pending = whole !== null && whole[4] === undefined ? whole[1] : undefined;
    const [size, object] = whole === null ? [rest?.[2], rest?.[3]] : [whole[3], whole[4]];
    if (section !== undefined && size !== undefined && object !== undefined) {
      return toSection({ section, size, object: object.trim() }, part === 'map' && output !== '/DISCARD/');
    }
    const name = part === 'map' ? SYMBOL.exec(line)?.[1] : undefined;
    return name === undefined ? undefined : { kind: 'symbol', name };
  };
}

interface Row {
  readonly section: string;
  readonly size: string;
  readonly object: string;
}

// What takes no room says nothing: every object has an empty .text.
function toSection({ section, size, object }: Row, kept: boolean): MapItem | undefined {
  if (/^0+$/.test(size) || section.startsWith('*') || object === 'linker stubs') return undefined;
  if (isNotLoaded(section)) return kept ? undefined : { kind: 'discarded', section, object };
  return { kind: kept ? 'placed' : 'discarded', section, object };
}

function toArchive(path: string): MapItem | undefined {
  return path.endsWith('.a') ? { kind: 'archive', path } : undefined;
}
