// Asks every scanner about every file it wants: walk, prefilter, then only the candidates, in batches that a worker may take. One
// scanner that fails on one file is a gap there and ends nothing.

import type { BuildPart } from '../model/build.ts';
import { PqreadyError } from '../model/errors.ts';
import type { Gap, ScannerId } from '../model/evidence.ts';
import { isGap } from '../model/evidence.ts';
import type { Asked, HandingFunction, Told } from '../model/reference.ts';
import type { FileEntry, FileScanner, ScanContext, Workspace } from '../model/world.ts';
import { type Candidate, type GatherOptions, runInLanes, toBatches } from './batch.ts';
import { followCallers } from './callers.ts';
import { type Prefilter, toPrefilter } from './prefilter.ts';
import { rescan, type Waiting } from './rescan.ts';
import { addSaid, type Gathered, type Said, startTally, type Tally, toGathered } from './tally.ts';
import { toText } from './text.ts';

export type { BatchRunner, Candidate, GatherOptions } from './batch.ts';

/** Everything the scanners have to say about a workspace. Rejects with `cancelled` when the signal fires. */
export async function gather(workspace: Workspace, options: GatherOptions): Promise<Gathered> {
  const tally = startTally(options.scanners);
  for await (const said of scanWorkspace(workspace, options, tally)) addSaid(tally, said);
  return toGathered(tally);
}

/**
 * What the scanners say, batch by batch in the order of the files; what the walk itself met is counted in the tally. A file that asks for
 * names of other files comes last: what is said of it is settled when all files are known. So does one with functions whose callers
 * decide what they ask of a library.
 */
export async function* scanWorkspace(workspace: Workspace, options: GatherOptions, tally: Tally): AsyncGenerator<readonly Said[]> {
  const waiting: Waiting = { paths: new Map(), said: [] };
  const offering: Said[] = [];
  const batches = toBatches(findCandidates(workspace, options, { tally, waiting }), ({ bytes }) => bytes.length);
  for await (const said of runInLanes(batches, options.lanes ?? 1, options.run)) {
    waiting.said.push(...said.filter(({ asked }) => asked !== undefined));
    offering.push(...said.filter(({ asked, offered }) => asked === undefined && offered !== undefined));
    yield said.filter(({ asked, offered }) => asked === undefined && offered === undefined);
  }
  for await (const said of rescan(workspace, options, waiting)) {
    offering.push(...said.filter(({ offered }) => offered !== undefined));
    yield said.filter(({ offered }) => offered === undefined);
  }
  yield* followCallers(workspace, options, { paths: waiting.paths, said: offering });
}

interface Noting {
  readonly tally: Tally;
  readonly waiting: Waiting;
}

/** Runs the scanners of a batch in this thread. */
export async function scanBatch(
  batch: readonly Candidate[],
  scanners: readonly FileScanner[],
  context: ScanContext,
): Promise<readonly Said[]> {
  const byId = new Map(scanners.map((scanner) => [scanner.id, scanner]));
  for (const scanner of scanners) {
    const files = batch.filter((candidate) => candidate.scanners.includes(scanner.id)).map((candidate) => candidate.entry);
    if (files.length > 0) await scanner.prepare?.(context, files);
  }
  return batch.flatMap((candidate) =>
    candidate.scanners.flatMap((id) => {
      const scanner = byId.get(id);
      return scanner === undefined ? [] : [scanOne(candidate, scanner)];
    }),
  );
}

function scanOne(candidate: Candidate, scanner: FileScanner): Said {
  let text: string | undefined;
  let asked: Asked | undefined;
  const parts: BuildPart[] = [];
  let functions: readonly HandingFunction[] = [];
  const told: Told[] = [];
  const { entry, given, watch } = candidate;
  const file = {
    noteBuild: (part: BuildPart) => void parts.push(part),
    ask: (one: Asked) => {
      asked = one;
    },
    offer: (some: readonly HandingFunction[]) => {
      functions = some;
    },
    tell: (one: Told) => void told.push(one),
    ...(given === undefined ? {} : { given }),
    ...(watch === undefined ? {} : { watch }),
    entry,
    bytes: candidate.bytes,
    literals: new Set(candidate.literals),
    text: () => {
      text ??= toText(candidate.bytes);
      return text;
    },
  };
  try {
    const items = [...scanner.scan(file)];
    return {
      scanner: scanner.id,
      items,
      ...(asked === undefined ? {} : { asked }),
      ...(parts.length === 0 ? {} : { parts }),
      ...(functions.length === 0 ? {} : { offered: { path: entry.path, functions } }),
      ...(told.length === 0 ? {} : { told }),
    };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown error';
    return { scanner: scanner.id, items: [toGap(candidate.entry, scanner.id, 'malformed', `the scanner stopped on this file: ${name}`)] };
  }
}

