// The 45 findings of the mapping: each is triggered by what can be seen or declared, bears the number of its row, and puts its check into the
// relation that the row names for every clause. Expected relations come from the rows, in fixtures/mapping-relations.json, written by hand.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { parsePacks } from '../../src/catalog/packs.ts';
import { findEntries, indexReferences } from '../../src/catalog/references.ts';
import { ANSWERED } from '../../src/catalog/vocabulary.ts';
import type { Assessment, FitRow, Relation } from '../../src/model/assessment.ts';
import type { CheckId } from '../../src/model/check.ts';
import type { Evidence, Gap, IsoDateTime } from '../../src/model/evidence.ts';
import type { Bearing } from '../../src/model/framework.ts';
import { AS_OF, called, certificate, fact, fitRow, inventoryOf, key, productOf, protocol, seen, use } from './given.ts';
import { readShelf } from './shelf.ts';

const PACKS = parsePacks({ frameworks: readShelf('frameworks'), policies: readShelf('policies') });
const INDEX = indexReferences(PACKS);

interface Row {
  readonly check: CheckId | 'policy';
  readonly bearing: Bearing;
  readonly clauses: readonly string[];
}
const MAPPING: Readonly<Record<string, readonly Row[]>> = JSON.parse(
  readFileSync(new URL('../fixtures/mapping-relations.json', import.meta.url), 'utf8'),
);

