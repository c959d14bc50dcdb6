// What could take the place of a classical mechanism, role by role, and whether it fits the targets and the policies that were asked.
// Order of preference: what most policies take first (SP 800-208 for firmware; RFC 10024 for TLS groups), then the smaller parameter set.

import { ALGORITHMS } from '../knowledge/algorithms.ts';
import type { AlgorithmId } from '../model/algorithm.ts';
import type { FitCell, FitRow, FitVerdict } from '../model/assessment.ts';
import type { Role } from '../model/evidence.ts';
import type { Operation } from '../model/measurement.ts';
import type { PolicyChoice } from '../model/outlook.ts';
import type { AskedPolicy } from './applicability.ts';
import { wordOf } from './policy-word.ts';

export type FitPurpose = 'signature' | 'key-establishment';

/** What a replacement has to do: vouch for firmware, vouch for a device or a peer, agree on session keys, wrap stored keys. */
export type Slot = PolicyChoice['slot'];

/** A mechanism to move to. */
export interface Candidate {
  readonly algorithm: AlgorithmId;
  /** whose figures decide the fit: of a hybrid the post-quantum half, the classical one being there already */
  readonly figures: AlgorithmId;
  readonly operations: readonly Operation[];
}

/** The choice for a role. */
export interface Replacement {
  /** printed names, best first; empty where nothing fits */
  readonly to: readonly string[];
  readonly fit: FitVerdict;
  /** names of the asked policies that take the best one, and of those that do not */
  readonly takenBy: readonly string[];
  readonly refusedBy: readonly string[];
}

const FIRMWARE: readonly Candidate[] = [
  ...verifiedBy('lms', 'xmss', 'ml-dsa-65', 'ml-dsa-44', 'ml-dsa-87', 'slh-dsa-sha2-128s', 'slh-dsa-sha2-192s'),
  { algorithm: 'composite-ml-dsa', figures: 'ml-dsa-65', operations: ['verify'] },
];
const IDENTITY: readonly Candidate[] = [
  ...(['ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'] as const).map((id) => ({ algorithm: id, figures: id, operations: ['sign'] as const })),
  { algorithm: 'composite-ml-dsa', figures: 'ml-dsa-65', operations: ['sign'] },
];
const SESSION: readonly Candidate[] = [
  agreedBy('x25519mlkem768', 'ml-kem-768'),
  agreedBy('secp256r1mlkem768', 'ml-kem-768'),
  agreedBy('secp384r1mlkem1024', 'ml-kem-1024'),
  agreedBy('ml-kem-1024', 'ml-kem-1024'),
];
const WRAP: readonly Candidate[] = [
  { algorithm: 'composite-ml-kem', figures: 'ml-kem-768', operations: ['encaps'] },
  { algorithm: 'ml-kem-768', figures: 'ml-kem-768', operations: ['encaps'] },
  { algorithm: 'ml-kem-1024', figures: 'ml-kem-1024', operations: ['encaps'] },
];

const CANDIDATES: Readonly<Record<Slot, readonly Candidate[]>> = { firmware: FIRMWARE, identity: IDENTITY, session: SESSION, wrap: WRAP };

const SLOTS: Readonly<Record<Role, Slot>> = {
  boot: 'firmware',
  update: 'firmware',
  'device-identity': 'identity',
  transport: 'session',
  storage: 'wrap',
  provisioning: 'session',
  debug: 'identity',
  radio: 'session',
  other: 'session',
};

// As they are called before anybody has chosen their parts.
const NAMES: ReadonlyMap<AlgorithmId, string> = new Map<AlgorithmId, string>([
  ['composite-ml-dsa', 'composite ML-DSA'],
  ['composite-ml-kem', 'composite ML-KEM'],
]);

const RANKS: Readonly<Record<FitVerdict, number>> = { fits: 0, tight: 1, indeterminate: 2, exceeds: 3 };
const VERDICTS: readonly FitVerdict[] = ['fits', 'tight', 'indeterminate', 'exceeds'];
const MOST_NAMED = 2;

/** What could fill a slot, in order of preference. */
export function candidatesFor(slot: Slot): readonly Candidate[] {
  return CANDIDATES[slot];
}

