import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pqready, REPOSITORY } from './run-cli.ts';

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
    expect(run('sign', '--key', 'k', '--in', 'x', '--out', 'y').err).toBe('pqready: key: ML-KEM-512 signs nothing\n');
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

  it('runs vectors: a table by group, every refusal with its reason, exit 0; JSON with a schema version', () => {
    const vectors = join(REPOSITORY, 'profiles/vectors');
    const ran = run('vectors', join(vectors, 'ml-dsa-siggen.json.gz'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/ml-dsa-siggen\.json\.gz +2 +ML-DSA-44 +sigGen +external, preHash, deterministic +1 +0 +1 +0\n/);
    expect(ran.out).toMatch(/refused: .*siggen\.json\.gz group 2: pre-hash function weaker than the parameter set \(1: \d+\)\n/);
    expect(ran.out).toMatch(/: passed; 48 cases: 42 passed \(0 of them rejections\), 0 failed, 6 refused, 0 skipped\n$/);
    const json = JSON.parse(run('vectors', '--allow-weak-hash', '--json', join(vectors, 'ml-dsa-siggen.json.gz')).out);
    expect(json).toMatchObject({ schemaVersion: 1, verdict: 'passed', passed: 48, refused: 0 });
  });

  it('ends with 1 where a vector fails, 2 where one cannot be run, 3 where there is none', () => {
    const keygen = JSON.parse(gunzipSync(readFileSync(join(REPOSITORY, 'profiles/vectors/ml-kem-keygen.json.gz'))).toString('utf8'));
    keygen.testGroups[0].tests[0].ek = '00';
    writeFileSync(file('failing.json'), JSON.stringify(keygen));
    expect(run('vectors', 'failing.json')).toMatchObject({
      code: 1,
      out: expect.stringContaining('failed: failing.json group 1: ek differs'),
    });
    delete keygen.testGroups[0].tests[0].ek;
    writeFileSync(file('half.json'), JSON.stringify(keygen));
    expect(run('vectors', 'half.json')).toMatchObject({ code: 2, out: expect.stringContaining('the set gives no expected ek') });
    expect(run('vectors', 'none.json')).toMatchObject({ code: 3, err: 'pqready: none.json: no such file or folder\n' });
  });

  it('tests an implementation behind a driver, writes the record, and the report shows it', () => {
    const driver = join(REPOSITORY, 'examples/conform/noble.mjs');
    const tested = run(
      'conform',
      '--algorithm',
      'ml-kem-512',
      '--part',
      'gateway',
      '--part-version',
      '2.1',
      '--output',
      'c.json',
      '--',
      process.execPath,
      driver,
    );
    expect(tested).toMatchObject({ code: 0, err: 'wrote c.json\n' });
    expect(tested.out).toMatch(/ml-kem-512 +ml-kem-ek-modulus +FIPS 203 §7.2 check 2 +met +14 +0 +0 +11\n/);
    expect(tested.out).toMatch(/: met; 11 of 11 requirements examined\. A test, not a validation\.\n$/);
    expect(JSON.parse(readFileSync(file('c.json'), 'utf8'))).toMatchObject({
      schemaVersion: 1,
      verdict: 'met',
      subject: { part: 'gateway', version: '2.1' },
    });
    writeFileSync(file('main.c'), '#include <openssl/evp.h>\nvoid f(void) { EVP_sha256(); }\n');
    expect(pqready(['assess', '.', '--conformance', 'c.json', '--out', 'report'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(file('report/index.html'), 'utf8')).toContain('PQC implementation conformance');
  });

  it('ends with 1 on an implementation that is wrong, 3 on one that does not speak, and writes over nothing', () => {
    const acvp = JSON.parse(gunzipSync(readFileSync(join(REPOSITORY, 'profiles/vectors/ml-kem-keygen.json.gz'))).toString('utf8'));
    acvp.testGroups[0].tests[0].ek = '00';
    writeFileSync(file('wrong.json'), JSON.stringify(acvp));
    expect(run('conform', '--responses', 'wrong.json')).toMatchObject({
      code: 1,
      out: expect.stringContaining('not-met: ml-kem-keygen: ml-kem-keygen.json.gz/'),
    });
    expect(run('conform', '--', 'true')).toMatchObject({ code: 3, err: 'pqready: driver: hello: the driver ended with exit code 0\n' });
    expect(run('conform', '--output', 'wrong.json', '--', 'true')).toMatchObject({
      code: 3,
      err: 'pqready: wrong.json exists; --force replaces it\n',
    });
    expect(run('conform')).toMatchObject({ code: 3, err: expect.stringContaining('expected one of: a driver command after --') });
    expect(run('conform', '--emit-prompts', 'prompts').code).toBe(0);
    expect(JSON.parse(readFileSync(file('prompts/ml-kem-keygen.prompt.json'), 'utf8'))).toMatchObject({
      algorithm: 'ML-KEM',
      mode: 'keyGen',
    });
  });

  it('says nothing of a secret: not on success, not on failure, not where it is debugged', () => {
    writeFileSync(
      file('seed'),
      Uint8Array.from({ length: 64 }, (_, i) => 0x61 + (i % 23)),
    );
    const debug = { cwd: folder, env: { PQREADY_DEBUG: '1' } };
    const said = (...args: readonly string[]) => {
      const { out, err } = pqready(['pqc', ...args], debug);
      return out + err;
    };
    const kem = ['keygen', 'ml-kem-512', '--test-only-seed-file', 'seed'];
    const outputs = [
      said(...kem, '--out', 'k.raw', '--format', 'raw', '--form', 'expanded', '--public', 'k.pub.raw'),
      said(...kem, '--out', 'k.pem', '--public', 'k.pub'),
      said('encaps', '--key', 'k.pub', '--ciphertext', 'ct', '--secret', 'ss'),
      said('decaps', '--key', 'k.pem', '--ciphertext', 'ct', '--secret', 'ss2'),
      said('decaps', '--key', 'k.pem', '--ciphertext', 'k.pub', '--secret', 'ss3'),
      said('inspect', 'k.pem', 'k.raw'),
      said('sign', '--key', 'k.pem', '--in', 'ct', '--out', 'sig'),
    ];
    writeFileSync(file('torn.pem'), readFileSync(file('k.pem'), 'utf8').replace('KEY-----\n', ''));
    outputs.push(said('decaps', '--key', 'torn.pem', '--ciphertext', 'ct', '--secret', 'ss4'), said('inspect', 'torn.pem'));
    const printed = outputs.join('\n').replace(/\s/g, '');
    const secrets = [readFileSync(file('seed')), readFileSync(file('k.raw')), readFileSync(file('ss'))];
    // The public key stands inside the private one and may be told by its digest; what is secret are its first 768 bytes and its last 32.
    const pieces = secrets.flatMap((bytes) => [bytes.subarray(0, 24), bytes.subarray(-24)]);
    for (const piece of pieces) {
      expect(printed).not.toContain(piece.toString('hex'));
      expect(printed).not.toContain(piece.toString('base64').slice(0, 24));
    }
    expect(statSync(file('ss2')).mode & 0o777).toBe(0o600);
  });

  it('reads no file that is larger than a key can be', () => {
    writeFileSync(file('huge'), new Uint8Array(4 * 2 ** 20 + 1));
    expect(run('inspect', 'huge')).toMatchObject({ code: 3, err: 'pqready: huge: expected at most 4194304 bytes, got 4194305\n' });
    expect(run('sign', '--key', 'huge', '--in', 'huge', '--out', 'sig').err).toContain('huge: expected at most 4194304 bytes');
    expect(existsSync(file('sig'))).toBe(false);
  });
});
