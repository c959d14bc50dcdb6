// Which duties to report have to be decided on, by the declared markets and traits. Never whether one has begun.

import { REPORTING_CLOCKS } from '../../knowledge/reporting-clocks.ts';
import type { ClockId, ClockQuestion } from '../../model/drill.ts';
import type { Product } from '../../model/product.ts';

const CLOCKS: readonly ClockId[] = ['cra-vulnerability', 'cra-incident', 'nis2'];

/** Every clock, with whether it is a question for this product. */
export function askClocks(product: Product | undefined): ClockQuestion[] {
  return CLOCKS.map((id) => {
    const { clause, appliesFrom } = REPORTING_CLOCKS[id];
    return {
      id,
      ...(clause === undefined ? {} : { clause }),
      asked: isAsked(id, product),
      ...(appliesFrom === undefined ? {} : { appliesFrom }),
    };
  });
}

function isAsked(id: ClockId, product: Product | undefined): ClockQuestion['asked'] {
  const markets = product?.markets ?? [];
  if (markets.length === 0) return 'unknown';
  if (!markets.includes('eu')) return 'not-asked';
  if (id !== 'nis2') return 'yes';
  const critical = product?.traits?.['critical-sector'];
  return critical === undefined ? 'unknown' : critical ? 'yes' : 'not-asked';
}
