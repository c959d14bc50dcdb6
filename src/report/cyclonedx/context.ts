// `key=value` pairs joined by `;`, the form of `additionalContext` and of our own properties. A value never breaks the form: `%`, `;` and
// characters that cannot be seen are percent-encoded as UTF-8.

import { identityOf } from '../../knowledge/algorithms.ts';
import type { AlgorithmUse, Parameter } from '../../model/algorithm.ts';
import type { Location } from '../../model/evidence.ts';
import type { Fact } from '../../model/inventory.ts';
import { executionOf } from './execution.ts';

/** `state=called;grade=source;confidence=certain;origin=first-party[;default=keyBits][;resolved=path:line][;environment=hardware]` of a fact, for one of its uses. */
export function toContext(fact: Fact, use?: AlgorithmUse): string {
  const { defaults, resolvedAt } = use === undefined ? WRITTEN : provenanceOf(fact, use);
  const execution = executionOf(fact);
  return toPairs([
    ['state', fact.state],
    ['grade', fact.grade],
    ['confidence', fact.confidence],
    ['origin', fact.origin],
    ['default', defaults.length === 0 ? undefined : defaults.join(',')],
    ['resolved', resolvedAt],
    ['environment', execution?.environment],
    ['platform', execution?.platform],
  ]);
}

/** Pairs in the order given; those without a value are left out. */
export function toPairs(pairs: readonly (readonly [string, string | number | undefined])[]): string {
  return pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${toValue(String(value))}`])).join(';');
}

function toValue(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/[%;\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, encodeURIComponent);
}

/** Where in a place something stands: the line in text, the offset in bytes. */
export function toSpotPairs(location: Location): readonly (readonly [string, string | number | undefined])[] {
  return [
    ['line', location.at === 'text' ? location.line : undefined],
    ['offset', location.at === 'bytes' ? location.offset : undefined],
  ];
}

interface Provenance {
  /** parameters that a library fills in */
  readonly defaults: readonly string[];
  /** `path:line` of the first parameter whose value stands elsewhere */
  readonly resolvedAt: string | undefined;
}

const WRITTEN: Provenance = { defaults: [], resolvedAt: undefined };

function provenanceOf({ observed }: Fact, use: AlgorithmUse): Provenance {
  if (observed.kind !== 'algorithm' || !hasUnwritten(observed.use)) return WRITTEN;
  const identity = identityOf(use);
  return findPart(observed.use, undefined, identity) ?? WRITTEN;
}

function hasUnwritten({ parameters, parts }: AlgorithmUse): boolean {
  return Object.values(parameters).some((parameter: Parameter<unknown>) => parameter.from !== 'written') || parts.some(hasUnwritten);
}

type Digest = AlgorithmUse['parameters']['digest'];

// The digest of a scheme is a parameter of the scheme and a part of its own: what is known of the one holds of the other.
function findPart(use: AlgorithmUse, outer: Digest, identity: string): Provenance | undefined {
  if (identityOf(use) === identity) return toProvenance(use, outer);
  const digest = use.parameters.digest ?? outer;
  for (const part of use.parts) {
    const found = findPart(part, digest, identity);
    if (found !== undefined) return found;
  }
  return undefined;
}

function toProvenance(use: AlgorithmUse, outer: Digest): Provenance {
  const isOuterDigest = outer !== undefined && (use.algorithm === outer.value || use.parts.some((part) => part.algorithm === outer.value));
  const { curve, keyBits, ...others } = use.parameters;
  // the size of a key on a named curve follows from the curve
  const given = { ...(curve === undefined ? { keyBits } : { curve }), ...others, ...(isOuterDigest ? { digest: outer } : {}) };
  const entries = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [{ name, from: value.from, at: value.at }]));
  const defaults = entries.filter(({ from }) => from === 'default').map(({ name }) => name);
  return { defaults: defaults.sort(), resolvedAt: entries.find(({ from, at }) => from === 'resolved' && at !== undefined)?.at };
}
