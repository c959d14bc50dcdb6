// Base64 of PEM bodies. RFC 4648 section 4, read as RFC 7468 section 3 asks: white space is passed over, nothing else is.

const VALUES: ReadonlyMap<number, number> = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((char, value) => [char.charCodeAt(0), value]),
);
const TABLE: Int8Array = Int8Array.from({ length: 128 }, (_, code) => VALUES.get(code) ?? -1);
const PAD = 0x3d;

/** Bytes, or the index of the first character that does not belong (the length of the text where it ends too early). */
export function readBase64(text: string): Uint8Array | number {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [length, bits, held, pads] = [0, 0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isSpace(code)) continue;
    if (code === PAD) {
      pads++;
      continue;
    }
    const value = code < 128 ? (TABLE[code] ?? -1) : -1;
    if (value < 0 || pads > 0) return index;
    bits = (bits << 6) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = (bits >> held) & 0xff;
  }
  // 0, 8 and 16 bits of a 24-bit group leave 0, 4 and 2 bits over, and want 0, 2 and 1 pad characters.
  return pads * 2 === held && held < 6 ? bytes.subarray(0, length) : text.length;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
