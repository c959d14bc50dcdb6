// From the paths of the machine that built to the paths of the workspace, without that machine.

import { compareText } from '../model/order.ts';

/** What paths may be laid over. */
export interface Ground {
  /** paths of the workspace's source files */
  readonly sources: readonly string[];
  /** the workspace's own answer; where it knows any, no other is looked for */
  readonly place?: (absolute: string) => string | undefined;
  /** the paths that are placed have no extensions */
  readonly byStem?: boolean;
}

/** The workspace's path of a machine's path; undefined for what the workspace does not hold. */
export type Placing = (absolute: string) => string | undefined;

/** How the paths of one build are placed. */
export function toPlacing(absolutes: readonly string[], { sources, place, byStem = false }: Ground): Placing {
  if (place !== undefined && absolutes.some((path) => place(path) !== undefined)) return place;
  const index = indexSources(sources, byStem);
  const lays = toLays(absolutes, index);
  return (absolute) => {
    for (const { machine, workspace } of lays) {
      if (!absolute.startsWith(`${machine}/`)) continue;
      const found = index.byKey.get(workspace + absolute.slice(machine.length + 1));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

interface SourceIndex {
  /** a path, without its extension where stems are asked for, and the whole path */
  readonly byKey: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const MOST_NAMESAKES = 32;

function indexSources(sources: readonly string[], byStem: boolean): SourceIndex {
  const byKey = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const path of sources) {
    const key = byStem ? path.replace(/\.[^./]{1,10}$/, '') : path;
    byKey.set(key, path);
    const name = key.slice(key.lastIndexOf('/') + 1);
    const named = byName.get(name);
    if (named === undefined) byName.set(name, [key]);
    else if (named.length < MOST_NAMESAKES) named.push(key);
  }
  return { byKey, byName };
}

/** A folder of the machine, without a slash at its end, and where it lies in the workspace: '' or 'a/'. */
interface Lay {
  readonly machine: string;
  readonly workspace: string;
}

const MOST_LAYS = 64;
const MOST_VOTES = 20_000;

// Each pair of a machine's path and a workspace's path that end alike speaks for one lay; a lay holds where at least half of what stands below
// the machine's folder is there in the workspace.
function toLays(absolutes: readonly string[], index: SourceIndex): readonly Lay[] {
  const votes = new Map<string, { readonly lay: Lay; count: number }>();
  for (const absolute of absolutes) {
    for (const path of index.byName.get(absolute.slice(absolute.lastIndexOf('/') + 1)) ?? []) {
      const lay = layOf(absolute, path);
      const key = `${lay.machine}\u0000${lay.workspace}`;
      const vote = votes.get(key);
      if (vote !== undefined) vote.count++;
      else if (votes.size < MOST_VOTES) votes.set(key, { lay, count: 1 });
    }
  }
  const order = (a: Lay, b: Lay): number => compareText(a.machine, b.machine) || compareText(a.workspace, b.workspace);
  const strongest = [...votes.values()].sort((a, b) => b.count - a.count || order(a.lay, b.lay)).slice(0, MOST_LAYS);
  return strongest.map(({ lay }) => lay).filter((lay) => isFitting(absolutes, lay, index));
}

function isFitting(absolutes: readonly string[], { machine, workspace }: Lay, { byKey }: SourceIndex): boolean {
  const below = absolutes.filter((path) => path.startsWith(`${machine}/`));
  return below.filter((path) => byKey.has(workspace + path.slice(machine.length + 1))).length * 2 >= below.length;
}

function layOf(absolute: string, path: string): Lay {
  const [far, near] = [absolute.split('/'), path.split('/')];
  let same = 0;
  while (same < near.length && same < far.length - 1 && far.at(-1 - same) === near.at(-1 - same)) same++;
  const workspace = near.slice(0, near.length - same).join('/');
  return { machine: far.slice(0, far.length - same).join('/'), workspace: workspace === '' ? '' : `${workspace}/` };
}
