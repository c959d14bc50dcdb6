import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import {
  AS_OF,
  assessed,
  called,
  certificate,
  FRAMEWORKS,
  fact,
  fitRow,
  inventoryOf,
  key,
  POLICIES,
  productOf,
  protocol,
  use,
} from './given.ts';

const EVIDENCE = [
  fact('board', 'esp32'),
  fact('anti-rollback', 'n'),
  called('boot', use('ecdsa', { curve: 'secp256r1', digest: 'sha-1' }, { functions: ['verify'] })),
  called('boot', use('lms')),
  called('update', use('rsassa-pss', { keyBits: 2048 }, { functions: ['verify'] })),
  called('update', use('rsassa-pss', { keyBits: 2048 }, { functions: ['verify'] }), { origin: 'test' }),
  called('transport', use('x25519', {}, { functions: ['keyderive'] })),
  called('storage', use('aes', { keyBits: 128, mode: 'ecb' })),
  called('other', use('md5')),
  called('other', use('hmac', { digest: 'md5' })),
  protocol('tls', ['1.0', '1.2', '1.3'], {
    suites: ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_AES_128_GCM_SHA256'],
    groups: ['x25519', 'X25519MLKEM768'],
  }),
  certificate({ signature: use('rsassa-pkcs1', { digest: 'sha-1' }) }, { roleHint: 'device-identity' }),
  certificate({ isCa: true, selfSigned: true }),
  key(),
];
const PRODUCT = productOf({
  markets: ['eu', 'us-consumer'],
  supportEnds: '2033-06-30',
  roles: [{ role: 'boot', changedBy: 'vendor-ota' }],
});
const FIT = [fitRow('ml-dsa-65', 'verify', 'fits'), fitRow('ml-kem-768', 'keygen', 'tight'), fitRow('ml-kem-768', 'decaps', 'tight')];
const INVENTORY = inventoryOf(EVIDENCE);

function shuffled(inventory: Inventory, order: (length: number) => number[]): Inventory {
  const mix = <T>(items: readonly T[]): T[] => order(items.length).flatMap((index) => items.slice(index, index + 1));
  return {
    ...inventory,
    assets: mix(inventory.assets).map((asset) => ({ ...asset, facts: mix(asset.facts) })),
    absences: mix(inventory.absences),
    productFacts: mix(inventory.productFacts),
  };
}

describe('an assessment', () => {
  it('is the same, byte for byte, in whatever order its input comes', () => {
    const run = (order: (length: number) => number[]): string => {
      const mix = <T>(items: readonly T[]): T[] => order(items.length).flatMap((index) => items.slice(index, index + 1));
      const input = { frameworks: mix(FRAMEWORKS), policies: mix(POLICIES), fit: mix(FIT), asOf: AS_OF, product: PRODUCT };
      return JSON.stringify(assess({ ...input, inventory: shuffled(INVENTORY, order) }));
    };
    const straight = run((length) => Array.from({ length }, (_, index) => index));
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = (length: number): number[] =>
          Array.from({ length }, (_, index) => index).sort((a, b) => ((a * 7919 + seed) % 104_729) - ((b * 7919 + seed) % 104_729));
        expect(run(order)).toBe(straight);
      }),
      { numRuns: 20 },
    );
  });

  it('changes nothing in its input', () => {
    const before = JSON.stringify(INVENTORY);
    assess({ inventory: INVENTORY, frameworks: FRAMEWORKS, policies: POLICIES, fit: FIT, asOf: AS_OF });
    expect(JSON.stringify(INVENTORY)).toBe(before);
  });

  it('cites only facts that the inventory holds, and only findings that it makes', () => {
    const held = new Set(
      INVENTORY.assets.flatMap((asset) => asset.facts.map((each) => each.id)).concat(INVENTORY.productFacts.map((each) => each.id)),
    );
    const assessment = assess({
      inventory: INVENTORY,
      product: PRODUCT,
      frameworks: FRAMEWORKS,
      policies: POLICIES,
      fit: FIT,
      asOf: AS_OF,
    });
    const made = new Set(assessment.findings.map((finding) => finding.id));
    const cited = [...assessment.findings, ...assessment.checks, ...assessment.gates].flatMap((each) => each.facts);
    expect(cited.filter((id) => !held.has(id))).toEqual([]);
    expect([...assessment.checks, ...assessment.plan].flatMap((each) => each.findings).filter((id) => !made.has(id))).toEqual([]);
    expect(made.size).toBe(assessment.findings.length);
  });

  it('lists weaknesses of today before everything else, and what is to its credit last', () => {
    const order = assess({
      inventory: INVENTORY,
      product: PRODUCT,
      frameworks: FRAMEWORKS,
      policies: POLICIES,
      fit: FIT,
      asOf: AS_OF,
    }).findings.map((finding) => finding.urgency);
    const rank = ['present-day', 'quantum-long-lived', 'quantum', 'record', 'good'];
    expect(order).toEqual([...order].sort((a, b) => rank.indexOf(a) - rank.indexOf(b)));
    expect(new Set(order).size).toBeGreaterThan(3);
  });

  it('of nothing is worth nothing, and does not throw', () => {
    const empty = assessed([], { policies: [], scanners: [] });
    expect(empty).toMatchObject({ findings: [], sunsets: [], plan: [], product: { limitingRoles: [] } });
    expect(empty.frameworks.flatMap((framework) => framework.clauses).map((clause) => clause.relation)).not.toContain('contradicts');
  });

  it('takes absurd spans of time without failing', () => {
    const product = productOf({
      supportEnds: '9999-12-31',
      units: { placedFrom: '0001-01-01', placedTo: '9999-12-31' },
      fieldLifeYears: 1e300,
      data: [{ id: 'd', secretYears: 1e300, roles: ['transport'] }],
    });
    expect(() => assessed(EVIDENCE, { product })).not.toThrow();
    expect(() => assessed(EVIDENCE, { product, asOf: '0000-01-01' })).not.toThrow();
  });
});
