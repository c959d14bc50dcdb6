// SARIF 2.1.0 errata 01: what the schema cannot say (§3.27.9 kind and level, §3.11 messages, §3.4 URIs) is claimed here by hand.

import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/inventory/fuse.ts';
import type { Assessment, Finding } from '../../src/model/assessment.ts';
import type { Evidence, Gap, IsoDate } from '../../src/model/evidence.ts';
import type { AssetId, Inventory } from '../../src/model/inventory.ts';
import type { Report } from '../../src/model/report.ts';
import { toMessage, toUri } from '../../src/report/sarif/place.ts';
import { sarif } from '../../src/report/sarif.ts';
import { at, COVERAGE, called, key, seen, use } from '../inventory/evidence.ts';
import { INVENTORY_ONLY, SAMPLE } from './sample.ts';
import { sarifErrors } from './schemas.ts';

const PLACES: readonly Evidence[] = [
  called(use('md5'), at('src/ota update/verify#1.c', 20), 'MD5_Init'),
  called(use('md5'), at('src/ota update/verify#1.c', 30), 'MD5_Init'),
  called(use('md5'), { at: 'bytes', path: 'fw.bin', offset: 4096, length: 64 }, 'T table', { grade: 'binary', confidence: 'hint' }),
  called(use('md5'), at('tests/md5.c', 3), 'MD5', { origin: 'test' }),
];

describe('a SARIF log', () => {
  it.each([
    ['with an assessment', SAMPLE],
    ['of an inventory alone', INVENTORY_ONLY],
    ['of nothing', report(fused([]))],
    [
      'with gaps, endpoints and keys',
      report(fused([seen(key(), { at: 'endpoint', transport: 'tcp', host: 'fe80::1', port: 443 })], [gap('a.pem'), gap('')])),
    ],
  ])('%s is valid against the schema', (_, one) => {
    expect(sarifErrors(read(one))).toEqual([]);
  });

  it('names no rule that no result has, and no result without its rule', () => {
    const [run] = read(SAMPLE).runs;
    const rules = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(new Set(run?.results.map(({ ruleId }) => ruleId))).toEqual(new Set(rules));
    for (const result of run?.results ?? []) expect(rules[result.ruleIndex]).toBe(result.ruleId);
  });

  it('points from a rule to the clauses of frameworks that its checks bear on', () => {
    const [run] = read(SAMPLE).runs;
    const targets = run?.tool.driver.rules.flatMap(({ relationships }) => relationships.map(({ target }) => target)) ?? [];
    expect(targets.length).toBeGreaterThan(0);
    for (const { id, index, toolComponent } of targets) {
      const taxonomy = run?.taxonomies[toolComponent.index];
      expect([taxonomy?.name, taxonomy?.taxa[index]?.id]).toEqual([toolComponent.name, id]);
    }
  });
});

