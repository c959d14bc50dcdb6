import { describe, expect, it } from 'vitest';
import { ANSWERED_ROWS } from '../../src/assess/declared-answers.ts';
import { RULES } from '../../src/assess/rules.ts';
import type { FitRow, Urgency } from '../../src/model/assessment.ts';
import type { Evidence, Gap, IsoDateTime, ScannerId } from '../../src/model/evidence.ts';
import type { Product } from '../../src/model/product.ts';
import { assessed, called, certificate, fact, findingsOf, fitRow, key, productOf, protocol, seen, use } from './given.ts';

interface Given {
  readonly evidence: readonly Evidence[];
  readonly product?: Product;
  readonly fit?: readonly FitRow[];
  readonly gaps?: readonly Gap[];
  readonly scanners?: readonly ScannerId[];
}

interface Case {
  readonly rule: string;
  readonly urgency: Urgency;
  readonly fires: Given;
  readonly silent: Given;
}

const on = (...evidence: Evidence[]): Given => ({ evidence });
const until = (day: string): { notAfter: IsoDateTime } => ({ notAfter: `${day}T00:00:00Z` as IsoDateTime });

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const X25519 = use('x25519', {}, { functions: ['keyderive'] });
const HYBRID = use('x25519mlkem768', {}, { functions: ['encapsulate'] });
const ML_DSA = use('ml-dsa-65', {}, { functions: ['verify'] });
const AES_256 = use('aes', { keyBits: 256, mode: 'gcm' }, { functions: ['encrypt'] });
const IN_EU = { markets: ['eu'], supportEnds: '2033-06-30' };
const ALL_EXCEED: readonly FitRow[] = [
  ...(['lms', 'xmss', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87', 'slh-dsa-sha2-128s', 'slh-dsa-sha2-192s'] as const).map((id) =>
    fitRow(id, 'verify', 'exceeds'),
  ),
];
const GAP: Gap = {
  scanner: 'certificate',
  location: { at: 'bytes', path: 'a.der', offset: 0, length: 1 },
  reason: 'malformed',
  detail: 'expected a SEQUENCE',
};

const told = (id: string, answer: 'yes' | 'no', more: Record<string, unknown> = {}): Product =>
  productOf({ declarations: [{ id, answer, statement: 'said', declaredBy: 'vendor', date: '2026-10-01' }], ...more });

const library = (name: string, version: string): Evidence =>
  seen({ kind: 'library', name, version, symbol: name }, { scanner: 'manifest', state: 'linked' });

// A yes-or-no declaration: no is a finding, yes is none.
const DECLARED_CASES: readonly Case[] = ANSWERED_ROWS.map(({ id, urgency }) => ({
  rule: `declared-${id}`,
  urgency,
  fires: { evidence: [], product: told(id, 'no') },
  silent: { evidence: [], product: told(id, 'yes') },
}));

const CASES: readonly Case[] = [
  ...DECLARED_CASES,
  {
    rule: 'sbom-denied',
    urgency: 'present-day',
    fires: { evidence: [], product: told('sbom-delivery', 'no') },
    silent: { evidence: [], product: told('sbom-delivery', 'yes') },
  },
  {
    rule: 'support-unpublished',
    urgency: 'present-day',
    fires: { evidence: [], product: told('support-statement', 'no') },
    silent: { evidence: [], product: told('support-statement', 'yes') },
  },
  {
    rule: 'claim-contradicted',
    urgency: 'quantum',
    fires: { evidence: [called('update', P256)], product: told('pq-claim', 'yes') },
    silent: { evidence: [called('update', ML_DSA)], product: told('pq-claim', 'yes') },
  },
  {
    rule: 'high-risk-use',
    urgency: 'quantum',
    fires: { evidence: [called('update', P256)], product: productOf({ highRiskUse: true }) },
    silent: { evidence: [called('update', P256)], product: productOf({ highRiskUse: false }) },
  },
  {
    rule: 'updates-past-sunset',
    urgency: 'quantum',
    fires: {
      evidence: [called('update', P256)],
      product: productOf({ markets: ['eu'], policies: ['bsi-tr-02102'], supportEnds: '2026-01-01' }),
    },
    silent: {
      evidence: [called('update', P256)],
      product: productOf({ markets: ['us-consumer'], policies: ['bsi-tr-02102'], supportEnds: '2026-01-01' }),
    },
  },
  {
    rule: 'kem-alone',
    urgency: 'record',
    fires: on(called('transport', use('ml-kem-768', {}, { functions: ['encapsulate'] }))),
    silent: on(called('transport', HYBRID)),
  },
  { rule: 'library-past-end', urgency: 'present-day', fires: on(library('OpenSSL', '1.1.1w')), silent: on(library('OpenSSL', '3.5.4')) },
  {
    rule: 'weak-cipher',
    urgency: 'present-day',
    fires: on(called('storage', use('des', { mode: 'cbc' }))),
    silent: on(called('storage', AES_256)),
  },
  {
    rule: 'weak-signature-digest',
    urgency: 'present-day',
    fires: on(called('update', use('rsassa-pkcs1', { digest: 'sha-1', keyBits: 2048 }, { functions: ['verify'] }))),
    silent: on(called('update', use('rsassa-pkcs1', { digest: 'sha-256', keyBits: 2048 }, { functions: ['verify'] }))),
  },
  { rule: 'weak-hash', urgency: 'record', fires: on(called('other', use('md5'))), silent: on(called('other', use('sha-256'))) },
  {
    rule: 'weak-hash-keyed',
    urgency: 'record',
    fires: on(called('storage', use('hmac', { digest: 'sha-1' }))),
    silent: on(called('storage', use('hmac', { digest: 'sha-256' }))),
  },
  {
    rule: 'not-security',
    urgency: 'record',
    fires: on(called('other', use('md5'), { nonSecurity: 'an ETag' })),
    silent: on(called('other', use('md5'))),
  },
  {
    rule: 'short-key',
    urgency: 'present-day',
    fires: on(called('update', use('rsassa-pss', { keyBits: 1024 }, { functions: ['verify'] }))),
    silent: on(called('update', use('rsassa-pss', { keyBits: 2048 }, { functions: ['verify'] }))),
  },
  {
    rule: 'ecb-mode',
    urgency: 'present-day',
    fires: on(called('storage', use('aes', { keyBits: 128, mode: 'ecb' }))),
    silent: on(called('storage', use('aes', { keyBits: 128, mode: 'ctr' }))),
  },
  {
    rule: 'weak-key-derivation',
    urgency: 'present-day',
    fires: on(called('storage', use('pbkdf1'))),
    silent: on(called('storage', use('scrypt'))),
  },
  {
    rule: 'few-iterations',
    urgency: 'present-day',
    fires: on(called('storage', use('pbkdf2', { iterations: 999 }))),
    silent: on(called('storage', use('pbkdf2', { iterations: 1000 }))),
  },
  {
    rule: 'legacy-protocol',
    urgency: 'present-day',
    fires: on(protocol('tls', ['1.1', '1.2'])),
    silent: on(protocol('tls', ['1.2', '1.3'])),
  },
  {
    rule: 'static-key-exchange',
    urgency: 'quantum-long-lived',
    fires: on(protocol('tls', ['1.2'], { suites: ['TLS_RSA_WITH_AES_128_CBC_SHA'] })),
    silent: on(protocol('tls', ['1.2'], { suites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] })),
  },
  {
    rule: 'certificate-signature',
    urgency: 'present-day',
    fires: on(certificate({ signature: use('rsassa-pkcs1', { digest: 'sha-1' }) })),
    silent: on(certificate({ signature: use('rsassa-pkcs1', { digest: 'sha-1' }), selfSigned: true, isCa: true })),
  },
  {
    rule: 'certificate-expired',
    urgency: 'present-day',
    fires: on(certificate(until('2026-11-22'))),
    silent: on(certificate(until('2026-11-23'))),
  },
  { rule: 'private-key', urgency: 'present-day', fires: on(key()), silent: on(key({ material: 'public-key' })) },
  { rule: 'private-key-encrypted', urgency: 'record', fires: on(key({ encrypted: true })), silent: on(key()) },
  {
    rule: 'secret-key',
    urgency: 'present-day',
    fires: on(key({ material: 'secret-key', key: { algorithm: use('hmac') } })),
    silent: on(key()),
  },
  {
    rule: 'image-hash-only',
    urgency: 'present-day',
    fires: on(fact('image-hash-only', 'sha256', { state: 'present', scanner: 'firmware', grade: 'binary' })),
    silent: on(fact('image-digest', 'sha256')),
  },
  { rule: 'rollback-possible', urgency: 'record', fires: on(fact('anti-rollback', 'n')), silent: on(fact('anti-rollback', 'y')) },
  { rule: 'classical-boot-signature', urgency: 'quantum', fires: on(called('boot', P256)), silent: on(called('boot', ML_DSA)) },
  { rule: 'classical-update-signature', urgency: 'quantum', fires: on(called('update', P256)), silent: on(called('boot', P256)) },
  {
    rule: 'classical-identity',
    urgency: 'quantum',
    fires: on(certificate({}, { roleHint: 'device-identity' })),
    silent: on(certificate({ isCa: true, selfSigned: true }, { roleHint: 'device-identity' })),
  },
  {
    rule: 'classical-key-exchange',
    urgency: 'quantum-long-lived',
    fires: on(called('transport', X25519)),
    silent: { ...on(called('transport', X25519)), product: productOf({ data: [{ id: 'd', secretYears: 3, roles: ['transport'] }] }) },
  },
  {
    rule: 'classical-key-exchange-short',
    urgency: 'quantum',
    fires: { ...on(called('transport', X25519)), product: productOf({ data: [{ id: 'd', secretYears: 3, roles: ['transport'] }] }) },
    silent: { ...on(called('transport', X25519)), product: productOf({ data: [{ id: 'd', secretYears: 4, roles: ['transport'] }] }) },
  },
  {
    rule: 'classical-fallback',
    urgency: 'quantum',
    fires: on(called('transport', X25519), called('transport', HYBRID)),
    silent: on(called('transport', HYBRID)),
  },
  {
    rule: 'classical-beside-signature',
    urgency: 'quantum',
    fires: on(called('boot', P256), called('boot', ML_DSA)),
    silent: on(called('boot', P256), called('update', ML_DSA)),
  },
  {
    rule: 'classical-storage-wrap',
    urgency: 'quantum-long-lived',
    fires: on(called('storage', use('rsaes-oaep', { keyBits: 3072 }, { functions: ['encrypt'] }))),
    silent: on(called('storage', AES_256)),
  },
  {
    rule: 'classical-radio',
    urgency: 'quantum',
    fires: on(called('radio', use('ecdh', { curve: 'secp256r1' }))),
    silent: on(called('radio', AES_256)),
  },
  { rule: 'classical-elsewhere', urgency: 'quantum', fires: on(called('other', P256)), silent: on(called('boot', P256)) },
  {
    rule: 'boot-verifier-immutable',
    urgency: 'quantum',
    fires: { ...on(called('boot', P256)), product: productOf({ roles: [{ role: 'boot', verifierImmutable: true }] }) },
    silent: { ...on(called('boot', P256)), product: productOf({ roles: [{ role: 'boot', changedBy: 'vendor-ota' }] }) },
  },
  {
    rule: 'update-verifier-immutable',
    urgency: 'quantum',
    fires: on(called('update', P256), fact('verifier-immutable', 'rom', { roleHint: 'update' })),
    silent: on(called('update', P256), fact('verifier-immutable', 'rom', { roleHint: 'boot' })),
  },
  {
    rule: 'certificate-past-sunset',
    urgency: 'quantum',
    fires: { ...on(certificate(until('2045-02-28'))), product: productOf(IN_EU) },
    silent: { ...on(certificate(until('2031-12-31'))), product: productOf(IN_EU) },
  },
  {
    rule: 'round-3-scheme',
    urgency: 'quantum',
    fires: on(called('transport', use('kyber'))),
    silent: on(called('transport', use('ml-kem-768'))),
  },
  { rule: 'no-tls13', urgency: 'quantum', fires: on(protocol('tls', ['1.2'])), silent: on(protocol('tls', ['1.2', '1.3'])) },
  {
    rule: 'support-outlives-sunset',
    urgency: 'quantum',
    fires: { ...on(called('transport', use('ecdh', { curve: 'secp256r1' }))), product: productOf(IN_EU) },
    silent: {
      ...on(called('transport', use('ecdh', { curve: 'secp256r1' }))),
      product: productOf({ ...IN_EU, supportEnds: '2031-12-31' }),
    },
  },
  {
    rule: 'support-period-missing',
    urgency: 'record',
    fires: { evidence: [], product: productOf() },
    silent: { evidence: [], product: productOf(IN_EU) },
  },
  {
    rule: 'quantum-risk-missing',
    urgency: 'quantum',
    fires: { ...on(called('boot', P256)), product: productOf() },
    silent: {
      ...on(called('boot', P256)),
      product: productOf({ declarations: [{ id: 'quantum-risk', statement: 'RA-7', declaredBy: 'vendor', date: '2026-10-01' }] }),
    },
  },
  { rule: 'sbom-not-seen', urgency: 'record', fires: { evidence: [], scanners: ['sbom'] }, silent: { evidence: [], scanners: ['source'] } },
  { rule: 'coverage-gaps', urgency: 'record', fires: { evidence: [], gaps: [GAP] }, silent: on() },
  {
    rule: 'exceeds-target',
    urgency: 'quantum',
    fires: { evidence: [], fit: ALL_EXCEED },
    silent: { evidence: [], fit: [...ALL_EXCEED.slice(1), fitRow('lms', 'verify', 'tight')] },
  },
  {
    rule: 'acceptance-expired',
    urgency: 'record',
    fires: {
      evidence: [],
      product: productOf({ acceptedRisks: [{ finding: 'x', reason: 'r', owner: 'o', date: '2025-01-01', expires: '2026-11-22' }] }),
    },
    silent: {
      evidence: [],
      product: productOf({ acceptedRisks: [{ finding: 'x', reason: 'r', owner: 'o', date: '2025-01-01', expires: '2026-11-23' }] }),
    },
  },
  {
    rule: 'pq-signature',
    urgency: 'good',
    fires: on(called('boot', ML_DSA)),
    silent: on(called('boot', use('dilithium', {}, { functions: ['verify'] }))),
  },
  {
    rule: 'pq-key-establishment',
    urgency: 'good',
    fires: on(called('transport', HYBRID)),
    silent: on(called('transport', HYBRID, { state: 'compiled' })),
  },
  {
    rule: 'pq-not-in-use',
    urgency: 'record',
    fires: on(called('transport', HYBRID, { state: 'compiled' })),
    silent: on(called('transport', HYBRID, { state: 'compiled', origin: 'test' })),
  },
  { rule: 'stateful-signature', urgency: 'record', fires: on(called('boot', use('lms'))), silent: on(called('boot', ML_DSA)) },
  {
    rule: 'aes-128',
    urgency: 'good',
    fires: on(called('storage', use('aes', { keyBits: 128, mode: 'gcm' }))),
    silent: on(called('storage', AES_256)),
  },
  {
    rule: 'pre-shared-key',
    urgency: 'good',
    fires: on(protocol('dtls', ['1.2'], { suites: ['TLS_PSK_WITH_AES_128_CCM_8'] })),
    silent: on(protocol('dtls', ['1.2'], { suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8'] })),
  },
  { rule: 'unrecognised', urgency: 'record', fires: on(called('storage', use('unrecognised'))), silent: on(called('storage', AES_256)) },
];

const run = ({ evidence, ...more }: Given) => assessed(evidence, more);

describe('a finding without facts', () => {
  const basisOf = (rule: string, more: Parameters<typeof assessed>[1] = {}) => findingsOf(assessed([], more), rule)[0]?.basis;

  it('says what it stands on: this run, the product file, or what that leaves out', () => {
    expect(basisOf('coverage-gaps', { gaps: [GAP] })).toBe('coverage');
    expect(basisOf('support-period-missing', { product: productOf() })).toBe('undeclared');
    expect(basisOf('boot-verifier-immutable', { product: productOf({ roles: [{ role: 'boot', verifierImmutable: true }] }) })).toBe(
      'declaration',
    );
  });
});

describe('every rule has its case', () => {
  it('and every case its rule', () => {
    expect(CASES.map((each) => each.rule).sort()).toEqual(RULES.map((rule) => rule.id).sort());
  });

  it.each(CASES)('$rule fires where it must', ({ rule, urgency, fires }) => {
    const found = findingsOf(run(fires), rule);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((finding) => finding.urgency)).toContain(urgency);
  });

  it.each(CASES)('$rule keeps silent where it must', ({ rule, silent }) => {
    expect(findingsOf(run(silent), rule)).toEqual([]);
  });
});

describe('what stands in a test, an example or an unused dependency', () => {
  const WEAK = use('des', { mode: 'cbc' });

  it.each(['test', 'example', 'dependency'] as const)('is for the record (%s)', (origin) => {
    const [finding] = findingsOf(assessed([called('storage', WEAK, { origin })]), 'weak-cipher');
    expect(finding).toMatchObject({ urgency: 'record', origin });
  });

  it('counts as soon as the build shows it in the image', () => {
    const [finding] = findingsOf(assessed([called('storage', WEAK, { origin: 'dependency', state: 'negotiated' })]), 'weak-cipher');
    expect(finding?.urgency).toBe('present-day');
  });

  it('does not outweigh the same thing in the product', () => {
    const evidence = [called('storage', WEAK, { origin: 'test' }), called('storage', WEAK)];
    expect(findingsOf(assessed(evidence), 'weak-cipher')).toMatchObject([{ urgency: 'present-day', origin: 'first-party' }]);
  });

  it('keeps a test key off the list of keys to remove', () => {
    const assessment = assessed([key({}, { origin: 'test' })]);
    expect(findingsOf(assessment, 'private-key')).toMatchObject([{ urgency: 'record' }]);
    expect(assessment.checks.find((result) => result.check === 'no-private-key-in-tree')?.verdict).toBe('met');
  });
});

describe('what a mechanism is for decides what is said of it', () => {
  it('takes X25519 inside a hybrid for no exposure', () => {
    const assessment = assessed([protocol('tls', ['1.3'], { groups: ['X25519MLKEM768'] })]);
    expect(findingsOf(assessment, 'classical-key-exchange')).toEqual([]);
    expect(findingsOf(assessment, 'pq-key-establishment')).toHaveLength(1);
  });

  it('and X25519 offered by itself beside the hybrid for a fallback', () => {
    const assessment = assessed([protocol('tls', ['1.3'], { groups: ['X25519MLKEM768', 'x25519'] })]);
    expect(findingsOf(assessment, 'classical-fallback')).toMatchObject([{ algorithm: 'x25519' }]);
  });

  it('takes the hash of a TLS 1.2 suite for the hash of a MAC', () => {
    const assessment = assessed([protocol('tls', ['1.2'], { suites: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'] })]);
    expect(findingsOf(assessment, 'weak-signature-digest')).toEqual([]);
    expect(findingsOf(assessment, 'weak-hash')).toEqual([]);
  });

  it('takes an RSA key in the boot role for a signature, and one in transport for neither', () => {
    expect(findingsOf(assessed([called('boot', use('rsa', { keyBits: 2048 }))]), 'classical-boot-signature')).toHaveLength(1);
    expect(findingsOf(assessed([called('transport', use('rsa', { keyBits: 2048 }))]), 'classical-key-exchange')).toEqual([]);
  });

  it('flags only the protocol version that is withdrawn', () => {
    const found = findingsOf(assessed([protocol('tls', ['1.0', '1.3'])]), 'legacy-protocol');
    expect(found.map((finding) => finding.title.args)).toEqual([{ protocol: 'TLS 1.0', versions: '1.0' }]);
  });

  it('names the highest version of TLS where 1.3 is missing, once', () => {
    const found = findingsOf(assessed([protocol('tls', ['SSLv3', '1.0', '1.1', '1.2'])]), 'no-tls13');
    expect(found.map((finding) => finding.title.args)).toEqual([{ protocol: 'TLS 1.2', versions: '1.2' }]);
  });

  it('never calls RSA-2048 or P-256 a weakness of today', () => {
    const assessment = assessed([called('boot', P256), called('update', use('rsassa-pss', { keyBits: 2048 }, { functions: ['verify'] }))]);
    expect(assessment.findings.filter((finding) => finding.urgency === 'present-day')).toEqual([]);
  });
});

describe('accepted risks', () => {
  const evidence = [called('boot', P256)];
  const accept = (finding: string, over: Record<string, string> = {}): Product =>
    productOf({ acceptedRisks: [{ finding, reason: 'isolated', owner: 'CTO', date: '2026-01-01', expires: '2027-01-01', ...over }] });
  const [open] = findingsOf(assessed(evidence), 'classical-boot-signature');
  const id = open?.id ?? '';

  it('cover a finding by its id or by its rule', () => {
    for (const finding of [id, 'classical-boot-signature']) {
      expect(findingsOf(assessed(evidence, { product: accept(finding) }), 'classical-boot-signature')[0]?.accepted?.owner).toBe('CTO');
    }
  });

  it.each([
    ['expired yesterday', { expires: '2026-11-22' }],
    ['dated tomorrow', { date: '2026-11-24' }],
  ])('do not cover it when %s', (_name, over) => {
    expect(findingsOf(assessed(evidence, { product: accept(id, over) }), 'classical-boot-signature')[0]?.accepted).toBeUndefined();
  });
});

describe('ids of findings', () => {
  it('stay while rule, asset and role stay, whatever else is found', () => {
    const alone = findingsOf(assessed([called('boot', P256)]), 'classical-boot-signature')[0]?.id;
    const among = findingsOf(
      assessed([called('storage', AES_256), key(), called('boot', P256), called('boot', P256)]),
      'classical-boot-signature',
    );
    expect(among.map((finding) => finding.id)).toEqual([alone]);
    expect(alone).toMatch(/^classical-boot-signature\/[0-9a-f]{8}$/);
  });
});
