// The profiles that ship with the package, read and checked, with the operator's own packs beside them.

import { parsePacks } from './catalog/packs.ts';
import { parseTarget } from './catalog/target.ts';
import { readPackFolder } from './io/pack-files.ts';
import { readShelf } from './io/package-files.ts';
import type { Packs } from './model/framework.ts';
import type { TargetProfile } from './model/target.ts';

/** `profiles/targets`, by code-point order of file names, as are the packs. */
export function readTargets(): TargetProfile[] {
  return readShelf('targets').map(({ name, text }) => parseTarget(text, name));
}

/** `profiles/frameworks` and `profiles/policies`; the packs of `folder`, which the operator names, follow. Throws `bad-profile`, `path-not-found`. */
export function readPacks(folder?: string): Packs {
  const shipped = { frameworks: readShelf('frameworks'), policies: readShelf('policies') };
  return parsePacks(shipped, folder === undefined ? undefined : readPackFolder(folder));
}
