// The JSON Schemas that editors use for profiles and product files, and those of what is printed, made from the schemas that check them. A
// test holds `profiles/schemas/*.schema.json` to this and, asked with UPDATE_SCHEMAS=1, writes them again.

import { z } from 'zod';
import { drillSchema } from './drill.ts';
import { frameworkSchema } from './framework.ts';
import { policySchema } from './policy.ts';
import { productSchema } from './product.ts';
import { targetSchema } from './target.ts';

export type ProfileKind = 'target' | 'framework' | 'policy' | 'product' | 'drill';

const TITLES: Readonly<Record<ProfileKind, { readonly schema: z.ZodType; readonly title: string }>> = {
  target: { schema: targetSchema, title: 'pqready target profile' },
  framework: { schema: frameworkSchema, title: 'pqready framework' },
  policy: { schema: policySchema, title: 'pqready policy' },
  product: { schema: productSchema, title: 'pqready product file, pqready.yaml' },
  drill: { schema: drillSchema, title: 'pqready drill, as --json prints it' },
};

/** The JSON Schema (2020-12) of what stands in a file of this kind, as text with a final newline. */
export function renderSchema(kind: ProfileKind): string {
  const { schema, title } = TITLES[kind];
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
