import { describe, expect, it } from 'vitest';
import { combine, relationOf } from '../../src/assess/clauses.ts';
import type { ClauseResult } from '../../src/model/assessment.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { assessed, called, findingsOf, productOf, protocol, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });

function clause(id: string, evidence: readonly Evidence[], more: Parameters<typeof assessed>[1] = {}): ClauseResult {
  const found = assessed(evidence, more)
    .frameworks.flatMap((framework) => framework.clauses)
    .find((each) => each.id === id);
  if (found === undefined) throw new Error(`no clause ${id}`);
  return found;
}

describe('the relation of a check to a clause', () => {
  it.each([
    ['met', 'evidence', 'supports'],
    ['met', 'risk', 'supports'],
    ['met', 'contradiction', 'supports'],
    ['not-met', 'contradiction', 'contradicts'],
    ['not-met', 'risk', 'decision-needed'],
    ['not-met', 'evidence', 'indeterminate'],
    ['indeterminate', 'contradiction', 'indeterminate'],
    ['not-applicable', 'risk', 'not-applicable'],
  ] as const)('%s as %s: %s', (verdict, bearing, relation) => {
    expect(relationOf(verdict, bearing, false)).toBe(relation);
  });

  it('is settled by a decision where it is a risk, and not where it is a contradiction', () => {
    expect(relationOf('not-met', 'risk', true)).toBe('supports');
    expect(relationOf('not-met', 'contradiction', true)).toBe('contradicts');
  });
});

describe('one verdict over all roles', () => {
  it('is the worst that is known, and unknown for none', () => {
    expect(combine(['met', 'not-met', 'indeterminate'])).toBe('not-met');
    expect(combine(['met', 'indeterminate'])).toBe('indeterminate');
    expect(combine(['not-applicable', 'met'])).toBe('met');
    expect(combine(['not-applicable'])).toBe('not-applicable');
    expect(combine([])).toBe('indeterminate');
  });
});

describe('clauses', () => {
  it('of the CRA: a broken cipher contradicts P1.2.e, P-256 asks for a decision under P1.2.f', () => {
    expect(clause('cra:AnnexI.P1.2.e', [called('storage', use('rc4'))]).relation).toBe('contradicts');
    expect(clause('cra:AnnexI.P1.2.f', [called('update', P256)]).relation).toBe('decision-needed');
  });

  it('that nothing bears on are not examined', () => {
    expect(clause('cra:AnnexI.P1.2.g', [called('update', P256)])).toMatchObject({ relation: 'not-examined', checks: [] });
  });

  it('carry their date, binding, and what was verified', () => {
    expect(clause('cra:AnnexI.P1.2.e', [])).toMatchObject({ appliesFrom: '2027-12-11', binding: 'law', draft: false, verified: true });
    expect(clause('cra:Art14.1-2', [])).toMatchObject({ appliesFrom: '2026-09-11' });
    expect(clause('cyber-trust-mark:IR8425.DataProtection.1', [])).toMatchObject({ binding: 'guideline' });
    expect(clause('cyber-trust-mark:47CFR8.204', [])).toMatchObject({ binding: 'regulation' });
  });

  it('are supported by an accepted risk in force, until it expires', () => {
    const evidence = [called('transport', ECDH)];
    const id = findingsOf(assessed(evidence), 'classical-key-exchange')[0]?.id;
    const accepted = (expires: string) =>
      productOf({ markets: ['eu'], acceptedRisks: [{ finding: id, reason: 'r', owner: 'CTO', date: '2026-01-01', expires }] });
    const relation = (expires: string) =>
      clause('eu-pqc-roadmap:EURM.data10', evidence, { product: accepted(expires) }).checks.find(
        (each) => each.check === 'transport-quantum-safe',
      )?.relation;
    expect(relation('2027-01-01')).toBe('supports');
    expect(relation('2026-11-22')).toBe('decision-needed');
  });
});

describe('applicability', () => {
  const applies = (id: string, product?: Parameters<typeof productOf>[0]): string =>
    clause(id, [], product === undefined ? {} : { product: productOf(product) }).applies;

  it('is unknown where no market is declared, and shown', () => {
    expect(applies('cra:AnnexI.P1.2.e')).toBe('unknown');
    expect(applies('cra:AnnexI.P1.2.e', {})).toBe('unknown');
  });

  it('follows the markets', () => {
    expect(applies('cra:AnnexI.P1.2.e', { markets: ['eu'] })).toBe('yes');
    expect(applies('cra:AnnexI.P1.2.e', { markets: ['us-consumer'] })).toBe('no');
    expect(applies('cyber-trust-mark:IR8425.DataProtection.1', { markets: ['us-consumer'] })).toBe('yes');
  });

  it('of the high-risk milestone needs the use to be declared', () => {
    expect(applies('eu-pqc-roadmap:EURM.2030.high-risk', { markets: ['eu'] })).toBe('unknown');
    expect(applies('eu-pqc-roadmap:EURM.2030.high-risk', { markets: ['eu'], highRiskUse: false })).toBe('no');
    expect(applies('eu-pqc-roadmap:EURM.2030.high-risk', { markets: ['eu'], highRiskUse: true })).toBe('yes');
  });

  it('of another market leaves a clause not applicable', () => {
    expect(
      clause('cra:AnnexI.P1.2.e', [called('storage', use('rc4'))], { product: productOf({ markets: ['us-consumer'] }) }).relation,
    ).toBe('not-applicable');
  });
});

describe('a clause of a law', () => {
  it('never carries a verdict, whatever was found', () => {
    const evidence = [called('storage', use('rc4')), called('update', P256), called('transport', ECDH), protocol('tls', ['1.0'])];
    const results = assessed(evidence, { product: productOf({ markets: ['eu', 'us-consumer'] }) }).frameworks.flatMap(
      (framework) => framework.clauses,
    );
    for (const result of results) {
      expect(Object.keys(result)).not.toContain('verdict');
      expect(JSON.stringify(result)).not.toMatch(/"(met|not-met|pass|fail|compliant)"/);
    }
  });

  it('has no room for one in its type', () => {
    // @ts-expect-error a clause result has relations, and no verdict
    const verdict: unknown = ({} as ClauseResult).verdict;
    // @ts-expect-error met is a verdict of a check, not a relation of a clause
    const relation: ClauseResult['relation'] = 'met';
    expect([verdict, relation]).toEqual([undefined, 'met']);
  });
});
