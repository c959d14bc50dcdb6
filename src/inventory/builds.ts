// From what the files of builds tell to builds over the paths of the workspace. A build that ran on this machine is placed by the workspace; of
// one that ran elsewhere (a container, a build server) the paths are laid over those of the workspace where most of them fit.

import type { Build, BuildPart, CommandsPart, Compiled, CompiledFile, Linkage, LinkPart, MacrosPart } from '../model/build.ts';
import { compareText } from '../model/order.ts';
import { type Linkages, startLinkages } from './linkage.ts';
import { toPlacing } from './placing.ts';

/** What a scan learned of builds. */
export interface BuildInput {
  readonly parts: readonly BuildPart[];
  /** paths of the workspace's source files */
  readonly sources: readonly string[];
  /** how the paths in folders begin that the operator named */
  readonly named: readonly string[];
  /** the workspace's own way from a machine's path to its own */
  readonly place?: (absolute: string) => string | undefined;
}

/** The builds, in the order of their folders. */
export function toBuilds(input: BuildInput): readonly Build[] {
  const commands = input.parts.filter((part) => part.kind === 'commands');
  const maps = input.parts.filter((part) => part.kind === 'link');
  const folders = commands.map(({ path }) => folderOf(path));
  const linkedApart = maps.filter(({ path }) => deepest(folders, path) === undefined);
  const compiled = commands.map((part) =>
    toBuild(part, { ...input, maps: maps.filter(({ path }) => deepest(folders, path) === folderOf(part.path)) }),
  );
  return [...compiled, ...linkedApart.flatMap((part) => toLinkedBuild(part, input))].sort((a, b) => compareText(a.commands, b.commands));
}

/** '' or 'a/b/': the folder of a path. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The deepest of some folders that holds a path. */
export function deepest(folders: readonly string[], path: string): string | undefined {
  return folders
    .filter((folder) => path.startsWith(folder))
    .reduce<string | undefined>((best, folder) => (best === undefined || folder.length > best.length ? folder : best), undefined);
}

interface Input extends BuildInput {
  readonly maps: readonly LinkPart[];
}

function toBuild(part: CommandsPart, { sources, named, place, maps }: Input): Build {
  const placing = toPlacing(
    part.files.map(({ source }) => source),
    { sources, ...(place === undefined ? {} : { place }) },
  );
  const macros = part.macroSets.map((set) => new Map(set.map(({ name, value }) => [name, value])));
  const linkages = startLinkages(maps, part.files);
  const compiled = new Map<string, Compiled>();
  let elsewhere = 0;
  for (const file of part.files) {
    const path = placing(file.source);
    if (path === undefined) elsewhere++;
    else compiled.set(path, farther(compiled.get(path), { linkage: linkages(file), macros: macros[file.macroSet] ?? new Map() }));
  }
  return { folder: folderOf(part.path), named: isNamed(part.path, named), commands: part.path, compiled, elsewhere };
}

const DISTANCES: readonly Linkage[] = ['discarded', 'unknown', 'linked'];

// Compiled twice, a file is there with the farthest it came; of its macros only those hold that both commands define alike.
function farther(held: Compiled | undefined, next: Compiled): Compiled {
  if (held === undefined) return next;
  const linkage = DISTANCES.indexOf(held.linkage) >= DISTANCES.indexOf(next.linkage) ? held.linkage : next.linkage;
  const alike =
    held.macros === next.macros ? held.macros : new Map([...held.macros].filter(([name, value]) => next.macros.get(name) === value));
  return { linkage, macros: alike };
}

function isNamed(path: string, named: readonly string[]): boolean {
  return named.some((build) => path.startsWith(build));
}

// A managed build of an IDE leaves no database: its map names the objects by the paths of their sources.
function toLinkedBuild(part: LinkPart, { parts, sources, named }: BuildInput): readonly Build[] {
  const files = [...part.linked, ...part.discarded].flatMap((object): readonly CompiledFile[] => {
    const source = sourceOf(object);
    return source === undefined ? [] : [{ source, object, macroSet: 0 }];
  });
  const placing = toPlacing(
    files.map(({ source }) => source),
    { sources, byStem: true },
  );
  const linkages: Linkages = startLinkages([part], files);
  const macros = macrosBeside(part, parts);
  const compiled = new Map<string, Compiled>();
  for (const file of files) {
    const path = placing(file.source);
    if (path !== undefined) compiled.set(path, farther(compiled.get(path), { linkage: linkages(file), macros }));
  }
  return compiled.size === 0
    ? []
    : [{ folder: folderOf(part.path), named: isNamed(part.path, named), commands: part.path, compiled, elsewhere: 0 }];
}

// The project file stands beside the folder of each configuration: `.cproject` and `Debug/lamp.map`.
function macrosBeside({ path }: LinkPart, parts: readonly BuildPart[]): ReadonlyMap<string, string> {
  const isOwn = (part: MacrosPart): boolean => `${folderOf(part.path)}${part.configuration}/` === folderOf(path);
  const own = parts.filter((part) => part.kind === 'macros').find(isOwn);
  return new Map((own?.macros ?? []).map(({ name, value }) => [name, value]));
}

/** `./Middlewares/mbedTLS/library/aes.o` is made of a source of that stem; an archive's member tells no folder. */
function sourceOf(object: string): string | undefined {
  const [, path] = /^(?:\.\.?\/)*([^()]{1,400})\.(?:o|obj)$/.exec(object.replaceAll('\\', '/')) ?? [];
  return path === undefined || !path.includes('/') ? undefined : `/${path.replace(/^\/|^[A-Za-z]:\//, '')}`;
}
