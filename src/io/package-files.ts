// Files that ship with the package: profiles, schemas, grammars, vectors, its own version.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PqreadyError } from '../model/errors.ts';
import type { GrammarLoader } from '../model/world.ts';

const require = createRequire(import.meta.url);

/** The folder of package.json, whether this runs as source or as built. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The version in package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof version === 'string' ? version : '0.0.0';
}

/** A file with its name, read as text. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Every JSON file of a folder in `profiles/`, by code-point order of its name. */
export function readShelf(folder: 'targets' | 'frameworks' | 'policies' | 'calibration'): NamedText[] {
  const profiles = join(packageRoot(), 'profiles');
  return listJson(profiles, folder).map((name) => ({ name, text: readFileSync(join(profiles, name), 'utf8') }));
}

/** `targets/esp32c3.json` */
function listJson(profiles: string, folder: string): string[] {
  const names = readdirSync(join(profiles, folder)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** The vectors that ship for the self-test, unpacked. */
export function readVectors(): NamedText[] {
  const path = join(packageRoot(), 'profiles', 'vectors');
  return readdirSync(path)
    .filter((name) => name.endsWith('.json.gz'))
    .sort()
    .map((name) => ({ name, text: gunzipSync(readFileSync(join(path, name))).toString('utf8') }));
}

/** The folder of every vector file that ships, and the text of its manifest. */
export function shippedVectors(): { readonly folder: string; readonly manifest: string } {
  const folder = join(packageRoot(), 'profiles', 'vectors');
  return { folder, manifest: readFileSync(join(folder, 'manifest.json'), 'utf8') };
}

/** Reads a grammar of @vscode/tree-sitter-wasm, or the runtime of web-tree-sitter. */
export const loadGrammar: GrammarLoader = async (name) => {
  const file = name === 'runtime' ? require.resolve('web-tree-sitter/web-tree-sitter.wasm') : grammarPath(name);
  return readFileSync(file);
};

function grammarPath(name: string): string {
  const folder = dirname(require.resolve('@vscode/tree-sitter-wasm/package.json'));
  const path = join(folder, 'wasm', `tree-sitter-${name}.wasm`);
  if (!existsSync(path)) throw new PqreadyError('unknown-id', `grammar ${name}: expected a file of @vscode/tree-sitter-wasm`);
  return path;
}

/** An annotated source file of the golden set. */
export interface GoldenFile {
  readonly language: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The annotated files by which the scanner is tested, in code-point order of language and name. */
export function readGolden(): GoldenFile[] {
  const root = join(packageRoot(), 'tests', 'fixtures', 'source');
  return readdirSync(root)
    .sort()
    .flatMap((language) =>
      readdirSync(join(root, language))
        .sort()
        .map((name) => ({ language, name, bytes: new Uint8Array(readFileSync(join(root, language, name))) })),
    );
}

/** What the scanner scored on them when this version was released. */
export function readPublishedScores(): readonly { readonly language: string }[] {
  const text = readFileSync(join(packageRoot(), 'profiles', 'golden-scores.json'), 'utf8');
  return JSON.parse(text);
}

/** Every JSON file that ships below `profiles`, but the vectors, with its path below the package. */
export function readShippedFiles(): { readonly path: string; readonly bytes: Uint8Array }[] {
  const folders = ['calibration', 'frameworks', 'policies', 'schemas', 'targets'];
  const profiles = join(packageRoot(), 'profiles');
  const names = folders.flatMap((folder) => listJson(profiles, folder));
  return names.map((name) => ({ path: `profiles/${name}`, bytes: new Uint8Array(readFileSync(join(profiles, name))) }));
}
