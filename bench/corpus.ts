// Recall and precision of the source scanner on the blind corpora (tests/corpus), which were written without sight of it.
// Run: `npm run -s bench:corpus` for the figures, `-- --misses` also for the misses of the open half, `-- --language go` for one language.
//
// Half of the files of each language, chosen by the hash of seed and path, is open: its misses may be read and mended. Of the sealed half
// only figures are printed. "line" counts a use that is found on the line of its label, "near" one within three lines, "file" a finding
// whose algorithm is labelled anywhere in its file: a tool that reports a wrapper at its caller is right, and says so on another line.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { loadGrammar, packageRoot } from '../src/io/package-files.ts';
import type { Evidence } from '../src/model/evidence.ts';
import { type Field, groupByLine, type Item, print, readAnnotations } from '../src/scan/golden/annotations.ts';
import { startScanning } from '../src/scan/golden/scan.ts';
import { share } from './accuracy.ts';

/** Which half a file is in. */
export type Half = 'open' | 'sealed';

/** Sums over the files of one half of one language. */
export interface Tally {
  files: number;
  labels: number;
  onLine: number;
  near: number;
  /** labels whose algorithm is not written at the call, and how many of them were found near their line */
  indirect: number;
  indirectNear: number;
  findings: number;
  findingsOnLine: number;
  findingsInFile: number;
  traps: number;
  trapsHit: number;
  /** fields that the labels of found uses give, and how many came out right */
  fields: number;
  fieldsRight: number;
  readonly misses: string[];
}

const SEED = 'pqready corpus 1';
const NEAR_LINES = 3;

