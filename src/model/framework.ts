// Requirement sets as data: laws, regulations, standards, guidelines, and the policies that put dates on algorithms.
// A law's clause never carries a verdict; it lists the checks that bear on it.

import type { AlgorithmId, CurveId } from './algorithm.ts';
import type { CheckId } from './check.ts';
import type { IsoDate, Role } from './evidence.ts';

export type Binding = 'law' | 'regulation' | 'standard' | 'guideline' | 'recommendation' | 'policy' | 'voluntary';

/** Was the statement read in an opened document (`true`), in somebody's summary (`secondary`), or not yet (`false`)? Only `true` may fail a build. */
export type Verified = true | 'secondary' | false;

export type Market = 'eu' | 'us-consumer' | 'us-federal' | 'us-national-security';

/** When a framework or clause is asked of a product. Every given condition must hold; none given: always. */
export interface Applicability {
  readonly markets?: readonly Market[];
  /** asked only of products in a high-risk use */
  readonly highRiskOnly?: boolean;
}

export interface KeyDate {
  readonly date: IsoDate;
  readonly event: string;
  readonly verified: Verified;
}

/** How a check bears on a clause: as evidence for it, as a risk that a dated decision must address, or as direct contradiction when not met. */
export type Bearing = 'evidence' | 'risk' | 'contradiction';

export interface Clause {
  /** official identifier within the framework, `AnnexI.P1.2.e` */
  readonly id: string;
  readonly aliases: readonly string[];
  /** own words, never the legal text */
  readonly summary: string;
  readonly cryptoRelevance?: string;
  readonly binding?: Binding;
  readonly draft: boolean;
  readonly appliesFrom?: IsoDate;
  readonly applicability?: Applicability;
  readonly verified: Verified;
  readonly checks: readonly { readonly check: CheckId; readonly bearing: Bearing }[];
}

/** `profiles/frameworks/<id>.json`. Ids are written `<framework>:<clause>`. */
export interface Framework {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  readonly binding: Binding;
  readonly url?: string;
  readonly verified: Verified;
  readonly applicability?: Applicability;
  readonly dates: readonly KeyDate[];
  readonly clauses: readonly Clause[];
  readonly notes: readonly string[];
}

/** Which mechanisms a rule speaks of. Every given condition must hold. */
export interface AlgorithmSelector {
  readonly algorithms: readonly AlgorithmId[];
  readonly minKeyBits?: number;
  readonly maxKeyBits?: number;
  readonly curves?: readonly CurveId[];
  readonly roles?: readonly Role[];
}

export type PolicyStatus = 'allowed' | 'hybrid-only' | 'legacy' | 'deprecated' | 'disallowed' | 'not-in-suite';

/** What a policy says of some mechanisms: its standing now, and the last day on which each later standing has not yet begun. */
export interface PolicyRule {
  /** `IR8547.T2.112` */
  readonly id: string;
  readonly select: AlgorithmSelector;
  readonly status: PolicyStatus;
  readonly deprecatedAfter?: IsoDate;
  readonly disallowedAfter?: IsoDate;
  readonly draft: boolean;
  readonly verified: Verified;
  readonly note?: string;
}

/** `profiles/policies/<id>.json`. The first rule that selects a use decides. */
export interface Policy {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  readonly binding: Binding;
  readonly url?: string;
  readonly applicability?: Applicability;
  readonly dates: readonly KeyDate[];
  readonly rules: readonly PolicyRule[];
  readonly notes: readonly string[];
}
