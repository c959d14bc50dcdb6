// Every sentence the tool can say, as a code with typed arguments. `report/wording.ts` is total over the codes, so a code without a
// sentence does not compile, nor does an argument that no sentence knows.

import type { IsoDate, Role } from './evidence.ts';
import type { Trait } from './framework.ts';
import type { AnsweredId, Changer, Declaration } from './product.ts';

/** Titles of findings: what was seen, and why it matters. */
export interface FindingStatements {
  readonly 'broken-cipher': { readonly name: string; readonly role: Role; readonly why: string };
  readonly 'weak-signature-digest': { readonly name: string; readonly role: Role };
  readonly 'weak-hash-purpose-unknown': { readonly name: string; readonly role: Role };
  readonly 'weak-hash-keyed': { readonly name: string; readonly role: Role };
  readonly 'not-a-security-use': { readonly name: string; readonly why: string };
  readonly 'short-key': { readonly name: string; readonly role: Role; readonly bits: number; readonly wantedBits: number };
  readonly 'unsafe-mode': { readonly name: string; readonly role: Role };
  readonly 'weak-key-derivation': { readonly name: string; readonly role: Role };
  readonly 'few-iterations': { readonly name: string; readonly iterations: number; readonly wanted: number };
  readonly 'legacy-protocol': { readonly protocol: string; readonly versions: string };
  readonly 'static-key-exchange': { readonly name: string; readonly suites: number; readonly example: string };
  readonly 'certificate-weak-signature': { readonly name: string; readonly digest: string };
  readonly 'certificate-expired': { readonly name: string; readonly notAfter: IsoDate };
  readonly 'private-key-in-tree': { readonly name: string; readonly container: string };
  readonly 'private-key-encrypted-in-tree': { readonly name: string; readonly container: string };
  readonly 'secret-key-in-tree': { readonly name: string };
  readonly 'image-hash-only': { readonly role: Role };
  readonly 'rollback-possible': { readonly role: Role };
  readonly 'classical-boot-signature': { readonly name: string };
  readonly 'classical-update-signature': { readonly name: string };
  readonly 'classical-identity': { readonly name: string };
  readonly 'classical-key-exchange-long-lived': { readonly name: string; readonly data: string; readonly secretUntil: IsoDate };
  readonly 'classical-key-exchange-life-unknown': { readonly name: string };
  readonly 'classical-key-exchange-short-lived': { readonly name: string };
  readonly 'classical-fallback': { readonly name: string; readonly beside: string };
  readonly 'classical-beside-signature': {
    readonly name: string;
    readonly beside: string;
    readonly role: Role;
    /** the product file says that both must verify */
    readonly declared?: boolean;
  };
  readonly 'classical-storage-wrap': { readonly name: string };
  readonly 'classical-radio': { readonly name: string };
  readonly 'classical-elsewhere': { readonly name: string; readonly role: Role };
  readonly 'verifier-immutable': { readonly role: Role };
  readonly 'certificate-past-sunset': {
    readonly name: string;
    readonly notAfter: IsoDate;
    readonly policy: string;
    readonly sunset: IsoDate;
    /** the row decides nothing: a draft, not verified, or not known to apply */
    readonly informs: boolean;
  };
  readonly 'round-3-scheme': { readonly name: string; readonly standard: string };
  readonly 'no-tls13': { readonly protocol: string; readonly versions: string };
  readonly 'support-outlives-sunset': {
    /** mechanisms of the role with the same last day, as printed */
    readonly name: string;
    readonly role: Role;
    readonly policy: string;
    readonly sunset: IsoDate;
    readonly needed: IsoDate;
    readonly days: number;
    readonly informs: boolean;
  };
  readonly 'exceeds-target': { readonly target: string; readonly purpose: 'signature' | 'key-establishment' };
  readonly 'pq-signature': { readonly name: string; readonly role: Role };
  readonly 'pq-key-establishment': { readonly name: string; readonly role: Role };
  readonly 'pq-not-in-use': { readonly name: string; readonly role: Role };
  readonly 'stateful-signature': { readonly name: string; readonly role: Role };
  readonly 'aes-128-adequate': { readonly name: string; readonly role: Role };
  readonly 'pre-shared-key': { readonly name: string };
  readonly 'unrecognised-algorithm': { readonly name: string; readonly role: Role };
  readonly 'support-period-missing': { readonly product: string };
  readonly 'quantum-risk-missing': { readonly product: string };
  readonly 'sbom-not-seen': Readonly<Record<string, never>>;
  readonly 'coverage-gaps': { readonly gaps: number };
  /** the product file answers a yes-or-no declaration in the way that does not help */
  readonly 'declared-lack': { readonly what: AnsweredId; readonly by: Declaration['declaredBy']; readonly date: IsoDate };
  readonly 'sbom-denied': { readonly by: Declaration['declaredBy']; readonly date: IsoDate };
  readonly 'support-unpublished': { readonly by: Declaration['declaredBy']; readonly date: IsoDate };
  readonly 'kem-alone': { readonly name: string; readonly role: Role };
  readonly 'claim-contradicted': { readonly names: string; readonly by: Declaration['declaredBy']; readonly date: IsoDate };
  readonly 'high-risk-use': { readonly names: string };
  readonly 'updates-past-sunset': {
    readonly name: string;
    readonly policy: string;
    readonly sunset: IsoDate;
    readonly lastOffered: IsoDate;
    readonly informs: boolean;
  };
  readonly 'library-past-end': { readonly name: string; readonly branch: string; readonly ended: IsoDate };
  readonly 'acceptance-expired': { readonly finding: string; readonly expired: IsoDate };
}

