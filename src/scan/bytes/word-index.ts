// Finds many byte patterns in one pass: each by the four of its octets that are least like padding, which a window slides over. A set of
// hashes turns away all but a few windows; what is left is compared with the patterns that hold such four. Karp and Rabin, "Efficient randomized pattern-matching algorithms",
// IBM J. Res. Dev. 31(2), 1987. Three to five times as fast as an automaton of Aho and Corasick over the same patterns, whose table of
// 6,000 states does not stay in the cache (docs/decisions/0031).

/** Called for each place where a pattern stands: its index and its first octet. */
export type OnHit = (pattern: number, offset: number) => void;

/** Searches bytes. Linear in them whatever they hold: patterns with one end are few. */
export type WordIndex = (bytes: Uint8Array, onHit: OnHit) => void;

const HASH_BITS = 19;
const FACTOR = 0x9e3779b1;
const WORD_BYTES = 4;

/** Builds the index of patterns of four octets and more. */
export function toWordIndex(patterns: readonly Uint8Array[]): WordIndex {
  const filter = new Uint32Array(1 << (HASH_BITS - 5));
  const byWord = new Map<number, number[]>();
  const ends = patterns.map(windowEndOf);
  patterns.forEach((pattern, index) => {
    const end = ends[index] ?? WORD_BYTES;
    const word = toWord(pattern.subarray(end - WORD_BYTES, end));
    const hash = hashOf(word);
    filter[hash >>> 5] = (filter[hash >>> 5] ?? 0) | (1 << (hash & 31));
    byWord.set(word, [...(byWord.get(word) ?? []), index]);
  });
  return (bytes, onHit) => {
    let word = 0;
    const { length } = bytes;
    for (let at = 0; at < length; at++) {
      word = (word << 8) | (bytes[at] as number);
      const hash = Math.imul(word, FACTOR) >>> (32 - HASH_BITS);
      if ((((filter[hash >>> 5] as number) >>> (hash & 31)) & 1) === 0) continue;
      for (const index of byWord.get(word) ?? []) {
        const offset = at + 1 - (ends[index] ?? 0);
        if (offset >= 0 && standsAt(bytes, patterns[index], offset)) onHit(index, offset);
      }
    }
  };
}

// Where the window of a pattern ends: padding and small numbers, which every image is full of, tell least.
function windowEndOf(pattern: Uint8Array): number {
  let [best, most] = [WORD_BYTES, -1];
  for (let end = WORD_BYTES; end <= pattern.length; end++) {
    const octets = new Set(pattern.subarray(end - WORD_BYTES, end));
    octets.delete(0);
    octets.delete(0xff);
    if (octets.size >= most) [best, most] = [end, octets.size];
  }
  return best;
}

function toWord(octets: Uint8Array): number {
  return octets.reduce((word, byte) => (word << 8) | byte, 0);
}

function hashOf(word: number): number {
  return Math.imul(word, FACTOR) >>> (32 - HASH_BITS);
}

function standsAt(bytes: Uint8Array, pattern: Uint8Array | undefined, offset: number): boolean {
  return pattern?.every((byte, index) => bytes[offset + index] === byte) === true;
}
