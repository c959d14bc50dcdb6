// The crypto map: assets under the roles in which they were seen, the product's own apart from what only dependencies, tests and examples
// name. Shared by the page and the Markdown.

import { nameOf } from '../knowledge/algorithms.ts';
import type { Grade, Role, State } from '../model/evidence.ts';
import type { CryptoAsset, Fact, Inventory } from '../model/inventory.ts';
import { ROLES } from '../model/order.ts';
import { isOwn } from './findings.ts';
import { GRADE_LETTERS } from './wording.ts';

/** An asset in one role. */
export interface Use {
  readonly asset: CryptoAsset;
  readonly role: Role;
  /** the strongest that was seen */
  readonly state: State;
  /** every grade it was seen with, nearest to the product first */
  readonly grades: readonly Grade[];
  /** true where the vendor's code or build names it */
  readonly own: boolean;
  readonly facts: readonly Fact[];
}

const STATES: readonly State[] = ['absent', 'present', 'compiled', 'linked', 'enabled', 'called', 'offered', 'negotiated'];
const GRADES: readonly Grade[] = ['observed', 'binary', 'source', 'declared'];
const KINDS: readonly CryptoAsset['kind'][] = ['protocol', 'certificate', 'key', 'algorithm', 'library'];

/** Roles with their uses; roles without any are left out. Libraries are no mechanism and stand elsewhere. */
export function toCryptoMap(inventory: Inventory): readonly { readonly role: Role; readonly uses: readonly Use[] }[] {
  const byRole = new Map<Role, Use[]>(ROLES.map((role) => [role, []]));
  for (const asset of inventory.assets) {
    if (asset.kind === 'library') continue;
    for (const use of usesOf(asset)) byRole.get(use.role)?.push(use);
  }
  return ROLES.flatMap((role) => {
    const uses = [...(byRole.get(role) ?? [])].sort(inOrder);
    return uses.length === 0 ? [] : [{ role, uses }];
  });
}

function usesOf(asset: CryptoAsset): readonly Use[] {
  const byRole = new Map<Role, Fact[]>();
  for (const fact of asset.facts) {
    const facts = byRole.get(fact.role);
    if (facts === undefined) byRole.set(fact.role, [fact]);
    else facts.push(fact);
  }
  return [...byRole].map(([role, facts]) => toUse(asset, role, facts));
}

/** What the facts of one role say of an asset. */
export function toUse(asset: CryptoAsset, role: Role, facts: readonly Fact[]): Use {
  const own = facts.filter(({ origin }) => isOwn(origin));
  const telling = own.length > 0 ? own : facts;
  const seen = new Set(telling.map(({ grade }) => grade));
  const state = telling.reduce<State>((best, fact) => (STATES.indexOf(fact.state) > STATES.indexOf(best) ? fact.state : best), 'absent');
  return { asset, role, state, grades: GRADES.filter((grade) => seen.has(grade)), own: own.length > 0, facts: telling };
}

function inOrder(a: Use, b: Use): number {
  return (
    Number(b.own) - Number(a.own) ||
    STATES.indexOf(b.state) - STATES.indexOf(a.state) ||
    KINDS.indexOf(a.asset.kind) - KINDS.indexOf(b.asset.kind)
  );
}

/** The name of an asset as a mechanism: a certificate is told by its key, since that is what a quantum computer meets. */
export function toMechanismName(asset: CryptoAsset): string {
  if (asset.kind !== 'certificate') return asset.name;
  return `${nameOf(asset.certificate.publicKey.algorithm)} certificate “${asset.name}”`;
}

/** `B S`. */
export function toLetters(grades: readonly Grade[]): string {
  return grades.map((grade) => GRADE_LETTERS[grade]).join(' ');
}
