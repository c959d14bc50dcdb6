import { describe, expect, it } from 'vitest';
import { listShelf } from '../../src/api/listing.ts';

const { head, rows } = listShelf('targets');
const ways = new Map(rows.map((row) => [row[0], row[head.indexOf('HOW WE WOULD KNOW')]]));

describe('the list of targets says how a figure would be known', () => {
  it.each([
    ['nrf52840dk', /^counted · modelled ±5\.0 % · \d+ published rows from 2 sources$/], // Cortex-M4: docs/benchmarks.md, held-out worst error
    ['rp2040-pico', /^counted · modelled ±9\.3 % · /], // Cortex-M0+
    ['nrf5340dk', /^counted · modelled as a range · /], // Cortex-M33: nothing calibrates it
    ['esp32c3', /^counted · modelled as a range · /],
    ['esp32', /^3 published rows from 1 source$/], // Xtensa has no interpreter and no model
    ['raspberry-pi-4', /^\d+ published rows from 2 sources$/],
  ])('%s', (target, way) => expect(ways.get(target)).toMatch(way));
});
