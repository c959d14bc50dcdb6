import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProduct } from '../../src/catalog/product.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { Product } from '../../src/model/product.ts';

const SIX_LINES = `schemaVersion: 1
name: Door lock
targets: [nrf52840dk]
units: { placedFrom: 2026-03-01, placedTo: 2029-02-28 }
supportEnds: 2034-03-01
markets: [eu]
`;

const date = (text: string): IsoDate => text as IsoDate;

const WHOLE: Product = {
  schemaVersion: 1,
  name: 'Door lock',
  description: 'Lock with a radio',
  version: '2.10',
  vendor: 'A vendor',
  parts: [{ id: 'main', kind: 'firmware', paths: ['app', 'lib/common'], version: '2.10' }],
  targets: [
    { target: 'nrf52840dk', budget: { flashBytes: 262_144, ramBytes: 32_768, stackBytes: 16_384, bootMs: 500, handshakeMs: 1500.5 } },
  ],
  units: { placedFrom: date('2026-03-01'), placedTo: date('2029-02-28'), count: 20_000 },
  supportEnds: date('2034-03-01'),
  fieldLifeYears: 12,
  markets: ['eu', 'us-consumer'],
  highRiskUse: false,
  data: [{ id: 'codes', name: 'Access codes', secretYears: 10, roles: ['transport', 'storage'] }],
  roles: [{ role: 'boot', inScope: true, paths: ['boot'], changedBy: 'nobody', verifierImmutable: true }],
  policies: ['nist-ir-8547'],
  declarations: [{ id: 'quantum-risk', statement: 'Recorded in RA-7', declaredBy: 'vendor', date: date('2026-10-01') }],
  acceptedRisks: [
    {
      finding: 'weak-hash/1a2b3c4d',
      reason: 'An ETag',
      owner: 'Head of engineering',
      date: date('2026-10-01'),
      expires: date('2027-10-01'),
    },
  ],
};

