// A user's own firmware, counted on a target instruction by instruction.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chooseTarget } from '../catalog/choose-targets.ts';
import { EmulationError } from '../emulate/trap.ts';
import { readKernelText } from '../io/kernel-files.ts';
import { readOperatorBytes } from '../io/operator-file.ts';
import { findEmulatedIsa, openElf } from '../measure/elf-kernels.ts';
import { type ElfBench, toElfBench } from '../measure/elf-target.ts';
import { countScheme } from '../measure/kernel-count.ts';
import { operationsOf } from '../measure/kernel-manifest.ts';
import { parsePaths } from '../measure/signing-paths.ts';
import { PqreadyError } from '../model/errors.ts';
import type { Operation } from '../model/measurement.ts';
import { isMlDsaId, isMlKemId, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';
import { readTargets } from '../shelves.ts';

export type { ElfBench } from '../measure/elf-target.ts';
export type { Figures } from '../measure/figures.ts';

export interface ElfBenchOptions {
  readonly target: string;
  /** `ml-kem-512` … `ml-dsa-87` */
  readonly algorithm: string;
  /** `encaps=crypto_kem_enc` */
  readonly operations: readonly string[];
  /** the build's source of random bytes; `randombytes` where absent */
  readonly random?: string;
  /** instructions after which one call is given up; 10⁹ where absent */
  readonly budget?: number;
}

const DEFAULT_BUDGET = 1e9;

/**
 * Counts functions of an ELF file by their symbols; each result is compared with noble's for the same seeds before its count is kept. Throws
 * `path-not-found`, `unknown-id`, `usage`, `not-countable` for a target without an interpreter, and `bad-input` where the build is broken, of
 * another instruction set, without a named symbol, does not end, or gives a wrong result.
 */
export function benchElf(path: string, options: ElfBenchOptions): ElfBench {
  const profile = chooseTarget(readTargets(), options.target);
  const isa = findEmulatedIsa(profile.isa);
  if (isa === undefined)
    throw new PqreadyError(
      'not-countable',
      `${profile.id}: no interpreter for ${profile.core} (${profile.isa}); figures of your own board go to pqready assess --measurements FILE`,
    );
  const algorithm = requireAlgorithm(options.algorithm);
  const symbols = parseOperations(options.operations, algorithm);
  const { name, bytes } = readOperatorBytes(path, 'an ELF file');
  const contract = { isa, symbols, random: options.random ?? 'randombytes', budget: options.budget ?? DEFAULT_BUDGET };
  const paths = isMlDsaId(algorithm) ? parsePaths(readKernelText('mldsa-signing-paths.json'), algorithm) : [];
  return orBadInput(name, () => {
    const kernels = openElf(bytes, contract);
    const scheme = countScheme(kernels, algorithm, paths, [...symbols.keys()]);
    return toElfBench(profile, { file: name, sha256: bytesToHex(sha256(bytes)), scheme, marked: kernels.marked });
  });
}

/** What goes wrong in the build is the build's: an error with its address, never a figure. */
function orBadInput<T>(name: string, count: () => T): T {
  try {
    return count();
  } catch (error) {
    if (error instanceof EmulationError || (error instanceof Error && error.message.endsWith('so there is no figure')))
      throw new PqreadyError('bad-input', `${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

function requireAlgorithm(id: string): MlKemId | MlDsaId {
  const name = id.toLowerCase();
  if (isMlKemId(name) || isMlDsaId(name)) return name;
  throw new PqreadyError('unknown-id', `--algorithm: expected ml-kem-512 … ml-kem-1024 or ml-dsa-44 … ml-dsa-87, got "${id}"`);
}

function parseOperations(pairs: readonly string[], algorithm: MlKemId | MlDsaId): ReadonlyMap<Operation, string> {
  const known = operationsOf(algorithm);
  const parsed = pairs.map((pair): readonly [Operation, string] => {
    const [, operation = '', symbol = ''] = /^([a-z]+)=([\w.$]+)$/.exec(pair) ?? [];
    const found = known.find((each) => each === operation);
    if (found === undefined)
      throw new PqreadyError('usage', `--op: expected ${known.map((each) => `${each}=SYMBOL`).join(', ')} for ${algorithm}, got "${pair}"`);
    return [found, symbol];
  });
  if (parsed.length === 0)
    throw new PqreadyError('usage', `--op: expected at least one of ${known.map((each) => `${each}=SYMBOL`).join(', ')}`);
  return new Map(parsed);
}
