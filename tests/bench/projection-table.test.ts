import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../bench/projection/csv.ts';
import { isOfSamePlace } from '../../bench/projection/folds.ts';
import { quantile } from '../../bench/projection/report.ts';
import type { Exclusion } from '../../bench/projection/rows.ts';
import { readTable, type Table } from '../../bench/projection/table.ts';

const HEADER =
  'target_id,core,isa,clock_mhz,algorithm,operation,implementation,impl_variant,cycles_mean,cycles_min,cycles_max,time_ms,source_repo_or_doi,source_location,note';

/** A table of one row; a good one but for what is given. */
function tableOf(row: Readonly<Record<string, string>>): Table {
  const good: Readonly<Record<string, string>> = {
    target_id: 'board-x',
    core: 'Cortex-M33',
    isa: 'ARMv8-M',
    clock_mhz: '100',
    algorithm: 'ML-KEM-768',
    operation: 'encaps',
    implementation: 'pqm4',
    impl_variant: 'clean',
    cycles_mean: '1138225',
    source_repo_or_doi: 'a/b',
  };
  const cells = HEADER.split(',').map((name) => ({ ...good, ...row })[name] ?? '');
  return readTable(`${HEADER}\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`);
}

const used = (table: Table): number => table.units.reduce((sum, { rows }) => sum + rows.length, 0);
const cyclesOf = (table: Table): number | undefined => table.units[0]?.rows[0]?.cycles;

describe('a row of the table', () => {
  it('is used where it is good', () => {
    const table = tableOf({});
    expect([table.rowsIn, used(table), cyclesOf(table)]).toEqual([1, 1, 1_138_225]);
  });

  it.each<readonly [Exclusion, Readonly<Record<string, string>>]>([
    ['algorithm', { algorithm: 'HQC-128' }],
    ['algorithm', { algorithm: 'ML-KEM-7680' }],
    ['primitive', { algorithm: 'Kyber512-90s (round 3)' }],
    ['operation', { operation: 'agree' }],
    ['operation', { operation: 'sign' }],
    ['numbers', { cycles_mean: 'about a million' }],
    ['missing', { cycles_mean: '' }],
    ['missing', { cycles_mean: '', time_ms: '12', clock_mhz: '' }],
    ['impossible', { cycles_mean: '12' }],
    ['impossible', { cycles_mean: '-1138225' }],
    ['impossible', { cycles_mean: '1e17' }],
    ['disagree', { time_ms: '1138' }],
    ['place', { target_id: '', core: '' }],
    ['conditional', { algorithm: 'ML-DSA-65', operation: 'sign', note: 'Sign with 2 rej' }],
    ['doubtful', { note: 'OUTLIER vs other sources' }],
    ['doubtful', { note: 'no compiler optimisation enabled' }],
    ['single', { note: 'iterations=1; cold' }],
    ['fixed', { algorithm: 'ML-DSA-65', operation: 'sign', cycles_mean: '12359056', cycles_min: '12359000', cycles_max: '12359100' }],
    ['minimum', { algorithm: 'ML-DSA-65', operation: 'sign', cycles_mean: '', cycles_min: '5098254' }],
  ])('is left out by the rule "%s": %o', (rule, row) => {
    const table = tableOf(row);
    expect([[...table.excluded], used(table)]).toEqual([[[rule, 1]], 0]);
  });

  it.each<readonly [Readonly<Record<string, string>>, number]>([
    [{ cycles_mean: '1,138,225' }, 1_138_225],
    [{ cycles_mean: '1138k' }, 1_138_000],
    [{ cycles_mean: '1.138225e6' }, 1_138_225],
    [{ cycles_mean: '', cycles_min: '1135419' }, 1_135_419],
    [{ cycles_mean: '', time_ms: '11.38225' }, 1_138_225],
    [{ time_ms: '11.4' }, 1_138_225],
    [{ algorithm: 'mlkem768' }, 1_138_225],
    [{ operation: 'crypto_kem_enc' }, 1_138_225],
    [{ note: 'iterations=100' }, 1_138_225],
  ])('is read as others write it: %o', (row, cycles) => {
    expect(cyclesOf(tableOf(row))).toBe(cycles);
  });

  it('of round 3 is never one of the standard', () => {
    expect(tableOf({ algorithm: 'Kyber768 (round 3)' }).groups[0]?.revision).toBe('round-3');
    expect(tableOf({ algorithm: 'Dilithium3', operation: 'verify' }).groups[0]?.revision).toBe('round-3');
    expect(tableOf({}).groups[0]?.revision).toBe('fips');
  });

  it('that comes twice is used once', () => {
    const line = 'b,Cortex-M4,,24,ML-KEM-512,keygen,pqm4,clean,600000,,,,s,,';
    const table = readTable(`${HEADER}\n${line}\n${line}\n`);
    expect([table.rowsIn, used(table), table.excluded.get('repeated')]).toEqual([2, 1, 1]);
  });

  it('of a second run of the same build begins a unit of its own', () => {
    const line = (cycles: number): string => `b,Cortex-M4,,24,ML-KEM-512,keygen,pqm4,clean,${cycles},,,,s,,`;
    expect(readTable(`${HEADER}\n${line(600_000)}\n${line(610_000)}\n`).units).toHaveLength(2);
  });
});

