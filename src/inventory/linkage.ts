// How far each compiled file came, by the maps of its build: an object is in the image, or the linker kept nothing of it, or the maps do not
// tell. GNU ld lists what it discards and which archives it opened; a member that nobody asked for is in neither list of objects.

import type { CompiledFile, Linkage, LinkPart } from '../model/build.ts';

/** Tells of one compiled file how far it came. */
export type Linkages = (file: CompiledFile) => Linkage;

/** Objects of the maps under the last segment of their names. */
interface Member {
  /** the archive's name without its folder, '' for an object that stands alone */
  readonly archive: string;
  readonly path: string;
  readonly linked: boolean;
}

/** Reads the maps of one build. */
export function startLinkages(maps: readonly LinkPart[], files: readonly CompiledFile[]): Linkages {
  if (maps.length === 0) return () => 'unknown';
  const members = indexMembers(maps);
  const archives = new Set(maps.flatMap((map) => [...map.archives.map(lastOf), ...archivesOf(map)]));
  const exact = maps.every((map) => map.exact);
  const counts = new Map<string, number>();
  for (const file of files) for (const name of objectNames(file)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (file) => {
    const names = objectNames(file);
    const met = names.flatMap((name) => members.get(name) ?? []);
    const archive = archiveOf(file);
    const own = met.filter((member) => member.archive === archive || isSamePath(member.path, file.object));
    const telling = own.length > 0 ? own : met.filter((member) => archive === undefined || member.archive === '' || !archives.has(archive));
    if (telling.length > 0) return toLinkage(telling, exact, own.length > 0 || names.every((name) => counts.get(name) === 1));
    return exact && archive !== undefined && archives.has(archive) ? 'discarded' : 'unknown';
  };
}

// Two sources may make objects of one name: then only what all of them share is told.
function toLinkage(members: readonly Member[], exact: boolean, isSure: boolean): Linkage {
  const linked = members.filter((member) => member.linked).length;
  if (linked === members.length || (linked > 0 && isSure)) return 'linked';
  return linked === 0 && exact ? 'discarded' : 'unknown';
}

function indexMembers(maps: readonly LinkPart[]): ReadonlyMap<string, readonly Member[]> {
  const index = new Map<string, Member[]>();
  const add = (object: string, linked: boolean): void => {
    const { archive, path } = splitObject(object);
    const name = lastOf(path);
    const member = { archive: lastOf(archive), path, linked };
    const named = index.get(name);
    if (named === undefined) index.set(name, [member]);
    else named.push(member);
  };
  const kept = new Set(maps.flatMap((map) => map.linked));
  for (const object of kept) add(object, true);
  // What one image of a build left out, a later link of the same build may keep.
  for (const object of new Set(maps.flatMap((map) => map.discarded))) if (!kept.has(object)) add(object, false);
  return index;
}

function archivesOf(map: LinkPart): readonly string[] {
  return [...map.linked, ...map.discarded].flatMap((object) => {
    const { archive } = splitObject(object);
    return archive === '' ? [] : [lastOf(archive)];
  });
}

function splitObject(object: string): { readonly archive: string; readonly path: string } {
  const posix = object.replaceAll('\\', '/');
  const open = posix.endsWith(')') ? posix.lastIndexOf('(') : -1;
  return open < 0 ? { archive: '', path: posix } : { archive: posix.slice(0, open), path: posix.slice(open + 1, -1) };
}

/** Names that compilers give to the object of a source. */
function objectNames({ source, object }: CompiledFile): readonly string[] {
  if (object !== undefined) return [lastOf(object)];
  const name = lastOf(source);
  const stem = name.replace(/\.[^.]{1,10}$/, '');
  return [`${name}.obj`, `${name}.o`, `${stem}.o`, `${stem}.obj`];
}

/** CMake puts the objects of a target `t` below `CMakeFiles/t.dir/`, and a static library of it is called libt.a. */
function archiveOf({ object = '' }: CompiledFile): string | undefined {
  const target = /(?:^|\/)CMakeFiles\/([^/]{1,200})\.dir\//.exec(object)?.[1];
  return target === undefined ? undefined : `lib${target}.a`;
}

function isSamePath(path: string, object: string | undefined): boolean {
  return object !== undefined && path.includes('/') && (path === object || path.endsWith(`/${object}`) || object.endsWith(`/${path}`));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
