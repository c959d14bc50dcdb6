// What a Thumb decoder knows beside the bits.

import type { IsaFeatures } from './isa.ts';

/** Where an instruction lies, on which core, and whether IT governs it (then short forms set no flags). */
export interface DecodeContext {
  readonly address: number;
  readonly features: IsaFeatures;
  readonly conditional: boolean;
}
