// Questions about roles: who can change the mechanism of one, and where the one is of which nothing was seen.

import type { Role } from '../../model/evidence.ts';
import type { Fact, Inventory } from '../../model/inventory.ts';
import type { Changer, Product, RoleDeclaration } from '../../model/product.ts';
import { type Answer, inProduct, type Question } from '../sensitivity.ts';
import type { Verdicts } from '../verdicts.ts';
import { isOfProduct } from '../weight.ts';

const CHANGERS: readonly Changer[] = ['vendor-ota', 'vendor-recall', 'silicon-vendor', 'standards-body', 'nobody'];

// Of other roles the answer is asked by the gate alone.
const ASKED_BY_CHECKS: ReadonlySet<Role> = new Set<Role>(['boot', 'update']);

export function aboutRoles({ input, gates }: Verdicts): Question[] {
  return gates
    .filter(({ inScope }) => inScope)
    .flatMap(({ role, stoppedBy }) => {
      const isOpen = input.product?.roles.find((each) => each.role === role)?.changedBy === undefined;
      const isAsked = ASKED_BY_CHECKS.has(role) || stoppedBy?.code === 'changer-unknown';
      return [
        ...(isOpen && isAsked ? [whoChanges(role)] : []),
        ...(stoppedBy?.code === 'nothing-seen' ? [whereIs(role, input.inventory)] : []),
      ];
    });
}

function whoChanges(role: Role): Question {
  return {
    id: `who-changes-${role}`,
    question: { code: 'ask-who-changes', args: { role } },
    answers: CHANGERS.map((changedBy) => declaring(`${role}: changedBy ${changedBy}`, { role, changedBy })),
    paste: `roles:\n  - { role: ${role}, changedBy: vendor-ota } # or vendor-recall, silicon-vendor, standards-body, nobody`,
  };
}

function whereIs(role: Role, inventory: Inventory): Question {
  const moved = takeIn(inventory, role);
  return {
    id: `where-is-${role}`,
    question: { code: 'ask-role-paths', args: { role } },
    answers: [
      declaring(`${role}: inScope false`, { role, inScope: false }),
      ...(moved === undefined
        ? []
        : [
            {
              answer: `${role}: what has no role yet`,
              given: (before: Parameters<Answer['given']>[0]) => ({ ...before, inventory: moved }),
            },
          ]),
    ],
    paste: `roles:\n  - { role: ${role}, paths: [src/${role}] } # or inScope: false`,
  };
}

function declaring(answer: string, declared: RoleDeclaration): Answer {
  return inProduct(answer, ({ roles }): Partial<Product> => {
    const before = roles.find((each) => each.role === declared.role);
    return { roles: [...roles.filter((each) => each.role !== declared.role), { ...before, ...declared }] };
  });
}

// The inventory if all that has no role yet were of this one; undefined where there is nothing of the kind.
function takeIn(inventory: Inventory, role: Role): Inventory | undefined {
  const isOpen = (fact: Fact): boolean => fact.role === 'other' && isOfProduct(fact);
  if (!inventory.assets.some((asset) => asset.kind === 'algorithm' && asset.facts.some(isOpen))) return undefined;
  return {
    ...inventory,
    assets: inventory.assets.map((asset) => ({
      ...asset,
      facts: asset.facts.map((fact) => (isOpen(fact) ? { ...fact, role } : fact)),
    })),
  };
}