/** The candidate as printed. */
export function candidateName({ algorithm }: Candidate): string {
  return NAMES.get(algorithm) ?? ALGORITHMS[algorithm].name;
}

/** What has to be filled in a role. */
export function slotOf(role: Role): Slot {
  return SLOTS[role];
}

/** The best candidates for a slot in a role: by the policies asked that refuse them, then by fit, then by policies of unknown applicability, then by preference. */
export function chooseReplacement(
  at: { readonly role: Role; readonly slot: Slot },
  fit: readonly FitRow[],
  policies: readonly AskedPolicy[],
): Replacement {
  const offences = ({ algorithm }: Candidate, applies: AskedPolicy['applies']): number =>
    policies.filter((asked) => asked.applies === applies && wordOf(asked.policy, algorithm, at.role).word === 'refused').length;
  const ranked = CANDIDATES[at.slot]
    .map((candidate) => ({
      candidate,
      fit: fitOf(candidate, fit),
      offended: offences(candidate, 'yes'),
      doubtful: offences(candidate, 'unknown'),
    }))
    .sort((a, b) => a.offended - b.offended || RANKS[a.fit] - RANKS[b.fit] || a.doubtful - b.doubtful)
    .filter((each) => each.fit !== 'exceeds');
  const [first] = ranked;
  if (first === undefined) return { to: [], fit: 'exceeds', takenBy: [], refusedBy: [] };
  const alike = ranked.filter((each) => each.offended === first.offended && each.fit === first.fit && each.doubtful === first.doubtful);
  return {
    to: alike.slice(0, MOST_NAMED).map(({ candidate }) => candidateName(candidate)),
    fit: first.fit,
    ...bySaying(first.candidate, at.role, policies),
  };
}

/** How the candidate that fits best fits the worst of the targets, whatever the policies say of it. */
export function bestFit(slot: Slot, fit: readonly FitRow[]): FitVerdict {
  return best(CANDIDATES[slot].map((candidate) => fitOf(candidate, fit)));
}

/** How the best candidate of a kind fits one target; indeterminate without figures. */
export function fitOnTarget(fit: readonly FitRow[], target: string, purpose: FitPurpose): FitVerdict {
  const own = fit.filter((row) => row.target === target);
  return best((purpose === 'signature' ? FIRMWARE : SESSION).map((candidate) => fitOf(candidate, own)));
}

/** How a candidate fits the worst of the targets. */
export function fitOf(candidate: Candidate, fit: readonly FitRow[]): FitVerdict {
  const targets = [...new Set(fit.map((row) => row.target))];
  return worst(
    targets.flatMap((target) =>
      candidate.operations.map((operation) => {
        const row = fit.find((each) => each.target === target && each.algorithm === candidate.figures && each.operation === operation);
        return row === undefined ? 'indeterminate' : toVerdict(row.cells);
      }),
    ),
  );
}

// A resource without a budget was not asked for; one with a budget and no figure is unknown.
function toVerdict(cells: readonly FitCell[]): FitVerdict {
  return worst(cells.filter((cell) => cell.budget !== undefined).map((cell) => cell.verdict));
}

function worst(verdicts: readonly FitVerdict[]): FitVerdict {
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'indeterminate';
}

function best(verdicts: readonly FitVerdict[]): FitVerdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'indeterminate';
}

function bySaying({ algorithm }: Candidate, role: Role, policies: readonly AskedPolicy[]): Pick<Replacement, 'takenBy' | 'refusedBy'> {
  const asked = policies.filter(({ applies }) => applies === 'yes').map(({ policy }) => policy);
  const taking = asked.filter((policy) => wordOf(policy, algorithm, role).word === 'taken');
  return { takenBy: taking.map(({ name }) => name), refusedBy: asked.filter((each) => !taking.includes(each)).map(({ name }) => name) };
}

function verifiedBy(...ids: AlgorithmId[]): Candidate[] {
  return ids.map((id) => ({ algorithm: id, figures: id, operations: ['verify'] }));
}

function agreedBy(algorithm: AlgorithmId, figures: AlgorithmId): Candidate {
  return { algorithm, figures, operations: ['keygen', 'decaps'] };
}
