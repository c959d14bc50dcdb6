// Checks the composed cost of signing against signatures emulated in full: the last N of the known paths, none of which the composition is
// made from, each compared with noble's bytes.
//   npm run -s bench:signing-composition -- [--isa v7em] [--build fast] [--messages 200]
// Prints one JSON object for each set; bench/results/signing-composition.json holds what it printed, with its date.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { composedCost, composeSigning } from '../src/measure/compose-signing.ts';
import { countSignature } from '../src/measure/kernel-count.ts';
import { openEmulated } from '../src/measure/kernel-emulated.ts';
import { findImage, KERNEL_BUILDS } from '../src/measure/kernel-manifest.ts';
import { nearestRank } from '../src/measure/quantiles.ts';
import { choosePaths, parsePaths } from '../src/measure/signing-paths.ts';
import type { KernelIsa } from '../src/model/target.ts';
import { ML_DSA_IDS, type MlDsaId } from '../src/pqc/parameter-sets.ts';

const IMAGES = 'bench/kernels/images';
const ISAS: readonly KernelIsa[] = ['v6m', 'v7m', 'v7em', 'rv32imc'];

const { values } = parseArgs({
  options: {
    isa: { type: 'string', default: 'v7em' },
    build: { type: 'string', default: 'fast' },
    messages: { type: 'string', default: '200' },
  },
});
const isa = ISAS.find((each) => each === values.isa);
const build = KERNEL_BUILDS.find((each) => each === values.build);
if (isa === undefined || build === undefined) throw new Error('expected --isa v6m|v7m|v7em|rv32imc and --build fast|small');
const entry = findImage(readFileSync(`${IMAGES}/manifest.json`, 'utf8'), isa, build);
for (const id of ML_DSA_IDS) process.stdout.write(`${JSON.stringify(compare(id))}\n`);

function compare(algorithm: MlDsaId): Readonly<Record<string, unknown>> {
  const kernels = openEmulated(readFileSync(`${IMAGES}/${entry.file}`), isa ?? 'v7em');
  const paths = parsePaths(readFileSync(`${IMAGES}/mldsa-signing-paths.json`, 'utf8'), algorithm);
  const composition = composeSigning(
    choosePaths(paths).map((path) => countSignature(kernels, algorithm, path)),
    paths,
  );
  const taken = paths.slice(-Number(values.messages));
  const counted = taken.map((path) => countSignature(kernels, algorithm, path).instructions);
  const composed = taken.map((path) => composedCost(composition, path));
  const errors = composed.map((value, index) => value / (counted[index] ?? Number.NaN) - 1);
  const share = (value: number): number => Number((100 * value).toFixed(2));
  const statistics = { mean, p50: quantile(0.5), p90: quantile(0.9), p99: quantile(0.99) };
  return {
    image: entry.file,
    sha256: entry.sha256,
    algorithm,
    signatures: taken.length,
    equalToNoble: counted.length,
    ...Object.fromEntries(
      Object.entries(statistics).map(([name, of]) => [
        name,
        { emulated: Math.round(of(counted)), composed: Math.round(of(composed)), errorPercent: share(of(composed) / of(counted) - 1) },
      ]),
    ),
    perSignaturePercent: { meanError: share(mean(errors.map(Math.abs))), worstError: share(Math.max(...errors.map(Math.abs))) },
  };
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, each) => sum + each, 0) / list.length;
}

function quantile(at: number): (list: readonly number[]) => number {
  return (list) =>
    nearestRank(
      [...list].sort((a, b) => a - b),
      at,
    ) ?? Number.NaN;
}
