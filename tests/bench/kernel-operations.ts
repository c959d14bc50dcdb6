// The operations of ML-KEM and ML-DSA on a wasm32 image, with the lengths of FIPS 203 Table 3 and FIPS 204 Table 2.

import { concatBytes } from '@noble/hashes/utils.js';
import type { KernelImage, KernelMessage } from './kernel-image.ts';

const KEM_SIZES: ReadonlyMap<string, readonly [number, number, number]> = new Map([
  ['512', [800, 1632, 768]],
  ['768', [1184, 2400, 1088]],
  ['1024', [1568, 3168, 1568]],
]);
const DSA_SIZES: ReadonlyMap<string, readonly [number, number, number]> = new Map([
  ['44', [1312, 2560, 2420]],
  ['65', [1952, 4032, 3309]],
  ['87', [2592, 4896, 4627]],
]);

/** Undefined stands for a refusal of the kernel, or of these functions where a length is wrong (the kernels take lengths for granted). */
export interface KemOperations {
  keygen(d: Uint8Array, z: Uint8Array): { readonly ek: Uint8Array; readonly dk: Uint8Array };
  encaps(ek: Uint8Array, m: Uint8Array): { readonly c: Uint8Array; readonly k: Uint8Array } | undefined;
  decaps(dk: Uint8Array, c: Uint8Array): Uint8Array | undefined;
  acceptsEk(ek: Uint8Array): boolean;
  acceptsDk(dk: Uint8Array): boolean;
}

export interface DsaOperations {
  keygen(seed: Uint8Array): { readonly pk: Uint8Array; readonly sk: Uint8Array };
  sign(
    sk: Uint8Array,
    rnd: Uint8Array,
    message: KernelMessage,
  ): { readonly signature: Uint8Array; readonly rejections: number } | undefined;
  verify(pk: Uint8Array, signature: Uint8Array, message: KernelMessage): boolean;
}

/** `size`: 512, 768, 1024. */
export function kemOf(image: KernelImage, size: string): KemOperations {
  const [ekBytes, dkBytes, cBytes] = KEM_SIZES.get(size) ?? unknown(size);
  const name = `mlkem${size}`;
  return {
    keygen: (d, z) => {
      const { outputs } = image.call(`${name}_keygen`, { outBytes: ekBytes }, { outBytes: dkBytes }, concatBytes(d, z));
      return { ek: given(outputs[0]), dk: given(outputs[1]) };
    },
    encaps: (ek, m) => {
      if (ek.length !== ekBytes || m.length !== 32) return undefined;
      const { result, outputs } = image.call(`${name}_encaps`, { outBytes: cBytes }, { outBytes: 32 }, ek, m);
      return result === 0 ? { c: given(outputs[0]), k: given(outputs[1]) } : undefined;
    },
    decaps: (dk, c) => {
      if (dk.length !== dkBytes || c.length !== cBytes) return undefined;
      const { result, outputs } = image.call(`${name}_decaps`, { outBytes: 32 }, dk, c);
      return result === 0 ? given(outputs[0]) : undefined;
    },
    acceptsEk: (ek) => ek.length === ekBytes && image.call(`${name}_check_ek`, ek).result === 0,
    acceptsDk: (dk) => dk.length === dkBytes && image.call(`${name}_check_dk`, dk).result === 0,
  };
}

/** `size`: 44, 65, 87. */
export function dsaOf(image: KernelImage, size: string): DsaOperations {
  const [pkBytes, skBytes, sigBytes] = DSA_SIZES.get(size) ?? unknown(size);
  const name = `mldsa${size}`;
  return {
    keygen: (seed) => {
      const { outputs } = image.call(`${name}_keygen`, { outBytes: pkBytes }, { outBytes: skBytes }, seed);
      return { pk: given(outputs[0]), sk: given(outputs[1]) };
    },
    sign: (sk, rnd, message) => {
      if (sk.length !== skBytes) return undefined;
      const { result, outputs } = image.call(`${name}_sign`, { outBytes: sigBytes }, sk, rnd, message);
      return result < 0 ? undefined : { signature: given(outputs[0]), rejections: result };
    },
    verify: (pk, signature, message) =>
      pk.length === pkBytes && image.call(`${name}_verify`, pk, signature, signature.length, message).result === 0,
  };
}

function given(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new Error('the kernel has no such result');
  return bytes;
}

function unknown(size: string): never {
  throw new Error(`no parameter set ${size}`);
}
