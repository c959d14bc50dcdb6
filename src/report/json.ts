// The report as JSON, canonical: keys in code-point order, two spaces, one newline at the end. The same report gives the same bytes
// whatever the order in which its objects were made, and survives a round trip through a parser.

import { compareText } from '../model/order.ts';
import type { Report, Reporter } from '../model/report.ts';

/** `report.json`. */
export const json: Reporter = { mediaType: 'application/json', extension: 'json', render: renderJson };

function renderJson(report: Report): string {
  return `${JSON.stringify(report, inKeyOrder, 2)}\n`;
}

/** A replacer for `JSON.stringify` that puts the keys of every object in code-point order. */
export function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}
