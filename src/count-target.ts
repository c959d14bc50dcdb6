// The recipe of `bench target`: choose the image, count what the cache does not have, in worker threads, and say what it means on the target.

import type { Cache } from './io/cache.ts';
import { readKernelFile, readKernelText } from './io/kernel-files.ts';
import { packageVersion } from './io/package-files.ts';
import { startPool } from './io/workers.ts';
import { type CountJob, runCountJob } from './measure/count-job.ts';
import { chooseKernel, isNoKernel } from './measure/kernel-choice.ts';
import type { CountedScheme } from './measure/kernel-count.ts';
import { checkImage, findImage, type ImageEntry, KERNEL_BUILDS, type KernelBuild } from './measure/kernel-manifest.ts';
import { type SchemeOnImage, type TargetBench, toTargetBench } from './measure/kernel-target.ts';
import { parsePaths } from './measure/signing-paths.ts';
import { PqreadyError } from './model/errors.ts';
import type { TargetProfile } from './model/target.ts';
import type { Progress } from './model/world.ts';
import { isMlDsaId, ML_DSA_IDS, ML_KEM_IDS, type MlDsaId, type MlKemId } from './pqc/parameter-sets.ts';

export interface CountOptions {
  /** all six parameter sets where absent */
  readonly algorithms?: readonly (MlKemId | MlDsaId)[];
  /** both where absent */
  readonly builds?: readonly KernelBuild[];
  /** threads; with 1, where absent, everything is done in this one */
  readonly jobs?: number;
  /** none where absent */
  readonly cache?: Cache;
  readonly onProgress?: (progress: Progress) => void;
  /** looked at between jobs */
  readonly signal?: AbortSignal;
}

/** Changes whenever the same image would be counted differently by the same version: the shape of what is kept, the inputs, the composition. */
const COUNTING = 1;

/** Counts a target. Throws `not-countable` with what would help where there is no image for it, `cancelled` when the signal fires. */
export async function countTarget(profile: TargetProfile, options: CountOptions = {}): Promise<TargetBench> {
  const choice = chooseKernel(profile);
  if (isNoKernel(choice))
    throw new PqreadyError('not-countable', `${profile.id}: ${choice.reason}. What gives figures: ${choice.instead.join('; ')}`);
  const manifest = readKernelText('manifest.json');
  const algorithms = options.algorithms ?? [...ML_KEM_IDS, ...ML_DSA_IDS];
  const wanted = (options.builds ?? KERNEL_BUILDS).flatMap((build) => {
    const entry = findImage(manifest, choice.isa, build);
    return algorithms.map((algorithm): Wanted => ({ isa: choice.isa, build, entry, algorithm }));
  });
  return toTargetBench(profile, choice, await countAll(wanted, options));
}

interface Wanted extends Pick<CountJob, 'isa' | 'build' | 'algorithm'> {
  readonly entry: ImageEntry;
}

async function countAll(wanted: readonly Wanted[], options: CountOptions): Promise<readonly SchemeOnImage[]> {
  const found = new Map<Wanted, CountedScheme>();
  for (const each of wanted) {
    const kept = readKept(options.cache, each);
    if (kept !== undefined) found.set(each, kept);
  }
  const missing = wanted.filter((each) => !found.has(each));
  if (missing.length > 0) await countMissing(missing, found, options);
  return wanted.flatMap((each) => {
    const scheme = found.get(each);
    return scheme === undefined ? [] : [{ entry: each.entry, build: each.build, scheme }];
  });
}

async function countMissing(missing: readonly Wanted[], found: Map<Wanted, CountedScheme>, options: CountOptions): Promise<void> {
  const threads = startCounting(Math.min(options.jobs ?? 1, missing.length), options.signal);
  const total = missing.length;
  let done = 0;
  options.onProgress?.({ stage: 'measure', done, total });
  try {
    // the long ones first, so that no thread is left with one at the end
    await Promise.all(
      [...missing].reverse().map(async (each) => {
        const job = toJob(each);
        const scheme = await threads.run(job);
        found.set(each, scheme);
        options.cache?.write(keyOf(each), JSON.stringify(scheme));
        done += 1;
        options.onProgress?.({ stage: 'measure', done, total });
      }),
    );
  } finally {
    await threads.close();
  }
}

function toJob({ isa, build, entry, algorithm }: Wanted): CountJob {
  const { bytes } = checkImage(entry, readKernelFile(entry.file));
  const paths = isMlDsaId(algorithm) ? parsePaths(readKernelText('mldsa-signing-paths.json'), algorithm) : [];
  return { isa, build, image: bytes, algorithm, paths };
}

interface Counting {
  readonly run: (job: CountJob) => Promise<CountedScheme>;
  readonly close: () => Promise<void>;
}

function startCounting(jobs: number, signal: AbortSignal | undefined): Counting {
  if (jobs <= 1) return { run: oneAfterAnother(signal), close: async () => undefined };
  const pool = startPool<CountJob, CountedScheme>(new URL('./count-worker.js', import.meta.url), jobs, {
    toMessage: (job) => job,
    toAnswer: (message) => (isCountedScheme(message) ? { answer: message } : undefined),
    toReply: async () => {
      throw new TypeError('a counting worker asked for something');
    },
  });
  const aborted = whenAborted(signal);
  return { run: (job) => Promise.race([pool.run(job), aborted]), close: pool.close };
}

/** In this thread; between two jobs timers and signal handlers run. */
function oneAfterAnother(signal: AbortSignal | undefined): Counting['run'] {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const next = last.then(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal?.aborted) throw cancelled();
      return runCountJob(job);
    });
    last = next;
    return next;
  };
}

/** Never settles unless the signal fires. */
function whenAborted(signal: AbortSignal | undefined): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(cancelled());
    signal?.addEventListener('abort', () => reject(cancelled()), { once: true });
  });
  // it may fire when no job is waited for
  aborted.catch(() => undefined);
  return aborted;
}

function cancelled(): PqreadyError {
  return new PqreadyError('cancelled', 'the bench was cancelled');
}

function keyOf({ entry, algorithm }: Wanted): string {
  return `counts-${COUNTING}-${packageVersion()}-${entry.sha256.slice(0, 32)}-${algorithm}.json`;
}

/** What was kept, unless it is not whole: then it is counted again. */
function readKept(cache: Cache | undefined, wanted: Wanted): CountedScheme | undefined {
  const text = cache?.read(keyOf(wanted));
  if (text === undefined) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return isCountedScheme(kept) && kept.algorithm === wanted.algorithm ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isCountedScheme(value: unknown): value is CountedScheme {
  if (typeof value !== 'object' || value === null || !('algorithm' in value) || !('operations' in value)) return false;
  const { operations } = value;
  return Array.isArray(operations) && operations.length >= 2 && operations.every(isCountedOperation);
}

function isCountedOperation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'instructions' in value && Number.isSafeInteger(value.instructions);
}
