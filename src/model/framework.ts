// Requirement sets as data: laws, regulations, standards, guidelines, and the policies that put dates on algorithms.
// A law's clause never carries a verdict; it lists the checks that bear on it.

import type { AlgorithmId, CurveId } from './algorithm.ts';
import type { CheckId } from './check.ts';
import type { IsoDate, Role } from './evidence.ts';

export type Binding = 'law' | 'regulation' | 'standard' | 'guideline' | 'recommendation' | 'policy' | 'voluntary';

/** True for a law and a rule made under one: what binds so carries no verdict. */
export function isLaw(binding: Binding): boolean {
  return binding === 'law' || binding === 'regulation';
}

/**
 * How a statement of a pack was read: in the issuer's own publication (`primary`), in a true copy of its text (`copy`), in somebody's quotation
 * or summary (`secondary`), or not at all (`none`).
 */
export type ReadingKind = 'primary' | 'copy' | 'secondary' | 'none';

/** How, on which day, and in which of the pack's documents. Nothing that was not read has a day. */
export type Reading =
  | { readonly how: Exclude<ReadingKind, 'none'>; readonly date: IsoDate; readonly document?: string }
  | { readonly how: 'none'; readonly document?: string };

/** What a reading is worth in an assessment, by `knowledge/readings.ts`: `true` for primary and copy. Only `true` may fail a build. */
export type Verified = true | 'secondary' | false;

export type Market = 'eu' | 'us-consumer' | 'us-federal' | 'us-national-security';

/** The classes of the CRA: neither Annex III nor IV, Annex III class I and II, Annex IV. They decide the route of conformity assessment. */
export type ProductClass = 'default' | 'important-1' | 'important-2' | 'critical';

/** What a product is or has, as far as a framework asks: declared true or false, or not declared. */
export type Trait =
  | 'consumer'
  | 'radio-equipment'
  | 'ai-components'
  | 'critical-sector'
  | 'control-function'
  | 'internet-exposed'
  | 'federal-contractor';

/** When a framework or clause is asked of a product. Every given condition must hold; none given: always. */
export interface Applicability {
  /** one of them */
  readonly markets?: readonly Market[];
  /** asked only of products in a high-risk use */
  readonly highRiskOnly?: boolean;
  /** all of them */
  readonly traits?: readonly Trait[];
  /** one of them */
  readonly classes?: readonly ProductClass[];
  /** asked only where the operator or the product file names the policy */
  readonly onRequest?: boolean;
}

export interface KeyDate {
  readonly date: IsoDate;
  readonly event: string;
  readonly reading: Reading;
}

/** A document that a pack speaks of, by its official name and address; readings name it by its id. */
export interface PackDocument {
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  readonly url?: string;
}

/** One class of product with what falls in it and what follows, in own words. */
export interface ClassRow {
  readonly class: ProductClass;
  /** official identifier, `AnnexIII.I` */
  readonly id: string;
  readonly examples: readonly string[];
  readonly route: string;
  readonly reading: Reading;
}

/** How a test standard assesses a clause: its test group and the information that the vendor gives for it (`IXIT 7-UpdMech`). */
export interface TestGroup {
  readonly document: string;
  readonly group: string;
  readonly inputs: readonly string[];
  readonly reading: Reading;
}

/** The words that a standard uses where this tool says met, not met, indeterminate and not applicable. */
export interface VerdictWords {
  readonly met: string;
  readonly 'not-met': string;
  readonly indeterminate: string;
  readonly 'not-applicable': string;
}

/** How a check bears on a clause: as evidence for it, as a risk that a dated decision must address, or as direct contradiction when not met. */
export type Bearing = 'evidence' | 'risk' | 'contradiction';

export interface Clause {
  /** official identifier within the framework, `AnnexI.P1.2.e`; where the document gives none, `notes` of the pack say that the id is ours */
  readonly id: string;
  readonly aliases: readonly string[];
  /** own words, never the legal text */
  readonly summary: string;
  readonly cryptoRelevance?: string;
  /** the standing that the document itself gives, `MF(g)` in EN 303 645 */
  readonly status?: string;
  /** in own words: when the clause is asked beyond what `applicability` can say */
  readonly condition?: string;
  readonly binding?: Binding;
  readonly draft: boolean;
  /** reasoned by this project; no document says it */
  readonly inferred?: boolean;
  readonly appliesFrom?: IsoDate;
  readonly applicability?: Applicability;
  readonly reading: Reading;
  readonly test?: TestGroup;
  readonly checks: readonly { readonly check: CheckId; readonly bearing: Bearing }[];
}

/** `profiles/frameworks/<id>.json`. Ids are written `<framework>:<clause>`, where an alias may stand for either. */
export interface Framework {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly version: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  readonly binding: Binding;
  readonly url?: string;
  readonly reading: Reading;
  readonly documents: readonly PackDocument[];
  readonly applicability?: Applicability;
  readonly dates: readonly KeyDate[];
  readonly classes: readonly ClassRow[];
  /** id of the policy with the dates of this framework: who names the policy asks for the framework too */
  readonly policy?: string;
  /** never of a law */
  readonly verdictWords?: VerdictWords;
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
  readonly reading: Reading;
  readonly note?: string;
}

/** `profiles/policies/<id>.json`. The first rule that selects a use decides. Ids of rules are written `<policy>:<rule>`. */
export interface Policy {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly version: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  readonly binding: Binding;
  readonly url?: string;
  readonly documents: readonly PackDocument[];
  readonly applicability?: Applicability;
  readonly dates: readonly KeyDate[];
  readonly rules: readonly PolicyRule[];
  readonly notes: readonly string[];
}

/** The frameworks and policies of a run, those that ship and the operator's own. */
export interface Packs {
  readonly frameworks: readonly Framework[];
  readonly policies: readonly Policy[];
}
