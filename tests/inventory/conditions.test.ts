import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, settleConditions } from '../../src/inventory/conditions.ts';
import type { Evidence } from '../../src/model/evidence.ts';

const SWITCHES = new Map([
  ['CONFIG_ON', 'y'],
  ['CONFIG_OFF', 'n'],
  ['CONFIG_TEXT', 'set'],
]);

// By hand, after ISO C17 6.10.1: what is not defined counts as 0.
describe('a condition', () => {
  it.each([
    ['defined(CONFIG_ON)', true],
    ['defined(CONFIG_OFF)', false],
    ['defined CONFIG_OFF', false],
    ['!defined(CONFIG_OFF)', true],
    ['IS_ENABLED(CONFIG_ON)', true],
    ['CONFIG_ON', true],
    ['CONFIG_OFF', false],
    ['defined(CONFIG_TEXT)', true],
    ['CONFIG_TEXT', undefined],
    ['defined(CONFIG_ELSEWHERE)', undefined],
    ['defined(CONFIG_ELSEWHERE) && defined(CONFIG_OFF)', false],
    ['defined(CONFIG_ELSEWHERE) || defined(CONFIG_ON)', true],
    ['defined(CONFIG_ELSEWHERE) || defined(CONFIG_OFF)', undefined],
    ['!(defined(CONFIG_ON) && (defined(CONFIG_OFF) || CONFIG_ON))', false],
    ['CONFIG_ON > 2', undefined],
    ['CONFIG_OFF && VERSION(3, 1) > 4', undefined],
    ['defined(CONFIG_ON', undefined],
    ['', undefined],
  ])('%s', (condition, expected) => {
    expect(evaluate(condition, SWITCHES)).toBe(expected);
  });

  it('of any form is read without harm', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => [true, false, undefined].includes(evaluate(text, SWITCHES))),
      { numRuns: 300 },
    );
    expect(evaluate('('.repeat(1_000_000), SWITCHES)).toBeUndefined();
    expect(evaluate(`${'!'.repeat(200)}CONFIG_ON`, SWITCHES)).toBeUndefined();
  });
});

describe('what stands under a condition', () => {
  it('is absent where the build leaves it out, and the switch that says so stays on record', () => {
    const [used, setting] = settleConditions([under('defined(CONFIG_HUB)'), switchOf('CONFIG_HUB', 'n'), switchOf('CONFIG_OTHER', 'y')]);
    expect(used).toMatchObject({ state: 'absent', observed: { condition: 'defined(CONFIG_HUB)' } });
    expect(setting?.observed).toMatchObject({ symbol: 'CONFIG_HUB' });
  });

  it('stands there without one where the build takes it in', () => {
    const [used] = settleConditions([under('defined(CONFIG_HUB)'), switchOf('CONFIG_HUB', 'y')]);
    expect(used?.state).toBe('called');
    expect(used?.observed).not.toHaveProperty('condition');
  });

  it.each([
    ['no build was read', []],
    ['two builds differ', [switchOf('CONFIG_HUB', 'y'), switchOf('CONFIG_HUB', 'n')]],
    ['only the build of a test was read', [{ ...switchOf('CONFIG_HUB', 'n'), origin: 'test' as const }]],
  ])('keeps it where %s', (_why, switches) => {
    expect(settleConditions([under('defined(CONFIG_HUB)'), ...switches])[0]).toEqual(under('defined(CONFIG_HUB)'));
  });
});

function under(condition: string): Evidence {
  return {
    scanner: 'source',
    location: { at: 'text', path: 'src/hub.c', line: 20, column: 3, offset: 400 },
    grade: 'source',
    confidence: 'certain',
    state: 'called',
    origin: 'first-party',
    observed: {
      kind: 'algorithm',
      use: { algorithm: 'md5', written: 'MBEDTLS_MD_MD5', parameters: {}, functions: [], parts: [] },
      symbol: 'mbedtls_md5',
      condition,
    },
  };
}

function switchOf(symbol: string, value: string): Evidence {
  return {
    scanner: 'build-config',
    location: { at: 'text', path: 'build/zephyr/.config', line: 1, column: 1, offset: 0 },
    grade: 'source',
    confidence: 'certain',
    state: 'present',
    origin: 'generated',
    observed: { kind: 'fact', fact: 'build-switch', value, symbol },
  };
}
