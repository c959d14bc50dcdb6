// The part of SARIF 2.1.0 (OASIS, errata 01) that is written here.

import type { CheckId } from '../../model/check.ts';

export interface Message {
  readonly text: string;
}

export interface Region {
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly byteOffset?: number;
  readonly byteLength?: number;
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: Region;
  };
}

export type Kind = 'pass' | 'fail' | 'review' | 'informational';
export type Level = 'none' | 'note' | 'warning' | 'error';

/** §3.27.9, §3.27.10: a result that is no failure has level `none`. */
export type Outcome =
  | { readonly kind: 'fail'; readonly level: Exclude<Level, 'none'> }
  | { readonly kind: Exclude<Kind, 'fail'>; readonly level: 'none' };

export interface Suppression {
  readonly kind: 'external';
  readonly status: 'accepted';
  readonly justification: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** A result before it is written: `key` and place make its fingerprint, `checks` its way to the requirements. */
export interface ResultDraft {
  readonly ruleId: string;
  readonly outcome: Outcome;
  readonly message: Message;
  readonly location?: SarifLocation;
  /** what stays when lines move: what it is about, and the symbol */
  readonly key: readonly string[];
  readonly checks: readonly CheckId[];
  readonly suppressions: readonly Suppression[];
  readonly properties: Readonly<Record<string, string | undefined>>;
}

export interface Relationship {
  readonly target: {
    readonly id: string;
    readonly index: number;
    readonly toolComponent: { readonly name: string; readonly index: number };
  };
  readonly kinds: readonly ['relevant'];
}

export interface Taxonomy {
  readonly name: string;
  readonly version: string;
  readonly organization: string;
  readonly informationUri?: string;
  readonly isComprehensive: false;
  readonly taxa: readonly { readonly id: string; readonly shortDescription: Message }[];
}
