// What follows in a role from what is hit there. What was recorded can be read back; a signature cannot be forged back in time, but from
// the day on it no longer shows that it was made before.

import type { Consequence, ConsequenceCode, Scenario } from '../../model/drill.ts';
import type { Role } from '../../model/evidence.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { Purpose } from '../purpose.ts';
import { listProtocols } from '../subject.ts';
import type { Hit } from './hit.ts';

const RETROACTIVE: ReadonlySet<ConsequenceCode> = new Set<ConsequenceCode>(['recorded-readable', 'stored-readable']);
const ORDER: readonly ConsequenceCode[] = [
  'images-forgeable',
  'identity-forgeable',
  'access-forgeable',
  'messages-forgeable',
  'recorded-readable',
  'stored-readable',
  'depends-on-kind',
];

/** The consequences in a role, each once. What holds has none. */
export function consequencesOf(hits: readonly Hit[], scenario: Scenario, inventory: Inventory): Consequence[] {
  const certain = new Map<ConsequenceCode, boolean>();
  for (const hit of hits.filter(({ standing }) => standing !== 'holds'))
    for (const [code, sure] of codesOf(hit, scenario, inventory))
      certain.set(code, (certain.get(code) ?? false) || (sure && hit.standing === 'falls'));
  return ORDER.flatMap((code) => {
    const sure = certain.get(code);
    return sure === undefined ? [] : [{ code, retroactive: RETROACTIVE.has(code), certain: sure }];
  });
}

type Codes = readonly (readonly [code: ConsequenceCode, certain: boolean])[];

function codesOf(hit: Hit, scenario: Scenario, inventory: Inventory): Codes {
  const { purpose, role } = hit;
  if (purpose === undefined) return [];
  if (hit.reach === 'part' && !isPublicKey(purpose)) return [['depends-on-kind', true]];
  if (scenario.kind === 'leaked') return ofLeakedKey(hit, inventory);
  switch (purpose) {
    case 'signature':
      return [[hit.reach === 'part' && hit.standing !== 'falls' ? 'depends-on-kind' : forgeryIn(role), true]];
    case 'key-establishment':
    case 'encryption':
      return [[readingIn(role), true]];
    case 'public-key':
      return [
        [forgeryIn(role), false],
        [readingIn(role), false],
      ];
    case 'mac':
      return [['messages-forgeable', true]];
    default:
      return [['depends-on-kind', true]];
  }
}

// A leaked key of a certificate imitates its owner; it opens what was recorded only where the session key itself was encrypted to it.
function ofLeakedKey(hit: Hit, inventory: Inventory): Codes {
  const { purpose, role } = hit;
  if (hit.shared === true || purpose === 'key-establishment')
    return [[readingIn(role), true], ...(hit.shared === true ? ([['messages-forgeable', true]] as const) : [])];
  const forged: Codes = [[forgeryIn(role), true]];
  if (purpose !== 'public-key') return forged;
  if (role === 'storage') return [...forged, ['stored-readable', true]];
  return hasStaticKeyExchange(inventory, role) ? [...forged, ['recorded-readable', true]] : forged;
}

function hasStaticKeyExchange(inventory: Inventory, role: Role): boolean {
  return listProtocols(inventory).some(
    ({ asset, role: own, weight }) =>
      own === role &&
      weight !== 'kept' &&
      asset.protocol.suites.some((suite) => suite.algorithms.some((use) => use.algorithm === 'rsaes-pkcs1')),
  );
}

function isPublicKey(purpose: Purpose): boolean {
  return purpose === 'signature' || purpose === 'key-establishment' || purpose === 'public-key';
}

function forgeryIn(role: Role): ConsequenceCode {
  if (role === 'boot' || role === 'update') return 'images-forgeable';
  return role === 'debug' ? 'access-forgeable' : 'identity-forgeable';
}

function readingIn(role: Role): ConsequenceCode {
  return role === 'storage' ? 'stored-readable' : 'recorded-readable';
}
