// A report that is read back is the report that was written; one that was changed is refused with the place, or judged as it stands.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drill } from '../../src/assess/drill.ts';
import { parseReport } from '../../src/catalog/report.ts';
import { parseScenario } from '../../src/catalog/scenario.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/report/json.ts';
import { INVENTORY_ONLY, SAMPLE } from '../report/sample.ts';

// The sample's classes of data have ids that no product file may have.
const DATA = SAMPLE.product?.data.map((each) => ({ ...each, id: each.id.toLowerCase() })) ?? [];
const VALID: Report = { ...SAMPLE, ...(SAMPLE.product === undefined ? {} : { product: { ...SAMPLE.product, data: DATA } }) };
const TEXT = json.render(VALID);
const AS_OF = '2026-11-24' as IsoDate;
const SHOR = parseScenario('broken=shor@2031-01-01', AS_OF);

describe('report.json read back', () => {
  it.each([
    ['with an assessment', VALID],
    ['of an inventory alone', INVENTORY_ONLY],
  ])('is the report, %s', (_name, report) => {
    expect(json.render(parseReport(json.render(report), 'report.json'))).toBe(json.render(report));
  });

  it.each([
    [(text: string) => text.replaceAll('"role": "boot"', '"role": "boots"'), /role: .*one of/i],
    [(text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'), /schemaVersion/],
    [(text: string) => text.replace('"name": "pqready"', '"name": "other"'), /tool\.name/],
    [(text: string) => text.slice(0, text.length / 2), /report\.json: \d+:\d+: /],
    [() => '[]', /report\.json/],
    [() => '', /report\.json/],
    [() => `{"a":${'['.repeat(100)}${']'.repeat(100)}}`, /at most 64 levels/],
  ])('is refused with the place of what is wrong (%#)', (change, message) => {
    expect(() => parseReport(change(TEXT), 'report.json')).toThrow(message);
  });

  it('never fails but by saying so, whatever a value is replaced by; and what is accepted can be drilled', () => {
    const value: unknown = JSON.parse(TEXT);
    const paths = pathsOf(value).filter((path) => path.length > 0);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(null, 0, -1, 'x', [], {}, [null], true), (path, replacement) => {
        const changed = replaced(value, path, replacement);
        try {
          drill([parseReport(JSON.stringify(changed), 'report.json')], SHOR, { tool: SAMPLE.tool, asOf: AS_OF });
        } catch (error) {
          expect(error).toBeInstanceOf(PqreadyError);
        }
      }),
      { numRuns: 120 },
    );
  });
});

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? replaced(each, rest, replacement) : each));
  const entries = Object.entries(value as Record<string, unknown>); // what JSON.parse gives
  return Object.fromEntries(entries.map(([own, each]) => [own, own === key ? replaced(each, rest, replacement) : each]));
}
