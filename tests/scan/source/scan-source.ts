// Scans a text as the source scanner would a file, for the tests of single languages.

import { loadGrammar } from '../../../src/io/package-files.ts';
import { nameOf } from '../../../src/knowledge/algorithms.ts';
import type { Evidence, Gap } from '../../../src/model/evidence.ts';
import { isGap } from '../../../src/model/evidence.ts';
import { sourceScanner } from '../../../src/scan/source.ts';
import { toText } from '../../../src/scan/text.ts';

const entryOf = (path: string, bytes: number) => ({ path, bytes, ignored: false, origin: 'first-party' }) as const;

/** Loads the grammars that these paths need. */
export async function loadFor(...paths: readonly string[]): Promise<void> {
  await sourceScanner.prepare?.(
    { loadGrammar },
    paths.map((path) => entryOf(path, 0)),
  );
}

/** Everything the scanner says of the bytes, as if every literal had been met. */
export function scanSource(path: string, content: Uint8Array | string): readonly (Evidence | Gap)[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const literals = new Set(sourceScanner.literals);
  return [...sourceScanner.scan({ entry: entryOf(path, bytes.length), bytes, literals, text: () => toText(bytes) })];
}

/** `line name` of every algorithm and `line tls 1.2` of every protocol, in the order of the text. */
export function seenIn(path: string, text: string): readonly string[] {
  return scanSource(path, text).flatMap((item) => {
    if (isGap(item) || item.location.at !== 'text') return [];
    const { observed, location } = item;
    if (observed.kind === 'algorithm') return [`${location.line} ${nameOf(observed.use)}`];
    return observed.kind === 'protocol' ? [`${location.line} ${[observed.protocol, ...observed.versions].join(' ')}`] : [];
  });
}

/** The libraries that a text brings in. */
export function librariesIn(path: string, text: string): readonly string[] {
  return scanSource(path, text).flatMap((item) => (!isGap(item) && item.observed.kind === 'library' ? [item.observed.name] : []));
}
