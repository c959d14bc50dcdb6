// Weaknesses of today: none of them waits for a quantum computer. Numbers in `knowledge/weaknesses.ts`.

import { digestOf, keyBitsOf, nameOf } from '../../knowledge/algorithms.ts';
import {
  isLegacyVersion,
  isStaticKeySuite,
  LEAST_PBKDF2_ITERATIONS,
  leastKeyBits,
  WEAK_CIPHERS,
  WEAK_HASHES,
  WEAK_KEY_DERIVATIONS,
} from '../../knowledge/weaknesses.ts';
import type { Statement } from '../../model/assessment.ts';
import type { CertificateAsset, KeyAsset } from '../../model/inventory.ts';
import { dayOf } from '../dates.ts';
import type { Mechanism } from '../mechanism.ts';
import { listed } from '../names.ts';
import { readSwitch, type Scene } from '../scene.ts';
import type { ProtocolSubject, Subject } from '../subject.ts';
import { isOfProduct, weigh } from '../weight.ts';
import { eachCertificate, eachKey, eachMechanism, eachProtocol, ofProduct, type Rule, type Sighting, suspect } from './rule.ts';

export const PRESENT_DAY_RULES: readonly Rule[] = [
  { id: 'weak-cipher', urgency: 'present-day', checks: ['no-broken-primitive'], mapping: 16, find: eachMechanism(weakCipher) },
  { id: 'weak-signature-digest', urgency: 'present-day', checks: ['no-broken-primitive'], mapping: 19, find: eachMechanism(weakDigest) },
  { id: 'weak-hash', urgency: 'record', checks: ['no-broken-primitive'], find: suspect(eachMechanism(weakHash)) },
  { id: 'weak-hash-keyed', urgency: 'record', checks: [], find: eachMechanism(weakHashKeyed) },
  { id: 'not-security', urgency: 'record', checks: [], find: notSecurity },
  { id: 'short-key', urgency: 'present-day', checks: ['no-short-key'], find: eachMechanism(shortKey) },
  { id: 'ecb-mode', urgency: 'present-day', checks: ['no-unsafe-mode'], mapping: 25, find: eachMechanism(ecbMode) },
  { id: 'weak-key-derivation', urgency: 'present-day', checks: ['no-broken-primitive'], find: eachMechanism(weakDerivation) },
  { id: 'few-iterations', urgency: 'present-day', checks: ['no-broken-primitive'], find: eachMechanism(fewIterations) },
  {
    id: 'legacy-protocol',
    urgency: 'present-day',
    checks: ['no-legacy-protocol'],
    mapping: 16,
    find: eachProtocol(legacyProtocol),
  },
  // Not broken by itself: it makes every record that anybody kept hang on one key.
  {
    id: 'static-key-exchange',
    urgency: 'quantum-long-lived',
    checks: ['forward-secrecy'],
    mapping: 18,
    find: eachProtocol(staticKeys),
  },
  {
    id: 'certificate-signature',
    urgency: 'present-day',
    checks: ['certificate-signature-sound'],
    mapping: 19,
    find: eachCertificate(weaklySigned),
  },
  { id: 'certificate-expired', urgency: 'present-day', checks: [], find: eachCertificate(expired) },
  { id: 'private-key', urgency: 'present-day', checks: ['no-private-key-in-tree'], mapping: 41, find: eachKey(privateKey) },
  { id: 'private-key-encrypted', urgency: 'record', checks: ['no-private-key-in-tree'], mapping: 41, find: suspect(eachKey(encryptedKey)) },
  { id: 'secret-key', urgency: 'present-day', checks: ['no-shared-secret-in-tree'], mapping: 27, find: eachKey(secretKey) },
  { id: 'image-hash-only', urgency: 'present-day', checks: ['update-authenticated'], mapping: 3, find: hashOnlyImages },
  { id: 'rollback-possible', urgency: 'record', checks: ['anti-rollback'], mapping: 9, find: rollback },
];

function weakCipher({ use, name, role }: Mechanism): Statement | undefined {
  const weakness = WEAK_CIPHERS.get(use.algorithm);
  return weakness && { code: 'broken-cipher', args: { name, role, why: weakness.why } };
}

function weakDigest({ use, name, role, purpose }: Mechanism): Statement | undefined {
  const broken = purpose === 'signature-digest' && WEAK_HASHES.has(use.algorithm);
  return broken ? { code: 'weak-signature-digest', args: { name, role } } : undefined;
}

function weakHash({ use, name, role, purpose, inUse, weight }: Mechanism): Statement | undefined {
  const weak = purpose === 'hash' && WEAK_HASHES.has(use.algorithm) && (inUse || weight === 'kept');
  return weak ? { code: 'weak-hash-purpose-unknown', args: { name, role } } : undefined;
}

function weakHashKeyed({ use, name, role, purpose }: Mechanism): Statement | undefined {
  const weak = purpose === 'keyed-hash' && WEAK_HASHES.has(use.algorithm);
  return weak ? { code: 'weak-hash-keyed', args: { name, role } } : undefined;
}

