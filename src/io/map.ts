// A workspace over files in memory: a portal's git objects, a test, an unpacked archive.

import { PqreadyError } from '../model/errors.ts';
import type { Gap } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { FileEntry, Workspace } from '../model/world.ts';
import { toOrigin } from './origin.ts';
import { toInnerPath } from './paths.ts';

/** Paths (posix or Windows, relative) to contents; text is taken as UTF-8. A path that leaves the root becomes a gap. */
export function fromMap(files: ReadonlyMap<string, Uint8Array | string>, name = 'memory'): Workspace {
  const inner = new Map<string, Uint8Array>();
  const outside: string[] = [];
  for (const [path, content] of files) {
    const clean = toInnerPath(path);
    if (clean === undefined) outside.push(path);
    else inner.set(clean, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return toWorkspace(name, inner, outside.sort(compareText).map(toEscapeGap));
}

/** The workspace over clean paths, with what was refused before. */
export function toWorkspace(name: string, files: ReadonlyMap<string, Uint8Array>, gaps: readonly Gap[]): Workspace {
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new PqreadyError('path-not-found', `${path}: expected a path that this workspace lists`);
    return bytes;
  };
  return {
    name,
    list: () => listEntries(files, gaps),
    read,
    readHead: async (path, length) => (await read(path)).subarray(0, length),
  };
}

/** The gap for a path that would leave its root; the path is kept as written, it is evidence. */
export function toEscapeGap(path: string): Gap {
  const location = { at: 'bytes', path, offset: 0, length: 0 } as const;
  return { scanner: 'workspace', location, reason: 'malformed', detail: 'path leaves the root of its container, not read' };
}

async function* listEntries(files: ReadonlyMap<string, Uint8Array>, gaps: readonly Gap[]): AsyncGenerator<FileEntry | Gap> {
  for (const path of [...files.keys()].sort(compareText)) {
    yield { path, bytes: files.get(path)?.length ?? 0, ignored: false, origin: toOrigin(path) };
  }
  yield* gaps;
}
