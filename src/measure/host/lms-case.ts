// The LMS signature that the host bench verifies: the first valid one of NIST's ACVP cases (LMS sigVer).

import { hexToBytes } from '@noble/hashes/utils.js';
import { PqreadyError } from '../../model/errors.ts';
import { parseVectorSet, type VectorText } from '../../pqc/acvp/vector-set.ts';
import type { Fields } from '../../pqc/vectors/json.ts';
import type { StatefulCase } from './subjects.ts';

/** From the text of an LMS sigVer file. Throws `bad-input` where it is none or holds no valid case. */
export function findLmsCase(file: VectorText): StatefulCase {
  const { groups, revision } = parseVectorSet(file);
  for (const { fields, cases } of groups) {
    const valid = cases.find(({ expected }) => expected?.get('testPassed') === true);
    if (valid === undefined) continue;
    return {
      parameterSet: `${textOf(fields, 'lmsMode', file.name)} ${textOf(fields, 'lmOtsMode', file.name)}`,
      publicKey: hexToBytes(textOf(fields, 'publicKey', file.name)),
      message: hexToBytes(textOf(valid.given, 'message', file.name)),
      signature: hexToBytes(textOf(valid.given, 'signature', file.name)),
      source: `ACVP LMS sigVer ${revision}, tcId ${valid.tcId}`,
    };
  }
  throw new PqreadyError('bad-input', `${file.name}: expected a valid signature among the cases, got none`);
}

function textOf(fields: Fields, name: string, file: string): string {
  const value = fields.get(name);
  if (typeof value !== 'string') throw new PqreadyError('bad-input', `${file}: expected text at ${name}`);
  return value;
}
