import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/model/evidence.ts';
import type { PolicyChoice } from '../../src/model/outlook.ts';
import { assessed, called, fitRow, POLICIES, productOf, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const EVIDENCE = [called('boot', P256), called('update', P256), called('device-identity', P256), called('transport', ECDH)];

function choice(role: Role, asked: readonly string[], more: Parameters<typeof assessed>[1] = {}): PolicyChoice | undefined {
  const product = productOf({ policies: asked });
  const policies = POLICIES.filter(({ id }) => asked.includes(id));
  return assessed(EVIDENCE, { product, policies, ...more }).outlook.choices.find((each) => each.role === role);
}

const BOTH = ['bsi-tr-02102', 'cnsa-2.0'];

describe('what every asked policy takes', () => {
  // BSI TR-02102-1 (2026) asks for ML-KEM in a hybrid; CNSA 2.0 for ML-KEM-1024: one group has both.
  it('is SecP384r1MLKEM1024 for BSI and CNSA 2.0', () => {
    expect(choice('transport', BOTH)?.satisfying).toEqual(['secp384r1mlkem1024']);
  });

  // CNSA 2.0 names LMS and XMSS for software and firmware; BSI recommends hash-based signatures for the same.
  it('is LMS or XMSS for firmware, for BSI and CNSA 2.0', () => {
    expect(choice('update', BOTH)?.satisfying).toEqual(['lms', 'xmss']);
    expect(choice('boot', BOTH)?.satisfying).toEqual(['lms', 'xmss']);
  });

  // CNSA 2.0 takes ML-DSA-87 alone and no composite; BSI takes ML-DSA in a hybrid only: nothing does both for an identity.
  it('is nothing for an identity, and names the two policies and the rules that decide', () => {
    const identity = choice('device-identity', BOTH);
    expect(identity?.satisfying).toEqual([]);
    expect(identity?.conflicts).toEqual([
      {
        policies: ['bsi-tr-02102', 'cnsa-2.0'],
        rules: expect.arrayContaining(['CNSA2.algs.composite', 'TR-02102-1.sig.ml-dsa']),
      },
    ]);
  });

  it('may be more than the target holds', () => {
    const fit = [fitRow('ml-kem-1024', 'keygen', 'exceeds'), fitRow('ml-kem-1024', 'decaps', 'exceeds')];
    expect(choice('transport', BOTH, { fit })).toMatchObject({ satisfying: [], tooLarge: ['secp384r1mlkem1024'], conflicts: [] });
  });

  it('puts what fits before what is tight', () => {
    const fit = [fitRow('ml-kem-768', 'keygen', 'tight'), fitRow('ml-kem-768', 'decaps', 'tight')];
    const wide = [...fit, fitRow('ml-kem-1024', 'keygen', 'fits'), fitRow('ml-kem-1024', 'decaps', 'fits')];
    expect(choice('transport', ['bsi-tr-02102'], { fit: wide })?.satisfying[0]).toBe('secp384r1mlkem1024');
    expect(choice('transport', ['bsi-tr-02102'])?.satisfying[0]).toBe('x25519mlkem768');
  });

  it('holds no policy of unknown applicability against a candidate, and is not asked without a policy', () => {
    expect(assessed(EVIDENCE).outlook.choices).toEqual([]);
    const own = assessed(EVIDENCE, { product: productOf({ policies: ['cnsa-2.0'] }) }).outlook.choices;
    expect(own[0]?.policies.map(({ id }) => id)).toEqual(['cnsa-2.0']);
  });

  it('names only the smallest groups that cannot go together', () => {
    const all = choice('device-identity', ['bsi-tr-02102', 'cnsa-2.0', 'nist-ir-8547']);
    expect(all?.conflicts.map(({ policies }) => policies)).toEqual([BOTH]);
  });

  it('leaves many policies at pairs', () => {
    const [cnsa] = POLICIES.filter(({ id }) => id === 'cnsa-2.0');
    const [bsi] = POLICIES.filter(({ id }) => id === 'bsi-tr-02102');
    if (cnsa === undefined || bsi === undefined) throw new Error('no such policy');
    const copies = Array.from({ length: 12 }, (_, index) => ({
      ...(index % 2 === 0 ? cnsa : bsi),
      id: `copy-${String(index).padStart(2, '0')}`,
    }));
    const product = productOf({ policies: copies.map(({ id }) => id) });
    const choices = assessed(EVIDENCE, { product, policies: copies }).outlook.choices;
    const identity = choices.find((each) => each.role === 'device-identity');
    expect(identity?.conflicts).toHaveLength(36);
    expect(identity?.conflicts.every(({ policies }) => policies.length === 2)).toBe(true);
  });

  it('is what the plan proposes', () => {
    const product = productOf({ policies: BOTH });
    const { plan } = assessed(EVIDENCE, { product });
    expect(plan.find(({ key }) => key === 'session/transport')?.to).toEqual(['SecP384r1MLKEM1024']);
    expect(plan.find(({ key }) => key === 'verifier/update')?.to).toEqual(['LMS', 'XMSS']);
  });
});
