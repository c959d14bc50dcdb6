// The packs that ship and the operator's own, as one shelf. An own pack may not take a name that ships: a report that says `cra` means the law.

import type { Framework, Packs, Policy } from '../model/framework.ts';
import { parseFramework } from './framework.ts';
import { nearestHint } from './nearest.ts';
import { parsePolicy } from './policy.ts';
import { problemsIn, quote } from './problems.ts';

/** A file with its name, as text. */
export interface PackFile {
  readonly name: string;
  readonly text: string;
}

/** The files of one shelf. */
export interface PackFiles {
  readonly frameworks: readonly PackFile[];
  readonly policies: readonly PackFile[];
}

/** The packs of these files, each checked, their names too. Throws `bad-profile` with the file, the place and what was expected. */
export function parsePacks(shipped: PackFiles, own: PackFiles = { frameworks: [], policies: [] }): Packs {
  const frameworks = readAll([...shipped.frameworks, ...own.frameworks], parseFramework);
  const policies = readAll([...shipped.policies, ...own.policies], parsePolicy);
  checkNames(frameworks, shipped.frameworks.length);
  checkNames(policies, shipped.policies.length);
  checkLinks(frameworks, policies);
  return { frameworks: frameworks.map(({ pack }) => pack), policies: policies.map(({ pack }) => pack) };
}

interface Read<Pack> {
  readonly file: string;
  readonly pack: Pack;
}

function readAll<Pack>(files: readonly PackFile[], parse: (text: string, path: string) => Pack): Read<Pack>[] {
  return files.map(({ name, text }) => ({ file: name, pack: parse(text, name) }));
}

function checkNames(packs: readonly Read<Framework | Policy>[], shipped: number): void {
  const holders = new Map<string, { readonly file: string; readonly ships: boolean }>();
  packs.forEach(({ file, pack }, index) => {
    [pack.id, ...pack.aliases].forEach((name, place) => {
      const holder = holders.get(name);
      const field = place === 0 ? 'id' : `aliases[${place - 1}]`;
      const taken = holder?.ships === true ? 'a name that ships with pqready' : `the name of ${holder?.file}`;
      if (holder !== undefined) throw problemsIn(file, [`${field}: expected a name of its own, got ${quote(name)}, ${taken}`]);
      holders.set(name, { file, ships: index < shipped });
    });
  });
}

function checkLinks(frameworks: readonly Read<Framework>[], policies: readonly Read<Policy>[]): void {
  const ids = policies.map(({ pack }) => pack.id);
  for (const { file, pack } of frameworks) {
    if (pack.policy === undefined || ids.includes(pack.policy)) continue;
    throw problemsIn(file, [`policy: expected the id of a policy, got ${quote(pack.policy)}${nearestHint(pack.policy, ids)}`]);
  }
}
