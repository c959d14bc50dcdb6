// The JSON profiles: everything the model has is accepted and kept as it is; what is wrong is told with its path.

import { describe, expect, it } from 'vitest';
import { parseFramework } from '../../src/catalog/framework.ts';
import { parsePolicy } from '../../src/catalog/policy.ts';
import { parseTarget } from '../../src/catalog/target.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { Framework, Policy } from '../../src/model/framework.ts';
import type { TargetProfile } from '../../src/model/target.ts';

const date = (text: string): IsoDate => text as IsoDate;
const SOURCE = { title: 'A manual', locator: 'p. 3', url: 'https://example.org/manual', date: '2026-01' };

const TARGET: TargetProfile = {
  schemaVersion: 1,
  id: 'a-board',
  name: 'A board',
  core: 'Cortex-M4F',
  isa: 'armv7e-m',
  matches: ['a_board', 'a_board/soc'],
  clockHz: { value: 64_000_000, source: SOURCE },
  ramBytes: { value: 262_144, source: SOURCE },
  flashBytes: { value: null, source: null },
  accelerators: { value: ['AES'], source: SOURCE },
  trng: { value: true, source: SOURCE },
  measurements: [
    {
      algorithm: 'ml-kem-768',
      operation: 'decaps',
      metric: 'cycles',
      value: 1_387_984,
      spread: { min: 1, max: 2, p95: 1.5 },
      n: 10,
      method: 'published',
      platform: 'another board @ 24 MHz',
      implementation: 'a build',
      build: 'portable',
      clockHz: 24_000_000,
      core: 'Cortex-M4F',
      source: { title: 'A table' },
      note: 'a note',
    },
  ],
  notices: ['A notice.'],
};

const READ = { how: 'copy', date: date('2026-11-23'), document: 'oj' } as const;

const FRAMEWORK: Framework = {
  schemaVersion: 1,
  id: 'cra',
  aliases: ['CRA'],
  name: 'A law',
  version: '2024/2847',
  issuer: 'A parliament',
  jurisdiction: 'EU',
  binding: 'law',
  url: 'https://example.org/law',
  reading: { how: 'secondary', date: date('2026-11-23') },
  documents: [{ id: 'oj', title: 'A journal', version: 'L 1', url: 'https://example.org/oj' }],
  applicability: { markets: ['eu'], highRiskOnly: true, traits: ['consumer'], classes: ['critical'], onRequest: true },
  dates: [{ date: date('2027-12-11'), event: 'applies', reading: READ }],
  classes: [{ class: 'important-1', id: 'AnnexIII.I', examples: ['routers'], route: 'third party', reading: READ }],
  policy: 'a-policy',
  clauses: [
    {
      id: 'AnnexI.P1.2.e',
      aliases: ['P1.2.e'],
      summary: 'Own words.',
      cryptoRelevance: 'confidentiality',
      status: 'MF(g)',
      condition: 'after a risk assessment',
      binding: 'law',
      draft: false,
      appliesFrom: date('2027-12-11'),
      applicability: { markets: ['eu'] },
      reading: READ,
      test: { document: 'oj', group: '5.3-7', inputs: ['IXIT 7-UpdMech'], reading: { how: 'none' } },
      checks: [{ check: 'transport-quantum-safe', bearing: 'risk' }],
    },
  ],
  notes: ['A note.'],
};

const POLICY: Policy = {
  schemaVersion: 1,
  id: 'nist-ir-8547',
  aliases: ['IR8547'],
  name: 'A policy',
  version: 'ipd',
  issuer: 'An institute',
  jurisdiction: 'US',
  binding: 'guideline',
  url: 'https://example.org/policy',
  documents: [{ id: 'oj', title: 'A draft' }],
  applicability: { markets: ['us-federal'] },
  dates: [{ date: date('2024-11-12'), event: 'draft', reading: READ }],
  rules: [
    {
      id: 'T2.112',
      select: { algorithms: ['rsassa-pss', 'ecdsa'], minKeyBits: 2048, maxKeyBits: 3071, curves: ['secp256r1'], roles: ['update'] },
      status: 'deprecated',
      deprecatedAfter: date('2030-12-31'),
      disallowedAfter: date('2035-12-31'),
      draft: true,
      reading: READ,
      note: 'a note',
    },
  ],
  notes: ['A note.'],
};

describe('everything the model has', () => {
  it('is kept of a target', () => {
    expect(parseTarget(JSON.stringify(TARGET), 'a-board.json')).toEqual(TARGET);
  });
  it('is kept of a framework', () => {
    expect(parseFramework(JSON.stringify(FRAMEWORK), 'cra.json')).toEqual(FRAMEWORK);
  });
  it('is kept of a policy', () => {
    expect(parsePolicy(JSON.stringify(POLICY), 'nist.json')).toEqual(POLICY);
  });
  it('that is a list may be left out and is empty then', () => {
    const { aliases, documents, clauses, classes, dates, notes, ...rest } = FRAMEWORK;
    const empty = { aliases: [], documents: [], clauses: [], classes: [], dates: [], notes: [] };
    expect(parseFramework(JSON.stringify(rest), 'cra.json')).toEqual({ ...rest, ...empty });
  });
});

