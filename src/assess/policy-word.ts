// What a policy says of a mechanism that could take the place of a classical one: takes it, refuses it as it stands, or does not name it.

import { ALGORITHMS } from '../knowledge/algorithms.ts';
import { toVerified } from '../knowledge/readings.ts';
import type { AlgorithmId } from '../model/algorithm.ts';
import type { Role } from '../model/evidence.ts';
import type { Policy } from '../model/framework.ts';
import type { PolicyWord } from '../model/outlook.ts';
import { findRule } from './policy-rule.ts';

/** The word of the first rule that selects it. `hybrid-only` takes what is a hybrid itself; legacy, deprecated and worse are refused. */
export function wordOf(policy: Policy, algorithm: AlgorithmId, role: Role): PolicyWord {
  const rule = findRule(policy, { algorithm, role });
  if (rule === undefined) return { policy: policy.id, word: 'silent' };
  const { status, draft, reading, id } = rule;
  const isTaken = status === 'allowed' || (status === 'hybrid-only' && isHybrid(algorithm));
  return { policy: policy.id, word: isTaken ? 'taken' : 'refused', status, rule: id, draft, verified: toVerified(reading) };
}

function isHybrid(algorithm: AlgorithmId): boolean {
  return ALGORITHMS[algorithm].components !== undefined || ALGORITHMS[algorithm].primitive === 'combiner';
}
