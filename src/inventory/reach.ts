// How far what stands in a source file came: called in code that is compiled, compiled or linked in a library, or only present. What a build
// that the operator named leaves out is absent; a build that was found in the tree lowers a fact to `present` and takes none out, for it may
// be an old one, or one of several (docs/decisions/0021).

import type { Build, Linkage } from '../model/build.ts';
import type { Evidence, State } from '../model/evidence.ts';
import { folderOf } from './builds.ts';

/** The evidence of source files with the states that the builds give it. */
export function settleReach(evidence: readonly Evidence[], builds: readonly Build[]): readonly Evidence[] {
  if (builds.length === 0) return evidence;
  const reach = indexReach(builds);
  return evidence.map((item) => {
    // That a file includes a header says nothing of the library's own sources, and that it is left out says nothing against them.
    if (item.scanner !== 'source' || item.location.at !== 'text' || item.state === 'absent' || item.observed.kind === 'library')
      return item;
    const state = stateOf(item, reach(item.location.path));
    return state === item.state ? item : { ...item, state };
  });
}

/** What the builds say of a file. */
interface Said {
  readonly linkages: ReadonlySet<Linkage>;
  /** a build that the operator named says something of it: compiles it, or others in its folder */
  readonly named: boolean;
}

/** Undefined where no build says anything: a header, or a folder of which none compiles anything. */
type Reach = (path: string) => Said | undefined;

function indexReach(builds: readonly Build[]): Reach {
  const files = new Map<string, Set<Linkage>>();
  const folders = new Map<string, boolean>();
  for (const { compiled, named } of builds) {
    for (const [path, { linkage }] of compiled) {
      files.set(path, (files.get(path) ?? new Set()).add(linkage));
      const folder = folderOf(path);
      folders.set(folder, named || folders.get(folder) === true);
    }
  }
  return (path) => {
    const named = folders.get(folderOf(path));
    const linkages = files.get(path);
    if (named === undefined || (linkages === undefined && !isTranslationUnit(path))) return undefined;
    return { linkages: linkages ?? new Set(), named };
  };
}

function isTranslationUnit(path: string): boolean {
  return /\.(?:c|cc|cpp|cxx|c\+\+|m|mm)$/i.test(path);
}

function stateOf(item: Evidence, said: Said | undefined): State {
  if (said === undefined) return item.state;
  if (said.linkages.has('linked')) return kept(item, 'linked');
  if (said.linkages.has('unknown')) return kept(item, 'compiled');
  if (said.named) return 'absent';
  return said.linkages.has('discarded') && item.origin !== 'dependency' ? lowered(item, 'compiled') : lowered(item, 'present');
}

// A product calls what its own code calls; what a library calls inside is part of the product by being in the build. Under a condition that
// nobody decided it may be or not.
function kept({ state, origin, observed }: Evidence, reached: 'compiled' | 'linked'): State {
  if ('condition' in observed && observed.condition !== undefined) return origin === 'dependency' ? 'present' : state;
  return origin === 'dependency' || state === 'present' ? reached : state;
}

function lowered({ state }: Evidence, reached: 'compiled' | 'present'): State {
  return state === 'called' ? reached : state;
}
