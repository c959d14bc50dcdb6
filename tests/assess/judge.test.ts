import { describe, expect, it } from 'vitest';
import { judge } from '../../src/assess/judge.ts';
import { parseDemands } from '../../src/catalog/demands.ts';
import { toProduct } from '../../src/catalog/product.ts';
import type { Assessment, Gate, RoleGates, SunsetRow } from '../../src/model/assessment.ts';
import type { IsoDate, Role } from '../../src/model/evidence.ts';
import type { AssetId } from '../../src/model/inventory.ts';

const day = (text: string): IsoDate => text as IsoDate;

const role = (name: Role, level: Gate | undefined, atLeast: boolean, inScope = true): RoleGates => ({
  role: name,
  inScope,
  mechanisms: [],
  steps: [],
  ...(level === undefined ? {} : { level }),
  atLeast,
  facts: [],
});

const sunset = (over: Partial<SunsetRow>): SunsetRow => ({
  policy: 'p',
  policyName: 'P',
  binding: 'guideline',
  applies: 'yes',
  rule: 'P.1',
  draft: false,
  verified: true,
  asset: 'crypto/algorithm/3des' as AssetId,
  assetName: '3DES',
  role: 'transport',
  status: 'disallowed',
  disallowedAfter: day('2023-12-31'),
  ...over,
});

const assessment = (over: Partial<Assessment>): Assessment => ({
  asOf: day('2026-11-23'),
  findings: [],
  checks: [],
  frameworks: [],
  sunsets: [],
  gates: [role('transport', 'G2', false), role('boot', 'G1', true), role('debug', undefined, false, false)],
  product: { atLeast: false, limitingRoles: [] },
  fit: [],
  outlook: { ceilings: [], exposure: [], choices: [] },
  plan: [],
  questions: [],
  ...over,
});

const outcomeOf = (demands: ReturnType<typeof parseDemands>, over: Partial<Assessment> = {}): string =>
  judge(assessment(over), demands).outcome;

describe('judge', () => {
  it('holds a gate that the role has reached or passed', () => {
    expect(outcomeOf(parseDemands(['transport=G2', 'boot=G1'], []))).toBe('done');
  });

  it('breaks where a role stopped below on something wrong', () => {
    expect(outcomeOf(parseDemands(['transport=G3'], []))).toBe('broken');
  });

  it('cannot judge where the climb stopped on something unknown, or the role was not seen', () => {
    expect(outcomeOf(parseDemands(['boot=G2'], []))).toBe('cannotJudge');
    expect(outcomeOf(parseDemands(['radio=G0'], []))).toBe('cannotJudge');
  });

  it('lets broken outrank unknown', () => {
    expect(outcomeOf(parseDemands(['boot=G2', 'transport=G3'], []))).toBe('broken');
  });

  it('asks nothing of a role that the product file puts out of scope', () => {
    const product = toProduct({ schemaVersion: 1, name: 'Lamp', roles: [{ role: 'debug', inScope: false }] }, 'pqready.yaml');
    expect(judge(assessment({}), parseDemands(['debug=G4'], []), product).outcome).toBe('done');
  });

  it('cannot judge a role in which nothing was seen and of which nobody says that it is not there', () => {
    expect(outcomeOf(parseDemands(['debug=G0'], []))).toBe('cannotJudge');
  });

  it('breaks on a final, verified, applicable date that has passed, and on no other', () => {
    const demands = parseDemands([], ['past-due']);
    expect(outcomeOf(demands, { sunsets: [sunset({})] })).toBe('broken');
    const harmless: Partial<SunsetRow>[] = [
      { draft: true },
      { verified: 'secondary' },
      { verified: false },
      { applies: 'unknown' },
      { disallowedAfter: day('2026-11-23') },
    ];
    for (const over of harmless) expect(outcomeOf(demands, { sunsets: [sunset(over)] })).toBe('done');
  });
});

describe('parseDemands', () => {
  it('names what it expected and the nearest word', () => {
    expect(() => parseDemands(['transprt=G2'], [])).toThrow('got "transprt"; did you mean transport?');
    expect(() => parseDemands(['transport'], [])).toThrow('expected role=gate');
    expect(() => parseDemands(['transport=G9'], [])).toThrow('--require: expected one of G0');
    expect(() => parseDemands([], ['past-do'])).toThrow('did you mean past-due?');
  });

  it('takes a list separated by commas and gates in lower case', () => {
    expect(parseDemands(['boot=g1'], ['past-due,present-day'])).toEqual({
      gates: [{ role: 'boot', gate: 'G1' }],
      failOn: ['past-due', 'present-day'],
    });
  });
});
