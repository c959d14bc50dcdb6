import { describe, expect, it } from 'vitest';
import { appliesTo, askPolicies } from '../../src/assess/applicability.ts';
import { relateFrameworks } from '../../src/assess/clauses.ts';
import type { Framework } from '../../src/model/framework.ts';
import { AS_OF, FRAMEWORKS, POLICIES, productOf } from './given.ts';

const radio = { markets: ['eu'], traits: ['radio-equipment', 'consumer'] } as const;

describe('a framework is asked', () => {
  it('of a product with every trait it names, not of one that declares a trait false, and of the rest it is not known', () => {
    expect(appliesTo(radio, productOf({ markets: ['eu'], traits: { 'radio-equipment': true, consumer: true } }))).toBe('yes');
    expect(appliesTo(radio, productOf({ markets: ['eu'], traits: { 'radio-equipment': false } }))).toBe('no');
    expect(appliesTo(radio, productOf({ markets: ['eu'], traits: { 'radio-equipment': true } }))).toBe('unknown');
    expect(appliesTo(radio, productOf({ markets: ['us-consumer'], traits: { 'radio-equipment': true, consumer: true } }))).toBe('no');
  });

  it('of the classes it names', () => {
    expect(appliesTo({ classes: ['important-2', 'critical'] }, productOf({ productClass: 'critical' }))).toBe('yes');
    expect(appliesTo({ classes: ['critical'] }, productOf({ productClass: 'default' }))).toBe('no');
    expect(appliesTo({ classes: ['critical'] }, productOf({}))).toBe('unknown');
  });

  it('on request only where its policy is named', () => {
    const [first] = FRAMEWORKS;
    const framework = { ...first, policy: 'anssi-pg-083', applicability: { onRequest: true } } as Framework;
    const applies = (input: { asked?: string[]; named?: string[] }) =>
      relateFrameworks([framework], {
        checks: [],
        findings: [],
        asOf: AS_OF,
        asked: input.asked ?? [],
        product: productOf({ policies: input.named ?? [] }),
      })[0]?.applies;
    expect(applies({})).toBe('no');
    expect(applies({ asked: ['anssi-pg-083'] })).toBe('yes');
    expect(applies({ named: ['anssi-pg-083'] })).toBe('yes');
  });
});

describe('a policy on request', () => {
  it('is left out until it is named', () => {
    const [first] = POLICIES;
    if (first === undefined) throw new Error('no policy');
    const policy = { ...first, id: 'p', applicability: { onRequest: true } };
    expect(askPolicies([policy], undefined, [])).toEqual([]);
    expect(askPolicies([policy], undefined, ['p']).map(({ applies }) => applies)).toEqual(['yes']);
  });
});
