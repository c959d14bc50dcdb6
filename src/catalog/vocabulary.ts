// The closed words a profile may use, each with its meaning for the person who writes the file. Total over the unions of the model:
// a word added there does not compile until it has a meaning here. The meanings become descriptions in the JSON Schemas.

import type { Role } from '../model/evidence.ts';
import type { Bearing, Binding, Market, PolicyStatus, ProductClass, ReadingKind, Trait } from '../model/framework.ts';
import type { BuildKind, MeasurementMethod, Metric, Operation } from '../model/measurement.ts';
import type { AnsweredId, Changer, ContactTask, Declaration, ProductPart, ResponseStep, StatedId } from '../model/product.ts';
import type { Isa } from '../model/target.ts';

/** Words and what each means. */
export type Vocabulary<Word extends string> = Readonly<Record<Word, string>>;

export const ROLES: Vocabulary<Role> = {
  boot: 'verifies what the device starts',
  update: 'verifies what the device installs',
  'device-identity': 'proves which device this is',
  transport: 'protects data on the way',
  storage: 'protects data at rest',
  provisioning: 'puts keys and settings into the device',
  debug: 'guards debug and service access',
  radio: 'pairing and link security of a radio standard',
  other: 'none of the others',
};

export const MARKETS: Vocabulary<Market> = {
  eu: 'made available in the European Union',
  'us-consumer': 'sold to consumers in the United States',
  'us-federal': 'bought by US federal agencies',
  'us-national-security': 'used in US national security systems',
};

export const PRODUCT_CLASSES: Vocabulary<ProductClass> = {
  default: 'named in neither annex of the Cyber Resilience Act',
  'important-1': 'Annex III, class I',
  'important-2': 'Annex III, class II',
  critical: 'Annex IV',
};

export const TRAITS: Vocabulary<Trait> = {
  consumer: 'for use at home or by a person',
  'radio-equipment': 'radio equipment in the meaning of Directive 2014/53/EU',
  'ai-components': 'holds or loads a machine-learned model',
  'critical-sector': 'used in a sector of Annex I or II of Directive (EU) 2022/2555, or a US critical infrastructure sector',
  'control-function': 'controls, protects or meters a process',
  'internet-exposed': 'reachable from the public internet',
  'federal-contractor': 'its maker sells under a contract of the US federal government',
};

export const READINGS: Vocabulary<ReadingKind> = {
  primary: 'read in the issuer’s own publication',
  copy: 'read in a true copy of its text',
  secondary: 'read in somebody’s quotation or summary',
  none: 'not read yet',
};

export const CHANGERS: Vocabulary<Changer> = {
  'vendor-ota': 'the vendor, by an update in the field',
  'vendor-recall': 'the vendor, with the unit in hand',
  'silicon-vendor': 'the maker of the chip or secure element',
  'standards-body': 'the body that owns the protocol or radio standard',
  nobody: 'nobody: fused, masked or lost',
};

export const CONTACT_TASKS: Vocabulary<ContactTask> = {
  decides: 'decides whether a duty to report has begun',
  reports: 'reports to the authorities',
  'signing-keys': 'holds the signing keys',
  release: 'builds, tests and rolls out an image',
  vulnerabilities: 'takes reports of vulnerabilities from outside',
  customers: 'tells users and operators',
  authority: 'the CSIRT or authority that is told',
};

export const RESPONSE_STEPS: Vocabulary<ResponseStep> = {
  build: 'days to build an image',
  sign: 'days to get it signed',
  test: 'days to test it',
  rollout: 'days to reach the fleet',
};

export const PART_KINDS: Vocabulary<ProductPart['kind']> = {
  firmware: 'the main firmware of the device',
  bootloader: 'what starts and verifies the firmware',
  radio: 'firmware of a radio or modem',
  companion: 'another processor in the device',
  cloud: 'a service the device talks to',
  app: 'an application on a phone or computer',
};

const STATED: Vocabulary<StatedId> = {
  'update-process': 'how updates are made, signed and delivered',
  'sbom-delivery': 'how users get the software bill of materials',
  'support-statement': 'where the support period is published',
  'incident-contact': 'whom to tell of a vulnerability',
  'ai-components': 'which parts are models, and how they are signed',
  'quantum-risk': 'the dated decision on quantum risk in the risk assessment',
  'independent-verification': 'who verified the product, and what',
};

