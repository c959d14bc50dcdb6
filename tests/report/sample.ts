// A whole report made by hand: a door lock, its gateway and their service. The product, its vendor and all of its figures are invented.

import { useOf } from '../../src/knowledge/algorithms.ts';
import type { AlgorithmId } from '../../src/model/algorithm.ts';
import type {
  Assessment,
  CheckResult,
  Finding,
  FitCell,
  FitRow,
  FrameworkResult,
  Gate,
  GateStep,
  OpenQuestion,
  PlanItem,
  RoleGates,
  SunsetRow,
} from '../../src/model/assessment.ts';
import type { Evidence, Gap, IsoDate, IsoDateTime, Observation, Role, State } from '../../src/model/evidence.ts';
import type { AssetId, CryptoAsset, Fact, FactId, Inventory } from '../../src/model/inventory.ts';
import type { Outlook } from '../../src/model/outlook.ts';
import type { Product } from '../../src/model/product.ts';
import type { Report } from '../../src/model/report.ts';
import type { TargetProfile } from '../../src/model/target.ts';

/** A date literal as the brand. */
export const day = (text: string): IsoDate => text as IsoDate;
const moment = (text: string): IsoDateTime => text as IsoDateTime;
/** An asset id literal as the brand. */
export const assetId = (text: string): AssetId => text as AssetId;
/** A fact id literal as the brand. */
export const factId = (text: string): FactId => text as FactId;

interface FactDraft extends Partial<Evidence> {
  readonly id: string;
  readonly role: Role;
  readonly path: string;
  readonly line?: number;
  readonly observed: Observation;
}

/** A fact of the sample; grade S, certain, called, first-party where nothing else is said. */
export function fact({ id, role, path, line = 1, observed, ...rest }: FactDraft): Fact {
  return {
    scanner: 'source',
    location: { at: 'text', path, line, column: 1, offset: line * 40 },
    grade: 'source',
    confidence: 'certain',
    state: 'called',
    origin: 'first-party',
    observed,
    id: factId(id),
    role,
    roleBasis: 'path',
    ...rest,
  };
}

/** A call or key that names an algorithm. */
export function uses(algorithm: AlgorithmId, symbol: string): Observation {
  return { kind: 'algorithm', use: useOf(algorithm), symbol };
}

function algorithm(id: string, name: string, algorithmId: AlgorithmId, facts: readonly Fact[]): CryptoAsset {
  return {
    id: assetId(id),
    name,
    kind: 'algorithm',
    use: useOf(algorithmId),
    roles: [...new Set(facts.map(({ role }) => role))],
    dependsOn: [],
    facts,
  };
}

const BUILD: { readonly scanner: 'build-config'; readonly state: State } = { scanner: 'build-config', state: 'enabled' };

const bootFacts = [
  fact({
    id: 'F-0b3d5a11',
    role: 'boot',
    path: 'build/mcuboot/zephyr/.config',
    line: 212,
    observed: uses('ecdsa', 'CONFIG_BOOT_SIGNATURE_TYPE_ECDSA_P256'),
    ...BUILD,
    origin: 'generated',
    command: 'pqready inventory build/mcuboot --json',
  }),
  fact({
    id: 'F-4c20e7f9',
    role: 'boot',
    path: 'firmware/lock-2.7.1.signed.bin',
    observed: uses('ecdsa', 'MCUboot TLV 0x22'),
    scanner: 'firmware',
    grade: 'binary',
    state: 'present',
    location: { at: 'bytes', path: 'firmware/lock-2.7.1.signed.bin', offset: 0x5b2f0, length: 72 },
    subject: { part: 'lock', version: '2.7.1', imageSha256: '201df239d3f2938af827f4b2be03d9bd0f1abaf801b2135952e3a6a20d834e4d' },
    command: 'pqready inventory firmware/lock-2.7.1.signed.bin --json',
  }),
];

const updateFacts = [
  fact({
    id: 'F-51aa03c4',
    role: 'update',
    path: 'src/ota/package.c',
    line: 88,
    observed: uses('ed25519', 'crypto_sign_ed25519_verify_detached'),
  }),
];
const digestFacts = [
  fact({ id: 'F-7d0011ee', role: 'update', path: 'src/ota/package.c', line: 131, observed: uses('md5', 'mbedtls_md5_ret') }),
];
const transportFacts = [
  fact({
    id: 'F-8e44b120',
    role: 'transport',
    path: 'api.merrow.example',
    observed: uses('x25519', 'supported_groups 29'),
    scanner: 'tls',
    grade: 'observed',
    state: 'negotiated',
    location: { at: 'endpoint', transport: 'tcp', host: 'api.merrow.example', port: 443 },
    observedAt: moment('2026-11-18T09:14:02Z'),
    command: 'pqready probe api.merrow.example:443',
  }),
];
const sessionFacts = [
  fact({ id: 'F-91c7d002', role: 'transport', path: 'src/net/session.c', line: 57, observed: uses('aes', 'EVP_aes_128_gcm') }),
];
const storageFacts = [
  fact({ id: 'F-a2b6f341', role: 'storage', path: 'src/store/vault.c', line: 40, observed: uses('aes', 'PSA_ALG_CCM') }),
];
const seedFacts = [
  fact({
    id: 'F-b7e9d518',
    role: 'provisioning',
    path: 'tools/factory/keys.py',
    line: 19,
    observed: uses('ecdsa', 'ec.generate_private_key'),
    confidence: 'likely',
  }),
];
const radioFacts = [
  fact({
    id: 'F-c01f88a6',
    role: 'radio',
    path: 'build/lock/zephyr/.config',
    line: 77,
    observed: uses('ecdh', 'CONFIG_BT_SMP_SC_ONLY'),
    ...BUILD,
    origin: 'generated',
  }),
];
const legacyFacts = [
  fact({
    id: 'F-d3310ab7',
    role: 'other',
    path: 'third_party/legacy/des.c',
    line: 301,
    observed: uses('des', 'mbedtls_des_crypt_ecb'),
    origin: 'dependency',
  }),
  fact({
    id: 'F-d4452bc8',
    role: 'other',
    path: 'tests/test_des.c',
    line: 12,
    observed: uses('des', 'mbedtls_des_crypt_ecb'),
    origin: 'test',
  }),
];
const libraryFacts = [
  fact({
    id: 'F-e5563cd9',
    role: 'other',
    path: 'west.yml',
    line: 22,
    observed: { kind: 'library', name: 'Mbed TLS', version: '3.6.2', purl: 'pkg:github/Mbed-TLS/mbedtls@3.6.2', symbol: 'mbedtls' },
    scanner: 'manifest',
    grade: 'declared',
    state: 'present',
  }),
];

