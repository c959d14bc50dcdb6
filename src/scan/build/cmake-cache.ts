// CMakeCache.txt: the board that a Zephyr build is for, the chip of an ESP-IDF build.

import { readCMakeCache } from '../../formats/cmake-cache.ts';
import { toTextLines } from '../../formats/text-lines.ts';
import type { Evidence, ProductFactName } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toEvidence } from './said.ts';

/** Keys that state a fact of the product: Zephyr's cmake/modules/boards.cmake, ESP-IDF's tools/cmake/targets.cmake. */
const STATED: ReadonlyMap<string, ProductFactName> = new Map([
  ['CACHED_BOARD', 'board'],
  ['IDF_TARGET', 'soc'],
]);
const LONGEST_VALUE = 200;

/** Facts of a CMake cache. */
export function* scanCMakeCache({ entry, bytes, text }: ScanFile): Generator<Evidence> {
  const lines = toTextLines(text(), bytes);
  for (const { key, value, line } of readCMakeCache(lines.lines)) {
    const fact = STATED.get(key);
    if (fact === undefined || value === '' || value.length > LONGEST_VALUE) continue;
    const said = { line, offset: lines.locate(line).offset, state: 'present', grade: 'source', confidence: 'certain' } as const;
    yield toEvidence(entry, said, { kind: 'fact', fact, value, symbol: key });
  }
}