/** Why a check came out as it did. */
export interface ReasonStatements {
  readonly 'none-among': { readonly examined: number; readonly role: Role };
  readonly 'none-among-all': { readonly examined: number };
  readonly 'none-in-files': { readonly files: number };
  /** `first` is the gravest of the findings, by its title */
  readonly found: { readonly findings: number; readonly first: Statement };
  readonly 'found-uncertain': { readonly findings: number; readonly first: Statement };
  /** mechanisms under a condition that nobody evaluated, or only hinted at */
  readonly 'use-uncertain': { readonly names: string; readonly role: Role };
  readonly 'parameter-unknown': { readonly what: 'key size' | 'mode' | 'algorithm' | 'purpose'; readonly name: string };
  readonly 'nothing-seen': { readonly role: Role };
  /** a protocol of the role was seen, and nothing of what it is made of */
  readonly 'only-protocol-seen': { readonly names: string; readonly role: Role };
  readonly 'kind-not-seen': {
    readonly what: 'protocol version' | 'cipher suite' | 'certificate' | 'random generator' | 'library' | 'post-quantum mechanism';
  };
  readonly 'no-such-mechanism': { readonly role: Role };
  readonly 'out-of-scope': { readonly role: Role };
  readonly 'not-looked': { readonly scanner: string };
  readonly 'seen-in-role': { readonly names: string; readonly role: Role };
  readonly 'declared-only': { readonly role: Role };
  readonly 'all-read': { readonly files: number };
  readonly 'gaps-left': { readonly gaps: number };
  readonly 'nothing-read': Readonly<Record<string, never>>;
  readonly 'quantum-ready': { readonly names: string; readonly role: Role };
  readonly 'symmetric-only': { readonly role: Role };
  readonly 'classical-only': { readonly names: string; readonly role: Role };
  readonly 'draft-only': { readonly names: string; readonly role: Role };
  readonly 'classical-beside': { readonly names: string; readonly role: Role };
  readonly 'seen-negotiated': { readonly names: string };
  readonly 'default-not-observed': { readonly names: string };
  readonly 'changed-by': { readonly role: Role; readonly by: Changer };
  readonly 'changer-unknown': { readonly role: Role };
  readonly 'verifier-fixed': { readonly role: Role };
  readonly 'authenticated-by': { readonly names: string };
  /** keys and certificates lie there; no verification was seen */
  readonly 'verification-not-seen': { readonly names: string };
  readonly 'switch-on': { readonly what: 'anti-rollback' };
  readonly 'switch-unknown': { readonly what: 'anti-rollback' };
  readonly 'versions-seen': { readonly versions: string };
  readonly 'standard-schemes': { readonly names: string };
  readonly 'fit-found': { readonly names: string };
  readonly 'fit-exceeds': { readonly target: string };
  readonly 'fit-unknown': Readonly<Record<string, never>>;
  readonly 'fit-no-target': Readonly<Record<string, never>>;
  readonly 'random-seed-not-examined': { readonly names: string };
  readonly 'sbom-seen': Readonly<Record<string, never>>;
  readonly 'sbom-none': Readonly<Record<string, never>>;
  readonly 'cbom-made': { readonly assets: number };
  readonly 'no-product-file': Readonly<Record<string, never>>;
  readonly declared: { readonly by: Declaration['declaredBy']; readonly date: IsoDate };
  /** said of an SBOM: the file itself was not read */
  readonly 'declared-not-read': { readonly by: Declaration['declaredBy']; readonly date: IsoDate };
  readonly 'answer-missing': Readonly<Record<string, never>>;
  readonly 'no-claim': Readonly<Record<string, never>>;
  readonly 'claim-not-contradicted': Readonly<Record<string, never>>;
  readonly 'not-high-risk': Readonly<Record<string, never>>;
  readonly 'high-risk-unknown': Readonly<Record<string, never>>;
  readonly 'no-models': Readonly<Record<string, never>>;
  readonly 'branches-maintained': { readonly names: string };
  readonly 'branch-unknown': { readonly names: string };
  readonly 'version-unknown': { readonly names: string };
  readonly 'not-declared': Readonly<Record<string, never>>;
  readonly 'support-until': { readonly date: IsoDate };
  readonly 'support-over': { readonly date: IsoDate };
  readonly 'support-unknown': Readonly<Record<string, never>>;
  readonly 'within-sunsets': { readonly rows: number };
  readonly 'past-sunset': { readonly rows: number };
  readonly 'past-sunset-informative': { readonly rows: number };
  readonly 'no-sunset-applies': Readonly<Record<string, never>>;
  readonly 'vectors-not-on-record': { readonly names: string };
  /** a conformance test of the product's own part, by its required requirements */
  readonly 'conformance-met': { readonly names: string; readonly implementation: string; readonly part: string };
  readonly 'conformance-not-met': {
    readonly names: string;
    readonly implementation: string;
    readonly part: string;
    readonly clause: string;
  };
  readonly 'update-not-sound': Readonly<Record<string, never>>;
}

