// Recall and precision of the source scanner on the annotated fixtures. Run: `npm run -s bench:accuracy`.
//
// An annotation stands in a comment at the end of its line: `// expect: aes keyBits=256 mode=gcm, sha-256` or `# expect: none`. Each item
// is an algorithm id and the fields that the code gives there: keyBits, mode, padding, curve, digest; `tls version=1.2` stands for a
// protocol. What an id fixes by itself (the curve of ed25519, the key of chacha20, the padding of rsassa-pss) is not written. A line
// without an annotation expects nothing. Included libraries and absent branches are not scored.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGrammar, packageRoot } from '../src/io/package-files.ts';
import { ALGORITHMS } from '../src/knowledge/algorithms.ts';
import { type Evidence, isGap } from '../src/model/evidence.ts';
import { toPrefilter } from '../src/scan/prefilter.ts';
import { sourceScanner } from '../src/scan/source.ts';

/** The fields that are scored apart. */
export const FIELDS = ['keyBits', 'mode', 'padding', 'curve', 'digest'] as const;
/** A field of an annotation. */
export type Field = (typeof FIELDS)[number] | 'version';

/** A use as an annotation or the scanner names it. */
export interface Item {
  readonly algorithm: string;
  readonly fields: ReadonlyMap<Field, string>;
}

/** Hits over what should have been found, and over what was found. */
export interface Ratio {
  hits: number;
  expected: number;
  found: number;
}

/** How one language fared. */
export interface Score {
  readonly algorithm: Ratio;
  readonly fields: ReadonlyMap<Field, Ratio>;
  /** lines that came out otherwise than annotated, as text */
  readonly misses: readonly string[];
  readonly annotated: number;
  readonly traps: number;
}

/** Scores every annotated file of a folder. */
export async function scoreFolder(folder: string): Promise<Score> {
  const score = { algorithm: startRatio(), fields: new Map<Field, Ratio>(), misses: [] as string[], annotated: 0, traps: 0 };
  for (const name of readdirSync(folder).sort()) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const expected = readAnnotations(new TextDecoder().decode(bytes));
    const found = await findItems(name, bytes);
    score.annotated += [...expected.values()].filter((items) => items.length > 0).length;
    score.traps += [...expected.values()].filter((items) => items.length === 0).length;
    for (const line of new Set([...expected.keys(), ...found.keys()])) {
      scoreLine({ place: `${name}:${line}`, expected: expected.get(line) ?? [], found: found.get(line) ?? [], score });
    }
  }
  return score;
}

function startRatio(): Ratio {
  return { hits: 0, expected: 0, found: 0 };
}

const ANNOTATION = /(?:\/\/|#|\/\*)\s*expect:\s*([^*\n]+)/;

/** The expectations of a text by line. */
export function readAnnotations(text: string): ReadonlyMap<number, readonly Item[]> {
  const expected = new Map<number, readonly Item[]>();
  text.split('\n').forEach((line, index) => {
    const written = ANNOTATION.exec(line)?.[1]?.trim();
    if (written !== undefined) expected.set(index + 1, written === 'none' ? [] : written.split(',').map(toItem));
  });
  return expected;
}

function toItem(written: string): Item {
  const [algorithm = '', ...fields] = written.trim().split(/\s+/);
  return { algorithm, fields: new Map(fields.map((field) => field.split('=') as [Field, string])) };
}

/** What the scanner says of a file, by line. */
export async function findItems(name: string, bytes: Uint8Array): Promise<ReadonlyMap<number, readonly Item[]>> {
  return groupByLine(await scanFile(name, bytes));
}

async function scanFile(name: string, bytes: Uint8Array): Promise<readonly Evidence[]> {
  const entry = { path: name, bytes: bytes.length, ignored: false, origin: 'first-party' } as const;
  await sourceScanner.prepare?.({ loadGrammar }, [entry]);
  const literals = toPrefilter(sourceScanner.literals ?? [])(bytes);
  const text = new TextDecoder().decode(bytes);
  return [...sourceScanner.scan({ entry, bytes, literals, text: () => text })].filter((item): item is Evidence => !isGap(item));
}

function groupByLine(evidence: readonly Evidence[]): ReadonlyMap<number, readonly Item[]> {
  const found = new Map<number, Item[]>();
  for (const one of evidence) {
    const item = one.state === 'absent' || one.location.at !== 'text' ? undefined : fromEvidence(one);
    if (item === undefined || one.location.at !== 'text') continue;
    found.set(one.location.line, [...(found.get(one.location.line) ?? []), item]);
  }
  return found;
}

function fromEvidence({ observed }: Evidence): Item | undefined {
  if (observed.kind === 'protocol')
    return { algorithm: observed.protocol, fields: new Map(observed.versions.map((version) => ['version', version] as const)) };
  if (observed.kind !== 'algorithm') return undefined;
  const { algorithm, parameters } = observed.use;
  const row = ALGORITHMS[algorithm];
  const implied = new Set<Field>([
    ...(row.fixedKeyBits !== undefined || parameters.curve !== undefined || row.fixedCurve !== undefined ? (['keyBits'] as const) : []),
    ...(row.fixedCurve === undefined ? [] : (['curve'] as const)),
    ...(row.fixedPadding === undefined ? [] : (['padding'] as const)),
  ]);
  const fields = FIELDS.flatMap((field) => {
    const value = parameters[field]?.value;
    return value === undefined || implied.has(field) ? [] : [[field, String(value)] as const];
  });
  return { algorithm, fields: new Map(fields) };
}

interface Line {
  readonly place: string;
  readonly expected: readonly Item[];
  readonly found: readonly Item[];
  readonly score: { readonly algorithm: Ratio; readonly fields: Map<Field, Ratio>; readonly misses: string[] };
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
  readonly score: Line['score'];
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

/** `aes keyBits=256 mode=gcm`. */
export function print({ algorithm, fields }: Item): string {
  return [algorithm, ...[...fields].map(([field, value]) => `${field}=${value}`)].join(' ');
}

/** `0.97`, or `-` where there was nothing to find. */
export function share(hits: number, of: number): string {
  return of === 0 ? '-' : (hits / of).toFixed(3);
}

async function main(): Promise<void> {
  const root = join(packageRoot(), 'tests', 'fixtures', 'source');
  for (const language of readdirSync(root).sort()) {
    const { algorithm, fields, misses, annotated, traps } = await scoreFolder(join(root, language));
    console.log(`${language}: ${annotated} annotated lines, ${traps} traps`);
    console.log(`  algorithm  recall ${share(algorithm.hits, algorithm.expected)}  precision ${share(algorithm.hits, algorithm.found)}`);
    for (const [field, ratio] of [...fields].sort()) {
      console.log(`  ${field.padEnd(10)} recall ${share(ratio.hits, ratio.expected)}  precision ${share(ratio.hits, ratio.found)}`);
    }
    for (const miss of misses) console.log(`  ${miss}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
