import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pqready } from './run-cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-pqc-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => pqready(['pqc', ...args], { cwd: folder });
const file = (name: string) => join(folder, name);

// Each command is a process of its own.
describe('pqready pqc', { timeout: 120_000 }, () => {
  it('makes a key, signs with context and pre-hash, and verifies', () => {
    expect(run('keygen', 'ml-dsa-65', '--out', 'a.key', '--public', 'a.pub')).toMatchObject({ code: 0, out: '' });
    expect(statSync(file('a.key')).mode & 0o777).toBe(0o600);
    writeFileSync(file('m'), 'firmware');
    const form = ['--context', 'update', '--pre-hash', 'sha-512'];
    expect(run('sign', '--key', 'a.key', '--in', 'm', '--out', 'm.sig', ...form).code).toBe(0);
    expect(run('verify', '--key', 'a.pub', '--in', 'm', '--signature', 'm.sig', ...form)).toMatchObject({ code: 0, out: 'valid\n' });
    expect(run('verify', '--key', 'a.pub', '--in', 'm', '--signature', 'm.sig')).toMatchObject({
      code: 1,
      out: 'not valid: signature-mismatch\n',
    });
    const weak = ['--pre-hash', 'sha-256'];
    expect(run('verify', '--key', 'a.pub', '--in', 'm', '--signature', 'm.sig', ...weak)).toMatchObject({
      code: 1,
      out: 'not valid: weak-pre-hash\n',
    });
    expect(run('verify', '--key', 'a.pub', '--in', 'm', '--signature', 'm.sig', ...weak, '--allow-weak-hash').out).toContain(
      'signature-mismatch',
    );
  });

  it('carries a secret through an encrypted ML-KEM key', () => {
    writeFileSync(file('pass'), 'correct horse\n');
    expect(run('keygen', 'ml-kem-768', '--out', 'k.key', '--public', 'k.pub', '--passphrase-file', 'pass').code).toBe(0);
    expect(readFileSync(file('k.key'), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect(run('encaps', '--key', 'k.pub', '--ciphertext', 'ct', '--secret', 's1').code).toBe(0);
    expect(run('decaps', '--key', 'k.key', '--ciphertext', 'ct', '--secret', 's2').err).toContain('no passphrase was given');
    expect(run('decaps', '--key', 'k.key', '--passphrase-file', 'pass', '--ciphertext', 'ct', '--secret', 's2').code).toBe(0);
    expect(readFileSync(file('s2'))).toEqual(readFileSync(file('s1')));
    expect(statSync(file('s1')).mode & 0o777).toBe(0o600);
  });

  it('replaces nothing without --force, and then keeps the mode', () => {
    writeFileSync(file('a.key'), 'mine', { mode: 0o644 });
    expect(run('keygen', 'ml-kem-512', '--out', 'a.key')).toMatchObject({ code: 3, err: 'pqready: a.key exists; --force replaces it\n' });
    expect(readFileSync(file('a.key'), 'utf8')).toBe('mine');
    expect(run('keygen', 'ml-kem-512', '--out', 'new.key', '--public', 'a.key').code).toBe(3);
    expect(existsSync(file('new.key'))).toBe(false);
    expect(run('keygen', 'ml-kem-512', '--out', 'a.key', '--force').code).toBe(0);
    expect(statSync(file('a.key')).mode & 0o777).toBe(0o600);
  });

  it('prints a private key only where a flag asks for it', () => {
    const refused = run('keygen', 'ml-kem-512', '--out', '-');
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(run('keygen', 'ml-kem-512', '--out', '-', '--print-private-key').out).toContain('BEGIN PRIVATE KEY');
  });

  it('makes the same key of the same seed, and says that it is for tests', () => {
    writeFileSync(file('seed'), new Uint8Array(32));
    for (const name of ['1', '2']) {
      const made = run('keygen', 'ml-dsa-44', '--out', name, '--format', 'raw', '--form', 'seed', '--test-only-seed-file', 'seed');
      expect(made.err).toContain('for tests only');
    }
    expect(readFileSync(file('1'))).toEqual(readFileSync(file('2')));
  });

  it('says what is wrong with what it is given', () => {
    writeFileSync(file('x'), 'no key');
    expect(run('keygen', 'ml-dsa-66', '--out', 'a').err).toContain('algorithm: expected one of ml-kem-512');
    expect(run('sign', '--key', 'x', '--in', 'x', '--out', 'y')).toMatchObject({ code: 3 });
    expect(run('sign', '--key', 'none', '--in', 'x', '--out', 'y').err).toBe('pqready: none: cannot be read\n');
    run('keygen', 'ml-kem-512', '--out', 'k');
    expect(run('sign', '--key', 'k', '--in', 'x', '--out', 'y').err).toBe(
      'pqready: key: expected one of ML-DSA or SLH-DSA, found one of ML-KEM-512\n',
    );
    expect(existsSync(file('y'))).toBe(false);
  });

  it('verifies an HSS signature by its raw key', () => {
    const [vector] = JSON.parse(readFileSync(new URL('../fixtures/vectors/lms.json', import.meta.url), 'utf8'));
    for (const name of ['publicKey', 'message', 'signature']) writeFileSync(file(name), Buffer.from(vector[name], 'hex'));
    const verify = () => run('verify', '--algorithm', 'hss', '--key', 'publicKey', '--in', 'message', '--signature', 'signature');
    expect(verify()).toMatchObject({ code: 0, out: 'valid\n' });
    writeFileSync(file('message'), 'other');
    expect(verify()).toMatchObject({ code: 1, out: 'not valid: signature-mismatch\n' });
  });

  it('inspects files: exit 1 where something is wrong, JSON with a schema version', () => {
    run('keygen', 'ml-dsa-44', '--out', 'a.key', '--public', 'a.pub');
    expect(run('inspect', 'a.key', 'a.pub')).toMatchObject({ code: 0 });
    expect(run('inspect', 'a.pub').out).toMatch(/^a\.pub: ML-DSA-44 public key\n {2}encoding +PEM\n/);
    writeFileSync(file('bad'), new Uint8Array(2420).fill(0xff));
    expect(run('inspect', 'bad')).toMatchObject({ code: 1, out: expect.stringContaining('wrong: the hint is not encoded') });
    expect(JSON.parse(run('inspect', '--json', 'a.pub').out)).toMatchObject({
      schemaVersion: 1,
      items: [{ what: 'ML-DSA-44 public key', problems: [] }],
    });
  });
});
