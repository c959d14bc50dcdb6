// Opens a container in memory. Kinds that need a decoder which is not here are refused with their size and name.

import { gunzipSync } from 'node:zlib';
import { isMalformed } from '../der.ts';
import { readFdt } from '../fdt.ts';
import { fitImagesOf, isFit } from '../fit.ts';
import { afford, type Budget, type Member, type Opened, overBudget } from './container.ts';
import { openCpio } from './cpio.ts';
import type { ContainerKind } from './signature.ts';
import { openTar } from './tar.ts';
import { readUbiVolumes } from './ubi.ts';
import { openZip } from './zip.ts';

/** What `openContainer` cannot open by itself: the tool of Debian that can. */
export const EXTERNAL_TOOLS: ReadonlyMap<ContainerKind, string> = new Map([
  ['xz', 'xz'],
  ['zstd', 'zstd'],
  ['squashfs', 'unsquashfs'],
  ['ext4', 'debugfs'],
]);

/** The members of a container; `name` is the last part of its path. A devicetree that is no FIT has none. */
export function openContainer(kind: ContainerKind, { bytes, name, budget }: { bytes: Uint8Array; name: string; budget: Budget }): Opened {
  switch (kind) {
    case 'tar':
      return openTar(bytes, budget);
    case 'zip':
      return openZip(bytes, budget);
    case 'cpio':
      return openCpio(bytes, budget);
    case 'gzip':
      return openGzip(bytes, toInnerName(name), budget);
    case 'fit':
      return openFit(bytes, budget);
    case 'ubi':
      return unopened(`UBI: ${describeVolumes(bytes)}: not opened`, bytes.length);
    default:
      return unopened(
        `${kind === 'squashfs' ? 'SquashFS' : kind}: not opened; ${EXTERNAL_TOOLS.get(kind)} does under --external-tools`,
        bytes.length,
      );
  }
}

/** The name of what a compressed file holds: `app.tar` of `app.tgz`, `app.bin` of `app.bin.gz`. */
export function toInnerName(name: string): string {
  if (/\.(?:tgz|txz)$/i.test(name)) return `${name.slice(0, -4)}.tar`;
  const inner = name.replace(/\.(?:gz|xz|zst|zstd)$/i, '');
  return inner === name ? `${name}.unpacked` : inner;
}

function unopened(detail: string, bytes: number): Opened {
  return { members: [], refusals: [{ reason: 'unsupported', detail: `${bytes} bytes of ${detail}`, bytes }] };
}

function openGzip(bytes: Uint8Array, path: string, budget: Budget): Opened {
  try {
    const content = new Uint8Array(gunzipSync(bytes, { maxOutputLength: Math.max(1, budget.bytes) }));
    return afford(budget, content.length)
      ? { members: [{ path, bytes: content }], refusals: [] }
      : { members: [], refusals: [overBudget(content.length, path)] };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return {
        members: [],
        refusals: [{ ...overBudget(bytes.length), detail: `${bytes.length} bytes of gzip unpack to more than the container's budget` }],
      };
    return {
      members: [],
      refusals: [{ reason: 'malformed', detail: 'gzip: expected a whole stream with its CRC-32, found another', bytes: bytes.length }],
    };
  }
}

function openFit(bytes: Uint8Array, budget: Budget): Opened {
  const fdt = readFdt(bytes);
  // What is wrong with a devicetree is told where it is read as an image.
  if (fdt === undefined || isMalformed(fdt) || !isFit(fdt)) return { members: [], refusals: [] };
  const images = fitImagesOf(bytes, fdt).flatMap(({ node, data }): Member[] =>
    data === undefined ? [] : [{ path: node.name, bytes: data }],
  );
  const members = images.filter((member) => afford(budget, member.bytes.length));
  return {
    members,
    refusals: images.filter((member) => !members.includes(member)).map((member) => overBudget(member.bytes.length, member.path)),
  };
}

function describeVolumes(bytes: Uint8Array): string {
  const volumes = readUbiVolumes(bytes).map(({ name, blocks }) => `${name} (${blocks} blocks)`);
  return volumes.length === 0 ? 'no volume table' : `volumes ${volumes.slice(0, 8).join(', ')}`;
}
