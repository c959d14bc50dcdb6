// Every rule, in the order of urgency in which they are written down.

import { CREDIT_RULES } from './rules/credit.ts';
import { DECLARED_RULES } from './rules/declared.ts';
import { LIMIT_RULES } from './rules/limits.ts';
import { PRESENT_DAY_RULES } from './rules/present-day.ts';
import { PRODUCT_RULES } from './rules/product.ts';
import { QUANTUM_RULES } from './rules/quantum.ts';
import type { Rule } from './rules/rule.ts';

export const RULES: readonly Rule[] = [
  ...PRESENT_DAY_RULES,
  ...QUANTUM_RULES,
  ...LIMIT_RULES,
  ...PRODUCT_RULES,
  ...DECLARED_RULES,
  ...CREDIT_RULES,
];
