import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineConnection, Received } from '../../../src/model/driver.ts';
import { openSession, SESSION_LIMITS } from '../../../src/pqc/conform/session.ts';
import { readLine, toAnswer, toHello } from '../../../src/pqc/conform/wire.ts';
import type { OperationRequest } from '../../../src/pqc/operation.ts';
import { isObject } from '../../../src/pqc/vectors/json.ts';
import { connectTo, helloOf, type WireAnswer } from './fake-driver.ts';

const keygen: OperationRequest = { op: 'keygen', algorithm: 'ml-kem-512', seed: new Uint8Array(64) };
const hello = JSON.stringify({ id: 0, ...(helloOf('ml-kem-512') as object) });

/** A session whose driver answers hello, and every request with these lines. */
const sessionOf = async (...lines: readonly WireAnswer[]) => {
  const session = await openSession(connectTo((request) => (request['op'] === 'hello' ? [hello] : lines)));
  if ('why' in session) throw new Error(session.why);
  return session;
};
const askOnce = async (...lines: readonly WireAnswer[]) => (await sessionOf(...lines)).ask(keygen);

describe('a session', () => {
  it('passes over a boot log, an echo and the answer to another request', async () => {
    const noise = [
      '*** Booting Zephyr OS ***',
      '',
      '[00:00:01] <inf> ready',
      '{"id":1,"op":"keygen","algorithm":"ml-kem-512"}',
      '{"id":7,"ek":"00"}',
    ];
    const session = await sessionOf(...noise, { ek: '00', dk: '01' });
    expect(await session.ask(keygen)).toMatchObject({ kind: 'done' });
    expect(session.remarks()).toEqual(['5 lines of the driver were no answers and were passed over']);
  });

  it.each([
    ['an answer that was cut off', '{"id":1,"ek":"00', 'the answer is not JSON: cut off, or mixed with other output'],
    ['an answer without an id', '{"ek":"00"}', 'the answer has no id'],
    ['an answer without a result', { ok: true }, 'the answer has no result'],
    ['bytes that are not hexadecimal', { ek: 'xyz', dk: '00' }, 'the answer’s ek is malformed'.replace('’', "'")],
    ['an odd number of digits', { ek: '0' }, "the answer's ek is malformed"],
    ['a verdict that is none', { valid: 'true' }, "the answer's valid is malformed"],
    ['an error of the driver', { error: 'out of memory' }, 'the driver reports an error: out of memory'],
  ])('takes %s as no answer, with its reason', async (_name, line, why) => {
    expect(await askOnce(line)).toEqual({ kind: 'broken', why });
  });

  it('tells a rejection and what is not supported from an error', async () => {
    expect(await askOnce({ rejected: 'length' })).toEqual({ kind: 'rejected', reason: 'length' });
    expect(await askOnce({ unsupported: 'no memory for this set' })).toEqual({ kind: 'unsupported', why: 'no memory for this set' });
  });

  it('restarts a driver that falls silent, and asks no more after three losses', async () => {
    const connection = connectTo((request) => (request['op'] === 'hello' ? [hello] : []));
    const session = await openSession(connection);
    if ('why' in session) throw new Error(session.why);
    for (let i = 0; i < 3; i++) expect(await session.ask(keygen)).toEqual({ kind: 'broken', why: 'no answer within 30000 ms' });
    expect(await session.ask(keygen)).toEqual({ kind: 'broken', why: 'not asked: the driver was lost 3 times' });
    expect(connection.restarts()).toBe(3);
    expect(session.remarks()).toEqual(['the driver was lost 3 times']);
  });

  it.each<[string, Received, string]>([
    ['floods', { kind: 'flooded', bytes: 5_000_000 }, 'no answer in 5000000 bytes of output'],
    ['dies', { kind: 'closed', why: 'the driver ended with exit code 1' }, 'the driver ended with exit code 1'],
  ])('says that a driver %s', async (_name, received, why) => {
    let greeted = false;
    const connection: LineConnection = {
      send: () => undefined,
      receive: () => {
        const first = !greeted;
        greeted = true;
        return Promise.resolve(first ? { kind: 'line', text: hello } : received);
      },
      restart: () => Promise.resolve(false),
      close: () => Promise.resolve(),
    };
    const session = await openSession(connection);
    if ('why' in session) throw new Error(session.why);
    expect(await session.ask(keygen)).toEqual({ kind: 'broken', why });
  });

  it('gives up on a driver that talks without answering', async () => {
    const limits = { ...SESSION_LIMITS, noiseLines: 10 };
    const session = await openSession(
      connectTo((request) => (request['op'] === 'hello' ? [hello] : Array.from({ length: 100 }, () => 'log'))),
      limits,
    );
    if ('why' in session) throw new Error(session.why);
    expect(await session.ask(keygen)).toEqual({ kind: 'broken', why: 'no answer among 10 lines' });
  });

  it('does not send a line that the driver says it cannot read', async () => {
    const small = { ...(helloOf('ml-kem-512') as object), maxLineBytes: 100 };
    const session = await openSession(connectTo((request) => (request['op'] === 'hello' ? [small] : ['{}'])));
    if ('why' in session) throw new Error(session.why);
    expect(await session.ask(keygen)).toMatchObject({ kind: 'unsupported', why: expect.stringContaining('the driver reads 100') });
  });
});

describe('hello', () => {
  it.each([
    ['hello: expected protocol 1, got 2', { protocol: 2 }],
    ['hello: expected protocol 1, got none', {}],
    ['hello: algorithms: expected an object', { protocol: 1, algorithms: ['ml-kem-512'] }],
    ['hello: algorithms: expected at least one', { protocol: 1, algorithms: {} }],
    ['hello: algorithms: expected a parameter set such as ml-kem-768, got "constructor"', { protocol: 1, algorithms: { constructor: [] } }],
    ['hello: algorithms: ml-kem-512: expected a feature, got "toString"', { protocol: 1, algorithms: { 'ml-kem-512': ['toString'] } }],
  ])('is refused with its reason: %s', async (why, answer) => {
    expect(await openSession(connectTo(() => [answer]))).toEqual({ why });
  });

  it('is said again to a board that was still starting', async () => {
    let asked = 0;
    const session = await openSession(connectTo((request) => (request['op'] === 'hello' && ++asked < 3 ? ['boot'] : [hello])));
    expect(session).toMatchObject({ hello: { implementation: 'fake' } });
    expect(asked).toBe(3);
  });

  it('that never comes says so', async () => {
    expect(await openSession(connectTo(() => []))).toEqual({ why: 'hello: no answer within 10000 ms' });
  });
});

describe('whatever a driver prints', () => {
  it('is noise, torn or an object, and an answer of some kind: never an exception', () => {
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => `{"id":1,"ek":${text}}`),
    );
    fc.assert(
      fc.property(line, (text) => {
        const read = readLine(text);
        if (read.kind !== 'object') return;
        expect(['done', 'rejected', 'unsupported', 'broken']).toContain(toAnswer(read.object).kind);
        expect(isObject(toHello(read.object))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
