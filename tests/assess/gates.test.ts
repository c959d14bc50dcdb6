import { describe, expect, it } from 'vitest';
import { productGate } from '../../src/assess/gates.ts';
import type { Gate, RoleGates } from '../../src/model/assessment.ts';
import type { ConformanceRecord } from '../../src/model/conformance.ts';
import type { Evidence, IsoDateTime, Role } from '../../src/model/evidence.ts';
import type { Product } from '../../src/model/product.ts';
import { assessed, called, fact, fitRow, key, productOf, protocol, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const LMS = use('lms', {}, { functions: ['verify'] });
const AES = use('aes', { keyBits: 256, mode: 'gcm' }, { functions: ['encrypt'] });
const FITS = [fitRow('lms', 'verify', 'fits')];

function climb(role: Role, evidence: readonly Evidence[], more: Parameters<typeof assessed>[1] = {}): RoleGates {
  const found = assessed(evidence, more).gates.find((row) => row.role === role);
  if (found === undefined) throw new Error(`no row for ${role}`);
  return found;
}

const movableBy = (changedBy: string, over: Record<string, unknown> = {}): Product =>
  productOf({ supportEnds: '2033-06-30', roles: [{ role: 'update', changedBy }], ...over });

describe('the climb of a role', () => {
  it('does not begin where no mechanism is known', () => {
    const row = climb('update', [fact('board', 'esp32')]);
    expect(row).toMatchObject({ inScope: true, atLeast: true, stoppedBy: { code: 'nothing-seen' } });
    expect(row.level).toBeUndefined();
    expect(row.steps.map((step) => step.verdict)).toEqual(['indeterminate', ...Array(6).fill('not-reached')]);
  });

  it('stops at G0 where something is broken today', () => {
    expect(climb('update', [called('update', use('rsassa-pss', { keyBits: 1024 }, { functions: ['verify'] }))])).toMatchObject({
      level: 'G0',
      atLeast: false,
    });
  });

  it('stops at G0 where the signing key of the role stands in the tree', () => {
    expect(climb('update', [called('update', P256), key({}, { roleHint: 'update' })])).toMatchObject({
      level: 'G0',
      atLeast: false,
      stoppedBy: { code: 'found' },
    });
  });

  it('stops at G1, and says at least, where nobody says who can change it', () => {
    expect(climb('update', [called('update', P256)])).toMatchObject({ level: 'G1', atLeast: true, stoppedBy: { code: 'changer-unknown' } });
  });

  it('stops at G1 for good where nobody can change it', () => {
    expect(climb('update', [called('update', P256)], { product: movableBy('nobody') })).toMatchObject({
      level: 'G1',
      atLeast: false,
      stoppedBy: { code: 'verifier-fixed' },
    });
  });

  it('stops at G1 where support is over, or its end is not known', () => {
    expect(
      climb('update', [called('update', P256)], { fit: FITS, product: movableBy('vendor-ota', { supportEnds: '2026-11-22' }) }),
    ).toMatchObject({ level: 'G1', atLeast: false, stoppedBy: { code: 'support-over' } });
    const unknown = productOf({ roles: [{ role: 'update', changedBy: 'vendor-ota' }] });
    expect(climb('update', [called('update', P256)], { fit: FITS, product: unknown })).toMatchObject({
      level: 'G1',
      atLeast: true,
      stoppedBy: { code: 'support-unknown' },
    });
  });

  it('stops at G1 where nothing fits the target, and says at least where nothing was measured', () => {
    const rows = (verdict: 'exceeds' | 'indeterminate') =>
      (['lms', 'xmss', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87', 'slh-dsa-sha2-128s', 'slh-dsa-sha2-192s'] as const).map((id) =>
        fitRow(id, 'verify', verdict),
      );
    const on = (verdict: 'exceeds' | 'indeterminate') =>
      climb('update', [called('update', P256)], { fit: rows(verdict), product: movableBy('vendor-ota') });
    expect(on('exceeds')).toMatchObject({ level: 'G1', atLeast: false, stoppedBy: { code: 'fit-exceeds' } });
    expect(on('indeterminate')).toMatchObject({ level: 'G1', atLeast: true, stoppedBy: { code: 'fit-unknown' } });
  });

  it('reaches G2 with a classical signature that an update can replace', () => {
    expect(climb('update', [called('update', P256)], { fit: FITS, product: movableBy('vendor-ota') })).toMatchObject({
      level: 'G2',
      atLeast: false,
      stoppedBy: { code: 'classical-only' },
    });
  });

  it('reaches G2 at least with a post-quantum signature whose vectors are not on record', () => {
    expect(climb('update', [called('update', LMS)], { product: movableBy('vendor-ota') })).toMatchObject({
      level: 'G2',
      atLeast: true,
      stoppedBy: { code: 'vectors-not-on-record' },
    });
  });

  it('reaches G3 with a conformance test of a part of the product on record, and stops at G2 for good where the test is failed', () => {
    const product = movableBy('vendor-ota');
    const tested = (over: Partial<ConformanceRecord>, failed = 0): readonly ConformanceRecord[] => [
      {
        schemaVersion: 1,
        record: 'pqc-conformance',
        tool: { name: 'pqready', version: '0.1.0' },
        observedAt: '2026-11-23T08:00:00Z' as IsoDateTime,
        channel: 'serial',
        implementation: 'mylib',
        subject: { part: 'bootloader' },
        verdict: failed > 0 ? 'not-met' : 'met',
        rows: [
          {
            requirement: 'lms-verify',
            algorithm: 'lms',
            verdict: failed > 0 ? 'not-met' : 'met',
            passed: 4,
            failed,
            unanswered: 0,
            unsupported: 0,
            notes: [],
          },
        ],
        remarks: [],
        ...over,
      },
    ];
    const climbed = (conformance: readonly ConformanceRecord[]) => climb('update', [called('update', LMS)], { product, conformance });
    expect(climbed(tested({}))).toMatchObject({ level: 'G3', stoppedBy: { code: 'default-not-observed' } });
    expect(climbed(tested({}, 1))).toMatchObject({
      level: 'G2',
      atLeast: false,
      stoppedBy: { code: 'conformance-not-met', args: { clause: 'SP 800-208 §4; RFC 8554 §5.4.2 Algorithm 6', part: 'bootloader' } },
    });
    // A test that is tied to nothing, or of another algorithm, says nothing of the product.
    const loose = tested({}).map(({ subject: _, ...record }) => record);
    expect(climbed(loose)).toMatchObject({ stoppedBy: { code: 'vectors-not-on-record' } });
    const [row] = tested({})[0]?.rows ?? [];
    const other = row === undefined ? [] : [{ ...row, algorithm: 'ml-dsa-65' as const, requirement: 'ml-dsa-verify' as const }];
    expect(climbed(tested({ rows: other }))).toMatchObject({ stoppedBy: { code: 'vectors-not-on-record' } });
  });

  it('does not take a draft of the competition for the standard', () => {
    const dilithium = use('dilithium', {}, { functions: ['verify'] });
    expect(climb('update', [called('update', dilithium)], { product: movableBy('vendor-ota') })).toMatchObject({
      level: 'G2',
      atLeast: false,
      stoppedBy: { code: 'draft-only' },
    });
  });

  it('reaches G6 only with independent verification, a shipped image, and no classical way beside', () => {
    const verified = [{ id: 'independent-verification', statement: 'report 7', declaredBy: 'third-party', date: '2026-10-01' }];
    const product = movableBy('vendor-ota', { declarations: verified });
    const shipped = { grade: 'binary', scanner: 'firmware', state: 'enabled' } as const;
    expect(climb('update', [called('update', LMS, shipped)], { product })).toMatchObject({ level: 'G6', atLeast: false });
    expect(climb('update', [called('update', LMS)], { product })).toMatchObject({
      level: 'G3',
      atLeast: true,
      stoppedBy: { code: 'default-not-observed' },
    });
    expect(climb('update', [called('update', LMS, shipped), called('update', P256)], { product, fit: FITS })).toMatchObject({
      level: 'G4',
      atLeast: true,
      stoppedBy: { code: 'classical-beside' },
    });
  });

  it('lifts transport to G4 on a hybrid that was negotiated, and to G5 on one that stands alone', () => {
    const product = productOf({ supportEnds: '2033-06-30', roles: [{ role: 'transport', changedBy: 'vendor-ota' }] });
    const seen = { state: 'negotiated', grade: 'observed', scanner: 'tls' } as const;
    const tls = (groups: readonly string[]) => [protocol('tls', ['1.3'], { suites: ['TLS_AES_256_GCM_SHA384'], groups }, seen)];
    const fit = [fitRow('ml-kem-768', 'keygen', 'fits'), fitRow('ml-kem-768', 'decaps', 'fits')];
    expect(climb('transport', tls(['X25519MLKEM768', 'x25519']), { product, fit })).toMatchObject({ level: 'G4', atLeast: false });
    expect(climb('transport', tls(['X25519MLKEM768']), { product, fit })).toMatchObject({ level: 'G5', atLeast: false });
  });

  it('lets storage that is symmetric climb to G5', () => {
    const product = productOf({ supportEnds: '2033-06-30', roles: [{ role: 'storage', changedBy: 'vendor-ota' }] });
    expect(climb('storage', [called('storage', AES)], { product })).toMatchObject({ level: 'G5', atLeast: false });
  });

  it('is not asked of a role out of scope', () => {
    const row = climb('radio', [called('update', P256)]);
    expect(row.inScope).toBe(false);
    expect(new Set(row.steps.map((step) => step.verdict))).toEqual(new Set(['not-applicable']));
  });

  it('is not helped by tests, examples and unused dependencies', () => {
    expect(climb('update', [fact('board', 'esp32'), called('update', LMS, { origin: 'example' })]).level).toBeUndefined();
  });
});

describe('the word on the product', () => {
  const row = (role: Role, level: Gate | undefined, atLeast: boolean): RoleGates => ({
    role,
    inScope: true,
    mechanisms: [],
    steps: [],
    ...(level === undefined ? {} : { level }),
    atLeast,
    facts: [],
  });

  it('is the minimum over roles in scope, with the roles that limit it', () => {
    expect(productGate([row('boot', 'G1', false), row('update', 'G2', false), row('transport', 'G4', false)])).toEqual({
      level: 'G1',
      atLeast: false,
      limitingRoles: ['boot'],
    });
  });

  it('is at least the minimum only where every limiting role was stopped by something unknown', () => {
    expect(productGate([row('boot', 'G1', true), row('update', 'G1', true)])).toMatchObject({ level: 'G1', atLeast: true });
    expect(productGate([row('boot', 'G1', true), row('update', 'G1', false)])).toMatchObject({ level: 'G1', atLeast: false });
  });

  it('is no gate where a role is not even known', () => {
    const gate = productGate([row('boot', undefined, true), row('update', 'G2', false)]);
    expect(gate).toEqual({ atLeast: true, limitingRoles: ['boot'] });
  });

  it('leaves out roles that are not in scope', () => {
    expect(productGate([{ ...row('radio', undefined, false), inScope: false }, row('update', 'G2', false)])).toMatchObject({
      level: 'G2',
      limitingRoles: ['update'],
    });
  });

  it('says nothing of a product without roles', () => {
    expect(assessed([]).product).toEqual({ atLeast: true, limitingRoles: [] });
  });
});
