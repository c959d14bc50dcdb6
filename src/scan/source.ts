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
import { broughtBy, startElsewhere } from './source/elsewhere.ts';
import { toEvidence } from './source/evidence.ts';
import { readGo } from './source/go/read.ts';
import { readJava } from './source/java/read.ts';
import { readJavaScript } from './source/javascript/read.ts';
import { readKotlin } from './source/kotlin/read.ts';
import type { Module, Reading } from './source/module.ts';
import { type GrammarName, loadGrammars } from './source/parser.ts';
import { toPositions } from './source/positions.ts';
import { readPython } from './source/python/read.ts';
import { readRust } from './source/rust/read.ts';
import { startReader } from './source/uses.ts';

/** How one language is read. */
interface Language {
  /** absent: read from its tokens, without a grammar */
  readonly grammar?: GrammarName;
  readonly catalogue: Catalogue;
  readonly read: <T>(text: string, reading: Reading<T>) => T | undefined;
}

const C: Language = { grammar: 'cpp', catalogue: C_CATALOGUE, read: readC };
const CSHARP: Language = { grammar: 'c-sharp', catalogue: CSHARP_CATALOGUE, read: readCSharp };
const PYTHON: Language = { grammar: 'python', catalogue: PYTHON_CATALOGUE, read: readPython };
const JAVA: Language = { catalogue: JAVA_CATALOGUE, read: readJava };
const KOTLIN: Language = { catalogue: JAVA_CATALOGUE, read: readKotlin };
const JAVASCRIPT: Language = { grammar: 'javascript', catalogue: JAVASCRIPT_CATALOGUE, read: readJavaScript };

const GO: Language = { grammar: 'go', catalogue: GO_CATALOGUE, read: readGo };

const RUST: Language = { grammar: 'rust', catalogue: RUST_CATALOGUE, read: readRust };

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
  const isChosen = file.given !== undefined || language.catalogue.literals.some((literal) => file.literals.has(literal));
  if (!isChosen) return [];
  const text = file.text();
  const positions = toPositions(entry.path, text, file.bytes);
  const elsewhere = startElsewhere(text.length, file.given);
  const where = (at: number): string => elsewhere.placeOf(at) ?? `${entry.path}:${positions.lineAt(at)}`;
  const { grammar, catalogue } = language;
  const use = (read: Module): readonly Evidence[] => {
    const module: Module = { ...read, elsewhere: elsewhere.find };
    const found = toEvidence({ entry, text, positions, reader: startReader({ module, catalogue, where }) });
    const names = elsewhere.missing();
    if (names.length > 0) file.ask?.({ path: entry.path, names, brings: broughtBy(module) });
    return found;
  };
  return language.read(text, { ...(grammar === undefined ? {} : { grammar }), catalogue, use }) ?? [toGap(entry)];
}

function toGap(entry: FileEntry): Gap {
  return {
    scanner: 'source',
    location: { at: 'bytes', path: entry.path, offset: 0, length: entry.bytes },
    reason: 'malformed',
    detail: 'expected source code, but the parser gave up on this file',
  };
}
