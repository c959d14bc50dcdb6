import { describe, expect, it } from 'vitest';
import { runGroup } from '../../src/pqc/conformance.ts';
import { arrangeVectors } from '../../src/pqc/vectors/collection.ts';
import { parseManifest } from '../../src/pqc/vectors/manifest.ts';
import { readText, SHIPPED, WYCHEPROOF } from './vector-files.ts';

const keygen = JSON.parse(readText(`${SHIPPED}ml-kem-keygen.json.gz`));
const [test] = keygen.testGroups[0].tests;
const head = { vsId: 42, algorithm: 'ML-KEM', mode: 'keyGen', revision: 'FIPS203' };
const group = { tgId: 1, testType: 'AFT', parameterSet: 'ML-KEM-512' };
const prompt = { ...head, testGroups: [{ ...group, tests: [{ tcId: test.tcId, z: test.z, d: test.d }] }] };
const results = { ...head, testGroups: [{ tgId: 1, tests: [{ tcId: test.tcId, ek: test.ek, dk: test.dk }] }] };
const file = (name: string, content: object | string) => ({ name, text: typeof content === 'string' ? content : JSON.stringify(content) });
const arrange = (...files: readonly ReturnType<typeof file>[]) => {
  const { sets, passedOver } = arrangeVectors(files);
  return { results: sets.flatMap(({ groups }) => [...groups].map((each) => runGroup(each))), passedOver };
};

describe('the files of a folder', () => {
  it('are paired by what they say, whatever their names', () => {
    const { results: groups, passedOver } = arrange(file('b.json', results), file('a.json', prompt));
    expect(groups).toMatchObject([{ set: 'a.json', passed: 1, failed: [], skipped: [] }]);
    expect(passedOver).toEqual([]);
  });

  it('may be as a server of ACVP sends them, after the version', () => {
    const version = { acvVersion: '1.0' };
    const { results: groups } = arrange(file('a.json', [version, prompt] as object), file('b.json', [version, results] as object));
    expect(groups).toMatchObject([{ passed: 1 }]);
  });

  it('are not paired across sets: a prompt without its results is skipped, results without their prompt are named', () => {
    const { results: groups, passedOver } = arrange(file('a.json', prompt), file('b.json', { ...results, revision: 'other' }));
    expect(groups).toMatchObject([{ passed: 0, skipped: [{ why: 'the set gives no expected ek' }] }]);
    expect(passedOver).toEqual([{ name: 'b.json', kind: 'incomplete', why: 'expected results without their prompt' }]);
  });

  it('need no pair where one file has inputs and results, and Wycheproof never does', () => {
    const whole = file('p.json', { ...head, testGroups: [{ ...group, tests: [test] }] });
    const wycheproof = file('w.json', readText(`${WYCHEPROOF}mlkem_512_keygen_seed_test.json.gz`));
    expect(arrange(whole, wycheproof).results).toMatchObject([{ passed: 1 }, { passed: 1, variant: 'Wycheproof' }]);
  });

  it('that hold no vectors, or are none, are named with the reason', () => {
    const { passedOver } = arrange(
      file('registration.json', { algorithm: 'ML-KEM', mode: 'keyGen' }),
      file('text.json', 'no JSON'),
      file('half.json', '{"algorithm":"ML-KEM","mode":"keyGen","testGroups":[{"testType":"AFT"}]}'),
      file('unit.json', '{"algorithm":"ML-KEM","schema":"x","testGroups":[{"tests":[]}]}'),
    );
    expect(passedOver).toEqual([
      { name: 'half.json', kind: 'malformed', why: 'testGroups[0]: tests: expected an array' },
      { name: 'registration.json', kind: 'no-vectors', why: 'no test groups' },
      { name: 'text.json', kind: 'malformed', why: 'expected JSON' },
      { name: 'unit.json', kind: 'malformed', why: 'testGroups[0]: type: expected a string' },
    ]);
  });
});

describe('the manifest', () => {
  it('names files of its own folder only', () => {
    const manifest = (path: string) =>
      JSON.stringify({ collections: [{ name: 'c', cases: 2 }], files: [{ path, source: 's', cases: 1, of: 2 }] });
    expect(parseManifest(manifest('a/b.json.gz'))).toMatchObject({ coverage: { cases: 1, of: 2, collections: ['c'] } });
    expect(() => parseManifest(manifest('../b.json.gz'))).toThrow('expected a file below profiles/vectors');
  });
});
