// What a broken problem or mechanism reaches: algorithms by themselves and through their parts, keys and certificates through their keys,
// certificates below them, protocols through what they offer.

import { nameOf, primitiveOf } from '../../knowledge/algorithms.ts';
import { findTlsGroup, findTlsScheme } from '../../knowledge/tls.ts';
import type { AlgorithmUse, Primitive } from '../../model/algorithm.ts';
import type { BreakTarget } from '../../model/drill.ts';
import type { Inventory } from '../../model/inventory.ts';
import { compareText } from '../../model/order.ts';
import { withoutEchoes } from '../echoes.ts';
import { listMechanisms, type Mechanism } from '../mechanism.ts';
import { listProtocols, type ProtocolSubject } from '../subject.ts';
import { findBelow, findSignedWith } from './certificates.ts';
import { type Hit, idsOf, tempered } from './hit.ts';
import { type Reached, reachOf } from './reach.ts';

/** What is hit, what of the same kind is not, and how much only tests, examples and dependencies hold. */
export interface Reaching {
  readonly hits: readonly Hit[];
  /** mechanisms of the product that are not hit */
  readonly spared: readonly Mechanism[];
  readonly onRecord: number;
}

/** Every asset that the break reaches, by role. */
export function findBroken(inventory: Inventory, targets: readonly BreakTarget[]): Reaching {
  const all = withoutEchoes(listMechanisms(inventory)).map((mechanism) => ({ mechanism, reached: reachOf(mechanism.use, targets) }));
  const own = all.filter(({ mechanism }) => mechanism.weight !== 'kept');
  const direct = own.flatMap(({ mechanism, reached }) => toHit(mechanism, reached));
  const lost = new Map(
    direct.filter(({ kind, standing }) => kind === 'certificate' && standing !== 'holds').map((hit) => [hit.asset as string, hit.standing]),
  );
  const hitIds = new Set(direct.map(({ asset }) => asset as string));
  const record = all.filter(
    ({ mechanism, reached }) => mechanism.weight === 'kept' && reached.standing !== 'not-hit' && !hitIds.has(mechanism.asset.id),
  );
  const below = findBelow(inventory, lost);
  const signed = findSignedWith(inventory, targets, new Set([...lost.keys(), ...below.map(({ asset }) => asset)]));
  return {
    hits: [...direct, ...below, ...signed, ...listProtocols(inventory).flatMap((each) => toProtocolHit(each, targets))],
    spared: own.filter(({ reached }) => reached.standing === 'not-hit').map(({ mechanism }) => mechanism),
    onRecord: new Set(record.map(({ mechanism }) => mechanism.asset.id)).size,
  };
}

function toHit({ asset, name, role, purpose, facts, weight }: Mechanism, reached: Reached): Hit[] {
  const { standing, through, left } = reached;
  if (standing === 'not-hit' || asset.kind === 'library' || asset.kind === 'protocol') return [];
  return [
    {
      asset: asset.id,
      name,
      kind: asset.kind,
      role,
      purpose,
      standing: tempered(standing, weight),
      reach: asset.kind === 'algorithm' ? (through.length > 0 ? 'part' : 'itself') : 'key',
      through,
      left,
      facts: idsOf(facts),
    },
  ];
}

// A protocol is named with what it offers that falls, and with what it has left of the same kind.
function toProtocolHit(subject: ProtocolSubject, targets: readonly BreakTarget[]): Hit[] {
  if (subject.weight === 'kept') return [];
  const offered = offersOf(subject).map((offer) => ({ ...offer, standing: reachOf(offer.use, targets).standing }));
  const fallen = offered.filter(({ standing }) => standing === 'falls' || standing === 'may-fall');
  if (fallen.length === 0) return [];
  const kinds = new Set(fallen.map(({ use }) => kindOf(use)));
  const left = offered.filter(({ use, standing }) => (standing === 'not-hit' || standing === 'holds') && kinds.has(kindOf(use)));
  return [
    {
      asset: subject.asset.id,
      name: subject.asset.name,
      kind: 'protocol',
      role: subject.role,
      standing: tempered(fallen.some(({ standing }) => standing === 'falls') ? 'falls' : 'may-fall', subject.weight),
      reach: 'protocol',
      through: namesOf(fallen),
      left: namesOf(left),
      facts: idsOf(subject.facts),
    },
  ];
}

interface Offer {
  readonly name: string;
  readonly use: AlgorithmUse;
}

function namesOf(offers: readonly Offer[]): string[] {
  return [...new Set(offers.map(({ name }) => name))].sort(compareText);
}

// What agrees on keys is one kind; everything else is of a kind with its own primitive.
function kindOf(use: AlgorithmUse): Primitive {
  const primitive = primitiveOf(use);
  return primitive === 'kem' || primitive === 'pke' || primitive === 'combiner' ? 'key-agree' : primitive;
}

// Groups and schemes by their names; of suites the mechanisms that they name, where groups and schemes say nothing.
function offersOf({ asset, suites }: ProtocolSubject): Offer[] {
  const { groups, schemes } = asset.protocol;
  const named = [
    ...groups.map((name) => ({ name, use: findTlsGroup(name)?.use })),
    ...schemes.map((name) => ({ name, use: findTlsScheme(name)?.use })),
  ].flatMap(({ name, use }) => (use === undefined ? [] : [{ name, use }]));
  const ofSuites = asset.protocol.suites
    .filter((suite) => suites.includes(suite.name))
    .flatMap((suite) => suite.algorithms)
    .filter((use) => !(use.algorithm === 'ecdh' && groups.length > 0))
    .map((use) => ({ name: nameOf(use), use }));
  return [...named, ...ofSuites];
}
