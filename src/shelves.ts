// The profiles that ship with the package, read and checked.

import { parseFramework } from './catalog/framework.ts';
import { parsePolicy } from './catalog/policy.ts';
import { parseTarget } from './catalog/target.ts';
import { readShelf } from './io/package-files.ts';
import type { Framework, Policy } from './model/framework.ts';
import type { TargetProfile } from './model/target.ts';

/** `profiles/targets`, by code-point order of file names, as are the others. */
export function readTargets(): TargetProfile[] {
  return readShelf('targets').map(({ name, text }) => parseTarget(text, name));
}

/** `profiles/frameworks`. */
export function readFrameworks(): Framework[] {
  return readShelf('frameworks').map(({ name, text }) => parseFramework(text, name));
}

/** `profiles/policies`. */
export function readPolicies(): Policy[] {
  return readShelf('policies').map(({ name, text }) => parsePolicy(text, name));
}
