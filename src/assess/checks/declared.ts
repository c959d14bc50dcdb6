// Checks that the product file answers, or that documents answer. Without a product file there is nobody to have said anything.

import { findBranch } from '../../knowledge/branch-ends.ts';
import type { IsoDate } from '../../model/evidence.ts';
import type { CryptoAsset } from '../../model/inventory.ts';
import type { AnsweredId, Declaration } from '../../model/product.ts';
import { findAnsweredRow, findDeclaration } from '../declared-answers.ts';
import { listed } from '../names.ts';
import { findSupportEnd } from '../need.ts';
import { isOfProduct } from '../weight.ts';
import { type Answer, answer, fromFindings, type Picture } from './answer.ts';

/** Met where the product file declares it, dated no later than the day of the report. */
export function declared(picture: Picture, id: Declaration['id']): Answer {
  const { product } = picture;
  if (product === undefined) return answer('indeterminate', { code: 'no-product-file', args: {} });
  const found = findDeclaration(picture, id);
  if (found === undefined || found.answer === 'no') return answer('not-met', { code: 'not-declared', args: {} });
  return answer('met', { code: 'declared', args: { by: found.declaredBy, date: found.date } });
}

/** Only a third party is independent. */
export function independentlyVerified(picture: Picture): Answer {
  const found = findDeclaration(picture, 'independent-verification');
  return found === undefined || found.declaredBy === 'third-party'
    ? declared(picture, 'independent-verification')
    : answer('not-met', { code: 'declared', args: { by: found.declaredBy, date: found.date } });
}

export function supportDeclared(picture: Picture): Answer {
  const { product } = picture;
  if (product === undefined) return answer('indeterminate', { code: 'no-product-file', args: {} });
  const date = findSupportEnd(product);
  if (date !== undefined) return answer('met', { code: 'support-until', args: { date } });
  return answer('not-met', { code: 'support-unknown', args: {} });
}

/** Met where a file was read. What is only said to be delivered stays open; a tree without one says nothing of what the vendor keeps elsewhere. */
export function sbomPresent(picture: Picture): Answer {
  const bills = picture.inventory.productFacts.filter((fact) => fact.observed.fact === 'bill-of-materials' && isOfProduct(fact));
  if (bills.length > 0) return { ...answer('met', { code: 'sbom-seen', args: {} }), facts: bills.map(({ id }) => id).sort() };
  const looked = picture.inventory.coverage.scanners.find((each) => each.scanner === 'sbom');
  const denied = fromFindings(picture, 'sbom-present');
  if (denied !== undefined) return denied;
  const found = findDeclaration(picture, 'sbom-delivery');
  if (found !== undefined) return answer('indeterminate', { code: 'declared-not-read', args: { by: found.declaredBy, date: found.date } });
  return answer(
    'indeterminate',
    looked === undefined ? { code: 'not-looked', args: { scanner: 'sbom' } } : { code: 'sbom-none', args: {} },
  );
}

/** This run makes one; what the vendor keeps is declared. */
export function cbomPresent(picture: Picture): Answer {
  const { inventory } = picture;
  if (findDeclaration(picture, 'cbom-kept') !== undefined) return answered(picture, 'cbom-kept');
  if (inventory.coverage.files === 0) return answer('indeterminate', { code: 'nothing-read', args: {} });
  return answer('met', { code: 'cbom-made', args: { assets: inventory.assets.length } });
}

/** A yes-or-no declaration: yes is met, no is not met, and where the question does not arise it is not applicable. No answer is none. */
export function answered(picture: Picture, id: AnsweredId): Answer {
  const row = findAnsweredRow(id);
  const found = findDeclaration(picture, id);
  if (found === undefined) {
    const moot = row?.moot?.(picture);
    return moot === undefined ? answer('indeterminate', { code: 'answer-missing', args: {} }) : answer('not-applicable', moot);
  }
  const told = answer('met', { code: 'declared', args: { by: found.declaredBy, date: found.date } });
  return (row && fromFindings(picture, row.check)) ?? told;
}

/** Whether users are told the end of support; a date in the product file is not a publication. */
export function supportPublished(picture: Picture): Answer {
  const denied = fromFindings(picture, 'support-period-published');
  if (denied !== undefined) return denied;
  const found = findDeclaration(picture, 'support-statement');
  if (found === undefined) return answer('indeterminate', { code: 'answer-missing', args: {} });
  return answer('met', { code: 'declared', args: { by: found.declaredBy, date: found.date } });
}

/** A claim that nothing contradicts is not thereby true. */
export function claimsHold(picture: Picture): Answer {
  const claim = findDeclaration(picture, 'pq-claim');
  if (claim === undefined) return answer('indeterminate', { code: 'answer-missing', args: {} });
  if (claim.answer === 'no') return answer('not-applicable', { code: 'no-claim', args: {} });
  return fromFindings(picture, 'claims-hold') ?? answer('indeterminate', { code: 'claim-not-contradicted', args: {} });
}

/** Maintained by the word of their projects; a library without a version, or of a branch that is not listed, stays open. */
export function librariesMaintained(picture: Picture): Answer {
  const found = fromFindings(picture, 'library-maintained');
  if (found !== undefined) return found;
  const libraries = picture.inventory.assets.filter((asset) => asset.kind === 'library' && asset.facts.some(isOfProduct));
  if (libraries.length === 0) return answer('indeterminate', { code: 'kind-not-seen', args: { what: 'library' } });
  const standings = libraries.map((asset) => ({ name: asset.name, standing: standingOf(asset, picture.asOf) }));
  const named = (standing: LibraryStanding): string =>
    listed(standings.filter((each) => each.standing === standing).map((each) => each.name));
  if (standings.some((each) => each.standing === 'branch-unknown'))
    return answer('indeterminate', { code: 'branch-unknown', args: { names: named('branch-unknown') } });
  if (standings.some((each) => each.standing === 'version-unknown'))
    return answer('indeterminate', { code: 'version-unknown', args: { names: named('version-unknown') } });
  return answer('met', { code: 'branches-maintained', args: { names: named('maintained') } });
}

type LibraryStanding = 'maintained' | 'branch-unknown' | 'version-unknown';

function standingOf(asset: CryptoAsset, asOf: IsoDate): LibraryStanding {
  if (asset.kind !== 'library' || asset.library.version === undefined) return 'version-unknown';
  const branch = findBranch(asset.library.name, asset.library.version);
  return branch !== undefined && branch.until >= asOf ? 'maintained' : 'branch-unknown';
}
