import { describe, expect, it } from 'vitest';
import { type CountedSignature, composeSigning } from '../../src/measure/compose-signing.ts';
import type { KnownPath } from '../../src/measure/signing-paths.ts';
import { toInstructionClasses } from '../../src/model/instruction-classes.ts';

/** 1000 for the first attempt, 100 more for a rejection by z, 250 by r0, 700 by a hint: known, since it is made here. */
const costOf = ({ z, r0, hint }: KnownPath): number => 1000 + 100 * z + 250 * r0 + 700 * hint;
const path = (index: number, z: number, r0 = 0, hint = 0): KnownPath => ({ index, z, r0, hint });
const signed = (each: KnownPath): CountedSignature => ({
  ...each,
  instructions: costOf(each),
  stackBytes: 500 + each.index,
  classes: toInstructionClasses((name) => (name === 'insn' ? costOf(each) : 2 * costOf(each))),
});
const EMULATED = [path(0, 0), path(1, 1), path(2, 0, 1), path(3, 3, 1), path(4, 0, 0, 1), path(5, 2, 2)].map(signed);
/** 100 messages: z = 0 … 99 */
const PATHS = Array.from({ length: 100 }, (_, index) => path(index, index));

describe('the composed cost of signing', () => {
  const composed = composeSigning(EMULATED, PATHS);

  it('tells what each kind of rejection costs', () => {
    expect(composed.perRejection).toEqual({ z: 100, r0: 250, hint: 700 });
    expect(composed.costs.first.instructions).toBe(1000);
    expect(composed.worstError).toBeLessThan(1e-9);
  });

  it('has the mean and the nearest-rank quantiles of the known paths', () => {
    expect(composed.meanAttempts).toBeCloseTo(50.5);
    expect(composed.costs.mean.instructions).toBe(1000 + 100 * 49.5);
    expect(composed.costs.p50.instructions).toBe(1000 + 100 * 49);
    expect(composed.costs.p90.instructions).toBe(1000 + 100 * 89);
    expect(composed.costs.p99.instructions).toBe(1000 + 100 * 98);
    expect(composed.costs.mean.classes.alu).toBe(2 * (1000 + 100 * 49.5));
  });

  it('takes the deepest stack of the emulated ones', () => {
    expect(composed).toMatchObject({ stackBytes: 505, emulated: 6, messages: 100 });
  });

  it('says how far it misses an emulated signature', () => {
    const odd = signed(path(6, 1));
    const changed = { ...odd, instructions: 1100, classes: { ...odd.classes, insn: 1320 } };
    expect(composeSigning([...EMULATED, changed], PATHS).worstError).toBeGreaterThan(0.01);
  });

  it('gives no 99th percentile from fewer than 100 messages', () => {
    expect(() => composeSigning(EMULATED, PATHS.slice(1))).toThrow(RangeError);
  });

  it('refuses signatures that do not tell the kinds apart', () => {
    expect(() => composeSigning([signed(path(0, 0)), signed(path(1, 1))], PATHS)).toThrow(RangeError);
  });
});
