// Mutated input for every reader of a room: it must answer, or refuse with a PqreadyError, within a second, and say nothing of the bytes.
//   npm run -s bench:fuzz -- pqc|reports|manifests|images [--count 100000] [--seed 1] [--reader NAME]
// Prints one line for each reader; ends with 1 where one crashed, hung or quoted its input. The same seed gives the same inputs.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PqreadyError } from '../src/model/errors.ts';
import { toRandom } from './emulate/random.ts';
import { mutate } from './fuzz/mutate.ts';
import type { Reader } from './fuzz/pqc.ts';

const LONGEST_MS = 1_000;
const FAULTS_SHOWN = 5;

interface Tally {
  taken: number;
  refused: number;
  slowestMs: number;
  readonly faults: string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' }, reader: { type: 'string' } },
});
const rooms: ReadonlyMap<string, () => Promise<readonly Reader[]>> = new Map([
  ['pqc', async () => (await import('./fuzz/pqc.ts')).PQC_READERS],
  ['inventory', async () => (await import('./fuzz/inventory.ts')).INVENTORY_READERS],
  ['builds', async () => (await import('./fuzz/builds.ts')).BUILD_READERS],
  ['images', async () => (await import('./fuzz/images.ts')).IMAGE_READERS],
  ['reports', async () => (await import('./fuzz/reports.ts')).REPORT_READERS],
  ['manifests', async () => (await import('./fuzz/manifests.ts')).MANIFEST_READERS],
  ['targets', async () => (await import('./fuzz/targets.ts')).TARGET_READERS],
]);
const room = rooms.get(positionals[0] ?? '');
const readers = (await room?.())?.filter(({ name }) => values.reader === undefined || name === values.reader) ?? [];
if (readers.length === 0) {
  process.stderr.write(`expected one of: ${[...rooms.keys()].join(', ')}, and a reader of it\n`);
  process.exit(2);
}
for (const reader of readers) {
  const tally = await fuzz(reader, Number(values.count), Number(values.seed));
  const { taken, refused, slowestMs, faults } = tally;
  process.stdout.write(
    `${reader.name.padEnd(24)} ${taken + refused} inputs: ${taken} read, ${refused} refused, slowest ${slowestMs.toFixed(0)} ms, ${faults.length} faults\n`,
  );
  for (const fault of faults.slice(0, FAULTS_SHOWN)) process.stdout.write(`  ${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

async function fuzz({ name, seeds, read }: Reader, count: number, seed: number): Promise<Tally> {
  const random = toRandom(seed);
  const tally: Tally = { taken: 0, refused: 0, slowestMs: 0, faults: [] };
  for (let run = 0; run < count; run++) {
    const input = mutate(random.pick(seeds), random.pick(seeds), random);
    const first = await timed(() => tryRead(() => read(input), tally));
    // A busy machine holds a process up: only what is slow again is slow.
    const again = first.ms > LONGEST_MS ? await timed(() => tryRead(() => read(input), { ...tally })) : first;
    const [fault, ms] = [first.result, Math.min(first.ms, again.ms)];
    tally.slowestMs = Math.max(tally.slowestMs, ms);
    const said = fault ?? (ms > LONGEST_MS ? `took ${ms.toFixed(0)} ms` : undefined);
    if (said !== undefined) tally.faults.push(`run ${run}: ${said}; input in ${keep(name, run, input)}`);
  }
  return tally;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, ms: performance.now() - begun };
}

/** What is wrong with how the reader ended, if anything. */
async function tryRead(read: () => unknown, tally: Tally): Promise<string | undefined> {
  try {
    await read();
    tally.taken += 1;
    return undefined;
  } catch (error) {
    tally.refused += 1;
    if (!(error instanceof PqreadyError)) return `threw ${String(error).slice(0, 120)}`;
    // An object identifier is no secret; a long run of digits would be a piece of the input.
    return /[0-9a-f]{24}|[A-Za-z0-9+/]{40}/.test(`${error.message}${String(error.cause ?? '')}`)
      ? `quotes its input: ${error.message.slice(0, 200)}`
      : undefined;
  }
}

function keep(name: string, run: number, input: Uint8Array): string {
  const path = join(tmpdir(), `pqready-fuzz-${name}-${run}`);
  writeFileSync(path, input);
  return path;
}
