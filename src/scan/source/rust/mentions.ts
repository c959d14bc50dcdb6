// Where names of libraries stand in Rust code as values: statics and constants that are handed on, variants in tables and matches.

import { normaliseRust, RUST_CRATES } from '../../../knowledge/languages/rust.ts';
import type { Mention } from '../module.ts';
import type { RustBinder } from './bindings.ts';

// Comments, literals, paths. A literal or comment that does not end ends with the text or its line.
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\b(?:b|c)?r#{1,3}"[\s\S]*?(?:"#{1,3}|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)|'(?:[^'\\\n]|\\.)'|(?<![\w:])(?:use|pub use)\s[^;]{0,4000};|(?<![\w:.])((?:[A-Za-z_]\w{0,60}::){0,6})([A-Z]\w{1,60})(?![\w(!]|::|\s{0,4}[{<])/g;

/** The constants of crates that stand as values. */
export function findRustMentions(text: string, binder: RustBinder): readonly Mention[] {
  const found: Mention[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const [, path, last] = token;
    const name = path === undefined || last === undefined ? undefined : toName(path, last, binder);
    const constant = name === undefined ? undefined : binder.catalogue.findConstant(name);
    if (name === undefined || constant === undefined || constant.quiet === true) continue;
    found.push({ name, at: token.index + (path?.length ?? 0) });
  }
  return found;
}

function toName(path: string, last: string, { imports, globs, catalogue }: RustBinder): string | undefined {
  if (path === '') {
    const imported = imports.get(last);
    if (imported !== undefined) return imported;
    const brought = globs
      .map((module) => normaliseRust(`${module}::${last}`))
      .find((symbol) => catalogue.findConstant(symbol) !== undefined);
    return brought ?? (last.startsWith('CKM_') ? last : undefined);
  }
  const cut = path.indexOf('::');
  const first = path.slice(0, cut);
  const rest = `${path.slice(cut)}${last}`;
  const imported = imports.get(first);
  if (imported !== undefined) return normaliseRust(`${imported}${rest}`);
  if (RUST_CRATES.has(first)) return normaliseRust(`${first}${rest}`);
  return globs.map((module) => normaliseRust(`${module}::${first}${rest}`)).find((symbol) => catalogue.findConstant(symbol) !== undefined);
}
