import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTargets, withFigures } from '../../src/catalog/choose-targets.ts';
import { parseMeasurementFile } from '../../src/catalog/measurement.ts';
import { fit as fitTargets } from '../../src/cost/fit.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import { readTargets } from '../../src/shelves.ts';

const ROW = {
  algorithm: 'ml-kem-768',
  operation: 'decaps',
  metric: 'timeUs',
  value: 950,
  spread: { min: 900, max: 1000, mean: 951, p95: 990, p99: 999 },
  n: 200,
  opsPerSecond: 1052,
  allocatedBytes: 12000,
  method: 'measured-board',
  platform: 'esp32, our board',
  implementation: 'our build',
  source: { title: 'our log', date: '2026-11-23' },
};

describe('a file of measurements', () => {
  it('is what a bench prints, of which the keys that nobody asks for are left out', () => {
    const file = parseMeasurementFile(JSON.stringify({ schemaVersion: 1, target: 'esp32', machine: {}, measurements: [ROW] }), 'host.json');
    const { opsPerSecond, allocatedBytes, ...kept } = ROW;
    expect(file).toEqual({ schemaVersion: 1, target: 'esp32', measurements: [kept] });
  });

  it.each([
    ['{}', 'host.json: schemaVersion: expected 1'],
    ['{"schemaVersion":1,"measurements":[]}', 'measurements: expected a list of measurements, at least one'],
    [JSON.stringify({ schemaVersion: 1, measurements: [{ ...ROW, algorithm: 'ml-kem-786' }] }), 'nearest: "ml-kem-768"'],
    [JSON.stringify({ schemaVersion: 1, measurements: [{ ...ROW, value: -1 }] }), 'measurements[0].value: expected a number, zero or more'],
    [JSON.stringify({ schemaVersion: 1, measurements: [{ ...ROW, value: '950' }] }), 'measurements[0].value'],
    ['not json', 'host.json'],
  ])('is refused with the place and what was expected: %s', (text, message) => {
    expect(() => parseMeasurementFile(text, 'host.json')).toThrow(message);
  });

  it('never fails but by a message of ours', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          parseMeasurementFile(text, 'any.json');
        } catch (error) {
          expect(error).toBeInstanceOf(PqreadyError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the operator’s own figures', () => {
  const profiles = readTargets();

  it('decide the fit of the target that they are of, and of no other', () => {
    const file = parseMeasurementFile(JSON.stringify({ schemaVersion: 1, target: 'esp32', measurements: [ROW] }), 'host.json');
    const joined = withFigures(profiles, [file]);
    const timeOf = (id: string) =>
      fitTargets(joined.filter((profile) => profile.id === id).map((profile) => ({ profile, budget: {} })))
        .find((row) => row.algorithm === 'ml-kem-768' && row.operation === 'decaps')
        ?.cells.find((cell) => cell.resource === 'time');
    expect(timeOf('esp32')).toMatchObject({ need: 950, basis: { method: 'measured-board', implementation: 'our build' } });
    expect(timeOf('nrf52840dk')?.basis?.implementation).not.toBe('our build');
  });

  it('ask for a target that is known', () => {
    const inventory = { productFacts: [] } as never;
    expect(() => chooseTargets({ profiles, asked: ['esp33'], inventory })).toThrow(/did you mean esp32/);
  });
});
