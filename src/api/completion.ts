// The ids that a command line takes, for a shell to complete.

import { RULES } from '../assess/rules.ts';
import { KEY_IDS } from '../pqc/encoding/key.ts';
import { readPacks, readTargets } from '../shelves.ts';

/** What may be completed. */
export type Completable = 'target' | 'policy' | 'algorithm' | 'requirement';

/** An id and what it is, in a few words. */
export interface CompletableId {
  readonly id: string;
  readonly title: string;
}

const LISTS: Readonly<Record<Completable, () => readonly CompletableId[]>> = {
  target: () => readTargets().map(({ id, name }) => ({ id, title: name })),
  policy: () => readPacks(undefined).policies.map(({ id, name }) => ({ id, title: name })),
  algorithm: () => KEY_IDS.map((id) => ({ id, title: '' })),
  requirement: () => {
    const { frameworks, policies } = readPacks(undefined);
    return [
      ...frameworks.flatMap(({ id, name, clauses }) => clauses.map((clause) => ({ id: `${id}:${clause.id}`, title: name }))),
      ...policies.flatMap(({ id, name, rules }) => rules.map((rule) => ({ id: `${id}:${rule.id}`, title: name }))),
      ...RULES.map(({ id }) => ({ id, title: 'finding rule' })),
    ];
  },
};

/** Every id of a kind, in the order of its shelf. */
export function listCompletable(what: Completable): readonly CompletableId[] {
  return LISTS[what]();
}
