// What is printed: one object, many printers.

import type { Assessment } from './assessment.ts';
import type { ConformanceRecord } from './conformance.ts';
import type { IsoDate } from './evidence.ts';
import type { Inventory } from './inventory.ts';
import type { Measurement } from './measurement.ts';
import type { Product } from './product.ts';
import type { QualificationCitation } from './qualification.ts';
import type { TargetProfile } from './target.ts';

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'pqready'; readonly version: string };
  readonly asOf: IsoDate;
  readonly inventory: Inventory;
  readonly product?: Product;
  /** where the product file came from: given by the operator, found in the tree (a declaration), or none */
  readonly productSource: 'operator' | 'tree' | 'none';
  readonly targets: readonly TargetProfile[];
  /** the user's own; published figures stand in the targets */
  readonly measurements: readonly Measurement[];
  /** tests of PQC implementations that the operator gave, in their order */
  readonly conformance?: readonly ConformanceRecord[];
  /** the record of the self-test that the operator names, of the version that made this report */
  readonly qualification?: QualificationCitation;
  readonly assessment?: Assessment;
  /** what a product file in the tree asked for and was not allowed */
  readonly refused: readonly string[];
}

/** One output format. Pure: the same report gives the same text. */
export interface Reporter {
  readonly mediaType: string;
  readonly extension: string;
  readonly render: (report: Report) => string;
}
