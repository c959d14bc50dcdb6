// The LMS signature that the host bench verifies: the first valid one of NIST's ACVP cases (LMS sigVer).

import { PqreadyError } from '../../model/errors.ts';
import { planVectorSet } from '../../pqc/acvp/planner.ts';
import { parseVectorSet, type VectorText } from '../../pqc/acvp/vector-set.ts';
import type { PlannedCase } from '../../pqc/vectors/plan.ts';
import type { StatefulCase } from './subjects.ts';

/** From the text of an LMS sigVer file. Throws `bad-input` where it is none or holds no valid case. */
export function findLmsCase(file: VectorText): StatefulCase {
  const set = parseVectorSet(file);
  for (const { parameterSet, cases } of planVectorSet(set)) {
    for (const test of cases) {
      const valid = toValid(test);
      if (valid !== undefined) return { parameterSet, ...valid, source: `ACVP LMS sigVer ${set.revision}, tcId ${test.tcId}` };
    }
  }
  throw new PqreadyError('bad-input', `${file.name}: expected a valid signature among the cases, got none`);
}

function toValid(test: PlannedCase): Pick<StatefulCase, 'publicKey' | 'message' | 'signature'> | undefined {
  const [step] = 'steps' in test ? test.steps : [];
  if (step?.request.op !== 'verify' || step.expected.kind !== 'results' || step.expected.values.get('valid')?.value !== true)
    return undefined;
  const { pk, message, signature } = step.request;
  return { publicKey: pk, message, signature };
}
