// ACVP's cases of LMS sigVer as requests, revisions 1.0 and SP800-208. The group holds the public key.

import { LM_OTS, LMS, nameLmOts, nameLms } from '../lms/parameters.ts';
import { readLmsTypes } from '../lms/verify.ts';
import { bytesOf, textOf, Unanswerable } from '../vectors/plan.ts';
import type { Planner } from './request.ts';

const KNOWN: ReadonlySet<string> = new Set([...[...LMS.values()].map(nameLms), ...[...LM_OTS.values()].map(nameLmOts)]);

/** sigVer: true or false. */
export const planLmsSigVer: Planner = (group, { given }) => {
  const modes = [textOf(group.fields, 'lmsMode'), textOf(group.fields, 'lmOtsMode')];
  const unknown = modes.find((mode) => !KNOWN.has(mode));
  if (unknown !== undefined) throw new Unanswerable(`parameter set ${unknown} is not implemented`);
  const pk = bytesOf(group.fields, 'publicKey');
  const types = readLmsTypes(pk);
  if (types === undefined || nameLms(types.lms) !== modes[0] || nameLmOts(types.lmOts) !== modes[1]) {
    throw new Unanswerable('the public key is not of the modes that the group names');
  }
  const signed = { message: bytesOf(given, 'message'), signature: bytesOf(given, 'signature') };
  return { request: { op: 'verify', algorithm: 'lms', pk, ...signed }, results: [['valid', 'testPassed']] };
};
