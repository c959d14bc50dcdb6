// What a leaked key reaches: everything that holds it, and every certificate below those.

import { ALGORITHMS, primitiveOf } from '../../knowledge/algorithms.ts';
import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { Role } from '../../model/evidence.ts';
import type { CertificateAsset, Inventory, KeyAsset } from '../../model/inventory.ts';
import { listMechanisms } from '../mechanism.ts';
import type { Purpose } from '../purpose.ts';
import { listCertificates, listKeys, type Subject } from '../subject.ts';
import type { Reaching } from './broken.ts';
import { findBelow } from './certificates.ts';
import { type Hit, idsOf } from './hit.ts';
import { findKeys } from './keys.ts';

/** Every asset that the leak reaches, by role. A key leaks where it lies: it is not asked whether it is in use. */
export function findLeaked(inventory: Inventory, written: string): Reaching {
  const { holders } = findKeys(inventory, written);
  const ids = new Set<string>(holders.map(({ id }) => id));
  const subjects = [...listKeys(inventory), ...listCertificates(inventory)].filter(({ asset }) => ids.has(asset.id));
  const own = subjects.filter(({ weight }) => weight !== 'kept');
  const lost = new Map(own.map(({ asset }) => [asset.id as string, 'falls' as const]));
  return {
    hits: [...own.map(toHit), ...findBelow(inventory, lost)],
    spared: listMechanisms(inventory).filter(({ asset, weight }) => weight !== 'kept' && !ids.has(asset.id)),
    onRecord: new Set(subjects.filter(({ asset, weight }) => weight === 'kept' && !lost.has(asset.id)).map(({ asset }) => asset.id)).size,
  };
}

function toHit({ asset, role, facts }: Subject<KeyAsset> | Subject<CertificateAsset>): Hit {
  const shared = asset.kind === 'key' && asset.key.material === 'secret-key';
  return {
    asset: asset.id,
    name: asset.kind === 'certificate' ? `certificate “${asset.name}”` : asset.name,
    kind: asset.kind,
    role,
    purpose: shared ? 'encryption' : purposeOfKey(keyOf(asset), role),
    standing: 'falls',
    reach: asset.kind === 'key' ? 'itself' : 'key',
    through: [],
    left: [],
    facts: idsOf(facts),
    ...(shared ? { shared } : {}),
  };
}

function keyOf(asset: KeyAsset | CertificateAsset): AlgorithmUse {
  return (asset.kind === 'key' ? asset.key.key : asset.certificate.publicKey).algorithm;
}

const VERIFYING: ReadonlySet<Role> = new Set<Role>(['boot', 'update', 'device-identity', 'debug']);

// RSA and EC keys serve either purpose; a key of X25519 or ML-KEM agrees, one of Ed25519 or ML-DSA signs.
function purposeOfKey(use: AlgorithmUse, role: Role): Purpose {
  if (ALGORITHMS[use.algorithm].byFunction !== undefined) return VERIFYING.has(role) ? 'signature' : 'public-key';
  const primitive = primitiveOf(use);
  if (primitive === 'signature') return 'signature';
  return primitive === 'key-agree' || primitive === 'kem' || primitive === 'pke' ? 'key-establishment' : 'public-key';
}
