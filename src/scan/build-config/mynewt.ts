// Mynewt: MCUboot's switches in the `syscfg.vals` of a syscfg.yml, one a line, `BOOTUTIL_SIGN_EC256: 1`. The definitions in `syscfg.defs` are
// tables of their own and say no value of this target.

import type { TextLines } from '../../formats/text-lines.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';
import { type Setting, toSettingsEvidence } from './settings.ts';

const LONGEST_LINE = 500;
const VALUE = /^([ \t]+)BOOTUTIL_([A-Z0-9_]{1,80}):[ \t]*['"]?([\w.-]{1,80})/;

/** What the values of a Mynewt target say of its boot loader. */
export function* scanMynewt(text: TextLines, entry: FileEntry): Generator<Evidence> {
  const settings = text.lines.flatMap((line, at): readonly Setting[] => {
    const [, indent = '', name, value = ''] = (line.length > LONGEST_LINE ? null : VALUE.exec(line)) ?? [];
    if (name === undefined) return [];
    return [
      {
        symbol: `BOOTUTIL_${name}`,
        name: `MCUBOOT_${name}`,
        on: value !== '0' && value !== 'none',
        value,
        place: text.locate(at + 1, indent.length),
      },
    ];
  });
  yield* toSettingsEvidence(settings, { entry, dialect: 'c-header' });
}
