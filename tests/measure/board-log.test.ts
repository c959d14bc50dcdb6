// What a log becomes: measurements with what is known of board, clock and build, and what is not; anchors only where all of it is known.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAnchors } from '../../src/catalog/anchors.ts';
import { parseMeasurementFile } from '../../src/catalog/measurement.ts';
import { type ImportedLog, importLog, type LogMetadata, toAnchors } from '../../src/measure/board-log.ts';
import { readTargets } from '../../src/shelves.ts';

const targets = readTargets();
function importText(text: string, metadata: LogMetadata = {}): ImportedLog {
  const findTarget = (board: string) => targets.find(({ id, matches }) => id === board || matches.includes(board.toLowerCase()));
  return importLog({ file: 'x.log', sha256: 'ab'.repeat(32), text, metadata, findTarget });
}
const fixture = (name: string): string => readFileSync(new URL(`../fixtures/board-logs/${name}`, import.meta.url), 'utf8');
const KNOWN = { board: 'nrf52840dk', clockHz: 64_000_000, compiler: 'gcc 12.2', flags: '-O3', implementation: 'pqm4' } as const;
const SERIAL = fixture('mupq-serial-kem.log');

describe('an imported log', () => {
  it('is what assess --measurements reads, for the target of its board', () => {
    const imported = importText(SERIAL, {
      ...KNOWN,
      board: 'nRF52840_DK',
      algorithm: 'ml-kem-512',
      variant: 'm4fspeed',
      class: 'assembly',
    });
    const file = parseMeasurementFile(JSON.stringify(imported), 'x.json');
    expect(file.target).toBe('nrf52840dk');
    expect(file.measurements[0]).toEqual({
      algorithm: 'ml-kem-512',
      operation: 'keygen',
      metric: 'cycles',
      value: 601150,
      spread: { min: 601120, max: 601180 },
      n: 2,
      method: 'measured-board',
      platform: 'nRF52840_DK @ 64 MHz',
      implementation: 'pqm4 m4fspeed',
      build: 'speed',
      clockHz: 64_000_000,
      source: { title: 'a log of the operator’s board', locator: 'x.log:3' },
      note: 'mean; compiler gcc 12.2; flags -O3',
    });
    expect(imported.measurements[0]).toMatchObject({ statistic: 'mean', line: 3, raw: 'keypair cycles: 601120' });
  });

  it('marks what is not known, is of no target without a board, and gives no anchors', () => {
    const imported = importText(SERIAL, { algorithm: 'ml-kem-512' });
    expect(imported.unknown).toEqual(['board', 'clockHz', 'compiler', 'flags', 'implementation']);
    expect(imported.target).toBeUndefined();
    expect(imported.measurements[0]).toMatchObject({
      platform: 'unknown board @ unknown clock',
      implementation: 'unknown implementation',
      note: 'mean; compiler unknown; flags unknown',
    });
    expect(imported.notes[0]).toContain('never projected to another board or operation');
    for (const missing of ['board', 'clockHz', 'compiler', 'flags', 'implementation'] as const) {
      const { [missing]: _, ...rest } = KNOWN;
      expect(() => toAnchors(importText(SERIAL, { ...rest, algorithm: 'ml-kem-512' }))).toThrow(`${missing} unknown`);
    }
  });

  it('of an unknown board decides nothing', () => {
    const imported = importText(SERIAL, { ...KNOWN, board: 'my-board', algorithm: 'ml-kem-512' });
    expect([imported.target, imported.notes.join()]).toEqual([undefined, expect.stringContaining('"my-board" is no target of pqready')]);
  });

  it('takes what the log says of itself, and refuses what contradicts it', () => {
    const text = fixture('board-program.log');
    expect(importText(text)).toMatchObject({ target: 'nrf52840dk', unknown: [], metadata: { clockHz: 64_000_000, flags: '-O3' } });
    expect(() => importText(text, { clockHz: 32_000_000 })).toThrow('--clock: the log says 64000000 Hz, got 32000000');
    expect(() => importText(text, { board: 'rp2040-pico' })).toThrow('--board: the log says "nrf52840dk", got "rp2040-pico"');
  });

  it('becomes anchors where all is known, probes with them', () => {
    const anchors = toAnchors(importText(fixture('board-program.log')));
    expect(parseAnchors(JSON.stringify(anchors), 'anchors.json')).toEqual(anchors);
    expect(anchors.probes).toEqual({ keccakCycles: 13000, mlKemNttCycles: 13500 });
    expect(anchors.rows[0]).toEqual({
      algorithm: 'ml-kem-768',
      operation: 'keygen',
      cycles: 1103000,
      samples: 2,
      minCycles: 1102000,
      maxCycles: 1104000,
    });
  });

  it('takes cycles before times of the same runs as an anchor, and no two builds', () => {
    const rows = toAnchors(importText(fixture('liboqs.log'), { ...KNOWN, clockHz: 1_000_000_000 })).rows;
    expect(rows.map(({ operation, cycles, timeUs }) => [operation, cycles, timeUs])).toEqual([
      ['keygen', 120332, undefined],
      ['encaps', 150000, undefined],
      ['decaps', 200000, undefined],
    ]);
    const twice = fixture('mupq.csv').replace('kyber768 (10 executions),m4fspeed', 'ml-kem-768 (10 executions),clean');
    expect(() => toAnchors(importText(twice, KNOWN))).toThrow('figures of several builds');
  });
});

describe('impossible figures', () => {
  it.each([
    ['cycles in thousands', SERIAL.replaceAll('601120', '601').replaceAll('601180', '601'), {}],
    [
      'milliseconds as seconds, with the clock',
      fixture('pqcbench.log').replace('3000000', '3').replace('10000', '100').replace('3333', '33333333'),
      KNOWN,
    ],
    [
      'a time that no clock makes possible',
      fixture('pqcbench.log').replace('keygen-microsec: 3000000', 'keygen-microsec: 30').replace('3333', '333333333'),
      {},
    ],
  ])('%s: an error with the line', (_name, text, metadata) => {
    expect(() => importText(text, { ...metadata, algorithm: 'ml-kem-512' })).toThrow(
      /^x\.log:\d+: impossible figure: ml-kem-512 keygen: .* Keccak permutations; wrong unit/,
    );
  });

  it('a slow board without a clock is none', () => {
    expect(importText(fixture('wolfcrypt.log')).measurements.find(({ algorithm }) => algorithm === 'ml-dsa-44')?.value).toBe(275000);
  });

  it('signing with hardly any spread is pointed at', () => {
    const same = fixture('mupq.csv').replace('12300400,3200000,70100000', '12300400,12300000,12300800');
    expect(importText(same).notes.join()).toContain('signing on line 8 has a spread under 0.1 %');
    expect(importText(fixture('mupq.csv')).notes.join()).not.toContain('spread under');
  });
});

it('a log without its algorithm asks for it', () => {
  expect(() => importText(SERIAL)).toThrow('x.log:3: the log does not name its algorithm: --algorithm ml-kem-768');
  expect(() => importText(SERIAL, { algorithm: 'ml-kme-768' })).toThrow('--algorithm: expected an algorithm, got "ml-kme-768"');
});
