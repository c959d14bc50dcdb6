import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrivateKey } from '../../src/api/pqc.ts';
import { withPrivateKey } from '../../src/cli/files.ts';
import { pqc } from '../../src/cli/pqc-program.ts';
import { pqready } from './run-cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-test-only-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => pqready(['pqc', ...args], { cwd: folder });

describe('randomness that is given or left out', () => {
  it('is asked for by a flag that says "test only", in its name and in its help', () => {
    const flags = pqc().commands.flatMap(({ options }) => options.filter(({ flags }) => /seed|determin|random/.test(flags)));
    expect(flags.map(({ long }) => long)).toEqual(['--test-only-seed-file', '--test-only-deterministic']);
    for (const { description } of flags) expect(description).toContain('test only');
  });

  it('makes the same signature twice, and says that it is for tests; without the flag two differ', { timeout: 120_000 }, () => {
    expect(run('keygen', 'ml-dsa-44', '--out', 'k').code).toBe(0);
    writeFileSync(join(folder, 'm'), 'firmware');
    const signatureOf = (name: string, ...flags: readonly string[]) => {
      const { err } = run('sign', '--key', 'k', '--in', 'm', '--out', name, ...flags);
      expect(err.includes('for tests only')).toBe(flags.length > 0);
      return readFileSync(join(folder, name)).toString('hex');
    };
    expect(signatureOf('1', '--test-only-deterministic')).toBe(signatureOf('2', '--test-only-deterministic'));
    expect(signatureOf('3')).not.toBe(signatureOf('4'));
    expect(run('sign', '--key', 'k', '--in', 'm', '--out', '5', '--deterministic').code).toBe(3);
  });
});

describe('a private key that a command uses', () => {
  const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

  it('is cleared afterwards, also where its use fails', async () => {
    const file = { key: join(folder, 'seed'), algorithm: 'ml-kem-512' };
    writeFileSync(file.key, new Uint8Array(64).fill(7));
    const seen: PrivateKey[] = [];
    const lengths = await withPrivateKey(file, (key) => {
      seen.push(key);
      return [key.seed, key.expanded].map((bytes) => [bytes?.length, bytes === undefined || isZero(bytes)]);
    });
    expect(lengths).toEqual([
      [64, false],
      [1632, false],
    ]);
    const failing = withPrivateKey(file, (key) => {
      seen.push(key);
      throw new Error('its use failed');
    });
    await expect(failing).rejects.toThrow('its use failed');
    expect(seen.flatMap(({ seed, expanded }) => [seed, expanded].map((bytes) => bytes !== undefined && isZero(bytes)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
