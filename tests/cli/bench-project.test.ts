import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pqready } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-bench-project-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ANCHORS = {
  schemaVersion: 1,
  board: 'nrf52840dk/nrf52840',
  clockHz: 64_000_000,
  implementation: 'PQClean',
  variant: 'clean',
  compiler: 'gcc 13.2',
  flags: '-O2',
  rows: [{ algorithm: 'ml-kem-768', operation: 'encaps', cycles: 2_100_000, samples: 100 }],
};
function write(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('pqready bench project', () => {
  it('prints a table on stdout and the tier on stderr', () => {
    const { code, out, err } = pqready(['bench', 'project', 'nrf52840dk', '--anchor', write('a.json', ANCHORS)]);
    expect(code).toBe(0);
    expect(out).toMatch(/ml-kem-768 +decaps +\d+ +\d+ +\d+/);
    expect(out).not.toMatch(/ml-kem-768 +encaps/);
    expect(err).toContain('tier B: one or two operations measured on this board');
  });

  it('prints JSON with a schema version, the method and an interval for each operation', () => {
    const { out } = pqready(['bench', 'project', 'nrf52840dk', '--class', 'assembly', '--json']);
    const { schemaVersion, method, tier, operations } = JSON.parse(out);
    expect([schemaVersion, method, tier, operations.length]).toEqual([1, 'projected', 'C', 18]);
    for (const { lowCycles, cycles, highCycles } of operations) {
      expect(lowCycles).toBeLessThan(cycles);
      expect(cycles).toBeLessThan(highCycles);
    }
  });

  it('cannot judge Xtensa without an anchor: 2, with the reason', () => {
    const { code, out, err } = pqready(['bench', 'project', 'esp32']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('xtensa-without-anchor');
  });

  it.each([
    ['an unknown target', ['nrf52849dk'], /nrf52840dk/],
    ['a file that is not there', ['nrf52840dk', '--anchor', '/nowhere/a.json'], /anchor file/],
    ['an unknown class', ['nrf52840dk', '--class', 'fast'], /assembly, c, low-ram/],
  ])('ends with 3 for %s', (_, args, message) => {
    const { code, err } = pqready(['bench', 'project', ...args]);
    expect(code).toBe(3);
    expect(err).toMatch(message);
  });

  it('refuses anchors of another board, and anchors that do not say how they were built', () => {
    const other = pqready(['bench', 'project', 'stm32l4r5zi', '--anchor', write('b.json', ANCHORS)]);
    expect([other.code, other.err]).toEqual([3, expect.stringContaining('expected a name of stm32l4r5zi')]);
    const bare = pqready(['bench', 'project', 'nrf52840dk', '--anchor', write('c.json', { ...ANCHORS, compiler: 'unknown' })]);
    expect([bare.code, bare.err]).toEqual([3, expect.stringContaining('never projected')]);
  });
});