interface Given {
  /** why it is there, in the words of the mapping */
  readonly what: string;
  readonly evidence?: readonly Evidence[];
  readonly product?: Record<string, unknown>;
  readonly fit?: readonly FitRow[];
  readonly gaps?: readonly Gap[];
  readonly sbom?: true;
  /** where the row is evidence for a clause, and no finding is needed to say so */
  readonly credit?: true;
}

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const RSA = use('rsassa-pkcs1', { keyBits: 2048, digest: 'sha-256' }, { functions: ['verify'] });
const ML_DSA = use('ml-dsa-87', {}, { functions: ['verify'] });
const LMS = use('lms', {}, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const HYBRID = use('x25519mlkem768', {}, { functions: ['encapsulate'] });
const KEM = use('ml-kem-768', {}, { functions: ['encapsulate'] });
const VERIFIERS = ['lms', 'xmss', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87', 'slh-dsa-sha2-128s', 'slh-dsa-sha2-192s'] as const;
const GAP: Gap = {
  scanner: 'firmware',
  location: { at: 'bytes', path: 'radio.bin', offset: 0, length: 9 },
  reason: 'encrypted',
  detail: 'a blob',
};

const says = (id: string, answer: 'yes' | 'no'): Record<string, unknown> => ({
  declarations: [{ id, answer, statement: 'said', declaredBy: 'vendor', date: '2026-10-01' }],
});
const denies = (id: string): Record<string, unknown> => says(id, 'no');
const named = (asset: string, version: string): Evidence =>
  seen({ kind: 'library', name: asset, version, symbol: `${asset} ${version}` }, { scanner: 'manifest', state: 'linked' });

// One for each row, in order.
const GIVEN: Readonly<Record<number, Given>> = {
  1: { what: 'RSA verifier in ROM', evidence: [called('boot', RSA), fact('verifier-immutable', 'y', { roleHint: 'boot' })] },
  2: { what: 'no update mechanism', evidence: [called('boot', RSA)], product: denies('update-mechanism') },
  3: { what: 'images with a checksum only', evidence: [fact('image-hash-only', 'crc32', { state: 'present', grade: 'binary' })] },
  4: {
    what: 'one HMAC key for the fleet',
    evidence: [called('update', use('hmac', { digest: 'sha-256' }))],
    product: denies('unique-keys'),
  },
  5: {
    what: 'P-256, updatable key',
    evidence: [called('update', P256)],
    product: { roles: [{ role: 'update', changedBy: 'vendor-ota' }] },
  },
  6: { what: 'ML-DSA at boot and for updates', evidence: [called('boot', ML_DSA), called('update', ML_DSA)], credit: true },
  7: {
    what: 'either signature is enough',
    evidence: [called('update', ML_DSA), called('update', P256)],
    product: denies('both-signatures-required'),
  },
  8: { what: 'LMS without control of state', evidence: [called('update', LMS)], product: denies('stateful-signing-control') },
  9: { what: 'no anti-rollback', evidence: [called('update', P256), fact('anti-rollback', 'n')] },
  10: { what: 'nothing fits', evidence: [called('update', P256)], fit: VERIFIERS.map((id) => fitRow(id, 'verify', 'exceeds')) },
  11: { what: 'classical key agreement only', evidence: [called('transport', ECDH)] },
  12: { what: 'ML-KEM negotiated alone', evidence: [called('transport', KEM, { state: 'negotiated', grade: 'observed' })] },
  13: { what: 'hybrid by default', evidence: [called('transport', HYBRID, { state: 'negotiated', grade: 'observed' })], credit: true },
  14: { what: 'hybrid beside classical', evidence: [called('transport', HYBRID), called('transport', ECDH)] },
  15: { what: 'hybrid compiled in and off', evidence: [called('transport', HYBRID, { state: 'compiled' })] },
  16: { what: 'TLS 1.0', evidence: [protocol('tls', ['1.0', '1.2'])] },
  17: { what: 'TLS 1.2 only', evidence: [protocol('tls', ['1.2'])] },
  18: { what: 'static RSA', evidence: [protocol('tls', ['1.2'], { suites: ['TLS_RSA_WITH_AES_128_CBC_SHA'] })] },
  19: { what: 'chain signed with SHA-1', evidence: [certificate({ signature: use('rsassa-pkcs1', { digest: 'sha-1' }) })] },
  20: {
    what: 'RSA identity to 2049, no re-enrolment',
    evidence: [certificate({ notAfter: '2049-12-31T00:00:00Z' as IsoDateTime }, { roleHint: 'device-identity' })],
    product: {
      markets: ['eu'],
      policies: ['bsi-tr-02102', 'eccg-acm', 'nist-ir-8547', 'cnsa-2.0', 'anssi-pg-083'],
      ...denies('re-enrolment'),
    },
  },
  21: { what: 'roots cannot be replaced', evidence: [called('transport', ECDH)], product: denies('trust-anchor-updatable') },
  22: {
    what: 'pre-shared keys, one for each unit',
    evidence: [protocol('tls', ['1.2'], { suites: ['TLS_PSK_WITH_AES_128_GCM_SHA256'] })],
    product: says('unique-keys', 'yes'),
    credit: true,
  },
  23: { what: 'P-256 of the radio standard', evidence: [called('radio', ECDH)] },
  24: {
    what: 'AES-128',
    evidence: [called('transport', use('aes', { keyBits: 128, mode: 'gcm' }, { functions: ['encrypt'] }))],
    credit: true,
  },
  25: { what: 'ECB', evidence: [called('storage', use('aes', { keyBits: 128, mode: 'ecb' }))] },
  26: {
    what: 'RSA wraps stored keys',
    evidence: [called('storage', use('rsaes-oaep', { keyBits: 2048 }, { functions: ['encapsulate'] }))],
  },
  27: { what: 'shared secret in the tree', evidence: [key({ material: 'secret-key', key: { algorithm: use('hmac') } })] },
  28: { what: 'seed undocumented', evidence: [called('other', use('ctr-drbg'))], product: denies('rng-seeding') },
  29: { what: 'classical secure element', evidence: [called('device-identity', P256)], product: denies('secure-element') },
  30: { what: 'keys cannot be erased', evidence: [called('storage', P256)], product: denies('key-erasure') },
  31: { what: 'no SBOM', evidence: [called('update', P256)], product: denies('sbom-delivery') },
  32: { what: 'no CBOM of the vendor', evidence: [called('update', P256)], product: denies('cbom-kept') },
  33: { what: 'blobs that could not be read', evidence: [called('update', P256)], gaps: [GAP] },
  34: { what: 'algorithms not named in formats', evidence: [called('update', P256)], product: denies('crypto-agility') },
  35: { what: 'no decision on quantum risk', evidence: [called('update', P256)], product: {} },
  36: {
    what: 'support past a sunset',
    evidence: [called('transport', ECDH)],
    product: { markets: ['eu'], policies: ['bsi-tr-02102'], supportEnds: '2034-06-30' },
  },
  37: { what: 'support period not told', evidence: [called('update', P256)], product: denies('support-statement') },
  38: { what: 'OpenSSL 1.1.1', evidence: [called('transport', ECDH), named('OpenSSL', '1.1.1w')] },
  39: { what: 'Kyber of round 3', evidence: [called('transport', use('kyber', {}, { functions: ['encapsulate'] }))] },
  40: { what: 'sold as safe, and is not', evidence: [called('update', P256)], product: says('pq-claim', 'yes') },
  41: { what: 'private signing key in the tree', evidence: [key()] },
  42: { what: 'open debug', evidence: [called('update', P256)], product: denies('debug-closed') },
  43: {
    what: 'models by a weaker door',
    evidence: [called('update', P256)],
    product: { traits: { 'ai-components': true }, ...denies('model-updates') },
  },
  44: {
    what: 'high-risk use',
    evidence: [called('update', P256)],
    product: { highRiskUse: true, traits: { 'critical-sector': true, 'control-function': true } },
  },
  45: {
    what: 'updates offered past the sunset of their signature',
    evidence: [called('update', P256)],
    product: { markets: ['eu'], policies: ['bsi-tr-02102', 'nist-ir-8547', 'eccg-acm'], supportEnds: '2031-06-30' },
  },
};

const EVERYWHERE = { markets: ['eu', 'us-consumer', 'us-federal', 'us-national-security'] };
const NOT_EVIDENT: Readonly<Record<Bearing, Relation>> = { contradiction: 'contradicts', risk: 'decision-needed', evidence: 'supports' };

function assessGiven({ evidence = [], product, fit = [], gaps = [] }: Given): Assessment {
  const inventory = inventoryOf(evidence, { gaps, scanners: ['source', 'certificate', 'sbom'] });
  const declared = productOf({ ...EVERYWHERE, highRiskUse: true, ...product });
  return assess({ inventory, product: declared, frameworks: PACKS.frameworks, policies: PACKS.policies, fit, asOf: AS_OF });
}

function clausesOf(written: string): string[] {
  return findEntries(INDEX, written).flatMap((entry) => (entry.kind === 'clause' ? [entry.id] : []));
}

describe('every finding of the mapping', () => {
  it('has something that triggers it', () => {
    expect(Object.keys(GIVEN)).toEqual(Object.keys(MAPPING));
    expect(Object.keys(MAPPING).length).toBe(45);
  });

  it.each(Object.entries(GIVEN))('%s is found', (number, given) => {
    const { findings } = assessGiven(given);
    expect(
      findings.some((finding) => finding.mapping === Number(number)),
      given.what,
    ).toBe(true);
  });

  it.each(Object.entries(GIVEN))('%s bears on its clauses as its row says', (number, given) => {
    const assessment = assessGiven(given);
    const clauses = new Map(assessment.frameworks.flatMap((each) => each.clauses).map((clause) => [clause.id, clause]));
    for (const { check, bearing, clauses: written } of MAPPING[number] ?? []) {
      if (check === 'policy') continue;
      for (const id of written.flatMap(clausesOf)) {
        const found = clauses.get(id)?.checks.find((each) => each.check === check);
        expect(found?.relation, `${number} ${id} ${check}`).toBe(NOT_EVIDENT[bearing]);
        if (bearing !== 'evidence') expect(found?.findings.length, `${number} ${id} stands on findings`).toBeGreaterThan(0);
      }
    }
  });
});

describe('every yes-or-no declaration', () => {
  const nobodySaid = assessGiven({ what: 'nothing declared', evidence: [called('update', LMS), called('update', P256)] });

  it.each(Object.keys(ANSWERED))('%s is asked by a check, open until it is declared', (id) => {
    const asked = assessGiven({ what: id, evidence: [called('update', P256)], product: denies(id) });
    const before = new Map(nobodySaid.checks.map((each) => [each.check, each.verdict]));
    const moved = asked.checks.filter((each) => each.role === undefined && before.get(each.check) !== each.verdict);
    expect(moved.length, id).toBeGreaterThan(0);
  });
});

describe('a decision', () => {
  const decided = (expires: string): Assessment =>
    assessGiven({
      what: 'a decided risk',
      evidence: [called('transport', ECDH)],
      product: {
        acceptedRisks: ['classical-key-exchange', 'classical-key-exchange-short'].map((finding) => ({
          finding,
          reason: 'replaced in 2027',
          owner: 'Head of engineering',
          date: '2026-06-01',
          expires,
        })),
      },
    });
  const clauseOf = (assessment: Assessment) =>
    assessment.frameworks
      .flatMap((each) => each.clauses)
      .find((clause) => clause.id === 'eu-pqc-roadmap:EURM.data10')
      ?.checks.find((each) => each.check === 'transport-quantum-safe');

  it('closes what needs one, with owner, date and expiry on record', () => {
    const found = clauseOf(decided('2027-06-01'));
    expect(found?.relation).toBe('supports');
    expect(found?.decisions).toMatchObject([{ owner: 'Head of engineering', date: '2026-06-01', expires: '2027-06-01', inForce: true }]);
  });

  it('that has expired closes nothing, and stays on record', () => {
    const found = clauseOf(decided('2026-11-22'));
    expect(found?.relation).toBe('decision-needed');
    expect(found?.decisions).toMatchObject([{ expires: '2026-11-22', inForce: false }]);
  });
});

describe('the words of a standard', () => {
  const all = Object.values(GIVEN)
    .map(assessGiven)
    .flatMap((assessment) => assessment.frameworks);

  it('are PASS, FAIL, INCONCLUSIVE and N/A, and of EN 303 645 alone', () => {
    const worded = all.flatMap((framework) =>
      framework.clauses.filter((clause) => clause.verdictWord !== undefined).map((clause) => [framework.id, clause.verdictWord]),
    );
    expect(new Set(worded.map(([id]) => id))).toEqual(new Set(['en-303-645']));
    expect(new Set(worded.map(([, word]) => word))).toEqual(new Set(['PASS', 'FAIL', 'INCONCLUSIVE']));
  });

  it('never stand at a law or a regulation, nor at what was not examined', () => {
    for (const clause of all.flatMap((framework) => framework.clauses)) {
      if (clause.binding === 'law' || clause.binding === 'regulation' || clause.relation === 'not-examined')
        expect(clause.verdictWord, clause.id).toBeUndefined();
    }
  });

  it('stand beside the status that EN 303 645 gives', () => {
    const clause = all.flatMap((framework) => framework.clauses).find((each) => each.id === 'en-303-645:5.3-7');
    expect(clause?.status).toBe('MF(g)');
  });
});
