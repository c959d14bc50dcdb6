// Every pack that ships: read, named once, cited, and with every id that the mapping of findings to requirements names.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackFile, parsePacks } from '../../src/catalog/packs.ts';
import { findEntries, indexReferences, nearestReference } from '../../src/catalog/references.ts';
import { CHECKS } from '../../src/knowledge/checks.ts';
import { isStale, toVerified } from '../../src/knowledge/readings.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { Reading } from '../../src/model/framework.ts';

const PROFILES = new URL('../../profiles/', import.meta.url);

function readShelf(shelf: 'frameworks' | 'policies'): PackFile[] {
  const folder = new URL(`${shelf}/`, PROFILES);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ name: `${shelf}/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
}

const FILES = { frameworks: readShelf('frameworks'), policies: readShelf('policies') };
const PACKS = parsePacks(FILES);
const INDEX = indexReferences(PACKS);
const MAPPING: { readonly findings: Record<string, string[]>; readonly themes: Record<string, string[]> } = JSON.parse(
  readFileSync(new URL('../fixtures/mapping-ids.json', import.meta.url), 'utf8'),
);
const clauses = PACKS.frameworks.flatMap((framework) => framework.clauses.map((clause) => ({ framework, clause })));
const readings: readonly Reading[] = [
  ...clauses.map(({ clause }) => clause.reading),
  ...PACKS.policies.flatMap((policy) => policy.rules.map((rule) => rule.reading)),
];

describe('the packs', () => {
  it('are all that the plan names', () => {
    expect(PACKS.frameworks.map(({ id }) => id)).toEqual(
      [
        ...['cra', 'en-303-645', 'cyber-trust-mark', 'joint-cybersafe', 'eu-pqc-roadmap', 'nist-pqc', 'cnsa', 'bsi'],
        ...['critical-infrastructure', 'counter-ransomware', 'ai-security', 'en-18031', 'ssdf', 'anssi', 'ncsc', 'acm'],
        ...['us-executive-orders', 'cisa', 'pqcmm', 'etsi-cra-drafts'],
      ].sort(),
    );
    expect(PACKS.policies.map(({ id }) => id)).toEqual(
      ['anssi-pg-083', 'bsi-tr-02102', 'cnsa-2.0', 'eccg-acm', 'ncsc-uk', 'nist-ir-8547'].sort(),
    );
  });

  it('hold the Cyber Resilience Act whole: both parts of Annex I, Annex II and VII, the classes, Articles 13, 14 and 69', () => {
    const cra = PACKS.frameworks.find(({ id }) => id === 'cra');
    const ids = new Set(cra?.clauses.map(({ id }) => id));
    const wanted = [
      'AnnexI.P1.1',
      ...[...'abcdefghijklm'].map((point) => `AnnexI.P1.2.${point}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((point) => [`AnnexI.P2.${point}`, `AnnexVII.${point}`]),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((point) => `AnnexII.${point}`),
      ...['Art13.2-4', 'Art13.5', 'Art13.8', 'Art13.9', 'Art13.13', 'Art13.19', 'Art14.1-2', 'Art14.3-4', 'Art69.2', 'Art69.3'],
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect(cra?.classes.map((row) => row.class)).toEqual(['default', 'important-1', 'important-2', 'critical']);
  });

  it('summarise every requirement in a sentence of their own and cite a document for all that was read', () => {
    for (const { framework, clause } of clauses) {
      expect(clause.summary.length, clause.id).toBeLessThan(400);
      expect(clause.summary, clause.id).not.toMatch(/\bshall\b/i);
      if (clause.reading.how !== 'none')
        expect(
          framework.documents.map(({ id }) => id),
          clause.id,
        ).toContain(clause.reading.document);
    }
  });

  it('name no mirror, record number or working note as a source', () => {
    for (const { name, text } of [...FILES.frameworks, ...FILES.policies])
      expect(text, name).not.toMatch(
        /github|gitlab\.com|scribd|wikisource|justia|medium\.com|library record|mirror|read_at|stored file|\b\d{9,}\b(?!\/)|orcwg|ciso-assistant|\/work/i,
      );
  });

  it('give addresses of issuers over https only', () => {
    const urls = [...PACKS.frameworks, ...PACKS.policies].flatMap((pack) => [pack.url, ...pack.documents.map(({ url }) => url)]);
    for (const url of urls) if (url !== undefined) expect(url).toMatch(/^https:\/\//);
  });

  it('carry verdict words for a test standard and for no law', () => {
    const worded = PACKS.frameworks.filter(({ verdictWords }) => verdictWords !== undefined);
    expect(worded.map(({ id, verdictWords }) => [id, verdictWords?.met, verdictWords?.indeterminate])).toEqual([
      ['en-303-645', 'PASS', 'INCONCLUSIVE'],
    ]);
  });

  it('let a present-day failure alone contradict a clause', () => {
    const bearings = clauses.flatMap(({ clause }) => clause.checks).filter(({ bearing }) => bearing === 'contradiction');
    expect([...new Set(bearings.map(({ check }) => check))].sort()).toEqual([
      ...['certificate-signature-sound', 'keys-erasable', 'keys-unique-per-unit', 'no-broken-primitive', 'no-legacy-protocol'],
      ...['no-private-key-in-tree', 'no-shared-secret-in-tree', 'no-short-key', 'no-unsafe-mode', 'sbom-present'],
      ...['support-period-published', 'update-authenticated', 'update-available'],
    ]);
  });

  it('let every check bear on something', () => {
    const used = new Set(clauses.flatMap(({ clause }) => clause.checks.map(({ check }) => check)));
    expect(Object.keys(CHECKS).filter((check) => ![...used].some((each) => each === check))).toEqual([]);
  });

  it('say of an inference that nobody wrote it, and hold none for verified', () => {
    const inferred = clauses.filter(({ clause }) => clause.inferred === true);
    expect(inferred.map(({ clause }) => clause.id)).toContain('CRI.link.update-forgery');
    for (const { clause } of inferred) expect(toVerified(clause.reading)).toBe(false);
  });

  it('give how and when of every reading, and call stale what is not the issuer’s own text', () => {
    const today = '2026-11-23' as IsoDate;
    for (const reading of readings) expect(reading.how === 'none' ? 'none' : reading.date).toMatch(/^none$|^\d{4}-\d{2}-\d{2}$/);
    expect(new Set(readings.map(({ how }) => how))).toEqual(new Set(['primary', 'copy', 'secondary', 'none']));
    expect(readings.filter((reading) => !isStale(reading, today)).every(({ how }) => how === 'primary')).toBe(true);
  });
});

