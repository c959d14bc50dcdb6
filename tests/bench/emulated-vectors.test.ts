import { describe, expect, it } from 'vitest';
import { CASES_EACH, gateCases } from './emulated-vectors.ts';
import type { VectorTask } from './kernel-vectors.ts';

const { shipped, chosen } = gateCases();

describe('the cases of the gate', () => {
  it.each(['fast', 'small'] as const)('%s: stand for every group and flag', (build) => {
    for (const group of new Set(shipped.flatMap(({ groups }) => groups))) {
      const count = (tasks: readonly VectorTask[]): number => tasks.filter(({ groups }) => groups.includes(group)).length;
      const wanted = /sig-?gen|_sign_/i.test(group) ? CASES_EACH[build].signing : CASES_EACH[build].other;
      expect([group, Math.min(wanted, count(chosen[build]))]).toEqual([group, Math.min(wanted, count(shipped))]);
    }
  });
});
