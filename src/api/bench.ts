// The door `pqready/bench`: what post-quantum operations cost on this machine.

import type { HostAlgorithm } from '../measure/host.ts';
import { PqreadyError } from '../model/errors.ts';
import { ML_DSA_IDS, ML_KEM_IDS } from '../pqc/parameter-sets.ts';

export { benchHost, type HostAlgorithm, type HostBenchOptions } from '../measure/host.ts';
export type { HostMeasurement, Measurement } from '../model/measurement.ts';

/** Checks names; none given means all six. Throws `unknown-id`. */
export function toHostAlgorithms(names: readonly string[]): readonly HostAlgorithm[] {
  const known: readonly HostAlgorithm[] = [...ML_KEM_IDS, ...ML_DSA_IDS];
  if (names.length === 0) return known;
  return names.map((name) => {
    const found = known.find((id) => id === name.toLowerCase());
    if (found === undefined) throw new PqreadyError('unknown-id', `--algorithm: expected one of ${known.join(', ')}, got "${name}"`);
    return found;
  });
}
