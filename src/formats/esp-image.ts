// Images of Espressif chips: header, segments, checksum and appended digest, application description, and the signature blocks of
// Secure Boot v2. ESP-IDF documentation, "App Image Format" and "Secure Boot V2, Signature Block Format".

import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { toReader } from './byte-reader.ts';
import type { Malformed } from './der.ts';
import { toDer, toOidDer, toSpki } from './der-write.ts';

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
  /** SubjectPublicKeyInfo of the key that the block carries; absent for a curve that is not known */
  readonly spki?: Uint8Array;
  /** RSA: big-endian; ECDSA: both numbers side by side, big-endian */
  readonly signature: Uint8Array;
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
  /** description of a second-stage bootloader (ESP-IDF 5.2 and later) */
  readonly bootloader?: { readonly version: number; readonly idfVersion: string };
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
const BOOTLOADER_MAGIC = 0x50;
const SIGNATURE_MAGIC = 0xe7;
const SECTOR_BYTES = 4096;
const MAX_BLOCKS = 3;
const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
/** curve identifiers of espsecure: octets of a coordinate, object identifier (SEC 2, RFC 5480) */
const CURVES: ReadonlyMap<number, { readonly bytes: number; readonly oid: string }> = new Map([
  [1, { bytes: 24, oid: '1.2.840.10045.3.1.1' }],
  [2, { bytes: 32, oid: '1.2.840.10045.3.1.7' }],
  [3, { bytes: 48, oid: '1.3.132.0.34' }],
]);
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
  const bootloader = app === undefined ? readBootloader(bytes) : undefined;
  return {
    chipId,
    segments: count,
    imageBytes,
    ...(hashAppended === 1 ? { appended: readDigest(bytes, plain) } : {}),
    ...(app === undefined ? {} : { app }),
    ...(bootloader === undefined ? {} : { bootloader }),
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

// esp_bootloader_desc_t: one octet of magic, and a text that must look like a version of ESP-IDF.
function readBootloader(bytes: Uint8Array): EspImage['bootloader'] {
  const reader = toReader(bytes, true);
  const at = HEADER_BYTES + 8;
  const idfVersion = reader.u8(at) === BOOTLOADER_MAGIC ? reader.text(at + 8, 32) : undefined;
  if (idfVersion === undefined || !/^v?\d+\.\d[\x20-\x7e]{0,28}$/.test(idfVersion)) return undefined;
  return { version: reader.u32(at + 4) ?? 0, idfVersion };
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
    ...(version === 2 ? rsaParts(block) : ecdsaParts(block, long)),
  };
}

// Version 2: modulus at 36, exponent at 420, two numbers for the accelerator, signature at 812; all little-endian.
function rsaParts(block: Uint8Array): Pick<EspSignatureBlock, 'spki' | 'signature'> {
  const key = toDer(0x30, toInteger(reverse(block.subarray(36, 420))), toInteger(reverse(block.subarray(420, 424))));
  return { spki: toSpki(RSA, Uint8Array.of(0x05, 0x00), key), signature: reverse(block.subarray(812, 1196)) };
}

// Version 3: curve, point and signature, each coordinate little-endian in the length of the curve; fields are those of P-256 or of P-384.
function ecdsaParts(block: Uint8Array, long: boolean): Pick<EspSignatureBlock, 'spki' | 'signature'> {
  const curveAt = long ? 52 : 36;
  const field = long ? 96 : 64;
  const curve = CURVES.get(block[curveAt] ?? 0);
  const pointAt = curveAt + 1;
  if (curve === undefined) return { signature: block.subarray(pointAt + field, pointAt + 2 * field) };
  const pair = (at: number): Uint8Array =>
    Uint8Array.of(...reverse(block.subarray(at, at + curve.bytes)), ...reverse(block.subarray(at + curve.bytes, at + 2 * curve.bytes)));
  const point = Uint8Array.of(0x04, ...pair(pointAt));
  return { spki: toSpki(EC, toOidDer(curve.oid), point), signature: pair(pointAt + field) };
}

function toInteger(bigEndian: Uint8Array): Uint8Array {
  const first = bigEndian.findIndex((octet) => octet !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bigEndian.subarray(first);
  return toDer(0x02, (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...digits) : digits);
}

function reverse(bytes: Uint8Array): Uint8Array {
  return bytes.slice().reverse();
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
