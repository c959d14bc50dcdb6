// Source code: which calls, macros and constants of cryptographic libraries stand in it, and what they say of algorithm, mode, key size,
// curve and digest. Values are followed within the file and, in a second reading, to constants of other files; what the libraries' calls
// mean stands in `knowledge/languages/`.

import {
  C_CATALOGUE,
  type Catalogue,
  CSHARP_CATALOGUE,
  GO_CATALOGUE,
  JAVA_CATALOGUE,
  JAVASCRIPT_CATALOGUE,
  PYTHON_CATALOGUE,
  RUST_CATALOGUE,
} from '../knowledge/languages/index.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileEntry, FileScanner, ScanFile } from '../model/world.ts';
import { readC } from './source/c/read.ts';
import { readCSharp } from './source/csharp/read.ts';
import { answerAsked } from './source/definers/answer.ts';
import { seekCallers } from './source/definers/seek.ts';
import { broughtBy, startElsewhere } from './source/elsewhere.ts';
import { toEvidence, toHandedEvidence } from './source/evidence.ts';
import { readGo } from './source/go/read.ts';
import { readJava } from './source/java/read.ts';
import { readJavaScript } from './source/javascript/read.ts';
import { readKotlin } from './source/kotlin/read.ts';
import type { Module, Reading } from './source/module.ts';
import { type GrammarName, loadGrammars } from './source/parser.ts';
import { toPositions } from './source/positions.ts';
import { readPython } from './source/python/read.ts';
import { type BlockStyle, toReaching } from './source/reaching.ts';
import type { Reported } from './source/reported.ts';
import { readRust } from './source/rust/read.ts';
import { startReader } from './source/uses.ts';

/** How one language is read. */
interface Language {
  /** absent: read from its tokens, without a grammar */
  readonly grammar?: GrammarName;
  readonly catalogue: Catalogue;
  readonly blocks: BlockStyle;
  readonly read: <T>(text: string, reading: Reading<T>) => T | undefined;
}

const C: Language = { grammar: 'cpp', catalogue: C_CATALOGUE, blocks: 'braces', read: readC };
const CSHARP: Language = { grammar: 'c-sharp', catalogue: CSHARP_CATALOGUE, blocks: 'braces', read: readCSharp };
const PYTHON: Language = { grammar: 'python', catalogue: PYTHON_CATALOGUE, blocks: 'indentation', read: readPython };
const JAVA: Language = { catalogue: JAVA_CATALOGUE, blocks: 'braces', read: readJava };
const KOTLIN: Language = { catalogue: JAVA_CATALOGUE, blocks: 'braces-and-lines', read: readKotlin };
const JAVASCRIPT: Language = { grammar: 'javascript', catalogue: JAVASCRIPT_CATALOGUE, blocks: 'braces-and-lines', read: readJavaScript };

const GO: Language = { grammar: 'go', catalogue: GO_CATALOGUE, blocks: 'braces-and-lines', read: readGo };

const RUST: Language = { grammar: 'rust', catalogue: RUST_CATALOGUE, blocks: 'braces', read: readRust };

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map([
  ...['c', 'h', 'cc', 'cpp', 'cxx', 'c++', 'hh', 'hpp', 'hxx', 'h++', 'inc', 'inl', 'ipp', 'ino', 'm', 'mm'].map(
    (extension) => [extension, C] as const,
  ),
  ...['js', 'mjs', 'cjs', 'jsx'].map((extension) => [extension, JAVASCRIPT] as const),
  ...['ts', 'mts', 'cts'].map((extension) => [extension, { ...JAVASCRIPT, grammar: 'typescript' } as const] as const),
  ['tsx', { ...JAVASCRIPT, grammar: 'tsx' }],
  ['cs', CSHARP],
  ['csx', CSHARP],
  ['java', JAVA],
  ['kt', KOTLIN],
  ['kts', KOTLIN],
  ['py', PYTHON],
  ['pyw', PYTHON],
  ['go', GO],
  ['rs', RUST],
]);

const MAX_BYTES = 4_000_000;

/** Reads C and C++, C#, Go, Java and Kotlin, JavaScript and TypeScript, Python, Rust. */
export const sourceScanner: FileScanner = {
  id: 'source',
  title: 'source code',
  literals: [...new Set([...BY_EXTENSION.values()].flatMap((language) => language.catalogue.literals))],
  wants: (entry) => !entry.ignored && languageOf(entry) !== undefined,
  maxBytes: MAX_BYTES,
  prepare: (context, files) => loadGrammars(new Set(files.flatMap((file) => languageOf(file)?.grammar ?? [])), context),
  scan,
  answer: answerAsked,
  seek: seekCallers,
};

function languageOf({ path }: FileEntry): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : BY_EXTENSION.get(name.slice(dot + 1).toLowerCase());
}

function scan(file: ScanFile): readonly (Evidence | Gap)[] {
  const { entry } = file;
  const language = languageOf(entry);
  if (language === undefined) return [];
  const isChosen =
    file.watch !== undefined || file.given !== undefined || language.catalogue.literals.some((literal) => file.literals.has(literal));
  if (!isChosen) return [];
  const text = file.text();
  const positions = toPositions(entry.path, text, file.bytes);
  const elsewhere = startElsewhere(text.length, file.given);
  const where = (at: number): string => elsewhere.placeOf(at) ?? `${entry.path}:${positions.lineAt(at)}`;
  const { grammar } = language;
  const catalogue = file.watch === undefined ? language.catalogue : watching(language.catalogue, file.watch);
  const use = (read: Module): readonly Evidence[] => {
    const module: Module = { ...read, elsewhere: elsewhere.find, reaching: toReaching(text, language.blocks) };
    const { offer, tell } = isOurs(entry) ? file : NOBODY;
    const reported: Reported = {
      ...{ entry, text, positions, where, reader: startReader({ module, catalogue, where }) },
      ...(offer === undefined ? {} : { offer }),
      ...(tell === undefined ? {} : { tell }),
    };
    const found = file.watch === undefined ? toEvidence(reported) : toHandedEvidence(reported, elsewhere);
    const names = elsewhere.missing();
    if (names.length > 0) file.ask?.({ path: entry.path, names, brings: broughtBy(module) });
    return found;
  };
  return language.read(text, { ...(grammar === undefined ? {} : { grammar }), catalogue, use }) ?? [toGap(entry)];
}

const NOBODY: Pick<ScanFile, 'offer' | 'tell'> = {};

// Functions of a library that came along are that library's business.
function isOurs({ origin }: FileEntry): boolean {
  return origin !== 'dependency' && origin !== 'generated';
}

function watching(catalogue: Catalogue, names: readonly string[]): Catalogue {
  const watched = new Set(names);
  return { ...catalogue, watched, names: new Set([...catalogue.names, ...watched]) };
}

function toGap(entry: FileEntry): Gap {
  return {
    scanner: 'source',
    location: { at: 'bytes', path: entry.path, offset: 0, length: entry.bytes },
    reason: 'malformed',
    detail: 'expected source code, but the parser gave up on this file',
  };
}
