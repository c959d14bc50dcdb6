// Opens what a workspace holds in containers: every member is a file of the workspace, `update.zip!/rootfs/etc/ssl/cert.pem`. Nested to a
// stated depth, within budgets of bytes and members; nothing is written to disk; what is not opened is a gap with its size.

import type { Budget, Member, Opened, Refusal } from '../formats/containers/container.ts';
import { openContainer } from '../formats/containers/open.ts';
import { type ContainerKind, containerKind, SIGNATURE_BYTES } from '../formats/containers/signature.ts';
import type { Gap } from '../model/evidence.ts';
import { isGap } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { FileEntry, Workspace } from '../model/world.ts';
import { toOrigin } from './origin.ts';
import { toInnerPath } from './paths.ts';

/** Bounds for one container of the workspace, those nested in it included. */
export interface ContainerLimits {
  /** largest container that is read, and most bytes that are taken out of it */
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly entries: number;
  readonly depth: number;
}

/** Opens with a tool of the system; undefined where it has none for the kind. */
export type Unpacker = (
  kind: ContainerKind,
  input: { readonly bytes: Uint8Array; readonly name: string; readonly budget: Budget },
) => Opened | undefined;

export interface ContainerOptions {
  readonly limits?: ContainerLimits;
  readonly unpack?: Unpacker;
}

/** The bounds where nobody asks for others. */
export const CONTAINER_LIMITS: ContainerLimits = { fileBytes: 256_000_000, totalBytes: 256_000_000, entries: 50_000, depth: 4 };

/** Files that are asked whether they are containers. Packages of languages (.jar, .whl, .apk) are not: their manifests name what they are. */
const MAY_HOLD =
  /\.(?:zip|tar|tgz|txz|gz|xz|zst|zstd|cpio|swu|mender|artifact|raucb|squashfs|sqfs|sqsh|ext[234]|ubi|ubifs|itb|fit|img|bin|rootfs|ipk|opk)$/i;

/** The workspace with the members of its containers. */
export function withContainers(workspace: Workspace, options: ContainerOptions = {}): Workspace {
  const limits = options.limits ?? CONTAINER_LIMITS;
  const opening: Opening = { limits, ...(options.unpack === undefined ? {} : { unpack: options.unpack }) };
  // The last container that was opened: its members are read right after they are listed.
  let shelf: { readonly path: string; readonly files: ReadonlyMap<string, Uint8Array> } | undefined;
  const fill = async (entry: FileEntry): Promise<Contents> => {
    const contents = openAll(opening, entry, await workspace.read(entry.path));
    shelf = { path: entry.path, files: contents.files };
    return contents;
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const outer = path.slice(0, path.indexOf('!/'));
    if (!path.includes('!/')) return workspace.read(path);
    if (shelf?.path !== outer) {
      const head = await workspace.read(outer).catch(() => undefined);
      // A folder of the tree may really end with an exclamation mark.
      if (head === undefined) return workspace.read(path);
      await fill({ path: outer, bytes: head.length, ignored: false, origin: 'first-party' });
    }
    return shelf?.files.get(path) ?? workspace.read(path);
  };
  const { peek } = workspace;
  return {
    ...workspace,
    async *list() {
      for await (const item of workspace.list()) {
        yield item;
        if (!isGap(item) && MAY_HOLD.test(item.path)) yield* listMembers(workspace, { limits, fill }, item);
      }
    },
    read,
    ...(peek === undefined ? {} : { peek: (path: string) => (path.includes('!/') ? read(path) : peek(path)) }),
    readHead: async (path, length) => (path.includes('!/') ? (await read(path)).subarray(0, length) : workspace.readHead(path, length)),
  };
}

interface Filling {
  readonly limits: ContainerLimits;
  readonly fill: (entry: FileEntry) => Promise<Contents>;
}

async function* listMembers(workspace: Workspace, { limits, fill }: Filling, entry: FileEntry): AsyncGenerator<FileEntry | Gap> {
  let contents: Contents;
  try {
    if (containerKind(await workspace.readHead(entry.path, SIGNATURE_BYTES)) === undefined) return;
    if (entry.bytes > limits.fileBytes) {
      yield toGap(entry.path, {
        reason: 'too-large',
        detail: `container of ${entry.bytes} bytes, more than the ${limits.fileBytes} that are read`,
        bytes: entry.bytes,
      });
      return;
    }
    contents = await fill(entry);
  } catch {
    return; // a file that cannot be read is told where it is scanned
  }
  for (const [path, bytes] of contents.files) {
    const origin = entry.origin === 'first-party' ? toOrigin(path) : entry.origin;
    yield { path, bytes: bytes.length, ignored: entry.ignored, origin };
  }
  yield* contents.gaps;
}

interface Opening {
  readonly limits: ContainerLimits;
  readonly unpack?: Unpacker;
}

interface Contents {
  /** by whole path, in code-point order */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly gaps: readonly Gap[];
}

function openAll(opening: Opening, entry: FileEntry, bytes: Uint8Array): Contents {
  const { limits } = opening;
  const budget: Budget = { bytes: limits.totalBytes, entries: limits.entries };
  const files = new Map<string, Uint8Array>();
  const gaps: Gap[] = [];
  const queue: { readonly path: string; readonly bytes: Uint8Array; readonly depth: number }[] = [{ path: entry.path, bytes, depth: 0 }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const kind = containerKind(next.bytes);
    if (kind === undefined) continue;
    if (next.depth >= limits.depth) {
      gaps.push(
        toGap(next.path, {
          reason: 'too-large',
          detail: `containers nested deeper than ${limits.depth}, not opened`,
          bytes: next.bytes.length,
        }),
      );
      continue;
    }
    const opened = openOne(opening, kind, { bytes: next.bytes, name: lastPart(next.path), budget });
    for (const member of opened.members) {
      const path = place(next.path, member, { files, gaps });
      if (path !== undefined) queue.push({ path, bytes: member.bytes, depth: next.depth + 1 });
    }
    for (const refusal of opened.refusals) gaps.push(toGap(next.path, refusal));
  }
  return { files: new Map([...files].sort(([a], [b]) => compareText(a, b))), gaps };
}

function openOne({ unpack }: Opening, kind: ContainerKind, input: { bytes: Uint8Array; name: string; budget: Budget }): Opened {
  return unpack?.(kind, input) ?? openContainer(kind, input);
}

// A path that leaves the container is never joined to anything: it is told as it was written.
function place(outer: string, { path, bytes }: Member, into: { files: Map<string, Uint8Array>; gaps: Gap[] }): string | undefined {
  const inner = toInnerPath(path);
  if (inner === undefined) {
    into.gaps.push(
      toGap(outer, {
        path: printable(path),
        reason: 'malformed',
        detail: 'path leaves the root of its container, not read',
        bytes: bytes.length,
      }),
    );
    return undefined;
  }
  const whole = `${outer}!/${inner}`;
  if (into.files.has(whole)) {
    into.gaps.push(
      toGap(outer, { path: inner, reason: 'malformed', detail: 'a second member of the same name, not read', bytes: bytes.length }),
    );
    return undefined;
  }
  into.files.set(whole, bytes);
  return whole;
}

function printable(path: string): string {
  return path.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}

function toGap(outer: string, { path, reason, detail, bytes }: Refusal): Gap {
  const location = { at: 'bytes', path: path === undefined ? outer : `${outer}!/${path}`, offset: 0, length: bytes } as const;
  return { scanner: 'workspace', location, reason, detail };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
