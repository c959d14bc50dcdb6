// What a name in a report stands for: what it is, where it comes from, which checks bear on it, and what would change what it says.

import { RULES } from '../assess/rules.ts';
import { type Entry, findEntries, indexReferences, nearestReference, type ReferenceIndex } from '../catalog/references.ts';
import { CHECKS } from '../knowledge/checks.ts';
import type { CheckId } from '../model/check.ts';
import { PqreadyError } from '../model/errors.ts';
import { isLaw, type PackDocument, type Reading } from '../model/framework.ts';
import { readPacks } from '../shelves.ts';
import type { BearingCheck, Change, Explanation, Provenance } from './explanation.ts';

export type { BearingCheck, Change, Explanation, ExplanationKind, Provenance } from './explanation.ts';

/** Everything that the name stands for. Throws `unknown-id` with the nearest name. */
export function explain(written: string, packs?: string): readonly Explanation[] {
  const index = indexReferences(readPacks(packs));
  const found = findEntries(index, written).map((entry) => explainEntry(index, entry));
  const rule = RULES.find((each) => each.id === written.trim());
  const all = rule === undefined ? found : [...found, explainFindingRule(rule)];
  if (all.length > 0) return all;
  const nearest = nearestReference(index, written);
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  throw new PqreadyError(
    'unknown-id',
    `${JSON.stringify(written)}: expected <framework>:<clause>, a check, a finding rule or a policy rule${hint}`,
  );
}

function explainEntry(index: ReferenceIndex, entry: Entry): Explanation {
  switch (entry.kind) {
    case 'framework':
      return explainFramework(entry);
    case 'clause':
      return explainClause(entry);
    case 'class':
      return explainClass(entry);
    case 'policy':
      return explainPolicy(entry);
    case 'rule':
      return explainPolicyRule(entry);
    case 'check':
      return explainCheck(index, entry.id);
  }
}

function explainFramework({ id, framework }: Extract<Entry, { kind: 'framework' }>): Explanation {
  const { name, version, binding, applicability, reading, aliases, clauses, notes } = framework;
  return {
    id,
    kind: 'framework',
    title: `${name}, ${version}`,
    says: notes.join(' '),
    binding,
    ...(applicability === undefined ? {} : { applicability }),
    from: whereFrom(framework, reading),
    aliases,
    checks: [],
    rows: clauses.map((clause) => `${id}:${clause.id}`),
    changes: isLaw(binding) ? [{ code: 'never-a-verdict' }] : [],
  };
}

function explainClause({ id, framework, clause }: Extract<Entry, { kind: 'clause' }>): Explanation {
  const { cryptoRelevance, status, condition, draft, inferred, test } = clause;
  const applicability = clause.applicability ?? framework.applicability;
  const binding = clause.binding ?? framework.binding;
  return {
    id,
    kind: 'requirement',
    title: `${framework.name}, ${clause.id}`,
    says: clause.summary,
    ...(cryptoRelevance === undefined ? {} : { cryptoRelevance }),
    binding,
    draft,
    ...(inferred === undefined ? {} : { inferred }),
    ...(status === undefined ? {} : { status }),
    ...(condition === undefined ? {} : { condition }),
    ...(applicability === undefined ? {} : { applicability }),
    ...(test === undefined ? {} : { test: { ...test, document: titleOf(framework.documents, test.document) } }),
    from: whereFrom(framework, clause.reading),
    aliases: clause.aliases,
    checks: clause.checks.map(({ check, bearing }) => ({ ...toCheck(check), bearing })),
    rows: [],
    changes: [
      ...(isLaw(binding) ? [{ code: 'never-a-verdict' } as const] : []),
      ...(clause.checks.length === 0 ? [{ code: 'not-examined' } as const] : []),
      ...clause.checks.flatMap(({ check }) => findingsAgainst(check)),
      ...(clause.checks.some(({ bearing }) => bearing === 'risk') ? [{ code: 'decision' } as const] : []),
      ...(clause.appliesFrom === undefined ? [] : [{ code: 'date', date: clause.appliesFrom, what: 'applies' } as const]),
      ...ofText(clause.reading, draft),
    ],
  };
}

function explainClass({ id, framework, row }: Extract<Entry, { kind: 'class' }>): Explanation {
  return {
    id,
    kind: 'class',
    title: `${framework.name}, ${row.id}`,
    says: `${row.examples.join('; ')}. Route of assessment: ${row.route}.`,
    binding: framework.binding,
    applicability: { classes: [row.class] },
    from: whereFrom(framework, row.reading),
    aliases: [],
    checks: [],
    rows: [],
    changes: ofText(row.reading, false),
  };
}

