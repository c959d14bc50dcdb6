// Which roles a report speaks of: those seen, those declared, and for a device those that every connected device has.

import type { ProductFactName, Role } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import { ROLES } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import type { Mechanism } from './mechanism.ts';
import { listProtocols } from './subject.ts';
import { isOfProduct } from './weight.ts';

const OF_EVERY_DEVICE: readonly Role[] = ['boot', 'update', 'device-identity', 'transport', 'storage'];
const OF_A_DEVICE: ReadonlySet<ProductFactName> = new Set<ProductFactName>([
  'board',
  'soc',
  'image-version',
  'image-digest',
  'image-hash-only',
  'slot-bytes',
  'secure-boot',
]);

/** What decides the scope. */
export interface ScopeInput {
  readonly mechanisms: readonly Mechanism[];
  readonly inventory: Inventory;
  readonly product?: Product;
}

/** The roles in scope, in report order. The product file's word on a role outranks what was seen. */
export function rolesInScope(input: ScopeInput): Role[] {
  const seen = new Set([
    ...input.mechanisms.filter((mechanism) => mechanism.weight !== 'kept').map((mechanism) => mechanism.role),
    ...listProtocols(input.inventory)
      .filter((protocol) => protocol.weight !== 'kept')
      .map((protocol) => protocol.role),
  ]);
  const device = isDevice(input);
  return ROLES.filter((role) => {
    if (role === 'other') return false;
    const declared = input.product?.roles.find((each) => each.role === role);
    if (declared !== undefined) return declared.inScope !== false;
    return seen.has(role) || (device && OF_EVERY_DEVICE.includes(role));
  });
}

/** True where a board, an image or the product file shows that this is a device and not a service or a library. */
export function isDevice({ inventory, product }: Pick<ScopeInput, 'inventory' | 'product'>): boolean {
  const declared =
    (product?.targets.length ?? 0) > 0 || (product?.parts.some((part) => part.kind === 'firmware' || part.kind === 'bootloader') ?? false);
  return declared || inventory.productFacts.some((fact) => OF_A_DEVICE.has(fact.observed.fact) && isOfProduct(fact));
}

/** Place of a role in report order. */
export function roleRank(role: Role): number {
  return ROLES.indexOf(role);
}
