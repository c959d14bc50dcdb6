// What a planner makes of one ACVP case.

import type { Asked } from '../vectors/plan.ts';
import type { VectorCase, VectorGroup } from './vector-set.ts';

/** Reads one case. Throws `Unanswerable` where it asks for what is not implemented. */
export type Planner = (group: VectorGroup, test: VectorCase) => Asked;
