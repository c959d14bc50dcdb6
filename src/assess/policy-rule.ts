// Which rule of a policy speaks of a mechanism: the first whose every condition holds.

import { curveOf, digestOf, keyBitsOf } from '../knowledge/algorithms.ts';
import type { AlgorithmId, AlgorithmUse, CurveId } from '../model/algorithm.ts';
import type { Role } from '../model/evidence.ts';
import type { AlgorithmSelector, Policy, PolicyRule } from '../model/framework.ts';
import type { Mechanism } from './mechanism.ts';
import type { Purpose } from './purpose.ts';

/** What a selector is held against. */
export interface Selectable {
  readonly algorithm: AlgorithmId;
  readonly keyBits?: number;
  readonly curve?: CurveId;
  readonly role: Role;
}

/** The first rule that selects; undefined where the policy says nothing. */
export function findRule(policy: Policy, selectable: Selectable): PolicyRule | undefined {
  return policy.rules.find((rule) => selects(rule.select, selectable));
}

/** A mechanism as policies speak of it: a key by what it is there for, an HMAC by its digest. */
export function toSelectable({ use, purpose, role }: Mechanism): Selectable {
  const keyBits = keyBitsOf(use);
  const curve = curveOf(use);
  return {
    algorithm: algorithmFor(use, purpose),
    ...(keyBits === undefined ? {} : { keyBits }),
    ...(curve === undefined ? {} : { curve }),
    role,
  };
}

function selects(select: AlgorithmSelector, { algorithm, keyBits, curve, role }: Selectable): boolean {
  if (!select.algorithms.includes(algorithm)) return false;
  if (select.roles !== undefined && !select.roles.includes(role)) return false;
  if (select.curves !== undefined && (curve === undefined || !select.curves.includes(curve))) return false;
  const asksSize = select.minKeyBits !== undefined || select.maxKeyBits !== undefined;
  if (asksSize && keyBits === undefined) return false;
  return (keyBits ?? 0) >= (select.minKeyBits ?? 0) && (keyBits ?? 0) <= (select.maxKeyBits ?? Number.POSITIVE_INFINITY);
}

// SP 800-131A and the agencies date a keyed hash with its digest; RSA and EC are dated by what they do.
function algorithmFor(use: AlgorithmUse, purpose: Purpose): AlgorithmId {
  if (use.algorithm === 'hmac') return digestOf(use)?.algorithm ?? 'hmac';
  if (use.algorithm === 'rsa' && purpose === 'signature') return 'rsassa-pkcs1';
  if (use.algorithm === 'rsa' && purpose === 'key-establishment') return 'rsaes-pkcs1';
  if (use.algorithm === 'ec' && purpose === 'signature') return 'ecdsa';
  return use.algorithm === 'ec' && purpose === 'key-establishment' ? 'ecdh' : use.algorithm;
}