const certificate = {
  kind: 'certificate' as const,
  sha256: '95d8d5682cde15acfffd334d80be4ca318e9fa466eefc8196abd4e3c6fe3500a',
  serialNumber: '4a11',
  subject: 'CN=Merrow device 000017',
  issuer: 'CN=Merrow Device CA',
  notBefore: moment('2025-03-01T00:00:00Z'),
  notAfter: moment('2045-02-28T23:59:59Z'),
  signature: useOf('ecdsa'),
  publicKey: { algorithm: useOf('ec'), sizeBits: 256 },
  isCa: false,
  selfSigned: false,
  format: 'pem' as const,
};
const identityFacts = [
  fact({
    id: 'F-66d1c3b5',
    role: 'device-identity',
    path: 'provisioning/device.pem',
    observed: certificate,
    scanner: 'certificate',
    grade: 'binary',
    state: 'present',
  }),
];

const ASSETS: readonly CryptoAsset[] = [
  algorithm('algorithm:aes-128-ccm', 'AES-128-CCM', 'aes', storageFacts),
  algorithm('algorithm:aes-128-gcm', 'AES-128-GCM', 'aes', sessionFacts),
  algorithm('algorithm:des-ecb', 'DES-ECB', 'des', legacyFacts),
  algorithm('algorithm:ecdh-secp256r1', 'ECDH-secp256r1', 'ecdh', radioFacts),
  algorithm('algorithm:ecdsa-secp256r1', 'ECDSA-secp256r1-SHA-256', 'ecdsa', [...bootFacts, ...seedFacts]),
  algorithm('algorithm:ed25519', 'Ed25519', 'ed25519', updateFacts),
  algorithm('algorithm:md5', 'MD5', 'md5', digestFacts),
  algorithm('algorithm:x25519', 'X25519', 'x25519', transportFacts),
  {
    id: assetId('certificate:95d8d568'),
    name: 'Merrow device 000017',
    kind: 'certificate',
    certificate,
    roles: ['device-identity'],
    dependsOn: [],
    facts: identityFacts,
  },
  {
    id: assetId('library:mbed-tls'),
    name: 'Mbed TLS',
    kind: 'library',
    library: { kind: 'library', name: 'Mbed TLS', version: '3.6.2', symbol: 'mbedtls' },
    roles: ['other'],
    dependsOn: [],
    facts: libraryFacts,
  },
];

const GAPS: readonly Gap[] = [
  {
    scanner: 'firmware',
    location: { at: 'bytes', path: 'firmware/radio-stack.bin', offset: 0, length: 217_088 },
    reason: 'encrypted',
    detail: 'expected an MCUboot header, got bytes of full entropy',
  },
  {
    scanner: 'certificate',
    location: { at: 'bytes', path: 'provisioning/old-ca.p12', offset: 0, length: 2_410 },
    reason: 'unsupported',
    detail: 'PKCS#12 with a password',
  },
  {
    scanner: 'source',
    location: { at: 'text', path: 'vendor/generated_tables.c', line: 1, column: 1, offset: 0 },
    reason: 'too-large',
    detail: '14,680,064 bytes, bound is 4,194,304',
  },
];

const INVENTORY: Inventory = {
  schemaVersion: 1,
  subject: 'merrow-lock',
  assets: ASSETS,
  absences: [
    {
      fact: fact({
        id: 'F-f0a1b2c3',
        role: 'boot',
        path: 'build/mcuboot/zephyr/.config',
        line: 388,
        observed: uses('rsa', 'CONFIG_BOOT_SIGNATURE_TYPE_RSA'),
        ...BUILD,
        state: 'absent',
        origin: 'generated',
      }),
    },
  ],
  productFacts: [
    {
      ...fact({
        id: 'F-f7c8d9e0',
        role: 'boot',
        path: 'build/mcuboot/zephyr/.config',
        line: 9,
        observed: uses('rsa', 'x'),
        ...BUILD,
        state: 'present',
        origin: 'generated',
      }),
      observed: { kind: 'fact', fact: 'board', value: 'merrow_lock_nrf52840', symbol: 'CONFIG_BOARD' },
    },
  ],
  gaps: GAPS,
  coverage: {
    files: 1_284,
    bytes: 18_874_368,
    candidateFiles: 1_012,
    candidateBytes: 15_728_640,
    ignoredFiles: 96,
    scanners: [
      { scanner: 'source', files: 934, bytes: 12_582_912, facts: 8, gaps: 1 },
      { scanner: 'build-config', files: 4, bytes: 88_000, facts: 4, gaps: 0 },
      { scanner: 'certificate', files: 3, bytes: 9_200, facts: 1, gaps: 1 },
      { scanner: 'firmware', files: 2, bytes: 1_048_576, facts: 1, gaps: 1 },
      { scanner: 'manifest', files: 6, bytes: 14_200, facts: 1, gaps: 0 },
    ],
  },
};

