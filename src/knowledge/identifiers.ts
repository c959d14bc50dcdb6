// What an object identifier stands for. The rows, each with the standard that assigns it, are in `identifiers/`.

import type { AlgorithmUse } from '../model/algorithm.ts';
import { COMPOSITE_OIDS } from './identifiers/composite.ts';
import { CURVE_OIDS } from './identifiers/curves.ts';
import { POST_QUANTUM_OIDS } from './identifiers/post-quantum.ts';
import { PUBLIC_KEY_OIDS } from './identifiers/public-keys.ts';
import type { OidRow } from './identifiers/row.ts';
import { SYMMETRIC_OIDS } from './identifiers/symmetric.ts';

export type { OidRow } from './identifiers/row.ts';

/** Every object identifier that is known here. */
export const OIDS: readonly OidRow[] = [...PUBLIC_KEY_OIDS, ...CURVE_OIDS, ...POST_QUANTUM_OIDS, ...COMPOSITE_OIDS, ...SYMMETRIC_OIDS];

const BY_OID: ReadonlyMap<string, OidRow> = new Map(OIDS.map((row) => [row.oid, row]));

/** Name and use of a dotted object identifier. */
export function findOid(dotted: string): { readonly name: string; readonly use: AlgorithmUse } | undefined {
  return BY_OID.get(dotted);
}
