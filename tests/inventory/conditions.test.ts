import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleConditions } from '../../src/inventory/conditions.ts';
import { evaluate } from '../../src/inventory/expression.ts';
import type { Build } from '../../src/model/build.ts';
import type { Evidence } from '../../src/model/evidence.ts';

const SWITCHES = new Map([
  ['CONFIG_ON', 'y'],
  ['CONFIG_OFF', 'n'],
  ['CONFIG_TEXT', 'set'],
  ['CONFIG_SIZE', '4096'],
  ['CONFIG_ZERO', '0'],
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
    ['CONFIG_ON > 2', false],
    ['CONFIG_SIZE >= 0x1000 && CONFIG_SIZE < 8192UL', true],
    ['CONFIG_SIZE * 2 + 1 == 8193', true],
    ['CONFIG_SIZE != 010', true],
    ['-CONFIG_SIZE == -4096', true],
    ['IS_ENABLED(CONFIG_SIZE)', false],
    ['defined(CONFIG_SIZE) && !CONFIG_ZERO', true],
    ['defined(CONFIG_ZERO)', true],
    ['CONFIG_TEXT > 2', undefined],
    ['CONFIG_OFF && VERSION(3, 1) > 4', false],
    ['CONFIG_ON && VERSION(3, (1)) > 4', undefined],
    ['CONFIG_ON || VERSION(3, 1', undefined],
    ['CONFIG_ON ? 1 : 0', undefined],
    ["CONFIG_SIZE == 'a'", undefined],
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
    expect(evaluate('1+'.repeat(500_000), SWITCHES)).toBeUndefined();
    expect(evaluate(`VERSION(${'('.repeat(120)}`, SWITCHES)).toBeUndefined();
  });
});

describe('a file that a build compiles', () => {
  const build = (folder: string, macros: readonly (readonly [string, string])[]): Build => ({
    folder,
    named: true,
    commands: `${folder}compile_commands.json`,
    compiled: new Map([['src/hub.c', { linkage: 'unknown', macros: new Map(macros) }]]),
    elsewhere: 0,
  });
  const stateOf = (condition: string, builds: readonly Build[], ...switches: readonly Evidence[]): unknown => {
    const [item] = settleConditions([under(condition), ...switches], builds);
    return item?.observed.kind === 'algorithm' && item.observed.condition !== undefined && item.state !== 'absent' ? 'open' : item?.state;
  };

  it('is read with the macros of its command line', () => {
    expect(
      stateOf('defined(USE_HUB) && HUB_VERSION > 1', [
        build('build/', [
          ['USE_HUB', '1'],
          ['HUB_VERSION', '2'],
        ]),
      ]),
    ).toBe('called');
    expect(stateOf('HUB_VERSION > 2', [build('build/', [['HUB_VERSION', '2']])])).toBe('absent');
    expect(stateOf('defined(USE_HUB)', [build('build/', [['USE_HUB', 'n']])])).toBe('absent');
    expect(stateOf('defined(FROM_A_HEADER)', [build('build/', [])])).toBe('open');
  });

  it('is read with the configuration of its own build, which holds every CONFIG_ name that is on', () => {
    const app = build('build/app/', []);
    const boot = { ...build('build/mcuboot/', []), compiled: new Map() };
    const switches = [switchOf('CONFIG_HUB', 'y', 'build/app/zephyr/.config'), switchOf('CONFIG_HUB', 'n', 'build/mcuboot/zephyr/.config')];
    expect(stateOf('defined(CONFIG_HUB)', [app, boot], ...switches)).toBe('called');
    expect(stateOf('defined(CONFIG_NEVER_SEEN)', [app, boot], ...switches)).toBe('absent');
    expect(stateOf('defined(CONFIG_NEVER_SEEN)', [], ...switches)).toBe('open');
  });

  it('by two images is there where one of them has it', () => {
    expect(stateOf('defined(A)', [build('a/', [['A', '1']]), build('b/', [['A', 'n']])])).toBe('called');
    expect(stateOf('defined(A)', [build('a/', []), build('b/', [['A', 'n']])])).toBe('open');
  });

  it('of ESP-IDF is read with the sdkconfig above the build folder', () => {
    expect(stateOf('CONFIG_HUB', [build('build/', [])], switchOf('CONFIG_HUB', 'n', 'sdkconfig'))).toBe('absent');
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
    ['two builds differ', [switchOf('CONFIG_HUB', 'y'), switchOf('CONFIG_HUB', 'n', 'other/zephyr/.config')]],
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

function switchOf(symbol: string, value: string, path = 'build/zephyr/.config'): Evidence {
  return {
    scanner: 'build-config',
    location: { at: 'text', path, line: 1, column: 1, offset: 0 },
    grade: 'source',
    confidence: 'certain',
    state: 'present',
    origin: 'generated',
    observed: { kind: 'fact', fact: 'build-switch', value, symbol },
  };
}