const PRODUCT: Product = {
  schemaVersion: 1,
  name: 'Merrow Door Lock 3',
  description: 'A BLE door lock, its gateway and the service they talk to. Invented for tests.',
  version: '2.7.1',
  vendor: 'Merrow Works',
  parts: [
    { id: 'lock', kind: 'firmware', paths: ['src', 'build/lock'], version: '2.7.1' },
    { id: 'boot', kind: 'bootloader', paths: ['build/mcuboot'], version: '2.1.0' },
    { id: 'service', kind: 'cloud', paths: ['service'] },
  ],
  targets: [{ target: 'nrf52840', budget: { flashBytes: 24_576, ramBytes: 16_384, stackBytes: 12_288, bootMs: 250, handshakeMs: 300 } }],
  units: { placedFrom: day('2025-03-01'), placedTo: day('2028-06-30'), count: 61_400 },
  supportEnds: day('2033-06-30'),
  fieldLifeYears: 13,
  markets: ['eu', 'us-consumer'],
  highRiskUse: false,
  data: [
    { id: 'D1', name: 'Door events', secretYears: 4, roles: ['transport'] },
    { id: 'D2', name: 'Access credentials', secretYears: 12, roles: ['transport', 'storage'] },
  ],
  roles: [
    { role: 'boot', changedBy: 'nobody', verifierImmutable: true },
    { role: 'update', changedBy: 'vendor-ota' },
    { role: 'radio', changedBy: 'standards-body' },
    { role: 'debug', inScope: false },
  ],
  policies: ['bsi-tr-02102-1'],
  declarations: [],
  acceptedRisks: [
    {
      finding: 'classical-radio/5e0a77d1',
      reason: 'Set by the radio standard',
      owner: 'Head of product security',
      date: day('2026-10-02'),
      expires: day('2027-10-01'),
    },
  ],
};

function finding(draft: Pick<Finding, 'id' | 'urgency' | 'role' | 'title' | 'facts'> & Partial<Finding>): Finding {
  return { rule: draft.id.split('/')[0] ?? '', grade: 'source', confidence: 'certain', origin: 'first-party', checks: [], ...draft };
}

const FINDINGS: readonly Finding[] = [
  finding({
    id: 'weak-hash/2c7e11a0',
    urgency: 'present-day',
    role: 'update',
    title: { code: 'weak-signature-digest', args: { name: 'MD5', role: 'update' } },
    asset: assetId('algorithm:md5'),
    facts: [factId('F-7d0011ee')],
    checks: ['no-broken-primitive'],
  }),
  finding({
    id: 'classical-key-exchange/9b1d40c2',
    urgency: 'quantum-long-lived',
    role: 'transport',
    title: {
      code: 'classical-key-exchange-long-lived',
      args: { name: 'X25519', data: 'Access credentials', secretUntil: day('2045-06-30') },
    },
    asset: assetId('algorithm:x25519'),
    grade: 'observed',
    facts: [factId('F-8e44b120')],
    checks: ['transport-quantum-safe'],
  }),
  finding({
    id: 'classical-boot-signature/1f6c2b90',
    urgency: 'quantum',
    role: 'boot',
    title: { code: 'classical-boot-signature', args: { name: 'ECDSA-secp256r1-SHA-256' } },
    asset: assetId('algorithm:ecdsa-secp256r1'),
    grade: 'binary',
    facts: [factId('F-4c20e7f9'), factId('F-0b3d5a11')],
    checks: ['boot-quantum-safe'],
  }),
  finding({
    id: 'verifier-immutable/77aa0c3d',
    urgency: 'quantum',
    role: 'boot',
    title: { code: 'verifier-immutable', args: { role: 'boot' } },
    grade: 'declared',
    facts: [factId('F-0b3d5a11')],
    checks: ['boot-verifier-movable'],
  }),
  finding({
    id: 'classical-update-signature/c0d7e8f1',
    urgency: 'quantum',
    role: 'update',
    title: { code: 'classical-update-signature', args: { name: 'Ed25519' } },
    asset: assetId('algorithm:ed25519'),
    facts: [factId('F-51aa03c4')],
    checks: ['update-quantum-safe'],
  }),
  finding({
    id: 'certificate-past-sunset/3d2e1f0a',
    urgency: 'quantum',
    role: 'device-identity',
    title: {
      code: 'certificate-past-sunset',
      args: {
        name: 'Merrow device 000017',
        notAfter: day('2045-02-28'),
        policy: 'BSI TR-02102-1',
        sunset: day('2035-12-31'),
        informs: false,
      },
    },
    asset: assetId('certificate:95d8d568'),
    grade: 'binary',
    facts: [factId('F-66d1c3b5')],
    checks: ['certificate-within-sunset'],
  }),
  finding({
    id: 'classical-radio/5e0a77d1',
    urgency: 'record',
    role: 'radio',
    title: { code: 'classical-radio', args: { name: 'ECDH-secp256r1' } },
    asset: assetId('algorithm:ecdh-secp256r1'),
    facts: [factId('F-c01f88a6')],
    accepted: {
      finding: 'classical-radio/5e0a77d1',
      reason: 'Set by the radio standard',
      owner: 'Head of product security',
      date: day('2026-10-02'),
      expires: day('2027-10-01'),
    },
  }),
  finding({
    id: 'coverage-gaps/00000003',
    urgency: 'record',
    role: 'other',
    title: { code: 'coverage-gaps', args: { gaps: 3 } },
    facts: [],
    checks: ['coverage-complete'],
  }),
  finding({
    id: 'aes-128-adequate/aa12bb34',
    urgency: 'good',
    role: 'storage',
    title: { code: 'aes-128-adequate', args: { name: 'AES-128-CCM', role: 'storage' } },
    asset: assetId('algorithm:aes-128-ccm'),
    facts: [factId('F-a2b6f341')],
  }),
  finding({
    id: 'broken-cipher/ee55ff66',
    urgency: 'present-day',
    role: 'other',
    title: { code: 'broken-cipher', args: { name: 'DES-ECB', role: 'other', why: '56-bit keys can be searched' } },
    asset: assetId('algorithm:des-ecb'),
    origin: 'dependency',
    confidence: 'likely',
    facts: [factId('F-d3310ab7'), factId('F-d4452bc8')],
    checks: ['no-broken-primitive'],
  }),
];

