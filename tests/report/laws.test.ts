// Over all packs that ship and every format: no output pairs a clause of a law or a regulation with met, not met, pass or fail.

import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { parsePacks } from '../../src/catalog/packs.ts';
import type { Report } from '../../src/model/report.ts';
import { REPORTERS, type ReportFormat } from '../../src/report/index.ts';
import { AS_OF, called, certificate, fact, inventoryOf, key, productOf, protocol, use } from '../assess/given.ts';
import { readShelf } from '../assess/shelf.ts';
import { SAMPLE } from './sample.ts';

const PACKS = parsePacks({ frameworks: readShelf('frameworks'), policies: readShelf('policies') });
const VERDICTS = /\b(met|not[ -]met|pass(?:es|ed)?|fail(?:s|ed)?|inconclusive)\b/i;
const FORMATS = Object.keys(REPORTERS) as ReportFormat[]; // the keys of a total map

const EVIDENCE = [
  called('boot', use('rsassa-pkcs1', { keyBits: 2048, digest: 'sha-256' }, { functions: ['verify'] })),
  called('update', use('ml-dsa-65', {}, { functions: ['verify'] })),
  called('transport', use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] })),
  called('storage', use('rc4')),
  protocol('tls', ['1.0', '1.2']),
  fact('image-hash-only', 'crc32', { state: 'present', grade: 'binary' }),
  certificate({ signature: use('rsassa-pkcs1', { digest: 'sha-1' }) }),
  key(),
];
const NO = ['update-mechanism', 'key-erasure', 'debug-closed', 'unique-keys'];
const PRODUCTS = [
  productOf({ markets: ['eu', 'us-consumer'], supportEnds: '2037-12-31', highRiskUse: true, productClass: 'important-1' }),
  productOf({
    markets: ['eu'],
    traits: { consumer: true, 'radio-equipment': true, 'critical-sector': true, 'control-function': true },
    declarations: NO.map((id) => ({ id, answer: 'no', statement: 'said', declaredBy: 'vendor', date: '2026-10-01' })),
    acceptedRisks: [{ finding: 'classical-boot-signature', reason: 'r', owner: 'CTO', date: '2026-01-01', expires: '2027-01-01' }],
  }),
];
const REPORTS: readonly Report[] = PRODUCTS.map((product) => {
  const inventory = inventoryOf(EVIDENCE);
  const assessment = assess({ inventory, product, frameworks: PACKS.frameworks, policies: PACKS.policies, fit: [], asOf: AS_OF });
  return { ...SAMPLE, product, inventory, assessment };
});

const LAW_IDS = new Set(
  PACKS.frameworks.flatMap((framework) =>
    framework.clauses
      .filter((clause) => [framework.binding, clause.binding].some((binding) => binding === 'law' || binding === 'regulation'))
      .map((clause) => `${framework.id}:${clause.id}`),
  ),
);

// Rows of a page and lines of a text, without marks of their medium.
function piecesOf(format: ReportFormat, text: string): string[] {
  if (format === 'html') return (text.match(/<tr[^>]*>.*?<\/tr>/gs) ?? []).map((row) => row.replace(/<[^>]*>/g, ' '));
  return text.split('\n');
}

function objectsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>; // what JSON.parse gives
  return [own, ...Object.values(own).flatMap(objectsOf)];
}

describe('no output pairs a law with a verdict', () => {
  const texts = new Map<ReportFormat, string[]>();
  beforeAll(() => {
    for (const format of FORMATS)
      texts.set(
        format,
        REPORTS.map((report) => REPORTERS[format].render(report)),
      );
  });

  it('and there are laws to look at', () => {
    expect(LAW_IDS.size).toBeGreaterThan(60);
    expect(texts.get('markdown')?.join('\n')).toContain('cra:AnnexI.P1.2.e');
  });

  it('in JSON: a clause has its relation, and neither a verdict nor a word of a standard', () => {
    for (const text of texts.get('json') ?? []) {
      const clauses = objectsOf(JSON.parse(text)).filter((each) => typeof each['id'] === 'string' && LAW_IDS.has(each['id']));
      expect(clauses.length).toBeGreaterThan(60);
      for (const clause of clauses) {
        for (const own of objectsOf(clause)) expect(Object.keys(own)).not.toEqual(expect.arrayContaining(['verdict']));
        expect(clause).not.toHaveProperty('verdictWord');
      }
    }
  });

  it.each(['html', 'markdown', 'plan-csv'] as const)('in %s: no row that names a clause says so', (format) => {
    const names = [...LAW_IDS].map((id) => id.slice(id.indexOf(':') + 1)).filter((id) => /^(Annex|Art|47CFR)/.test(id));
    for (const piece of (texts.get(format) ?? []).flatMap((text) => piecesOf(format, text))) {
      const squeezed = piece.replace(/[\s​]+/g, '');
      if (!names.some((name) => squeezed.includes(name))) continue;
      const said = format === 'plan-csv' ? '' : piece;
      expect(said, piece.slice(0, 200)).not.toMatch(VERDICTS);
    }
  });

  it.each(['sarif', 'cyclonedx-1.6', 'cyclonedx-1.7'] as const)('in %s: no string that names a law clause says so', (format) => {
    for (const text of texts.get(format) ?? []) {
      const strings = objectsOf(JSON.parse(text)).flatMap((own) => Object.values(own).filter((each) => typeof each === 'string'));
      for (const said of strings) if ([...LAW_IDS].some((id) => said.includes(id))) expect(said).not.toMatch(VERDICTS);
    }
  });
});
