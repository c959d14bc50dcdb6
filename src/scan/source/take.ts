// Takes one parameter out of what an argument says: a digest, a curve, a mode, a padding, with where it was written.

import { ALGORITHMS, useOf } from '../../knowledge/algorithms.ts';
import { findCurve } from '../../knowledge/curves.ts';
import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { AlgorithmId, CipherMode, Padding, Parameter } from '../../model/algorithm.ts';
import type { Draft } from './drafts.ts';
import type { Found } from './values.ts';

const HASHES: ReadonlySet<string> = new Set(['hash', 'xof']);

/** True for a hash or an extendable-output function. */
export function isHash(algorithm: AlgorithmId | undefined): algorithm is AlgorithmId {
  return algorithm !== undefined && HASHES.has(ALGORITHMS[algorithm].primitive);
}

/** Takes the hash that an argument is, or that the mechanism it names is built on. */
export function takeDigest(draft: Draft, one: Draft): Draft | undefined {
  const hash = isHash(one.algorithm) ? one.algorithm : one.parameters.digest?.value;
  if (hash === undefined || draft.parameters.digest !== undefined) return undefined;
  const digest: Parameter<AlgorithmId> = { value: hash, ...originOf(one) };
  return { ...draft, parameters: { ...draft.parameters, digest }, parts: [...draft.parts, useOf(hash)] };
}

/** Takes the curve that an argument names, or its family. */
export function takeCurve(draft: Draft, one: Draft, found: Found): Draft | undefined {
  const named =
    found.value.is === 'string'
      ? findCurve(found.value.value)
      : found.value.is === 'symbol'
        ? findCurve(found.value.name.split('.').at(-1) ?? '')
        : undefined;
  const fixed = one.algorithm === undefined ? undefined : ALGORITHMS[one.algorithm].fixedCurve;
  const curve = one.parameters.curve?.value ?? fixed ?? named;
  if (curve !== undefined)
    return { ...draft, parameters: { ...draft.parameters, curve: one.parameters.curve ?? { value: curve, ...originOf(one) } } };
  return one.curveFamily === undefined ? undefined : { ...draft, curveFamily: one.curveFamily };
}

/** Takes the mode, with the tag size where the mode brings one. */
export function takeMode(draft: Draft, one: Draft, found: Found): Draft | undefined {
  const written = found.value.is === 'string' ? parseAlgorithmName(`aes-${found.value.value}`)?.parameters.mode?.value : undefined;
  const mode: CipherMode | undefined = one.parameters.mode?.value ?? written;
  if (mode === undefined) return undefined;
  const { tagBits } = one.parameters;
  return {
    ...draft,
    parameters: { ...draft.parameters, mode: { value: mode, ...originOf(one) }, ...(tagBits === undefined ? {} : { tagBits }) },
  };
}

/** Takes the padding of RSA or of a block cipher, with the digest that OAEP and PSS bring. */
export function takePadding(draft: Draft, one: Draft): Draft | undefined {
  const padding: Padding | undefined =
    one.parameters.padding?.value ?? (one.algorithm === undefined ? undefined : ALGORITHMS[one.algorithm].fixedPadding);
  if (padding === undefined) return undefined;
  const withPadding = { ...draft, parameters: { ...draft.parameters, padding: { value: padding, ...originOf(one) } } };
  return takeDigest(withPadding, one) ?? withPadding;
}

function originOf(one: Draft): { readonly from: 'written' | 'resolved'; readonly at?: string } {
  if (one.direct) return { from: 'written' };
  return one.from === undefined ? { from: 'resolved' } : { from: 'resolved', at: one.from };
}
