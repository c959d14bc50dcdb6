// Questions about where and for what a product is sold: they decide which frameworks and policies are asked of it.

import type { Market, Trait } from '../../model/framework.ts';
import { isHighRisk } from '../rules/declared.ts';
import { inProduct, productOf, type Question } from '../sensitivity.ts';
import type { Verdicts } from '../verdicts.ts';

const MARKETS: readonly Market[] = ['eu', 'us-consumer', 'us-federal', 'us-national-security'];
const TRAITS: readonly Trait[] = [
  'consumer',
  'radio-equipment',
  'ai-components',
  'critical-sector',
  'control-function',
  'internet-exposed',
  'federal-contractor',
];

export function aboutMarkets(baseline: Verdicts): Question[] {
  const product = productOf(baseline.input);
  const sold: readonly Market[][] = [...MARKETS.map((market) => [market]), [...MARKETS]];
  return [
    ...(product.markets.length > 0
      ? []
      : [
          {
            id: 'markets',
            question: { code: 'ask-markets', args: {} } as const,
            answers: sold.map((markets) => inProduct(`markets: [${markets.join(', ')}]`, () => ({ markets }))),
            paste: 'markets: [eu, us-consumer] # of eu, us-consumer, us-federal, us-national-security',
          },
        ]),
    ...(isHighRisk(product) !== undefined
      ? []
      : [
          {
            id: 'high-risk',
            question: { code: 'ask-high-risk', args: {} } as const,
            answers: [true, false].map((highRiskUse) => inProduct(`highRiskUse: ${highRiskUse}`, () => ({ highRiskUse }))),
            paste: 'highRiskUse: false # true: controls, protects or meters in critical infrastructure',
          },
        ]),
    ...TRAITS.filter((trait) => product.traits?.[trait] === undefined).map(aboutTrait),
  ];
}

function aboutTrait(trait: Trait): Question {
  return {
    id: `trait-${trait}`,
    question: { code: 'ask-trait', args: { trait } },
    answers: [true, false].map((is) => inProduct(`traits: ${trait} ${is}`, ({ traits }) => ({ traits: { ...traits, [trait]: is } }))),
    paste: `traits: { ${trait}: true } # or false`,
  };
}
