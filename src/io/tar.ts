// A workspace over a tar stream (POSIX.1-2001 pax, ustar, GNU), gzip or not: nothing is written to disk, links are not followed, and
// what does not fit the byte budget is a gap with its size. Decompression is bounded by the tar library's ratio limit.

import { Parser, type ReadEntry } from 'tar';
import { PqreadyError } from '../model/errors.ts';
import type { Gap, GapReason } from '../model/evidence.ts';
import type { Workspace } from '../model/world.ts';
import { toEscapeGap, toWorkspace } from './map.ts';
import { toInnerPath } from './paths.ts';

/** Bounds of what is kept in memory. */
export interface TarLimits {
  readonly totalBytes: number;
  readonly entries: number;
}

const DEFAULT_LIMITS: TarLimits = { totalBytes: 512 * 1024 * 1024, entries: 200_000 };

/** Reads the stream once, when the workspace is first listed or read. A broken archive rejects with `bad-input`. */
export function fromTar(stream: AsyncIterable<Uint8Array>, name = 'archive.tar', limits: TarLimits = DEFAULT_LIMITS): Workspace {
  let opened: Promise<Workspace> | undefined;
  const open = (): Promise<Workspace> => {
    opened ??= readArchive(stream, name, limits);
    return opened;
  };
  return {
    name,
    async *list() {
      yield* (await open()).list();
    },
    read: async (path) => (await open()).read(path),
    readHead: async (path, length) => (await open()).readHead(path, length),
  };
}

async function readArchive(stream: AsyncIterable<Uint8Array>, name: string, limits: TarLimits): Promise<Workspace> {
  const files = new Map<string, Uint8Array>();
  const gaps: Gap[] = [];
  let left = limits.totalBytes;
  const take = (entry: ReadEntry): void => {
    const path = toInnerPath(entry.path);
    const refusal = refuse(entry, path, { bytes: left, entries: limits.entries - files.size });
    if (refusal !== undefined) gaps.push(refusal);
    if (path === undefined || refusal !== undefined || !isFile(entry)) return void entry.resume();
    left -= entry.size;
    const chunks: Uint8Array[] = [];
    entry.on('data', (chunk) => chunks.push(chunk));
    entry.on('end', () => files.set(path, concat(chunks)));
  };
  try {
    const whole = await parse(stream, take);
    if (!whole) gaps.push(toCutGap(name));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not readable';
    throw new PqreadyError('bad-input', `${name}: expected a tar archive, gzip or not: ${reason}`, { cause: error });
  }
  return toWorkspace(name, files, gaps);
}

/** Resolves to whether the end-of-archive blocks were met (POSIX.1-2001 pax: two blocks of zeros). */
async function parse(stream: AsyncIterable<Uint8Array>, onReadEntry: (entry: ReadEntry) => void): Promise<boolean> {
  const parser = new Parser({ strict: true, onReadEntry });
  let whole = false;
  parser.on('eof', () => {
    whole = true;
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  await Promise.all([feed(stream, parser), ended]);
  return whole;
}

async function feed(stream: AsyncIterable<Uint8Array>, parser: Parser): Promise<void> {
  for await (const chunk of stream) parser.write(chunk);
  parser.end();
}

function isFile(entry: ReadEntry): boolean {
  return entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile';
}

function refuse(entry: ReadEntry, path: string | undefined, left: { bytes: number; entries: number }): Gap | undefined {
  if (entry.type === 'Directory') return undefined;
  if (path === undefined) return toEscapeGap(entry.path);
  const gap = (reason: GapReason, detail: string): Gap => ({
    scanner: 'workspace',
    location: { at: 'bytes', path, offset: 0, length: entry.size },
    reason,
    detail,
  });
  if (entry.type === 'SymbolicLink' || entry.type === 'Link') return gap('unsupported', 'link inside an archive, not followed');
  if (entry.size > left.bytes || left.entries <= 0)
    return gap('too-large', `${entry.size} bytes are over what is left of the archive's budget`);
  return undefined;
}

function toCutGap(name: string): Gap {
  const location = { at: 'bytes', path: name, offset: 0, length: 0 } as const;
  return {
    scanner: 'workspace',
    location,
    reason: 'malformed',
    detail: 'the archive ends before its end marker: what followed is not known',
  };
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