describe('a broken target', () => {
  it.each([
    [{ ramBytes: { value: '520k', source: SOURCE } }, 'ramBytes.value: expected a positive integer, got "520k"'],
    [{ ramBytes: { value: 1.5, source: SOURCE } }, 'ramBytes.value: expected a positive integer, got the number 1.5'],
    [{ ramBytes: { value: 520, source: null } }, 'ramBytes.source: expected the source of the value, got null'],
    [{ ramBytes: 520 }, 'ramBytes: expected a mapping (a value with its source), got the number 520'],
    [{ ramByte: 1 }, 'unknown key "ramByte" (nearest: "ramBytes")'],
    [{ isa: 'armv7em' }, /^isa: expected one of "armv6-m", .*, got "armv7em" \(nearest: "armv7e-m"\)$/],
    [{ id: 'A Board' }, 'id: expected an id of lowercase letters, digits, ".", "_" and "-", got "A Board"'],
    [{ matches: ['NRF52'] }, 'matches[0]: expected a board or SoC name in lowercase, got "NRF52"'],
    [{ matches: ['a', 'b', 'a'] }, 'matches[2]: "a" was given before, at [0]'],
    [
      { measurements: [{ ...TARGET.measurements[0], algorithm: 'mlkem768' }] },
      'measurements[0].algorithm: expected an algorithm id, got "mlkem768" (nearest: "ml-kem-768")',
    ],
    [
      { measurements: [{ ...TARGET.measurements[0], value: -1 }] },
      'measurements[0].value: expected a number, zero or more, got the number -1',
    ],
    [
      { measurements: [{ ...TARGET.measurements[0], source: { title: 'x', url: 'javascript:alert(1)' } }] },
      'measurements[0].source.url: expected an address that begins with https:// or http://, got "javascript:alert(1)"',
    ],
  ])('with %j is told', (change, problem) => {
    const text = JSON.stringify({ ...TARGET, ...change });
    const message =
      typeof problem === 'string'
        ? `a-board.json: ${problem}`
        : expect.stringMatching(new RegExp(problem.source.replace('^', '^a-board\\.json: ')));
    expect(() => parseTarget(text, 'a-board.json')).toThrow(expect.objectContaining({ code: 'bad-profile', message }));
  });
});

describe('a broken framework', () => {
  const clause = FRAMEWORK.clauses[0];
  it.each([
    [
      { ...clause, checks: [{ check: 'updates-authenticated', bearing: 'risk' }] },
      'clauses[0].checks[0].check: expected a check id, got "updates-authenticated" (nearest: "update-authenticated")',
    ],
    [
      { ...clause, checks: [{ check: 'anti-rollback', bearing: 'met' }] },
      'clauses[0].checks[0].bearing: expected one of "evidence", "risk", "contradiction", got "met"',
    ],
    [{ ...clause, reading: { how: 'read' } }, 'clauses[0].reading.how: expected one of "primary", "copy", "secondary", "none", got "read"'],
    [{ ...clause, reading: true }, 'clauses[0].reading: expected a mapping (a reading), got true'],
    [
      { ...clause, reading: { ...READ, document: 'ojj' } },
      'clauses[0].reading.document: expected the id of a document of this file, got "ojj" (nearest: "oj")',
    ],
    [{ ...clause, inferred: true }, 'clauses[0].reading.how: expected "none": what is inferred was read nowhere'],
    [{ ...clause, draft: undefined }, 'clauses[0].draft: expected true or false, got nothing'],
    [{ ...clause, appliesFrom: '2027-12' }, 'clauses[0].appliesFrom: expected a calendar date such as 2027-12-31, got "2027-12"'],
    [{ ...clause, verdict: 'met' }, /clauses\[0\]: unknown key "verdict"/],
    [{ ...clause, aliases: ['AnnexI.P1.2.e'] }, 'clauses[0]: "AnnexI.P1.2.e" was given before, at [0]'],
  ])('with the clause %j is told', (broken, problem) => {
    const text = JSON.stringify({ ...FRAMEWORK, clauses: [broken] });
    expect(() => parseFramework(text, 'cra.json')).toThrow(typeof problem === 'string' ? `cra.json: ${problem}` : problem);
  });
});

describe('a broken policy', () => {
  const rule = POLICY.rules[0];
  it.each([
    [{ ...rule, disallowedAfter: '2029-12-31' }, 'rules[0].disallowedAfter: 2029-12-31 is before deprecatedAfter 2030-12-31'],
    [{ ...rule, select: { algorithms: [] } }, 'rules[0].select.algorithms: expected at least one algorithm id, got an empty list'],
    [{ ...rule, select: { algorithms: ['ecdsa-p256'] } }, 'rules[0].select.algorithms[0]: expected an algorithm id, got "ecdsa-p256"'],
    [
      { ...rule, select: { algorithms: ['ecdsa'], curves: ['secp256r'] } },
      'rules[0].select.curves[0]: expected a curve id, got "secp256r" (nearest: "secp256r1")',
    ],
    [
      { ...rule, select: { algorithms: ['rsa'], minKeyBits: 4096, maxKeyBits: 2048 } },
      'rules[0].select.maxKeyBits: 2048 is below minKeyBits 4096',
    ],
    [{ ...rule, status: 'compliant' }, /rules\[0\]\.status: expected one of "allowed"/],
  ])('with the rule %j is told', (broken, problem) => {
    const text = JSON.stringify({ ...POLICY, rules: [broken] });
    expect(() => parsePolicy(text, 'nist.json')).toThrow(typeof problem === 'string' ? `nist.json: ${problem}` : problem);
  });

  it('with a rule id given twice is told', () => {
    expect(() => parsePolicy(JSON.stringify({ ...POLICY, rules: [rule, rule] }), 'nist.json')).toThrow(
      'nist.json: rules[1].id: "T2.112" was given before, at [0]',
    );
  });
});
