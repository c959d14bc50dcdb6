// The door `pqready/bench`: what post-quantum operations cost on this machine.

import { chooseTarget } from '../catalog/choose-targets.ts';
import { parseMeasurementFile } from '../catalog/measurement.ts';
import { nodeCrypto } from '../io/node-crypto.ts';
import { readOperatorFile } from '../io/operator-file.ts';
import { shippedVectors } from '../io/package-files.ts';
import { requireVectorText } from '../io/vector-files.ts';
import { findLmsCase } from '../measure/host/lms-case.ts';
import { benchHost as bench, type HostBench, type HostBenchOptions } from '../measure/host.ts';
import type { MeasurementFile } from '../model/measurement.ts';
import { readTargets } from '../shelves.ts';

export { HOST_ALGORITHMS, toHostAlgorithms } from '../measure/host/algorithms.ts';
export type { Heap } from '../measure/host/allocation.ts';
export type { HostAlgorithmFacts, HostBench, HostBenchOptions, HostRatio } from '../measure/host.ts';
export type { BoardMeasurement, HostMeasurement, Measurement, MeasurementFile, Statistic } from '../model/measurement.ts';
export type { CryptoProvider, HostAlgorithm } from '../model/provider.ts';
export { benchElf, type ElfBench, type ElfBenchOptions } from './bench-elf.ts';
export { type BoardBuild, type BoardForm, type EmitOptions, emitBoardProject } from './bench-emit.ts';
export {
  anchorsOf,
  BOARD_LOG_FORMATS,
  type ImportedLog,
  type ImportOptions,
  importBoardLog,
  type LogMetadata,
  type NeededFact,
} from './bench-import.ts';
export {
  benchTarget,
  type KernelBuild,
  type RowCycles,
  type SigningBasis,
  type TargetBench,
  type TargetBenchOptions,
  type TargetBuild,
  type TargetRow,
} from './bench-target.ts';

const LMS = 'lms-sigver.json.gz';

/**
 * Times the reference operations on this machine, by default beside what node:crypto of this process can do. Throws `cancelled` when the
 * signal fires, and an error instead of a figure where a result was wrong.
 */
export async function benchHost(options: HostBenchOptions): Promise<HostBench> {
  const wantsLms = options.algorithms?.includes('lms') === true && options.stateful === undefined;
  return bench({
    providers: [nodeCrypto()],
    ...(wantsLms ? { stateful: findLmsCase({ name: LMS, prompt: requireVectorText(`${shippedVectors().folder}/${LMS}`) }) } : {}),
    ...options,
  });
}

/** Figures that a bench printed with --json. Throws `path-not-found`, and `bad-profile` with every problem. */
export function readMeasurementFile(path: string): MeasurementFile {
  const file = readOperatorFile(path, 'a file of measurements');
  return parseMeasurementFile(file.text, file.path);
}

/** Checks the id of a target. Throws `unknown-id` with the nearest. */
export function requireTargetId(id: string): void {
  chooseTarget(readTargets(), id);
}
