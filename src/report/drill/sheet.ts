// The sheet before it is printed: two pages of blocks, plain text in every cell, short enough for two sheets of A4. What is cut is counted,
// and stands whole in the JSON.

import type { Drill } from '../../model/drill.ts';
import { type Sheet, short } from './blocks.ts';
import { portfolioPages } from './portfolio.ts';
import { productPages } from './product.ts';
import { fitPages } from './room.ts';
import { supposition } from './wording.ts';

/** The sheet of a drill: of the product where it is one, else of the portfolio. */
export function toSheet(drill: Drill): Sheet {
  const [only] = drill.products;
  const isOne = drill.products.length === 1 && only !== undefined;
  const pages = fitPages((detail) => (isOne ? productPages(drill, only, detail) : portfolioPages(drill, detail)));
  return {
    ...pages,
    kicker: `Crisis drill · a scenario, not a prediction · as of ${drill.asOf} · pqready ${short(drill.tool.version)}`,
    supposition: supposition(drill.scenario),
    repeat: `pqready drill ${drill.scenario.kind}=${short(drill.scenario.written, 80)}@${drill.scenario.on} … --as-of ${drill.asOf}`,
  };
}
