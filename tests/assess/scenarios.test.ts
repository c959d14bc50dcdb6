import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Exposure } from '../../src/model/outlook.ts';
import { assessed, called, productOf, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const HYBRID = use('x25519mlkem768', {}, { functions: ['keyderive'] });

function exposures(evidence: readonly Evidence[], written: Record<string, unknown> = {}): readonly Exposure[] {
  return assessed(evidence, { product: productOf({ markets: ['eu'], ...written }) }).outlook.exposure;
}

const verdicts = (exposure: Exposure | undefined) =>
  exposure?.scenarios.map(({ scenario, verdict }) => `${scenario.slice(0, 4)} ${verdict}`);

describe('data in the scenarios', () => {
  const data = [{ id: 'log', name: 'Log', secretYears: 5, roles: ['transport'] }];

  // As of 2026-11-23: what is sent today is secret until 2031-11-23, so 2030 is late. The plan moves transport by 2031-12-31, the last day
  // of BSI for ECDH: with five years of secrecy that is late for 2032 and 2035 (moved by 2030-01-01), and in time for 2040.
  it('are late, late by the plan, or in time', () => {
    const [log] = exposures([called('transport', ECDH)], { data, supportEnds: '2045-12-31' });
    expect(verdicts(log)).toEqual(['2030 late', '2032 late-by-plan', '2035 late-by-plan', '2040 in-time']);
    expect(log?.plan).toMatchObject({ movedBy: '2031-12-31' });
    expect(log?.facts).toHaveLength(1);
  });

  it('are in time where the last of it is public before the day', () => {
    const [log] = exposures([called('transport', ECDH)], { data, supportEnds: '2029-12-31' });
    expect(verdicts(log)?.slice(2)).toEqual(['2035 in-time', '2040 in-time']);
  });

  it('have no row where the role rests on a hybrid alone, and are unknown where nothing was seen', () => {
    expect(exposures([called('transport', HYBRID)], { data })).toEqual([]);
    const [log] = exposures([called('boot', P256)], { data, roles: [{ role: 'transport' }] });
    expect(new Set(log?.scenarios.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
  });

  it('are late without a day where they are secret for longer than anybody has sent any', () => {
    const [log] = exposures([called('transport', ECDH)], { data: [{ ...data[0], secretYears: 1e9 }] });
    expect(log?.scenarios[0]).toEqual({ scenario: '2030-01-01', verdict: 'late' });
  });

  it('say what was already sent apart, from the first unit on', () => {
    const units = { placedFrom: '2026-11-01', placedTo: '2027-11-01' };
    const [log] = exposures([called('transport', ECDH)], { data, units });
    expect(log?.scenarios[0]?.sent).toEqual({ exposedDays: 22, ofDays: 22, from: '2026-11-01' });
    expect(log?.scenarios[3]?.sent).toEqual({ exposedDays: 0, ofDays: 22, from: '2026-11-01' });
  });
});

describe('signatures in the scenarios', () => {
  const life = { units: { placedFrom: '2026-01-01', placedTo: '2028-12-31' }, fieldLifeYears: 5, supportEnds: '2031-12-31' };

  // Last verification 2033-12-31; the plan moves the verifier by 2035-12-31, the last day of BSI for ECDSA, or by the end of support.
  it('are in time where the last unit has verified for the last time before the day', () => {
    const [update] = exposures([called('update', P256)], life);
    expect(update).toMatchObject({ kind: 'authenticity', role: 'update', verifiedUntil: '2033-12-31', plan: { movedBy: '2031-12-31' } });
    expect(verdicts(update)).toEqual(['2030 late-by-plan', '2032 in-time', '2035 in-time', '2040 in-time']);
    expect(update?.scenarios[2]?.moveBy).toBeUndefined();
  });

  it('are late where the verifier cannot move', () => {
    const [boot] = exposures([called('boot', P256)], { ...life, roles: [{ role: 'boot', verifierImmutable: true }] });
    expect(verdicts(boot)).toEqual(['2030 late', '2032 late', '2035 in-time', '2040 in-time']);
    expect(boot?.plan).toBeUndefined();
  });

  it('are unknown where no end is declared', () => {
    const [boot] = exposures([called('boot', P256)]);
    expect(new Set(boot?.scenarios.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
  });
});
