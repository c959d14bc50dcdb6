// The values of --require and --fail-on, checked with the nearest valid word.

import type { Demands, FailCondition } from '../model/demand.ts';
import { PqreadyError } from '../model/errors.ts';
import type { Role } from '../model/evidence.ts';
import { GATES } from '../model/order.ts';
import { findNearest } from './nearest.ts';
import { ROLES } from './vocabulary.ts';

const CONDITIONS: readonly FailCondition[] = ['past-due', 'present-day'];

/** `['transport=G2']` and `['past-due']` as demands; `--fail-on` values may be separated by commas. Throws `unknown-id`. */
export function parseDemands(require: readonly string[], failOn: readonly string[]): Demands {
  return {
    gates: require.map(parseGateDemand),
    failOn: failOn.flatMap((value) => value.split(',')).map((word) => oneOf(word.trim(), CONDITIONS, '--fail-on')),
  };
}

function parseGateDemand(text: string): Demands['gates'][number] {
  const [role, gate, ...rest] = text.split('=');
  if (role === undefined || gate === undefined || rest.length > 0) {
    throw new PqreadyError('usage', `--require ${text}: expected role=gate, such as transport=G2`);
  }
  const roles = Object.keys(ROLES).filter((key): key is Role => Object.hasOwn(ROLES, key));
  return { role: oneOf(role, roles, '--require'), gate: oneOf(gate.toUpperCase(), GATES, '--require') };
}

function oneOf<Word extends string>(text: string, words: readonly Word[], option: string): Word {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const nearest = findNearest(text, words);
  throw new PqreadyError(
    'unknown-id',
    `${option}: expected one of ${words.join(', ')}, got "${text}"${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
  );
}
