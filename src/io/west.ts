// The projects of a west workspace that stands in the scanned tree: other people's code, as the manifest says. What it names outside of the
// root is not looked at.

import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readWestConfig, readWestProjects, type WestProject } from '../formats/west.ts';
import { toInnerPath } from './paths.ts';
import { readHeadSync } from './read.ts';

const MAX_BYTES = 256 * 1024;

/** Folders of projects, relative to `top` (the absolute folder that holds .west), without the manifest repository itself. */
export function findWestProjects(top: string): ReadonlySet<string> {
  const config = readWestConfig(readInside(top, '.west/config') ?? '');
  const manifest = config === undefined ? undefined : toInnerPath(config.path);
  if (config === undefined || manifest === undefined) return new Set();
  const own = projectsOf(top, manifest, config.file);
  const imported = own.flatMap(({ path, imports }) => (imports === undefined ? [] : projectsOf(top, path, imports)));
  const folders = [...own, ...imported].flatMap(({ path }) => toInnerPath(path) ?? []);
  return new Set(folders.filter((folder) => folder !== manifest && !manifest.startsWith(`${folder}/`)));
}

function projectsOf(top: string, folder: string, file: string): readonly WestProject[] {
  return readWestProjects(readInside(top, `${folder}/${file}`) ?? '');
}

/** A small file below the folder; undefined where there is none, or where links lead out. */
function readInside(top: string, path: string): string | undefined {
  const inner = toInnerPath(path);
  if (inner === undefined) return undefined;
  try {
    const real = realpathSync(join(top, inner));
    if (!real.startsWith(realpathSync(top) + sep)) return undefined;
    return new TextDecoder().decode(readHeadSync(real, MAX_BYTES));
  } catch {
    return undefined; // a workspace without a readable manifest has no known projects
  }
}