/** Steps of the plan: what to do, how to go back, how to see that it is done. */
export interface PlanStatements {
  /** `certain`: some of it is known to be in the product */
  readonly 'fix-now': { readonly role: Role; readonly from: string; readonly certain: boolean };
  readonly 'remove-key': { readonly role: Role };
  readonly 'reissue-certificate': { readonly role: Role; readonly from: string; readonly certain: boolean };
  readonly 'sign-images': { readonly role: Role };
  readonly 'add-pq-verifier': { readonly role: Role; readonly from: string; readonly to: string };
  readonly 'enable-tls13': { readonly role: Role; readonly from: string };
  readonly 'add-hybrid-key-exchange': { readonly role: Role; readonly from: string; readonly to: string };
  readonly 'reissue-identity': { readonly from: string; readonly to: string };
  readonly 'rewrap-storage': { readonly from: string; readonly to: string };
  readonly 'replace-elsewhere': { readonly role: Role; readonly from: string; readonly to: string };
  readonly 'refuse-fallback': { readonly role: Role; readonly from: string };
  readonly 'find-role': { readonly from: string };
  readonly 'replace-draft-scheme': { readonly role: Role; readonly from: string; readonly to: string };
  readonly 'live-with-fixed-verifier': { readonly role: Role; readonly from: string };
  readonly 'live-with-standard': { readonly role: Role; readonly from: string };
  readonly 'live-with-target': { readonly role: Role; readonly from: string };
  readonly 'rollback-previous-release': Readonly<Record<string, never>>;
  readonly 'rollback-keep-both-verifiers': Readonly<Record<string, never>>;
  readonly 'rollback-classical-group': Readonly<Record<string, never>>;
  readonly 'rollback-old-certificate': Readonly<Record<string, never>>;
  readonly 'rollback-old-wrap': Readonly<Record<string, never>>;
  readonly 'rollback-none': Readonly<Record<string, never>>;
  readonly 'verify-no-finding': Readonly<Record<string, never>>;
  readonly 'verify-certificate-chain': Readonly<Record<string, never>>;
  readonly 'verify-rejects-classical-image': Readonly<Record<string, never>>;
  readonly 'verify-group-negotiated': { readonly to: string };
  readonly 'verify-identity-chain': Readonly<Record<string, never>>;
  readonly 'verify-rewrapped': Readonly<Record<string, never>>;
  readonly 'verify-decision-recorded': Readonly<Record<string, never>>;
}

/** Open questions. */
export interface QuestionStatements {
  readonly 'ask-support-end': Readonly<Record<string, never>>;
  readonly 'ask-markets': Readonly<Record<string, never>>;
  readonly 'ask-field-life': Readonly<Record<string, never>>;
  readonly 'ask-data-life': Readonly<Record<string, never>>;
  readonly 'ask-who-changes': { readonly role: Role };
  readonly 'ask-target': Readonly<Record<string, never>>;
  readonly 'ask-build': Readonly<Record<string, never>>;
  readonly 'ask-role-paths': { readonly role: Role };
  readonly 'ask-quantum-risk': Readonly<Record<string, never>>;
  readonly 'ask-update-process': Readonly<Record<string, never>>;
  readonly 'ask-incident-contact': Readonly<Record<string, never>>;
  readonly 'ask-verification': Readonly<Record<string, never>>;
  readonly 'ask-high-risk': Readonly<Record<string, never>>;
  readonly 'ask-declared': { readonly what: AnsweredId };
  readonly 'ask-support-statement': Readonly<Record<string, never>>;
  readonly 'ask-sbom': Readonly<Record<string, never>>;
  readonly 'ask-trait': { readonly trait: Trait };
}

/** Every code with its arguments. */
export interface StatementArgs extends FindingStatements, ReasonStatements, PlanStatements, QuestionStatements {}

export type StatementCode = keyof StatementArgs;

/** A statement of one of the codes `C`, its arguments tied to its code. */
export type StatementOf<C extends StatementCode> = { readonly [K in C]: { readonly code: K; readonly args: StatementArgs[K] } }[C];

/** A sentence to be made: a code of `report/wording.ts` and its arguments. */
export type Statement = StatementOf<StatementCode>;
