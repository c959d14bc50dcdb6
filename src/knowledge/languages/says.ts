// A use as what a table says of it.

import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Says } from './row.ts';

/** What a use says: values only, however they came to be known. */
export function toSays(use: AlgorithmUse): Says & { readonly algorithm: AlgorithmUse['algorithm'] } {
  const { keyBits, mode, padding, curve, digest, outputBits, tagBits } = use.parameters;
  const parts = use.parts.filter((part) => part.algorithm !== digest?.value);
  return {
    algorithm: use.algorithm,
    ...(keyBits === undefined ? {} : { keyBits: keyBits.value }),
    ...(mode === undefined ? {} : { mode: mode.value }),
    ...(padding === undefined ? {} : { padding: padding.value }),
    ...(curve === undefined ? {} : { curve: curve.value }),
    ...(digest === undefined ? {} : { digest: digest.value }),
    ...(outputBits === undefined ? {} : { outputBits: outputBits.value }),
    ...(tagBits === undefined ? {} : { tagBits: tagBits.value }),
    ...(parts.length === 0 ? {} : { parts: parts.map((part): Mechanism => toSays(part)) }),
  };
}
