// Seeded random numbers for the differential tests: xorshift32 of G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (14), 2003.

/** Source of random integers; the same seed gives the same ones. */
export interface Random {
  /** 32 bits without sign */
  word(): number;
  /** 0 … limit - 1 */
  below(limit: number): number;
  /** one of a list that is not empty */
  pick<T>(list: readonly T[]): T;
}

/** A source from a seed other than zero. */
export function toRandom(seed: number): Random {
  let state = seed >>> 0 || 1;
  const word = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state;
  };
  const below = (limit: number): number => Math.floor((word() / 2 ** 32) * limit);
  return {
    word,
    below,
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('expected a list with something in it');
      return found;
    },
  };
}

/** A word as programs meet them: small, at an edge, or anything. */
export function likelyWord(random: Random): number {
  const kind = random.below(8);
  if (kind === 0) return random.below(64);
  if (kind === 1) return random.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x7fff, 0x8000, 0xffff0000, 0x00ff00ff]);
  return random.word();
}
