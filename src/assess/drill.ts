// The drill: suppose that a mechanism falls or a key leaks on a day, and say of each product what is hit, who can change it, how fast, and
// what is lost. A scenario is no prediction; nothing here says that or when it happens. Pure: the same input gives the same sheet.

import type { Drill, DrillTotals, ProductDrill, Scenario, Standing } from '../model/drill.ts';
import type { Role } from '../model/evidence.ts';
import { compareText, MARKETS_IN_ORDER } from '../model/order.ts';
import type { Report } from '../model/report.ts';
import { findBroken, type Reaching } from './drill/broken.ts';
import { readChain } from './drill/chain.ts';
import { askClocks } from './drill/clocks.ts';
import { findKeys, fingerprintOf } from './drill/keys.ts';
import { findLeaked } from './drill/leaked.ts';
import { countUnits, findData, findLosses } from './drill/losses.ts';
import { askDrill } from './drill/questions.ts';
import { timeResponse } from './drill/response.ts';
import { groupRoles, signaturesIn, worst } from './drill/roles.ts';
import { withoutEchoes } from './echoes.ts';
import { listMechanisms } from './mechanism.ts';

export { findKeys, listKeyIds } from './drill/keys.ts';

/** The drill over reports, each judged on the day it speaks of; the sheet speaks of `asOf`. */
export function drill(reports: readonly Report[], scenario: Scenario, head: Pick<Drill, 'tool' | 'asOf'>): Drill {
  const products = reports
    .map((report) => drillProduct(report, scenario, head.asOf))
    .sort((a, b) => compareText(a.product, b.product) || compareText(a.version ?? '', b.version ?? ''));
  return { schemaVersion: 1, ...head, scenario, products, totals: totalsOf(products) };
}

function drillProduct(report: Report, scenario: Scenario, asOf: Report['asOf']): ProductDrill {
  const { inventory, product } = report;
  const today = { ...report, asOf };
  const reaching = scenario.kind === 'broken' ? findBroken(inventory, scenario.targets) : findLeaked(inventory, scenario.written);
  const roles = groupRoles(today, scenario, reaching);
  const chain = readChain({ report: today, scenario, roles, mechanisms: withoutEchoes(listMechanisms(inventory)) });
  const response = timeResponse(product, scenario, asOf);
  const units = countUnits(product, scenario);
  const data = findData(product, roles, scenario);
  return {
    product: product?.name ?? inventory.subject,
    ...(product?.version === undefined ? {} : { version: product.version }),
    reportAsOf: report.asOf,
    standing: roles.length === 0 ? 'not-hit' : worst(roles),
    keys: scenario.kind === 'leaked' ? namesOfKeys(report, scenario.written) : [],
    roles,
    data,
    units,
    chain,
    response,
    losses: findLosses({ scenario, roles, chain, units, data, response }),
    clocks: askClocks(product),
    contacts: product?.contacts ?? [],
    questions: askDrill({ product, scenario, asOf, roles, chain, response, twoSignatures: twoSignatures(roles, reaching) }),
    onRecord: reaching.onRecord,
    unseen: unseenRoles(report),
    gaps: inventory.gaps.length,
  };
}

function namesOfKeys({ inventory }: Report, written: string): ProductDrill['keys'] {
  return findKeys(inventory, written).holders.map((asset) => {
    const spkiSha256 = fingerprintOf(asset);
    return { asset: asset.id, name: asset.name, ...(spkiSha256 === undefined ? {} : { spkiSha256 }) };
  });
}

function twoSignatures(roles: ProductDrill['roles'], { spared }: Reaching): ReadonlyMap<Role, readonly string[]> {
  const verifying = roles.filter(({ role, standing }) => (role === 'boot' || role === 'update') && standing !== 'holds');
  return new Map(verifying.map(({ role }) => [role, signaturesIn(role, spared)] as const).filter(([, names]) => names.length > 0));
}

// What was not seen may well be hit.
function unseenRoles({ assessment }: Report): Role[] {
  return (assessment?.gates ?? []).filter(({ inScope, mechanisms }) => inScope && mechanisms.length === 0).map(({ role }) => role);
}

function totalsOf(products: readonly ProductDrill[]): DrillTotals {
  const count = (standing: Standing): number => products.filter((each) => each.standing === standing).length;
  const hit = products.filter(({ standing }) => standing === 'falls' || standing === 'may-fall');
  const byMarket = MARKETS_IN_ORDER.flatMap((market) => {
    const counts = hit.flatMap(({ units }) => units.byMarket.flatMap((each) => (each.market === market ? (each.count ?? []) : [])));
    return counts.length === 0 ? [] : [{ market, count: counts.reduce((sum, each) => sum + each, 0) }];
  });
  return {
    products: { falls: count('falls'), 'may-fall': count('may-fall'), holds: count('holds'), 'not-hit': count('not-hit') },
    units: hit.reduce((sum, { units }) => sum + (units.count ?? 0), 0),
    byMarket,
    unitsUnknown: hit.filter(({ units }) => units.count === undefined).length,
  };
}
