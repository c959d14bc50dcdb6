// Ids of facts: `F-` and eight hex digits of the SHA-256 of their content, more where two would be equal.

import type { Evidence } from '../model/evidence.ts';
import type { FactId } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import { digestText } from './asset-ids.ts';
import { toFactContent } from './fact-content.ts';

const SHORTEST = 8;

/** Each distinct piece of evidence once, under its id. Ids do not depend on the order; those that would be equal are lengthened until they differ. */
export function toFactIds(evidence: readonly Evidence[]): ReadonlyMap<FactId, Evidence> {
  const byDigest = new Map<string, Evidence>();
  for (const item of evidence) {
    const digest = digestText(toFactContent(item));
    const known = byDigest.get(digest);
    if (known === undefined || isEarlier(item, known)) byDigest.set(digest, item);
  }
  const lengths = idLengths([...byDigest.keys()]);
  return new Map([...byDigest].map(([digest, item]) => [asFactId(digest.slice(0, lengths.get(digest) ?? SHORTEST)), item]));
}

// Of two equal sightings the earlier stands.
function isEarlier(a: Evidence, b: Evidence): boolean {
  return (compareText(a.observedAt ?? '', b.observedAt ?? '') || compareText(a.command ?? '', b.command ?? '')) < 0;
}

/** Length of each digest's id: the shortest of at least eight digits at which no other digest begins alike. Only longer ones are listed. */
export function idLengths(digests: readonly string[]): ReadonlyMap<string, number> {
  const sorted = [...digests].sort();
  const lengths = new Map<string, number>();
  for (const [index, digest] of sorted.entries()) {
    const shared = Math.max(sharedPrefix(digest, sorted[index - 1]), sharedPrefix(digest, sorted[index + 1]));
    if (shared >= SHORTEST) lengths.set(digest, Math.min(shared + 1, digest.length));
  }
  return lengths;
}

function sharedPrefix(a: string, b: string | undefined): number {
  if (b === undefined || a.slice(0, SHORTEST) !== b.slice(0, SHORTEST)) return 0;
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function asFactId(hex: string): FactId {
  return `F-${hex}` as FactId;
}
