// Order that does not depend on machine, locale or the order in which evidence came in: code points, places, canonical text.

import type { Location } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';

/** The file or service of a location: `src/a.c`, `a.zip!/b`, `tcp://host:443`. */
export function toPlace(location: Location): string {
  return location.at === 'endpoint' ? `${location.transport}://${location.host}:${location.port}` : location.path;
}

/** Orders locations by file, then offset, then line. */
export function compareLocations(a: Location, b: Location): number {
  return compareText(toPlace(a), toPlace(b)) || toOffset(a) - toOffset(b) || toLine(a) - toLine(b);
}

/** The line of a text location, 0 elsewhere. */
export function toLine(location: Location): number {
  return location.at === 'text' ? location.line : 0;
}

function toOffset(location: Location): number {
  return location.at === 'endpoint' ? 0 : location.offset;
}

/**
 * One text for one content: JSON with the keys of objects in code-point order and undefined fields left out (the field order of RFC 8785).
 * For values whose keys are our own.
 */
export function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const field: unknown = Reflect.get(value, key);
    if (field !== undefined) text += `${text === '' ? '' : ','}"${key}":${canonicalText(field)}`;
  }
  return `{${text}}`;
}

/** Items with the same key together, in the order in which the keys first came. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
