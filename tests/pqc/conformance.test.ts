import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PqreadyError } from '../../src/model/errors.ts';
import { parseVectorSet, type VectorText } from '../../src/pqc/acvp/vector-set.ts';
import { runVectorSet } from '../../src/pqc/conformance.ts';
import { readText, SHIPPED, shippedVectors } from './vector-files.ts';

const run = (text: VectorText) => [...runVectorSet(parseVectorSet(text), { allowWeakHash: true })];
const shipped = (name: string): string => readText(`${SHIPPED}${name}.json.gz`);

/** The first group of a set, with its first case changed. */
function firstGroup(name: string, change: (test: Record<string, unknown>, group: Record<string, unknown>) => void): VectorText {
  const set = JSON.parse(shipped(name));
  const [group] = set.testGroups;
  change(group.tests[0], group);
  return { name, prompt: JSON.stringify({ ...set, testGroups: [group] }) };
}

describe('the shipped ACVP cases', () => {
  it.each(shippedVectors().map((text) => [text.name, text] as const))('%s: every case passes', (_name, text) => {
    const results = run(text);
    expect(results.flatMap((group) => [...group.failed, ...group.skipped])).toEqual([]);
    expect(Math.min(...results.map((group) => group.passed))).toBeGreaterThanOrEqual(2);
  });

  it('have every negative kind of the source', () => {
    const reasons = (name: string) =>
      new Set(
        shipped(name)
          .match(/"reason":"[^"]*"/g)
          ?.map((member) => member.slice(10, -1)),
      );
    expect([...reasons('ml-dsa-sigver')].sort()).toEqual([
      'modified message',
      'modified signature - commitment',
      'modified signature - hint',
      'modified signature - z',
      'valid signature and message - signature should verify successfully',
    ]);
    const lms = ['modify message', 'modify signature', 'modify signature header', 'no modification'];
    expect([...reasons('lms-sigver')].sort()).toEqual(lms);
    expect([...reasons('lms-sigver-sp800-208')].sort()).toEqual(lms);
    expect([...reasons('ml-kem-encapdecap')].sort()).toEqual([
      'modified H',
      'modified ciphertext',
      'noisy linear system values too large',
      'valid decapsulation',
      'valid decapsulation key',
      'valid encapsulation key',
    ]);
  });

  it('say of each group what it fixes', () => {
    const variantOf = (name: string) => runVectorSet(parseVectorSet({ name, prompt: shipped(name) })).next().value;
    expect(variantOf('ml-dsa-siggen-tr1')).toMatchObject({
      set: 'ml-dsa-siggen-tr1',
      tgId: 1,
      parameterSet: 'ML-DSA-44',
      operation: 'sigGen',
      variant: 'external, pure, seed, deterministic',
    });
    expect(variantOf('ml-kem-encapdecap')).toMatchObject({ operation: 'encapsulation', variant: '' });
  });
});

// Run with all others that ship: tests/api/vectors.test.ts.
describe('the shipped ACVP cases of SLH-DSA', () => {
  const set = parseVectorSet({ name: 'slh-dsa-keygen', prompt: readText(`${SHIPPED}slh-dsa/keygen.json.gz`) });

  it('are of all twelve sets', () => {
    expect(new Set(set.groups.map((group) => group.fields.get('parameterSet'))).size).toBe(12);
  });
});

