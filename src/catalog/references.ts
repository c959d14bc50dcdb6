// One grammar for everything that a report or a person names: `<pack>:<row>`, where an alias may stand for either half. A row may be named alone,
// and assessors write a space for the colon (`EN 5.3-7`). Check ids stand alone.

import { CHECKS } from '../knowledge/checks.ts';
import type { CheckId } from '../model/check.ts';
import type { ClassRow, Clause, Framework, Packs, Policy, PolicyRule } from '../model/framework.ts';
import { findNearest } from './nearest.ts';

/** What a name stands for; `id` is its full id. */
export type Entry =
  | { readonly kind: 'framework'; readonly id: string; readonly framework: Framework }
  | { readonly kind: 'clause'; readonly id: string; readonly framework: Framework; readonly clause: Clause }
  | { readonly kind: 'class'; readonly id: string; readonly framework: Framework; readonly row: ClassRow }
  | { readonly kind: 'policy'; readonly id: string; readonly policy: Policy }
  | { readonly kind: 'rule'; readonly id: string; readonly policy: Policy; readonly rule: PolicyRule }
  | { readonly kind: 'check'; readonly id: CheckId };

/** Names → what they stand for. A short name may stand for rows of several packs. */
export type ReferenceIndex = ReadonlyMap<string, readonly Entry[]>;

/** Every name of the packs and of the checks. */
export function indexReferences({ frameworks, policies }: Packs): ReferenceIndex {
  const index = new Map<string, Entry[]>();
  const add = (name: string, entry: Entry): void => {
    const found = index.get(name);
    if (found === undefined) index.set(name, [entry]);
    else if (!found.some((each) => each.id === entry.id && each.kind === entry.kind)) found.push(entry);
  };
  for (const framework of frameworks) for (const [name, entry] of namesOfFramework(framework)) add(name, entry);
  for (const policy of policies) for (const [name, entry] of namesOfPolicy(policy)) add(name, entry);
  for (const id of Object.keys(CHECKS) as CheckId[]) add(id, { kind: 'check', id }); // the keys of a total table
  return index;
}

/** What a written name stands for; empty for one that nothing has. `(draft)` behind it is a remark, not a part of it. */
export function findEntries(index: ReferenceIndex, written: string): readonly Entry[] {
  const name = written.replace(/\s*\(draft\)\s*$/, '').trim();
  return index.get(name) ?? index.get(name.replace(/\s+/, ':')) ?? [];
}

/** The name nearest to one that nothing has, a full id before an alias. */
export function nearestReference(index: ReferenceIndex, written: string): string | undefined {
  const name = written.trim().replace(/\s+/, ':');
  const ids = new Set([...index.values()].flat().map((entry) => entry.id));
  return findNearest(name, ids) ?? findNearest(name, index.keys());
}

type Named = readonly [string, Entry];

function namesOfFramework(framework: Framework): Named[] {
  const { id, aliases } = framework;
  const prefixes = [id, ...aliases];
  const pack: Entry = { kind: 'framework', id, framework };
  return [
    ...prefixes.map((name): Named => [name, pack]),
    ...framework.clauses.flatMap((clause) =>
      namesOfRow(prefixes, [clause.id, ...clause.aliases], { kind: 'clause', id: `${id}:${clause.id}`, framework, clause }),
    ),
    ...framework.classes.flatMap((row) => namesOfRow(prefixes, [row.id], { kind: 'class', id: `${id}:${row.id}`, framework, row })),
  ];
}

function namesOfPolicy(policy: Policy): Named[] {
  const { id, aliases } = policy;
  const prefixes = [id, ...aliases];
  const pack: Entry = { kind: 'policy', id, policy };
  return [
    ...prefixes.map((name): Named => [name, pack]),
    ...policy.rules.flatMap((rule) => namesOfRow(prefixes, [rule.id], { kind: 'rule', id: `${id}:${rule.id}`, policy, rule })),
  ];
}

function namesOfRow(prefixes: readonly string[], names: readonly string[], entry: Entry): Named[] {
  return names.flatMap((name): Named[] => [[name, entry], ...prefixes.map((prefix): Named => [`${prefix}:${name}`, entry])]);
}
