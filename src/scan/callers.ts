// Functions that hand their parameters to a library, and who calls them: files that may call one are read for these calls alone, and what
// a caller decides is told there and at the call of the library that it reaches. A caller that hands on its own parameter is looked for
// callers in turn, through three functions at most. Paths and contents alone decide: neither threads nor the order of files change a byte.

import { PqreadyError } from '../model/errors.ts';
import { type Evidence, type Gap, isGap } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { Given, HandingFunction, Told } from '../model/reference.ts';
import type { FileEntry, FileScanner, Workspace } from '../model/world.ts';
import { type Candidate, type GatherOptions, runInLanes, toBatches } from './batch.ts';
import { readBytes, type Waiting } from './rescan.ts';
import type { Said } from './tally.ts';

const MOST_FILES = 4000;
/** of files in which callers are looked for: the nearest first, and of callers of callers fewer */
const MOST_BYTES = [16_000_000, 4_000_000, 4_000_000];
const MOST_CALLING = 1000;
const MOST_TOLD = 10;

/** What is said at the callers, then what the offering files say once their callers are known. Rejects with `cancelled`. */
export async function* followCallers(workspace: Workspace, options: GatherOptions, offering: Waiting): AsyncGenerator<readonly Said[]> {
  for (const scanner of options.scanners) {
    const said = offering.said.filter((one) => one.scanner === scanner.id);
    if (said.length === 0) continue;
    const told: Told[] = [];
    const entries = offering.paths.get(scanner.id);
    let offered = toOffered(said);
    for (const mostBytes of MOST_BYTES) {
      if (offered.size === 0 || entries === undefined) break;
      const round: Round = { workspace, options, scanner, entries, offered, mostBytes };
      const callers: Said[] = [];
      for await (const some of askCallers(round)) callers.push(...some);
      told.push(...callers.flatMap((one) => one.told ?? []));
      offered = toOffered(callers);
      yield callers;
    }
    yield withTold(said, told);
  }
}

type Offers = ReadonlyMap<string, readonly HandingFunction[]>;

function toOffered(said: readonly Said[]): Offers {
  return new Map(said.flatMap(({ offered }) => (offered === undefined ? [] : [[offered.path, offered.functions] as const])));
}

interface Round {
  readonly workspace: Workspace;
  readonly options: GatherOptions;
  readonly scanner: FileScanner;
  readonly entries: ReadonlyMap<string, FileEntry>;
  readonly offered: Offers;
  readonly mostBytes: number;
}

// First they say which names they call, then, with these answered, what they hand in.
async function* askCallers(round: Round): AsyncGenerator<readonly Said[]> {
  const { options, scanner, entries, offered } = round;
  const callers = await findCalling(round);
  const lanes = options.lanes ?? 1;
  const asking: Said[] = [];
  for await (const said of runInLanes(batchesOf(callers, round), lanes, options.run)) asking.push(...said);
  const asked = asking.flatMap((one) => one.asked ?? []);
  const elsewhere = {
    paths: [...entries.keys()],
    read: (path: string) => readBytes(round.workspace, path, entries),
    functions: offered,
  };
  const answers = (await scanner.answer?.(asked, elsewhere)) ?? new Map<string, readonly Given[]>();
  const answered = callers.flatMap((caller) => {
    const given = answers.get(caller.path) ?? [];
    return given.some(({ value }) => value.is === 'function' || value.is === 'either') ? [{ ...caller, given }] : [];
  });
  for await (const said of runInLanes(batchesOf(answered, round), lanes, options.run)) yield said;
}

interface Calling {
  readonly path: string;
  readonly watch: readonly string[];
  readonly given?: readonly Given[];
}

async function findCalling({ workspace, options, scanner, entries, offered, mostBytes }: Round): Promise<readonly Calling[]> {
  const seeking = scanner.seek?.(offered, [...entries.keys()].sort(compareText));
  if (seeking === undefined) return [];
  const found: Calling[] = [];
  let bytesLeft = mostBytes;
  for (const path of seeking.paths.slice(0, MOST_FILES)) {
    if (options.signal?.aborted === true) throw new PqreadyError('cancelled', 'the scan was cancelled');
    const entry = entries.get(path);
    if (entry === undefined || entry.bytes > bytesLeft) continue;
    bytesLeft -= entry.bytes;
    const bytes = await peek(workspace, path);
    const watch = bytes === undefined ? [] : seeking.watch(path, bytes);
    if (watch.length > 0 && found.push({ path, watch }) >= MOST_CALLING) break;
  }
  return found.sort((a, b) => compareText(a.path, b.path));
}

async function peek(workspace: Workspace, path: string): Promise<Uint8Array | undefined> {
  try {
    return await (workspace.peek ?? workspace.read)(path);
  } catch {
    return undefined; // vanished since it was listed
  }
}

function batchesOf(callers: readonly Calling[], { workspace, scanner, entries }: Round): AsyncGenerator<readonly Candidate[]> {
  async function* toCandidates(): AsyncGenerator<Candidate> {
    for (const { path, watch, given = [] } of callers) {
      const entry = entries.get(path);
      const bytes = await readBytes(workspace, path, entries);
      if (entry !== undefined && bytes !== undefined) yield { entry, bytes, literals: [], scanners: [scanner.id], watch, given };
    }
  }
  return toBatches(toCandidates(), ({ bytes }) => bytes.length);
}

/** What the callers decide takes the place of what is not known without them; what is known stays beside it. */
function withTold(said: readonly Said[], told: readonly Told[]): readonly Said[] {
  const byPlace = new Map<string, Told[]>();
  for (const one of told) {
    const key = placeOf(one.location.path, one.location.offset, one.name);
    const known = byPlace.get(key) ?? [];
    if (known.length < MOST_TOLD && !known.some(({ use }) => isSame(use, one.use))) byPlace.set(key, [...known, one]);
  }
  return said.map(({ scanner, items }) => ({ scanner, items: items.flatMap((item) => toldFor(item, byPlace)) }));
}

function placeOf(path: string, offset: number, name: string): string {
  return `${offset} ${name} ${path}`;
}

function toldFor(item: Evidence | Gap, byPlace: ReadonlyMap<string, readonly Told[]>): readonly (Evidence | Gap)[] {
  if (isGap(item) || item.location.at !== 'text' || item.observed.kind !== 'algorithm') return [item];
  const { location, observed } = item;
  const told = byPlace.get(placeOf(location.path, location.offset, observed.symbol)) ?? [];
  const others = told.filter(({ use }) => !isSame(use, observed.use));
  if (others.length === 0) return [item];
  const isOpen = observed.use.algorithm === 'unrecognised' || observed.use.algorithm === 'hash';
  const size = (use: Told['use']): number => Object.keys(use.parameters).length;
  const stays = !isOpen && !others.some(({ use }) => size(use) > size(observed.use));
  const filled = others.map(({ use }): Evidence => ({ ...item, confidence: 'likely', observed: { ...observed, use } }));
  return stays ? [item, ...filled] : filled;
}

function isSame(one: Told['use'], other: Told['use']): boolean {
  const keyOf = ({ algorithm, parameters }: Told['use']): string =>
    JSON.stringify([algorithm, Object.entries(parameters).map(([name, { value }]) => [name, value])]);
  return keyOf(one) === keyOf(other);
}
