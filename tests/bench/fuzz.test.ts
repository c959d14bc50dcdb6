import { describe, expect, it } from 'vitest';
import { toRandom } from '../../bench/emulate/random.ts';
import { BUILD_READERS } from '../../bench/fuzz/builds.ts';
import { IMAGE_READERS } from '../../bench/fuzz/images.ts';
import { INVENTORY_READERS } from '../../bench/fuzz/inventory.ts';
import { MANIFEST_READERS } from '../../bench/fuzz/manifests.ts';
import { mutate } from '../../bench/fuzz/mutate.ts';
import { PQC_READERS } from '../../bench/fuzz/pqc.ts';
import { REPORT_READERS } from '../../bench/fuzz/reports.ts';
import { TARGET_READERS } from '../../bench/fuzz/targets.ts';
import { PqreadyError } from '../../src/model/errors.ts';

const INPUTS = 150; // the bench makes 100,000 for each reader

describe('mutated files', () => {
  it.each([
    ...PQC_READERS,
    ...BUILD_READERS,
    ...INVENTORY_READERS,
    ...MANIFEST_READERS,
    ...IMAGE_READERS,
    ...TARGET_READERS,
    ...REPORT_READERS,
  ])('$name: are read or refused with a PqreadyError', async ({ seeds, read }) => {
    const random = toRandom(2026);
    for (let run = 0; run < INPUTS; run++) {
      const input = mutate(random.pick(seeds), random.pick(seeds), random);
      try {
        await read(input);
      } catch (error) {
        expect(error).toBeInstanceOf(PqreadyError);
      }
    }
  });

  it('start from files that the reader reads', async () => {
    for (const { seeds, read } of PQC_READERS) for (const seed of seeds) await read(seed);
  });

  it('follow from the seed, and differ from the file they are made from', () => {
    const file = new Uint8Array(200).fill(0x30);
    const draw = (seed: number) => mutate(file, file, toRandom(seed));
    expect(draw(5)).toEqual(draw(5));
    const random = toRandom(7);
    const changed = Array.from({ length: 200 }, () => mutate(file, new Uint8Array(20), random)).filter(
      (made) => !Buffer.from(made).equals(file),
    );
    expect(changed.length).toBeGreaterThan(150);
  });
});
