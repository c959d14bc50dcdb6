// The command: a file or a pipe in, a table or JSON out; one line of error and nothing on stdout where the log is broken.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMeasurementFile } from '../../src/catalog/measurement.ts';
import { BIN, pqready, REPOSITORY } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-bench-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const LOG = join(REPOSITORY, 'tests/fixtures/board-logs/mupq-serial-kem.log');
const FLAGS = ['--algorithm', 'ml-kem-512', '--board', 'nrf52840dk', '--clock', '64MHz', '--compiler', 'gcc 12.2', '--flags', '-O3'];

describe('pqready bench import', () => {
  it('prints a table, and what is not known on stderr', () => {
    const { code, out, err } = pqready(['bench', 'import', LOG, '--algorithm', 'ml-kem-512']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ml-kem-512 +keygen +601,150 +cycles +mean +2 +3 +unknown implementation$/m);
    expect(err).toContain('unknown: board, clockHz, compiler, flags, implementation');
  });

  it('reads a pipe as it reads the file', () => {
    const args = ['bench', 'import', '-', ...FLAGS, '--json'];
    const { status, stdout } = spawnSync(process.execPath, [BIN, ...args], { input: readFileSync(LOG), encoding: 'utf8' });
    expect(status).toBe(0);
    const [piped, read] = [JSON.parse(stdout), JSON.parse(pqready(['bench', 'import', LOG, ...FLAGS, '--json']).out)];
    expect(piped.log).toEqual({ ...read.log, file: 'stdin' });
    expect(piped.measurements.map(({ value }: { value: number }) => value)).toEqual(
      read.measurements.map(({ value }: { value: number }) => value),
    );
  });

  it('prints what assess takes for the target', () => {
    const { out } = pqready(['bench', 'import', LOG, ...FLAGS, '--json']);
    expect(parseMeasurementFile(out, 'board.json')).toMatchObject({ target: 'nrf52840dk' });
  });

  it('prints anchors for bench project, and says what is unknown where it cannot', () => {
    const { out } = pqready(['bench', 'import', LOG, ...FLAGS, '--implementation', 'pqm4 m4fspeed', '--anchors']);
    const anchors = join(folder, 'anchors.json');
    writeFileSync(anchors, out);
    expect(pqready(['bench', 'project', 'nrf52840dk', '--anchor', anchors])).toMatchObject({
      code: 0,
      err: expect.stringContaining('tier A'),
    });
    expect(pqready(['bench', 'import', LOG, ...FLAGS, '--anchors'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('implementation unknown: figures without it are never projected'),
    });
  });

  it('gives no figure of a broken log, a wrong clock, an unknown format or file', () => {
    const cut = join(folder, 'cut.log');
    writeFileSync(cut, readFileSync(LOG).subarray(0, 120));
    expect(pqready(['bench', 'import', cut, ...FLAGS])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringMatching(/^pqready: cut\.log:\d+: /),
    });
    expect(pqready(['bench', 'import', LOG, '--clock', '64'])).toMatchObject({ code: 3, out: '', err: expect.stringContaining('64MHz') });
    expect(pqready(['bench', 'import', LOG, '--format', 'pqm4'])).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('mupq-serial'),
    });
    expect(pqready(['bench', 'import', join(folder, 'none')])).toMatchObject({ code: 3, out: '', err: expect.stringContaining('ENOENT') });
  });
});
