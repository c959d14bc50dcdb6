// The kinds of work that findings ask for, as data: which rules ask for it, where it stands in the order, how to go back, how to see that
// it is done. Efforts are estimates of the authors of this tool, in days of one engineer; nothing was measured.

import { ALGORITHMS } from '../knowledge/algorithms.ts';
import type { AlgorithmId } from '../model/algorithm.ts';
import type { Finding, PlanItem, Statement } from '../model/assessment.ts';
import type { Role } from '../model/evidence.ts';
import type { Changer } from '../model/product.ts';
import { type Slot, slotOf } from './replacements.ts';

/** Old and new mechanisms as printed. */
export interface Move {
  readonly role: Role;
  readonly from: string;
  readonly to: string;
  /** false where all that asks for the work is uncertain */
  readonly certain: boolean;
}

/** One kind of work. */
export interface Job {
  readonly id: string;
  readonly step: PlanItem['step'];
  /** ids of the rules whose findings ask for it */
  readonly rules: readonly string[];
  /** what the new mechanism has to do, where something new takes the place of something old: room and policies are asked */
  readonly slot?: (role: Role, algorithms: readonly AlgorithmId[]) => Slot | undefined;
  /** of the findings of a role those that this work is for, where two kinds of work share a rule */
  readonly takes?: (role: Role, finding: Finding, all: readonly Finding[]) => boolean;
  readonly action: (move: Move) => Statement;
  readonly rollback: Statement;
  readonly verification: (move: Move) => Statement;
  readonly effortDays: readonly [from: number, to: number];
  /** who does it where nobody is declared to hold the mechanism */
  readonly owner: string;
}

/** Said of every effort. */
export const EFFORT_BASIS = 'estimate of the authors of pqready for one engineer; not measured';

/** Who does the work where the product file says who can change the mechanism. */
export const OWNERS: Readonly<Record<Changer, string>> = {
  'vendor-ota': 'firmware team',
  'vendor-recall': 'product management',
  'silicon-vendor': 'silicon vendor',
  'standards-body': 'standards body',
  nobody: 'product management',
};

const PREVIOUS_RELEASE: Statement = { code: 'rollback-previous-release', args: {} };
const NO_FINDING: Statement = { code: 'verify-no-finding', args: {} };
const NO_CLASSICAL_IMAGE: Statement = { code: 'verify-rejects-classical-image', args: {} };

const WEAK_TODAY: readonly string[] = [
  'weak-cipher',
  'weak-signature-digest',
  'short-key',
  'ecb-mode',
  'weak-key-derivation',
  'few-iterations',
  'legacy-protocol',
  'static-key-exchange',
];

