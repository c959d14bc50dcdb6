// What follows from the facts: findings, verdicts of checks, relations of clauses, gates, dates, fit, plan, open questions.
// Codes and typed arguments only; the sentences are made in `report/wording.ts`.

import type { AlgorithmId, Parameters } from './algorithm.ts';
import type { CheckId } from './check.ts';
import type { Confidence, Grade, IsoDate, Origin, Role } from './evidence.ts';
import type { Bearing, Binding, PolicyStatus, Verified } from './framework.ts';
import type { FitVerdict, Gate } from './gate.ts';
import type { AssetId, FactId } from './inventory.ts';
import type { Citation, MeasurementMethod, Metric, Operation } from './measurement.ts';
import type { Outlook } from './outlook.ts';
import type { AcceptedRisk, Changer } from './product.ts';
import type { Statement } from './statement.ts';

export type { FitVerdict, Gate } from './gate.ts';
export type { Statement } from './statement.ts';

/** Of a check: a closed demand on facts. Not applicable is not a pass; indeterminate is not a fail. */
export type CheckVerdict = 'met' | 'not-met' | 'not-applicable' | 'indeterminate';

/** Of a clause to the facts. A law's clause has no verdict. */
export type Relation = 'supports' | 'contradicts' | 'decision-needed' | 'indeterminate' | 'not-examined' | 'not-applicable';

/** `present-day` is exploitable without a quantum computer and comes first in every list. */
export type Urgency = 'present-day' | 'quantum-long-lived' | 'quantum' | 'record' | 'good';

/**
 * What a finding without facts stands on: a `declaration` of the product file, what that file leaves `undeclared`, the `coverage` of this run
 * (what was read, and what could not be), or `figures` of targets. Only a declaration has a grade, D.
 */
export type FindingBasis = 'declaration' | 'undeclared' | 'coverage' | 'figures';

/** One thing to act on or to credit, with the facts it stands on. */
export interface Finding {
  /** `<rule>/<8 hex>`: stable while rule, asset and role stay */
  readonly id: string;
  /** rule id, `weak-hash`, `classical-update-signature` */
  readonly rule: string;
  readonly urgency: Urgency;
  readonly role: Role;
  readonly title: Statement;
  readonly asset?: AssetId;
  readonly algorithm?: AlgorithmId;
  readonly parameters?: Parameters;
  readonly grade: Grade;
  readonly confidence: Confidence;
  /** the nearest origin of its facts: first-party before generated, dependency, example, test */
  readonly origin: Origin;
  readonly facts: readonly FactId[];
  /** what it stands on where it has no facts */
  readonly basis?: FindingBasis;
  readonly checks: readonly CheckId[];
  /** the number of the finding in the mapping of findings to requirements, where it has one */
  readonly mapping?: number;
  readonly accepted?: AcceptedRisk;
}

export interface CheckResult {
  readonly check: CheckId;
  readonly role?: Role;
  readonly verdict: CheckVerdict;
  readonly reason: Statement;
  readonly facts: readonly FactId[];
  readonly findings: readonly string[];
}

export interface ClauseResult {
  /** `cra:AnnexI.P1.2.e` */
  readonly id: string;
  readonly summary: string;
  readonly binding: Binding;
  readonly draft: boolean;
  readonly verified: Verified;
  readonly appliesFrom?: IsoDate;
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly relation: Relation;
  /** the standing that the document itself gives, `M`, `MF(g)` in EN 303 645 */
  readonly status?: string;
  /** reasoned by this project; no document says it */
  readonly inferred?: boolean;
  /** what the checks come to in the words of the standard, `INCONCLUSIVE`; never of a law, a regulation, or what was not examined */
  readonly verdictWord?: string;
  readonly checks: readonly ClauseCheck[];
}

/** How one check bears on a clause, and what that stands on. */
export interface ClauseCheck {
  readonly check: CheckId;
  readonly bearing: Bearing;
  readonly relation: Relation;
  /** ids of the findings behind the relation */
  readonly findings: readonly string[];
  /** the first facts behind it, eight at most; all of them stand at the check */
  readonly facts: readonly FactId[];
  /** accepted risks on those findings, in force or expired: in force for all, they close a decision that was needed */
  readonly decisions: readonly Decision[];
}

/** A dated entry of the product file on a finding. Out of force the question is open again. */
export interface Decision {
  readonly finding: string;
  readonly owner: string;
  readonly date: IsoDate;
  readonly expires: IsoDate;
  readonly inForce: boolean;
}

export interface FrameworkResult {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  readonly binding: Binding;
  readonly url?: string;
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly clauses: readonly ClauseResult[];
  readonly notes: readonly string[];
}