/** The halves of a language's files. */
export function splitFiles(language: string, names: readonly string[]): ReadonlyMap<string, Half> {
  const hash = (name: string): string => bytesToHex(sha256(utf8ToBytes(`${SEED} ${language}/${name}`)));
  const sorted = [...names].map((name) => ({ name, hash: hash(name) })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return new Map(sorted.map(({ name }, index) => [name, index < Math.ceil(sorted.length / 2) ? 'open' : 'sealed']));
}

/** Scores the files of one language. */
export async function scoreCorpus(folder: string, language: string): Promise<Readonly<Record<Half, Tally>>> {
  const tallies = { open: startTally(), sealed: startTally() };
  const names = readdirSync(folder);
  for (const [name, half] of [...splitFiles(language, names)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await scoreFile(join(folder, name), name, tallies[half]);
  }
  return tallies;
}

function startTally(): Tally {
  const nothing = { files: 0, labels: 0, onLine: 0, near: 0, indirect: 0, indirectNear: 0, findings: 0, findingsOnLine: 0 };
  return { ...nothing, findingsInFile: 0, traps: 0, trapsHit: 0, fields: 0, fieldsRight: 0, misses: [] };
}

interface Found extends Item {
  readonly line: number;
  taken: boolean;
}

const scan = startScanning(loadGrammar);

async function scoreFile(path: string, name: string, tally: Tally): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  const lines = new TextDecoder().decode(bytes).split('\n');
  const expected = readAnnotations(lines.join('\n'));
  const evidence = await scan({ name, bytes });
  const found = toFound(evidence);
  const parts = toFound(evidence.flatMap(partsOf));
  tally.files++;
  tally.findings += found.length;
  const labels = [...expected].flatMap(([line, items]) => items.map((item) => ({ line, item, indirect: isIndirect(lines[line - 1]) })));
  const labelled = new Set(labels.map(({ item }) => item.algorithm));
  tally.findingsInFile += found.filter((one) => labelled.has(one.algorithm)).length;
  for (const [line, items] of expected) {
    if (items.length > 0) continue;
    tally.traps++;
    if (!found.some((one) => one.line === line)) continue;
    tally.trapsHit++;
    tally.misses.push(
      `${name}:${line}: a trap was taken: ${found
        .filter((one) => one.line === line)
        .map(print)
        .join(', ')}`,
    );
  }
  // What stands on its own line is matched first, so that a neighbour does not take it.
  const waiting = labels
    .filter((label) => !match(label, { found, tally, name, distance: 0 }))
    .filter((label) => !match(label, { found: parts, tally, name, distance: 0, arePartsOfOthers: true }));
  for (const label of waiting) {
    tally.labels++;
    if (label.indirect) tally.indirect++;
    if (!match(label, { found, tally, name, distance: NEAR_LINES }))
      tally.misses.push(`${name}:${label.line}: missed ${print(label.item)}`);
  }
  for (const one of found)
    if (!one.taken && !labelled.has(one.algorithm)) tally.misses.push(`${name}:${one.line}: not labelled: ${print(one)}`);
}

function toFound(evidence: readonly Evidence[]): Found[] {
  return [...groupByLine(evidence)].flatMap(([line, items]) => items.map((item) => ({ ...withHash(item), line, taken: false })));
}

// A signature whose kind is not said is labelled with its hash alone.
function withHash(item: Item): Item {
  const digest = item.fields.get('digest');
  return item.algorithm === 'unrecognised' && digest !== undefined ? { algorithm: digest, fields: new Map() } : item;
}

// Two mechanisms in one call are two labels: the scanner gives the inner one (the key agreement of a box) as a part of the outer.
function partsOf(evidence: Evidence): readonly Evidence[] {
  const { observed } = evidence;
  return observed.kind === 'algorithm' ? observed.use.parts.map((use) => ({ ...evidence, observed: { ...observed, use } })) : [];
}

function isIndirect(line: string | undefined): boolean {
  return line !== undefined && /expect:[^*\n]*\*via/.test(line);
}

interface Label {
  readonly line: number;
  readonly item: Item;
  readonly indirect: boolean;
}

interface Matching {
  readonly found: readonly Found[];
  readonly tally: Tally;
  readonly name: string;
  readonly distance: number;
  /** what is matched is told inside of other findings, and counts as none itself */
  readonly arePartsOfOthers?: true;
}

/** Takes the finding that is nearest and agrees in most fields, and counts it. */
function match({ line, item, indirect }: Label, { found, tally, name, distance, arePartsOfOthers }: Matching): boolean {
  const agreeing = (one: Found): number => [...item.fields].filter(([field, value]) => agrees(field, value, one.fields.get(field))).length;
  const [best] = found
    .filter((one) => !one.taken && one.algorithm === item.algorithm && Math.abs(one.line - line) <= distance)
    .sort((a, b) => agreeing(b) - agreeing(a) || Math.abs(a.line - line) - Math.abs(b.line - line));
  if (best === undefined) return false;
  best.taken = true;
  if (distance === 0) {
    tally.labels++;
    tally.onLine++;
    if (arePartsOfOthers !== true) tally.findingsOnLine++;
    if (indirect) tally.indirect++;
  }
  tally.near++;
  if (indirect) tally.indirectNear++;
  tally.fields += item.fields.size;
  tally.fieldsRight += agreeing(best);
  for (const [field, value] of item.fields) {
    const got = best.fields.get(field);
    if (!agrees(field, value, got))
      tally.misses.push(`${name}:${line}: ${item.algorithm} ${field}: expected ${value}, got ${got ?? 'nothing'}`);
  }
  return true;
}

// CCM with a tag of 8 octets has a name of its own here (RFC 6655); labels give no tag.
function agrees(field: Field, expected: string, got: string | undefined): boolean {
  return got === expected || (field === 'mode' && expected === 'ccm' && got === 'ccm8');
}

const HEAD = ['language', 'half', 'labels', 'line', 'near', 'indirect', 'precision line', 'precision file', 'fields', 'traps taken'];

async function main(args: readonly string[]): Promise<void> {
  const root = join(packageRoot(), 'tests', 'corpus');
  const only = args[args.indexOf('--language') + 1];
  const languages = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  console.log(HEAD.join('  '));
  for (const { name: language } of languages.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (args.includes('--language') && language !== only) continue;
    const tallies = await scoreCorpus(join(root, language), language);
    for (const half of ['open', 'sealed'] as const) console.log(toRow(language, half, tallies[half]));
    if (args.includes('--misses')) for (const miss of tallies.open.misses) console.log(`  ${miss}`);
  }
}

function toRow(language: string, half: Half, tally: Tally): string {
  const figures = [
    share(tally.onLine, tally.labels),
    share(tally.near, tally.labels),
    share(tally.indirectNear, tally.indirect),
    share(tally.findingsOnLine, tally.findings),
    share(tally.findingsInFile, tally.findings),
    share(tally.fieldsRight, tally.fields),
  ];
  return [language.padEnd(10), half.padEnd(6), String(tally.labels).padStart(4), ...figures, `${tally.trapsHit} of ${tally.traps}`].join(
    '  ',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
