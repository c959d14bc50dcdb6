// Which mechanism every asked policy takes, role by role and on this target; and where none is, the smallest groups of policies that cannot
// be satisfied together, with the rules that decide it. BSI wants a hybrid, CNSA 2.0 the largest parameter set: both take SecP384r1MLKEM1024.

import type { FitVerdict } from '../model/assessment.ts';
import type { Role } from '../model/evidence.ts';
import type { ChoiceCandidate, PolicyChoice, PolicyConflict } from '../model/outlook.ts';
import type { AskedPolicy } from './applicability.ts';
import { wordOf } from './policy-word.ts';
import { candidateName, candidatesFor, fitOf, slotOf } from './replacements.ts';
import type { Scene } from './scene.ts';

// Groups of policies are tried up to this many policies; of more only pairs. 2^8 groups of 10 candidates are quick.
const MOST_GROUPED = 8;
const LARGEST_GROUP_BEYOND = 2;

const RANKS: Readonly<Record<FitVerdict, number>> = { fits: 0, tight: 1, indeterminate: 2, exceeds: 3 };

/** A choice for each role in scope; none where no policy is asked, since there is nothing to satisfy. A radio standard leaves no choice. */
export function listChoices({ scope, policies, fit }: Pick<Scene, 'scope' | 'policies' | 'fit'>): PolicyChoice[] {
  const asked = policies.filter(({ applies }) => applies === 'yes');
  if (asked.length === 0) return [];
  return scope.filter((role) => role !== 'radio' && role !== 'other').map((role) => choose(role, asked, fit));
}

function choose(role: Role, asked: readonly AskedPolicy[], fit: Scene['fit']): PolicyChoice {
  const slot = slotOf(role);
  const candidates = candidatesFor(slot).map(
    (candidate): ChoiceCandidate => ({
      algorithm: candidate.algorithm,
      name: candidateName(candidate),
      fit: fitOf(candidate, fit),
      words: asked.map(({ policy }) => wordOf(policy, candidate.algorithm, role)),
    }),
  );
  const taken = candidates.filter(({ words }) => words.every(({ word }) => word === 'taken'));
  const byFit = taken
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => RANKS[a.candidate.fit] - RANKS[b.candidate.fit] || a.index - b.index);
  return {
    role,
    slot,
    policies: asked.map(({ policy: { id, name } }) => ({ id, name })),
    candidates,
    satisfying: byFit.filter(({ candidate }) => candidate.fit !== 'exceeds').map(({ candidate }) => candidate.algorithm),
    tooLarge: byFit.filter(({ candidate }) => candidate.fit === 'exceeds').map(({ candidate }) => candidate.algorithm),
    conflicts: taken.length > 0 ? [] : findConflicts(candidates),
  };
}

/** The smallest groups of policies that no candidate satisfies; a group that contains such a group is not named again. */
function findConflicts(candidates: readonly ChoiceCandidate[]): PolicyConflict[] {
  const count = candidates[0]?.words.length ?? 0;
  const largest = count > MOST_GROUPED ? LARGEST_GROUP_BEYOND : count;
  const found: (readonly number[])[] = [];
  for (let size = 1; size <= largest; size += 1) {
    for (const group of groupsOf(count, size)) {
      if (found.some((smaller) => smaller.every((index) => group.includes(index)))) continue;
      if (!candidates.some((candidate) => isTakenByAll(candidate, group))) found.push(group);
    }
  }
  return found.map((group) => toConflict(candidates, group));
}

function isTakenByAll({ words }: ChoiceCandidate, group: readonly number[]): boolean {
  return group.every((index) => words[index]?.word === 'taken');
}

function toConflict(candidates: readonly ChoiceCandidate[], group: readonly number[]): PolicyConflict {
  const words = candidates.flatMap((candidate) => group.flatMap((index) => candidate.words[index] ?? []));
  const refusing = words.filter(({ word }) => word === 'refused').flatMap(({ rule }) => rule ?? []);
  return { policies: [...new Set(words.map(({ policy }) => policy))], rules: [...new Set(refusing)].sort() };
}

// Every group of so many of 0 … count − 1, in order.
function groupsOf(count: number, size: number, from = 0): (readonly number[])[] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, count - from) }, (_, offset) => from + offset).flatMap((first) =>
    groupsOf(count, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}
