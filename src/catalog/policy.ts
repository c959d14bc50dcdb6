// `profiles/policies/<id>.json`: what an authority says of algorithms, and until when. The first rule that selects a use decides.

import { z } from 'zod';
import { ALGORITHM_IDS } from '../knowledge/algorithms.ts';
import { CURVE_IDS } from '../knowledge/curves.ts';
import type { AlgorithmSelector, Policy, PolicyRule } from '../model/framework.ts';
import { applicability, checkDocuments, documents, keyDates, packAliases, type ReadingAt, reading } from './citation.ts';
import {
  type Complain,
  checkUnique,
  complainTo,
  date,
  expecting,
  flag,
  id,
  knownId,
  list,
  mapping,
  positiveInteger,
  type ShapeOf,
  schemaVersion,
  text,
  url,
  word,
} from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import { BINDINGS, POLICY_STATUSES, ROLES } from './vocabulary.ts';

const select: z.ZodType<AlgorithmSelector> = mapping('a selection of algorithms', {
  algorithms: z
    .array(knownId(ALGORITHM_IDS, 'an algorithm id'), { error: expecting('a list of algorithm ids') })
    .min(1, { error: expecting('at least one algorithm id') }),
  minKeyBits: positiveInteger.exactOptional().meta({ description: 'smallest key of the rule, inclusive' }),
  maxKeyBits: positiveInteger.exactOptional().meta({ description: 'largest key of the rule, inclusive' }),
  curves: z.array(knownId(CURVE_IDS, 'a curve id'), { error: expecting('a list of curve ids') }).exactOptional(),
  roles: z.array(word(ROLES), { error: expecting('a list of roles') }).exactOptional(),
} satisfies ShapeOf<AlgorithmSelector>);

const RULE_ID = 'an identifier without spaces';
const rule: z.ZodType<PolicyRule> = mapping('a rule', {
  id: z.string({ error: expecting(RULE_ID) }).regex(/^\S{1,128}$/, { error: expecting(RULE_ID) }),
  select,
  status: word(POLICY_STATUSES),
  deprecatedAfter: date.exactOptional().meta({ description: 'last day on which it is not yet deprecated', format: 'date' }),
  disallowedAfter: date.exactOptional().meta({ description: 'last day on which it is not yet disallowed', format: 'date' }),
  draft: flag,
  reading,
  note: text.exactOptional(),
} satisfies ShapeOf<PolicyRule>);

/** The schema of a policy file; its output is the model's `Policy`. */
export const policySchema: z.ZodType<Policy> = mapping('a policy', {
  schemaVersion,
  id,
  aliases: packAliases,
  name: text,
  version: text,
  issuer: text,
  jurisdiction: text,
  binding: word(BINDINGS),
  url: url.exactOptional(),
  documents,
  applicability: applicability.exactOptional(),
  dates: keyDates,
  rules: list('rules', rule),
  notes: list('texts', text),
} satisfies ShapeOf<Policy>).superRefine((policy, context) => {
  const complain = complainTo(context);
  policy.rules.forEach((each, index) => {
    checkRule(each, (path, message) => complain(['rules', index, ...path], message));
  });
  checkUnique(
    policy.rules,
    (each) => each.id,
    (index, message) => complain(['rules', index, 'id'], message),
  );
  checkDocuments(policy.documents, readingsOf(policy), complain);
});

/** A policy from the text of its file. Throws `bad-profile` with every problem. */
export function parsePolicy(text: string, path: string): Policy {
  return accept(policySchema, readJson(text, path), path);
}

function checkRule(rule: PolicyRule, complain: Complain): void {
  const { deprecatedAfter, disallowedAfter } = rule;
  if (deprecatedAfter !== undefined && disallowedAfter !== undefined && disallowedAfter < deprecatedAfter)
    complain(['disallowedAfter'], `${disallowedAfter} is before deprecatedAfter ${deprecatedAfter}`);
  const { minKeyBits, maxKeyBits } = rule.select;
  if (minKeyBits !== undefined && maxKeyBits !== undefined && maxKeyBits < minKeyBits)
    complain(['select', 'maxKeyBits'], `${maxKeyBits} is below minKeyBits ${minKeyBits}`);
}

function readingsOf(policy: Policy): ReadingAt[] {
  return [
    ...policy.dates.map((each, index) => ({ path: ['dates', index, 'reading'], reading: each.reading })),
    ...policy.rules.map((each, index) => ({ path: ['rules', index, 'reading'], reading: each.reading })),
  ];
}
