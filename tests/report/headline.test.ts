import { describe, expect, it } from 'vitest';
import type { SunsetRow } from '../../src/model/assessment.ts';
import { toBlocks, toComingDates, toHeadline, toOneLine } from '../../src/report/headline.ts';
import { assetId, day, INVENTORY_ONLY, SAMPLE, withAssessment } from './sample.ts';

const said = (report: typeof SAMPLE): string =>
  toHeadline(report)
    .map((part) => (typeof part === 'string' ? part : part.strong))
    .join('');

describe('the verdict sentence', () => {
  it('says “at least” and what is unknown where the climb stopped at something unknown', () => {
    expect(said(SAMPLE)).toBe('At least G0 Known. Whether it is G1 Sound today is unknown in firmware update and provisioning.');
  });

  it('names the gate that is not reached and the roles it fails in', () => {
    const report = withAssessment({ product: { level: 'G1', atLeast: false, limitingRoles: ['boot'] } });
    expect(said(report)).toBe('G1 Sound today. G2 Movable is not reached in boot.');
  });

  it('does not call a product below the first gate anything else', () => {
    expect(said(withAssessment({ product: { atLeast: false, limitingRoles: ['boot'] } }))).toBe('G0 Known is not reached in boot.');
    expect(said(withAssessment({ product: { atLeast: true, limitingRoles: [] } }))).toBe('Whether it is G0 Known is unknown.');
  });

  it('gives no gate where no role is in scope, and none to an inventory', () => {
    expect(said(withAssessment({ gates: [] }))).toContain('no gate can be given');
    expect(said(INVENTORY_ONLY)).toContain('An inventory, not assessed');
  });

  it('says that every gate holds only at the last one', () => {
    expect(said(withAssessment({ product: { level: 'G6', atLeast: false, limitingRoles: [] } }))).toBe(
      'G6 Proven. Every role in scope holds every gate.',
    );
  });
});

describe('what blocks the next gates', () => {
  it('lists roles in scope by the gate that stops them, unknown apart from not met', () => {
    const { assessment } = SAMPLE;
    if (assessment === undefined) throw new Error('the sample is assessed');
    const blocks = toBlocks(assessment).map(({ gate, notMet, unknown }) => [
      gate,
      notMet.map(({ role }) => role),
      unknown.map(({ role }) => role),
    ]);
    expect(blocks).toEqual([
      ['G1', ['update'], ['provisioning']],
      ['G2', ['boot', 'radio'], ['device-identity']],
      ['G3', ['transport'], []],
      ['G6', [], ['storage']],
    ]);
  });
});

describe('dates to come', () => {
  const row: SunsetRow = {
    policy: 'p',
    policyName: 'P',
    binding: 'guideline',
    applies: 'yes',
    rule: 'P.1',
    draft: false,
    verified: true,
    asset: assetId('algorithm:x'),
    assetName: 'X',
    role: 'transport',
    status: 'allowed',
    disallowedAfter: day('2031-12-31'),
  };
  const coming = (...sunsets: readonly SunsetRow[]): readonly string[] => {
    const { assessment } = withAssessment({ sunsets });
    return assessment === undefined ? [] : toComingDates(assessment).map(({ date, rules }) => `${date} ${rules.join(' ')}`);
  };

  it('come from final, verified rules that apply, earliest first', () => {
    expect(coming(row, { ...row, rule: 'P.2', disallowedAfter: day('2030-12-31') }, { ...row, rule: 'P.0' })).toEqual([
      '2030-12-31 P.2',
      '2031-12-31 P.0 P.1',
    ]);
  });

  it('do not come from drafts, from what was not read, from what does not apply, or from the past', () => {
    expect(
      coming(
        { ...row, draft: true },
        { ...row, verified: 'secondary' },
        { ...row, verified: false },
        { ...row, applies: 'unknown' },
        { ...row, disallowedAfter: day('2020-01-01') },
      ),
    ).toEqual([]);
  });
});

describe('the one line', () => {
  it('holds level, limiting roles, coverage and what will fail', () => {
    expect(toOneLine(SAMPLE)).toBe(
      'level ≥G0 · limiting update, provisioning · roles 7 in scope, 1 not · present-day findings 2 · candidate files 1012 of 1284 · gaps 3 · will fail after 2031-12-31: X25519 in transport, by BSI TR-02102-1 (TR-02102-1.kem.ecc)',
    );
  });
});
