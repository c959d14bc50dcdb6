// Reports for drills: what is seen, what is declared, and the assessment of both.

import { drill } from '../../../src/assess/drill.ts';
import { parseScenario } from '../../../src/catalog/scenario.ts';
import type { Drill, ProductDrill, RoleHit } from '../../../src/model/drill.ts';
import type { Evidence, IsoDate, Role } from '../../../src/model/evidence.ts';
import type { Report } from '../../../src/model/report.ts';
import { assessed, inventoryOf, productOf } from '../given.ts';

export const AS_OF = '2026-11-24' as IsoDate;
const TOOL = { name: 'pqready', version: '0.0.0' } as const;

/** A report of the evidence, with a product where something is declared. */
export function reportOf(evidence: readonly Evidence[], declared?: Record<string, unknown>): Report {
  const product = declared === undefined ? undefined : productOf(declared);
  const declaration = product === undefined ? {} : { product };
  return {
    schemaVersion: 1,
    tool: TOOL,
    asOf: AS_OF,
    inventory: inventoryOf(evidence, { roles: product?.roles ?? [] }),
    ...declaration,
    productSource: product === undefined ? 'none' : 'operator',
    targets: [],
    measurements: [],
    assessment: assessed(evidence, { ...declaration, asOf: AS_OF }),
    refused: [],
  };
}

/** The drill over some reports. */
export function drilled(scenario: string, ...reports: readonly Report[]): Drill {
  return drill(reports, parseScenario(scenario, AS_OF), { tool: TOOL, asOf: AS_OF });
}

/** The sheet of one product. */
export function sheetOf(scenario: string, evidence: readonly Evidence[], declared?: Record<string, unknown>): ProductDrill {
  const [only] = drilled(scenario, reportOf(evidence, declared)).products;
  if (only === undefined) throw new Error('no product');
  return only;
}

/** A role of a sheet. */
export function roleOf(sheet: ProductDrill, role: Role): RoleHit {
  const found = sheet.roles.find((each) => each.role === role);
  if (found === undefined) throw new Error(`${role} is not hit`);
  return found;
}
