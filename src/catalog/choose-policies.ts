// Which policies a run answers: those asked for by name, else all that ship; whether each applies is decided from the product's markets.

import { PqreadyError } from '../model/errors.ts';
import type { Policy } from '../model/framework.ts';
import type { Product } from '../model/product.ts';
import { findNearest } from './nearest.ts';

export interface PolicyChoice {
  readonly policies: readonly Policy[];
  /** ids of --policy, which add to those of the product file */
  readonly asked: readonly string[];
  readonly product?: Product;
}

/** The chosen policies in the order they ship. Throws `unknown-id`, with the nearest valid id. */
export function choosePolicies({ policies, asked, product }: PolicyChoice): Policy[] {
  const ids = new Set([...(product?.policies ?? []), ...asked]);
  for (const id of ids) {
    if (policies.some((policy) => policy.id === id)) continue;
    const nearest = findNearest(
      id,
      policies.map((policy) => policy.id),
    );
    throw new PqreadyError(
      'unknown-id',
      `policy "${id}": expected an id of pqready list policies${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
    );
  }
  return ids.size === 0 ? [...policies] : policies.filter((policy) => ids.has(policy.id));
}
