// How fast, which update still verifies, what is lost, and which clocks are questions: dates and sums worked out by hand.

import { describe, expect, it } from 'vitest';
import { parseProduct } from '../../../src/catalog/product.ts';
import { called, use } from '../given.ts';
import { drilled, reportOf, sheetOf } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const UPDATE = [called('update', P256)];
const ON_2031 = 'broken=p256@2031-01-01';
const RESPONSE = {
  build: [1, 3],
  sign: 2,
  test: [5, 15],
  rollout: [14, 60],
  rolloutReachesPercent: 95,
  declaredBy: 'vendor',
  date: '2026-11-01',
};

describe('the days', () => {
  it('are the sums of what is declared, and the last day to begin is counted back from the scenario with the longest', () => {
    const { response } = sheetOf(ON_2031, UPDATE, { response: RESPONSE });
    expect(response).toMatchObject({
      firstImage: { fromDays: 8, toDays: 20 }, // 1+2+5, 3+2+15
      fleet: { fromDays: 22, toDays: 80 }, // and 14, 60
      missing: [],
      beginBy: '2030-10-13', // 80 days before 2031-01-01
    });
  });

  it('are never assumed: what is missing is asked for, and no last day is counted', () => {
    const { response, questions } = sheetOf(ON_2031, UPDATE, { response: { sign: 2, declaredBy: 'vendor', date: '2026-11-01' } });
    expect(response).toMatchObject({ firstImage: { fromDays: 2, toDays: 2 }, missing: ['build', 'test', 'rollout'] });
    expect(response).not.toHaveProperty('beginBy');
    const paste = questions.find(({ code }) => code === 'response-days')?.paste;
    expect(paste).toBe('response:\n  build: [2, 10]\n  test: [2, 10]\n  rollout: [2, 10]');
  });

  it('have no last day to begin where the day has come', () => {
    expect(sheetOf('broken=p256@2026-11-24', UPDATE, { response: RESPONSE }).response).not.toHaveProperty('beginBy');
  });
});

describe('the lines to paste', () => {
  it('are YAML that the product file takes, whole lines each', () => {
    const { questions } = sheetOf('leaked=00000000', UPDATE, {});
    expect(questions).toEqual([]);
    const open = sheetOf(ON_2031, UPDATE, {
      markets: ['eu'],
      units: { placedFrom: '2026-01-01', placedTo: '2027-01-01', count: 70 },
    }).questions;
    expect(open.find(({ code }) => code === 'units-by-market')?.paste).toBe(
      'units: { placedFrom: 2026-01-01, placedTo: 2027-01-01, count: 70, byMarket: { eu: 70 } }',
    );
    const pastes = open.flatMap(({ code, paste }) => (paste === undefined || code === 'rollout-reaches' ? [] : [paste]));
    expect(pastes.length).toBeGreaterThan(4);
    for (const paste of pastes) expect(() => parseProduct(`schemaVersion: 1\nname: Lamp\n${paste}\n`, 'pqready.yaml'), paste).not.toThrow();
  });
});

describe('an update under the old key', () => {
  const link = (scenario: string, role: Record<string, unknown> = {}): unknown =>
    sheetOf(scenario, UPDATE, { roles: [{ role: 'update', ...role }] }).chain.find((each) => each.role === 'update');

  it('can be relied on until the day', () => {
    // 2026-11-24 to 2031-01-01: 4 years of 365 days, one leap day (2028), 38 days
    expect(link(ON_2031, { changedBy: 'vendor-ota' })).toMatchObject({ word: 'until-the-day', immutable: 'no', daysLeft: 1499 });
  });

  it('cannot be told from a forgery after it', () => {
    expect(link('broken=p256@2026-11-24', { changedBy: 'vendor-ota' })).toMatchObject({ word: 'not-tellable', daysLeft: 0 });
    expect(link('broken=p256@2026-01-01', { changedBy: 'vendor-ota' })).toMatchObject({ word: 'not-tellable' });
  });

  it('changes nothing where the verifier cannot be replaced', () => {
    expect(link(ON_2031, { verifierImmutable: true })).toMatchObject({ word: 'fixed', immutable: 'yes' });
    expect(link(ON_2031, { changedBy: 'nobody' })).toMatchObject({ word: 'fixed', immutable: 'yes' });
  });

  it('is relied on as before where the verifier is not hit, and unknown where none was seen', () => {
    expect(link('broken=rsa@2031-01-01')).toMatchObject({ word: 'not-hit' });
    const unseen = sheetOf(ON_2031, [called('transport', P256)], { targets: ['esp32'] });
    expect(unseen.chain).toContainEqual(expect.objectContaining({ role: 'update', word: 'not-seen', standing: 'unknown' }));
  });
});