/** Declarations that are a yes or no. */
export const ANSWERED: Vocabulary<AnsweredId> = {
  'update-mechanism': 'yes: units in the field can be updated',
  'unique-keys': 'yes: every unit has its own secret keys',
  'both-signatures-required': 'yes: where two schemes sign an image, it is refused unless both verify',
  'stateful-signing-control': 'yes: the signer of LMS or XMSS shows that no one-time key is used twice',
  're-enrolment': 'yes: a unit in the field can get a new identity',
  'trust-anchor-updatable': 'yes: the roots that a unit trusts can be replaced in the field',
  'rng-seeding': 'yes: the entropy source is documented and assessed',
  'secure-element': 'yes: the secure element can take post-quantum mechanisms or be replaced',
  'key-erasure': 'yes: keys can be erased and rotated, by a factory reset too',
  'cbom-kept': 'yes: the vendor keeps an inventory of cryptography',
  'crypto-agility': 'yes: formats and protocols of the product name the algorithms they use',
  'debug-closed': 'yes: debug and recovery paths of sold units are closed or authenticated',
  'model-updates': 'yes: model files come in as strongly authenticated as firmware',
  'pq-claim': 'yes: sales material says that the product is safe against quantum computers',
};

export const DECLARATIONS: Vocabulary<Declaration['id']> = { ...STATED, ...ANSWERED };

export const BINDINGS: Vocabulary<Binding> = {
  law: 'law',
  regulation: 'rule made under a law',
  standard: 'standard',
  guideline: 'guideline of an authority',
  recommendation: 'recommendation',
  policy: 'policy of a public body for its own purchases or systems',
  voluntary: 'voluntary programme',
};

export const BEARINGS: Vocabulary<Bearing> = {
  evidence: 'met, it supports the clause',
  risk: 'not met, it is a risk that a dated decision must address',
  contradiction: 'not met, it contradicts the clause',
};

export const POLICY_STATUSES: Vocabulary<PolicyStatus> = {
  allowed: 'allowed',
  'hybrid-only': 'allowed in a hybrid only',
  legacy: 'tolerated in what exists, not for new designs',
  deprecated: 'still usable, with risk accepted by the owner of the data',
  disallowed: 'not allowed',
  'not-in-suite': 'not named by the suite',
};

export const ISAS: Vocabulary<Isa> = {
  'armv6-m': 'Cortex-M0, M0+, M1',
  'armv7-m': 'Cortex-M3',
  'armv7e-m': 'Cortex-M4, M7',
  'armv8-m': 'Cortex-M23, M33, M55, M85',
  'armv7-a': 'Cortex-A, 32-bit',
  'armv8-a': 'Cortex-A, 64-bit',
  rv32imc: 'RISC-V, 32-bit, without atomics',
  rv32imac: 'RISC-V, 32-bit, with atomics',
  rv64: 'RISC-V, 64-bit',
  'xtensa-lx6': 'Xtensa LX6',
  'xtensa-lx7': 'Xtensa LX7',
  'x86-64': 'x86, 64-bit',
};

export const METHODS: Vocabulary<MeasurementMethod> = {
  'measured-board': 'a log of the board itself',
  'measured-host': 'measured on a development machine',
  'counted-emulated': 'instructions counted in emulation',
  'cycles-modelled': 'counted instructions weighted by a model of the core',
  projected: 'computed from other figures, with a range',
  published: "somebody's published table, cited",
};

export const METRICS: Vocabulary<Metric> = {
  instructions: 'instructions executed',
  cycles: 'clock cycles',
  timeUs: 'microseconds',
  stackBytes: 'peak stack of the operation, without keys, message, ciphertext and signature',
  codeBytes: 'flash that the scheme takes: code and constants',
  wireBytes: 'bytes sent',
  energyUj: 'microjoules',
};

export const BUILDS: Vocabulary<BuildKind> = {
  portable: 'portable code, no assembly',
  speed: 'tuned for speed',
  stack: 'tuned for a small stack',
  doubtful: 'not to be trusted: shown with its note, decides nothing',
};

export const OPERATIONS: Vocabulary<Operation> = {
  keygen: 'make a key pair',
  encaps: 'encapsulate',
  decaps: 'decapsulate',
  sign: 'sign',
  verify: 'verify',
  keyagree: 'agree on a key',
  digest: 'hash',
};

/** The words of a vocabulary, in the order of their table. */
export function wordsOf<Word extends string>(vocabulary: Vocabulary<Word>): readonly Word[] {
  return Object.keys(vocabulary) as Word[]; // the keys of a total table over Word
}