describe('a reference', () => {
  it('of the mapping resolves, for all 45 findings', () => {
    expect(Object.keys(MAPPING.findings).length).toBe(45);
    const written = [...Object.values(MAPPING.findings), ...Object.values(MAPPING.themes)].flat();
    expect(written.filter((name) => findEntries(INDEX, name).length === 0)).toEqual([]);
  });

  it.each([
    ['cra:AnnexI.P1.2.e', 'cra:AnnexI.P1.2.e'],
    ['CRA:P1.2.e', 'cra:AnnexI.P1.2.e'],
    ['P1.2.e', 'cra:AnnexI.P1.2.e'],
    ['BSI:ER.6', 'cra:AnnexI.P1.2.e'],
    ['A13.8', 'cra:Art13.8'],
    ['EN 5.3-7', 'en-303-645:5.3-7'],
    ['EN303645:5.3-7', 'en-303-645:5.3-7'],
    ['IR DP1', 'cyber-trust-mark:IR8425.DataProtection.1'],
    ['8.222(b)(9)', 'cyber-trust-mark:47CFR8.222(b)(1)-(11)'],
    ['IR8547.T2 (draft)', 'nist-pqc:IR8547.T2'],
    ['SSDF:PS.2.1', 'ssdf:PS.2.1'],
    ['IEC62443-4-2.EDR-HDR-NDR3.10', 'critical-infrastructure:IEC62443-4-2.EDR3.10'],
    ['cra:AnnexIII.I', 'cra:AnnexIII.I'],
    ['nist-ir-8547:IR8547.T2.112', 'nist-ir-8547:IR8547.T2.112'],
    ['update-authenticated', 'update-authenticated'],
  ])('%s is %s', (written, id) => {
    expect(findEntries(INDEX, written).map((entry) => entry.id)).toEqual([id]);
  });

  it('stands for a pack by its id or alias', () => {
    expect(findEntries(INDEX, 'EN').map((entry) => entry.kind)).toEqual(['framework']);
    expect(findEntries(INDEX, 'cnsa-2.0').map((entry) => entry.kind)).toEqual(['policy']);
  });

  it('that nothing has is empty, with the nearest name', () => {
    for (const name of ['', 'constructor', '__proto__', 'cra:', 'cra:constructor']) expect(findEntries(INDEX, name)).toEqual([]);
    expect(nearestReference(INDEX, 'cra:AnnexI.P1.2.ee')).toMatch(/^cra:AnnexI\.P1\.2\./);
  });
});