function notSecurity({ inventory }: Scene): Sighting[] {
  return inventory.assets.flatMap((asset) =>
    asset.facts.flatMap((fact) => {
      const why = fact.observed.kind === 'algorithm' ? fact.observed.nonSecurity : undefined;
      if (asset.kind !== 'algorithm' || why === undefined || !WEAK_HASHES.has(asset.use.algorithm)) return [];
      const title: Statement = { code: 'not-a-security-use', args: { name: asset.name, why } };
      return [{ title, role: fact.role, asset, use: asset.use, facts: [fact], weight: 'kept' as const, inUse: true }];
    }),
  );
}

function shortKey({ use, name, role }: Mechanism): Statement | undefined {
  const bits = keyBitsOf(use);
  const wantedBits = leastKeyBits(use);
  if (bits === undefined || wantedBits === undefined || bits >= wantedBits) return undefined;
  return { code: 'short-key', args: { name, role, bits, wantedBits } };
}

function ecbMode({ use, name, role }: Mechanism): Statement | undefined {
  return use.parameters.mode?.value === 'ecb' ? { code: 'unsafe-mode', args: { name, role } } : undefined;
}

function weakDerivation({ use, name, role }: Mechanism): Statement | undefined {
  return WEAK_KEY_DERIVATIONS.has(use.algorithm) ? { code: 'weak-key-derivation', args: { name, role } } : undefined;
}

function fewIterations({ use, name, facts }: Mechanism): Statement | undefined {
  if (use.algorithm !== 'pbkdf2') return undefined;
  const own = facts.filter(isOfProduct);
  const given = (own.length > 0 ? own : facts).flatMap(({ observed }) =>
    observed.kind === 'algorithm' ? [observed.use.parameters.iterations?.value ?? Number.NaN] : [],
  );
  const iterations = Math.min(...given.filter((count) => count > 0));
  if (iterations >= LEAST_PBKDF2_ITERATIONS) return undefined;
  return { code: 'few-iterations', args: { name, iterations, wanted: LEAST_PBKDF2_ITERATIONS } };
}

function legacyProtocol({ asset, versions }: ProtocolSubject): Statement | undefined {
  const legacy = versions.filter((version) => isLegacyVersion(asset.protocol.protocol, version));
  return legacy.length === 0 ? undefined : { code: 'legacy-protocol', args: { protocol: asset.name, versions: listed(legacy) } };
}

function staticKeys({ asset, suites }: ProtocolSubject): Statement | undefined {
  const [example, ...others] = suites.filter(isStaticKeySuite);
  if (example === undefined) return undefined;
  return { code: 'static-key-exchange', args: { name: asset.name, suites: others.length + 1, example } };
}

// A root vouches for itself by being installed, not by its signature.
function weaklySigned({ asset }: Subject<CertificateAsset>): Statement | undefined {
  const digest = digestOf(asset.certificate.signature);
  if (asset.certificate.selfSigned || digest === undefined || !WEAK_HASHES.has(digest.algorithm)) return undefined;
  return { code: 'certificate-weak-signature', args: { name: asset.name, digest: nameOf(digest) } };
}

function expired({ asset }: Subject<CertificateAsset>, { asOf }: Scene): Statement | undefined {
  const notAfter = dayOf(asset.certificate.notAfter);
  return notAfter < asOf ? { code: 'certificate-expired', args: { name: asset.name, notAfter } } : undefined;
}

function privateKey({ asset }: Subject<KeyAsset>): Statement | undefined {
  if (asset.key.material !== 'private-key' || asset.key.encrypted) return undefined;
  return { code: 'private-key-in-tree', args: { name: asset.name, container: asset.key.container } };
}

function encryptedKey({ asset }: Subject<KeyAsset>): Statement | undefined {
  if (asset.key.material !== 'private-key' || !asset.key.encrypted) return undefined;
  return { code: 'private-key-encrypted-in-tree', args: { name: asset.name, container: asset.key.container } };
}

function secretKey({ asset }: Subject<KeyAsset>): Statement | undefined {
  return asset.key.material === 'secret-key' ? { code: 'secret-key-in-tree', args: { name: asset.name } } : undefined;
}

function hashOnlyImages({ inventory }: Scene): Sighting[] {
  return inventory.productFacts
    .filter((fact) => fact.observed.fact === 'image-hash-only' && fact.state !== 'absent')
    .map((fact) => {
      const role = fact.role === 'other' ? 'update' : fact.role;
      return { title: { code: 'image-hash-only', args: { role } }, role, facts: [fact], weight: weigh([fact]), inUse: isOfProduct(fact) };
    });
}

function rollback({ inventory }: Scene): Sighting[] {
  const { on, off } = readSwitch(inventory, 'anti-rollback');
  return on.length > 0 || off.length === 0 ? [] : [ofProduct({ code: 'rollback-possible', args: { role: 'update' } }, off, 'update')];
}
