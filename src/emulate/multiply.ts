// Upper halves of 32 × 32 → 64 bit products, from 16-bit halves: a double holds every partial sum exactly.

/** Bits 63…32 of the unsigned product. */
export function mulHighUnsigned(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = aLow * bHigh + (middle & 0xffff);
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carry >>> 16)) | 0;
}

/** Bits 63…32 of the signed product. */
export function mulHighSigned(a: number, b: number): number {
  return (mulHighUnsigned(a, b) - (a < 0 ? b : 0) - (b < 0 ? a : 0)) | 0;
}

/** Bits 63…32 of a signed × b unsigned. */
export function mulHighMixed(a: number, b: number): number {
  return (mulHighUnsigned(a, b) - (a < 0 ? b : 0)) | 0;
}
