// Names of C++ with their scopes: `CryptoPP::GCM<AES>::Encryption` is looked up as the catalogue writes it, `CryptoPP::GCM<>::Encryption`,
// through the namespaces that a file opens (ISO/IEC 14882 §9.9.4) or whose headers it includes.

import { type Catalogue, findLibrary } from '../../../knowledge/languages/row.ts';
import type { CView } from './preprocessor.ts';

/** Looks up a written name; undefined where the catalogue does not know it under any scope. */
export type ResolveName = (written: string) => string | undefined;

const USING = /\busing\s{1,20}namespace\s{1,20}([\w:]{1,100})\s{0,20};/g;
const LONGEST = 300;
const DEEPEST = 6;

/** Namespaces that may be left out in a file; undefined where nothing of the C++ libraries stands in it. */
export function findNamespaces(view: CView, catalogue: Catalogue): readonly string[] | undefined {
  const { scoped } = catalogue;
  if (scoped === undefined) return undefined;
  const included = view.includes.flatMap(({ header }) => scoped.namespaces.get(findLibrary(catalogue.libraries, header) ?? '') ?? []);
  if (included.length === 0 && !scoped.mark.test(view.text)) return undefined;
  const opened = [...view.text.matchAll(USING)].slice(0, 20).flatMap(([, name]) => (name === undefined ? [] : [name]));
  return [...new Set([...opened, ...included])];
}

/** A look-up for one file. */
export function toResolver(namespaces: readonly string[], catalogue: Catalogue): ResolveName {
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (!known.has(written)) known.set(written, written.length > LONGEST ? undefined : resolve(written, namespaces, catalogue));
    return known.get(written);
  };
}

function resolve(written: string, namespaces: readonly string[], catalogue: Catalogue): string | undefined {
  const plain = withoutArguments(written.replace(/\s+/g, ''));
  const parts = plain.split('::').slice(-DEEPEST);
  const suffixes = parts.map((_, index) => parts.slice(index).join('::')).filter((name) => name.includes('::') || name === plain);
  const names = [...suffixes.flatMap((name) => namespaces.map((space) => `${space}::${name}`)), ...suffixes];
  return names.find((name) => isScoped(name, catalogue));
}

function isScoped(name: string, catalogue: Catalogue): boolean {
  if (!name.includes('::') && catalogue.scoped?.plain.has(name) !== true) return false;
  return catalogue.find(name) !== undefined || catalogue.findConstant(name) !== undefined;
}

/** `GCM<AES<int>>::Encryption` without what stands between the brackets: `GCM<>::Encryption`. */
export function withoutArguments(name: string): string {
  let depth = 0;
  let plain = '';
  for (const char of name) {
    if (char === '<' && depth++ === 0) plain += '<';
    else if (char === '>' && --depth === 0) plain += '>';
    else if (depth === 0) plain += char;
  }
  return plain;
}
