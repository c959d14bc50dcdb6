// Probes: the cycles of one Keccak-f[1600] and of one transform, measured on the board. A unit cost of the model is more than its primitive, since it
// carries what goes along with it: absorbing and squeezing, packing and sampling. How much more was read off pqready's own kernels (instructions on
// both sides, bench/kernels/README.md) and, for Keccak, off the share of hashing that pqm4 and pqm3 print beside their cycles.

import type { Probes } from '../model/projection.ts';
import { times } from './linear.ts';
import type { Belief } from './projection-unit.ts';

interface ProbeRatio {
  readonly dimension: number;
  /** mean and standard deviation of ln(unit cost / primitive) */
  readonly mean: number;
  readonly sd: number;
}

/** κ is 1.04 to 1.29 times a permutation, ν 1.1 to 2 times a transform. */
const RATIOS: Readonly<Record<keyof Probes, ProbeRatio>> = {
  keccakCycles: { dimension: 0, mean: 0.13, sd: 0.1 },
  mlKemNttCycles: { dimension: 1, mean: 0.43, sd: 0.25 },
  mlDsaNttCycles: { dimension: 3, mean: 0.43, sd: 0.25 },
};
const PROBES: readonly (keyof Probes)[] = ['keccakCycles', 'mlKemNttCycles', 'mlDsaNttCycles'];

/** 2 where both a permutation and a transform were probed, 1 where one of them was. */
export function countProbes({ keccakCycles, mlKemNttCycles, mlDsaNttCycles }: Probes): number {
  return (keccakCycles === undefined ? 0 : 1) + (mlKemNttCycles === undefined && mlDsaNttCycles === undefined ? 0 : 1);
}

/** The belief after the probes: each is one linear observation. */
export function addProbes(belief: Belief, probes: Probes): Belief {
  return PROBES.reduce((sum, name) => {
    const cycles = probes[name];
    return cycles === undefined ? sum : addProbe(sum, Math.log(cycles), RATIOS[name]);
  }, belief);
}

function addProbe({ mean, covariance }: Belief, log: number, ratio: ProbeRatio): Belief {
  const unit = mean.map((_, index) => (index === ratio.dimension ? 1 : 0));
  const shared = times(covariance, unit);
  const variance = (shared[ratio.dimension] ?? 0) + ratio.sd ** 2;
  const surprise = log + ratio.mean - (mean[ratio.dimension] ?? 0);
  return {
    mean: mean.map((value, index) => value + ((shared[index] ?? 0) / variance) * surprise),
    covariance: covariance.map((row, i) => row.map((value, j) => value - ((shared[i] ?? 0) * (shared[j] ?? 0)) / variance)),
  };
}
