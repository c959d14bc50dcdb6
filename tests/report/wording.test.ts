import { describe, expect, it } from 'vitest';
import { EFFORT_BASIS, OWNERS } from '../../src/assess/jobs.ts';
import { CHECKS } from '../../src/knowledge/checks.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { StatementArgs, StatementCode } from '../../src/model/statement.ts';
import * as wording from '../../src/report/wording.ts';
import { assessed, called, productOf, protocol, use } from '../assess/given.ts';

const DAY = '2031-12-31' as IsoDate;
const NAME = 'ECDSA-secp256r1';

// One example for every code: a code without one does not compile.
const EXAMPLES: { readonly [Code in StatementCode]: StatementArgs[Code] } = {
  'broken-cipher': { name: 'DES-CBC', role: 'storage', why: 'its 56-bit key can be searched' },
  'weak-signature-digest': { name: 'SHA-1', role: 'update' },
  'weak-hash-purpose-unknown': { name: 'MD5', role: 'other' },
  'weak-hash-keyed': { name: 'SHA-1', role: 'transport' },
  'not-a-security-use': { name: 'MD5', why: 'an ETag' },
  'short-key': { name: 'RSA-1024', role: 'boot', bits: 1024, wantedBits: 2048 },
  'unsafe-mode': { name: 'AES-128-ECB', role: 'storage' },
  'weak-key-derivation': { name: 'PBKDF1', role: 'storage' },
  'few-iterations': { name: 'PBKDF2', iterations: 1, wanted: 1000 },
  'legacy-protocol': { protocol: 'TLS 1.0', versions: '1.0' },
  'static-key-exchange': { name: 'TLS 1.2', suites: 2, example: 'TLS_RSA_WITH_AES_128_CBC_SHA' },
  'certificate-weak-signature': { name: 'device', digest: 'SHA-1' },
  'certificate-expired': { name: 'device', notAfter: DAY },
  'private-key-in-tree': { name: 'EC private key', container: 'PKCS#8' },
  'private-key-encrypted-in-tree': { name: 'EC private key', container: 'PKCS#8' },
  'secret-key-in-tree': { name: 'HMAC secret key' },
  'image-hash-only': { role: 'update' },
  'rollback-possible': { role: 'update' },
  'classical-boot-signature': { name: NAME },
  'classical-update-signature': { name: NAME },
  'classical-identity': { name: NAME },
  'classical-key-exchange-long-lived': { name: 'X25519', data: 'door events', secretUntil: DAY },
  'classical-key-exchange-life-unknown': { name: 'X25519' },
  'classical-key-exchange-short-lived': { name: 'X25519' },
  'classical-fallback': { name: 'X25519', beside: 'X25519MLKEM768' },
  'classical-beside-signature': { name: NAME, beside: 'LMS', role: 'boot' },
  'classical-storage-wrap': { name: 'RSA-OAEP' },
  'classical-radio': { name: 'ECDH' },
  'classical-elsewhere': { name: NAME, role: 'debug' },
  'verifier-immutable': { role: 'boot' },
  'certificate-past-sunset': { name: NAME, notAfter: DAY, policy: 'BSI TR-02102-1', sunset: DAY, informs: true },
  'round-3-scheme': { name: 'Kyber', standard: 'ML-KEM of FIPS 203' },
  'no-tls13': { protocol: 'TLS 1.2', versions: '1.2' },
  'support-outlives-sunset': { name: NAME, role: 'boot', policy: 'BSI TR-02102-1', sunset: DAY, needed: DAY, days: 1, informs: false },
  'exceeds-target': { target: 'STM32G071', purpose: 'signature' },
  'pq-signature': { name: 'LMS', role: 'boot' },
  'pq-key-establishment': { name: 'X25519MLKEM768', role: 'transport' },
  'pq-not-in-use': { name: 'ML-KEM-768', role: 'transport' },
  'stateful-signature': { name: 'LMS', role: 'boot' },
  'aes-128-adequate': { name: 'AES-128-GCM', role: 'transport' },
  'pre-shared-key': { name: 'DTLS 1.2' },
  'unrecognised-algorithm': { name: 'frobnicate', role: 'other' },
  'support-period-missing': { product: 'Lock' },
  'quantum-risk-missing': { product: 'Lock' },
  'sbom-not-seen': {},
  'coverage-gaps': { gaps: 1 },
  'declared-lack': { what: 'update-mechanism', by: 'vendor', date: DAY },
  'sbom-denied': { by: 'vendor', date: DAY },
  'support-unpublished': { by: 'vendor', date: DAY },
  'kem-alone': { name: 'ML-KEM-768', role: 'transport' },
  'claim-contradicted': { names: NAME, by: 'vendor', date: DAY },
  'high-risk-use': { names: NAME },
  'updates-past-sunset': { name: NAME, policy: 'NIST IR 8547', sunset: DAY, lastOffered: DAY, informs: true },
  'library-past-end': { name: 'OpenSSL 1.1.1w', branch: '1.1.1', ended: DAY },
  'acceptance-expired': { finding: 'x', expired: DAY },
  'none-among': { examined: 1, role: 'boot' },
  'none-among-all': { examined: 2 },
  found: { findings: 1, first: { code: 'image-hash-only', args: { role: 'update' } } },
  'found-uncertain': { findings: 2, first: { code: 'image-hash-only', args: { role: 'update' } } },
  'use-uncertain': { names: 'RC4', role: 'storage' },
  'none-in-files': { files: 1 },
  'only-protocol-seen': { names: 'TLS 1.2', role: 'transport' },
  'verification-not-seen': { names: 'RSA-2048' },
  'parameter-unknown': { what: 'key size', name: 'RSA' },
  'nothing-seen': { role: 'boot' },
  'kind-not-seen': { what: 'certificate' },
  'no-such-mechanism': { role: 'storage' },
  'out-of-scope': { role: 'radio' },
  'not-looked': { scanner: 'certificate' },
  'seen-in-role': { names: NAME, role: 'boot' },
  'declared-only': { role: 'boot' },
  'all-read': { files: 1 },
  'gaps-left': { gaps: 3 },
  'nothing-read': {},
  'quantum-ready': { names: 'LMS', role: 'boot' },
  'symmetric-only': { role: 'storage' },
  'classical-only': { names: NAME, role: 'boot' },
  'draft-only': { names: 'Dilithium', role: 'boot' },
  'classical-beside': { names: NAME, role: 'boot' },
  'seen-negotiated': { names: 'X25519MLKEM768' },
  'default-not-observed': { names: 'X25519MLKEM768' },
  'changed-by': { role: 'boot', by: 'vendor-ota' },
  'changer-unknown': { role: 'boot' },
  'verifier-fixed': { role: 'boot' },
  'authenticated-by': { names: NAME },
  'switch-on': { what: 'anti-rollback' },
  'switch-unknown': { what: 'anti-rollback' },
  'versions-seen': { versions: 'TLS 1.2, TLS 1.3' },
  'standard-schemes': { names: 'ML-KEM-768' },
  'fit-found': { names: 'STM32L4R5' },
  'fit-exceeds': { target: 'STM32G071' },
  'fit-unknown': {},
  'fit-no-target': {},
  'random-seed-not-examined': { names: 'CTR_DRBG' },
  'sbom-seen': {},
  'sbom-none': {},
  'cbom-made': { assets: 1 },
  'no-product-file': {},
  declared: { by: 'vendor', date: DAY },
  'not-declared': {},
  'support-until': { date: DAY },
  'support-over': { date: DAY },
  'support-unknown': {},
  'within-sunsets': { rows: 1 },
  'past-sunset': { rows: 1 },
  'past-sunset-informative': { rows: 2 },
  'no-sunset-applies': {},
  'declared-not-read': { by: 'vendor', date: DAY },
  'answer-missing': {},
  'no-claim': {},
  'claim-not-contradicted': {},
  'not-high-risk': {},
  'high-risk-unknown': {},
  'no-models': {},
  'branches-maintained': { names: 'OpenSSL 3.5.1' },
  'branch-unknown': { names: 'OpenSSL 9.9' },
  'version-unknown': { names: 'OpenSSL' },
  'conformance-met': { names: 'ML-KEM-768', implementation: 'mylib 1.4', part: 'gateway' },
  'conformance-not-met': { names: 'ML-KEM-768', implementation: 'mylib 1.4', part: 'gateway', clause: 'FIPS 203 §7.2 check 2' },
  'vectors-not-on-record': { names: 'LMS' },
  'update-not-sound': {},
  'fix-now': { role: 'storage', from: 'RC4', certain: true },
  'enable-tls13': { role: 'transport', from: 'TLS 1.2' },
  'reissue-certificate': { role: 'transport', from: 'certificate “hub”', certain: true },
  'verify-certificate-chain': {},
  'remove-key': { role: 'other' },
  'sign-images': { role: 'update' },
  'add-pq-verifier': { role: 'update', from: NAME, to: 'LMS or XMSS' },
  'add-hybrid-key-exchange': { role: 'transport', from: 'X25519', to: 'X25519MLKEM768' },
  'reissue-identity': { from: NAME, to: 'ML-DSA-44' },
  'rewrap-storage': { from: 'RSA-OAEP', to: 'ML-KEM-768' },
  'replace-elsewhere': { role: 'debug', from: NAME, to: 'ML-DSA-44' },
  'refuse-fallback': { role: 'transport', from: 'X25519' },
  'find-role': { from: NAME },
  'replace-draft-scheme': { role: 'transport', from: 'Kyber', to: 'X25519MLKEM768' },
  'live-with-fixed-verifier': { role: 'boot', from: NAME },
  'live-with-standard': { role: 'radio', from: 'ECDH' },
  'live-with-target': { role: 'boot', from: NAME },
  'rollback-previous-release': {},
  'rollback-keep-both-verifiers': {},
  'rollback-classical-group': {},
  'rollback-old-certificate': {},
  'rollback-old-wrap': {},
  'rollback-none': {},
  'verify-no-finding': {},
  'verify-rejects-classical-image': {},
  'verify-group-negotiated': { to: 'X25519MLKEM768' },
  'verify-identity-chain': {},
  'verify-rewrapped': {},
  'verify-decision-recorded': {},
  'ask-support-end': {},
  'ask-markets': {},
  'ask-field-life': {},
  'ask-data-life': {},
  'ask-who-changes': { role: 'boot' },
  'ask-target': {},
  'ask-build': {},
  'ask-role-paths': { role: 'boot' },
  'ask-quantum-risk': {},
  'ask-update-process': {},
  'ask-incident-contact': {},
  'ask-verification': {},
  'ask-high-risk': {},
  'ask-support-statement': {},
  'ask-sbom': {},
  'ask-trait': { trait: 'consumer' },
  'ask-declared': { what: 'rng-seeding' },
};

