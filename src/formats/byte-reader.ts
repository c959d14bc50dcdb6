// Numbers at offsets in either byte order, refusing what lies outside the bytes.

/** Reads unsigned numbers; every answer is undefined where the bytes end before it. */
export interface ByteReader {
  readonly length: number;
  readonly u8: (offset: number) => number | undefined;
  readonly u16: (offset: number) => number | undefined;
  readonly u32: (offset: number) => number | undefined;
  /** 64 bits as a number; undefined above 2^53 too */
  readonly u64: (offset: number) => number | undefined;
  /** text up to a NUL, at most `limit` octets */
  readonly text: (offset: number, limit: number) => string | undefined;
}

/** A reader over bytes in one byte order. */
export function toReader(bytes: Uint8Array, littleEndian: boolean): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (offset: number, size: number): boolean => Number.isSafeInteger(offset) && offset >= 0 && offset + size <= bytes.length;
  const u32 = (offset: number): number | undefined => (holds(offset, 4) ? view.getUint32(offset, littleEndian) : undefined);
  return {
    length: bytes.length,
    u8: (offset) => (holds(offset, 1) ? view.getUint8(offset) : undefined),
    u16: (offset) => (holds(offset, 2) ? view.getUint16(offset, littleEndian) : undefined),
    u32,
    u64: (offset) => {
      const low = u32(littleEndian ? offset : offset + 4);
      const high = u32(littleEndian ? offset + 4 : offset);
      const value = low === undefined || high === undefined ? undefined : high * 2 ** 32 + low;
      return value === undefined || value > Number.MAX_SAFE_INTEGER ? undefined : value;
    },
    text: (offset, limit) => {
      if (!holds(offset, 1)) return undefined;
      const window = bytes.subarray(offset, offset + limit);
      const nul = window.indexOf(0);
      return new TextDecoder('latin1').decode(nul < 0 ? window : window.subarray(0, nul));
    },
  };
}
