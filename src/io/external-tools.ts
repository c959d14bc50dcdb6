// Unpackers of the system, asked for by the operator alone: xz, zstd, unsquashfs (squashfs-tools) and debugfs (e2fsprogs). Each runs without
// a shell, in a temporary folder that is removed, with limits of time and bytes; what it wrote is read as a tree, links not followed.

import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afford, type Budget, type Member, type Opened, overBudget, type Refusal } from '../formats/containers/container.ts';
import { toInnerName } from '../formats/containers/open.ts';
import { compareText } from '../model/order.ts';
import type { Unpacker } from './containers.ts';

const TIMEOUT_MS = 60_000;
const MAX_DEPTH = 100;
/** what a tool may inherit: where programs are, and a language that does not change its output */
const ENVIRONMENT = { PATH: `${process.env['PATH'] ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`, LC_ALL: 'C' } as const;

interface Input {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly budget: Budget;
}

/** Opens what a tool of the system can; undefined for other kinds, so that they are opened or refused as without tools. */
export const unpackExternally: Unpacker = (kind, input) => {
  switch (kind) {
    case 'xz':
      return decompress({ program: 'xz', args: ['-dc', '--memlimit-decompress=256MiB'] }, input);
    case 'zstd':
      return decompress({ program: 'zstd', args: ['-dcq', '--memory=256MB'] }, input);
    case 'squashfs':
    case 'ext4':
      return extract(kind, input);
    default:
      return undefined;
  }
};

interface Tool {
  readonly program: string;
  readonly args: readonly string[];
}

function decompress({ program, args }: Tool, { bytes, name, budget }: Input): Opened {
  const ended = spawnSync(program, args, { input: bytes, maxBuffer: Math.max(1, budget.bytes), timeout: TIMEOUT_MS, env: ENVIRONMENT });
  const path = toInnerName(name);
  if (ended.error !== undefined) return failed(program, ended.error, bytes.length);
  if (ended.status !== 0)
    return refused({
      reason: 'malformed',
      detail: `${program}: expected a whole stream, it ended with ${ended.status}`,
      bytes: bytes.length,
    });
  const content = new Uint8Array(ended.stdout);
  return afford(budget, content.length) ? { members: [{ path, bytes: content }], refusals: [] } : refused(overBudget(content.length, path));
}

function failed(program: string, error: Error, bytes: number): Opened {
  const code = 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ENOENT') return refused({ reason: 'unsupported', detail: `${bytes} bytes: ${program} is not installed`, bytes });
  if (code === 'ENOBUFS')
    return refused({ reason: 'too-large', detail: `${bytes} bytes unpack to more than the container's budget`, bytes });
  return refused({ reason: code === 'ETIMEDOUT' ? 'timed-out' : 'unreadable', detail: `${program} ended with ${code}`, bytes });
}

function refused(refusal: Refusal): Opened {
  return { members: [], refusals: [refusal] };
}

// Watches what the tool writes, and ends it where that is over the budget: $1 blocks of 512 octets a file, $2 KiB in all, $3 the folder.
const WATCH = `
ulimit -f "$1"; most="$2"; out="$3"; shift 3
timeout -s TERM -k 1 ${TIMEOUT_MS / 1000} "$@" & child=$!
while kill -0 "$child" 2>/dev/null; do
  used=$(du -sk "$out" 2>/dev/null | cut -f1)
  if [ "\${used:-0}" -gt "$most" ]; then kill -TERM "$child"; wait "$child"; exit 125; fi
  sleep 0.05
done
wait "$child"`;

const STATUS = { timedOut: 124, overBudget: 125, notFound: 127 } as const;

function extract(kind: 'squashfs' | 'ext4', { bytes, budget }: Input): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'pqready-'));
  try {
    const [image, out] = [join(folder, 'image'), join(folder, 'out')];
    writeFileSync(image, bytes, { mode: 0o600 });
    mkdirSync(out);
    const tool: Tool =
      kind === 'squashfs'
        ? { program: 'unsquashfs', args: ['-no-progress', '-no-xattrs', '-processors', '1', '-force', '-dest', out, image] }
        : { program: 'debugfs', args: ['-R', `rdump / ${out}`, image] };
    const bounds = [String(Math.ceil(budget.bytes / 512)), String(Math.ceil(budget.bytes / 1024)), out];
    const args = ['-c', WATCH, 'sh', ...bounds, tool.program, ...tool.args];
    const ended = spawnSync('sh', args, { timeout: TIMEOUT_MS + 10_000, env: ENVIRONMENT, stdio: 'ignore', cwd: folder });
    if (ended.error !== undefined) return failed(tool.program, ended.error, bytes.length);
    return toOpened(tool.program, ended.status, { bytes, read: () => readTree(out, budget) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toOpened(program: string, status: number | null, { bytes, read }: { bytes: Uint8Array; read: () => Opened }): Opened {
  const size = bytes.length;
  switch (status) {
    case 0:
      return read();
    case STATUS.notFound:
      return refused({ reason: 'unsupported', detail: `${size} bytes: ${program} is not installed`, bytes: size });
    case STATUS.overBudget:
      return refused({ reason: 'too-large', detail: `${size} bytes unpack to more than the container's budget`, bytes: size });
    case STATUS.timedOut:
      return refused({ reason: 'timed-out', detail: `${size} bytes: ${program} took longer than ${TIMEOUT_MS / 1000} s`, bytes: size });
    default: {
      const opened = read();
      const detail = `${program} ended with ${status ?? 'a signal'}: what it did not unpack is not known`;
      return { ...opened, refusals: [...opened.refusals, { reason: 'malformed', detail, bytes: size }] };
    }
  }
}

function readTree(root: string, budget: Budget): Opened {
  const members: Member[] = [];
  const refusals: Refusal[] = [];
  const stack = [{ base: '', depth: 0 }];
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    for (const name of listSorted(join(root, folder.base))) {
      const path = folder.base + name;
      const stat = lstatSync(join(root, path));
      if (stat.isDirectory() && folder.depth < MAX_DEPTH) stack.push({ base: `${path}/`, depth: folder.depth + 1 });
      if (!stat.isFile()) continue;
      if (afford(budget, stat.size)) members.push({ path, bytes: new Uint8Array(readFileSync(join(root, path))) });
      else refusals.push(overBudget(stat.size, path));
    }
  }
  return { members, refusals };
}

function listSorted(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort(compareText);
  } catch {
    return []; // an image without a root, or a folder that its owner alone may list
  }
}
