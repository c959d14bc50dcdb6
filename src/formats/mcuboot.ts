// MCUboot images: header, protected and unprotected TLV areas. MCUboot documentation, design.md, "Image format" (header version 1, magic
// 0x96f3b83d); TLV numbers as in its list, vendor TLVs at 0xXXA0 to 0xXXFF.

import { toReader } from './byte-reader.ts';
import type { Malformed } from './der.ts';

/** One TLV. `value` is a view of the file. */
export interface McubootTlv {
  readonly type: number;
  readonly protected: boolean;
  /** place of the value in the file */
  readonly offset: number;
  readonly value: Uint8Array;
}

/** One image. Offsets are in the file. */
export interface McubootImage {
  readonly offset: number;
  readonly headerBytes: number;
  readonly imageBytes: number;
  /** header, image and TLV areas together */
  readonly totalBytes: number;
  /** `1.2.3+4` */
  readonly version: string;
  readonly flags: number;
  readonly tlvs: readonly McubootTlv[];
  /** range that the digest TLV covers: header, image, protected TLVs */
  readonly signedEnd: number;
}

/** ih_flags that are read here. */
export const MCUBOOT_FLAGS = { encryptedAes128: 0x04, encryptedAes256: 0x08 } as const;

const MAGIC_BYTES = [0x3d, 0xb8, 0xf3, 0x96] as const;
const HEADER_BYTES = 32;
const TLV_INFO = 0x6907;
const TLV_PROTECTED_INFO = 0x6908;

/** Whether an image header begins at `offset`. */
export function isMcubootImage(bytes: Uint8Array, offset = 0): boolean {
  return MAGIC_BYTES.every((byte, index) => bytes[offset + index] === byte);
}

/** The image at `offset`; malformed names the place in the file. */
export function readMcubootImage(bytes: Uint8Array, offset = 0): McubootImage | Malformed {
  const reader = toReader(bytes, true);
  const [headerBytes, protectedBytes, imageBytes, flags] = [
    reader.u16(offset + 8),
    reader.u16(offset + 10),
    reader.u32(offset + 12),
    reader.u32(offset + 16),
  ];
  if (
    headerBytes === undefined ||
    protectedBytes === undefined ||
    imageBytes === undefined ||
    flags === undefined ||
    reader.u32(offset + 28) === undefined
  ) {
    return { offset, expected: `an image header of ${HEADER_BYTES} bytes`, found: `${bytes.length - offset} bytes up to the end` };
  }
  if (headerBytes < HEADER_BYTES)
    return { offset: offset + 8, expected: `ih_hdr_size of at least ${HEADER_BYTES}`, found: `${headerBytes}` };
  const body = offset + headerBytes + imageBytes;
  if (body > bytes.length)
    return {
      offset: offset + 12,
      expected: `an image of ${imageBytes} bytes`,
      found: `${Math.max(0, bytes.length - offset - headerBytes)} up to the end`,
    };
  const tlvs: McubootTlv[] = [];
  const guarded = protectedBytes === 0 ? body : readArea({ bytes, magic: TLV_PROTECTED_INFO, tlvs }, body);
  if (typeof guarded !== 'number') return guarded;
  if (guarded - body !== protectedBytes)
    return { offset: offset + 10, expected: `ih_protect_tlv_size of ${guarded - body}`, found: `${protectedBytes}` };
  const end = readArea({ bytes, magic: TLV_INFO, tlvs }, guarded);
  if (typeof end !== 'number') return end;
  const version = `${reader.u8(offset + 20) ?? 0}.${reader.u8(offset + 21) ?? 0}.${reader.u16(offset + 22) ?? 0}+${reader.u32(offset + 24) ?? 0}`;
  return { offset, headerBytes, imageBytes, totalBytes: end - offset, version, flags, tlvs, signedEnd: guarded };
}

interface Area {
  readonly bytes: Uint8Array;
  readonly magic: number;
  readonly tlvs: McubootTlv[];
}

/** Reads one TLV area and answers where it ends. */
function readArea({ bytes, magic, tlvs }: Area, start: number): number | Malformed {
  const reader = toReader(bytes, true);
  const [found, total] = [reader.u16(start), reader.u16(start + 2)];
  if (found !== magic)
    return {
      offset: start,
      expected: `TLV area magic 0x${magic.toString(16)}`,
      found: found === undefined ? 'the end of the file' : `0x${found.toString(16)}`,
    };
  const end = start + (total ?? 0);
  if (total === undefined || total < 4 || end > bytes.length) {
    return { offset: start + 2, expected: `a TLV area of ${total ?? 4} bytes`, found: `${bytes.length - start} up to the end` };
  }
  for (let at = start + 4; at < end; ) {
    const [type, length] = [reader.u16(at), reader.u16(at + 2)];
    if (type === undefined || length === undefined || at + 4 + length > end)
      return { offset: at, expected: 'a whole TLV', found: 'the end of the TLV area' };
    tlvs.push({ type, protected: magic === TLV_PROTECTED_INFO, offset: at + 4, value: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return end;
}
