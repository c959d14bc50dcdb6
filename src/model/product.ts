// What a vendor or assessor declares about a product: `pqready.yaml`. A declaration is a fact of grade D, never more.

import type { IsoDate, Role } from './evidence.ts';
import type { Market, ProductClass, Trait } from './framework.ts';

export type Changer = 'vendor-ota' | 'vendor-recall' | 'silicon-vendor' | 'standards-body' | 'nobody';

export interface ProductPart {
  readonly id: string;
  readonly kind: 'firmware' | 'bootloader' | 'radio' | 'companion' | 'cloud' | 'app';
  /** paths inside the product's root */
  readonly paths: readonly string[];
  readonly version?: string;
}

export interface DataClass {
  readonly id: string;
  readonly name: string;
  /** how long it must stay secret after it was sent */
  readonly secretYears: number;
  readonly roles: readonly Role[];
}

export interface RoleDeclaration {
  readonly role: Role;
  readonly inScope?: boolean;
  /** paths or asset ids whose facts have this role */
  readonly paths?: readonly string[];
  readonly changedBy?: Changer;
  readonly verifierImmutable?: boolean;
  /** verification keys that a unit can hold at the same time */
  readonly keySlots?: number;
  /** a key that a unit holds can be revoked in the field */
  readonly keysRevocable?: boolean;
}

export interface Budget {
  readonly flashBytes?: number;
  readonly ramBytes?: number;
  readonly stackBytes?: number;
  readonly bootMs?: number;
  readonly handshakeMs?: number;
}

export interface TargetUse {
  readonly target: string;
  readonly budget: Budget;
}

/** What is told in a sentence. */
export type StatedId =
  | 'update-process'
  | 'sbom-delivery'
  | 'support-statement'
  | 'incident-contact'
  | 'ai-components'
  | 'quantum-risk'
  | 'independent-verification';

/** What no scanner can see and a yes or no tells. `yes` is the answer that helps, except for `pq-claim`. */
export type AnsweredId =
  | 'update-mechanism' // units in the field can be updated
  | 'unique-keys' // every unit has its own secret keys
  | 'both-signatures-required' // where two schemes sign an image, both must verify
  | 'stateful-signing-control' // the signer shows how it keeps the state of LMS or XMSS
  | 're-enrolment' // a unit can get a new identity in the field
  | 'trust-anchor-updatable' // the roots that a unit trusts can be replaced in the field
  | 'rng-seeding' // the entropy source is documented and assessed
  | 'secure-element' // the secure element can take post-quantum mechanisms or be replaced
  | 'key-erasure' // keys can be erased and rotated, factory reset included
  | 'cbom-kept' // the vendor keeps an inventory of cryptography
  | 'crypto-agility' // formats and protocols of the product name their algorithms
  | 'debug-closed' // debug and recovery paths of sold units are closed or authenticated
  | 'model-updates' // model files come in as strongly authenticated as firmware
  | 'pq-claim'; // sales material says that the product is safe against quantum computers

export interface Declaration {
  readonly id: StatedId | AnsweredId;
  readonly statement: string;
  /** of an `AnsweredId` always; of a stated one `no` says that it is not so */
  readonly answer?: 'yes' | 'no';
  readonly declaredBy: 'vendor' | 'assessor' | 'third-party';
  readonly date: IsoDate;
}

/** What somebody is called for when a drill becomes real. */
export type ContactTask =
  | 'decides' // who decides whether a clock runs
  | 'reports' // who reports to the authorities
  | 'signing-keys' // who holds the signing keys
  | 'release' // who builds and rolls out
  | 'vulnerabilities' // who takes reports from outside
  | 'customers' // who tells users and operators
  | 'authority'; // the CSIRT or authority that is told

export interface Contact {
  readonly task: ContactTask;
  readonly name: string;
  /** mail, telephone or page, as written */
  readonly address?: string;
  /** when it answers, `24/7` */
  readonly hours?: string;
}

/** A step on the way to a safe fleet. The first three make an image. */
export type ResponseStep = 'build' | 'sign' | 'test' | 'rollout';

/** A span of days, both ends included. */
export interface DayRange {
  readonly fromDays: number;
  readonly toDays: number;
}

/** How fast an image comes about and reaches units, as declared; a step that is left out is not known. */
export interface Response extends Readonly<Partial<Record<ResponseStep, DayRange>>> {
  /** share of the fleet that a roll-out reaches */
  readonly rolloutReachesPercent?: number;
  readonly declaredBy: Declaration['declaredBy'];
  readonly date: IsoDate;
}

export interface AcceptedRisk {
  readonly finding: string;
  readonly reason: string;
  readonly owner: string;
  readonly date: IsoDate;
  readonly expires: IsoDate;
}

/** Units that were or will be placed on the market in a run of their own. */
export interface UnitBatch {
  readonly name?: string;
  readonly placedFrom: IsoDate;
  readonly placedTo: IsoDate;
  readonly count?: number;
  /** where it differs from the product's */
  readonly supportEnds?: IsoDate;
  readonly fieldLifeYears?: number;
}

export interface Units {
  readonly placedFrom: IsoDate;
  readonly placedTo: IsoDate;
  readonly count?: number;
  /** where runs differ in number, support or field life; without them all units are one batch */
  readonly batches?: readonly UnitBatch[];
  /** units placed on each market; a market that is left out is not known */
  readonly byMarket?: Readonly<Partial<Record<Market, number>>>;
}

/** `pqready.yaml`. Six lines are enough: name, targets, units, support. */
export interface Product {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
  readonly vendor?: string;
  readonly parts: readonly ProductPart[];
  readonly targets: readonly TargetUse[];
  readonly units?: Units;
  readonly supportEnds?: IsoDate;
  readonly fieldLifeYears?: number;
  readonly markets: readonly Market[];
  readonly highRiskUse?: boolean;
  readonly productClass?: ProductClass;
  /** a trait that is left out is not known */
  readonly traits?: Readonly<Partial<Record<Trait, boolean>>>;
  readonly data: readonly DataClass[];
  readonly roles: readonly RoleDeclaration[];
  readonly policies: readonly string[];
  readonly declarations: readonly Declaration[];
  readonly acceptedRisks: readonly AcceptedRisk[];
  readonly contacts?: readonly Contact[];
  readonly response?: Response;
}
