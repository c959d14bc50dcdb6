// The drill: what a product faces if a mechanism falls or a key leaks on a day. A scenario, never a prediction. Codes and typed arguments
// only; the sentences are made in `report/drill/wording.ts`.

import type { AlgorithmId, CipherMode, CurveId } from './algorithm.ts';
import type { FitVerdict } from './assessment.ts';
import type { IsoDate, Role } from './evidence.ts';
import type { Market } from './framework.ts';
import type { AssetId, FactId } from './inventory.ts';
import type { Changer, Contact, DayRange, Declaration, ResponseStep } from './product.ts';

/** A problem or a mechanism that is supposed to give way. */
export type BreakTarget =
  /** discrete logarithms on curves: every signature and every key agreement on them */
  | { readonly what: 'curves'; readonly curves: readonly CurveId[] | 'all' }
  /** integers of so many bits and fewer: every use of RSA; without `upToBits` of any length */
  | { readonly what: 'factoring'; readonly upToBits?: number }
  /** discrete logarithms modulo a prime of so many bits and fewer */
  | { readonly what: 'finite-field'; readonly upToBits?: number }
  /** one mechanism by itself */
  | { readonly what: 'algorithm'; readonly algorithms: readonly AlgorithmId[]; readonly keyBits?: number; readonly mode?: CipherMode }
  /** everything that Shor's algorithm breaks */
  | { readonly what: 'shor' };

/** `broken=ecdsa-p256@2031-01-01`, read. */
export interface BrokenScenario {
  readonly kind: 'broken';
  /** as the operator wrote it, without the date */
  readonly written: string;
  readonly on: IsoDate;
  readonly targets: readonly BreakTarget[];
}

/** `leaked=KEYID`, read: an asset id, a fingerprint or its beginning. */
export interface LeakedScenario {
  readonly kind: 'leaked';
  readonly written: string;
  readonly on: IsoDate;
}

/** What is supposed to happen, and on which day. */
export type Scenario = BrokenScenario | LeakedScenario;

/** `holds`: the other half of a hybrid still stands. `may-fall`: a parameter is not known, or it depends on the kind of break. */
export type Standing = 'falls' | 'may-fall' | 'holds' | 'not-hit';

/** How the scenario reaches an asset. */
export type Reach =
  | 'itself'
  | 'key' // its key can be computed, or has leaked
  | 'issuer' // who signed it can be imitated
  | 'part' // something it is built from
  | 'protocol'; // something that it offers or agrees on

/** One asset in one role. */
export interface HitAsset {
  readonly asset: AssetId;
  readonly name: string;
  readonly kind: 'algorithm' | 'certificate' | 'key' | 'protocol';
  readonly standing: Exclude<Standing, 'not-hit'>;
  readonly reach: Reach;
  /** names of what is hit in it, or above it in the chain */
  readonly through: readonly string[];
  /** what keeps it standing, or what a protocol still has */
  readonly left: readonly string[];
  readonly facts: readonly FactId[];
}

/** What follows in a role. The first two look back: what was recorded before the day is lost too. */
export type ConsequenceCode =
  | 'recorded-readable'
  | 'stored-readable'
  | 'images-forgeable'
  | 'identity-forgeable'
  | 'access-forgeable'
  | 'messages-forgeable'
  | 'depends-on-kind';

export interface Consequence {
  readonly code: ConsequenceCode;
  /** reaches back before the day of the scenario */
  readonly retroactive: boolean;
  /** false where it follows only from what may fall */
  readonly certain: boolean;
}

/** The item of the plan that would move a role. */
export interface WayOut {
  readonly item: string;
  readonly to: readonly string[];
  readonly fit: FitVerdict;
  readonly stranded: boolean;
  readonly latestResponsibleDate?: IsoDate;
  readonly effort: DayRange;
}

/** One role that is hit. */
export interface RoleHit {
  readonly role: Role;
  readonly standing: Exclude<Standing, 'not-hit'>;
  readonly assets: readonly HitAsset[];
  readonly consequences: readonly Consequence[];
  /** mechanisms of the same purposes in the role that are not hit */
  readonly beside: readonly string[];
  readonly changedBy?: Changer;
  readonly wayOut?: WayOut;
}

/** Data that crosses a hit link or lies behind a hit wrap. */
export interface DataHit {
  readonly id: string;
  readonly name: string;
  readonly secretYears: number;
  readonly roles: readonly Role[];
  /** when the first unit was placed; absent: not declared */
  readonly sentFrom?: IsoDate;
  /** sent on this day or later, it must still be secret on the day of the scenario */
  readonly stillSecretFrom: IsoDate;
}

export type ChainWord =
  | 'not-hit' // an update verifies and can be relied on, before and after the day
  | 'until-the-day' // an update under the old key can be relied on until the day
  | 'not-tellable' // an update verifies, and so does a forgery
  | 'second-key' // another key of the unit verifies; the hit one can be revoked
  | 'fixed' // nothing changes what it accepts
  | 'not-seen'; // no verifier was seen

