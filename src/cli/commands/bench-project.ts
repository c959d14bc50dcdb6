// `pqready bench project ID`: what ML-KEM and ML-DSA would cost there, as intervals.

import type { Projection } from '../../index.ts';
import { EXIT } from '../exit.ts';
import { note, result, toTable } from '../print.ts';

interface BenchProjectOptions {
  readonly anchor?: string;
  readonly class?: 'assembly' | 'c' | 'low-ram';
  readonly json?: boolean;
}

/** Runs it. Nothing projected is "cannot judge". */
export async function runBenchProject(id: string, options: BenchProjectOptions): Promise<void> {
  const { projectTarget } = await import('../../index.ts');
  const projection = projectTarget(id, {
    ...(options.anchor === undefined ? {} : { anchors: options.anchor }),
    ...(options.class === undefined ? {} : { class: options.class }),
  });
  if (projection.operations.length === 0) process.exitCode = EXIT.cannotJudge;
  if (options.json === true) return result(JSON.stringify({ schemaVersion: 1, ...projection }, null, 2));
  if (projection.operations.length > 0) result(toTable(HEAD, projection.operations.map(toRow)));
  for (const { code, detail } of projection.refusals) note(`${code}: ${detail}`);
  note(`${projection.target}, ${toImplementation(projection)}: projected, tier ${projection.tier}: ${TIERS[projection.tier]}`);
}

const HEAD = ['ALGORITHM', 'OPERATION', 'CYCLES', '80 % FROM', 'TO', 'MS', 'FROM', 'TO'];

const TIERS: Readonly<Record<Projection['tier'], string>> = {
  A: 'three or more operations measured on this board, or both probes',
  B: 'one or two operations measured on this board, or one probe',
  C: 'nothing measured on this board; core and class are known from other boards',
  D: 'nothing measured on this board, and core or class is not known from others: an interval and no figure',
};

function toImplementation({ implementation, anchors }: Projection): string {
  return `${implementation.name} (${implementation.class}), ${anchors} ${anchors === 1 ? 'anchor' : 'anchors'}`;
}

function toRow({ algorithm, operation, cycles, lowCycles, highCycles, timeUs }: Projection['operations'][number]): readonly string[] {
  const ms = (us: number | undefined): string => (us === undefined ? '' : (us / 1000).toFixed(us < 10_000 ? 2 : 1));
  return [
    algorithm,
    operation,
    String(cycles ?? ''),
    String(lowCycles),
    String(highCycles),
    ms(timeUs?.value),
    ms(timeUs?.low),
    ms(timeUs?.high),
  ];
}
