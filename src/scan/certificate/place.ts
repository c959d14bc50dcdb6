// Where a certificate or key stands, and the evidence that is said of that place.

import type { Evidence, Gap, GapReason, Grade, Location, Observation, Origin, Role } from '../../model/evidence.ts';

/** One place in one file. */
export interface Place {
  readonly location: Location;
  readonly origin: Origin;
  /** `binary` where the file is an image, `source` elsewhere */
  readonly grade: Grade;
  readonly format: 'pem' | 'der';
  readonly roleHint?: Role;
  /** how a person repeats it, where one command shows the same */
  readonly command?: string;
}

/** A fact at a place: it is there, decoded whole. */
export function toEvidence(place: Place, observed: Observation): Evidence {
  const { location, origin, grade, roleHint, command } = place;
  return {
    scanner: 'certificate',
    location,
    grade,
    confidence: 'certain',
    state: 'present',
    origin,
    observed,
    ...(roleHint === undefined ? {} : { roleHint }),
    ...(command === undefined ? {} : { command }),
  };
}

/** Something at a place that could not be read. */
export function toGap({ location }: Pick<Place, 'location'>, reason: GapReason, detail: string): Gap {
  return { scanner: 'certificate', location, reason, detail };
}