/** A policy's word on one mechanism in one role, and how its dates lie to the product's. */
export interface SunsetRow {
  readonly policy: string;
  readonly policyName: string;
  readonly binding: Binding;
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly rule: string;
  readonly draft: boolean;
  readonly verified: Verified;
  readonly asset: AssetId;
  readonly assetName: string;
  readonly role: Role;
  readonly status: PolicyStatus;
  readonly deprecatedAfter?: IsoDate;
  readonly disallowedAfter?: IsoDate;
  /** days from the later of support end and last verification in the field to the sunset; negative: the product outlives it */
  readonly slackDays?: number;
  readonly comparedWith?: { readonly what: 'support-end' | 'field-end'; readonly date: IsoDate };
}

export interface GateStep {
  readonly gate: Gate;
  readonly verdict: CheckVerdict | 'not-reached';
}

/** How far a role climbed: the highest gate with all lower ones held. */
export interface RoleGates {
  readonly role: Role;
  readonly inScope: boolean;
  readonly mechanisms: readonly string[];
  readonly changedBy?: Changer;
  readonly steps: readonly GateStep[];
  /** absent: not even G0 */
  readonly level?: Gate;
  /** the climb stopped at something unknown, not at something wrong */
  readonly atLeast: boolean;
  readonly stoppedBy?: Statement;
  /** what the reason stands on; absent where it stands on nothing that was seen */
  readonly stoppedOn?: readonly FactId[];
  readonly facts: readonly FactId[];
}

export interface ProductGate {
  readonly level?: Gate;
  readonly atLeast: boolean;
  readonly limitingRoles: readonly Role[];
}

export type FitResource = 'flash' | 'ram' | 'stack' | 'time';

/** One cell: an operation on a target against one budget. */
export interface FitCell {
  readonly resource: FitResource;
  readonly verdict: FitVerdict;
  readonly need?: number;
  readonly budget?: number;
  readonly unit: 'bytes' | 'us';
  readonly basis?: FitBasis;
}

export interface FitBasis {
  readonly method: MeasurementMethod;
  readonly metric: Metric;
  readonly platform: string;
  readonly implementation: string;
  readonly source: Citation;
  /** the figure was taken on another board with the same core and scaled by the clock */
  readonly scaled?: boolean;
  /** what the figure leaves out or stands for, `Keccak not counted` */
  readonly note?: string;
}

export interface FitRow {
  readonly target: string;
  readonly targetName: string;
  readonly algorithm: AlgorithmId;
  readonly operation: Operation;
  readonly cells: readonly FitCell[];
}

export interface PlanItem {
  /** `M-01` in order; `key` is stable while role and mechanism stay */
  readonly id: string;
  readonly key: string;
  readonly step: 'now' | 'keep-updates' | 'long-lived-confidentiality' | 'identity' | 'storage' | 'rest' | 'stranded';
  readonly role: Role;
  readonly action: Statement;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly fit: FitVerdict;
  /** names of the asked policies that take the first of `to` as it stands, and of those that do not; where something takes a place */
  readonly takenBy?: readonly string[];
  readonly refusedBy?: readonly string[];
  readonly preconditions: readonly string[];
  readonly latestResponsibleDate?: IsoDate;
  readonly latestBasis?: string;
  readonly owner: string;
  readonly effort: { readonly fromDays: number; readonly toDays: number; readonly basis: string };
  readonly rollback: Statement;
  readonly verification: Statement;
  readonly findings: readonly string[];
  readonly clauses: readonly string[];
}

/** What one possible answer changes, counted by judging again with it. */
export interface PossibleAnswer {
  /** as it would be declared, `changedBy: nobody` */
  readonly answer: string;
  /** roles that come out at another level, or no longer at least at it */
  readonly gates: number;
  /** checks that come out otherwise, each role counted */
  readonly verdicts: number;
  /** clauses whose relation or applicability changes, and policy rows that gain, lose or move a date */
  readonly rows: number;
}

/** An answer that would change the report, with the line to paste into `pqready.yaml` or the option to give. */
export interface OpenQuestion {
  readonly id: string;
  readonly question: Statement;
  /** of the answer that moves most: the same numbers as at that answer */
  readonly gates: number;
  readonly moves: number;
  readonly rows: number;
  /** every answer that was tried, the one that moves most first */
  readonly answers: readonly PossibleAnswer[];
  readonly paste: string;
}

export interface Assessment {
  readonly asOf: IsoDate;
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckResult[];
  readonly frameworks: readonly FrameworkResult[];
  readonly sunsets: readonly SunsetRow[];
  readonly gates: readonly RoleGates[];
  readonly product: ProductGate;
  readonly fit: readonly FitRow[];
  readonly outlook: Outlook;
  readonly plan: readonly PlanItem[];
  readonly questions: readonly OpenQuestion[];
}
