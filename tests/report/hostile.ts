// The sample with hostile strings in every place that a scanned file or a product file can fill.

import type { Report } from '../../src/model/report.ts';
import { assetId, day, fact, factId, SAMPLE, uses, withAssessment } from './sample.ts';

/** Markup, script, attribute breaks, bidirectional controls, terminal escapes, formula, Markdown. */
export const HOSTILE: string = `"'></script></style><img src=x onerror="globalThis.owned=1"><svg onload=alert(1)>\u202e\u2066txt.exe\u0000\u001b[31m=1+1|[a](javascript:alert(1))\`@team`;
/** A path of 10,000 characters with no place to break. */
export const LONG_PATH: string = `${'x'.repeat(9_995)}.c\u200f.c`;

const facts = [
  fact({
    id: 'F-00000001',
    role: 'transport',
    path: HOSTILE,
    line: 3,
    observed: uses('md5', HOSTILE),
    command: `pqready inventory ${HOSTILE}`,
  }),
  fact({ id: 'F-00000002', role: 'transport', path: LONG_PATH, line: 4, observed: uses('md5', LONG_PATH) }),
  fact({
    id: HOSTILE,
    role: 'boot',
    path: 'a.c',
    line: 5,
    observed: { kind: 'library', name: HOSTILE, version: HOSTILE, symbol: HOSTILE },
  }),
];

const findings = facts.map((each, index) => ({
  id: index === 2 ? `rule/${HOSTILE}` : `rule/0000000${index}`,
  rule: 'rule',
  urgency: 'present-day' as const,
  role: each.role,
  title: { code: 'unrecognised-algorithm' as const, args: { name: index === 1 ? LONG_PATH : HOSTILE, role: each.role } },
  asset: assetId('algorithm:hostile'),
  grade: 'source' as const,
  confidence: 'hint' as const,
  origin: 'first-party' as const,
  facts: [each.id],
  checks: [],
  accepted: { finding: HOSTILE, reason: HOSTILE, owner: HOSTILE, date: day('2026-01-01'), expires: day('2027-01-01') },
}));

const assessed = withAssessment({
  findings,
  questions: [
    {
      id: HOSTILE,
      question: { code: 'ask-declared', args: { what: 'unique-keys' } },
      gates: 1,
      moves: 1,
      rows: 0,
      answers: [{ answer: HOSTILE, gates: 1, verdicts: 1, rows: 0 }],
      paste: `${HOSTILE}\n\`\`\`\n${LONG_PATH}`,
    },
  ],
  sunsets: [],
  frameworks: [
    {
      id: 'f',
      name: HOSTILE,
      version: HOSTILE,
      issuer: HOSTILE,
      jurisdiction: HOSTILE,
      binding: 'policy',
      url: `javascript:alert(1)//${HOSTILE}`,
      applies: 'unknown',
      notes: [HOSTILE],
      clauses: [
        {
          id: `f:${HOSTILE}`,
          summary: LONG_PATH,
          binding: 'policy',
          draft: true,
          verified: false,
          applies: 'unknown',
          relation: 'contradicts',
          checks: [],
        },
      ],
    },
  ],
});

/** Every string that somebody else can choose is hostile or far too long. */
export const HOSTILE_REPORT: Report = {
  ...assessed,
  ...(SAMPLE.product === undefined
    ? {}
    : {
        product: {
          ...SAMPLE.product,
          name: HOSTILE,
          description: LONG_PATH,
          parts: [{ id: HOSTILE, kind: 'firmware', paths: [LONG_PATH, HOSTILE], version: HOSTILE }],
          data: [{ id: 'D', name: HOSTILE, secretYears: 7.5, roles: ['transport'] }],
        },
      }),
  inventory: {
    ...SAMPLE.inventory,
    subject: HOSTILE,
    assets: [
      {
        id: assetId('algorithm:hostile'),
        kind: 'algorithm',
        name: HOSTILE,
        roles: ['transport', 'boot'],
        dependsOn: [],
        facts,
        use: { algorithm: 'unrecognised', written: HOSTILE, parameters: {}, functions: [], parts: [] },
      },
    ],
    gaps: [
      { scanner: 'source', location: { at: 'text', path: LONG_PATH, line: 1, column: 1, offset: 0 }, reason: 'malformed', detail: HOSTILE },
    ],
  },
  refused: [HOSTILE, LONG_PATH],
};

/** Ids of the hostile facts. */
export const HOSTILE_FACT_IDS: readonly string[] = ['F-00000001', 'F-00000002', factId(HOSTILE)];
