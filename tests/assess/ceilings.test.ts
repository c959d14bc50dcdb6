import { describe, expect, it } from 'vitest';
import type { Evidence, Role } from '../../src/model/evidence.ts';
import type { Ceiling } from '../../src/model/outlook.ts';
import { assessed, called, fact, fitRow, productOf, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const LMS = use('lms', {}, { functions: ['verify'] });

function ceiling(role: Role, evidence: readonly Evidence[], more: Parameters<typeof assessed>[1] = {}): Ceiling {
  const found = assessed(evidence, more).outlook.ceilings.find((each) => each.role === role);
  if (found === undefined) throw new Error(`no ceiling for ${role}`);
  return found;
}

const roleOf = (role: Role, declared: object) => ({ product: productOf({ markets: ['eu'], roles: [{ role, ...declared }] }) });

describe('the root-of-trust ceiling', () => {
  it('is G1 for life under a classical verifier that cannot change', () => {
    const boot = ceiling('boot', [called('boot', P256)], roleOf('boot', { verifierImmutable: true }));
    expect(boot).toMatchObject({ reachable: 'G1', limit: 'verifier-fixed', forLife: true, stranded: true, declared: true });
    expect(boot.options).toEqual(['later-stage', 'isolate', 'replace-hardware', 'shorten-support', 'accept']);
    expect(boot.sunset).toMatchObject({ date: '2035-12-31', policy: 'BSI TR-02102-1', decides: true });
    expect(boot.facts.length).toBeGreaterThan(0);
  });

  it('stands on the fact that shows it, where one does', () => {
    const shown = fact('verifier-immutable', 'otp', { roleHint: 'boot' });
    expect(ceiling('boot', [called('boot', P256), shown])).toMatchObject({ limit: 'verifier-fixed', declared: false, forLife: true });
  });

  it('strands nothing where the fixed verifier is a post-quantum one', () => {
    expect(ceiling('boot', [called('boot', LMS)], roleOf('boot', { verifierImmutable: true }))).toMatchObject({
      reachable: 'G1',
      forLife: false,
      stranded: false,
      options: [],
    });
  });

  it.each(['vendor-recall', 'silicon-vendor', 'standards-body', 'nobody'] as const)('is G1 where %s holds the mechanism', (changedBy) => {
    const found = ceiling('transport', [called('transport', ECDH)], roleOf('transport', { changedBy }));
    expect(found).toMatchObject({ reachable: 'G1', limit: changedBy, stranded: true, forLife: changedBy === 'nobody' });
    expect(found.options.at(-1)).toBe('accept');
  });

  it('is the target where nothing fits it, and nothing where something does', () => {
    const rows = (verdict: 'exceeds' | 'fits') =>
      (['ml-kem-768', 'ml-kem-1024'] as const).flatMap((id) => [fitRow(id, 'keygen', verdict), fitRow(id, 'decaps', verdict)]);
    const ota = roleOf('transport', { changedBy: 'vendor-ota' });
    expect(ceiling('transport', [called('transport', ECDH)], { ...ota, fit: rows('exceeds') })).toMatchObject({
      reachable: 'G1',
      limit: 'target',
    });
    const fitting = ceiling('transport', [called('transport', ECDH)], { ...ota, fit: rows('fits') });
    expect(fitting).toMatchObject({ reachable: 'G6', known: true, stranded: false });
    expect(fitting.limit).toBeUndefined();
  });

  it('is not known where nobody says who can change the mechanism', () => {
    expect(ceiling('transport', [called('transport', ECDH)])).toMatchObject({ reachable: 'G6', known: false, stranded: false });
  });

  it('agrees with the plan on what is stranded', () => {
    const { plan, outlook } = assessed([called('boot', P256), called('transport', ECDH)], roleOf('boot', { changedBy: 'nobody' }));
    const stranded = plan.filter(({ step }) => step === 'stranded').map(({ role }) => role);
    expect(outlook.ceilings.filter((each) => each.stranded).map(({ role }) => role)).toEqual(stranded);
  });
});