function problemsOf(yaml: string): string[] {
  try {
    parseProduct(yaml, 'pqready.yaml');
  } catch (error) {
    expect(error).toMatchObject({ name: 'PqreadyError', code: 'bad-profile' });
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('a product file', () => {
  it('is six lines', () => {
    expect(parseProduct(SIX_LINES, 'pqready.yaml')).toEqual({
      schemaVersion: 1,
      name: 'Door lock',
      parts: [],
      targets: [{ target: 'nrf52840dk', budget: {} }],
      units: { placedFrom: '2026-03-01', placedTo: '2029-02-28' },
      supportEnds: '2034-03-01',
      markets: ['eu'],
      data: [],
      roles: [],
      policies: [],
      declarations: [],
      acceptedRisks: [],
    });
  });

  it('may say everything the model has, and keeps it as it is', () => {
    expect(parseProduct(JSON.stringify(WHOLE), 'pqready.yaml')).toEqual(WHOLE);
  });

  it('asks the end of support of those batches alone that have none of their own', () => {
    const written = `schemaVersion: 1
name: Lamp
units: { placedFrom: 2024-01-01, placedTo: 2029-12-31, batches: [{ placedFrom: 2024-01-01, placedTo: 2024-12-31 }, { placedFrom: 2029-01-01, placedTo: 2029-12-31, supportEnds: 2035-12-31 }] }
supportEnds: 2028-12-31
`;
    expect(parseProduct(written, 'pqready.yaml').units?.batches).toHaveLength(2);
  });

  it('takes short forms for the long ones', () => {
    const short = parseProduct(
      `schemaVersion: 1
name: Lamp
targets:
  - esp32c3
  - target: esp32
    budget: { flashBytes: 256 KiB, ramBytes: 1MiB }
markets: eu
parts:
  - { kind: firmware, paths: main }
data:
  - { id: presence, secretYears: 3 }
roles:
  - { role: update, paths: ota, changedBy: vendor-ota }
`,
      'pqready.yaml',
    );
    expect(short.targets).toEqual([
      { target: 'esp32c3', budget: {} },
      { target: 'esp32', budget: { flashBytes: 262_144, ramBytes: 1_048_576 } },
    ]);
    expect(short.markets).toEqual(['eu']);
    expect(short.parts).toEqual([{ id: 'firmware', kind: 'firmware', paths: ['main'] }]);
    expect(short.data).toEqual([{ id: 'presence', name: 'presence', secretYears: 3, roles: [] }]);
    expect(short.roles).toEqual([{ role: 'update', paths: ['ota'], changedBy: 'vendor-ota' }]);
    expect(parseProduct('schemaVersion: 1\nname: Lamp\ntargets: esp32c3', 'pqready.yaml').targets).toEqual([
      { target: 'esp32c3', budget: {} },
    ]);
  });
});

const START = 'schemaVersion: 1\nname: Lamp\n';

describe('a broken product file is told', () => {
  it.each([
    ['', ['schemaVersion: expected 1, got nothing', 'name: expected text, got nothing']],
    ['- 1', ['expected a mapping (a product), got a list of 1']],
    ['schemaVersion: 2\nname: Lamp', ['schemaVersion: expected 1, got the number 2']],
    [`${START}version: 1.10`, ['version: expected text, got the number 1.1 (put it in quotes)']],
    [`${START}name2: x`, ['unknown key "name2" (nearest: "name")']],
    [`${START}suportEnds: 2030-01-01`, ['unknown key "suportEnds" (nearest: "supportEnds")']],
    [`${START}supportEnds: 2030-02-30`, ['supportEnds: expected a calendar date such as 2027-12-31, got "2030-02-30"']],
    [`${START}supportEnds: 2030`, ['supportEnds: expected a calendar date such as 2027-12-31, got the number 2030']],
    [`${START}supportEnds: "0000-13-01"`, ['supportEnds: expected a calendar date such as 2027-12-31, got "0000-13-01"']],
    [
      `${START}markets: [ue]`,
      ['markets[0]: expected one of "eu", "us-consumer", "us-federal", "us-national-security", got "ue" (nearest: "eu")'],
    ],
    [
      `${START}declarations: [{ id: key-erasure, statement: s, declaredBy: vendor, date: 2026-10-01 }]`,
      ['declarations[0].answer: expected yes or no for key-erasure, got nothing'],
    ],
    [`${START}targets: [7]`, ['targets[0]: expected a target id, or a mapping with "target" and "budget", got the number 7']],
    [
      `${START}targets: { target: a, budget: { ramBytes: 12 KB } }`,
      ['targets.budget.ramBytes: expected a number of bytes, or a size such as 256 KiB or 2 MiB, got "12 KB"'],
    ],
    [`${START}parts: [{ kind: firmware, paths: ../other }]`, ['parts[0].paths: expected a path inside the product, got "../other"']],
    [`${START}parts: [{ kind: firmware, paths: [/etc] }]`, ['parts[0].paths[0]: expected a path inside the product, got "/etc"']],
    [`${START}parts: [{ kind: firmware, paths: 'C:\\x' }]`, ['parts[0].paths: expected a path inside the product, got "C:\\\\x"']],
    [`${START}roles: [{ role: boot }, { role: update }, { role: boot }]`, ['roles[2].role: "boot" was given before, at [0]']],
    [`${START}targets: [esp32, esp32]`, ['targets[1].target: "esp32" was given before, at [0]']],
    [
      `${START}units: { placedFrom: 2028-01-01, placedTo: 2027-12-31 }`,
      ['units.placedTo: 2027-12-31 is before units.placedFrom 2028-01-01'],
    ],
    [
      `${START}units: { placedFrom: 2026-01-01, placedTo: 2027-12-31 }\nsupportEnds: 2027-06-30`,
      ['supportEnds: 2027-06-30 is before units.placedTo 2027-12-31: the last unit would have no support'],
    ],
    [
      `${START}units:
  placedFrom: 2026-01-01
  placedTo: 2027-12-31
  count: 10
  batches:
    - { placedFrom: 2025-01-01, placedTo: 2026-06-30, count: 8 }
    - { placedFrom: 2027-01-01, placedTo: 2028-06-30, count: 3, supportEnds: 2028-01-01 }`,
      [
        'units.batches[0].placedFrom: 2025-01-01 is before units.placedFrom 2026-01-01',
        'units.batches[1].placedTo: 2028-06-30 is after units.placedTo 2027-12-31',
        'units.batches[1].supportEnds: 2028-01-01 is before placedTo 2028-06-30: the last unit would have no support',
        'units.batches: expected at most 10 in all, as units.count says, got 11',
      ],
    ],
    [
      `${START}acceptedRisks: [{ finding: x/1, reason: r, owner: o, date: 2027-01-01, expires: 2026-01-01 }]`,
      ['acceptedRisks[0].expires: 2026-01-01 is before date 2027-01-01'],
    ],
    [`${START}fieldLifeYears: -1`, ['fieldLifeYears: expected a number, zero or more, got the number -1']],
    [`${START}highRiskUse: yes`, ['highRiskUse: expected true or false, got "yes"']],
  ])('of %j', (yaml, problems) => {
    expect(problemsOf(yaml)).toEqual(problems.map((problem) => `pqready.yaml: ${problem}`));
  });

  it('of ten problems and how many more there are', () => {
    const lines = problemsOf(`${START}markets: [${Array.from({ length: 14 }, (_, index) => `m${index}`).join(', ')}]`);
    expect(lines).toHaveLength(11);
    expect(lines[10]).toBe('pqready.yaml: … and 4 more');
  });

  it('without the secret that was pasted into it, and without controls', () => {
    const pem = `${START}supportEnds: "-----BEGIN PRIVATE KEY-----\\nMIGHAgEAMBMG"`;
    expect(problemsOf(pem)[0]).toContain('got a PEM block');
    expect(problemsOf(`${START}supportEnds: "\\e[31m\\u202e${'x'.repeat(100)}"`)[0]).toBe(
      `pqready.yaml: supportEnds: expected a calendar date such as 2027-12-31, got "\\u001b[31m\\u202e${'x'.repeat(34)}…"`,
    );
  });
});

describe('hostile YAML', () => {
  it.each([
    ['a tag', 'a: !!js/function x', 'pqready.yaml: 1:4: expected no tag'],
    ['a tag of the core schema', `${START}version: !!str 1`, 'pqready.yaml: 3:16: expected no tag, got "tag:yaml.org,2002:str"'],
    ['a second document', `${START}---\nname: x`, 'pqready.yaml: 3:1: expected one document, got another'],
    ['a repeated key', `${START}name: y`, 'pqready.yaml: 3:1: the key "name" is given twice'],
    ['a mapping as key', `${START}? { a: 1 }\n: 2`, 'pqready.yaml: 3:3: expected a word as key'],
    ['an alias without an anchor', `${START}vendor: *v`, 'pqready.yaml: Unresolved alias (the anchor must be set before the alias): v'],
    ['an open bracket', `${START}targets: [a`, /^pqready\.yaml: 3:12: /],
  ])('with %s is refused', (_, yaml, message) => {
    const [first] = problemsOf(yaml);
    if (typeof message === 'string') expect(first).toBe(message);
    else expect(first).toMatch(message);
  });

  it('has no merge keys', () => {
    expect(
      problemsOf(`${START}units: &u { placedFrom: 2026-01-01, placedTo: 2026-01-02 }\ndata: [{ <<: *u, id: a, secretYears: 1 }]`),
    ).toEqual(['pqready.yaml: data[0]: unknown key "<<" (known: id, name, secretYears, roles)']);
  });

  it('with aliases of aliases is refused before it grows', () => {
    const row = (name: string, inner: string): string => `${name}: &${name} [${Array(9).fill(inner).join(',')}]`;
    const bomb = [row('a', 'x'), row('b', '*a'), row('c', '*b'), row('d', '*c'), row('e', '*d')].join('\n');
    expect(problemsOf(bomb)[0]).toContain('Excessive alias count');
  });

  it.each(['__proto__', 'constructor', 'toString'])('with the key %s changes no prototype', (key) => {
    expect(problemsOf(`${START}${key}: { polluted: true }`)[0]).toContain(`unknown key "${key}"`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['[', '{a: ', '- ', '? ', '&a ', '"', "'", ': ', '- - - -\n', '\t', '*a '])('of many %j is refused', (piece) => {
    expect(problemsOf(piece.repeat(20_000 / piece.length))).not.toEqual([]);
  });

  it('is told in few and short lines, however much of it is wrong', () => {
    const wrong = [
      `x: *${'a'.repeat(200_000)}`,
      `${START}markets: [${'x,'.repeat(80_000)}]`,
      Array.from({ length: 30_000 }, (_, n) => `k${n}:`).join('\n'),
    ];
    for (const yaml of wrong) expect(problemsOf(yaml).join('\n').length).toBeLessThan(6000);
  });

  it('of more than 256 KiB is refused unread', () => {
    expect(problemsOf(' '.repeat(262_145))).toEqual(['pqready.yaml: expected at most 262144 characters, got 262145']);
  });

  it('throws nothing but bad-profile, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[a-c:\-\n [\]{}&*!?|>"'#]{0,60}$/),
      fc.uint8Array().map((bytes) => new TextDecoder().decode(bytes)),
    );
    fc.assert(
      fc.property(text, (yaml) => {
        problemsOf(yaml);
      }),
      { numRuns: 400 },
    );
  });
});
