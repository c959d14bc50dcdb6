import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../src/model/assessment.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { assessed, called, certificate, fact, fitRow, key, productOf, protocol, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const WRAP = use('rsaes-oaep', { keyBits: 3072 }, { functions: ['decrypt'] });

const EVERYTHING: readonly Evidence[] = [
  called('storage', WRAP),
  called('device-identity', P256),
  called('transport', ECDH),
  called('boot', P256),
  called('update', P256),
  called('provisioning', ECDH),
  called('storage', use('rc4')),
  key({}, { roleHint: 'update' }),
  fact('image-hash-only', 'sha256', { roleHint: 'update' }),
];

function plan(evidence: readonly Evidence[], more: Parameters<typeof assessed>[1] = {}): readonly PlanItem[] {
  return assessed(evidence, more).plan;
}

function item(items: readonly PlanItem[], wanted: string): PlanItem {
  const found = items.find((each) => each.key === wanted);
  if (found === undefined) throw new Error(`no item ${wanted} among ${items.map((each) => each.key).join(', ')}`);
  return found;
}

describe('the order of the plan', () => {
  it('is today first, then updates, confidentiality, identity, storage, the rest', () => {
    expect(plan(EVERYTHING).map((each) => `${each.id} ${each.step} ${each.key}`)).toEqual([
      'M-01 now sign-images/update',
      'M-02 now remove-key/update',
      'M-03 now fix-now/storage',
      'M-04 keep-updates verifier/boot',
      'M-05 keep-updates verifier/update',
      'M-06 long-lived-confidentiality session/transport',
      'M-07 identity identity/device-identity',
      'M-08 storage storage/storage',
      'M-09 rest rest/provisioning',
    ]);
  });

  it('puts what nobody can do last, with the options left', () => {
    const product = productOf({ roles: [{ role: 'boot', changedBy: 'nobody' }] });
    const items = plan([called('boot', P256), called('transport', ECDH)], { product });
    expect(items.map((each) => each.step)).toEqual(['long-lived-confidentiality', 'stranded']);
    expect(item(items, 'verifier/boot')).toMatchObject({
      action: { code: 'live-with-fixed-verifier' },
      to: [],
      verification: { code: 'verify-decision-recorded' },
    });
  });

  it('strands what a radio standard sets, and what nothing with figures fits', () => {
    expect(item(plan([called('radio', ECDH)]), 'rest/radio').action.code).toBe('live-with-standard');
    const fit = (['ml-kem-512', 'ml-kem-768', 'ml-kem-1024'] as const).flatMap((id) => [
      fitRow(id, 'keygen', 'exceeds'),
      fitRow(id, 'decaps', 'exceeds'),
    ]);
    expect(item(plan([called('transport', ECDH)], { fit }), 'session/transport')).toMatchObject({
      step: 'stranded',
      fit: 'exceeds',
      action: { code: 'live-with-target' },
    });
  });
});

describe('an item', () => {
  it('waits for the updates that carry it', () => {
    const items = plan(EVERYTHING);
    const idOf = (wanted: string): string => item(items, wanted).id;
    expect(item(items, 'verifier/update').preconditions).toEqual([idOf('sign-images/update')]);
    expect(item(items, 'identity/device-identity').preconditions).toEqual([idOf('sign-images/update'), idOf('verifier/update')]);
    expect(item(items, 'fix-now/storage').preconditions).toEqual([]);
  });

  it('that has to go out before the old update key ends goes out under that key', () => {
    const items = plan([called('transport', ECDH), called('update', P256)], { product: productOf({ markets: ['eu'] }) });
    expect(item(items, 'session/transport').latestResponsibleDate).toBe('2031-07-04'); // 2031-12-31 less 180 days
    expect(item(items, 'verifier/update').latestResponsibleDate).toBe('2035-07-04');
    expect(item(items, 'session/transport').preconditions).toEqual([]);
  });

  it('that another one needs is due no later than that one', () => {
    const items = plan([called('transport', ECDH), protocol('tls', ['1.2'])], {
      product: productOf({ markets: ['eu'], supportEnds: '2040-12-31' }),
    });
    const session = item(items, 'session/transport');
    expect(session.preconditions).toEqual([item(items, 'tls13/transport').id]);
    expect(item(items, 'tls13/transport').latestResponsibleDate).toBe(session.latestResponsibleDate);
  });

  it('takes a signature for a signature and a key agreement for one, where a role has both', () => {
    const rsa = use('rsa', { keyBits: 2048 }, { functions: ['keygen'] });
    const items = plan([called('provisioning', ECDH), called('provisioning', P256), called('provisioning', rsa)], {
      product: productOf({ markets: ['us-national-security'] }),
    });
    expect(item(items, 'rest-signature/provisioning')).toMatchObject({ from: ['ECDSA-secp256r1', 'RSA-2048'], to: ['ML-DSA-87'] });
    expect(item(items, 'rest/provisioning').from).toEqual(['ECDH-secp256r1']);
    expect(item(items, 'rest/provisioning').to).toContain('ML-KEM-1024');
  });

  it('asks first whether what stands under a condition is built at all', () => {
    const items = plan([called('storage', use('rc4'), { condition: 'defined(CONFIG_OLD_HUB)' })]);
    expect(item(items, 'fix-now/storage').action).toMatchObject({ code: 'fix-now', args: { certain: false } });
  });

  it('closes with its findings the one that says until when they are needed', () => {
    const product = productOf({ markets: ['eu'], supportEnds: '2040-12-31' });
    const found = item(plan([called('update', P256)], { product }), 'verifier/update').findings.map((id) => id.split('/')[0]);
    expect(found).toEqual(['classical-update-signature', 'support-outlives-sunset']);
  });

  // 180 days before: Python, date(2031, 12, 31) - timedelta(180) and so on.
  it('has its last responsible day: the earliest deciding sunset or the end of support, less the roll-out', () => {
    const late = productOf({ markets: ['eu'], supportEnds: '2040-06-30' });
    expect(item(plan([called('transport', ECDH)], { product: late }), 'session/transport').latestResponsibleDate).toBe('2031-07-04');
    expect(item(plan([called('update', P256)], { product: late }), 'verifier/update').latestResponsibleDate).toBe('2035-07-04');
    const early = productOf({ markets: ['eu'], supportEnds: '2033-06-30' });
    const verifier = item(plan([called('update', P256)], { product: early }), 'verifier/update');
    expect(verifier).toMatchObject({
      latestResponsibleDate: '2033-01-01',
      latestBasis: 'end of support: 2033-06-30, less 180 days of roll-out',
    });
  });

  it('has none where nothing is dated, and today where it is weak today', () => {
    const items = plan([called('transport', ECDH), called('storage', use('rc4'))], { policies: [] });
    expect(item(items, 'session/transport').latestResponsibleDate).toBeUndefined();
    expect(item(items, 'fix-now/storage').latestResponsibleDate).toBe('2026-11-23');
  });

  it('names what fits the target before what was not measured', () => {
    const fit = [fitRow('ml-dsa-65', 'verify', 'indeterminate'), fitRow('ml-dsa-44', 'verify', 'fits')];
    const product = productOf({ markets: ['us-consumer'] });
    expect(item(plan([called('update', P256)], { fit, product }), 'verifier/update')).toMatchObject({ to: ['ML-DSA-44'], fit: 'fits' });
  });

  it('names what every asked policy takes', () => {
    const both = productOf({ markets: ['eu', 'us-national-security'] });
    expect(item(plan([called('update', P256)], { product: both }), 'verifier/update').to).toEqual(['LMS', 'XMSS']);
    expect(item(plan([called('transport', ECDH)], { product: both }), 'session/transport').to).toEqual(['SecP384r1MLKEM1024']);
  });

  it('offers no lattice signature alone where BSI is asked, nor ML-KEM-768 where CNSA is', () => {
    const eu = productOf({ markets: ['eu'] });
    expect(item(plan([called('device-identity', P256)], { product: eu }), 'identity/device-identity').to).toEqual(['composite ML-DSA']);
    const nss = productOf({ markets: ['us-national-security'] });
    expect(item(plan([called('device-identity', P256)], { product: nss }), 'identity/device-identity').to).toEqual(['ML-DSA-87']);
  });

  it('takes a signature for a signature, wherever it stands', () => {
    const items = plan([called('transport', P256)], { product: productOf({ markets: ['us-national-security'] }) });
    expect(item(items, 'rest-signature/transport').to).toEqual(['ML-DSA-87']);
  });

  it('names its findings and the clauses that it would settle', () => {
    const found = item(plan([called('update', P256)]), 'verifier/update');
    expect(found.findings).toHaveLength(1);
    expect(found.clauses).toContain('eu-pqc-roadmap:EURM.2030.upgrades');
    expect(found.clauses).not.toContain('cra:AnnexI.P1.2.e');
  });

  it('is owned by who can change the mechanism', () => {
    const product = productOf({ roles: [{ role: 'update', changedBy: 'silicon-vendor' }] });
    expect(item(plan([called('update', P256)], { product }), 'verifier/update').owner).toBe('silicon vendor');
  });
});

describe('the plan', () => {
  it('asks no work for what is kept for the record', () => {
    expect(plan([called('storage', use('rc4'), { origin: 'test' }), called('other', use('md5'))])).toEqual([]);
  });

  it('asks to refuse the classical group where the hybrid is there', () => {
    const items = plan([protocol('tls', ['1.3'], { groups: ['X25519MLKEM768', 'x25519'] })]);
    expect(items.map((each) => each.action.code)).toEqual(['refuse-fallback']);
  });

  it('asks what a mechanism without a role is for', () => {
    expect(plan([called('other', P256)])[0]?.action).toEqual({ code: 'find-role', args: { from: 'ECDSA-secp256r1' } });
  });
});

describe('what is wrong today', () => {
  // RFC 8017 aside: SHA-1 signatures on certificates are forgeable today; the certificate is issued again, not switched off.
  it('is reissued where it is a certificate, by who owns the PKI', () => {
    const weak = certificate({ signature: use('rsassa-pkcs1', { digest: 'sha-1' }) }, { roleHint: 'transport' });
    const [reissue] = plan([weak]);
    expect(reissue).toMatchObject({
      key: 'reissue/transport',
      step: 'now',
      action: { code: 'reissue-certificate' },
      owner: 'PKI owner',
      rollback: { code: 'rollback-old-certificate' },
      verification: { code: 'verify-certificate-chain' },
    });
    expect(reissue?.latestResponsibleDate).toBe('2026-11-23');
  });

  it('is replaced where it is a mechanism', () => {
    expect(plan([called('transport', use('rc4'))]).map(({ key }) => key)).toContain('fix-now/transport');
  });
});

describe('a replacement', () => {
  it('names the asked policies that take it, and those that do not', () => {
    const product = productOf({ policies: ['bsi-tr-02102', 'cnsa-2.0'] });
    const items = plan([called('transport', ECDH), called('device-identity', P256)], { product });
    expect(item(items, 'session/transport')).toMatchObject({
      takenBy: ['BSI TR-02102-1', 'Commercial National Security Algorithm Suite 2.0'],
      refusedBy: [],
    });
    const identity = item(items, 'identity/device-identity');
    expect([...(identity.takenBy ?? []), ...(identity.refusedBy ?? [])]).toHaveLength(2);
    expect(identity.refusedBy).not.toEqual([]);
  });
});

describe('a new verifier', () => {
  // CNSA 2.0 gives P-384 in boot and update until 2030-12-31, BSI every curve until 2035-12-31: the boot verifier travels in an update, so
  // it has to be out while the update key is trusted. 2030-12-31 less 180 days is 2030-07-04 (GNU date -d '2030-12-31 - 180 days').
  it('ships under the old update key while that key is trusted', () => {
    const P384 = use('ecdsa', { curve: 'secp384r1' }, { functions: ['verify'] });
    const product = productOf({ policies: ['cnsa-2.0'] });
    const items = plan([called('boot', use('rsassa-pss', { keyBits: 2048 }, { functions: ['verify'] })), called('update', P384)], {
      product,
    });
    expect(item(items, 'verifier/boot').latestResponsibleDate).toBe('2030-07-04');
    expect(item(items, 'verifier/boot').latestBasis).toContain('for the update key that carries it');
  });
});

describe('keys of items', () => {
  it('stay while role and work stay, whatever else the plan holds', () => {
    const keys = plan([called('update', P256), called('transport', ECDH)]).map(({ key }) => key);
    expect(plan(EVERYTHING).map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
  });
});
