// Our example project, built here, and what the command says of it; then builds that are broken in every way we can think of: an error, never
// a figure.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMeasurementFile } from '../../src/catalog/measurement.ts';
import { pqready, type Ran, REPOSITORY } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-bench-elf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const built = spawnSync('make', ['-s', '-C', join(REPOSITORY, 'examples', 'bench-elf'), `OUT=${folder}`], { encoding: 'utf8' });
const [M4, RV32] = [join(folder, 'app-m4.elf'), join(folder, 'app-rv32.elf')];

function elf(file: string, options: readonly string[], target = 'nrf52840dk'): Ran {
  return pqready(['bench', 'elf', file, '--target', target, '--algorithm', 'ml-kem-768', ...options]);
}

it.runIf(process.env['PQREADY_REQUIRE_ALL'] === '1')('the example builds', () => {
  expect([built.status, built.stderr]).toEqual([0, '']);
});

describe.skipIf(built.status !== 0)('pqready bench elf', () => {
  const ALL = ['--op', 'keygen=crypto_kem_keypair', '--op', 'encaps=crypto_kem_enc', '--op', 'decaps=crypto_kem_dec'];

  it.each([
    [M4, 'nrf52840dk'],
    [RV32, 'esp32c3'],
  ])('counts the example %s', (file, target) => {
    const { code, out } = elf(file, [...ALL, '--json'], target);
    expect(code).toBe(0);
    const { measurements, target: id } = parseMeasurementFile(out, 'elf.json');
    expect(id).toBe(target);
    expect(measurements.filter(({ metric }) => metric === 'instructions').map(({ operation }) => operation)).toEqual([
      'keygen',
      'encaps',
      'decaps',
    ]);
    expect(measurements.filter(({ metric }) => metric === 'stackBytes').every(({ value }) => value > 4000 && value < 6000)).toBe(true);
  });

  it('prints a table, and on stderr what the figures are', () => {
    const { out, err } = elf(M4, ALL);
    expect(out).toMatch(/^ml-kem-768 +encaps +\d{3},\d{3} /m);
    expect(err).toContain('equal to noble');
  });

  it('counts between the markers what the same function takes without the work around it', () => {
    const rows = (symbol: string, file: string, target: string) =>
      parseMeasurementFile(elf(file, ['--op', `encaps=${symbol}`, '--json'], target).out, 'elf.json').measurements;
    for (const [file, target] of [
      [M4, 'nrf52840dk'],
      [RV32, 'esp32c3'],
    ] as const) {
      const [whole, marked] = [rows('crypto_kem_enc', file, target), rows('imported_kem_enc', file, target)];
      const of = (found: typeof whole, metric: string) => found.find((row) => row.metric === metric)?.value ?? 0;
      // The import alone takes several instructions for each of 1,184 bytes; what is left is the kernel and the few instructions of its call.
      expect(Math.abs(of(marked, 'instructions') - of(whole, 'instructions'))).toBeLessThan(60);
      expect(of(whole, 'stackBytes') - of(marked, 'stackBytes')).toBeGreaterThanOrEqual(0);
      expect(marked.every(({ note }) => note?.includes('pqr_mark_begin') === true)).toBe(true);
      expect(whole.some(({ note }) => note?.includes('pqr_mark_begin') === true)).toBe(false);
    }
  });

  it('says where markers are out of order, and gives no figure', () => {
    expect(elf(M4, ['--op', 'encaps=begins_twice'])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('begun twice at 0x08'),
    });
    expect(elf(M4, ['--op', 'encaps=never_ends_a_span'])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('begun and not ended'),
    });
  });

  it('gives no figure for a function that computes something else', () => {
    expect(elf(M4, ['--op', 'encaps=always_zero'])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('so there is no figure'),
    });
    expect(elf(M4, ['--op', 'encaps=crypto_kem_dec'])).toMatchObject({ code: 3, out: '' });
  });

  it('gives up an endless loop, with its address', () => {
    expect(elf(M4, ['--op', 'keygen=never_ends', '--budget', '100000'])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringMatching(/budget-exhausted: still running after 100000 instructions at 0x08[0-9a-f]{6}/),
    });
  });

  it('says which symbol, option, instruction set or target is wrong', () => {
    const err = (ran: Ran): string => `${ran.code} ${ran.out}${ran.err}`;
    expect(err(elf(M4, ['--op', 'encaps=crypto_kem_encap']))).toContain(
      "3 pqready: app-m4.elf: unknown-symbol: the program has no symbol 'crypto_kem_encap'",
    );
    expect(err(elf(M4, ['--op', 'sign=crypto_kem_enc']))).toContain('--op: expected keygen=SYMBOL');
    expect(err(elf(M4, []))).toContain('expected at least one of keygen=SYMBOL');
    expect(err(elf(M4, [...ALL], 'esp32c3'))).toContain('expected a program for riscv (rv32imc), got arm');
    expect(err(elf(M4, [...ALL], 'esp32'))).toMatch(/^2 pqready: esp32: no interpreter/);
    expect(err(elf(join(folder, 'none.elf'), ALL))).toMatch(/^3 pqready: .*none\.elf: expected an ELF file that can be read: ENOENT/);
    expect(err(elf(M4, ['--op', 'encaps=crypto_kem_enc', '--random', 'rand']))).toContain('is --random the function that it calls?');
    expect(err(elf(M4, ['--op', 'keygen=draws_too_much']))).toContain('1000 random bytes were asked for');
  });

  it('refuses what is no executable, or only the beginning of one', () => {
    const whole = readFileSync(M4);
    for (const [name, bytes] of [
      ['empty', Buffer.alloc(0)],
      ['text', Buffer.from('hello')],
      ['cut', whole.subarray(0, 2000)],
      ['header', whole.subarray(0, 52)],
    ] as const) {
      const path = join(folder, `${name}.elf`);
      writeFileSync(path, bytes);
      const { code, out, err } = elf(path, ALL);
      expect([name, code, out]).toEqual([name, 3, '']);
      expect(err).toContain(`pqready: ${name}.elf: `);
    }
  });
});