function explainPolicy({ id, policy }: Extract<Entry, { kind: 'policy' }>): Explanation {
  const { name, version, binding, applicability, issuer, url, aliases, rules, notes } = policy;
  const read = rules.some((rule) => rule.reading.how === 'primary' || rule.reading.how === 'copy') ? 'copy' : 'secondary';
  return {
    id,
    kind: 'policy',
    title: `${name}, ${version}`,
    says: notes.join(' '),
    binding,
    ...(applicability === undefined ? {} : { applicability }),
    from: { issuer, ...(url === undefined ? {} : { url }), read },
    aliases,
    checks: [],
    rows: rules.map((rule) => `${id}:${rule.id}`),
    changes: [],
  };
}

function explainPolicyRule({ id, policy, rule }: Extract<Entry, { kind: 'rule' }>): Explanation {
  const { algorithms, curves, minKeyBits, maxKeyBits, roles } = rule.select;
  const limits = [
    ...(minKeyBits === undefined ? [] : [`from ${minKeyBits} bits`]),
    ...(maxKeyBits === undefined ? [] : [`up to ${maxKeyBits} bits`]),
    ...(curves === undefined ? [] : [`on ${curves.join(', ')}`]),
    ...(roles === undefined ? [] : [`for ${roles.join(', ')}`]),
  ];
  return {
    id,
    kind: 'policy-rule',
    title: `${policy.name}, ${rule.id}`,
    says: [[algorithms.join(', '), ...limits].join(' '), ...(rule.note === undefined ? [] : [rule.note])].join('. '),
    binding: policy.binding,
    draft: rule.draft,
    status: rule.status,
    ...(policy.applicability === undefined ? {} : { applicability: policy.applicability }),
    from: whereFrom(policy, rule.reading),
    aliases: [],
    checks: [],
    rows: [],
    changes: [
      ...(rule.deprecatedAfter === undefined ? [] : [{ code: 'date', date: rule.deprecatedAfter, what: 'deprecated' } as const]),
      ...(rule.disallowedAfter === undefined ? [] : [{ code: 'date', date: rule.disallowedAfter, what: 'disallowed' } as const]),
      ...ofText(rule.reading, rule.draft),
    ],
  };
}

function explainCheck(index: ReferenceIndex, check: CheckId): Explanation {
  const { name, asks } = CHECKS[check];
  const rows = [...index.values()]
    .flat()
    .filter((entry) => entry.kind === 'clause' && entry.clause.checks.some((each) => each.check === check));
  return {
    id: check,
    kind: 'check',
    title: name,
    says: asks,
    aliases: [],
    checks: [],
    rows: [...new Set(rows.map((entry) => entry.id))].sort(),
    changes: findingsAgainst(check),
  };
}

function explainFindingRule({ id, urgency, checks }: (typeof RULES)[number]): Explanation {
  return { id, kind: 'finding-rule', title: id, status: urgency, aliases: [], checks: checks.map(toCheck), rows: [], changes: [] };
}

function findingsAgainst(check: CheckId): Change[] {
  return RULES.filter((rule) => rule.urgency !== 'good' && rule.checks.includes(check)).map(({ id }) => ({
    code: 'finding',
    rule: id,
    check,
  }));
}

function ofText(reading: Reading, draft: boolean): Change[] {
  return [
    ...(draft ? [{ code: 'final-text' } as const] : []),
    ...(reading.how === 'primary' ? [] : [{ code: 'read-primary', read: reading.how } as const]),
  ];
}

function toCheck(check: CheckId): BearingCheck {
  const { name, asks } = CHECKS[check];
  return { id: check, name, asks };
}

interface Pack {
  readonly issuer: string;
  readonly url?: string;
  readonly documents: readonly PackDocument[];
}

function whereFrom({ issuer, url, documents }: Pack, reading: Reading): Provenance {
  const document = documents.find((each) => each.id === reading.document);
  const address = document === undefined ? url : document.url;
  return {
    issuer,
    ...(document === undefined ? {} : { document: document.title }),
    ...(document?.version === undefined ? {} : { version: document.version }),
    ...(address === undefined ? {} : { url: address }),
    read: reading.how,
    ...(reading.how === 'none' ? {} : { readOn: reading.date }),
  };
}

function titleOf(documents: readonly PackDocument[], id: string): string {
  return documents.find((each) => each.id === id)?.title ?? id;
}
