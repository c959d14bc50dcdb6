// What is missing on the product as a whole: dates, decisions, documents, bytes that could not be read, room on the target.

import type { Role } from '../../model/evidence.ts';
import { isClassical } from '../mechanism.ts';
import { findSupportEnd } from '../need.ts';
import { type FitPurpose, fitOnTarget } from '../replacements.ts';
import type { Scene } from '../scene.ts';
import { isOfProduct } from '../weight.ts';
import { basedOn, ofProduct, type Rule, type Sighting } from './rule.ts';

const ROLE_OF: Readonly<Record<FitPurpose, Role>> = { signature: 'update', 'key-establishment': 'transport' };

export const PRODUCT_RULES: readonly Rule[] = [
  { id: 'support-period-missing', urgency: 'record', checks: ['support-period-declared'], mapping: 37, find: supportMissing },
  { id: 'quantum-risk-missing', urgency: 'quantum', checks: ['quantum-risk-recorded'], mapping: 35, find: riskMissing },
  { id: 'sbom-not-seen', urgency: 'record', checks: [], mapping: 31, find: sbomNotSeen },
  { id: 'coverage-gaps', urgency: 'record', checks: ['coverage-complete'], mapping: 33, find: coverageGaps },
  { id: 'exceeds-target', urgency: 'quantum', checks: ['pq-fits-target'], mapping: 10, find: exceedsTarget },
  { id: 'acceptance-expired', urgency: 'record', checks: [], find: acceptanceExpired },
];

function supportMissing({ product }: Scene): Sighting[] {
  if (product === undefined || findSupportEnd(product) !== undefined) return [];
  return [basedOn('undeclared', ofProduct({ code: 'support-period-missing', args: { product: product.name } }))];
}

function riskMissing({ product, mechanisms }: Scene): Sighting[] {
  const exposed = mechanisms.some((mechanism) => mechanism.weight !== 'kept' && isClassical(mechanism));
  if (product === undefined || !exposed || product.declarations.some((declared) => declared.id === 'quantum-risk')) return [];
  return [basedOn('undeclared', ofProduct({ code: 'quantum-risk-missing', args: { product: product.name } }))];
}

// Said only where the scanner for it ran: not having looked is not having found nothing.
function sbomNotSeen({ inventory, product }: Scene): Sighting[] {
  const looked = inventory.coverage.scanners.find((each) => each.scanner === 'sbom');
  const declared = product?.declarations.some((each) => each.id === 'sbom-delivery') ?? false;
  const seen = inventory.productFacts.some((fact) => fact.observed.fact === 'bill-of-materials' && isOfProduct(fact));
  return looked === undefined || seen || declared ? [] : [basedOn('coverage', ofProduct({ code: 'sbom-not-seen', args: {} }))];
}

function coverageGaps({ inventory }: Scene): Sighting[] {
  const gaps = inventory.gaps.length;
  return gaps === 0 ? [] : [basedOn('coverage', ofProduct({ code: 'coverage-gaps', args: { gaps } }))];
}

function exceedsTarget({ fit }: Scene): Sighting[] {
  const targets = new Map(fit.map((row) => [row.target, row.targetName]));
  const exceeding = (purpose: FitPurpose): Sighting[] =>
    [...targets]
      .filter(([id]) => fitOnTarget(fit, id, purpose) === 'exceeds')
      .map(([id, target]) => {
        const sighting = ofProduct({ code: 'exceeds-target', args: { target, purpose } }, [], ROLE_OF[purpose]);
        return basedOn('figures', { ...sighting, about: id });
      });
  return [...exceeding('signature'), ...exceeding('key-establishment')];
}

function acceptanceExpired({ product, asOf }: Scene): Sighting[] {
  return (product?.acceptedRisks ?? [])
    .filter((risk) => risk.expires < asOf)
    .map(({ finding, expires }) => ({ ...ofProduct({ code: 'acceptance-expired', args: { finding, expired: expires } }), about: finding }));
}
