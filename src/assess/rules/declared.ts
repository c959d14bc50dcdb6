// What the product file itself tells against the product, and what it claims against what was seen.

import { findBranch } from '../../knowledge/branch-ends.ts';
import type { Statement, SunsetRow } from '../../model/assessment.ts';
import type { IsoDate, Role } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import type { Declaration, Product } from '../../model/product.ts';
import { addYears } from '../dates.ts';
import { ANSWERED_ROWS, findDeclaration } from '../declared-answers.ts';
import { isClassical, type Mechanism } from '../mechanism.ts';
import { listed } from '../names.ts';
import { findSupportEnd } from '../need.ts';
import type { Scene } from '../scene.ts';
import { decides } from '../sunsets.ts';
import { isOfProduct } from '../weight.ts';
import { eachDistinct, ofProduct, type Rule, type Sighting, softened } from './rule.ts';

export const DECLARED_RULES: readonly Rule[] = [
  ...ANSWERED_ROWS.map(
    (row): Rule => ({
      id: `declared-${row.id}`,
      urgency: row.urgency,
      checks: [row.check],
      mapping: row.mapping,
      find: whereDenied(row.id, (told) => ({ code: 'declared-lack', args: { what: row.id, ...told } }), row.role),
    }),
  ),
  {
    id: 'sbom-denied',
    urgency: 'present-day',
    checks: ['sbom-present'],
    mapping: 31,
    find: whereDenied('sbom-delivery', (told) => ({ code: 'sbom-denied', args: told })),
  },
  {
    id: 'support-unpublished',
    urgency: 'present-day',
    checks: ['support-period-published'],
    mapping: 37,
    find: whereDenied('support-statement', (told) => ({ code: 'support-unpublished', args: told })),
  },
  { id: 'claim-contradicted', urgency: 'quantum', checks: ['claims-hold'], mapping: 40, find: claimContradicted },
  { id: 'high-risk-use', urgency: 'quantum', checks: ['high-risk-ready'], mapping: 44, find: highRiskUse },
  { id: 'updates-past-sunset', urgency: 'quantum', checks: ['updates-verifiable'], mapping: 45, find: updatesPastSunset },
  { id: 'kem-alone', urgency: 'record', checks: ['kem-combined'], mapping: 12, find: kemAlone },
  { id: 'library-past-end', urgency: 'present-day', checks: ['library-maintained'], mapping: 38, find: librariesPastEnd },
];

interface Told {
  readonly by: Declaration['declaredBy'];
  readonly date: IsoDate;
}

function whereDenied(id: Declaration['id'], title: (told: Told) => Statement, role?: Role): Rule['find'] {
  return (scene) => {
    const found = findDeclaration(scene, id);
    return found?.answer === 'no' ? [ofProduct(title({ by: found.declaredBy, date: found.date }), [], role)] : [];
  };
}

// Classical public-key mechanisms of the product that are in use.
function classicalInUse({ distinct }: Scene): Mechanism[] {
  return distinct.filter((each) => each.inUse && each.weight === 'firm' && isClassical(each));
}

function claimContradicted(scene: Scene): Sighting[] {
  const claim = findDeclaration(scene, 'pq-claim');
  const classical = classicalInUse(scene);
  if (claim?.answer !== 'yes' || classical.length === 0) return [];
  const names = listed(classical.map((each) => each.name));
  return [ofProduct({ code: 'claim-contradicted', args: { names, by: claim.declaredBy, date: claim.date } }, factsOf(classical))];
}

/** EU PQC roadmap: high risk is what the product is used for; the maker says it outright, or by sector and function. */
export function isHighRisk(product: Product | undefined): boolean | undefined {
  if (product?.highRiskUse !== undefined) return product.highRiskUse;
  const [sector, control] = [product?.traits?.['critical-sector'], product?.traits?.['control-function']];
  if (sector === false || control === false) return false;
  return sector === true && control === true ? true : undefined;
}

function highRiskUse(scene: Scene): Sighting[] {
  const classical = classicalInUse(scene);
  if (isHighRisk(scene.product) !== true || classical.length === 0) return [];
  return [ofProduct({ code: 'high-risk-use', args: { names: listed(classical.map((each) => each.name)) } }, factsOf(classical))];
}

// CRA Art. 13(9): an update that was made available in the support period stays so for ten years at least.
const UPDATES_STAY_YEARS = 10;

// The row that lies furthest back, a deciding one before one that informs.
function updatesPastSunset(scene: Scene): Sighting[] {
  const { product, sunsets } = scene;
  const supportEnds = findSupportEnd(product);
  const markets = product?.markets ?? [];
  if (supportEnds === undefined || (markets.length > 0 && !markets.includes('eu'))) return [];
  const lastOffered = addYears(supportEnds, UPDATES_STAY_YEARS);
  const [row] = sunsets
    .filter((each) => each.role === 'update' && each.disallowedAfter !== undefined && each.disallowedAfter < lastOffered)
    .sort((a, b) => Number(decides(b)) - Number(decides(a)) || compareText(lastDay(a), lastDay(b)));
  const facts = scene.distinct.find((each) => each.role === 'update' && each.asset.id === row?.asset)?.facts ?? [];
  if (row?.disallowedAfter === undefined) return [];
  const title = {
    code: 'updates-past-sunset',
    args: { name: row.assetName, policy: row.policyName, sunset: row.disallowedAfter, lastOffered, informs: !decides(row) },
  } as const;
  const sighting = ofProduct(title, facts, 'update');
  return [decides(row) ? sighting : softened(sighting)];
}

function lastDay(row: SunsetRow): string {
  return row.disallowedAfter ?? '';
}

const KEMS: ReadonlySet<string> = new Set(['ml-kem-512', 'ml-kem-768', 'ml-kem-1024']);

// A call may be half of a combiner that was not recognised: only what was offered or negotiated by itself is certain.
function kemAlone(scene: Scene): readonly Sighting[] {
  const find = eachDistinct(({ use, name, role, inUse, purpose }) =>
    inUse && purpose === 'key-establishment' && KEMS.has(use.algorithm) ? { code: 'kem-alone', args: { name, role } } : undefined,
  );
  return find(scene).map((each) => (each.facts.some(wasSeenOnTheWire) ? each : softened(each)));
}

function wasSeenOnTheWire({ state }: Sighting['facts'][number]): boolean {
  return state === 'offered' || state === 'negotiated';
}

function librariesPastEnd({ inventory, asOf }: Scene): Sighting[] {
  return inventory.assets.flatMap((asset) => {
    if (asset.kind !== 'library' || asset.library.version === undefined) return [];
    const branch = findBranch(asset.library.name, asset.library.version);
    const own = asset.facts.filter(isOfProduct);
    if (branch === undefined || branch.kind !== 'ended' || branch.until >= asOf || own.length === 0) return [];
    const title = { code: 'library-past-end', args: { name: asset.name, branch: branch.branch, ended: branch.until } } as const;
    return [{ ...ofProduct(title, own), asset }];
  });
}

function factsOf(mechanisms: readonly Mechanism[]): Sighting['facts'] {
  return mechanisms.flatMap((each) => each.facts);
}
