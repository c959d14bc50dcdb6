// A linker's map: the cheapest proof of what ships. Libraries and mechanisms of which something is in the image are linked; those that were
// compiled and of which the linker kept nothing are absent.

import { type MapItem, readLinkerMap } from '../../formats/linker-map.ts';
import { nameOf } from '../../knowledge/algorithms.ts';
import { findArchiveLibrary, findCompiledLibrary } from '../../knowledge/compiled-libraries.ts';
import { findSymbol } from '../../knowledge/symbols.ts';
import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { Evidence, Gap, Observation } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import type { ScanFile } from '../../model/world.ts';
import { type Place, toEvidence } from './said.ts';

/** What the map says of libraries and mechanisms; tells which objects are in the image. Nothing for a file that is no map. */
export function* scanLinkerMap({ entry, bytes, noteBuild }: ScanFile): Generator<Evidence | Gap> {
  const map = readLinkerMap(bytes);
  if (map === undefined) return;
  const image = startImage();
  for (const { line, offset, item } of map.items) image.add(item, { line, offset });
  const { linked, discarded, objects } = image;
  noteBuild?.({ kind: 'link', path: entry.path, ...objects() });
  const known: Observation = { kind: 'fact', fact: 'build-known', value: 'linker-map', symbol: map.linker };
  yield toEvidence(entry, { line: 1, offset: 0, state: 'present', grade: 'binary', confidence: 'certain' }, known);
  for (const { place, observed } of inOrder(linked)) {
    yield toEvidence(entry, { ...place, state: 'linked', grade: 'binary', confidence: 'likely' }, observed);
  }
  for (const { place, observed } of inOrder(discarded).filter(({ key }) => !linked.has(key))) {
    yield toEvidence(entry, { ...place, state: 'absent', grade: 'binary', confidence: 'likely' }, observed);
  }
}

interface Found {
  readonly key: string;
  readonly place: Place;
  readonly observed: Observation;
}
type Finds = Map<string, Found>;

interface Objects {
  readonly linked: readonly string[];
  readonly discarded: readonly string[];
  readonly archives: readonly string[];
  readonly exact: boolean;
}

interface Image {
  readonly add: (item: MapItem, place: Place) => void;
  readonly linked: ReadonlyMap<string, Found>;
  readonly discarded: ReadonlyMap<string, Found>;
  readonly objects: () => Objects;
}

const MOST_OBJECTS = 200_000;
/** GCC and LLVM merge objects into `….ltrans0.ltrans.o`, `lto.tmp`, `….lto.o` before they link. */
const MERGED = /\.ltrans\d*\.(?:ltrans\.)?o$|(?:^|\/)lto\.tmp$|\.lto\.o(?:bj)?$|(?:^|\/)ld-temp\.o$/;

function startImage(): Image {
  const [linked, discarded]: readonly [Finds, Finds] = [new Map(), new Map()];
  const [kept, dropped, archives]: readonly [Set<string>, Set<string>, Set<string>] = [new Set(), new Set(), new Set()];
  const add = (item: MapItem, place: Place): void => {
    if (item.kind === 'archive') addBounded(archives, item.path);
    if (item.kind === 'symbol') noteSymbol(linked, item.name, place);
    if (item.kind === 'archive' || item.kind === 'symbol') return;
    const [finds, objects] = item.kind === 'placed' ? [linked, kept] : [discarded, dropped];
    addBounded(objects, item.object);
    const name = nameOfSection(item.section);
    if (name !== undefined) noteSymbol(finds, name, place);
    const library = libraryOf(item.object);
    if (library !== undefined) note(finds, place, { kind: 'library', name: library.library, symbol: library.path });
  };
  const objects = (): Objects => ({
    linked: [...kept],
    discarded: [...dropped].filter((object) => !kept.has(object)),
    archives: [...archives],
    exact: ![...kept].some((object) => MERGED.test(object)),
  });
  return { add, linked, discarded, objects };
}

function addBounded(objects: Set<string>, object: string): void {
  if (objects.size < MOST_OBJECTS) objects.add(object);
}

/** `.text.f`, `.rodata.f`, `i.f` of armcc: the name that -ffunction-sections and -fdata-sections give (GCC, "Optimize Options"). */
function nameOfSection(section: string): string | undefined {
  return /^\.?(?:text|rodata|literal|data|bss|i|constdata)\.(?:unlikely\.|hot\.|startup\.)?([A-Za-z_]\w{2,200})/.exec(section)?.[1];
}

interface Library {
  readonly library: string;
  readonly path: string;
}

const LIBRARIES = new Map<string, Library | undefined>();
const MOST_REMEMBERED = 20_000;

// Thousands of sections are of one object.
function libraryOf(object: string): Library | undefined {
  if (LIBRARIES.has(object)) return LIBRARIES.get(object);
  if (LIBRARIES.size >= MOST_REMEMBERED) LIBRARIES.clear();
  const [, archive, member] = /^(.{1,1000}\.(?:a|lib|l))\(([^()]{1,300})\)$/.exec(object) ?? [];
  const ofArchive = archive === undefined ? undefined : findArchiveLibrary(archive);
  const found =
    ofArchive === undefined
      ? findCompiledLibrary(object.replaceAll('\\', '/').replace(/\.o(?:bj)?$/, ''))
      : { library: ofArchive, path: `${archive?.slice(archive.lastIndexOf('/') + 1)}(${member})` };
  LIBRARIES.set(object, found);
  return found;
}

function noteSymbol(finds: Finds, name: string, place: Place): void {
  const meaning = findSymbol(name);
  if (meaning === undefined) return;
  if (meaning.library !== undefined) note(finds, place, { kind: 'library', name: meaning.library, symbol: name });
  if (meaning.use !== undefined) note(finds, place, ofUse(meaning.use, name, meaning.library));
}

function ofUse(use: AlgorithmUse, symbol: string, library: string | undefined): Observation {
  return { kind: 'algorithm', use, symbol, ...(library === undefined ? {} : { library }) };
}

// The first symbol in code-point order speaks for each library and each mechanism of it, as in an ELF file.
function note(finds: Finds, place: Place, observed: Observation): void {
  const key = keyOf(observed);
  const held = finds.get(key);
  if (held === undefined || symbolOf(observed) < symbolOf(held.observed)) finds.set(key, { key, place, observed });
}

function keyOf(observed: Observation): string {
  if (observed.kind === 'library') return `library ${observed.name}`;
  return observed.kind === 'algorithm' ? `use ${observed.library ?? ''} ${nameOf(observed.use)}` : observed.kind;
}

function symbolOf(observed: Observation): string {
  return 'symbol' in observed ? observed.symbol : '';
}

function inOrder(finds: ReadonlyMap<string, Found>): readonly Found[] {
  return [...finds.values()].sort((a, b) => compareText(a.key, b.key));
}