/** Every kind of work, in the order of the plan. */
export const JOBS: readonly Job[] = [
  {
    ...job('sign-images', 'now', ['image-hash-only'], [5, 20]),
    action: ({ role }) => ({ code: 'sign-images', args: { role } }),
    verification: () => NO_CLASSICAL_IMAGE,
  },
  { ...job('remove-key', 'now', ['private-key', 'secret-key'], [1, 10]), action: ({ role }) => ({ code: 'remove-key', args: { role } }) },
  {
    ...job('reissue', 'now', ['certificate-signature', 'certificate-expired'], [1, 10]),
    action: ({ role, from, certain }) => ({ code: 'reissue-certificate', args: { role, from, certain } }),
    rollback: { code: 'rollback-old-certificate', args: {} },
    verification: () => ({ code: 'verify-certificate-chain', args: {} }),
    owner: 'PKI owner',
  },
  {
    ...job('fix-now', 'now', WEAK_TODAY, [1, 10]),
    action: ({ role, from, certain }) => ({ code: 'fix-now', args: { role, from, certain } }),
  },
  {
    ...job('verifier', 'keep-updates', ['classical-update-signature', 'classical-boot-signature'], [15, 60]),
    slot: slotOf,
    action: ({ role, from, to }) => ({ code: 'add-pq-verifier', args: { role, from, to } }),
    rollback: { code: 'rollback-keep-both-verifiers', args: {} },
    verification: () => NO_CLASSICAL_IMAGE,
  },
  {
    ...job('tls13', 'long-lived-confidentiality', ['no-tls13'], [3, 20]),
    action: ({ role, from }) => ({ code: 'enable-tls13', args: { role, from } }),
    owner: 'firmware and service teams',
  },
  {
    ...job('session', 'long-lived-confidentiality', ['classical-key-exchange', 'classical-key-exchange-short'], [5, 30]),
    slot: slotOf,
    action: ({ role, from, to }) => ({ code: 'add-hybrid-key-exchange', args: { role, from, to } }),
    rollback: { code: 'rollback-classical-group', args: {} },
    verification: ({ to }) => ({ code: 'verify-group-negotiated', args: { to } }),
    owner: 'firmware and service teams',
  },
  {
    ...job('identity', 'identity', ['classical-identity', 'certificate-past-sunset'], [20, 80]),
    slot: slotOf,
    action: ({ from, to }) => ({ code: 'reissue-identity', args: { from, to } }),
    takes: (role) => role === 'device-identity',
    rollback: { code: 'rollback-old-certificate', args: {} },
    verification: () => ({ code: 'verify-identity-chain', args: {} }),
    owner: 'PKI owner',
  },
  {
    ...job('storage', 'storage', ['classical-storage-wrap'], [5, 30]),
    slot: slotOf,
    action: ({ from, to }) => ({ code: 'rewrap-storage', args: { from, to } }),
    rollback: { code: 'rollback-old-wrap', args: {} },
    verification: () => ({ code: 'verify-rewrapped', args: {} }),
  },
  {
    ...job('draft', 'rest', ['round-3-scheme'], [2, 15]),
    slot: slotByAlgorithm,
    action: ({ role, from, to }) => ({ code: 'replace-draft-scheme', args: { role, from, to } }),
  },
  {
    ...job('fallback', 'rest', ['classical-fallback', 'classical-beside-signature'], [1, 10]),
    action: ({ role, from }) => ({ code: 'refuse-fallback', args: { role, from } }),
    rollback: { code: 'rollback-classical-group', args: {} },
  },
  {
    ...job('rest', 'rest', ['classical-elsewhere', 'classical-radio', 'certificate-past-sunset'], [5, 30]),
    takes: (role, finding, all) => role !== 'device-identity' && !isSigning(role, finding, all),
    slot: (role) => (role === 'other' ? undefined : slotOf(role)),
    action: ({ role, from, to }) =>
      role === 'other' ? { code: 'find-role', args: { from } } : { code: 'replace-elsewhere', args: { role, from, to } },
  },
  {
    ...job('rest-signature', 'rest', ['classical-elsewhere', 'certificate-past-sunset'], [5, 30]),
    takes: (role, finding, all) => role !== 'device-identity' && isSigning(role, finding, all),
    slot: (role) => (slotOf(role) === 'firmware' ? 'firmware' : 'identity'),
    action: ({ role, from, to }) => ({ code: 'replace-elsewhere', args: { role, from, to } }),
  },
];

// A key that does not say what it is for goes with the signatures of its role, where there are any; without a role nothing is told apart.
function isSigning(role: Role, { rule, algorithm }: Finding, all: readonly Finding[]): boolean {
  if (role === 'other' || role === 'radio') return false;
  if (rule === 'certificate-past-sunset' || role === 'transport') return true;
  const signs = (id: AlgorithmId | undefined): boolean => id !== undefined && ALGORITHMS[id].primitive === 'signature';
  const isOpen = algorithm !== undefined && ALGORITHMS[algorithm].byFunction !== undefined;
  return signs(algorithm) || (isOpen && all.some((each) => signs(each.algorithm)));
}

// A signature that goes from transport vouched for a peer; elsewhere the algorithms tell whether they signed or agreed on keys.
function slotByAlgorithm(role: Role, algorithms: readonly AlgorithmId[]): Slot {
  if (slotOf(role) === 'firmware') return 'firmware';
  const signs = algorithms.every((id) => ALGORITHMS[id].primitive === 'signature');
  return signs ? 'identity' : slotOf(role);
}

function job(id: string, step: PlanItem['step'], rules: readonly string[], effortDays: readonly [number, number]): Omit<Job, 'action'> {
  const rollback = PREVIOUS_RELEASE;
  return { id, step, rules, rollback, verification: () => NO_FINDING, effortDays, owner: 'firmware team' };
}
