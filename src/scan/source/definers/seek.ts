// Which files may call a function of another file: files of the same language, the nearest first, in which its name stands before a
// bracket. Whether they mean that function is found when they say what they bring in.

import type { HandingFunction } from '../../../model/reference.ts';
import type { Seeking } from '../../../model/world.ts';
import { type Prefilter, toPrefilter } from '../../prefilter.ts';
import { type DialectName, dialectOf } from './dialect.ts';

const MOST_NAMES = 1000;

/** Kotlin and Java call each other's functions. */
function familyOf(path: string): DialectName | undefined {
  const name = dialectOf(path)?.name;
  return name === 'kotlin' ? 'java' : name;
}

interface Named {
  readonly prefilter: Prefilter;
  readonly functions: readonly HandingFunction[];
}

/** Finds the callers of functions by the path of their file. */
export function seekCallers(offered: ReadonlyMap<string, readonly HandingFunction[]>, paths: readonly string[]): Seeking {
  const byFamily = new Map<DialectName, HandingFunction[]>();
  for (const [path, functions] of offered) {
    const family = familyOf(path);
    if (family !== undefined) byFamily.set(family, [...(byFamily.get(family) ?? []), ...functions]);
  }
  const named = new Map([...byFamily].map(([family, functions]) => [family, toNamed(functions)] as const));
  return {
    paths: nearestFirst(
      paths.filter((path) => {
        const family = familyOf(path);
        return family !== undefined && named.has(family);
      }),
      offered,
    ),
    watch: (path, bytes) => {
      const family = familyOf(path);
      const known = family === undefined ? undefined : named.get(family);
      if (known === undefined) return [];
      const hits = known.prefilter(bytes);
      const called = known.functions.filter(({ name }) => writtenAs(name).some((literal) => hits.has(literal)));
      return [...new Set(called.flatMap(({ name, owner }) => (owner === undefined ? [name] : [name, owner])))];
    },
  };
}

function toNamed(functions: readonly HandingFunction[]): Named {
  const some = functions.slice(0, MOST_NAMES);
  return { functions: some, prefilter: toPrefilter(some.flatMap(({ name }) => writtenAs(name))) };
}

function writtenAs(name: string): readonly string[] {
  return [`${name}(`, `${name} (`];
}

// By how many folders they share with a file that offers something.
function nearestFirst(paths: readonly string[], offered: ReadonlyMap<string, readonly HandingFunction[]>): readonly string[] {
  const folders = new Set([...offered.keys()].flatMap(foldersOf));
  const depths = new Map(paths.map((path) => [path, foldersOf(path).filter((folder) => folders.has(folder)).length] as const));
  return [...paths].sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
