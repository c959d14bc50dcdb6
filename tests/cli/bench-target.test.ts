import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMeasurementFile } from '../../src/catalog/measurement.ts';
import { pqready } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-bench-target-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { PQREADY_CACHE: folder };
const SHORT = ['--algorithm', 'ml-kem-512', '--build', 'small'];

describe('pqready bench target', () => {
  it('counts, prints the same again from what it kept, and counts again what was damaged', () => {
    const args = ['bench', 'target', 'stm32l4r5zi', ...SHORT, '--json'];
    const first = pqready(args, { env });
    expect([first.code, first.err]).toEqual([0, '']);
    const kept = readdirSync(folder);
    expect(kept).toHaveLength(1);
    const file = join(folder, kept[0] ?? '');
    const text = readFileSync(file, 'utf8');
    expect(pqready(args, { env }).out).toBe(first.out);
    writeFileSync(file, text.slice(0, 100));
    expect(pqready(args, { env }).out).toBe(first.out);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(pqready([...args, '--no-cache', '--jobs', '1'], { env }).out).toBe(first.out);
  });

  it('prints JSON that an assessment reads, each figure with the hash of its image', () => {
    const { out } = pqready(['bench', 'target', 'stm32l4r5zi', ...SHORT, '--json'], { env });
    const file = parseMeasurementFile(out, 'bench.json');
    expect(file.target).toBe('stm32l4r5zi');
    const instructions = file.measurements.filter(({ metric }) => metric === 'instructions');
    expect(instructions.map(({ operation, method }) => [operation, method])).toEqual(
      ['keygen', 'encaps', 'decaps'].map((operation) => [operation, 'counted-emulated']),
    );
    expect(file.measurements.every(({ source }) => /SHA-256 [0-9a-f]{64}$/.test(source.locator ?? ''))).toBe(true);
  });

  it('prints a table on stdout and what the figures are on stderr', () => {
    const { code, out, err } = pqready(['bench', 'target', 'nrf5340dk', ...SHORT], { env });
    expect(code).toBe(0);
    expect(out).toMatch(/^ml-kem-512 +keygen +\d+,\d{3} +3,500 +3,692 /m);
    expect(err).toContain('counted is the v7E-M image');
    expect(err).toContain('depth of the stack');
  });

  it('cannot judge a target without an image, and says what would give figures', () => {
    const { code, out, err } = pqready(['bench', 'target', 'esp32']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('esp32: no image and no interpreter for Xtensa LX6 (xtensa-lx6)');
    expect(err).toContain('pqready assess --measurements FILE');
  });

  it('refuses what it does not know', () => {
    expect(pqready(['bench', 'target', 'nrf52840d'])).toMatchObject({ code: 3, err: expect.stringContaining('nrf52840dk') });
    expect(pqready(['bench', 'target', 'esp32c3', '--algorithm', 'rsa'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('ml-kem-512'),
    });
    expect(pqready(['bench', 'target', 'esp32c3', '--build', 'quick'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('fast, small'),
    });
  });
});
