// What no scanner can see and the product file answers with yes or no: which check it settles, which number of the mapping it is, and where
// it is worth asking. A no is a finding of grade D; no answer leaves the check open.

import type { Finding, Statement, Urgency } from '../model/assessment.ts';
import type { CheckId } from '../model/check.ts';
import type { Role } from '../model/evidence.ts';
import type { Fact } from '../model/inventory.ts';
import type { AnsweredId, Declaration } from '../model/product.ts';
import { isClassical, isPostQuantum, isStatefulInUse } from './mechanism.ts';
import type { Scene } from './scene.ts';

/** One yes-or-no declaration. */
export interface AnsweredRow {
  readonly id: AnsweredId;
  readonly check: CheckId;
  readonly mapping: NonNullable<Finding['mapping']>;
  readonly role: Role;
  readonly urgency: Urgency;
  /** the question arises only with something that was seen or declared; always, where left out */
  readonly arises?: (scene: Scene) => boolean;
  /** why there is nothing to answer, where that is known; what was not seen may still be there, where left out */
  readonly moot?: (scene: Scene) => Statement | undefined;
}

/** Every yes-or-no declaration but `pq-claim`, which is held against what was seen. */
export const ANSWERED_ROWS: readonly AnsweredRow[] = [
  { id: 'update-mechanism', check: 'update-available', mapping: 2, role: 'update', urgency: 'present-day' },
  { id: 'unique-keys', check: 'keys-unique-per-unit', mapping: 4, role: 'provisioning', urgency: 'present-day' },
  {
    id: 'both-signatures-required',
    check: 'signatures-combined',
    mapping: 7,
    role: 'update',
    urgency: 'quantum',
    arises: hasBothSignatures,
    moot: (scene) => (hasBothSignatures(scene) ? undefined : NO_SUCH_VERIFIER),
  },
  {
    id: 'stateful-signing-control',
    check: 'stateful-signing-controlled',
    mapping: 8,
    role: 'update',
    urgency: 'present-day',
    arises: hasStateful,
    moot: (scene) => (hasStateful(scene) ? undefined : NO_SUCH_VERIFIER),
  },
  { id: 're-enrolment', check: 'identity-replaceable', mapping: 20, role: 'device-identity', urgency: 'quantum' },
  { id: 'trust-anchor-updatable', check: 'trust-anchors-updatable', mapping: 21, role: 'transport', urgency: 'quantum' },
  { id: 'rng-seeding', check: 'strong-random', mapping: 28, role: 'other', urgency: 'present-day' },
  {
    id: 'secure-element',
    check: 'secure-element-movable',
    mapping: 29,
    role: 'device-identity',
    urgency: 'quantum',
    arises: ({ inventory }) => inventory.assets.some((asset) => asset.facts.some(isInHardware)),
  },
  { id: 'key-erasure', check: 'keys-erasable', mapping: 30, role: 'storage', urgency: 'present-day' },
  { id: 'cbom-kept', check: 'cbom-present', mapping: 32, role: 'other', urgency: 'record' },
  { id: 'crypto-agility', check: 'crypto-agile', mapping: 34, role: 'other', urgency: 'quantum' },
  { id: 'debug-closed', check: 'debug-closed', mapping: 42, role: 'debug', urgency: 'present-day' },
  {
    id: 'model-updates',
    check: 'models-authenticated',
    mapping: 43,
    role: 'update',
    urgency: 'present-day',
    arises: ({ product }) => product?.traits?.['ai-components'] === true,
    moot: ({ product }) => (product?.traits?.['ai-components'] === false ? { code: 'no-models', args: {} } : undefined),
  },
];

/** The row of an id; `pq-claim` has none. */
export function findAnsweredRow(id: AnsweredId): AnsweredRow | undefined {
  return ANSWERED_ROWS.find((row) => row.id === id);
}

/** The latest declaration of an id that is dated no later than the day of the report; of two of one day the later in the file. */
export function findDeclaration({ product, asOf }: Pick<Scene, 'product' | 'asOf'>, id: Declaration['id']): Declaration | undefined {
  const given = (product?.declarations ?? []).filter((each) => each.id === id && each.date <= asOf);
  return given.reduce<Declaration | undefined>(
    (latest, each) => (latest === undefined || each.date >= latest.date ? each : latest),
    undefined,
  );
}

const VERIFIERS: readonly Role[] = ['boot', 'update'];
const NO_SUCH_VERIFIER: Statement = { code: 'no-such-mechanism', args: { role: 'update' } };

function hasBothSignatures(scene: Scene): boolean {
  return VERIFIERS.some((role) => signs(scene, role, true) && signs(scene, role, false));
}

function hasStateful({ distinct }: Scene): boolean {
  return distinct.some(isStatefulInUse);
}

function signs({ distinct }: Scene, role: Role, postQuantum: boolean): boolean {
  return distinct.some(
    (each) =>
      each.role === role &&
      each.purpose === 'signature' &&
      each.inUse &&
      each.weight !== 'kept' &&
      (postQuantum ? isPostQuantum(each) : isClassical(each)),
  );
}

function isInHardware({ observed }: Fact): boolean {
  return observed.kind === 'algorithm' && observed.execution?.environment === 'hardware' && observed.execution.platform === 'other';
}
