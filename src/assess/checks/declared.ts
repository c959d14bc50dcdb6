// Checks that the product file answers, or that documents answer. Without a product file there is nobody to have said anything.

import type { Declaration } from '../../model/product.ts';
import { isOfProduct } from '../weight.ts';
import { type Answer, answer, type Picture } from './answer.ts';

/** Met where the product file declares it, dated no later than the day of the report. */
export function declared(picture: Picture, id: Declaration['id']): Answer {
  const { product } = picture;
  if (product === undefined) return answer('indeterminate', { code: 'no-product-file', args: {} });
  const found = findDeclaration(picture, id);
  if (found === undefined) return answer('not-met', { code: 'not-declared', args: {} });
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
  if (product.supportEnds !== undefined) return answer('met', { code: 'support-until', args: { date: product.supportEnds } });
  return answer('not-met', { code: 'support-unknown', args: {} });
}

/** Seen, or declared to be delivered. A tree without one says nothing of what the vendor keeps elsewhere. */
export function sbomPresent(picture: Picture): Answer {
  const looked = picture.inventory.coverage.scanners.find((each) => each.scanner === 'sbom');
  if (looked !== undefined && looked.facts > 0) return answer('met', { code: 'sbom-seen', args: {} });
  const found = findDeclaration(picture, 'sbom-delivery');
  if (found !== undefined) return answer('met', { code: 'declared', args: { by: found.declaredBy, date: found.date } });
  return answer(
    'indeterminate',
    looked === undefined ? { code: 'not-looked', args: { scanner: 'sbom' } } : { code: 'sbom-none', args: {} },
  );
}

export function cbomPresent({ inventory }: Picture): Answer {
  if (inventory.coverage.files === 0) return answer('indeterminate', { code: 'nothing-read', args: {} });
  return answer('met', { code: 'cbom-made', args: { assets: inventory.assets.length } });
}

export function librariesMaintained({ inventory }: Picture): Answer {
  const libraries = inventory.assets.filter((asset) => asset.kind === 'library' && asset.facts.some(isOfProduct)).length;
  if (libraries === 0) return answer('indeterminate', { code: 'kind-not-seen', args: { what: 'library' } });
  return answer('indeterminate', { code: 'maintenance-not-examined', args: { libraries } });
}

function findDeclaration({ product, asOf }: Picture, id: Declaration['id']): Declaration | undefined {
  return product?.declarations.find((each) => each.id === id && each.date <= asOf);
}
