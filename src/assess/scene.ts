// What rules, checks and gates look at: the inventory read as mechanisms, the product, the policies asked, the dates compared.

import type { FitRow, SunsetRow } from '../model/assessment.ts';
import type { ConformanceRecord } from '../model/conformance.ts';
import type { IsoDate, ProductFactName, Role } from '../model/evidence.ts';
import type { Fact, Inventory } from '../model/inventory.ts';
import type { Product } from '../model/product.ts';
import type { AskedPolicy } from './applicability.ts';
import type { Mechanism } from './mechanism.ts';

/** Everything that follows from the input before anything is judged. */
export interface Scene {
  readonly asOf: IsoDate;
  readonly inventory: Inventory;
  readonly product?: Product;
  readonly policies: readonly AskedPolicy[];
  /** every mechanism of the inventory */
  readonly mechanisms: readonly Mechanism[];
  /** the same without echoes: each is spoken of once */
  readonly distinct: readonly Mechanism[];
  readonly sunsets: readonly SunsetRow[];
  readonly fit: readonly FitRow[];
  readonly conformance: readonly ConformanceRecord[];
  /** roles in scope, in report order */
  readonly scope: readonly Role[];
}

/** Facts that say a switch of the product is on, and facts that say it is off. Only facts of the product's own configuration count. */
export interface SwitchFacts {
  readonly on: readonly Fact[];
  readonly off: readonly Fact[];
}

const OFF: ReadonlySet<string> = new Set(['', '0', 'n', 'no', 'none', 'off', 'false', 'disabled']);

/** How a switch such as `anti-rollback` stands. */
export function readSwitch(inventory: Inventory, name: ProductFactName): SwitchFacts {
  const said = [...inventory.productFacts, ...inventory.absences.map((absence) => absence.fact)].filter(
    (fact) =>
      fact.observed.kind === 'fact' && fact.observed.fact === name && (fact.origin === 'first-party' || fact.origin === 'generated'),
  );
  const isOff = (fact: Fact): boolean =>
    fact.state === 'absent' || (fact.observed.kind === 'fact' && OFF.has(fact.observed.value.trim().toLowerCase()));
  return { on: said.filter((fact) => !isOff(fact)), off: said.filter(isOff) };
}
