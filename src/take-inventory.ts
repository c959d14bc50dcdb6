// The first half of the recipe, for those who want the inventory alone: scan → inventory.

import { fuse } from './inventory/fuse.ts';
import { withContainers } from './io/containers.ts';
import { unpackExternally } from './io/external-tools.ts';
import { PqreadyError } from './model/errors.ts';
import type { Evidence, Gap } from './model/evidence.ts';
import type { Inventory } from './model/inventory.ts';
import type { RoleDeclaration } from './model/product.ts';
import type { Progress, Workspace } from './model/world.ts';
import { readPublicKeys } from './scan/firmware/keys.ts';
import { type GatherOptions, gather, scanWorkspace } from './scan/gather.ts';
import { SCANNERS } from './scan/index.ts';
import { startTally } from './scan/tally.ts';
import { startThreads } from './threads.ts';

export interface ScanOptions {
  /** worker threads; 1 where absent */
  readonly jobs?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** files with public keys (PEM or DER): images must be signed by one of them */
  readonly verifyKeys?: readonly VerifyKey[];
  /** run unpackers of the system (xz, zstd, unsquashfs, debugfs) on containers that are not opened otherwise */
  readonly externalTools?: boolean;
}

/** A file with a public key that the operator gave. */
export interface VerifyKey {
  /** as the operator named it */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the product file says that bears on the inventory. */
export interface InventoryDeclarations {
  readonly name?: string;
  readonly roles?: readonly RoleDeclaration[];
}

/** Scan and fuse. Throws `nothing-readable` where no scanner has a file to read, `cancelled` when the signal fires. */
export async function takeInventory(
  workspace: Workspace,
  options: ScanOptions = {},
  declared: InventoryDeclarations = {},
): Promise<Inventory> {
  const { evidence, gaps, coverage, wantedFiles, parts, sources } = await withThreads(options, (gathering) =>
    gather(openContainers(workspace, options), gathering),
  );
  if (wantedFiles === 0) {
    const found =
      coverage.files === 0 ? 'found none' : `none of its ${coverage.files} is of a kind that pqready reads (pqready list scanners)`;
    throw new PqreadyError('nothing-readable', `${workspace.name}: expected at least one readable file, ${found}`);
  }
  const { place } = workspace;
  const builds = { parts, sources, named: workspace.builds ?? [], ...(place === undefined ? {} : { place }) };
  return fuse({ subject: declared.name ?? workspace.name, evidence, gaps, coverage, roles: declared.roles ?? [], builds });
}

/**
 * Evidence and gaps as they are found, in the order of the files: for streams into somebody's own store. Nothing is fused. A file that
 * names constants of other files comes after all others, when these are known.
 */
export async function* scan(workspace: Workspace, options: ScanOptions = {}): AsyncGenerator<Evidence | Gap> {
  const threads = startThreads(options.jobs ?? 1);
  const tally = startTally(SCANNERS);
  try {
    for await (const said of scanWorkspace(
      openContainers(workspace, options),
      { ...toGathering(options), scanners: SCANNERS, run: threads.run, lanes: threads.lanes },
      tally,
    )) {
      for (const { items } of said) yield* items;
    }
    yield* tally.gaps;
  } finally {
    await threads.close();
  }
}

async function withThreads<T>(options: ScanOptions, work: (gathering: GatherOptions) => Promise<T>): Promise<T> {
  const threads = startThreads(options.jobs ?? 1);
  try {
    return await work({ ...toGathering(options), scanners: SCANNERS, run: threads.run, lanes: threads.lanes });
  } finally {
    await threads.close();
  }
}

function openContainers(workspace: Workspace, { externalTools }: ScanOptions): Workspace {
  return withContainers(workspace, externalTools === true ? { unpack: unpackExternally } : {});
}

function toGathering({ signal, onProgress, verifyKeys }: ScanOptions): Pick<GatherOptions, 'signal' | 'onProgress' | 'verifyKeys'> {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(verifyKeys === undefined ? {} : { verifyKeys: verifyKeys.map(toKeyBytes) }),
  };
}

function toKeyBytes({ name, bytes }: VerifyKey): Uint8Array {
  if (readPublicKeys(bytes).length === 0)
    throw new PqreadyError('bad-input', `${name}: expected a public key, a certificate or a private key in PEM or DER, found none`);
  return bytes;
}