it('a reference of any text is looked up without a throw', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (written) => {
      expect(Array.isArray(findEntries(INDEX, written))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

describe('an own pack', () => {
  const own = (change: Record<string, unknown>): string =>
    JSON.stringify({
      schemaVersion: 1,
      id: 'house',
      name: 'House rules',
      version: '1',
      issuer: 'We',
      jurisdiction: 'here',
      binding: 'guideline',
      reading: { how: 'primary', date: '2026-11-01' },
      clauses: [],
      ...change,
    });
  const withOwn = (change: Record<string, unknown>) =>
    parsePacks(FILES, { frameworks: [{ name: 'frameworks/house.json', text: own(change) }], policies: [] });

  it('stands beside those that ship', () => {
    const clause = {
      id: 'H.1',
      summary: 'Own words.',
      draft: false,
      reading: { how: 'none' },
      checks: [{ check: 'sbom-present', bearing: 'risk' }],
    };
    const packs = withOwn({ clauses: [clause] });
    expect(packs.frameworks.at(-1)?.id).toBe('house');
    expect(findEntries(indexReferences(packs), 'house:H.1')).toHaveLength(1);
  });

  it.each([
    [{ id: 'cra' }, 'frameworks/house.json: id: expected a name of its own, got "cra", a name that ships with pqready'],
    [{ aliases: ['EN'] }, 'frameworks/house.json: aliases[0]: expected a name of its own, got "EN", a name that ships with pqready'],
    [{ policy: 'cnsa-2' }, 'frameworks/house.json: policy: expected the id of a policy, got "cnsa-2" (nearest: "cnsa-2.0")'],
    [{ reading: { how: 'read' } }, /reading\.how: expected one of "primary", "copy", "secondary", "none", got "read"/],
    [{ reading: { how: 'copy' } }, /reading\.date: expected the day of the reading/],
    [{ reading: { how: 'none', date: '2026-11-01' } }, /reading\.date: expected the day of the reading/],
    [
      { reading: { how: 'copy', date: '2026-11-01', document: 'x' } },
      /reading\.document: expected the id of a document of this file, got "x"/,
    ],
    [{ binding: 'law', verdictWords: { met: 'a', 'not-met': 'b', indeterminate: 'c', 'not-applicable': 'd' } }, /a law carries no verdict/],
    [{ applicability: { traits: ['wireless'] } }, /applicability\.traits\[0\]: expected one of "consumer"/],
    [{ aliases: ['a b'] }, /aliases\[0\]: expected a name without spaces and colons, got "a b"/],
  ])('with %j is refused, and told why', (change, message) => {
    expect(() => withOwn(change)).toThrow(message);
  });
});
