// The manifest of bench/kernels/images: what each image was built with, its hash, and the bytes of code of each scheme in it.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { PqreadyError } from '../model/errors.ts';
import type { KernelIsa } from '../model/target.ts';
import { isMlKemId, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';

/** `fast` is -O3; `small` is -Os with the matrix made again for each use. */
export type KernelBuild = 'fast' | 'small';

export const KERNEL_BUILDS: readonly KernelBuild[] = ['fast', 'small'];

/** One image as the manifest has it. */
export interface ImageEntry {
  readonly file: string;
  readonly isa: string;
  readonly build: string;
  readonly compiler: string;
  readonly flags: string;
  readonly sha256: string;
  /** .text + .rodata by object */
  readonly codeBytes: Readonly<Record<string, number>>;
}

/** Bytes of code that a scheme needs: its own, and what it shares with every other one (Keccak, memory functions). */
export interface CodeSize {
  readonly ownBytes: number;
  readonly keccakBytes: number;
  readonly memoryBytes: number;
}

/** An image checked against its entry. */
export interface CheckedImage {
  readonly entry: ImageEntry;
  readonly bytes: Uint8Array;
}

/** The entry of an image. `text` is a file of this package, so its shape is taken for granted. Throws `bad-input` where it names none. */
export function findImage(text: string, isa: KernelIsa, build: KernelBuild): ImageEntry {
  const { images }: { readonly images: readonly ImageEntry[] } = JSON.parse(text);
  const found = images.find((each) => each.isa === isa && each.build === build);
  if (found === undefined) throw new PqreadyError('bad-input', `bench/kernels/images/manifest.json: expected an image for ${isa} ${build}`);
  return found;
}

/** The same bytes as were built: nothing is counted on others. Throws `bad-input`. */
export function checkImage(entry: ImageEntry, bytes: Uint8Array): CheckedImage {
  const got = bytesToHex(sha256(bytes));
  if (got !== entry.sha256)
    throw new PqreadyError('bad-input', `bench/kernels/images/${entry.file}: expected SHA-256 ${entry.sha256}, got ${got}`);
  return { entry, bytes };
}

/** Name of a scheme's object and entry points: `mlkem768`, `mldsa65`. */
export function kernelName(algorithm: MlKemId | MlDsaId): string {
  return algorithm.replaceAll('-', '');
}

/** Code of a scheme in an image. */
export function codeSizeOf({ codeBytes }: ImageEntry, algorithm: MlKemId | MlDsaId): CodeSize {
  const bytesOf = (name: string): number => new Map(Object.entries(codeBytes)).get(name) ?? 0;
  return { ownBytes: bytesOf(kernelName(algorithm)), keccakBytes: bytesOf('keccak'), memoryBytes: bytesOf('memory') };
}

/** The operations that are counted, in the order of the tables. */
export function operationsOf(algorithm: MlKemId | MlDsaId): readonly ('keygen' | 'encaps' | 'decaps' | 'sign' | 'verify')[] {
  return isMlKemId(algorithm) ? ['keygen', 'encaps', 'decaps'] : ['keygen', 'sign', 'verify'];
}
