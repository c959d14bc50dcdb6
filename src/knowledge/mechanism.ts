// The short hand in which tables of configuration symbols and protocol registries name a mechanism, and its way to a use.

import type { AlgorithmId, AlgorithmUse, CipherMode, CryptoFunction, CurveId, Padding, Parameter } from '../model/algorithm.ts';
import { canonicalUse, useOf } from './algorithms.ts';

/** What a table says of a mechanism. What it leaves out is not known. */
export interface Mechanism {
  readonly algorithm: AlgorithmId;
  readonly keyBits?: number;
  readonly mode?: CipherMode;
  readonly padding?: Padding;
  readonly curve?: CurveId;
  readonly digest?: AlgorithmId;
  readonly tagBits?: number;
  readonly outputBits?: number;
  /** absent: what every use does by definition */
  readonly functions?: readonly CryptoFunction[];
  readonly parts?: readonly Mechanism[];
}

/** A mechanism of a table; `more` is what the table says beyond the name. */
export function mechanism(algorithm: AlgorithmId, more: Omit<Mechanism, 'algorithm'> = {}): Mechanism {
  return { algorithm, ...more };
}

/** The use that a symbol or registry entry `written` stands for, in canonical form; every parameter counts as written there. */
export function toUse(written: string, named: Mechanism): AlgorithmUse {
  const { keyBits, mode, padding, curve, digest, tagBits, outputBits } = named;
  return canonicalUse(
    useOf(named.algorithm, {
      written,
      parameters: {
        ...(keyBits === undefined ? {} : { keyBits: asWritten(keyBits) }),
        ...(mode === undefined ? {} : { mode: asWritten(mode) }),
        ...(padding === undefined ? {} : { padding: asWritten(padding) }),
        ...(curve === undefined ? {} : { curve: asWritten(curve) }),
        ...(digest === undefined ? {} : { digest: asWritten(digest) }),
        ...(tagBits === undefined ? {} : { tagBits: asWritten(tagBits) }),
        ...(outputBits === undefined ? {} : { outputBits: asWritten(outputBits) }),
      },
      ...(named.functions === undefined ? {} : { functions: named.functions }),
      parts: (named.parts ?? []).map((part) => toUse(written, part)),
    }),
  );
}

function asWritten<T>(value: T): Parameter<T> {
  return { value, from: 'written' };
}
