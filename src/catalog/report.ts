// A report read back from its `report.json`: everything that is judged from it again is checked, field by field, since the file may come
// from anywhere; what is only printed elsewhere passes as it is.

import { z } from 'zod';
import { ALGORITHM_IDS } from '../knowledge/algorithms.ts';
import { CURVE_IDS } from '../knowledge/curves.ts';
import type { AlgorithmUse } from '../model/algorithm.ts';
import type { Report } from '../model/report.ts';
import { date, word } from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import { productSchema } from './product.ts';
import { CHANGERS, ROLES } from './vocabulary.ts';

/** The largest report that is read, in characters. */
const MAX_CHARACTERS = 64 * 2 ** 20;
const MOST_PARTS = 8;

const strings = z.array(z.string());
const role = word(ROLES);
const algorithm = z.enum(ALGORITHM_IDS);
const FROM = ['written', 'resolved', 'default'] as const;

function parameter(value: z.ZodType): z.ZodType {
  return z.looseObject({ value, from: z.enum(FROM) }).optional();
}

const parameters = z.looseObject({
  keyBits: parameter(z.number()),
  outputBits: parameter(z.number()),
  tagBits: parameter(z.number()),
  iterations: parameter(z.number()),
  mode: parameter(z.string()),
  padding: parameter(z.string()),
  curve: parameter(z.enum(CURVE_IDS)),
  digest: parameter(algorithm),
});

// A mechanism has few layers: HPKE, its KEM, its curve. What nests deeper is nobody's report.
function useAt(depth: number): z.ZodType {
  const parts = depth === 0 ? z.array(z.never()) : z.array(z.lazy(() => useAt(depth - 1)));
  return z.looseObject({ algorithm, written: z.string(), parameters, functions: strings, parts });
}
const use = useAt(MOST_PARTS) as z.ZodType<AlgorithmUse>; // the shape above is the model's

const keyFacts = z.looseObject({ algorithm: use, sizeBits: z.number().optional(), spkiSha256: z.string().optional() });
const algorithmSeen = z.looseObject({ kind: z.literal('algorithm'), use, symbol: z.string(), nonSecurity: z.string().optional() });
const certificateSeen = z.looseObject({
  kind: z.literal('certificate'),
  sha256: z.string(),
  subject: z.string(),
  issuer: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  signature: use,
  publicKey: keyFacts,
  isCa: z.boolean(),
  selfSigned: z.boolean(),
  subjectKeyId: z.string().optional(),
  authorityKeyId: z.string().optional(),
});
const MATERIALS = ['private-key', 'public-key', 'secret-key', 'certificate-request'] as const;
const keySeen = z.looseObject({
  kind: z.literal('key'),
  material: z.enum(MATERIALS),
  key: keyFacts,
  encrypted: z.boolean(),
  container: z.string(),
});
const protocolSeen = z.looseObject({
  kind: z.literal('protocol'),
  protocol: z.string(),
  versions: strings,
  suites: z.array(z.looseObject({ name: z.string(), algorithms: z.array(use) })),
  groups: strings,
  schemes: strings,
  symbol: z.string(),
});
const librarySeen = z.looseObject({ kind: z.literal('library'), name: z.string(), symbol: z.string() });
const factSeen = z.looseObject({ kind: z.literal('fact'), fact: z.string(), value: z.string(), symbol: z.string() });
const observed = z.discriminatedUnion('kind', [algorithmSeen, certificateSeen, keySeen, protocolSeen, librarySeen, factSeen]);

const STATES = ['present', 'compiled', 'linked', 'enabled', 'called', 'offered', 'negotiated', 'absent'] as const;
const ORIGINS = ['first-party', 'dependency', 'test', 'example', 'generated'] as const;
const fact = z.looseObject({
  id: z.string(),
  role,
  roleBasis: z.string(),
  scanner: z.string(),
  grade: z.enum(['observed', 'binary', 'source', 'declared']),
  confidence: z.enum(['certain', 'likely', 'hint']),
  state: z.enum(STATES),
  origin: z.enum(ORIGINS),
  observed,
});

const common = { id: z.string(), name: z.string(), roles: z.array(role), dependsOn: strings, facts: z.array(fact) };
const asset = z.discriminatedUnion('kind', [
  z.looseObject({ ...common, kind: z.literal('algorithm'), use }),
  z.looseObject({ ...common, kind: z.literal('certificate'), certificate: certificateSeen }),
  z.looseObject({ ...common, kind: z.literal('key'), key: keySeen }),
  z.looseObject({ ...common, kind: z.literal('protocol'), protocol: protocolSeen }),
  z.looseObject({ ...common, kind: z.literal('library'), library: librarySeen }),
]);

const inventory = z.looseObject({
  schemaVersion: z.literal(1),
  subject: z.string(),
  assets: z.array(asset),
  absences: z.array(z.looseObject({ fact })),
  productFacts: z.array(fact.extend({ observed: factSeen })),
  gaps: z.array(z.looseObject({ reason: z.string() })),
});

const planItem = z.looseObject({
  id: z.string(),
  key: z.string(),
  step: z.string(),
  role,
  to: strings,
  fit: z.enum(['fits', 'tight', 'exceeds', 'indeterminate']),
  latestResponsibleDate: date.optional(),
  effort: z.looseObject({ fromDays: z.number(), toDays: z.number() }),
});

const assessment = z.looseObject({
  findings: z.array(z.looseObject({ role, title: z.looseObject({ code: z.string() }) })),
  gates: z.array(z.looseObject({ role, inScope: z.boolean(), mechanisms: strings, changedBy: word(CHANGERS).optional() })),
  frameworks: z.array(z.looseObject({ id: z.string(), clauses: z.array(z.looseObject({ id: z.string(), appliesFrom: date.optional() })) })),
  plan: z.array(planItem),
});

const report = z.looseObject({
  schemaVersion: z.literal(1),
  tool: z.looseObject({ name: z.literal('pqready'), version: z.string() }),
  asOf: date,
  inventory,
  product: productSchema.optional(),
  productSource: z.enum(['operator', 'tree', 'none']),
  assessment: assessment.optional(),
}) as unknown as z.ZodType<Report>; // loose: what the drill does not read is not checked

/** A report from the text of its `report.json`. Throws `bad-profile` with the path of every field that is wrong. */
export function parseReport(text: string, path: string): Report {
  return accept(report, readJson(text, path, MAX_CHARACTERS), path);
}
