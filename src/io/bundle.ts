// Writes a bundle of report files as one step: beside, then renamed, so that an interrupted run leaves the old bundle or none.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { BUNDLE_ENVELOPE, BUNDLE_MANIFEST, MANIFEST_HEAD, renderManifest } from '../model/bundle.ts';
import { PqreadyError } from '../model/errors.ts';
import { requireInnerPath } from './paths.ts';
import { codeOf } from './walk.ts';

/**
 * Writes relative paths with their texts into the folder `out`, and a manifest beside them. A former bundle is replaced; what else lies in its
 * folder stays. An existing folder that is no bundle is refused (`output-exists`) unless `force`, which adds to it. Throws `not-writable`.
 */
export function writeBundle(files: ReadonlyMap<string, string>, out: string, { force = false }: { readonly force?: boolean } = {}): void {
  const target = resolve(out);
  const foreign = refuseForeign(target, out, force);
  writing(out, () => {
    mkdirSync(dirname(target), { recursive: true });
    const beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    chmodSync(beside, 0o777 & ~process.umask()); // mkdtemp makes it private; a report is as readable as what else the user writes
    try {
      for (const [path, text] of [...files, [BUNDLE_MANIFEST, manifestOf(files)] as const]) writeInner(beside, path, text);
      if (foreign) addTo(beside, target);
      else replace(beside, target);
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      throw error;
    }
  });
}

/** Adds one file to the folder of a bundle, or replaces it there. Throws `not-writable`. */
export function writeBundleFile(folder: string, path: string, text: string): void {
  writeWhole(join(folder, requireInnerPath(path)), text);
}

/** Writes one file beside its place, then renames it there; a device or pipe is written to as it is. Throws `not-writable`. */
export function writeWhole(path: string, text: string): void {
  writing(path, () => {
    const exists = existsSync(path);
    if (exists && !statSync(path).isFile()) {
      writeFileSync(path, text);
      return;
    }
    const target = exists ? realpathSync(path) : resolve(path);
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
    try {
      writeFileSync(beside, text);
      renameSync(beside, target);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}

/** The system's refusals as the caller's: by the path that was asked for, without the machine's own. */
function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof PqreadyError) throw error;
    throw new PqreadyError('not-writable', `${path}: expected a place that can be written: ${codeOf(error)}`, { cause: error });
  }
}

// Two renames: at every moment there is the former bundle or the new one, under one name or the other.
function replace(beside: string, target: string): void {
  if (!existsSync(target)) {
    renameSync(beside, target);
    return;
  }
  const written = new Set(listFiles(beside));
  // Signatures are of the former report: they go with it.
  const former = new Set([...readManifest(target), BUNDLE_MANIFEST, BUNDLE_ENVELOPE]);
  moveInto(
    target,
    beside,
    listFiles(target).filter((path) => !former.has(path) && !written.has(path)),
  );
  const aside = `${beside}-former`;
  renameSync(target, aside);
  try {
    renameSync(beside, target);
  } catch (error) {
    renameSync(aside, target);
    throw error;
  }
  rmSync(aside, { recursive: true });
}

function addTo(beside: string, target: string): void {
  moveInto(beside, target, listFiles(beside));
  rmSync(beside, { recursive: true });
}

/** Relative posix paths of every file below a folder. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

function readManifest(folder: string): string[] {
  const lines = readFileSync(join(folder, BUNDLE_MANIFEST), 'utf8').split('\n');
  return lines.filter((line) => /^[0-9a-f]{64} {2}./.test(line)).map((line) => line.slice(66));
}

function moveInto(from: string, to: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    renameSync(join(from, path), join(to, path));
  }
}

/** Is there something that is not ours? Throws unless `force` allows for it. */
function refuseForeign(target: string, out: string, force: boolean): boolean {
  if (!existsSync(target)) return false;
  if (!statSync(target).isDirectory()) throw new PqreadyError('output-exists', `${out}: expected a folder or nothing, found a file`);
  if (isBundle(target)) return false;
  if (force) return true;
  throw new PqreadyError(
    'output-exists',
    `${out}: this folder was not written by pqready; choose another --out, or --force to write into it`,
  );
}

function isBundle(folder: string): boolean {
  const manifest = join(folder, BUNDLE_MANIFEST);
  return existsSync(manifest) && readFileSync(manifest, 'utf8').startsWith(MANIFEST_HEAD);
}

function writeInner(folder: string, path: string, text: string): void {
  const file = join(folder, requireInnerPath(path));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function manifestOf(files: ReadonlyMap<string, string>): string {
  return renderManifest(new Map([...files].map(([path, text]) => [path, bytesToHex(sha256(utf8ToBytes(text)))])));
}
