// What lies ahead of a product: days per unit sold, ceilings of roles, exposure by scenario and class of data, and what satisfies every
// policy that is asked. Dates are compared by plain subtraction; nothing here is a probability.

import type { AlgorithmId } from './algorithm.ts';
import type { IsoDate, Role } from './evidence.ts';
import type { PolicyStatus, Verified } from './framework.ts';
import type { FitVerdict, Gate } from './gate.ts';
import type { FactId } from './inventory.ts';

/** `past` out of `of`: units where their number is declared, else days on which units are placed. */
export interface Share {
  readonly past: number;
  readonly of: number;
  readonly counted: 'units' | 'days';
}

/** The units of a batch that are placed on the market in one calendar year. */
export interface UnitCohort {
  /** `2027`, or `second run 2027` where batches have names */
  readonly id: string;
  readonly placedFrom: IsoDate;
  readonly placedTo: IsoDate;
  /** days of placing, both ends counted */
  readonly days: number;
  /** its part of the declared number, evenly over the days of the batch */
  readonly units?: number;
  readonly supportEnds?: IsoDate;
  /** last verification in the field by the first and by the last unit of the cohort */
  readonly fieldEnds?: { readonly first: IsoDate; readonly last: IsoDate };
}

/** A cohort against one sunset: `sunset − max(support end, last verification in the field)`. */
export interface CohortSlack {
  readonly cohort: string;
  /** days in hand of the unit placed first and of the one placed last */
  readonly firstDays: number;
  readonly lastDays: number;
  readonly past: Share;
}

/** One last day of policies against every unit. */
export interface UnitSunset {
  readonly sunset: IsoDate;
  /** `field`: mechanisms that units verify with as long as they are in the field; `support`: needed while the product is supported */
  readonly need: 'support' | 'field';
  readonly roles: readonly Role[];
  readonly policies: readonly string[];
  readonly rules: readonly string[];
  /** some row behind it is final, read in its document, and asked of the product */
  readonly decides: boolean;
  readonly past: Share;
  readonly cohorts: readonly CohortSlack[];
}

/** Days per unit sold. */
export interface UnitDates {
  readonly cohorts: readonly UnitCohort[];
  /** by date, then need */
  readonly sunsets: readonly UnitSunset[];
}

/** Why software alone takes a role no further. */
export type CeilingLimit = 'verifier-fixed' | 'nobody' | 'vendor-recall' | 'silicon-vendor' | 'standards-body' | 'target';

/** What is left where software cannot help. */
export type StrandedOption =
  | 'later-stage' // verify a second signature in a stage that can change
  | 'protect-above' // protect the data above the link
  | 'gateway'
  | 'isolate'
  | 'measure' // on the own board, by the own build
  | 'recall'
  | 'ask-holder' // the silicon vendor or the standards body
  | 'replace-hardware'
  | 'shorten-support'
  | 'accept'; // with owner and expiry

/** How far a role can come by software in the field. */
export interface Ceiling {
  readonly role: Role;
  /** what it rests on, as printed */
  readonly mechanisms: readonly string[];
  /** the highest gate that software in the field can reach */
  readonly reachable: Gate;
  /** absent: nothing known stands in the way */
  readonly limit?: CeilingLimit;
  /** false where it is not known whether software can change the role, or whether anything fits */
  readonly known: boolean;
  /** a classical verifier that nobody can change: the cap holds as long as the product lives */
  readonly forLife: boolean;
  /** it is stranded: a classical mechanism under a limit */
  readonly stranded: boolean;
  /** the first last day that a policy gives what is stranded; a deciding row before one that informs */
  readonly sunset?: { readonly date: IsoDate; readonly policy: string; readonly rule: string; readonly decides: boolean };
  /** the units that outlive that day */
  readonly past?: Share;
  readonly options: readonly StrandedOption[];
  /** the first facts behind it, eight at most */
  readonly facts: readonly FactId[];
  /** the limit is declared in the product file, and no fact shows it */
  readonly declared: boolean;
}

/**
 * How a move stands to a scenario. `late`: a move today is too late, or no move is possible. `late-by-plan`: the last day of the plan is too
 * late. `open`: no day is planned. `in-time`: the plan's last day is early enough, or nothing has to move. `unknown`: what is there was not seen.
 */
export type ScenarioVerdict = 'late' | 'late-by-plan' | 'open' | 'in-time' | 'unknown';

/** One scenario date. */
export interface ScenarioOutcome {
  readonly scenario: IsoDate;
  readonly verdict: ScenarioVerdict;
  /** the last day to have moved; absent where nothing has to move */
  readonly moveBy?: IsoDate;
  /** days from the day of the report to `moveBy`; negative: it has passed */
  readonly days?: number;
  /** days on which data was already sent that is still secret at the scenario; no move brings them back */
  readonly sent?: { readonly exposedDays: number; readonly ofDays: number; readonly from: IsoDate };
}

/** A class of data over a role, or the signatures of a role, in every scenario. */
export interface Exposure {
  readonly kind: 'confidentiality' | 'authenticity';
  readonly role: Role;
  readonly data?: { readonly id: string; readonly name: string; readonly secretYears: number };
  /** last verification by a unit in the field, or end of support where that is later; of signatures, where declared */
  readonly verifiedUntil?: IsoDate;
  /** classical mechanisms behind it, as printed; empty where none was seen */
  readonly mechanisms: readonly string[];
  /** the first facts behind it, eight at most */
  readonly facts: readonly FactId[];
  /** the item of the plan that moves it, and the day by which it has then reached the fleet */
  readonly plan?: { readonly item: string; readonly movedBy: IsoDate };
  readonly scenarios: readonly ScenarioOutcome[];
}

/** What one policy says of one candidate. `refused`: the policy does not take it as it stands; `silent`: it does not name it. */
export interface PolicyWord {
  readonly policy: string;
  readonly word: 'taken' | 'refused' | 'silent';
  readonly status?: PolicyStatus;
  readonly rule?: string;
  readonly draft?: boolean;
  readonly verified?: Verified;
}

/** One mechanism that could fill a slot. */
export interface ChoiceCandidate {
  readonly algorithm: AlgorithmId;
  /** as printed */
  readonly name: string;
  readonly fit: FitVerdict;
  /** in the order of the policies of the choice */
  readonly words: readonly PolicyWord[];
}

/** Policies that no candidate satisfies together, though smaller groups of them can be satisfied; `rules` decide it. */
export interface PolicyConflict {
  readonly policies: readonly string[];
  readonly rules: readonly string[];
}

/** What would satisfy every policy that is asked, in one role. */
export interface PolicyChoice {
  readonly role: Role;
  /** what has to be done there: vouch for firmware, vouch for a device, agree on session keys, wrap stored keys */
  readonly slot: 'firmware' | 'identity' | 'session' | 'wrap';
  /** the policies asked, by id; those of unknown applicability are not held against a candidate */
  readonly policies: readonly { readonly id: string; readonly name: string }[];
  readonly candidates: readonly ChoiceCandidate[];
  /** taken by every policy and not beyond the target, best first */
  readonly satisfying: readonly AlgorithmId[];
  /** taken by every policy, and more than the target holds */
  readonly tooLarge: readonly AlgorithmId[];
  readonly conflicts: readonly PolicyConflict[];
}

/** Everything that lies ahead. */
export interface Outlook {
  /** absent where no units are declared, or nothing is dated */
  readonly units?: UnitDates;
  /** a row for each role in scope */
  readonly ceilings: readonly Ceiling[];
  readonly exposure: readonly Exposure[];
  readonly choices: readonly PolicyChoice[];
}
