// Files that the pqc commands read and write: bounded reads, secrets with mode 0600, nothing overwritten unless asked.

import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { PrivateKey, PqreadyError as Refusal } from '../index.ts';

const SECRET_MODE = 0o600;
const PUBLIC_MODE = 0o666;

/** A key, certificate or signature: larger than any of them is no such file. */
export const KEY_FILE_BYTES: number = 4 * 2 ** 20;
/** What is signed stands in memory. */
export const MESSAGE_FILE_BYTES: number = 2 ** 30;

/** The bytes of a file, refusing one that is larger than `limit`. */
export async function readInput(path: string, limit: number): Promise<Uint8Array> {
  const { PqreadyError } = await import('../index.ts');
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new PqreadyError('path-not-found', `${path}: cannot be read`, { cause });
  }
  try {
    const { size } = fstatSync(file);
    if (size > limit) throw new PqreadyError('bad-input', `${path}: expected at most ${limit} bytes, got ${size}`);
    if (fstatSync(file).isFile()) return toBytes(readFileSync(file));
    return readStream(file, limit);
  } finally {
    closeSync(file);
  }
}

/** The files of `--verify-key`, by the names that the operator gave them. */
export async function readVerifyKeys(paths: readonly string[]): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  return Promise.all(paths.map(async (name) => ({ name, bytes: await readInput(name, KEY_FILE_BYTES) })));
}

/** The first line of a file. A passphrase never stands on a command line, where every user of the machine can read it. */
export async function readPassphrase(path: string): Promise<string> {
  const [line = ''] = new TextDecoder().decode(await readInput(path, KEY_FILE_BYTES)).split(/\r?\n/, 1);
  const { PqreadyError } = await import('../index.ts');
  if (line === '') throw new PqreadyError('bad-input', `${path}: expected a passphrase on the first line`);
  return line;
}

/** A private key's file, and how it is read. */
export interface PrivateKeyFile {
  readonly key: string;
  readonly algorithm?: string;
  readonly passphraseFile?: string;
}

/** Reads a private key, uses it, and clears what stood in memory: the file's bytes, the key and its seed, also where something throws. */
export async function withPrivateKey<T>(
  { key: path, algorithm, passphraseFile }: PrivateKeyFile,
  use: (key: PrivateKey) => T | Promise<T>,
): Promise<T> {
  const library = await import('../index.ts');
  const passphrase = passphraseFile === undefined ? undefined : await readPassphrase(passphraseFile);
  const bytes = await readInput(path, KEY_FILE_BYTES);
  try {
    const key = await library.readPrivateKey(bytes, library.toKeyReading(algorithm, passphrase));
    try {
      return await use(key);
    } finally {
      key.expanded.fill(0);
      key.seed?.fill(0);
    }
  } finally {
    bytes.fill(0);
  }
}

/** How a result is written. */
export interface Output {
  readonly secret: boolean;
  readonly force: boolean;
}

/**
 * Refuses before any work where one of the files exists or cannot come to be, so that no half of a pair is left and no minute is lost.
 * Throws `output-exists`, `path-not-found` and `not-writable`.
 */
export async function requireFree(paths: readonly (string | undefined)[], force: boolean): Promise<void> {
  for (const path of paths) {
    if (path === undefined || path === '-') continue;
    if (!force && existsSync(path)) throw await outputExists(path);
    await requireFolder(path);
  }
}

/**
 * Writes a whole file or nothing; a device or pipe is written to as it is. A file that exists is replaced only with `force`; a secret is
 * readable by its owner alone. Throws `output-exists` and `not-writable`.
 */
export async function writeOutput(path: string, bytes: Uint8Array, { secret, force }: Output): Promise<void> {
  const mode = secret ? SECRET_MODE : PUBLIC_MODE;
  try {
    if (!force) createFile(path, bytes, mode);
    else if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) writeFileSync(path, bytes);
    else replaceFile(path, bytes, mode);
  } catch (cause) {
    if (!force && codeOf(cause) === 'EEXIST') throw await outputExists(path);
    throw await notWritable(path, cause);
  }
}

/** Makes a folder and those above it. Throws `not-writable`. */
export async function makeFolder(path: string): Promise<void> {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw await notWritable(path, cause);
  }
}

function createFile(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function replaceFile(path: string, bytes: Uint8Array, mode: number): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, bytes, { flag: 'wx', mode });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

async function requireFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const { PqreadyError } = await import('../index.ts');
  if (!isFolder) throw new PqreadyError('path-not-found', `${path}: expected a folder ${folder} that exists`);
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw await notWritable(path, cause);
  }
}

async function outputExists(path: string): Promise<Refusal> {
  const { PqreadyError } = await import('../index.ts');
  return new PqreadyError('output-exists', `${path} exists; --force replaces it`);
}

async function notWritable(path: string, cause: unknown): Promise<Refusal> {
  const { PqreadyError } = await import('../index.ts');
  return new PqreadyError('not-writable', `${path}: expected a place that can be written: ${codeOf(cause)}`, { cause });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

/** The same memory, so that whoever clears the bytes clears what was read. */
function toBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** A pipe or a device has no size before its end. */
function readStream(file: number, limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let total = 0; total <= limit; ) {
    const chunk = Buffer.alloc(65_536);
    const read = readSync(file, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    total += read;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, limit));
}
