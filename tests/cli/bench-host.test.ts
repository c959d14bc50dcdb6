import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMeasurementFile } from '../../src/catalog/measurement.ts';
import { pqready } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-bench-host-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHORT = ['--algorithm', 'x25519', '--algorithm', 'lms', '--time', '10'];

describe('pqready bench host', () => {
  it('prints times with the implementation of each, sizes, how each was checked, and ratios to node:crypto', () => {
    const { code, out, err } = pqready(['bench', 'host', ...SHORT]);
    expect(code).toBe(0);
    expect(out).toMatch(/x25519 +keyagree +\d+ +[\d.]+ .*@noble\/post-quantum/);
    expect(out).toMatch(/x25519 +keyagree +\d+ +[\d.]+ .*node:crypto of node/);
    expect(out).toMatch(/x25519 +keyagree +[\d.]+× +[\d.]+–[\d.]+× +node:crypto/);
    expect(out).toMatch(/lms LMS_SHA256_\S+ LMOTS_\S+ +verify/);
    expect(out).toMatch(/x25519 +32 +32 +- +- +round trip/);
    expect(out).toMatch(/lms +\d+ +- +- +\d+ +known answer/);
    expect(err).toContain('the figures are of this machine only');
  });

  it('prints with --json what assess reads, and says of which machine, without its name', () => {
    const { out } = pqready(['bench', 'host', ...SHORT, '--target', 'raspberry-pi-4', '--json']);
    const file = parseMeasurementFile(out, 'host.json');
    expect(file.target).toBe('raspberry-pi-4');
    expect(file.measurements.every(({ method }) => method === 'measured-board')).toBe(true);
    expect(Object.keys(JSON.parse(out).machine)).toEqual([
      'cpu',
      'threads',
      'memoryBytes',
      'os',
      'arch',
      'node',
      'v8',
      'openssl',
      'digest',
    ]);
  });

  it('refuses what it does not know, with what it does', () => {
    expect(pqready(['bench', 'host', '--algorithm', 'ml-kem-786'])).toMatchObject({ code: 3, err: expect.stringContaining('ml-kem-768') });
    expect(pqready(['bench', 'host', '--target', 'raspberry-pi-5'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('did you mean raspberry-pi-'),
    });
  });
});

describe('pqready assess --measurements', () => {
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const row = {
    algorithm: 'ml-kem-768',
    operation: 'decaps',
    metric: 'timeUs',
    value: 950,
    n: 200,
    method: 'measured-board',
    platform: 'our board',
    implementation: 'our build',
    source: { title: 'our log' },
  };

  it('asks for the target of the file and lets its figures decide', () => {
    const source = join(folder, 'src.c');
    writeFileSync(source, '#include <openssl/evp.h>\nconst void *c(void) { return EVP_aes_256_gcm(); }\n');
    const file = write('own.json', { schemaVersion: 1, target: 'esp32', measurements: [row] });
    const out = join(folder, 'report');
    const { code, err } = pqready(['assess', source, '--measurements', file, '--out', out, '--as-of', '2026-11-23']);
    expect({ code, err }).toMatchObject({ code: 0 });
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    expect(report.measurements).toEqual([row]);
    const fit = report.assessment.fit.find(
      (each: { algorithm: string; operation: string }) => each.algorithm === 'ml-kem-768' && each.operation === 'decaps',
    );
    expect(fit).toMatchObject({ target: 'esp32' });
    expect(JSON.stringify(fit)).toContain('our build');
  });

  it('refuses a file that is none, with its name and what was expected', () => {
    const file = write('bad.json', { schemaVersion: 1, measurements: [{ ...row, metric: 'seconds' }] });
    const { code, err } = pqready(['assess', '.', '--measurements', file, '--out', join(folder, 'none')]);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('bad.json: measurements[0].metric: expected one of') });
  });
});
