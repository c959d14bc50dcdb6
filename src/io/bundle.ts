// Writes a bundle of report files as one step: beside, then renamed, so that an interrupted run leaves the old bundle or none.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { PqreadyError } from '../model/errors.ts';
import { compareText } from '../model/order.ts';
import { requireInnerPath } from './paths.ts';

const MANIFEST = 'MANIFEST.sha256';
const MANIFEST_HEAD = '# pqready bundle; verify with: sha256sum -c MANIFEST.sha256';

/** Writes relative paths with their texts into the folder `out`, and a manifest beside them. An existing folder that is no bundle is refused (`output-exists`) unless `force`, which adds to it and deletes nothing that is not ours. */
export function writeBundle(files: ReadonlyMap<string, string>, out: string, { force = false }: { readonly force?: boolean } = {}): void {
  const target = resolve(out);
  const foreign = refuseForeign(target, out, force);
  mkdirSync(dirname(target), { recursive: true });
  const beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  chmodSync(beside, 0o777 & ~process.umask()); // mkdtemp makes it private; a report is as readable as what else the user writes
  try {
    for (const [path, text] of [...files, [MANIFEST, toManifest(files)] as const]) writeInner(beside, path, text);
    if (foreign) moveInto(beside, target);
    else replace(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Writes one file beside its place, then renames it there. */
export function writeWhole(path: string, text: string): void {
  const beside = join(dirname(resolve(path)), `.${basename(path)}.${process.pid}.part`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function replace(beside: string, target: string): void {
  if (existsSync(target)) rmSync(target, { recursive: true });
  renameSync(beside, target);
}

function moveInto(beside: string, target: string): void {
  for (const path of readdirSync(beside, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const inner = relative(beside, join(path.parentPath, path.name));
    mkdirSync(dirname(join(target, inner)), { recursive: true });
    renameSync(join(beside, inner), join(target, inner));
  }
  rmSync(beside, { recursive: true });
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
  const manifest = join(folder, MANIFEST);
  return existsSync(manifest) && readFileSync(manifest, 'utf8').startsWith(MANIFEST_HEAD);
}

function writeInner(folder: string, path: string, text: string): void {
  const file = join(folder, requireInnerPath(path));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function toManifest(files: ReadonlyMap<string, string>): string {
  const lines = [...files].sort(([a], [b]) => compareText(a, b)).map(([path, text]) => `${bytesToHex(sha256(utf8ToBytes(text)))}  ${path}`);
  return `${[MANIFEST_HEAD, ...lines].join('\n')}\n`;
}
