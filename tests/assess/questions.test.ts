import { describe, expect, it } from 'vitest';
import { parseProduct } from '../../src/catalog/product.ts';
import type { OpenQuestion } from '../../src/model/assessment.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { assessed, called, fact, productOf, protocol, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const DEVICE = [fact('board', 'esp32'), called('boot', P256), called('update', P256), called('transport', ECDH)];

const PRODUCTS = [
  undefined,
  productOf(),
  productOf({ markets: ['eu'] }),
  productOf({ markets: ['eu'], supportEnds: '2033-06-30' }),
  productOf({
    markets: ['eu', 'us-consumer'],
    supportEnds: '2033-06-30',
    highRiskUse: false,
    roles: [{ role: 'boot', changedBy: 'vendor-ota' }],
  }),
];

function ask(evidence: readonly Evidence[], more: Parameters<typeof assessed>[1] = {}): readonly OpenQuestion[] {
  return assessed(evidence, more).questions;
}

describe('open questions', () => {
  it('are five at most, those that move most first', () => {
    const asked = ask(DEVICE);
    expect(asked).toHaveLength(5);
    expect(asked.map((each) => each.moves)).toEqual([...asked.map((each) => each.moves)].sort((a, b) => b - a));
    expect(asked.every((each) => each.moves > 0)).toBe(true);
  });

  it('begin with markets and the end of support where nothing is declared', () => {
    expect(
      ask(DEVICE)
        .slice(0, 2)
        .map((each) => each.id),
    ).toEqual(['markets', 'support-end']);
  });

  it('are not asked again once answered', () => {
    const ids = ask(DEVICE, { product: productOf({ markets: ['eu'], supportEnds: '2033-06-30' }) }).map((each) => each.id);
    expect(ids).not.toContain('markets');
    expect(ids).not.toContain('support-end');
  });

  it('ask for the build where there is something to build', () => {
    const hint = called('boot', use('rc4'), { condition: 'CONFIG_OLD' });
    const product = productOf({ markets: ['eu'], supportEnds: '2033-06-30', highRiskUse: true });
    const everything = (evidence: readonly Evidence[]) => assessed(evidence, { product }).questions.map((each) => each.id);
    expect(everything([fact('build-system', 'zephyr'), hint])).toContain('build');
    expect(everything([fact('build-system', 'zephyr'), fact('build-known', 'zephyr'), hint])).not.toContain('build');
    expect(everything([hint])).not.toContain('build');
  });

  it('can be pasted: every answer is a valid product file or an option', () => {
    const evidence = [DEVICE, [called('transport', ECDH)], [fact('board', 'esp32')], [protocol('tls', ['1.2'])], []];
    const pasted = evidence.flatMap((each) => PRODUCTS.flatMap((product) => ask(each, product === undefined ? {} : { product })));
    expect(new Set(pasted.map((each) => each.id)).size).toBeGreaterThan(8);
    for (const { paste } of pasted) {
      if (paste.startsWith('--')) continue;
      expect(() => parseProduct(`schemaVersion: 1\nname: Sample\n${paste}\n`, 'pqready.yaml')).not.toThrow();
    }
  });

  it('have answers that settle them', () => {
    for (const product of PRODUCTS) {
      for (const question of ask(DEVICE, product === undefined ? {} : { product })) {
        // Which part of the tree it is only the vendor knows.
        if (question.paste.startsWith('--') || question.id.startsWith('where-is') || product === undefined) continue;
        const answer = parseProduct(`schemaVersion: 1\nname: Sample\n${question.paste}\n`, 'pqready.yaml');
        const given = Object.fromEntries(Object.entries(answer).filter(([, value]) => !Array.isArray(value) || value.length > 0));
        const later = ask(DEVICE, { product: { ...product, ...given } }).find((each) => each.id === question.id);
        expect(later?.moves ?? 0, question.id).toBeLessThan(question.moves);
      }
    }
  });
});
