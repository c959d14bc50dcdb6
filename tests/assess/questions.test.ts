import { describe, expect, it } from 'vitest';
import { listQuestions } from '../../src/assess/questions.ts';
import { toBaseline } from '../../src/assess/sensitivity.ts';
import { type AssessInput, giveVerdicts } from '../../src/assess/verdicts.ts';
import { parseProduct } from '../../src/catalog/product.ts';
import type { OpenQuestion } from '../../src/model/assessment.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { AS_OF, assessed, called, FRAMEWORKS, fact, fitRow, inventoryOf, POLICIES, productOf, protocol, use } from './given.ts';

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

const FITTING = (['ml-kem-768', 'ml-kem-1024', 'ml-dsa-44', 'ml-dsa-65'] as const).flatMap((id) =>
  (['keygen', 'decaps', 'encaps', 'sign', 'verify'] as const).map((operation) => fitRow(id, operation, 'fits')),
);

function inputOf(evidence: readonly Evidence[]): AssessInput {
  return { inventory: inventoryOf(evidence), frameworks: FRAMEWORKS, policies: POLICIES, fit: [], asOf: AS_OF };
}

function ask(evidence: readonly Evidence[], more: Parameters<typeof assessed>[1] = {}): readonly OpenQuestion[] {
  return assessed(evidence, more).questions;
}

describe('open questions', () => {
  it('are five at most, those whose answer moves most first: gates, then verdicts, then rows', () => {
    const asked = ask(DEVICE);
    expect(asked).toHaveLength(5);
    const weights = asked.map(({ gates, moves, rows }) => gates * 1e8 + moves * 1e4 + rows);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights.every((each) => each > 0)).toBe(true);
  });

  it('begin with the roles of which nothing is known, where a gate hangs on them', () => {
    expect(
      ask(DEVICE)
        .slice(0, 2)
        .map((each) => each.id),
    ).toEqual(['where-is-device-identity', 'where-is-storage']);
  });

  it('begin with the end of support where it alone holds up the climb', () => {
    const roles = (['boot', 'update', 'device-identity', 'transport', 'storage'] as const).map((role) => ({
      role,
      changedBy: 'vendor-ota',
    }));
    const evidence = [...DEVICE, called('device-identity', P256), called('storage', use('aes', { keyBits: 256, mode: 'gcm' }))];
    const [first] = ask(evidence, { product: productOf({ markets: ['eu'], roles }), fit: FITTING });
    // Transport is held up before: no version of its protocol was seen.
    expect(first).toMatchObject({ id: 'support-end', gates: 4 });
    // Support that is over today, or ends on a day ahead.
    expect(first?.answers.length).toBeGreaterThan(2);
  });

  it('count what an answer moves by judging again: the same as judging from nothing', () => {
    for (const product of PRODUCTS) {
      const input = { ...inputOf(DEVICE), ...(product === undefined ? {} : { product }) };
      const baseline = toBaseline(giveVerdicts(input));
      for (const { given } of listQuestions(baseline).flatMap(({ answers }) => answers)) {
        const lent = giveVerdicts(given(baseline.input), baseline);
        const fresh = giveVerdicts(given(baseline.input));
        expect([lent.checks, lent.gates, lent.standings, lent.picture.sunsets]).toEqual([
          fresh.checks,
          fresh.gates,
          fresh.standings,
          fresh.picture.sunsets,
        ]);
      }
    }
  });

  it('credit no answer with what any product file changes', () => {
    const ids = (product?: ReturnType<typeof productOf>) => ask(DEVICE, product === undefined ? {} : { product });
    expect(ids()).toEqual(ids(productOf()));
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
        if (question.paste.startsWith('--') || /^where-is|^target/.test(question.id) || product === undefined) continue;
        const answer = parseProduct(`schemaVersion: 1\nname: Sample\n${question.paste}\n`, 'pqready.yaml');
        const given = Object.fromEntries(Object.entries(answer).filter(([, value]) => !Array.isArray(value) || value.length > 0));
        const later = ask(DEVICE, { product: { ...product, ...given } }).find((each) => each.id === question.id);
        expect(later, question.id).toBeUndefined();
      }
    }
  });
});
