import { describe, expect, it } from 'vitest';
import type { SunsetRow } from '../../src/model/assessment.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { assessed, called, certificate, productOf, protocol, use } from './given.ts';

const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const SOLD = { supportEnds: '2033-06-30', units: { placedFrom: '2025-03-01', placedTo: '2028-06-30' }, fieldLifeYears: 13 };

function rows(evidence: readonly Evidence[], more: Parameters<typeof assessed>[1] = {}): readonly SunsetRow[] {
  return assessed(evidence, more).sunsets;
}

function row(evidence: readonly Evidence[], policy: string, written: Record<string, unknown> = {}): SunsetRow | undefined {
  return rows(evidence, { product: productOf({ ...SOLD, ...written }), asked: [policy] }).find((each) => each.policy === policy);
}

// Dates from the policies' own pages; days worked out with Python's datetime.date.
describe('days between a sunset and the end of need', () => {
  it.each([
    ['classical key agreement, BSI, transport', called('transport', ECDH), 'bsi-tr-02102', '2031-12-31', -547],
    ['classical signature, BSI, boot', called('boot', P256), 'bsi-tr-02102', '2035-12-31', -2008],
    ['classical key agreement, IR 8547, transport', called('transport', ECDH), 'nist-ir-8547', '2035-12-31', 914],
    ['classical signature, IR 8547, update', called('update', P256), 'nist-ir-8547', '2035-12-31', -2008],
    [
      'RSA-3072 firmware signature, CNSA 2.0, update',
      called('update', use('rsassa-pss', { keyBits: 3072 })),
      'cnsa-2.0',
      '2030-12-31',
      -3834,
    ],
    ['P-384 key agreement, CNSA 2.0, transport', called('transport', use('ecdh', { curve: 'secp384r1' })), 'cnsa-2.0', '2033-12-31', 184],
    ['3DES, SP 800-131A, storage', called('storage', use('3des', { mode: 'cbc' })), 'nist-ir-8547', '2023-12-31', -3469],
  ])('%s', (_name, evidence, policy, sunset, days) => {
    expect(row([evidence], policy)).toMatchObject({ disallowedAfter: sunset, slackDays: days });
  });

  it('compares verifiers with the last unit in the field, sessions with the end of support', () => {
    expect(row([called('boot', P256)], 'bsi-tr-02102')?.comparedWith).toEqual({ what: 'field-end', date: '2041-06-30' });
    expect(row([called('transport', ECDH)], 'bsi-tr-02102')?.comparedWith).toEqual({ what: 'support-end', date: '2033-06-30' });
  });

  it('takes the end of support where it is the later one', () => {
    expect(row([called('boot', P256)], 'bsi-tr-02102', { fieldLifeYears: 1 })?.comparedWith).toEqual({
      what: 'support-end',
      date: '2033-06-30',
    });
  });

  it('has none where no end is declared', () => {
    const [found] = rows([called('transport', ECDH)]).filter((each) => each.policy === 'bsi-tr-02102');
    expect(found?.disallowedAfter).toBe('2031-12-31');
    expect(found?.slackDays).toBeUndefined();
  });
});

describe('rows', () => {
  it('are left out for what a policy simply allows', () => {
    expect(row([called('storage', use('aes', { keyBits: 128, mode: 'gcm' }))], 'nist-ir-8547')).toBeUndefined();
    expect(row([called('storage', use('aes', { keyBits: 128, mode: 'gcm' }))], 'cnsa-2.0')).toMatchObject({
      rule: 'CNSA2.algs.aes-short',
      status: 'not-in-suite',
    });
  });

  it('are left out for tests and for a hash inside a MAC', () => {
    expect(rows([called('transport', ECDH, { origin: 'test' })])).toEqual([]);
    const hmac = rows([called('storage', use('hmac', { digest: 'sha-256' }))], { asked: ['nist-ir-8547'] });
    expect(hmac.filter((each) => each.policy === 'nist-ir-8547')).toEqual([]);
  });

  it('date an HMAC with its digest', () => {
    const [found] = rows([called('storage', use('hmac', { digest: 'sha-1' }))]).filter((each) => each.policy === 'nist-ir-8547');
    expect(found).toMatchObject({ rule: 'SP800-131Ar3.sha-1', disallowedAfter: '2030-12-31', draft: true });
  });

  it('date an RSA key by what it is there for', () => {
    expect(row([called('update', use('rsa', { keyBits: 3072 }))], 'bsi-tr-02102')?.rule).toBe('TR-02102-1.sig.rsa');
    expect(row([called('storage', use('rsa', { keyBits: 3072 }, { functions: ['decrypt'] }))], 'bsi-tr-02102')?.rule).toBe(
      'TR-02102-1.kem.rsa',
    );
    expect(row([called('transport', use('rsa', { keyBits: 3072 }))], 'bsi-tr-02102')).toMatchObject({
      rule: 'TR-02102-1.rsa.use-unknown',
      verified: false,
    });
  });

  it('speak of the certificate that is the identity of the device, and of no authority', () => {
    const identity = { roleHint: 'device-identity' } as const;
    expect(rows([certificate({}, identity)]).length).toBeGreaterThan(0);
    expect(rows([certificate({ isCa: true }, identity), certificate({}, { roleHint: 'transport' })])).toEqual([]);
  });

  it('do not date the classical half of a hybrid', () => {
    const algorithms = rows([protocol('tls', ['1.3'], { groups: ['X25519MLKEM768'] })], { asked: ['bsi-tr-02102'] });
    expect(algorithms.filter((each) => each.policy === 'bsi-tr-02102')).toEqual([]);
  });
});

describe('policies', () => {
  const asked = (written: Record<string, unknown>, names: readonly string[] = []): string[] => [
    ...new Set(
      rows([called('update', use('rsassa-pss', { keyBits: 2048 }))], { product: productOf(written), asked: names }).map(
        (each) => `${each.policy} ${each.applies}`,
      ),
    ),
  ];

  it('apply by market', () => {
    expect(asked({ markets: ['eu'] })).toEqual(['bsi-tr-02102 yes']);
    expect(asked({ markets: ['us-national-security'] })).toEqual(['cnsa-2.0 yes', 'nist-ir-8547 yes']);
    expect(asked({ markets: ['eu', 'us-consumer'] })).toEqual(['bsi-tr-02102 yes', 'nist-ir-8547 yes']);
  });

  it('are all shown as unknown where no market is declared', () => {
    expect(asked({})).toEqual(['bsi-tr-02102 unknown', 'cnsa-2.0 unknown', 'nist-ir-8547 unknown']);
  });

  it('apply when asked for by name, by the product file or by the operator', () => {
    expect(asked({ markets: ['eu'], policies: ['cnsa-2.0'] })).toContain('cnsa-2.0 yes');
    expect(asked({ markets: ['eu'] }, ['cnsa-2.0'])).toContain('cnsa-2.0 yes');
  });
});