describe('results', () => {
  it('are one for each place of a finding, with region in lines or bytes', () => {
    const results = resultsOf([weakHash()]);
    expect(results.map(({ locations }) => locations[0]?.physicalLocation)).toEqual([
      { artifactLocation: { uri: 'fw.bin', uriBaseId: '%SRCROOT%' }, region: { byteOffset: 4096, byteLength: 64 } },
      { artifactLocation: { uri: 'src/ota%20update/verify%231.c', uriBaseId: '%SRCROOT%' }, region: { startLine: 20, startColumn: 3 } },
      { artifactLocation: { uri: 'src/ota%20update/verify%231.c', uriBaseId: '%SRCROOT%' }, region: { startLine: 30, startColumn: 3 } },
      { artifactLocation: { uri: 'tests/md5.c', uriBaseId: '%SRCROOT%' }, region: { startLine: 3, startColumn: 3 } },
    ]);
  });

  it('fail with an error for a weakness of today, ask for review on a hint, and only note what stands in a test', () => {
    expect(resultsOf([weakHash()]).map(({ kind, level }) => [kind, level])).toEqual([
      ['review', 'none'],
      ['fail', 'error'],
      ['fail', 'error'],
      ['fail', 'note'],
    ]);
  });

  it.each([
    ['quantum-long-lived', 'fail', 'warning'],
    ['quantum', 'fail', 'note'],
    ['record', 'informational', 'none'],
    ['good', 'pass', 'none'],
  ] as const)('of urgency %s have kind %s and level %s', (urgency, kind, level) => {
    expect(resultsOf([weakHash({ urgency })])[1]).toMatchObject({ kind, level });
  });

  it('keep their fingerprints when lines move, and differ within a file', () => {
    const moved = PLACES.map((item) =>
      item.location.at === 'text'
        ? { ...item, location: { ...item.location, line: item.location.line + 7, offset: item.location.offset + 300 } }
        : item,
    );
    const before = resultsOf([weakHash()]).map(({ partialFingerprints }) => partialFingerprints['pqready/v1']);
    const after = resultsOf([weakHash({}, moved)], moved).map(({ partialFingerprints }) => partialFingerprints['pqready/v1']);
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  it('of an accepted risk are suppressed until the acceptance ends, and all results say so or not', () => {
    const accepted = {
      finding: 'weak-hash/00000001',
      reason: 'retired in {Q3}',
      owner: 'A. Turing',
      date: day('2026-01-01'),
      expires: day('2027-01-01'),
    };
    const [open, running, over] = [weakHash(), weakHash({ accepted }), weakHash({ accepted: { ...accepted, expires: day('2026-11-22') } })];
    expect(resultsOf([running])[0]?.suppressions).toMatchObject([
      { kind: 'external', status: 'accepted', justification: 'retired in {{Q3}}' },
    ]);
    for (const finding of [open, over]) expect(resultsOf([finding])[0]?.suppressions).toEqual([]);
  });

  it('of a finding about the product have no place', () => {
    expect(resultsOf([weakHash({ facts: [] })])).toMatchObject([{ ruleId: 'weak-hash', locations: [] }]);
  });
});

describe('text and URIs', () => {
  it('carry no link, no placeholder and nothing unseen out of a scanned file', () => {
    expect(toMessage('[click](http://evil.example) {0} \u202e').text).toBe('[click\\](http://evil.example) {{0}} [U+202E]');
  });

  it.each([
    ['a b/c#d?.c', 'a%20b/c%23d%3F.c'],
    ['c:evil/x', 'c%3Aevil/x'],
    ['a.zip!/b.c', 'a.zip!/b.c'],
    ['na\u00efve/\ud800.c', 'na%C3%AFve/%EF%BF%BD.c'],
    ['100%/x', '100%25/x'],
  ])('write the path %s as %s', (path, uri) => {
    expect(toUri(path)).toBe(uri);
  });
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly locations: readonly { readonly physicalLocation: unknown }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly unknown[];
}
interface Target {
  readonly id: string;
  readonly index: number;
  readonly toolComponent: { readonly name: string; readonly index: number };
}
interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { readonly id: string; readonly relationships: readonly { readonly target: Target }[] }[];
      };
    };
    readonly taxonomies: readonly { readonly name: string; readonly taxa: readonly { readonly id: string }[] }[];
    readonly results: readonly Result[];
  }[];
}

function read(one: Report): Log {
  return JSON.parse(sarif.render(one));
}

function resultsOf(findings: readonly Finding[], evidence: readonly Evidence[] = PLACES): readonly Result[] {
  const assessment: Assessment = { ...NOTHING, findings };
  const log = read({ ...report(fused(evidence)), assessment });
  expect(sarifErrors(log)).toEqual([]);
  return log.runs[0]?.results ?? [];
}

const NOTHING: Assessment = {
  asOf: day('2026-11-23'),
  findings: [],
  checks: [],
  frameworks: [],
  sunsets: [],
  gates: [],
  product: { atLeast: false, limitingRoles: [] },
  fit: [],
  outlook: { ceilings: [], exposure: [], choices: [] },
  plan: [],
  questions: [],
};

function weakHash(more: Partial<Finding> = {}, evidence: readonly Evidence[] = PLACES): Finding {
  return {
    id: 'weak-hash/00000001',
    rule: 'weak-hash',
    urgency: 'present-day',
    role: 'update',
    title: { code: 'weak-signature-digest', args: { name: 'MD5', role: 'update' } },
    asset: 'crypto/algorithm/md5' as AssetId,
    grade: 'source',
    confidence: 'certain',
    origin: 'first-party',
    facts: fused(evidence).assets.flatMap(({ facts }) => facts.map(({ id }) => id)),
    checks: ['no-broken-primitive'],
    ...more,
  };
}

function fused(evidence: readonly Evidence[], gaps: readonly Gap[] = []): Inventory {
  return fuse({ subject: 'lock', evidence, gaps, coverage: COVERAGE, roles: [] });
}

function gap(path: string): Gap {
  return { scanner: 'certificate', location: at(path, 1), reason: 'malformed', detail: 'expected a SEQUENCE, got {' };
}

function report(inventory: Inventory): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'pqready', version: '0.1.0' },
    asOf: day('2026-11-23'),
    inventory,
    productSource: 'none',
    targets: [],
    measurements: [],
    refused: [],
  };
}

function day(text: string): IsoDate {
  return text as IsoDate;
}
