// `executionEnvironment` and `implementationPlatform` of CycloneDX: of a component where all its uses agree, of each occurrence its own.

import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/inventory/fuse.ts';
import type { Evidence, Execution, IsoDate } from '../../src/model/evidence.ts';
import type { Report } from '../../src/model/report.ts';
import { cyclonedx16, cyclonedx17 } from '../../src/report/cyclonedx.ts';
import { at, COVERAGE, called, use } from '../inventory/evidence.ts';
import { cyclonedxErrors } from './schemas.ts';

function on(line: number, execution?: Execution): Evidence {
  const evidence = called(use('aes', { keyBits: 128, mode: 'gcm' }), at('src/seal.c', line), 'seal');
  if (execution === undefined || evidence.observed.kind !== 'algorithm') return evidence;
  return { ...evidence, observed: { ...evidence.observed, execution } };
}

function report(evidence: readonly Evidence[]): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'pqready', version: '0.1.0' },
    asOf: '2026-11-23' as IsoDate,
    inventory: fuse({ subject: 'node', evidence, gaps: [], coverage: COVERAGE, roles: [] }),
    productSource: 'none',
    targets: [],
    measurements: [],
    refused: [],
  };
}

const HARDWARE: Execution = { environment: 'hardware', platform: 'armv8-m' };

function component(evidence: readonly Evidence[]): { properties: unknown; contexts: readonly string[] } {
  const bom = JSON.parse(cyclonedx17.render(report(evidence)));
  const [only] = bom.components;
  return {
    properties: only.cryptoProperties.algorithmProperties,
    contexts: only.evidence.occurrences.map((one: { additionalContext: string }) => one.additionalContext),
  };
}

describe('where an algorithm is computed', () => {
  it('is written of the component where every use says the same', () => {
    const { properties, contexts } = component([on(1, HARDWARE), on(2, HARDWARE)]);
    expect(properties).toMatchObject({ executionEnvironment: 'hardware', implementationPlatform: 'armv8-m' });
    expect(contexts.every((context) => context.endsWith(';environment=hardware;platform=armv8-m'))).toBe(true);
  });

  it('is left to the occurrences where they differ', () => {
    const { properties, contexts } = component([on(1, HARDWARE), on(2)]);
    expect(properties).not.toHaveProperty('executionEnvironment');
    expect(contexts.map((context) => context.includes('environment=hardware'))).toEqual([true, false]);
  });

  it('is left out where nothing is known', () => {
    const { properties, contexts } = component([on(1)]);
    expect(properties).not.toHaveProperty('executionEnvironment');
    expect(contexts[0]).not.toContain('environment');
  });

  it.each([
    ['1.6', cyclonedx16],
    ['1.7', cyclonedx17],
  ] as const)('is valid in %s', (version, reporter) => {
    for (const execution of [HARDWARE, { environment: 'software-tee' } as const]) {
      expect(cyclonedxErrors(version, JSON.parse(reporter.render(report([on(1, execution)]))))).toEqual([]);
    }
  });
});
