// Maps of IAR's ILINK: the module summary names each object below its folder or archive (`dl7M_tln.a: [3]`), the entry list each symbol.
// IAR C/C++ Development Guide, "Linker map file".

import type { MapReader } from './item.ts';

type Part = 'other' | 'modules' | 'entries';

const HEADING = /^\*\*\* (.{3,40}?)(?: \*\*\*)?$/;
const PARTS: ReadonlyMap<string, Part> = new Map([
  ['MODULE SUMMARY', 'modules'],
  ['ENTRY LIST', 'entries'],
]);
const CONTAINER = /^(\S.*): \[\d+\]$/;
/** sizes have an apostrophe, a comma or a space between thousands */
const MODULE = /^ {2,8}(\S+\.(?:o|obj|r\d+))\s+[\d' ,]*[1-9][\d' ,]*$/i;
const ENTRY = /^([A-Za-z_?.$][^\s]{0,500})\s+0x[0-9a-f']+\s.*\s(?:Code|Data)\s/i;
const NAME_ALONE = /^([A-Za-z_?.$]\S{20,500})$/;
const ENTRY_REST = /^\s+0x[0-9a-f']+\s.*\s(?:Code|Data)\s/i;

/** Reads line by line. */
export function startIar(): MapReader {
  let part: Part = 'other';
  let archive: string | undefined;
  let pending: string | undefined;
  return (line) => {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) {
      part = PARTS.get(heading) ?? 'other';
      return undefined;
    }
    if (part === 'modules') {
      const container = CONTAINER.exec(line)?.[1];
      if (container !== undefined) {
        archive = container.endsWith('.a') ? container : undefined;
        return archive === undefined ? undefined : { kind: 'archive', path: archive };
      }
      const object = MODULE.exec(line)?.[1];
      return object === undefined
        ? undefined
        : { kind: 'placed', section: '', object: archive === undefined ? object : `${archive}(${object})` };
    }
    if (part === 'other') return undefined;
    const name = ENTRY.exec(line)?.[1] ?? (ENTRY_REST.test(line) ? pending : undefined);
    pending = NAME_ALONE.exec(line)?.[1];
    return name === undefined ? undefined : { kind: 'symbol', name };
  };
}