const GATES: readonly Gate[] = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6'];

// `climbed` gates are met, the next one is what `stop` says, none after it is asked.
function steps(climbed: number, stop: 'not-met' | 'indeterminate'): readonly GateStep[] {
  return GATES.map((gate, index) => ({ gate, verdict: index < climbed ? 'met' : index === climbed ? stop : 'not-reached' }));
}

function gates(
  role: Role,
  mechanisms: readonly string[],
  climbed: number,
  rest: Partial<RoleGates> & { readonly unknown?: boolean },
): RoleGates {
  const { unknown = false, ...others } = rest;
  const level = GATES[climbed - 1];
  return {
    role,
    inScope: true,
    mechanisms,
    steps: steps(climbed, unknown ? 'indeterminate' : 'not-met'),
    ...(level === undefined ? {} : { level }),
    atLeast: unknown,
    facts: [],
    ...others,
  };
}

const ROLE_GATES: readonly RoleGates[] = [
  gates('boot', ['ECDSA-secp256r1-SHA-256'], 2, {
    changedBy: 'nobody',
    stoppedBy: { code: 'verifier-fixed', args: { role: 'boot' } },
    facts: [factId('F-0b3d5a11')],
  }),
  gates('update', ['Ed25519', 'MD5'], 1, {
    changedBy: 'vendor-ota',
    stoppedBy: {
      code: 'found',
      args: { findings: 1, first: { code: 'weak-hash-purpose-unknown', args: { name: 'MD5', role: 'update' } } },
    },
    facts: [factId('F-7d0011ee')],
  }),
  gates('device-identity', ['ECDSA-secp256r1'], 2, {
    unknown: true,
    stoppedBy: { code: 'changer-unknown', args: { role: 'device-identity' } },
    facts: [factId('F-66d1c3b5')],
  }),
  gates('transport', ['TLS 1.3', 'X25519', 'AES-128-GCM'], 3, {
    stoppedBy: { code: 'classical-only', args: { names: 'X25519', role: 'transport' } },
    facts: [factId('F-8e44b120')],
  }),
  gates('storage', ['AES-128-CCM'], 6, { unknown: true, stoppedBy: { code: 'not-declared', args: {} }, facts: [factId('F-a2b6f341')] }),
  gates('provisioning', ['ECDSA-secp256r1'], 1, {
    unknown: true,
    stoppedBy: { code: 'random-seed-not-examined', args: { names: 'ec.generate_private_key' } },
    facts: [factId('F-b7e9d518')],
  }),
  gates('radio', ['ECDH-secp256r1'], 2, {
    changedBy: 'standards-body',
    stoppedBy: { code: 'changed-by', args: { role: 'radio', by: 'standards-body' } },
    facts: [factId('F-c01f88a6')],
  }),
  {
    role: 'debug',
    inScope: false,
    mechanisms: [],
    steps: GATES.map((gate) => ({ gate, verdict: 'not-applicable' })),
    atLeast: false,
    facts: [],
  },
];

const CHECKS: readonly CheckResult[] = [
  {
    check: 'no-broken-primitive',
    role: 'update',
    verdict: 'not-met',
    reason: { code: 'found', args: { findings: 1, first: { code: 'weak-hash-purpose-unknown', args: { name: 'MD5', role: 'update' } } } },
    facts: [factId('F-7d0011ee')],
    findings: ['weak-hash/2c7e11a0'],
  },
  {
    check: 'no-broken-primitive',
    role: 'boot',
    verdict: 'met',
    reason: { code: 'none-among', args: { examined: 2, role: 'boot' } },
    facts: [factId('F-0b3d5a11')],
    findings: [],
  },
  {
    check: 'coverage-complete',
    verdict: 'not-met',
    reason: { code: 'gaps-left', args: { gaps: 3 } },
    facts: [],
    findings: ['coverage-gaps/00000003'],
  },
  {
    check: 'transport-quantum-safe',
    verdict: 'not-met',
    reason: { code: 'classical-only', args: { names: 'X25519', role: 'transport' } },
    facts: [factId('F-8e44b120')],
    findings: ['classical-key-exchange/9b1d40c2'],
  },
  {
    check: 'boot-verifier-movable',
    verdict: 'not-met',
    reason: { code: 'verifier-fixed', args: { role: 'boot' } },
    facts: [factId('F-0b3d5a11')],
    findings: ['verifier-immutable/77aa0c3d'],
  },
  {
    check: 'support-period-declared',
    verdict: 'met',
    reason: { code: 'support-until', args: { date: day('2033-06-30') } },
    facts: [],
    findings: [],
  },
  { check: 'quantum-risk-recorded', verdict: 'not-met', reason: { code: 'not-declared', args: {} }, facts: [], findings: [] },
  { check: 'sbom-present', verdict: 'indeterminate', reason: { code: 'sbom-none', args: {} }, facts: [], findings: [] },
  { check: 'independently-verified', verdict: 'not-applicable', reason: { code: 'not-declared', args: {} }, facts: [], findings: [] },
];

