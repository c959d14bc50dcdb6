// The self-test as a record that a lab keeps and a report cites.

import { parseQualification } from '../catalog/qualification.ts';
import { readOperatorFile } from '../io/operator-file.ts';
import { packageVersion } from '../io/package-files.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { Qualification, QualificationCitation, QualificationEnvironment } from '../model/qualification.ts';
import { qualify } from '../qualify.ts';
import { runShippedVectors } from './vectors.ts';

export type { Qualification, QualificationCitation, QualificationEnvironment } from '../model/qualification.ts';

export interface QualificationOptions {
  readonly date: IsoDate;
  readonly environment: QualificationEnvironment;
  readonly signal?: AbortSignal;
  /** told now and then how many vector cases were run */
  readonly onProgress?: (cases: number) => void;
}

/** Runs the shipped vectors and the scanner's golden set. Throws `cancelled` when the signal fires. */
export async function qualifyTool({ date, environment, ...run }: QualificationOptions): Promise<Qualification> {
  const { implementation, verdict, cases, passed, failed, refused, skipped, coverage } = await runShippedVectors({
    allowWeakHash: true,
    ...run,
  });
  const { of, collections } = coverage;
  const vectors = { implementation, verdict, cases, passed, failed, refused, skipped, ofComplete: of, collections };
  return qualify({ date, environment, vectors });
}

/** A record by its file, for a report to cite. Throws `path-not-found`, and `bad-profile` where it was changed or is of another version. */
export function readQualification(path: string): QualificationCitation {
  const file = readOperatorFile(path, 'a record of pqready selftest');
  return parseQualification(file.text, file.path, packageVersion());
}
