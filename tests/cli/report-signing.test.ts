// `pqready report sign` and `verify` with keys of openssl, and each half of the envelope verified by somebody else: the classical one by
// openssl, the one of ML-DSA by the OpenSSL 3.5 of Node 24 (NODE24 names its binary).

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PqreadyError, readPrivateKey, signReport, verifyReport, writeBundle } from '../../src/index.ts';
import { openssl, texts } from '../attest/given.ts';
import { HAS_OPENSSL_35 } from '../pqc/interop/node24.ts';
import { EXAMPLE, pqready, type Ran } from './run-cli.ts';

let folder = '';
let bundle = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-sign-'));
  bundle = at('bundle');
  expect(pqready(['assess', EXAMPLE, '--out', bundle, '--as-of', '2026-11-24']).code).toBe(0);
  for (const [name, ...generate] of [
    ['p256', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ['p384', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
    ['ed25519', '-algorithm', 'ED25519'],
  ] as const) {
    openssl('genpkey', ...generate, '-out', at(`${name}.pem`));
    openssl('pkey', '-in', at(`${name}.pem`), '-pubout', '-out', at(`${name}.pub`));
  }
  writeFileSync(at('pass'), 'correct horse\n');
  openssl('pkcs8', '-topk8', '-in', at('p256.pem'), '-out', at('p256.enc'), '-v2', 'aes-256-cbc', '-passout', `file:${at('pass')}`);
  const keygen = ['pqc', 'keygen', 'ml-dsa-65', '--out', at('ml.pem'), '--public', at('ml.pub')];
  expect(pqready(keygen).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the bundle, signed with a classical key and the one of ML-DSA. */
function signedCopy(name: string, classical = 'p256.pem', ...more: readonly string[]): { readonly path: string; readonly ran: Ran } {
  const path = at(name);
  cpSync(bundle, path, { recursive: true });
  return { path, ran: pqready(['report', 'sign', path, '--key', at(classical), '--key', at('ml.pem'), ...more]) };
}

function verify(path: string, ...keys: readonly string[]): Ran {
  return pqready(['report', 'verify', path, ...keys.flatMap((key) => ['--key', at(key)])]);
}

interface Envelope {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

function envelopeOf(path: string): Envelope {
  return JSON.parse(readFileSync(join(path, 'report.dsse.json'), 'utf8')) as Envelope;
}

/** The bytes that DSSE signs, made here by the definition of its protocol. */
function encoded({ payload, payloadType }: Envelope): Buffer {
  const body = Buffer.from(payload, 'base64');
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${body.length} `), body]);
}

describe('pqready report sign and verify', () => {
  it.each(['p256', 'ed25519'])('take a key of %s by openssl beside one of ML-DSA', (name) => {
    const { path, ran } = signedCopy(`with-${name}`, `${name}.pem`);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 0, out: '' });
    const verified = verify(path, `${name}.pub`, 'ml.pub');
    expect({ code: verified.code, first: verified.out.split('\n')[0] }).toEqual({ code: 0, first: 'valid' });
  });

  it('take an encrypted key with its passphrase, and not without', () => {
    expect(signedCopy('encrypted', 'p256.enc', '--passphrase-file', at('pass')).ran.code).toBe(0);
    expect(verify(at('encrypted'), 'p256.pub', 'ml.pub').code).toBe(0);
    const { ran } = signedCopy('encrypted-without', 'p256.enc');
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('is encrypted, and no passphrase was given');
  });

  it('give a classical signature that openssl verifies', () => {
    const { path } = signedCopy('for-openssl');
    const envelope = envelopeOf(path);
    writeFileSync(at('pae'), encoded(envelope));
    writeFileSync(at('sig'), Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64'));
    expect(openssl('dgst', '-sha256', '-verify', at('p256.pub'), '-signature', at('sig'), at('pae'))).toBe('Verified OK\n');
    // the key id is the SHA-256 of the SubjectPublicKeyInfo
    openssl('pkey', '-pubin', '-in', at('p256.pub'), '-outform', 'DER', '-out', at('p256.der'));
    expect(envelope.signatures[0]?.keyid).toBe(/[0-9a-f]{64}/.exec(openssl('dgst', '-sha256', '-r', at('p256.der')))?.[0]);
  });

  it.skipIf(!HAS_OPENSSL_35)('give a signature of ML-DSA that OpenSSL 3.5 verifies', () => {
    const { path } = signedCopy('for-node');
    const envelope = envelopeOf(path);
    writeFileSync(at('pae24'), encoded(envelope));
    writeFileSync(at('sig24'), Buffer.from(envelope.signatures[1]?.sig ?? '', 'base64'));
    const script =
      'const [,pae,sig,key]=process.argv;const fs=require("fs");process.stdout.write(String(require("crypto").verify(null,fs.readFileSync(pae),fs.readFileSync(key,"utf8"),fs.readFileSync(sig))))';
    const node24 = process.env['NODE24'];
    if (node24 === undefined) throw new Error('NODE24 names no binary of Node 24: .ci/node24 installs one');
    const ask = (message: string): string => execFileSync(node24, ['-e', script, message, at('sig24'), at('ml.pub')], { encoding: 'utf8' });
    expect(ask(at('pae24'))).toBe('true');
    writeFileSync(at('other'), 'another message');
    expect(ask(at('other'))).toBe('false');
  });

  it('end with 1 and name what is wrong, a line each', () => {
    const { path } = signedCopy('tampered');
    writeFileSync(join(path, 'report.md'), `${readFileSync(join(path, 'report.md'), 'utf8')} `);
    writeFileSync(join(path, 'note.txt'), 'mine');
    rmSync(join(path, 'plan.csv'));
    rmSync(join(path, 'index.html'));
    symlinkSync(join(bundle, 'index.html'), join(path, 'index.html'));
    const { code, out } = verify(path, 'p256.pub', 'ml.pub');
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        'not valid',
        '  index.html: expected a plain file',
        '  note.txt: is not of this bundle',
        '  plan.csv: is missing',
        '  report.md: has changed since the bundle was written',
      ]),
    );
  });

  it('are JSON with --json', () => {
    const { path } = signedCopy('as-json');
    const { out } = pqready(['report', 'verify', path, '--key', at('p256.pub'), '--key', at('ml.pub'), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      valid: true,
      faults: [],
      signedBy: [{ name: 'p256.pub' }, { name: 'ml.pub' }],
    });
  });

  it('find another key, and refuse one key alone or two of a kind as the caller’s mistake', () => {
    const { path } = signedCopy('by-another');
    expect(verify(path, 'p384.pub', 'ml.pub')).toMatchObject({ code: 1 });
    for (const keys of [['ml.pub'], ['p256.pub', 'p384.pub', 'ml.pub']]) {
      const { code, err } = verify(path, ...keys);
      expect(code).toBe(3);
      expect(err).toContain('expected one classical key (ECDSA or Ed25519) and one of ML-DSA');
    }
    expect(verify(path).code).toBe(3);
  });

  it('sign nothing that is not as it was written, and no bundle twice without being told to', () => {
    const { path } = signedCopy('twice');
    const again = (...more: readonly string[]): Ran =>
      pqready(['report', 'sign', path, '--key', at('p256.pem'), '--key', at('ml.pem'), ...more]);
    expect(again()).toMatchObject({ code: 3 });
    expect(again('--force').code).toBe(0);
    expect(verify(path, 'p256.pub', 'ml.pub').code).toBe(0);
    writeFileSync(join(path, 'report.json'), '{}');
    expect(again('--force').err).toContain('report.json: has changed since the bundle was written');
    mkdirSync(at('empty'));
    const { err } = pqready(['report', 'sign', at('empty'), '--key', at('p256.pem'), '--key', at('ml.pem')]);
    expect(err).toContain('MANIFEST.sha256: is missing');
  });

  it('print no byte of a private key', () => {
    const { ran } = signedCopy('quiet');
    const secret = readFileSync(at('ml.pem'), 'utf8').split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    expect(ran.out + ran.err).not.toContain(secret);
  });

  it('leave a new report without the signatures of the former one', () => {
    const { path } = signedCopy('written-anew');
    expect(pqready(['assess', EXAMPLE, '--out', path, '--as-of', '2026-11-24']).code).toBe(0);
    expect(readdirSync(path)).not.toContain('report.dsse.json');
    expect(readdirSync(path)).toContain('statement.intoto.json');
  });
});

describe('the functions', () => {
  it('do what the commands do', async () => {
    const path = at('by-functions');
    writeBundle(texts(), path);
    const keys = await Promise.all(['p256.pem', 'ml.pem'].map(async (name) => readPrivateKey(new Uint8Array(readFileSync(at(name))))));
    signReport(path, keys);
    expect(() => signReport(path, keys)).toThrow(PqreadyError);
    expect(() => verifyReport(path, [])).toThrow(PqreadyError);
    expect(() => verifyReport(at('nowhere'), [])).toThrow(PqreadyError);
  });
});
