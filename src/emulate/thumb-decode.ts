// Thumb instructions → decoded operations. Arm DDI 0403 A5 (encodings) and A7.7; what is UNPREDICTABLE or UNDEFINED is `undefined`.

import type { MicroOp } from './slots.ts';
import type { DecodeContext } from './thumb-context.ts';
import { decodeNarrow } from './thumb-narrow.ts';
import { THUMB } from './thumb-ops.ts';
import { decodeWide } from './thumb-wide.ts';

/** One instruction from the halfword at its address and the next one. Never throws: what is no instruction decodes to `undefined`. */
export function decodeThumb(halves: { readonly first: number; readonly second: number }, context: DecodeContext): MicroOp {
  const { first, second } = halves;
  const wide = first >>> 11 >= 0b11101;
  if (!wide) return decodeNarrow(first, context) ?? { op: THUMB.undefined };
  return { ...(decodeWide(first, second, context) ?? { op: THUMB.undefined }), wide: true };
}