const FRAMEWORKS: readonly FrameworkResult[] = [
  {
    id: 'cra',
    name: 'Cyber Resilience Act',
    version: 'Regulation (EU) 2024/2847',
    issuer: 'European Union',
    jurisdiction: 'EU',
    binding: 'law',
    url: 'https://eur-lex.europa.eu/eli/reg/2024/2847/oj',
    applies: 'yes',
    clauses: [
      clause('cra:AnnexI.P1.2.a', 'Placed on the market without known exploitable vulnerabilities', 'contradicts', [
        ['no-broken-primitive', 'contradiction'],
      ]),
      clause('cra:AnnexI.P1.2.e', 'Data kept confidential by means of the state of the art', 'decision-needed', [
        ['transport-quantum-safe', 'risk'],
        ['quantum-risk-recorded', 'risk'],
      ]),
      clause('cra:AnnexI.P2.1', 'Components documented in a machine-readable SBOM', 'indeterminate', [['sbom-present', 'evidence']]),
      clause('cra:AnnexII.7', 'End of the support period stated to users', 'supports', [['support-period-declared', 'evidence']]),
      clause('cra:AnnexI.P1.2.h', 'Essential functions stay available under attack', 'not-examined', []),
    ],
    notes: ['A CBOM is no duty of this regulation; an SBOM is.'],
  },
  {
    id: 'nist-ir-8425',
    name: 'NIST IR 8425',
    version: '2022-09',
    issuer: 'NIST',
    jurisdiction: 'US',
    binding: 'guideline',
    applies: 'yes',
    clauses: [
      {
        ...clause('nist-ir-8425:DataProtection.2', 'Data in transit protected by secure means', 'decision-needed', [
          ['transport-quantum-safe', 'risk'],
          ['no-broken-primitive', 'evidence'],
        ]),
        binding: 'guideline',
        verified: 'secondary',
      },
      {
        ...clause('nist-ir-8425:SoftwareUpdate.1', 'Updates verified before they are installed', 'contradicts', [
          ['no-broken-primitive', 'contradiction'],
        ]),
        binding: 'guideline',
        draft: true,
        verified: false,
      },
    ],
    notes: [],
  },
  {
    id: 'cnsa',
    name: 'CNSA 2.0',
    version: '2025-05',
    issuer: 'NSA',
    jurisdiction: 'US',
    binding: 'policy',
    applies: 'no',
    clauses: [],
    notes: [],
  },
];

function clause(
  id: string,
  summary: string,
  relation: FrameworkResult['clauses'][number]['relation'],
  checks: readonly (readonly [CheckResult['check'], 'evidence' | 'risk' | 'contradiction'])[],
): FrameworkResult['clauses'][number] {
  return {
    id,
    summary,
    binding: 'law',
    draft: false,
    verified: true,
    appliesFrom: day('2027-12-11'),
    applies: 'yes',
    relation,
    checks: checks.map(([check, bearing]) => ({ check, bearing, relation, findings: [], facts: [], decisions: [] })),
  };
}

function sunset(draft: Pick<SunsetRow, 'rule' | 'asset' | 'assetName' | 'role' | 'status'> & Partial<SunsetRow>): SunsetRow {
  return {
    policy: 'bsi-tr-02102-1',
    policyName: 'BSI TR-02102-1',
    binding: 'guideline',
    applies: 'yes',
    draft: false,
    verified: true,
    ...draft,
  };
}

const SUPPORT = { what: 'support-end', date: day('2033-06-30') } as const;
const FIELD = { what: 'field-end', date: day('2041-06-30') } as const;
const IR_8547 = { policy: 'nist-ir-8547', policyName: 'NIST IR 8547', binding: 'guideline', draft: true } as const;

const SUNSETS: readonly SunsetRow[] = [
  sunset({
    rule: 'TR-02102-1.kem.ecc',
    asset: assetId('algorithm:x25519'),
    assetName: 'X25519',
    role: 'transport',
    status: 'allowed',
    disallowedAfter: day('2031-12-31'),
    slackDays: -547,
    comparedWith: SUPPORT,
  }),
  sunset({
    rule: 'TR-02102-1.sig.ecc',
    asset: assetId('algorithm:ecdsa-secp256r1'),
    assetName: 'ECDSA-secp256r1-SHA-256',
    role: 'boot',
    status: 'allowed',
    disallowedAfter: day('2035-12-31'),
    slackDays: -2008,
    comparedWith: FIELD,
  }),
  sunset({
    rule: 'TR-02102-1.sig.ecc',
    asset: assetId('algorithm:ed25519'),
    assetName: 'Ed25519',
    role: 'update',
    status: 'allowed',
    disallowedAfter: day('2035-12-31'),
    slackDays: 914,
    comparedWith: SUPPORT,
    verified: 'secondary',
  }),
  sunset({
    ...IR_8547,
    rule: 'IR8547.T4.128',
    asset: assetId('algorithm:x25519'),
    assetName: 'X25519',
    role: 'transport',
    status: 'allowed',
    disallowedAfter: day('2035-12-31'),
    slackDays: 914,
    comparedWith: SUPPORT,
  }),
  sunset({
    ...IR_8547,
    rule: 'IR8547.T2.112',
    asset: assetId('algorithm:ecdsa-secp256r1'),
    assetName: 'ECDSA-secp256r1-SHA-256',
    role: 'boot',
    status: 'allowed',
    deprecatedAfter: day('2030-12-31'),
    disallowedAfter: day('2035-12-31'),
    slackDays: -2008,
    comparedWith: FIELD,
  }),
  sunset({ rule: 'TR-02102-1.hash.md5', asset: assetId('algorithm:md5'), assetName: 'MD5', role: 'update', status: 'disallowed' }),
];

