// How the readers of this folder say what they found: places, states, the image that a file belongs to.

import type { Evidence, Gap, GapReason, Location, Observation, Role, State, Subject } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';

/** A line of a text, and where it begins in the bytes. */
export interface Place {
  readonly line: number;
  readonly offset: number;
}

/** What is said beside the observation. */
export interface Said extends Place {
  readonly state: State;
  /** `binary` where a linker tells what is in the image, `source` where a build tells what it was given, `observed` where a chip does */
  readonly grade: 'binary' | 'source' | 'observed';
  readonly confidence: 'certain' | 'likely';
  readonly origin?: 'dependency';
  readonly roleHint?: Role;
}

/** Evidence of a file of a build. */
export function toEvidence(entry: FileEntry, said: Said, observed: Observation): Evidence {
  const { line, offset, state, grade, confidence, origin, roleHint } = said;
  return {
    scanner: 'build',
    location: toLocation(entry, { line, offset }),
    grade,
    confidence,
    state,
    origin: origin ?? (entry.origin === 'first-party' ? 'generated' : entry.origin),
    observed,
    subject: toSubject(entry),
    ...(roleHint === undefined ? {} : { roleHint }),
  };
}

/** Something of a build that could not be read. */
export function toGap(entry: FileEntry, reason: GapReason, detail: string, place: Place = { line: 1, offset: 0 }): Gap {
  return { scanner: 'build', location: toLocation(entry, place), reason, detail };
}

function toLocation({ path }: FileEntry, { line, offset }: Place): Location {
  return { at: 'text', path, line, column: 1, offset };
}

const NOT_A_PART: ReadonlySet<string> = new Set(['build', 'zephyr', 'debug', 'release', 'out']);

// `build/mcuboot/zephyr/zephyr.map` is of mcuboot: sysbuild gives each image a folder of its name (Zephyr, "Sysbuild").
function toSubject({ path }: FileEntry): Subject {
  const folders = path.split('/').slice(0, -1);
  const part = folders.findLast((folder) => !NOT_A_PART.has(folder.toLowerCase()));
  return { part: part ?? path.slice(path.lastIndexOf('/') + 1) };
}
