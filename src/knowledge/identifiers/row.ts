// The shape of one object identifier, and the short hand in which the tables of this folder write the use that it names.

import type { AlgorithmId, AlgorithmUse, CipherMode, CurveId, Parameter } from '../../model/algorithm.ts';
import { useOf } from '../algorithms.ts';

/** One object identifier: its name in the standard that assigns it, what it stands for, and that standard. */
export interface OidRow {
  /** dotted decimal */
  readonly oid: string;
  readonly name: string;
  readonly use: AlgorithmUse;
  /** standard and clause, or the registry */
  readonly source: string;
}

/** What an identifier says beyond the mechanism. `digest` and `parts` become parts of the use. */
export interface Says {
  readonly digest?: AlgorithmId;
  readonly keyBits?: number;
  readonly mode?: CipherMode;
  readonly curve?: CurveId;
  readonly parts?: readonly AlgorithmUse[];
}

/** `[last arcs under the table's base, name, mechanism, what else it says]`. */
export type Arc = readonly [arc: string, name: string, algorithm: AlgorithmId, says?: Says];

/** Rows that hang under one base and come from one standard. */
export function toRows(base: string, source: string, arcs: readonly Arc[]): readonly OidRow[] {
  return arcs.map(([arc, name, algorithm, says]) => ({ oid: `${base}.${arc}`, name, use: toUse(name, algorithm, says), source }));
}

/** A use as an identifier writes it: every parameter is `written`. */
export function toUse(written: string, algorithm: AlgorithmId, says: Says = {}): AlgorithmUse {
  const { digest, keyBits, mode, curve, parts = [] } = says;
  return useOf(algorithm, {
    written,
    parameters: {
      ...(keyBits === undefined ? {} : { keyBits: asWritten(keyBits) }),
      ...(mode === undefined ? {} : { mode: asWritten(mode) }),
      ...(curve === undefined ? {} : { curve: asWritten(curve) }),
      ...(digest === undefined ? {} : { digest: asWritten(digest) }),
    },
    parts: digest === undefined ? parts : [...parts, useOf(digest, { written })],
  });
}

function asWritten<T>(value: T): Parameter<T> {
  return { value, from: 'written' };
}