describe('runVectorSet', () => {
  it('fails a case whose expected result differs in one bit', () => {
    const [group] = run(
      firstGroup('ml-kem-keygen', (test) =>
        Object.assign(test, { dk: String(test['dk']).replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
      ),
    );
    expect(group).toMatchObject({ passed: 1, failed: [{ tcId: expect.any(Number), why: 'dk differs from the expected one' }] });
  });

  it('fails a case whose verdict is the other one', () => {
    const [group] = run(firstGroup('ml-dsa-sigver', (test) => Object.assign(test, { testPassed: !test['testPassed'] })));
    expect(group?.failed).toMatchObject([{ why: 'testPassed differs from the expected one' }]);
  });

  it('fails a case whose input the operation refuses though a result is expected', () => {
    const [group] = run(firstGroup('ml-dsa-siggen', (test) => Object.assign(test, { sk: '00' })));
    expect(group?.failed).toMatchObject([{ why: 'rejected: private-key-length' }]);
  });

  it.each([
    ['the set gives no expected ek', 'ml-kem-keygen', { ek: undefined }, {}],
    ['the case has no z', 'ml-kem-keygen', { z: undefined }, {}],
    ['d is not hexadecimal', 'ml-kem-keygen', { d: 'xyz' }, {}],
    ['ek is not hexadecimal', 'ml-kem-keygen', { ek: 'abc' }, {}],
    ['parameter set ML-KEM-42 is not implemented', 'ml-kem-keygen', {}, { parameterSet: 'ML-KEM-42' }],
    ['parameter set CONSTRUCTOR is not implemented', 'ml-dsa-keygen', {}, { parameterSet: 'CONSTRUCTOR' }],
    ['test type MCT is not implemented', 'ml-kem-keygen', {}, { testType: 'MCT' }],
    ['function keyUnwrap is not implemented', 'ml-kem-encapdecap', {}, { function: 'keyUnwrap' }],
    ['preHash both is not implemented', 'ml-dsa-siggen', {}, { preHash: 'both' }],
    ['the group has no signatureInterface', 'ml-dsa-siggen', {}, { signatureInterface: undefined }],
  ])('skips and says why: %s', (why, name, inCase, inGroup) => {
    const [group] = run(firstGroup(name, (test, of) => void [Object.assign(test, inCase), Object.assign(of, inGroup)]));
    expect(group?.skipped[0]?.why).toBe(why);
    expect(group?.failed).toEqual([]);
  });

  it('refuses a pre-hash weaker than the set unless that is allowed, and counts it neither as passed nor as failed', () => {
    const [, group] = runVectorSet(parseVectorSet({ name: 'x', prompt: shipped('ml-dsa-siggen') }));
    expect(group).toMatchObject({ variant: 'external, preHash, deterministic', passed: 1, failed: [], skipped: [] });
    expect(group?.refused).toMatchObject([{ why: 'pre-hash function weaker than the parameter set' }]);
  });

  it('skips the hash that it does not know, by name', () => {
    const set = JSON.parse(shipped('ml-dsa-siggen'));
    set.testGroups = [set.testGroups[1]];
    set.testGroups[0].tests[0].hashAlg = 'MD5';
    expect(run({ name: 'x', prompt: JSON.stringify(set) })[0]?.skipped).toMatchObject([{ why: 'hash MD5 is not implemented' }]);
  });

  it('skips every case of an algorithm that it does not know', () => {
    const prompt = shipped('ml-dsa-keygen').replace('"ML-DSA"', '"FN-DSA"');
    const results = run({ name: 'x', prompt });
    expect(results.map((group) => group.passed)).toEqual([0, 0, 0]);
    expect(results[0]?.skipped[0]?.why).toBe('FN-DSA keyGen is not implemented');
  });

  it('takes prompt and expected results from two files, and skips where a result is missing', () => {
    const set = JSON.parse(shipped('ml-kem-keygen'));
    const [test] = set.testGroups[0].tests;
    const expectedResults = JSON.stringify({ testGroups: [{ tgId: 1, tests: [{ tcId: test.tcId, ek: test.ek, dk: test.dk }] }] });
    const [group] = run({ name: 'x', prompt: JSON.stringify(set), expectedResults });
    expect(group).toMatchObject({ passed: 1, skipped: [{ why: 'the set gives no expected ek' }] });
  });
});

describe('parseVectorSet', () => {
  it.each([
    ['x: expected JSON', '{'],
    ['x: expected an object', '[]'],
    ['x: algorithm: expected a string', '{"__proto__":{"algorithm":"ML-KEM"}}'],
    ['x: testGroups: expected an array', '{"algorithm":"A","mode":"m","revision":"r","testGroups":{}}'],
    [
      'x: testGroups[0]: tests[0]: tcId: expected an integer',
      '{"algorithm":"A","mode":"m","revision":"r","testGroups":[{"tgId":1,"tests":[{"tcId":"1"}]}]}',
    ],
  ])('says where a file is wrong: %s', (message, prompt) => {
    expect(() => parseVectorSet({ name: 'x', prompt })).toThrow(expect.objectContaining({ code: 'bad-input', message }));
  });

  it('answers arbitrary JSON with a set or with bad-input', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.json().map((tests) => `{"algorithm":"ML-KEM","mode":"keyGen","revision":"","testGroups":[{"tgId":1,"tests":${tests}}]}`),
    );
    fc.assert(
      fc.property(anything, (prompt) => {
        try {
          run({ name: 'x', prompt });
        } catch (error) {
          expect(error instanceof PqreadyError && error.code).toBe('bad-input');
        }
      }),
      { numRuns: 300 },
    );
  });
});
