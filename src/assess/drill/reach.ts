// Whether a broken problem or mechanism reaches a use: by itself, through what it is built from, or not as long as its other half stands.

import { curveOf, keyBitsOf, nameOf, primitiveOf, threatOf } from '../../knowledge/algorithms.ts';
import { findHardProblem, OWN_CURVES } from '../../knowledge/hard-problems.ts';
import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { AlgorithmId, AlgorithmUse, CurveId, Primitive } from '../../model/algorithm.ts';
import type { BreakTarget, Standing } from '../../model/drill.ts';

/** How far a break reaches into a use. */
export interface Reached {
  readonly standing: Standing;
  /** parts through which it does; empty where the use itself falls */
  readonly through: readonly string[];
  /** halves of a hybrid that stand */
  readonly left: readonly string[];
}

type Match = 'falls' | 'may-fall' | 'not-hit';

const NOT_HIT: Reached = { standing: 'not-hit', through: [], left: [] };
const PUBLIC_KEY: ReadonlySet<Primitive> = new Set<Primitive>(['signature', 'key-agree', 'kem', 'pke', 'combiner']);
const GENERIC_SETS: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>(['ml-kem', 'ml-dsa', 'slh-dsa']);
const COMPOSITES: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>(['composite-ml-dsa', 'composite-ml-kem']);

/** The worst that any of the targets does to the use. */
export function reachOf(use: AlgorithmUse, targets: readonly BreakTarget[]): Reached {
  const own = worstOf(targets.map((target) => matchOf(use, target)));
  if (own === 'falls') return { standing: 'falls', through: [], left: [] };
  const inner = primitiveOf(use) === 'combiner' || COMPOSITES.has(use.algorithm) ? reachHalves(use, targets) : reachParts(use, targets);
  return own === 'may-fall' && inner.standing !== 'falls' ? { standing: 'may-fall', through: [], left: [] } : inner;
}

// A hybrid stands as long as one of its halves does. Of a composite whose halves are not named, no single break takes both.
function reachHalves(use: AlgorithmUse, targets: readonly BreakTarget[]): Reached {
  const halves = halvesOf(use).map((half) => ({ name: nameOf(half), reached: reachOf(half, targets) }));
  if (halves.length === 0)
    return targets.some(mayBeHalf) ? { standing: 'holds', through: ['one half'], left: ['the other half'] } : NOT_HIT;
  const hit = halves.filter(({ reached }) => reached.standing !== 'not-hit');
  if (hit.length === 0) return NOT_HIT;
  const left = halves.filter((half) => !hit.includes(half)).map(({ name }) => name);
  const through = hit.map(({ name }) => name);
  if (left.length > 0) return { standing: 'holds', through, left };
  return { standing: hit.every(({ reached }) => reached.standing === 'falls') ? 'falls' : 'may-fall', through, left };
}

// The combiner's hash carries no key of its own.
function halvesOf(use: AlgorithmUse): readonly AlgorithmUse[] {
  const parts = use.parts.length > 0 ? use.parts : (parseAlgorithmName(nameOf(use))?.parts ?? []);
  return parts.filter((part) => PUBLIC_KEY.has(primitiveOf(part)));
}

function mayBeHalf(target: BreakTarget): boolean {
  return target.what !== 'algorithm' || target.algorithms.some((id) => id.startsWith('ml-'));
}

// A public-key part carries the whole; a hash or a key derivation inside does so for some kinds of break and not for others.
function reachParts(use: AlgorithmUse, targets: readonly BreakTarget[]): Reached {
  const hit = use.parts.map((part) => ({ part, reached: reachOf(part, targets) })).filter(({ reached }) => reached.standing !== 'not-hit');
  if (hit.length === 0) return NOT_HIT;
  const through = hit.map(({ part }) => nameOf(part));
  const carried = hit.filter(({ part }) => PUBLIC_KEY.has(primitiveOf(part))).map(({ reached }) => reached);
  if (carried.some(({ standing }) => standing === 'falls')) return { standing: 'falls', through, left: [] };
  const holds = carried.find(({ standing }) => standing === 'holds');
  return holds !== undefined && hit.length === 1
    ? { standing: 'holds', through, left: holds.left }
    : { standing: 'may-fall', through, left: [] };
}

function matchOf(use: AlgorithmUse, target: BreakTarget): Match {
  switch (target.what) {
    case 'shor':
      return threatOf(use) === 'broken-by-shor' && primitiveOf(use) !== 'combiner' ? 'falls' : 'not-hit';
    case 'curves':
      return findHardProblem(use.algorithm) === 'curves' ? matchCurve(use, target.curves) : 'not-hit';
    case 'factoring':
    case 'finite-field':
      return findHardProblem(use.algorithm) === target.what ? matchBits(use, target.upToBits) : 'not-hit';
    case 'algorithm':
      return matchAlgorithm(use, target);
  }
}

function matchCurve(use: AlgorithmUse, broken: readonly CurveId[] | 'all'): Match {
  if (broken === 'all') return 'falls';
  const written = curveOf(use);
  const own = written === undefined ? OWN_CURVES.get(use.algorithm) : [written];
  if (own === undefined) return 'may-fall';
  const hit = own.filter((curve) => broken.includes(curve));
  return hit.length === 0 ? 'not-hit' : hit.length === own.length ? 'falls' : 'may-fall';
}

function matchBits(use: AlgorithmUse, upToBits: number | undefined): Match {
  if (upToBits === undefined) return 'falls';
  const bits = keyBitsOf(use);
  return bits === undefined ? 'may-fall' : bits <= upToBits ? 'falls' : 'not-hit';
}

function matchAlgorithm(use: AlgorithmUse, { algorithms, keyBits, mode }: BreakTarget & { readonly what: 'algorithm' }): Match {
  if (!algorithms.includes(use.algorithm)) {
    const isFamily = GENERIC_SETS.has(use.algorithm) && algorithms.some((id) => id.startsWith(`${use.algorithm}-`));
    return isFamily ? 'may-fall' : 'not-hit';
  }
  const agreements = [agree(keyBits, keyBitsOf(use)), agree(mode, use.parameters.mode?.value)];
  return agreements.includes('not-hit') ? 'not-hit' : agreements.includes('may-fall') ? 'may-fall' : 'falls';
}

function agree<T>(wanted: T | undefined, found: T | undefined): Match {
  if (wanted === undefined || wanted === found) return 'falls';
  return found === undefined ? 'may-fall' : 'not-hit';
}

function worstOf(matches: readonly Match[]): Match {
  return matches.includes('falls') ? 'falls' : matches.includes('may-fall') ? 'may-fall' : 'not-hit';
}
