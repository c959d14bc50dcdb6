// What a driver says it can do, and what a request needs. What is not offered is not asked, and shows in the result as unsupported.

import { isKeyId, type KeyId } from '../encoding/key.ts';
import type { KeyInput, OperationRequest, StatefulId } from '../operation.ts';

/**
 * The operations by name, and what they take: `random` (own randomness, where a request gives none), `seed` (keygen from a seed), `m` (encaps
 * with a given m), `expanded-keys` and `seed-keys` (private keys in that form), `deterministic` and `rnd` (signing without or with given
 * randomness), `context`, `pre-hash`, `internal` (M′), `external-mu`.
 */
export type Feature =
  | OperationRequest['op']
  | 'random'
  | 'seed'
  | 'm'
  | 'expanded-keys'
  | 'seed-keys'
  | 'deterministic'
  | 'rnd'
  | 'context'
  | 'pre-hash'
  | 'internal'
  | 'external-mu';

/** A parameter set, or a family whose keys name theirs. */
export type TestedId = KeyId | StatefulId;

export type Capabilities = ReadonlyMap<TestedId, ReadonlySet<Feature>>;

const FEATURES: Readonly<Record<Feature, true>> = {
  keygen: true,
  encaps: true,
  decaps: true,
  'check-ek': true,
  'check-dk': true,
  sign: true,
  verify: true,
  random: true,
  seed: true,
  m: true,
  'expanded-keys': true,
  'seed-keys': true,
  deterministic: true,
  rnd: true,
  context: true,
  'pre-hash': true,
  internal: true,
  'external-mu': true,
};

/** True for a name of the protocol. */
export function isFeature(name: unknown): name is Feature {
  return typeof name === 'string' && Object.hasOwn(FEATURES, name);
}

/** True for a parameter set or `lms`, `hss`. */
export function isTestedId(name: string): name is TestedId {
  return name === 'lms' || name === 'hss' || isKeyId(name);
}

/** Everything that a driver must offer to be asked this. */
function needsOf(request: OperationRequest): readonly Feature[] {
  switch (request.op) {
    case 'keygen':
      return ['keygen', request.seed === undefined ? 'random' : 'seed'];
    case 'encaps':
      return ['encaps', request.m === undefined ? 'random' : 'm'];
    case 'decaps':
      return ['decaps', keyForm(request.key)];
    case 'sign': {
      const { randomness } = request;
      const drawn = randomness === undefined ? 'random' : randomness === 'deterministic' ? randomness : 'rnd';
      return ['sign', keyForm(request.key), drawn, ...formNeeds(request)];
    }
    case 'verify':
      return ['verify', ...formNeeds(request)];
    default:
      return [request.op];
  }
}

/** The first thing that the driver does not offer of a request; absent where it offers all. */
export function findMissing(capabilities: Capabilities, request: OperationRequest): string | undefined {
  const offered = capabilities.get(request.algorithm);
  const missing = needsOf(request).find((feature) => offered?.has(feature) !== true);
  return missing === undefined ? undefined : `the implementation does not offer ${missing}`;
}

function keyForm(key: KeyInput): Feature {
  return 'seed' in key ? 'seed-keys' : 'expanded-keys';
}

function formNeeds({ form }: Extract<OperationRequest, { readonly op: 'sign' | 'verify' }>): readonly Feature[] {
  if (form === undefined) return [];
  if (form.form === 'internal' || form.form === 'external-mu') return [form.form];
  const context: readonly Feature[] = (form.context?.length ?? 0) > 0 ? ['context'] : [];
  return form.form === 'pre-hash' ? ['pre-hash', ...context] : context;
}
