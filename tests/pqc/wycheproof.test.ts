import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PqreadyError } from '../../src/model/errors.ts';
import { runGroup } from '../../src/pqc/conformance.ts';
import { parseJson } from '../../src/pqc/vectors/json.ts';
import { toWycheproofFile } from '../../src/pqc/wycheproof/file.ts';
import { FLAG_REASONS } from '../../src/pqc/wycheproof/flags.ts';
import { planWycheproof } from '../../src/pqc/wycheproof/planner.ts';
import { COMPLETE, readText, WYCHEPROOF, wycheproofFiles } from './vector-files.ts';
import { casesOf } from './wycheproof.ts';

/** The complete collection where somebody gave it; what ships is chosen from it, and run with all vectors that ship. */
const FILES = [...wycheproofFiles(COMPLETE === undefined ? WYCHEPROOF : `${COMPLETE}/wycheproof`)];
const plan = (name: string, text: string) => planWycheproof(toWycheproofFile(parseJson(text, name), name));
const run = (name: string, text: string) => plan(name, text).map((group) => runGroup(group));

/** Flags that say what a case probes; what is wrong with an invalid one stands beside them. */
const PROBES: ReadonlySet<string> = new Set(['BoundaryCondition', 'ZeroPublicKey']);

/** A file with one case changed. */
function changed(name: string, change: (test: Record<string, unknown>, group: Record<string, unknown>) => void): string {
  const file = JSON.parse(readText(`${WYCHEPROOF}${name}_test.json.gz`));
  const [group] = file.testGroups;
  change(group.tests[0], group);
  return JSON.stringify({ ...file, testGroups: [{ ...group, tests: [group.tests[0]] }] });
}

describe('the Wycheproof files', () => {
  it('are the twelve of ML-KEM and the nine of ML-DSA', () => {
    expect(FILES.map(([name]) => name.replace(/_\d+/, ''))).toEqual([
      ...['mldsa_sign_noseed', 'mldsa_sign_seed', 'mldsa_verify'],
      ...['mldsa_sign_noseed', 'mldsa_sign_seed', 'mldsa_verify'],
      ...['mldsa_sign_noseed', 'mldsa_sign_seed', 'mldsa_verify'],
      ...['mlkem_encaps', 'mlkem_keygen_seed', 'mlkem_semi_expanded_decaps', 'mlkem'],
      ...['mlkem_encaps', 'mlkem_keygen_seed', 'mlkem_semi_expanded_decaps', 'mlkem'],
      ...['mlkem_encaps', 'mlkem_keygen_seed', 'mlkem_semi_expanded_decaps', 'mlkem'],
    ]);
  });

  it.each(FILES)('%s: every case passes, and every invalid one is rejected for the reason that its flag names', (name, path) => {
    const results = run(name, readText(path));
    expect(results.flatMap(({ failed, refused, skipped }) => [...failed, ...refused, ...skipped])).toEqual([]);
    const invalid = casesOf(readText(path)).filter(({ result }) => result === 'invalid');
    expect(results.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(invalid.length);
  });

  it.each(FILES)('%s: no invalid case is without a typed reason', (name, path) => {
    const unexplained = plan(name, readText(path)).flatMap(({ cases }) =>
      cases.filter(
        (test) => 'steps' in test && test.steps.some(({ expected }) => expected.kind === 'rejected' && expected.reasons.length === 0),
      ),
    );
    expect(unexplained).toEqual([]);
  });

  it('have a case for every flag in the table, and no invalid case has a flag that the table lacks', () => {
    const invalid = FILES.flatMap(([, path]) => casesOf(readText(path)).filter(({ result }) => result === 'invalid'));
    const flagsOf = (test: object): readonly string[] => ('flags' in test && Array.isArray(test.flags) ? test.flags : []);
    expect([...new Set(invalid.flatMap(flagsOf))].filter((flag) => !PROBES.has(flag)).sort()).toEqual(Object.keys(FLAG_REASONS).sort());
    const probing = invalid.map(flagsOf).filter((flags) => flags.some((flag) => PROBES.has(flag)));
    expect(probing.filter((flags) => !flags.some((flag) => Object.hasOwn(FLAG_REASONS, flag)))).toEqual([]);
  });
});

describe('a Wycheproof case that comes out otherwise', () => {
  it('fails where an invalid one is accepted', () => {
    const text = changed('mldsa_44_verify', (test) => Object.assign(test, { result: 'invalid', flags: ['ModifiedSignature'] }));
    expect(run('x', text)[0]?.failed).toMatchObject([{ why: 'accepted, expected a rejection' }]);
  });

  it('fails where an invalid one is rejected for another reason than its flag names', () => {
    const text = changed('mldsa_44_verify', (test) =>
      Object.assign(test, { result: 'invalid', flags: ['InvalidHintsEncoding'], sig: '00' }),
    );
    expect(run('x', text)[0]?.failed).toMatchObject([{ why: 'rejected for signature-length, expected hint-encoding' }]);
  });

  it('fails where a valid one gives another result, or is rejected', () => {
    const other = changed('mlkem_512_keygen_seed', (test) => Object.assign(test, { ek: '00' }));
    expect(run('x', other)[0]?.failed).toMatchObject([{ why: 'ek differs from the expected one' }]);
    const short = changed('mlkem_512_keygen_seed', (test) => Object.assign(test, { seed: '00' }));
    expect(run('x', short)[0]?.failed).toMatchObject([{ why: 'rejected: seed-length' }]);
  });

  it.each([
    ['the result is left open: acceptable', { result: 'acceptable' }, {}],
    ['the result is neither valid nor invalid', { result: 'maybe' }, {}],
    ['ML-KEM EcdhTest is not implemented', {}, { type: 'EcdhTest' }],
    ['parameter set constructor is not implemented', {}, { parameterSet: 'constructor' }],
    ['seed is not hexadecimal', { seed: 'xyz' }, {}],
    ['the case has no seed', { seed: null }, {}],
  ])('is skipped with its reason: %s', (why, inCase, inGroup) => {
    const text = changed('mlkem_512_keygen_seed', (test, group) => void [Object.assign(test, inCase), Object.assign(group, inGroup)]);
    expect(run('x', text)[0]?.skipped).toMatchObject([{ why }]);
  });

  it('is a file that is none, or arbitrary JSON: bad-input and nothing else', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.json().map((tests) => `{"algorithm":"ML-KEM","testGroups":[{"type":"MLKEMTest","parameterSet":"ML-KEM-512","tests":${tests}}]}`),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          run('x', text);
        } catch (error) {
          expect(error instanceof PqreadyError && error.code).toBe('bad-input');
        }
      }),
      { numRuns: 200 },
    );
  });
});