async function* findCandidates(workspace: Workspace, options: GatherOptions, noting: Noting): AsyncGenerator<Candidate> {
  const { tally, waiting } = noting;
  const prefilters = new Map<string, Prefilter>();
  for await (const item of workspace.list()) {
    if (options.signal?.aborted === true) throw new PqreadyError('cancelled', 'the scan was cancelled');
    if (isGap(item)) {
      tally.gaps.push(item);
      continue;
    }
    if (isCompilable(item)) tally.sources.push(item.path);
    for (const scanner of options.scanners) {
      if (scanner.answer !== undefined && item.bytes <= scanner.maxBytes && (scanner.wants(item) || scanner.looksUp?.(item) === true))
        notePath(waiting, scanner.id, item);
    }
    const candidate = await toCandidate(workspace, item, { scanners: options.scanners, prefilters, tally });
    options.onProgress?.({ stage: 'scan', done: tally.files });
    if (candidate !== undefined) yield candidate;
  }
}

/** What a build compiles, and says so by its path: C, C++, Objective-C, assembler. */
function isCompilable({ path }: FileEntry): boolean {
  return /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|s|asm)$/i.test(path);
}

function notePath({ paths }: Waiting, id: ScannerId, entry: FileEntry): void {
  const noted = paths.get(id);
  if (noted === undefined) paths.set(id, new Map([[entry.path, entry]]));
  else noted.set(entry.path, entry);
}

interface Choosing {
  readonly scanners: readonly FileScanner[];
  readonly prefilters: Map<string, Prefilter>;
  readonly tally: Tally;
}

async function toCandidate(workspace: Workspace, entry: FileEntry, choosing: Choosing): Promise<Candidate | undefined> {
  const { tally } = choosing;
  tally.files++;
  tally.bytes += entry.bytes;
  const wanting = choosing.scanners.filter((scanner) => scanner.wants(entry));
  if (wanting.length > 0) tally.wantedFiles++;
  else if (entry.ignored) tally.ignoredFiles++;
  const able = wanting.filter((scanner) => entry.bytes <= scanner.maxBytes);
  for (const scanner of wanting) {
    if (!able.includes(scanner)) tally.gaps.push(tooLarge(entry, scanner));
  }
  if (able.length === 0) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = await (workspace.peek ?? workspace.read)(entry.path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    tally.gaps.push(toGap(entry, 'workspace', 'unreadable', `file could not be read: ${code}`));
    return undefined;
  }
  return choose(entry, bytes, { ...choosing, scanners: able });
}

function choose(entry: FileEntry, bytes: Uint8Array, { scanners, prefilters, tally }: Choosing): Candidate | undefined {
  const literals = prefilterFor(scanners, prefilters)(bytes);
  const chosen = scanners.filter((scanner) => isChosen(scanner, entry, literals));
  if (chosen.length === 0) return undefined;
  tally.candidateFiles++;
  tally.candidateBytes += bytes.length;
  for (const scanner of chosen) {
    const row = tally.rows.get(scanner.id);
    if (row === undefined) continue;
    row.files++;
    row.bytes += bytes.length;
  }
  // Most files end here, so only what stays is given memory of its own.
  return { entry, bytes: bytes.slice(), literals: [...literals], scanners: chosen.map((scanner) => scanner.id) };
}

function isChosen(scanner: FileScanner, entry: FileEntry, literals: ReadonlySet<string>): boolean {
  return scanner.literals === undefined || scanner.always?.(entry) === true || scanner.literals.some((literal) => literals.has(literal));
}

/** One table for each set of scanners that meet on a file. */
function prefilterFor(scanners: readonly FileScanner[], prefilters: Map<string, Prefilter>): Prefilter {
  const key = scanners.map((scanner) => scanner.id).join(' ');
  let prefilter = prefilters.get(key);
  if (prefilter === undefined) {
    prefilter = toPrefilter(scanners.flatMap((scanner) => scanner.literals ?? []));
    prefilters.set(key, prefilter);
  }
  return prefilter;
}

function tooLarge(entry: FileEntry, scanner: FileScanner): Gap {
  return toGap(
    entry,
    scanner.id,
    'too-large',
    `${entry.bytes} bytes, more than the ${scanner.maxBytes} that the ${scanner.title} scanner reads`,
  );
}

function toGap(entry: FileEntry, scanner: ScannerId, reason: Gap['reason'], detail: string): Gap {
  return { scanner, location: { at: 'bytes', path: entry.path, offset: 0, length: entry.bytes }, reason, detail };
}
