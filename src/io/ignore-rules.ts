// What git ignores, from the nested .gitignore files of a tree (gitignore(5)). It decides what is first-party, never what is evidence.

import ignore, { type Ignore } from 'ignore';

interface Layer {
  /** folder of the .gitignore, '' or 'a/b/' */
  readonly base: string;
  readonly rules: Ignore;
}

/** The layers that bear on one folder, outermost first. */
export type IgnoreRules = readonly Layer[];

const MAX_IGNORE_FILE_CHARS = 1_000_000;

/** The rules below a folder that has a .gitignore of its own. `base` is '' or ends in a slash. */
export function addIgnoreFile(rules: IgnoreRules, base: string, text: string): IgnoreRules {
  return [...rules, { base, rules: ignore().add(text.slice(0, MAX_IGNORE_FILE_CHARS)) }];
}

/** Is the path ignored? `path` is relative to the root; a folder's ends in a slash. The innermost file that speaks of it decides. */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const layer = rules[index];
    if (layer === undefined) continue;
    const verdict = layer.rules.test(path.slice(layer.base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
