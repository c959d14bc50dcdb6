// What a planner makes of one ACVP case.

import type { OperationRequest, ResultName } from '../operation.ts';
import type { VectorCase, VectorGroup } from './vector-set.ts';

/** A request and, for each of its results, the member of the set that gives it. */
export interface AcvpRequest {
  readonly request: OperationRequest;
  readonly results: readonly (readonly [ResultName, string])[];
}

/** Reads one case. Throws `Unanswerable` where it asks for what is not implemented. */
export type Planner = (group: VectorGroup, test: VectorCase) => AcvpRequest;