describe('what cannot be saved', () => {
  it('are immutable verifiers, what others hold, unsupported units and the share that no roll-out reaches', () => {
    const sheet = sheetOf(ON_2031, [called('boot', P256), called('update', P256), called('radio', P256)], {
      roles: [
        { role: 'boot', verifierImmutable: true },
        { role: 'update', changedBy: 'vendor-ota' },
        { role: 'radio', changedBy: 'standards-body' },
      ],
      units: {
        placedFrom: '2026-01-01',
        placedTo: '2029-12-31',
        count: 1000,
        batches: [
          { name: 'old', placedFrom: '2026-01-01', placedTo: '2026-12-31', count: 200, supportEnds: '2030-06-30' },
          { name: 'new', placedFrom: '2027-01-01', placedTo: '2029-12-31', count: 800, supportEnds: '2034-12-31' },
        ],
      },
      fieldLifeYears: 10,
      response: RESPONSE,
    });
    expect(sheet.losses).toEqual([
      { what: 'immutable-verifier', role: 'boot' },
      { what: 'held-elsewhere', role: 'radio', by: 'standards-body' },
      { what: 'unsupported-units', supportEnds: '2030-06-30', count: 200 },
      { what: 'unreached-units', percent: 5, count: 40 }, // of the 800 that are supported
    ]);
  });

  it('are no units that have left the field before the day', () => {
    const { losses } = sheetOf('broken=p256@2040-01-01', UPDATE, {
      units: { placedFrom: '2026-01-01', placedTo: '2027-12-31', count: 10 },
      supportEnds: '2032-12-31',
      fieldLifeYears: 5,
    });
    expect(losses).toEqual([]);
  });
});

describe('a clock', () => {
  const asked = (declared: Record<string, unknown>): unknown => sheetOf(ON_2031, UPDATE, declared).clocks.map(({ asked: word }) => word);

  it('is a question by market and trait, and unknown where neither is declared', () => {
    expect(asked({})).toEqual(['unknown', 'unknown', 'unknown']);
    expect(asked({ markets: ['us-consumer'] })).toEqual(['not-asked', 'not-asked', 'not-asked']);
    expect(asked({ markets: ['eu'] })).toEqual(['yes', 'yes', 'unknown']);
    expect(asked({ markets: ['eu'], traits: { 'critical-sector': true } })).toEqual(['yes', 'yes', 'yes']);
    expect(asked({ markets: ['eu'], traits: { 'critical-sector': false } })).toEqual(['yes', 'yes', 'not-asked']);
  });

  it('carries the clause of the pack and the day from which it applies', () => {
    const [vulnerability, incident] = sheetOf(ON_2031, UPDATE, { markets: ['eu'] }).clocks;
    expect(vulnerability).toEqual({ id: 'cra-vulnerability', clause: 'cra:Art14.1-2', asked: 'yes', appliesFrom: '2026-09-11' });
    expect(incident).toMatchObject({ clause: 'cra:Art14.3-4' });
  });
});

it('units are added up by market over the products that fall or may fall', () => {
  const units = (byMarket: Record<string, number>): Record<string, unknown> => ({
    units: { placedFrom: '2026-01-01', placedTo: '2027-01-01', count: 100, byMarket },
  });
  const { totals } = drilled(
    ON_2031,
    reportOf(UPDATE, { name: 'A', ...units({ eu: 60, 'us-consumer': 40 }) }),
    reportOf(UPDATE, { name: 'B', ...units({ eu: 100 }) }),
    reportOf([called('update', use('lms', {}, { functions: ['verify'] }))], { name: 'C', ...units({ eu: 100 }) }),
    reportOf(UPDATE, { name: 'D' }),
  );
  expect(totals).toEqual({
    products: { falls: 3, 'may-fall': 0, holds: 0, 'not-hit': 1 },
    units: 200,
    byMarket: [
      { market: 'eu', count: 160 },
      { market: 'us-consumer', count: 40 },
    ],
    unitsUnknown: 1,
  });
});
