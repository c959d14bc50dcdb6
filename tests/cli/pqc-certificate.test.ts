import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pqready } from './run-cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-certificate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => pqready(['pqc', ...args], { cwd: folder });
const SUBJECT = ['--subject', 'CN=device 1,O=Example'];

// Each command is a process of its own. What is made is verified by OpenSSL: tests/pqc/interop.
describe('pqready pqc certificate and classical keys', { timeout: 300_000 }, () => {
  it('makes a root, a request and the certificate for it, with the names that a client checks', () => {
    for (const [id, name] of [
      ['ml-dsa-65', 'ca'],
      ['secp256r1', 'device'],
      ['ml-kem-768', 'kem'],
    ] as const) {
      expect(run('keygen', id, '--out', `${name}.key`, '--public', `${name}.pub`).code).toBe(0);
    }
    const root = ['--subject', 'CN=Example root', '--ca', '--days', '3650', '--not-before', '2026-01-01'];
    expect(run('certificate', '--key', 'ca.key', ...root, '--out', 'ca.crt')).toMatchObject({ code: 0, out: '' });
    expect(run('request', '--key', 'device.key', ...SUBJECT, '--dns', 'device-1.example', '--ip', '::1', '--out', 'device.csr').code).toBe(
      0,
    );
    const issued = ['--key', 'ca.key', '--issuer', 'ca.crt'];
    expect(run('certificate', ...issued, '--request', 'device.csr', '--out', 'device.crt').code).toBe(0);
    expect(run('certificate', ...issued, '--subject-key', 'kem.pub', ...SUBJECT, '--format', 'der', '--out', 'kem.crt').code).toBe(0);

    const inspected = run('inspect', 'ca.crt', 'device.csr', 'device.crt', 'kem.crt');
    expect(inspected.code).toBe(0);
    const [authority = '', request = '', device = '', kem = ''] = inspected.out.split(/\n(?=\S)/);
    expect(authority).toMatch(/self-signed certificate[\s\S]*valid +2026-01-01 to 2035-12-30[\s\S]*CA +yes[\s\S]*ML-DSA-65/);
    expect(request).toMatch(/certificate request[\s\S]*alternative names +DNS device-1\.example, IP ::1/);
    expect(device).toMatch(
      /subject +CN=device 1,O=Example[\s\S]*DNS device-1\.example, IP ::1[\s\S]*issuer +CN=Example root[\s\S]*signed with +ML-DSA-65/,
    );
    expect(kem).toMatch(/DER[\s\S]*ML-KEM-768/);
    expect(readFileSync(join(folder, 'device.crt'), 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  });

  it('says what does not go together, and writes nothing', () => {
    expect(run('keygen', 'ml-dsa-44', '--out', 'k', '--public', 'k.pub').code).toBe(0);
    expect(run('keygen', 'ed25519', '--out', 'other').code).toBe(0);
    const make = (...args: readonly string[]) => run('certificate', '--out', 'c', ...args);
    expect(make('--key', 'k')).toMatchObject({ code: 3, err: expect.stringContaining('--subject: expected a name') });
    expect(make('--key', 'k', ...SUBJECT, '--subject-key', 'k.pub').err).toContain('expected --issuer with one of');
    expect(make('--key', 'k', ...SUBJECT, '--dns', '192.0.2.1').err).toContain('DNS name "192.0.2.1": expected a host name');
    expect(make('--key', 'k', ...SUBJECT, '--days', '9999999').err).toContain('expected a date from 1950 to 9999');
    expect(make('--key', 'k', ...SUBJECT, '--not-before', '2026-02-30').code).toBe(3);
    expect(run('certificate', '--key', 'k', ...SUBJECT, '--out', 'leaf').code).toBe(0);
    const issued = [...SUBJECT, '--subject-key', 'k.pub', '--issuer', 'leaf'];
    expect(make('--key', 'k', ...issued).err).toContain('issuer: expected the certificate of a CA');
    expect(make('--key', 'other', ...issued).err).toContain('issuer: the private key is not that of the certificate');
    expect(run('inspect', 'c').code).toBe(3);
  });

  it('signs and verifies with a classical key too, which knows no context and follows from no seed', () => {
    writeFileSync(join(folder, 'm'), 'firmware');
    expect(run('keygen', 'secp384r1', '--out', 'k', '--public', 'k.pub').code).toBe(0);
    expect(run('sign', '--key', 'k', '--in', 'm', '--out', 's').code).toBe(0);
    expect(run('verify', '--key', 'k.pub', '--in', 'm', '--signature', 's')).toMatchObject({ code: 0, out: 'valid\n' });
    expect(run('verify', '--key', 'k.pub', '--in', 'k.pub', '--signature', 's')).toMatchObject({
      code: 1,
      out: 'not valid: signature-mismatch\n',
    });
    expect(run('sign', '--key', 'k', '--in', 'm', '--out', 't', '--context', 'x').err).toContain('are of ML-DSA and SLH-DSA');
    expect(run('keygen', 'secp384r1', '--out', 'l', '--test-only-seed-file', 'm').err).toContain('follows from no seed');
    expect(run('encaps', '--key', 'k.pub', '--ciphertext', 'c', '--secret', 't').err).toContain(
      'expected one of ML-KEM, found one of P-384',
    );
  });

  it('carries a secret through a hybrid, and agrees on one between classical keys', () => {
    const secretOf = (name: string) => readFileSync(join(folder, name)).toString('hex');
    for (const id of ['x-wing', 'secp256r1mlkem768']) {
      expect(run('keygen', id, '--out', 'h.key').err).toContain('expected --format raw');
      expect(run('keygen', id, '--format', 'raw', '--out', 'h.key', '--public', 'h.pub', '--force').code).toBe(0);
      const carried = ['--algorithm', id, '--ciphertext', 'c', '--force'];
      expect(run('encaps', '--key', 'h.pub', ...carried, '--secret', 's1').code).toBe(0);
      expect(run('decaps', '--key', 'h.key', ...carried, '--secret', 's2').code).toBe(0);
      expect(secretOf('s2')).toBe(secretOf('s1'));
    }
    for (const name of ['a', 'b']) expect(run('keygen', 'x25519', '--out', `${name}.key`, '--public', `${name}.pub`).code).toBe(0);
    expect(run('agree', '--key', 'a.key', '--peer', 'b.pub', '--secret', 'ab').code).toBe(0);
    expect(run('agree', '--key', 'b.key', '--peer', 'a.pub', '--secret', 'ba').code).toBe(0);
    expect(secretOf('ab')).toBe(secretOf('ba'));
    expect(run('keygen', 'ml-kem-512', '--out', 'k.key').code).toBe(0);
    expect(run('agree', '--key', 'k.key', '--peer', 'b.pub', '--secret', 't').err).toContain('found one of ML-KEM-512');
  });
});
