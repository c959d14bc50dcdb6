// Recall and precision of what the scanner said against the annotations of the same lines.

import { type Field, type Item, print } from './annotations.ts';

/** Hits over what should have been found, and over what was found. */
export interface Ratio {
  hits: number;
  expected: number;
  found: number;
}

/** How a set of files fared. */
export interface Score {
  files: number;
  /** lines that expect something, and lines that must say nothing */
  annotated: number;
  traps: number;
  readonly algorithm: Ratio;
  readonly fields: Map<Field, Ratio>;
  /** what came out otherwise than annotated, `cloud.py:12: expected sha-256` */
  readonly misses: string[];
}

/** Nothing scored yet. */
export function startScore(): Score {
  return { files: 0, annotated: 0, traps: 0, algorithm: startRatio(), fields: new Map(), misses: [] };
}

function startRatio(): Ratio {
  return { hits: 0, expected: 0, found: 0 };
}

export interface ScoredFile {
  readonly name: string;
  readonly expected: ReadonlyMap<number, readonly Item[]>;
  readonly found: ReadonlyMap<number, readonly Item[]>;
}

/** Adds a file to a score. */
export function scoreFile({ name, expected, found }: ScoredFile, score: Score): void {
  score.files++;
  for (const items of expected.values()) {
    if (items.length > 0) score.annotated++;
    else score.traps++;
  }
  for (const line of [...new Set([...expected.keys(), ...found.keys()])].sort((a, b) => a - b)) {
    scoreLine({ place: `${name}:${line}`, expected: expected.get(line) ?? [], found: found.get(line) ?? [], score });
  }
}

interface Line {
  readonly place: string;
  readonly expected: readonly Item[];
  readonly found: readonly Item[];
  readonly score: Score;
}

function scoreLine({ place, expected, found, score }: Line): void {
  const left = [...found];
  score.algorithm.expected += expected.length;
  score.algorithm.found += found.length;
  for (const item of expected) {
    const match = takeBest(left, item);
    if (match === undefined) score.misses.push(`${place}: expected ${print(item)}`);
    else {
      score.algorithm.hits++;
      scoreFields({ place, item, match, score });
    }
  }
  for (const extra of left) score.misses.push(`${place}: did not expect ${print(extra)}`);
}

/** The item of the same algorithm that agrees in most fields; it is taken out. */
function takeBest(items: Item[], wanted: Item): Item | undefined {
  const agreement = (item: Item): number =>
    [...wanted.fields].filter(([field, value]) => item.fields.get(field) === value).length - item.fields.size / 100;
  const [best] = items.filter((item) => item.algorithm === wanted.algorithm).sort((a, b) => agreement(b) - agreement(a));
  if (best !== undefined) items.splice(items.indexOf(best), 1);
  return best;
}

interface Pair {
  readonly place: string;
  readonly item: Item;
  readonly match: Item;
  readonly score: Score;
}

function scoreFields({ place, item, match, score }: Pair): void {
  for (const field of new Set([...item.fields.keys(), ...match.fields.keys()])) {
    const ratio = score.fields.get(field) ?? startRatio();
    score.fields.set(field, ratio);
    const [wanted, got] = [item.fields.get(field), match.fields.get(field)];
    if (wanted !== undefined) ratio.expected++;
    if (got !== undefined) ratio.found++;
    if (wanted === got) ratio.hits++;
    else score.misses.push(`${place}: ${item.algorithm} ${field}: expected ${wanted ?? 'nothing'}, got ${got ?? 'nothing'}`);
  }
}