function cell(resource: FitCell['resource'], verdict: FitCell['verdict'], need: number | undefined, budget: number): FitCell {
  const unit = resource === 'time' ? 'us' : 'bytes';
  if (need === undefined) return { resource, verdict, budget, unit };
  const basis = {
    method: resource === 'time' ? ('published' as const) : ('counted-emulated' as const),
    metric: resource === 'time' ? ('timeUs' as const) : ('stackBytes' as const),
    platform: 'Cortex-M4F @ 64 MHz',
    implementation: 'portable C, -Os',
    source: { title: 'Invented bench of the Merrow lock', locator: 'table 2', date: '2026-10-01' },
  };
  return { resource, verdict, need, budget, unit, basis };
}

function fitRow(algorithmId: AlgorithmId, operation: FitRow['operation'], cells: readonly FitCell[]): FitRow {
  return { target: 'nrf52840', targetName: 'nRF52840, Cortex-M4F, 64 MHz', algorithm: algorithmId, operation, cells };
}

const FIT: readonly FitRow[] = [
  fitRow('ecdsa', 'verify', [
    cell('time', 'fits', 58_000, 250_000),
    cell('stack', 'fits', 1_946, 12_288),
    cell('flash', 'fits', 6_246, 24_576),
  ]),
  fitRow('lms', 'verify', [
    cell('time', 'fits', 33_000, 250_000),
    cell('stack', 'fits', 1_331, 12_288),
    cell('flash', 'fits', 2_970, 24_576),
  ]),
  fitRow('ml-dsa-44', 'verify', [
    cell('time', 'fits', 105_000, 250_000),
    cell('stack', 'tight', 10_650, 12_288),
    cell('flash', 'fits', 8_397, 24_576),
  ]),
  fitRow('slh-dsa-sha2-128s', 'verify', [
    cell('time', 'exceeds', 471_000, 250_000),
    cell('stack', 'fits', 2_150, 12_288),
    cell('flash', 'fits', 5_734, 24_576),
  ]),
  fitRow('ml-kem-768', 'decaps', [
    cell('time', 'fits', 45_000, 300_000),
    cell('stack', 'exceeds', 13_800, 12_288),
    cell('flash', 'fits', 9_318, 24_576),
  ]),
  fitRow('x25519mlkem768', 'decaps', [
    cell('time', 'indeterminate', undefined, 300_000),
    cell('stack', 'indeterminate', undefined, 12_288),
  ]),
];

function planItem(draft: Pick<PlanItem, 'id' | 'step' | 'role' | 'action' | 'from' | 'to'> & Partial<PlanItem>): PlanItem {
  return {
    key: `${draft.step}/${draft.role}`,
    fit: 'indeterminate',
    preconditions: [],
    owner: 'Firmware',
    effort: { fromDays: 5, toDays: 8, basis: 'one developer, one release' },
    rollback: { code: 'rollback-previous-release', args: {} },
    verification: { code: 'verify-no-finding', args: {} },
    findings: [],
    clauses: [],
    ...draft,
  };
}

const PLAN: readonly PlanItem[] = [
  planItem({
    id: 'M-01',
    step: 'now',
    role: 'update',
    action: { code: 'fix-now', args: { role: 'update', from: 'MD5', certain: true } },
    from: ['MD5'],
    to: ['SHA-256'],
    fit: 'fits',
    findings: ['weak-hash/2c7e11a0'],
    clauses: ['cra:AnnexI.P1.2.a'],
    effort: { fromDays: 1, toDays: 3, basis: 'one call' },
  }),
  planItem({
    id: 'M-02',
    step: 'keep-updates',
    role: 'update',
    action: { code: 'add-pq-verifier', args: { role: 'update', from: 'Ed25519', to: 'LMS' } },
    from: ['Ed25519'],
    to: ['Ed25519', 'LMS'],
    fit: 'fits',
    preconditions: ['M-01'],
    latestResponsibleDate: day('2029-07-04'),
    latestBasis: 'earliest scenario 2030-01-01 less 180 days of rollout',
    findings: ['classical-update-signature/c0d7e8f1', 'classical-boot-signature/1f6c2b90'],
    rollback: { code: 'rollback-keep-both-verifiers', args: {} },
    verification: { code: 'verify-rejects-classical-image', args: {} },
    clauses: ['cra:AnnexI.P1.2.c'],
  }),
  planItem({
    id: 'M-03',
    step: 'long-lived-confidentiality',
    role: 'transport',
    action: { code: 'add-hybrid-key-exchange', args: { role: 'transport', from: 'X25519', to: 'X25519MLKEM768' } },
    from: ['X25519'],
    to: ['X25519MLKEM768'],
    latestResponsibleDate: day('2030-12-31'),
    latestBasis: 'BSI TR-02102-1',
    owner: 'Service and gateway',
    findings: ['classical-key-exchange/9b1d40c2'],
    rollback: { code: 'rollback-classical-group', args: {} },
    verification: { code: 'verify-group-negotiated', args: { to: 'X25519MLKEM768' } },
  }),
  planItem({
    id: 'M-04',
    step: 'stranded',
    role: 'boot',
    action: { code: 'live-with-fixed-verifier', args: { role: 'boot', from: 'ECDSA-secp256r1' } },
    from: ['ECDSA-secp256r1'],
    to: [],
    fit: 'exceeds',
    preconditions: ['M-02'],
    owner: 'Head of product',
    findings: ['verifier-immutable/77aa0c3d'],
    rollback: { code: 'rollback-none', args: {} },
    verification: { code: 'verify-decision-recorded', args: {} },
  }),
];

