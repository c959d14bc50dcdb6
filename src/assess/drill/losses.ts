// What no update brings back: what already went out, what nothing can change, and units that no update reaches.

import type { ChainLink, DataHit, Loss, ResponseTime, RoleHit, Scenario, UnitsHit } from '../../model/drill.ts';
import { MARKETS_IN_ORDER } from '../../model/order.ts';
import type { Product } from '../../model/product.ts';
import { addYears } from '../dates.ts';
import { findFieldEnd, findSupportEnd, lastVerification, latest, listBatches } from '../need.ts';

/** Data classes of hit links and wraps: what was sent or stored and must still be secret on the day. */
export function findData(product: Product | undefined, roles: readonly RoleHit[], scenario: Scenario): DataHit[] {
  const read = new Set(roles.filter(({ consequences }) => consequences.some(({ retroactive }) => retroactive)).map(({ role }) => role));
  return (product?.data ?? []).flatMap(({ id, name, secretYears, roles: own }) => {
    const hit = own.filter((role) => read.has(role));
    if (hit.length === 0) return [];
    const sentFrom = product?.units?.placedFrom;
    return [
      {
        id,
        name,
        secretYears,
        roles: hit,
        ...(sentFrom === undefined ? {} : { sentFrom }),
        stillSecretFrom: addYears(scenario.on, -secretYears),
      },
    ];
  });
}

/** Units as declared; a market without a number keeps its place. */
export function countUnits(product: Product | undefined, scenario: Scenario): UnitsHit {
  const { units, markets = [] } = product ?? {};
  const [supportEnds, fieldEnds] = [findSupportEnd(product), findFieldEnd(product)];
  const unsupported = findUnsupported(product, scenario);
  return {
    ...(units?.count === undefined ? {} : { count: units.count }),
    byMarket: MARKETS_IN_ORDER.filter((market) => markets.includes(market) || units?.byMarket?.[market] !== undefined).map((market) => {
      const count = units?.byMarket?.[market];
      return { market, ...(count === undefined ? {} : { count }) };
    }),
    ...(units === undefined ? {} : { placedFrom: units.placedFrom, placedTo: units.placedTo }),
    ...(supportEnds === undefined ? {} : { supportEnds }),
    ...(fieldEnds === undefined ? {} : { fieldEnds }),
    ...(unsupported === undefined ? {} : { unsupported }),
  };
}

// Batches out of support on the day; those whose last unit has left the field by then harm nobody.
function findUnsupported(product: Product | undefined, { on }: Scenario): UnitsHit['unsupported'] {
  const ended = (product === undefined ? [] : listBatches(product)).flatMap((batch) => {
    const leaves = lastVerification(batch, batch.placedTo);
    if (batch.supportEnds === undefined || batch.supportEnds >= on || (leaves !== undefined && leaves < on)) return [];
    return [{ supportEnds: batch.supportEnds, count: batch.count }];
  });
  const supportEnds = latest(ended.map((each) => each.supportEnds));
  if (supportEnds === undefined) return undefined;
  const counted = ended.every(({ count }) => count !== undefined);
  return { supportEnds, ...(counted ? { count: ended.reduce((sum, { count = 0 }) => sum + count, 0) } : {}) };
}

/** What is read for the losses. */
export interface LossInput {
  readonly scenario: Scenario;
  readonly roles: readonly RoleHit[];
  readonly chain: readonly ChainLink[];
  readonly units: UnitsHit;
  readonly data: readonly DataHit[];
  readonly response: ResponseTime;
}

/** The losses, worst first. Where nothing falls and nothing may fall there are none. */
export function findLosses(input: LossInput): Loss[] {
  const open = input.roles.filter(({ standing }) => standing !== 'holds');
  if (open.length === 0) return [];
  return [...fixedVerifiers(input, open), ...unreachable(input), ...sent(input, open)];
}

function fixedVerifiers({ chain }: LossInput, open: readonly RoleHit[]): Loss[] {
  const fixed = new Set(chain.filter(({ word }) => word === 'fixed').map(({ role }) => role as string));
  return open.flatMap(({ role, changedBy }): Loss[] => {
    if (fixed.has(role)) return [{ what: 'immutable-verifier', role }];
    return changedBy === undefined || changedBy === 'vendor-ota' ? [] : [{ what: 'held-elsewhere', role, by: changedBy }];
  });
}

// Support that ended before the day reaches nobody; of a roll-out the share that it does not reach is left.
function unreachable({ units: { unsupported, count }, response: { reachesPercent = 100 } }: LossInput): Loss[] {
  const supported =
    count === undefined || (unsupported !== undefined && unsupported.count === undefined) ? undefined : count - (unsupported?.count ?? 0);
  const left = supported === undefined ? undefined : Math.round((supported * (100 - reachesPercent)) / 100);
  return [
    ...(unsupported === undefined ? [] : [{ what: 'unsupported-units' as const, ...unsupported }]),
    ...(reachesPercent === 100 || supported === 0
      ? []
      : [{ what: 'unreached-units' as const, percent: 100 - reachesPercent, ...(left === undefined ? {} : { count: left }) }]),
  ];
}

function sent({ data }: LossInput, open: readonly RoleHit[]): Loss[] {
  if (data.length > 0) return data.map((each) => ({ what: 'sent-data', data: each }));
  return open.some(({ consequences }) => consequences.some(({ retroactive }) => retroactive)) ? [{ what: 'recorded-unknown' }] : [];
}
