// Vector files of a folder or by name: JSON, gzip or not, bounded before and after it is unpacked.

import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PqreadyError } from '../model/errors.ts';
import { compareText } from '../model/order.ts';
import { codeOf } from './walk.ts';

/** The largest file of NIST's sets, SLH-DSA sigGen, has some 60 MB unpacked. */
const MAX_FILE_BYTES = 256 * 2 ** 20;
const MAX_TEXT_BYTES = 512 * 2 ** 20;
const MAX_FILES = 20_000;
const MAX_DEPTH = 16;
const GZIP_MAGIC = 0x1f8b;

/** The files of one folder, or those of it that were named. */
export interface VectorFolder {
  readonly folder: string;
  readonly paths: readonly string[];
}

/** A file that was read, or why it was not. */
export type ReadText = { readonly name: string; readonly text: string } | { readonly name: string; readonly why: string };

/** Files that end in `.json` or `.json.gz`, by folder, in code-point order. A path that is named is taken whatever its name. Throws `path-not-found`. */
export function listVectorFolders(paths: readonly string[]): readonly VectorFolder[] {
  const found = new Map<string, Set<string>>();
  let count = 0;
  const add = (path: string): void => {
    count += 1;
    if (count > MAX_FILES) throw new PqreadyError('bad-input', `${path}: expected at most ${MAX_FILES} files`);
    const folder = dirname(path);
    found.set(folder, (found.get(folder) ?? new Set()).add(path));
  };
  for (const path of paths) {
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) throw new PqreadyError('path-not-found', `${path}: no such file or folder`);
    if (kind.isDirectory()) walk(path, MAX_DEPTH, add);
    else add(path);
  }
  return [...found]
    .map(([folder, members]) => ({ folder, paths: [...members].sort(compareText) }))
    .sort((a, b) => compareText(a.folder, b.folder));
}

/** The text of a file; gzip is told by its magic number (RFC 1952 §2.3.1). */
export function readVectorText(path: string): ReadText {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isFile() !== true) return { name: path, why: 'no regular file' };
  if (kind.size > MAX_FILE_BYTES) return { name: path, why: `expected at most ${MAX_FILE_BYTES} bytes, got ${kind.size}` };
  try {
    const bytes = readFileSync(path);
    const isGzip = bytes.length > 2 && bytes.readUInt16BE(0) === GZIP_MAGIC;
    return { name: path, text: (isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_TEXT_BYTES }) : bytes).toString('utf8') };
  } catch (error) {
    return { name: path, why: `cannot be read or unpacked (${codeOf(error)})` };
  }
}

/** As {@link readVectorText}; throws `path-not-found` where it cannot be read. */
export function requireVectorText(path: string): string {
  const read = readVectorText(path);
  if ('text' in read) return read.text;
  throw new PqreadyError('path-not-found', `${path}: ${read.why}`);
}

function walk(folder: string, depth: number, add: (path: string) => void): void {
  if (depth === 0) throw new PqreadyError('bad-input', `${folder}: expected at most ${MAX_DEPTH} folders deep`);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a: Dirent, b: Dirent) => compareText(a.name, b.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, depth - 1, add);
    else if (entry.isFile() && /\.json(\.gz)?$/.test(basename(path))) add(path);
  }
}
