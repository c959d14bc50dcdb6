// The words of the closed vocabularies: one table a union, so that a page and a log call a thing by the same name.

import type { CheckVerdict, FitVerdict, Gate, GateStep, PlanItem, Relation, Urgency } from '../../model/assessment.ts';
import type { Confidence, GapReason, Grade, Origin, Role, State } from '../../model/evidence.ts';
import type { Bearing, Binding, Market, PolicyStatus } from '../../model/framework.ts';
import type { Changer, Declaration, Product } from '../../model/product.ts';

/** Why a role is not climbed: the product file says so, or nothing of it was seen. */
export function outOfScopeWords(role: Role, product: Product | undefined): string {
  const isDeclared = product?.roles.some((each) => each.role === role && each.inScope === false) ?? false;
  return isDeclared ? 'Not in scope, by the product file.' : 'Not seen in what was looked at, so not climbed.';
}

/** Roles as headings. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  boot: 'Boot',
  update: 'Update',
  'device-identity': 'Device identity',
  transport: 'Transport',
  storage: 'Storage',
  provisioning: 'Provisioning',
  debug: 'Debug',
  radio: 'Radio',
  other: 'Role not known',
};

/** Roles inside a sentence, after “in”, “for” or “of”. */
export const ROLE_PHRASES: Readonly<Record<Role, string>> = {
  boot: 'boot',
  update: 'firmware update',
  'device-identity': 'device identity',
  transport: 'transport',
  storage: 'storage',
  provisioning: 'provisioning',
  debug: 'debug access',
  radio: 'the radio link',
  other: 'a place whose role is not known',
};

export const GATE_NAMES: Readonly<Record<Gate, string>> = {
  G0: 'Known',
  G1: 'Sound today',
  G2: 'Movable',
  G3: 'Able',
  G4: 'Default',
  G5: 'Enforced',
  G6: 'Proven',
};

/** What each gate asks. */
export const GATE_QUESTIONS: Readonly<Record<Gate, string>> = {
  G0: 'Is the mechanism of this role known from source, image or observation?',
  G1: 'Is nothing in this role broken or disallowed today?',
  G2: 'Can the mechanism be changed in the field under an authenticated update before support ends, within the budget of the target?',
  G3: 'Is a standard post-quantum or hybrid mechanism implemented, with its test vectors on record?',
  G4: 'Is it the shipped default, and was it seen to interoperate?',
  G5: 'Is a classical mechanism alone refused?',
  G6: 'Was all this verified independently?',
};

export const VERDICT_WORDS: Readonly<Record<CheckVerdict, string>> = {
  met: 'met',
  'not-met': 'not met',
  'not-applicable': 'not applicable',
  indeterminate: 'indeterminate',
};

export const GATE_STEP_WORDS: Readonly<Record<GateStep['verdict'], string>> = { ...VERDICT_WORDS, 'not-reached': 'not reached' };

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  'decision-needed': 'decision needed',
  indeterminate: 'indeterminate',
  'not-examined': 'not examined by this tool',
  'not-applicable': 'not applicable',
};

export const BEARING_WORDS: Readonly<Record<Bearing, string>> = {
  evidence: 'evidence',
  risk: 'risk input',
  contradiction: 'contradiction if not met',
};

export const STATUS_WORDS: Readonly<Record<PolicyStatus, string>> = {
  allowed: 'allowed',
  'hybrid-only': 'only in a hybrid',
  legacy: 'legacy',
  deprecated: 'deprecated',
  disallowed: 'disallowed',
  'not-in-suite': 'not in the suite',
};

export const BINDING_WORDS: Readonly<Record<Binding, string>> = {
  law: 'law',
  regulation: 'regulation',
  standard: 'standard',
  guideline: 'guideline',
  recommendation: 'recommendation',
  policy: 'policy',
  voluntary: 'voluntary',
};

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  'present-day': 'present-day weakness',
  'quantum-long-lived': 'quantum risk, recordable now',
  quantum: 'quantum risk',
  record: 'for the record',
  good: 'to its credit',
};

export const APPLIES_WORDS: Readonly<Record<'yes' | 'no' | 'unknown', string>> = {
  yes: 'applies',
  no: 'does not apply',
  unknown: 'applicability unknown',
};

/** `true` was read in the document, `secondary` in somebody’s summary, `false` is not yet checked. */
export const VERIFIED_WORDS: Readonly<Record<'true' | 'secondary' | 'false', string>> = {
  true: 'read in the document',
  secondary: 'read second-hand',
  false: 'not verified',
};

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  observed: 'observed',
  binary: 'found in the image',
  source: 'found in source',
  declared: 'declared',
};

/** The letters of the reports; U stands for what is unknown. */
export const GRADE_LETTERS: Readonly<Record<Grade, string>> = { observed: 'O', binary: 'B', source: 'S', declared: 'D' };

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = { certain: 'certain', likely: 'likely', hint: 'hint' };

export const STATE_WORDS: Readonly<Record<State, string>> = {
  present: 'present',
  compiled: 'compiled',
  linked: 'linked',
  enabled: 'enabled',
  called: 'called',
  offered: 'offered',
  negotiated: 'negotiated',
  absent: 'absent',
};

export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  'first-party': 'first-party',
  generated: 'build output',
  dependency: 'dependency',
  example: 'example',
  test: 'test',
};

export const FIT_WORDS: Readonly<Record<FitVerdict, string>> = {
  fits: 'fits',
  tight: 'tight',
  exceeds: 'exceeds',
  indeterminate: 'indeterminate',
};

export const STEP_WORDS: Readonly<Record<PlanItem['step'], string>> = {
  now: 'Weak today',
  'keep-updates': 'Keep the ability to update',
  'long-lived-confidentiality': 'Long-lived confidentiality',
  identity: 'Device identity',
  storage: 'Stored data',
  rest: 'The rest',
  stranded: 'Stranded',
};

export const CHANGER_WORDS: Readonly<Record<Changer, string>> = {
  'vendor-ota': 'the vendor, by an update in the field',
  'vendor-recall': 'the vendor, by recall',
  'silicon-vendor': 'the silicon vendor',
  'standards-body': 'a standards body',
  nobody: 'nobody',
};

export const DECLARER_WORDS: Readonly<Record<Declaration['declaredBy'], string>> = {
  vendor: 'the vendor',
  assessor: 'the assessor',
  'third-party': 'a third party',
};

export const MARKET_WORDS: Readonly<Record<Market, string>> = {
  eu: 'European Union',
  'us-consumer': 'US consumer',
  'us-federal': 'US federal',
  'us-national-security': 'US national security systems',
};

export const GAP_WORDS: Readonly<Record<GapReason, string>> = {
  unreadable: 'could not be read',
  encrypted: 'encrypted',
  'too-large': 'larger than the reader’s bound',
  unsupported: 'format not supported',
  unreachable: 'not reachable',
  'timed-out': 'timed out',
  'not-given': 'not given',
  malformed: 'malformed',
};

/** `1 finding`, `2 findings`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
