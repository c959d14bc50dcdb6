// What ML-KEM and ML-DSA would cost on a target, projected from what was measured there and from published figures of other boards.

import { parseAnchors } from '../catalog/anchors.ts';
import { chooseTarget } from '../catalog/choose-targets.ts';
import { parseProjectionCalibration } from '../catalog/projection-calibration.ts';
import { project } from '../cost/projection.ts';
import { readOperatorFile } from '../io/operator-file.ts';
import { readShelf } from '../io/package-files.ts';
import type { ProjectionCalibration } from '../model/calibration.ts';
import { PqreadyError } from '../model/errors.ts';
import type { Anchors, Projection } from '../model/projection.ts';
import type { TargetProfile } from '../model/target.ts';
import { readTargets } from '../shelves.ts';

export type { Anchors, Projection, ProjectionTier } from '../model/projection.ts';

export interface ProjectOptions {
  /** path of an anchor file (docs/benchmarks.md) */
  readonly anchors?: string;
  /** class of the implementation where there are no anchors; C where absent */
  readonly class?: 'assembly' | 'c' | 'low-ram';
}

/** Projects onto a target. Throws `unknown-id`, `path-not-found`, `bad-profile`, and `bad-input` for anchors of another board. */
export function projectTarget(id: string, options: ProjectOptions = {}): Projection {
  const target = chooseTarget(readTargets(), id);
  if (options.anchors === undefined) return project({ target, class: options.class ?? 'c' }, readCalibration());
  const { path, text } = readOperatorFile(options.anchors, 'an anchor file');
  const anchors = parseAnchors(text, path);
  requireBoard(target, anchors, path);
  const named = options.class === undefined ? anchors : { ...anchors, class: options.class };
  return project({ target, anchors: named }, readCalibration());
}

/** What another board took is a published figure there, not an anchor here. */
function requireBoard(target: TargetProfile, { board }: Anchors, path: string): void {
  const name = board.toLowerCase();
  if (name === target.id || target.matches.includes(name)) return;
  const names = [target.id, ...target.matches].slice(0, 6).join(', ');
  throw new PqreadyError('bad-input', `${path}: board: expected a name of ${target.id} (${names}), got "${board}"`);
}

function readCalibration(): ProjectionCalibration {
  const file = readShelf('calibration').find(({ name }) => name === 'calibration/projection.json');
  if (file === undefined) throw new Error('profiles/calibration/projection.json is missing from the package');
  return parseProjectionCalibration(file.text, file.name);
}
