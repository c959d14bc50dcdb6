// How a check is answered: from the findings that name it, else from what was looked at. Nothing found where nothing was seen is no answer.

import type { CheckVerdict, Statement } from '../../model/assessment.ts';
import type { CheckId } from '../../model/check.ts';
import type { Role } from '../../model/evidence.ts';
import type { FactId } from '../../model/inventory.ts';
import type { Hit } from '../findings.ts';
import type { Mechanism } from '../mechanism.ts';
import { listed } from '../names.ts';
import { groupPerList, perList } from '../per-list.ts';
import type { Scene } from '../scene.ts';
import { listProtocols } from '../subject.ts';

/** The scene with what the rules found in it. */
export interface Picture extends Scene {
  readonly hits: readonly Hit[];
}

export interface Answer {
  readonly verdict: CheckVerdict;
  readonly reason: Statement;
  readonly facts: readonly FactId[];
  readonly findings: readonly string[];
}

/** A verdict with its reason, and the mechanisms it rests on. */
export function answer(verdict: CheckVerdict, reason: Statement, mechanisms: readonly Mechanism[] = []): Answer {
  const facts = new Set(mechanisms.flatMap((mechanism) => mechanism.facts.map((fact) => fact.id)));
  return { verdict, reason, facts: [...facts].sort(), findings: [] };
}

/** What the findings say: not met where one is firm, indeterminate where all are soft, nothing where there are none. Kept findings say nothing. */
export function fromFindings({ hits }: Picture, check: CheckId, role?: Role): Answer | undefined {
  const ofCheck = hitsByCheck(hits).get(check) ?? [];
  const named = role === undefined ? ofCheck : ofCheck.filter((hit) => hit.finding.role === role);
  const firm = named.filter((hit) => hit.weight === 'firm');
  const spoken = firm.length > 0 ? firm : named;
  const [gravest] = spoken;
  if (gravest === undefined) return undefined;
  const findings = spoken.map((hit) => hit.finding.id).sort();
  const facts = [...new Set(spoken.flatMap((hit) => hit.finding.facts))].sort();
  const args = { findings: spoken.length, first: gravest.finding.title };
  return firm.length === 0
    ? { verdict: 'indeterminate', reason: { code: 'found-uncertain', args }, facts, findings }
    : { verdict: 'not-met', reason: { code: 'found', args }, facts, findings };
}

const hitsByCheck = perList<Hit, ReadonlyMap<CheckId, readonly Hit[]>>((hits) => {
  const byCheck = new Map<CheckId, Hit[]>();
  for (const hit of hits.filter(({ weight }) => weight !== 'kept')) {
    for (const check of hit.finding.checks) {
      const named = byCheck.get(check);
      if (named === undefined) byCheck.set(check, [hit]);
      else named.push(hit);
    }
  }
  return byCheck;
});

/** The mechanisms of the product in a role, each once. */
export function inRole({ distinct }: Pick<Scene, 'distinct'>, role: Role): readonly Mechanism[] {
  return ownByRole(distinct).get(role) ?? [];
}

const byRole = groupPerList<Mechanism>(({ role }) => role);
const ownByRole = perList<Mechanism, ReadonlyMap<string, readonly Mechanism[]>>(
  (distinct) => new Map([...byRole(distinct)].map(([role, all]) => [role, all.filter(({ weight }) => weight !== 'kept')])),
);

/** Why nothing can be said of the mechanisms of a role: nothing was seen there, or only the protocol that would use them. */
export function nothingIn({ inventory }: Pick<Scene, 'inventory'>, role: Role): Statement {
  const protocols = listProtocols(inventory).filter((each) => each.role === role && each.weight !== 'kept');
  if (protocols.length === 0) return { code: 'nothing-seen', args: { role } };
  return { code: 'only-protocol-seen', args: { names: listed(protocols.map((each) => each.asset.name)), role } };
}

/** Names of mechanisms as printed in a reason. */
export function namesOf(mechanisms: readonly Mechanism[]): string {
  return listed(mechanisms.map((mechanism) => mechanism.name));
}

/** Not applicable where the product file puts the role out of scope; no answer where nothing says that the product has it. */
export function unlessOutOfScope({ scope, product }: Picture, role: Role): Answer | undefined {
  if (scope.includes(role)) return undefined;
  const declared = product?.roles.some((each) => each.role === role && each.inScope === false) ?? false;
  return declared
    ? answer('not-applicable', { code: 'out-of-scope', args: { role } })
    : answer('indeterminate', { code: 'nothing-seen', args: { role } });
}