describe('a table that nobody would want', () => {
  it('without columns in use counts its rows and uses none', () => {
    const table = readTable('a,b\n1,2\n3,4\n');
    expect([table.rowsIn, used(table), table.excluded.get('algorithm')]).toEqual([2, 0, 2]);
  });

  it('that is cut in the middle of a quoted field ends there', () => {
    const table = readTable(`${HEADER}\nb,Cortex-M4,,24,ML-KEM-512,keygen,pqm4,clean,600000,,,,s,,"a note that never`);
    expect([table.rowsIn, used(table)]).toEqual([1, 1]);
  });

  it('with semicolons, a byte order mark and CR LF is read', () => {
    const table = readTable(`\uFEFF${HEADER.replaceAll(',', ';')}\r\nb;Cortex-M4;;24;ML-KEM-512;keygen;pqm4;clean;600000;;;;s;;\r\n`);
    expect(used(table)).toBe(1);
  });

  it('that is empty gives nothing', () => {
    expect(readTable('')).toMatchObject({ rowsIn: 0, units: [] });
    expect(readTable(HEADER)).toMatchObject({ rowsIn: 0, units: [] });
  });

  it('never makes the reader throw, and accounts for every row', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const table = readTable(text);
        const left = [...table.excluded.values()].reduce((sum, count) => sum + count, 0);
        expect(used(table) + left).toBe(table.rowsIn);
        const withHeader = readTable(`${HEADER}\n${text}`);
        expect(used(withHeader) + [...withHeader.excluded.values()].reduce((sum, count) => sum + count, 0)).toBe(withHeader.rowsIn);
      }),
      { numRuns: 300 },
    );
  });

  it('of a megabyte in one cell is read in time', () => {
    const note = `n=${'9'.repeat(1 << 20)} session ${'x'.repeat(1 << 20)}`;
    expect(readTable(`${HEADER}\nb,Cortex-M4,,24,ML-KEM-512,keygen,pqm4,clean,600000,,,,s,,"${note}"\n`).rowsIn).toBe(1);
  });
});

describe('readCsv', () => {
  it('reads RFC 4180: quotes, doubled quotes, line breaks in fields', () => {
    const [record] = readCsv('a,b\n"x, ""y""","1\n2"\n');
    expect([...(record?.fields ?? [])]).toEqual([
      ['a', 'x, "y"'],
      ['b', '1\n2'],
    ]);
  });
});

describe('what is left out with a board', () => {
  const place = (board: string, source: string) => ({ board, source }) as Parameters<typeof isOfSamePlace>[0];

  it('is its source, its board, and its board by a longer name', () => {
    expect(isOfSamePlace(place('l4r5zi', 'a'), place('f407', 'a'))).toBe(true);
    expect(isOfSamePlace(place('l4r5zi', 'a'), place('l4r5zi', 'b'))).toBe(true);
    expect(isOfSamePlace(place('l4r5zi', 'a'), place('l4r5zi-revb', 'b'))).toBe(true);
    expect(isOfSamePlace(place('l4r5zi', 'a'), place('f407', 'b'))).toBe(false);
    expect(isOfSamePlace(place('x', 'a'), place('xy', 'b'))).toBe(false);
  });
});

describe('quantile', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[7], 0.9, 7],
  ])('of %o at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });

  it('of nothing is nothing', () => {
    expect(quantile([], 0.5)).toBeNull();
  });
});
