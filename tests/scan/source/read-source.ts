// Source text through the scanner, as a gather would hand it over, for the tests of one language each.

import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreFolder } from '../../../bench/accuracy.ts';
import { loadGrammar, packageRoot } from '../../../src/io/package-files.ts';
import { nameOf } from '../../../src/knowledge/algorithms.ts';
import { type Evidence, type Gap, isGap } from '../../../src/model/evidence.ts';
import type { FileEntry } from '../../../src/model/world.ts';
import { sourceScanner } from '../../../src/scan/source.ts';
import { toText } from '../../../src/scan/text.ts';

const entryOf = (path: string, bytes = 0): FileEntry => ({ path, bytes, ignored: false, origin: 'first-party' });

/** Loads the grammar that a file of this name needs. */
export async function loadFor(path: string): Promise<void> {
  await sourceScanner.prepare?.({ loadGrammar }, [entryOf(path)]);
}

/** Everything the scanner says of bytes under a path, as if every literal had been met in them. */
export function scanBytes(path: string, bytes: Uint8Array): readonly (Evidence | Gap)[] {
  const literals = new Set(sourceScanner.literals);
  return [...sourceScanner.scan({ entry: entryOf(path, bytes.length), bytes, literals, text: () => toText(bytes) })];
}

/** The evidence in a text. */
export function scanSource(path: string, text: string): readonly Evidence[] {
  return scanBytes(path, new TextEncoder().encode(text)).filter((item): item is Evidence => !isGap(item));
}

/** `line state name` of every algorithm in a text. */
export function algorithmsIn(path: string, text: string): readonly string[] {
  return scanSource(path, text).flatMap(({ location, state, observed }) =>
    observed.kind === 'algorithm' && location.at === 'text' ? [`${location.line} ${state} ${nameOf(observed.use)}`] : [],
  );
}

/** Holds the annotated fixtures of a language to their floors. */
export async function expectFloors(language: string): Promise<void> {
  const score = await scoreFolder(join(packageRoot(), 'tests', 'fixtures', 'source', language));
  const { hits, expected, found } = score.algorithm;
  const misses = score.misses.join('\n');
  expect(hits / expected, misses).toBeGreaterThanOrEqual(0.95);
  expect(hits / found, misses).toBeGreaterThanOrEqual(0.95);
  for (const [field, ratio] of score.fields) {
    expect(ratio.hits / ratio.expected, `${field}\n${misses}`).toBeGreaterThanOrEqual(0.95);
    expect(ratio.hits / ratio.found, `${field}\n${misses}`).toBeGreaterThanOrEqual(0.95);
  }
  expect(score.annotated).toBeGreaterThanOrEqual(50);
  expect(score.traps).toBeGreaterThanOrEqual(10);
}

/** What every reader must survive: pieces of the language in any order, any bytes, nesting, repetition. */
export function survivesHostileText(
  path: string,
  { pieces, preamble }: { readonly pieces: readonly string[]; readonly preamble: string },
): void {
  it('never throws on arbitrary text', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => preamble + words.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const item of scanBytes(path, new TextEncoder().encode(written))) {
          if (!isGap(item) && item.location.at === 'text') expect(item.location.line).toBeLessThanOrEqual(written.split('\n').length);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('never throws on arbitrary bytes', () => {
    const head = new TextEncoder().encode(preamble);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        scanBytes(path, new Uint8Array([...head, ...bytes]));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['()', '[]', '{}', '<>', '/**/', '""'])('survives 20,000 nested or repeated %s', (pair) => {
    const half = pair.length / 2;
    const [open, close] = [pair.slice(0, half), pair.slice(half)];
    for (const text of [open.repeat(20_000) + close.repeat(20_000), pair.repeat(20_000), open.repeat(20_000)]) {
      expect(() => scanBytes(path, new TextEncoder().encode(preamble + text))).not.toThrow();
    }
  });
}