function moves(count: number): Pick<OpenQuestion, 'gates' | 'moves' | 'rows' | 'answers'> {
  const answers = count === 0 ? [] : [{ answer: 'yes', gates: 1, verdicts: count, rows: 2 }];
  return { gates: count === 0 ? 0 : 1, moves: count, rows: count === 0 ? 0 : 2, answers };
}

const OUTLOOK: Outlook = {
  units: {
    cohorts: [
      {
        id: '2025',
        placedFrom: day('2025-03-01'),
        placedTo: day('2025-12-31'),
        days: 306,
        units: 15_415,
        supportEnds: day('2033-06-30'),
        fieldEnds: { first: day('2038-03-01'), last: day('2038-12-31') },
      },
      {
        id: '2026 to 2028',
        placedFrom: day('2026-01-01'),
        placedTo: day('2028-06-30'),
        days: 912,
        units: 45_985,
        supportEnds: day('2033-06-30'),
        fieldEnds: { first: day('2039-01-01'), last: day('2041-06-30') },
      },
    ],
    sunsets: [
      {
        sunset: day('2035-12-31'),
        need: 'field',
        roles: ['boot', 'update'],
        policies: ['BSI TR-02102-1'],
        rules: ['BSI.2.3'],
        decides: true,
        past: { past: 61_400, of: 61_400, counted: 'units' },
        cohorts: [
          { cohort: '2025', firstDays: -791, lastDays: -1096, past: { past: 15_415, of: 15_415, counted: 'units' } },
          { cohort: '2026 to 2028', firstDays: -1097, lastDays: -2008, past: { past: 45_985, of: 45_985, counted: 'units' } },
        ],
      },
    ],
  },
  ceilings: [
    {
      role: 'boot',
      mechanisms: ['ECDSA-secp256r1-SHA-256'],
      reachable: 'G1',
      limit: 'nobody',
      known: true,
      forLife: true,
      stranded: true,
      sunset: { date: day('2035-12-31'), policy: 'BSI TR-02102-1', rule: 'BSI.2.3', decides: true },
      past: { past: 61_400, of: 61_400, counted: 'units' },
      options: ['isolate', 'replace-hardware', 'shorten-support', 'accept'],
      facts: [factId('F-4c20e7f9'), factId('F-0b3d5a11')],
      declared: false,
    },
    {
      role: 'update',
      mechanisms: ['Ed25519'],
      reachable: 'G6',
      known: true,
      forLife: false,
      stranded: false,
      options: [],
      facts: [factId('F-51aa03c4')],
      declared: false,
    },
    {
      role: 'storage',
      mechanisms: [],
      reachable: 'G6',
      known: false,
      forLife: false,
      stranded: false,
      options: [],
      facts: [],
      declared: false,
    },
  ],
  exposure: [
    {
      kind: 'confidentiality',
      role: 'transport',
      data: { id: 'D2', name: 'Access credentials', secretYears: 12 },
      mechanisms: ['X25519'],
      facts: [factId('F-8e44b120')],
      plan: { item: 'M-04', movedBy: day('2031-12-31') },
      scenarios: [
        {
          scenario: day('2030-01-01'),
          verdict: 'late',
          moveBy: day('2018-01-01'),
          days: -3248,
          sent: { exposedDays: 632, ofDays: 632, from: day('2025-03-01') },
        },
        { scenario: day('2040-01-01'), verdict: 'late-by-plan', moveBy: day('2028-01-01'), days: 404 },
      ],
    },
    {
      kind: 'authenticity',
      role: 'boot',
      verifiedUntil: day('2041-06-30'),
      mechanisms: ['ECDSA-secp256r1-SHA-256'],
      facts: [factId('F-4c20e7f9')],
      scenarios: [
        { scenario: day('2030-01-01'), verdict: 'late', moveBy: day('2029-12-31'), days: 1134 },
        { scenario: day('2040-01-01'), verdict: 'in-time' },
      ],
    },
  ],
  choices: [
    {
      role: 'transport',
      slot: 'session',
      policies: [
        { id: 'bsi-tr-02102', name: 'BSI TR-02102-1' },
        { id: 'cnsa-2.0', name: 'CNSA 2.0' },
      ],
      candidates: [
        {
          algorithm: 'secp384r1mlkem1024',
          name: 'SecP384r1MLKEM1024',
          fit: 'tight',
          words: [
            { policy: 'bsi-tr-02102', word: 'taken', status: 'allowed', rule: 'BSI.h', draft: false, verified: 'secondary' },
            { policy: 'cnsa-2.0', word: 'taken', status: 'allowed', rule: 'CNSA.h', draft: false, verified: true },
          ],
        },
        {
          algorithm: 'ml-kem-1024',
          name: 'ML-KEM-1024',
          fit: 'tight',
          words: [
            { policy: 'bsi-tr-02102', word: 'refused', status: 'hybrid-only', rule: 'BSI.pq', draft: false, verified: 'secondary' },
            { policy: 'cnsa-2.0', word: 'taken', status: 'allowed', rule: 'CNSA.k', draft: false, verified: true },
          ],
        },
      ],
      satisfying: ['secp384r1mlkem1024'],
      tooLarge: [],
      conflicts: [],
    },
    {
      role: 'device-identity',
      slot: 'identity',
      policies: [
        { id: 'bsi-tr-02102', name: 'BSI TR-02102-1' },
        { id: 'cnsa-2.0', name: 'CNSA 2.0' },
      ],
      candidates: [],
      satisfying: [],
      tooLarge: [],
      conflicts: [{ policies: ['bsi-tr-02102', 'cnsa-2.0'], rules: ['BSI.dsa', 'CNSA.composite'] }],
    },
  ],
};

