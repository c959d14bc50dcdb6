// Paths as the rest of the tool knows them: posix, relative to the scanned root, never leaving it.

import { PqreadyError } from '../model/errors.ts';

/** A relative path with forward slashes and no `.` segment; undefined where it is absolute, empty, or climbs out of its root. */
export function toInnerPath(path: string): string | undefined {
  const posix = path.replaceAll('\\', '/');
  if (posix.startsWith('/') || /^[A-Za-z]:/.test(posix) || posix.includes('\0')) return undefined;
  const segments = posix.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.length === 0 || segments.includes('..') ? undefined : segments.join('/');
}

/** As `toInnerPath`, for a path that the caller gave: throws `path-not-found`. */
export function requireInnerPath(path: string): string {
  const inner = toInnerPath(path);
  if (inner === undefined) throw new PqreadyError('path-not-found', `${path}: expected a path inside the scanned root`);
  return inner;
}
