// The second reading: files that asked for names of other files are answered when every file is known, and read again with the answers.
// What was said of a file first stands where nobody answers, or where it cannot be read a second time.

import { PqreadyError } from '../model/errors.ts';
import type { ScannerId } from '../model/evidence.ts';
import type { Asked, Given } from '../model/reference.ts';
import type { FileEntry, FileScanner, Workspace } from '../model/world.ts';
import { type Candidate, type GatherOptions, runInLanes, toBatches } from './batch.ts';
import type { Said } from './tally.ts';

/** What the first reading leaves to the second. */
export interface Waiting {
  /** files that a scanner reads, by its id: where names may be given */
  readonly paths: Map<ScannerId, Map<string, FileEntry>>;
  readonly said: Said[];
}

/** What is said of the files that waited, in the order in which they were met. Rejects with `cancelled` when the signal fires. */
export async function* rescan(workspace: Workspace, options: GatherOptions, waiting: Waiting): AsyncGenerator<readonly Said[]> {
  for (const scanner of options.scanners) {
    const said = waiting.said.filter((one) => one.scanner === scanner.id);
    const entries = waiting.paths.get(scanner.id);
    if (said.length === 0) continue;
    const answers = entries === undefined ? undefined : await scanner.answer?.(toAsked(said), toElsewhere(workspace, entries, options));
    const seconds = readAgain(workspace, options, { scanner, said, entries: entries ?? new Map(), answers: answers ?? new Map() });
    const batches = toBatches(seconds, ({ candidate }) => candidate?.bytes.length ?? 0);
    yield* runInLanes(batches, options.lanes ?? 1, (batch) => runBatch(batch, options));
  }
}

function toAsked(said: readonly Said[]): readonly Asked[] {
  return said.flatMap(({ asked }) => (asked === undefined ? [] : [asked]));
}

function toElsewhere(
  workspace: Workspace,
  entries: ReadonlyMap<string, FileEntry>,
  { verifyKeys }: GatherOptions,
): Parameters<NonNullable<FileScanner['answer']>>[1] {
  return {
    paths: [...entries.keys()],
    read: (path) => readBytes(workspace, path, entries),
    ...(verifyKeys === undefined ? {} : { verifyKeys }),
  };
}

/** The bytes of a file that was listed; undefined where it is gone since. One that grew is not read further than it was. */
export async function readBytes(
  workspace: Workspace,
  path: string,
  entries: ReadonlyMap<string, FileEntry>,
): Promise<Uint8Array | undefined> {
  const entry = entries.get(path);
  if (entry === undefined) return undefined;
  try {
    const bytes = await workspace.read(path);
    return bytes.length > entry.bytes ? bytes.subarray(0, entry.bytes) : bytes;
  } catch {
    return undefined;
  }
}

interface Again {
  readonly scanner: FileScanner;
  readonly said: readonly Said[];
  readonly entries: ReadonlyMap<string, FileEntry>;
  readonly answers: ReadonlyMap<string, readonly Given[]>;
}

/** One file that waited: what was said of it, and the file again where there is an answer. */
interface Second {
  readonly said: Said;
  readonly candidate?: Candidate;
}

async function* readAgain(workspace: Workspace, options: GatherOptions, again: Again): AsyncGenerator<Second> {
  for (const said of again.said) {
    if (options.signal?.aborted === true) throw new PqreadyError('cancelled', 'the scan was cancelled');
    const candidate = await toCandidate(workspace, said, again);
    yield { said, ...(candidate === undefined ? {} : { candidate }) };
  }
}

async function toCandidate(workspace: Workspace, { asked }: Said, again: Again): Promise<Candidate | undefined> {
  const given = asked === undefined ? undefined : again.answers.get(asked.path);
  const entry = asked === undefined ? undefined : again.entries.get(asked.path);
  if (entry === undefined || given === undefined || given.length === 0) return undefined;
  const bytes = await readBytes(workspace, entry.path, again.entries);
  const { scanner } = again;
  // It was chosen when it was read first: its literals are not looked for again.
  return bytes === undefined ? undefined : { entry, bytes, literals: [], scanners: [scanner.id], given };
}

async function runBatch(batch: readonly Second[], options: GatherOptions): Promise<readonly Said[]> {
  const candidates = batch.flatMap(({ candidate }) => (candidate === undefined ? [] : [candidate]));
  const second = candidates.length === 0 ? [] : await options.run(candidates);
  let next = 0;
  return batch.map(({ said, candidate }) => {
    const { asked: _, ...rest } = (candidate === undefined ? undefined : second[next++]) ?? said;
    return rest;
  });
}
