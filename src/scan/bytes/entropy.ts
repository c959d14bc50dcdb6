// Regions whose bytes are as even as noise: compressed or encrypted. Shannon's entropy over blocks (Bell System Technical Journal 27, 1948);
// 2048 octets of noise have 7.91 bits an octet, machine code 5 to 6.8.

/** A run of blocks. */
export interface EvenRegion {
  readonly offset: number;
  readonly length: number;
}

const BLOCK_BYTES = 4096;
const SAMPLES = BLOCK_BYTES / 2;
const LEAST_BITS = 7.8;
const LEAST_BLOCKS = 4;
const MAX_REGIONS = 64;

/** n log2 n of every count in a block */
let terms: Float64Array | undefined;

/** The regions, in order; shorter ones say too little. */
export function findEvenRegions(bytes: Uint8Array): readonly EvenRegion[] {
  const regions: EvenRegion[] = [];
  let start = -1;
  const blocks = Math.floor(bytes.length / BLOCK_BYTES);
  for (let block = 0; block <= blocks && regions.length < MAX_REGIONS; block++) {
    const even = block < blocks && bitsOf(bytes, block * BLOCK_BYTES) >= LEAST_BITS;
    if (even && start < 0) start = block;
    if (even || start < 0) continue;
    if (block - start >= LEAST_BLOCKS) regions.push({ offset: start * BLOCK_BYTES, length: (block - start) * BLOCK_BYTES });
    start = -1;
  }
  return regions;
}

const counts = new Uint32Array(1024);

// Every second group of four octets is counted, into four histograms, so that equal neighbours do not wait for one another.
function bitsOf(bytes: Uint8Array, start: number): number {
  terms ??= Float64Array.from({ length: SAMPLES + 1 }, (_, count) => (count === 0 ? 0 : count * Math.log2(count)));
  counts.fill(0);
  for (let at = start; at < start + BLOCK_BYTES; at += 8) {
    const [a, b] = [bytes[at] as number, 256 + (bytes[at + 1] as number)];
    const [c, d] = [512 + (bytes[at + 2] as number), 768 + (bytes[at + 3] as number)];
    counts[a] = (counts[a] as number) + 1;
    counts[b] = (counts[b] as number) + 1;
    counts[c] = (counts[c] as number) + 1;
    counts[d] = (counts[d] as number) + 1;
  }
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    const count =
      (counts[value] as number) + (counts[256 + value] as number) + (counts[512 + value] as number) + (counts[768 + value] as number);
    sum += terms[count] as number;
  }
  return Math.log2(SAMPLES) - sum / SAMPLES;
}
