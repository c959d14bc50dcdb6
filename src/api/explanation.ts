// What `explain` says of a name, as codes and values; `cli/commands/explain.ts` makes the sentences.

import type { CheckId } from '../model/check.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { Applicability, Bearing, Binding, PolicyStatus, ReadingKind } from '../model/framework.ts';

export type ExplanationKind = 'framework' | 'requirement' | 'class' | 'policy' | 'policy-rule' | 'check' | 'finding-rule';

/** Where a statement stands, and how well it was read. */
export interface Provenance {
  readonly issuer: string;
  readonly document?: string;
  readonly version?: string;
  readonly url?: string;
  readonly read: ReadingKind;
  readonly readOn?: IsoDate;
}

/** A check that bears on what is explained; `bearing` where a requirement says how. */
export interface BearingCheck {
  readonly id: CheckId;
  readonly name: string;
  readonly asks: string;
  readonly bearing?: Bearing;
}

/** Something that would change what is said. */
export type Change =
  | { readonly code: 'finding'; readonly rule: string; readonly check: CheckId }
  | { readonly code: 'decision' }
  | { readonly code: 'read-primary'; readonly read: ReadingKind }
  | { readonly code: 'final-text' }
  | { readonly code: 'date'; readonly date: IsoDate; readonly what: 'applies' | 'deprecated' | 'disallowed' }
  | { readonly code: 'not-examined' }
  | { readonly code: 'never-a-verdict' };

/** One thing that a name stands for. */
export interface Explanation {
  readonly id: string;
  readonly kind: ExplanationKind;
  readonly title: string;
  /** own words */
  readonly says?: string;
  readonly cryptoRelevance?: string;
  readonly binding?: Binding;
  readonly draft?: boolean;
  readonly inferred?: boolean;
  /** the standing that the document gives, or the standing of a mechanism under a policy */
  readonly status?: string | PolicyStatus;
  readonly condition?: string;
  readonly applicability?: Applicability;
  /** test group of a test standard with what the vendor states for it */
  readonly test?: { readonly document: string; readonly group: string; readonly inputs: readonly string[] };
  readonly from?: Provenance;
  readonly aliases: readonly string[];
  readonly checks: readonly BearingCheck[];
  /** full ids of what a check bears on, or of the rows of a pack */
  readonly rows: readonly string[];
  readonly changes: readonly Change[];
}
