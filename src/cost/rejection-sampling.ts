// Expected work of rejection sampling: how many blocks of an extendable-output function are squeezed until enough candidates were accepted.

/** A source of candidates. */
export interface CandidateStream {
  readonly perBlock: number;
  /** chance that one candidate is accepted */
  readonly accepted: number;
}

/** Chances below this add nothing that is seen. */
const NEGLIGIBLE = 1e-9;

/** Expected blocks until `wanted` candidates were accepted: Σ over b ≥ 0 of the chance that b blocks are not enough. */
export function expectedBlocks({ perBlock, accepted }: CandidateStream, wanted: number): number {
  let expected = 0;
  for (let blocks = 0; ; blocks++) {
    const chance = chanceOfFewer(blocks * perBlock, accepted, wanted);
    if (chance < NEGLIGIBLE) return expected;
    expected += chance;
  }
}

/** P(X < wanted) for X binomial; terms by recurrence in logarithms, so that none underflows on the way. */
function chanceOfFewer(trials: number, accepted: number, wanted: number): number {
  if (trials < wanted) return 1;
  let log = trials * Math.log1p(-accepted);
  const odds = Math.log(accepted) - Math.log1p(-accepted);
  let sum = 0;
  for (let count = 0; count < wanted; count++) {
    sum += Math.exp(log);
    log += Math.log((trials - count) / (count + 1)) + odds;
  }
  return sum;
}
