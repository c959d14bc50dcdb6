// How far what stands in a source file came: called in code that is compiled, compiled or linked in a library, or only present. What a build
// that the operator named leaves out is absent; a build that was found in the tree lowers a fact to `present` and takes none out, for it may
// be an old one, or one of several (docs/decisions/0021).

import type { Build, Linkage } from '../model/build.ts';
import type { Evidence, State } from '../model/evidence.ts';
import { folderOf } from './builds.ts';

/** The evidence of source files with the states that the builds give it. */
export function settleReach(evidence: readonly Evidence[], builds: readonly Build[]): readonly Evidence[] {
  if (builds.length === 0) return evidence;
  const reaches = builds.map(toReach);
  return evidence.map((item) => {
    // That a file includes a header says nothing of the library's own sources, and that it is left out says nothing against them.
    if (item.scanner !== 'source' || item.location.at !== 'text' || item.state === 'absent' || item.observed.kind === 'library')
      return item;
    const { path } = item.location;
    const state = stateOf(
      item,
      reaches.flatMap((reach) => reach(path) ?? []),
    );
    return state === item.state ? item : { ...item, state };
  });
}

/** What one build says of a file. */
interface Said {
  readonly linkage: Linkage | 'not-compiled';
  readonly named: boolean;
}

/** Undefined where the build says nothing: a header, or a folder of which it compiles nothing. */
type Reach = (path: string) => Said | undefined;

function toReach({ compiled, named }: Build): Reach {
  const folders = new Set([...compiled.keys()].map(folderOf));
  return (path) => {
    const as = compiled.get(path);
    if (as !== undefined) return { linkage: as.linkage, named };
    return folders.has(folderOf(path)) && isTranslationUnit(path) ? { linkage: 'not-compiled', named } : undefined;
  };
}

function isTranslationUnit(path: string): boolean {
  return /\.(?:c|cc|cpp|cxx|c\+\+|m|mm)$/i.test(path);
}

function stateOf(item: Evidence, said: readonly Said[]): State {
  if (said.length === 0) return item.state;
  const linkages = new Set(said.map(({ linkage }) => linkage));
  if (linkages.has('linked')) return kept(item, 'linked');
  if (linkages.has('unknown')) return kept(item, 'compiled');
  if (said.some(({ named }) => named)) return 'absent';
  return linkages.has('discarded') && item.origin !== 'dependency' ? lowered(item, 'compiled') : lowered(item, 'present');
}

// A product calls what its own code calls; what a library calls inside is part of the product by being in the build.
function kept({ state, origin }: Evidence, reached: 'compiled' | 'linked'): State {
  return origin === 'dependency' || state === 'present' ? reached : state;
}

function lowered({ state }: Evidence, reached: 'compiled' | 'present'): State {
  return state === 'called' ? reached : state;
}