/** A link of the chain of trust: what boot or update verifies with, and which update still verifies. */
export interface ChainLink {
  readonly role: 'boot' | 'update';
  readonly verifiers: readonly string[];
  readonly standing: Standing | 'unknown';
  readonly immutable: 'yes' | 'no' | 'unknown';
  readonly keySlots?: number;
  readonly keysRevocable?: boolean;
  readonly word: ChainWord;
  /** days from the day of the report to the day of the scenario */
  readonly daysLeft: number;
  readonly facts: readonly FactId[];
}

/** From the declared figures: days to the first safe image, and to the fleet. Undeclared steps are missing, not zero. */
export interface ResponseTime {
  readonly steps: readonly { readonly step: ResponseStep; readonly days?: DayRange }[];
  /** the sum of what is declared of build, sign and test */
  readonly firstImage: DayRange;
  readonly fleet: DayRange;
  readonly missing: readonly ResponseStep[];
  readonly reachesPercent?: number;
  /** last day to begin so that the fleet has it on the day of the scenario, with the longest declared figures; absent where steps are missing */
  readonly beginBy?: IsoDate;
  readonly declaredBy?: Declaration['declaredBy'];
  readonly declaredOn?: IsoDate;
}

/** Units as declared. */
export interface UnitsHit {
  readonly count?: number;
  readonly byMarket: readonly { readonly market: Market; readonly count?: number }[];
  readonly placedFrom?: IsoDate;
  readonly placedTo?: IsoDate;
  /** the last day on which any unit is supported */
  readonly supportEnds?: IsoDate;
  /** the last day on which a unit is expected in the field */
  readonly fieldEnds?: IsoDate;
  /** units in the field on the day of the scenario whose support has ended by then */
  readonly unsupported?: { readonly supportEnds: IsoDate; readonly count?: number };
}

/** What no update brings back. */
export type Loss =
  | { readonly what: 'immutable-verifier'; readonly role: Role }
  | { readonly what: 'held-elsewhere'; readonly role: Role; readonly by: Exclude<Changer, 'vendor-ota'> }
  | { readonly what: 'unsupported-units'; readonly supportEnds: IsoDate; readonly count?: number }
  | { readonly what: 'unreached-units'; readonly percent: number; readonly count?: number }
  | { readonly what: 'sent-data'; readonly data: DataHit }
  | { readonly what: 'recorded-unknown' };

export type ClockId = 'cra-vulnerability' | 'cra-incident' | 'nis2';

/** A duty to report that somebody has to decide on: the questions, never an answer. */
export interface ClockQuestion {
  readonly id: ClockId;
  /** `cra:Art14.1-2` where a framework of this tool has the clause */
  readonly clause?: string;
  /** `not-asked`: the markets or traits that are declared leave it out */
  readonly asked: 'yes' | 'unknown' | 'not-asked';
  readonly appliesFrom?: IsoDate;
}

export type DrillQuestionCode =
  | 'units'
  | 'units-by-market'
  | 'markets'
  | 'support-end'
  | 'field-life'
  | 'response-days'
  | 'rollout-reaches'
  | 'data-life'
  | 'who-changes'
  | 'verifier-immutable'
  | 'key-slots'
  | 'keys-revocable'
  | 'both-signatures'
  | 'parameters-unknown'
  | 'contacts'
  | 'no-product-file';

/** Something the sheet could not say, with the line to paste into `pqready.yaml` where a line can answer it. */
export interface DrillQuestion {
  readonly code: DrillQuestionCode;
  readonly role?: Role;
  /** steps, names or tasks that it asks for */
  readonly names: readonly string[];
  readonly paste?: string;
}

/** The sheet of one product. */
export interface ProductDrill {
  readonly product: string;
  readonly version?: string;
  /** day of the report that it was made from */
  readonly reportAsOf: IsoDate;
  readonly standing: Standing;
  /** what the key id of the operator stands for here; empty for a broken mechanism */
  readonly keys: readonly { readonly asset: AssetId; readonly name: string; readonly spkiSha256?: string }[];
  readonly roles: readonly RoleHit[];
  readonly data: readonly DataHit[];
  readonly units: UnitsHit;
  readonly chain: readonly ChainLink[];
  readonly response: ResponseTime;
  readonly losses: readonly Loss[];
  readonly clocks: readonly ClockQuestion[];
  readonly contacts: readonly Contact[];
  readonly questions: readonly DrillQuestion[];
  /** hit mechanisms that only tests, examples or unused dependencies hold */
  readonly onRecord: number;
  /** roles in scope in which no mechanism was seen: not seen is not safe */
  readonly unseen: readonly Role[];
  readonly gaps: number;
}

/** Over all products of a drill. */
export interface DrillTotals {
  readonly products: Readonly<Record<Standing, number>>;
  /** declared units of the products that fall or may fall */
  readonly units: number;
  readonly byMarket: readonly { readonly market: Market; readonly count: number }[];
  /** products that fall or may fall and declare no number of units */
  readonly unitsUnknown: number;
}

/** A drill over one product or many. */
export interface Drill {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'pqready'; readonly version: string };
  readonly asOf: IsoDate;
  readonly scenario: Scenario;
  readonly products: readonly ProductDrill[];
  readonly totals: DrillTotals;
}
