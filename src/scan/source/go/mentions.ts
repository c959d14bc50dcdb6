// Where names of libraries stand in Go code as values: constants in tables and comparisons, functions that are handed on.

import { normaliseGo } from '../../../knowledge/languages/go.ts';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import type { Mention } from '../module.ts';

// Comments, literals, names of packages with what follows. A literal that does not end ends with its line, a comment with the text.
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|`[^`]*`?|'(?:[^'\\\n]|\\.){0,12}'?|(?<![\w.])([A-Za-z_]\w{0,100})\.([A-Z]\w{0,100})(?![\w([{]|\.[A-Z])/g;

/** The constants and functions of imported packages that stand as values. */
export function findGoMentions(text: string, imports: ReadonlyMap<string, string>, catalogue: Catalogue): readonly Mention[] {
  const found: Mention[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const [, local, member] = token;
    const path = local === undefined ? undefined : imports.get(local);
    if (path === undefined || local === undefined || member === undefined) continue;
    const name = normaliseGo(`${path}.${member}`);
    if (isEvidence(name, catalogue)) found.push({ name, at: token.index + local.length + 1 });
  }
  return found;
}

function isEvidence(name: string, catalogue: Catalogue): boolean {
  const constant = catalogue.findConstant(name);
  if (constant !== undefined) return constant.quiet !== true;
  const row = catalogue.find(name);
  return row?.uses?.algorithm !== undefined && row.protocol === undefined && row.silent !== true;
}
