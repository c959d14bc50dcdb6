import { describe, expect, it } from 'vitest';
import { chooseKernel, isNoKernel } from '../../src/measure/kernel-choice.ts';
import { toTargetBench } from '../../src/measure/kernel-target.ts';
import { toInstructionClasses } from '../../src/model/instruction-classes.ts';
import { readTargets } from '../../src/shelves.ts';

const targets = readTargets();
const profileOf = (id: string) => {
  const found = targets.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the image for a target', () => {
  it.each([
    ['rp2040-pico', 'v6m'],
    ['stm32f207zg', 'v7m'],
    ['stm32l4r5zi', 'v7em'],
    ['esp32c3', 'rv32imc'],
  ])('%s: %s, built for it', (id, isa) => {
    expect(chooseKernel(profileOf(id))).toEqual({ isa });
  });

  it('of Cortex-M33 and M7 is that of v7E-M, and says so', () => {
    expect(chooseKernel(profileOf('nrf5340dk'))).toMatchObject({ isa: 'v7em', note: expect.stringContaining('v7E-M image') });
    expect(chooseKernel(profileOf('stm32h753'))).toMatchObject({ isa: 'v7em', note: expect.stringContaining('Cortex-M7') });
    expect(chooseKernel({ isa: 'armv8-m', core: 'Cortex-M55' })).toMatchObject({ isa: 'v7em' });
    expect(chooseKernel({ isa: 'armv8-m', core: 'Cortex-M23' })).toMatchObject({ isa: 'v6m' });
  });

  it('of Xtensa and Cortex-A there is none, and it says what would give figures', () => {
    for (const id of ['esp32', 'esp32s3', 'raspberry-pi-4']) {
      const choice = chooseKernel(profileOf(id));
      expect(isNoKernel(choice) && choice.instead.join(' ')).toContain('--measurements FILE');
    }
  });
});

describe('the figures of a target', () => {
  const classes = toInstructionClasses((name) => (name === 'insn' || name === 'alu' ? 1000 : 0));
  const entry = {
    file: 'v7em-fast.elf',
    isa: 'v7em',
    build: 'fast',
    compiler: 'gcc',
    flags: '-O3',
    sha256: 'ab'.repeat(32),
    codeBytes: { mlkem512: 100, keccak: 20, memory: 3 },
  };
  const operation = { operation: 'keygen', n: 5, instructions: 1000, spread: { min: 990, max: 1010 }, stackBytes: 256, classes } as const;
  const counted = [{ entry, build: 'fast', scheme: { algorithm: 'ml-kem-512', operations: [operation] } } as const];

  it('are measurements that name the image by its hash', () => {
    const bench = toTargetBench(profileOf('stm32l4r5zi'), { isa: 'v7em' }, counted);
    const metrics = bench.measurements.map(({ metric, value, method }) => [metric, value, method]);
    expect(metrics.slice(0, 3)).toEqual([
      ['instructions', 1000, 'counted-emulated'],
      ['stackBytes', 256, 'counted-emulated'],
      ['codeBytes', 123, 'counted-emulated'],
    ]);
    expect(bench.measurements.every(({ source }) => source.locator?.endsWith('ab'.repeat(32)))).toBe(true);
  });

  it('have modelled cycles with the model’s figure where the core is calibrated, and none in between where it is not', () => {
    const fitted = toTargetBench(profileOf('stm32l4r5zi'), { isa: 'v7em' }, counted);
    expect(fitted.rows[0]?.cycles?.fitted).toBeGreaterThanOrEqual(1000);
    expect(fitted.measurements.filter(({ metric }) => metric === 'cycles')).toHaveLength(1);
    const bounded = toTargetBench(profileOf('stm32h753'), { isa: 'v7em' }, counted);
    expect(bounded.rows[0]?.cycles).toBeDefined();
    expect(bounded.rows[0]?.cycles?.fitted).toBeUndefined();
    expect(bounded.measurements.filter(({ metric }) => metric === 'cycles')).toHaveLength(0);
  });
});
