// Images of Espressif chips: header, segments, checksum and appended digest, application description, and the signature blocks of
// Secure Boot v2. ESP-IDF documentation, "App Image Format" and "Secure Boot V2, Signature Block Format".

import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { toReader } from './byte-reader.ts';
import type { Malformed } from './der.ts';

/** One signature block of Secure Boot v2. */
export interface EspSignatureBlock {
  readonly offset: number;
  /** 2: RSA-3072 with PSS; 3: ECDSA */
  readonly version: number;
  /** of version 3: 1 P-192, 2 P-256, 3 P-384 */
  readonly curveId?: number;
  /** digest of the image content as the block states it: SHA-256 of 32 octets, or SHA-384 of 48 */
  readonly imageDigest: Uint8Array;
  /** the digest is that of the bytes before the signature sector */
  readonly digestMatches: boolean;
  readonly crcMatches: boolean;
}

/** An image. */
export interface EspImage {
  readonly chipId: number;
  readonly segments: number;
  /** header, segments, checksum, and the digest where one is appended */
  readonly imageBytes: number;
  /** the digest at the end of the image, and whether it is that of the bytes before it */
  readonly appended?: { readonly digest: Uint8Array; readonly matches: boolean };
  readonly app?: { readonly version: string; readonly projectName: string; readonly idfVersion: string; readonly secureVersion: number };
  readonly signatures: readonly EspSignatureBlock[];
  /** the signed range: everything before the signature sector */
  readonly signedBytes?: number;
}

/** ESP-IDF: size of a signature block. */
export const ESP_SIGNATURE_BYTES = 1216;

const MAGIC = 0xe9;
const HEADER_BYTES = 24;
const MAX_SEGMENTS = 16;
const APP_MAGIC = 0xabcd5432;
const SIGNATURE_MAGIC = 0xe7;
const SECTOR_BYTES = 4096;
const MAX_BLOCKS = 3;
const PADDINGS: readonly number[] = [0x00, 0xff];

/** The image; undefined for a file that does not begin as one. */
export function readEspImage(bytes: Uint8Array): EspImage | Malformed | undefined {
  const reader = toReader(bytes, true);
  const [count, chipId, hashAppended] = [reader.u8(1), reader.u16(12), reader.u8(23)];
  // The magic is one octet: a count of segments, a flag of 0 or 1 and a reserved field of zeros make the header believable.
  if (bytes[0] !== MAGIC || count === undefined || chipId === undefined || hashAppended === undefined || hashAppended > 1) return undefined;
  if (count === 0 || count > MAX_SEGMENTS || (reader.u8(2) ?? 9) > 5 || reader.u32(19) === undefined) return undefined;
  let at = HEADER_BYTES;
  for (let segment = 0; segment < count; segment++) {
    const length = reader.u32(at + 4);
    if (length === undefined || at + 8 + length > bytes.length) {
      return { offset: at, expected: `segment ${segment + 1} of ${count}`, found: 'the end of the file' };
    }
    at += 8 + length;
  }
  // One checksum octet ends the next 16-octet line.
  const plain = Math.ceil((at + 1) / 16) * 16;
  const imageBytes = plain + (hashAppended === 1 ? 32 : 0);
  if (imageBytes > bytes.length)
    return { offset: at, expected: `${imageBytes - at} bytes of checksum and digest`, found: `${bytes.length - at} up to the end` };
  const app = readApp(bytes);
  return {
    chipId,
    segments: count,
    imageBytes,
    ...(hashAppended === 1 ? { appended: readDigest(bytes, plain) } : {}),
    ...(app === undefined ? {} : { app }),
    ...readSignatures(bytes, imageBytes),
  };
}

function readDigest(bytes: Uint8Array, plain: number): NonNullable<EspImage['appended']> {
  const digest = bytes.subarray(plain, plain + 32);
  return { digest, matches: isEqual(sha256(bytes.subarray(0, plain)), digest) };
}

// The description is the first thing of the first segment.
function readApp(bytes: Uint8Array): EspImage['app'] {
  const reader = toReader(bytes, true);
  const at = HEADER_BYTES + 8;
  if (reader.u32(at) !== APP_MAGIC || reader.u8(at + 255) === undefined) return undefined;
  return {
    secureVersion: reader.u32(at + 4) ?? 0,
    version: reader.text(at + 16, 32) ?? '',
    projectName: reader.text(at + 48, 32) ?? '',
    idfVersion: reader.text(at + 112, 32) ?? '',
  };
}

// The signature sector begins at a sector boundary after secure padding, so the first boundaries after the image are asked.
function readSignatures(bytes: Uint8Array, imageBytes: number): Pick<EspImage, 'signatures' | 'signedBytes'> {
  let sector = Math.ceil(imageBytes / SECTOR_BYTES) * SECTOR_BYTES;
  while (sector < bytes.length && bytes[sector] !== SIGNATURE_MAGIC && isPadding(bytes.subarray(sector, sector + SECTOR_BYTES)))
    sector += SECTOR_BYTES;
  const signatures: EspSignatureBlock[] = [];
  for (let block = 0; block < MAX_BLOCKS; block++) {
    const read = readBlock(bytes, sector, sector + block * ESP_SIGNATURE_BYTES);
    if (read !== undefined) signatures.push(read);
  }
  return signatures.length === 0 ? { signatures } : { signatures, signedBytes: sector };
}

// RSA and P-192/P-256 blocks: 32 octets of SHA-256 at 4. ECDSA blocks whose octet 2 is 1: 48 octets of SHA-384. The curve follows.
function readBlock(bytes: Uint8Array, sector: number, offset: number): EspSignatureBlock | undefined {
  const block = bytes.subarray(offset, offset + ESP_SIGNATURE_BYTES);
  const version = block[1];
  if (block.length < ESP_SIGNATURE_BYTES || block[0] !== SIGNATURE_MAGIC || (version !== 2 && version !== 3)) return undefined;
  const long = version === 3 && block[2] === 1;
  const imageDigest = block.subarray(4, long ? 52 : 36);
  const curveId = version === 3 ? block[long ? 52 : 36] : undefined;
  return {
    offset,
    version,
    ...(curveId === undefined ? {} : { curveId }),
    imageDigest,
    digestMatches: isEqual((long ? sha384 : sha256)(bytes.subarray(0, sector)), imageDigest),
    crcMatches: crc32(block.subarray(0, 1196)) === toReader(block, true).u32(1196),
  };
}

/** CRC-32 of ISO 3309 / IEEE 802.3, reflected, polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ ((crc & 1) === 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function isPadding(bytes: Uint8Array): boolean {
  const [first] = bytes;
  return first !== undefined && PADDINGS.includes(first) && bytes.every((byte) => byte === first);
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