const SENTENCES = Object.entries(EXAMPLES).map(([code, args]) => [code, wording.sentence({ code, args } as never)] as const);

// What a report may not claim, and the words of those who sell.
const FORBIDDEN =
  /complian|conform|presumption|certif(?:y|ied)\b|quantum-?(?:safe|secure|proof|resistant|ready)|unbreakable|military|guarantee|simply|easily|just\b|best-in|!/i;

describe('sentences', () => {
  it('stand for every code', () => {
    expect(Object.keys(wording.SENTENCES).sort()).toEqual(Object.keys(EXAMPLES).sort());
  });

  it.each(SENTENCES)('%s is one quiet sentence', (_code, text) => {
    expect(text).toMatch(/^[“\p{Lu}\d].*[.?]$/u);
    expect(text).not.toMatch(/undefined|NaN|\[object|\s\s|\$\{/);
    expect(text).not.toMatch(FORBIDDEN);
    expect(text.length).toBeLessThan(280);
  });

  it('count one and many', () => {
    expect(wording.sentence({ code: 'coverage-gaps', args: { gaps: 1 } })).toBe(
      '1 place could not be read; nothing is said of what stands there.',
    );
    expect(wording.sentence({ code: 'coverage-gaps', args: { gaps: 2 } })).toBe(
      '2 places could not be read; nothing is said of what stands there.',
    );
  });

  it('say what was found in their own words', () => {
    expect(wording.sentence({ code: 'support-outlives-sunset', args: { ...EXAMPLES['support-outlives-sunset'], days: 547 } })).toBe(
      'ECDSA-secp256r1 in boot: needed until 2031-12-31, 547 days past 2031-12-31, the last day under BSI TR-02102-1.',
    );
  });

  it('can be made for everything that an assessment says', () => {
    const assessment = assessed(
      [called('boot', use('ecdsa', { curve: 'secp256r1' })), protocol('tls', ['1.0']), called('storage', use('rc4'))],
      {
        product: productOf({ markets: ['eu'], supportEnds: '2040-01-01' }),
      },
    );
    const statements = [
      ...assessment.findings.map((each) => each.title),
      ...assessment.checks.map((each) => each.reason),
      ...assessment.gates.flatMap((each) => each.stoppedBy ?? []),
      ...assessment.plan.flatMap((each) => [each.action, each.rollback, each.verification]),
      ...assessment.questions.map((each) => each.question),
    ];
    expect(statements.length).toBeGreaterThan(50);
    for (const statement of statements) expect(wording.sentence(statement)).toMatch(/[.?]$/);
  });
});

describe('the words beside the sentences', () => {
  it('claim nothing either', () => {
    const tables = Object.values(wording).filter((each) => typeof each === 'object' && each !== wording.SENTENCES);
    const words = [
      ...tables.flatMap((table) => Object.values(table)),
      ...Object.values(CHECKS).flatMap((row) => [row.name, row.asks]),
      ...Object.values(OWNERS),
      EFFORT_BASIS,
    ];
    expect(words.filter((word) => FORBIDDEN.test(String(word)))).toEqual([]);
  });

  it('tell the four relations of a clause from the verdicts of a check', () => {
    const verdicts = new Set(Object.values(wording.VERDICT_WORDS));
    for (const relation of ['supports', 'contradicts', 'decision-needed', 'not-examined'] as const) {
      expect(verdicts.has(wording.RELATION_WORDS[relation])).toBe(false);
    }
  });
});