const ASSESSMENT: Assessment = {
  asOf: day('2026-11-23'),
  findings: FINDINGS,
  checks: CHECKS,
  frameworks: FRAMEWORKS,
  sunsets: SUNSETS,
  gates: ROLE_GATES,
  product: { level: 'G0', atLeast: true, limitingRoles: ['update', 'provisioning'] },
  fit: FIT,
  outlook: OUTLOOK,
  plan: PLAN,
  questions: [
    {
      id: 'Q-1',
      question: { code: 'ask-who-changes', args: { role: 'device-identity' } },
      ...moves(3),
      paste: 'roles:\n  - role: device-identity\n    changedBy: vendor-ota',
    },
    { id: 'Q-2', question: { code: 'ask-quantum-risk', args: {} }, ...moves(2), paste: 'declarations:\n  - id: quantum-risk' },
    { id: 'Q-3', question: { code: 'ask-declared', args: { what: 'unique-keys' } }, ...moves(1), paste: 'pqready assess . --sbom FILE' },
    { id: 'Q-4', question: { code: 'ask-verification', args: {} }, ...moves(1), paste: 'declarations:\n  - id: independent-verification' },
    { id: 'Q-5', question: { code: 'ask-build', args: {} }, ...moves(1), paste: 'pqready assess . --build build' },
    { id: 'Q-6', question: { code: 'ask-incident-contact', args: {} }, ...moves(0), paste: 'declarations:\n  - id: incident-contact' },
  ],
};

const nowhere = { value: null, source: null };

const TARGET: TargetProfile = {
  schemaVersion: 1,
  id: 'nrf52840',
  name: 'nRF52840',
  core: 'Cortex-M4F',
  isa: 'armv7e-m',
  matches: ['nrf52840dk'],
  clockHz: { value: 64_000_000, source: { title: 'Invented data sheet' } },
  ramBytes: { value: 262_144, source: { title: 'Invented data sheet' } },
  flashBytes: { value: 1_048_576, source: { title: 'Invented data sheet' } },
  accelerators: nowhere,
  trng: nowhere,
  measurements: [],
  notices: [],
};

/** The whole report. */
export const SAMPLE: Report = {
  schemaVersion: 1,
  tool: { name: 'pqready', version: '0.1.0' },
  asOf: day('2026-11-23'),
  inventory: INVENTORY,
  product: PRODUCT,
  productSource: 'operator',
  targets: [TARGET],
  measurements: [],
  assessment: ASSESSMENT,
  refused: ['exclude: vendor/** (a product file in the tree may not exclude)'],
};

const { assessment: _assessment, product: _product, ...BARE } = SAMPLE;

/** The same inventory, not assessed, without a product file. */
export const INVENTORY_ONLY: Report = { ...BARE, productSource: 'none', targets: [], refused: [] };

/** The sample with its assessment's parts replaced. */
export function withAssessment(parts: Partial<Assessment>): Report {
  return { ...SAMPLE, assessment: { ...ASSESSMENT, ...parts } };
}

/** The sample with its inventory's parts replaced. */
export function withInventory(parts: Partial<Inventory>): Report {
  return { ...SAMPLE, inventory: { ...INVENTORY, ...parts } };
}

/** A report with so many findings, each on a fact of its own. */
export function withFindings(count: number): Report {
  const hex = (index: number): string => index.toString(16).padStart(8, '0');
  const facts = Array.from({ length: count }, (_, index) =>
    fact({
      id: `F-${hex(index)}`,
      role: 'transport',
      path: `src/module-${index % 97}/part-${index % 13}/session.c`,
      line: index + 1,
      observed: uses('md5', 'mbedtls_md5_ret'),
    }),
  );
  const findings = facts.map((each, index) =>
    finding({
      id: `weak-hash/${hex(index)}`,
      urgency: index % 3 === 0 ? 'present-day' : 'quantum',
      role: 'transport',
      origin: index % 2 === 0 ? 'first-party' : 'dependency',
      title: { code: 'weak-signature-digest', args: { name: 'MD5', role: 'transport' } },
      asset: assetId('algorithm:md5'),
      facts: [each.id],
    }),
  );
  const assets = INVENTORY.assets.map((asset) => (asset.id === 'algorithm:md5' ? { ...asset, facts } : asset));
  return { ...SAMPLE, inventory: { ...INVENTORY, assets }, assessment: { ...ASSESSMENT, findings } };
}
