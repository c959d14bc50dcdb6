// The one place where codes become sentences.

import type { Statement } from '../model/assessment.ts';

/** The English sentence of a statement. */
export function sentence(statement: Statement): string {
  return statement.code;
}
