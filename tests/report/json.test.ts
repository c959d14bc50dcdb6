import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import { SAMPLE } from './sample.ts';

// The same value with the keys of every object the other way round.
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('report.json', () => {
  const text = json.render(SAMPLE);

  it('is the report, with one newline at the end', () => {
    expect(JSON.parse(text)).toEqual(SAMPLE);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('is the same bytes whatever the order of the keys', () => {
    expect(json.render(reversed(SAMPLE) as typeof SAMPLE)).toBe(text);
  });

  it('comes back the same from a parser', () => {
    expect(json.render(JSON.parse(text) as typeof SAMPLE)).toBe(text);
  });
});
