// The orders in which everything is printed: text by code point, roles and gates as their unions name them.

import type { Gate } from './assessment.ts';
import type { Role } from './evidence.ts';
import type { Market } from './framework.ts';

/** All roles, in the order of reports. */
export const ROLES: readonly Role[] = [
  'boot',
  'update',
  'device-identity',
  'transport',
  'storage',
  'provisioning',
  'debug',
  'radio',
  'other',
];

/** All markets, in the order of the product file's words. */
export const MARKETS_IN_ORDER: readonly Market[] = ['eu', 'us-consumer', 'us-federal', 'us-national-security'];

/** All gates, lowest first. */
export const GATES: readonly Gate[] = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6'];

/** Code-point order of UTF-16 units; the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
