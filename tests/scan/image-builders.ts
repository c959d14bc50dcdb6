// Images put together byte by byte as the formats are published, for tests that must not learn them from our readers.

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface Tlv {
  readonly type: number;
  readonly value: Uint8Array;
}

const le = (size: 1 | 2 | 4, value: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, size);
  return bytes;
};

const area = (magic: number, tlvs: readonly Tlv[]): Buffer => {
  const body = Buffer.concat(tlvs.map(({ type, value }) => Buffer.concat([le(2, type), le(2, value.length), value])));
  return Buffer.concat([le(2, magic), le(2, body.length + 4), body]);
};

export interface McubootOptions {
  readonly flags?: number;
  readonly guarded?: readonly Tlv[];
  /** TLVs after the digest */
  readonly tlvs?: readonly Tlv[];
  readonly digest?: 'sha256' | 'sha384' | 'sha512' | 'wrong';
}

const DIGEST_TLVS = { sha256: 0x10, sha384: 0x11, sha512: 0x12, wrong: 0x10 } as const;

/** MCUboot design.md: image_header, image, protected TLVs, TLVs; version 1.2.3+4, header of 32 bytes, image of 100 bytes. */
export function toMcubootImage({ flags = 0, guarded = [], tlvs = [], digest = 'sha256' }: McubootOptions = {}): Uint8Array {
  const image = Buffer.alloc(100, 0xa5);
  const protectedArea = guarded.length === 0 ? Buffer.alloc(0) : area(0x6908, guarded);
  const header = Buffer.concat([
    le(4, 0x96f3b83d), // ih_magic
    le(4, 0), // ih_load_addr
    le(2, 32), // ih_hdr_size
    le(2, protectedArea.length), // ih_protect_tlv_size
    le(4, image.length), // ih_img_size
    le(4, flags), // ih_flags
    le(1, 1), // iv_major
    le(1, 2), // iv_minor
    le(2, 3), // iv_revision
    le(4, 4), // iv_build_num
    le(4, 0), // _pad1
  ]);
  const covered = Buffer.concat([header, image, protectedArea]);
  const value = digest === 'wrong' ? Buffer.alloc(32) : createHash(digest).update(covered).digest();
  return new Uint8Array(Buffer.concat([covered, area(0x6907, [{ type: DIGEST_TLVS[digest], value }, ...tlvs])]));
}

export interface EspOptions {
  readonly chipId?: number;
  readonly hashAppended?: boolean;
  readonly signature?: 'rsa' | 'p192' | 'p256' | 'p384';
  readonly secureVersion?: number;
}

/** ESP-IDF "App Image Format" and "Secure Boot V2": one segment that begins with esp_app_desc_t. */
export function toEspImage({ chipId = 5, hashAppended = true, signature, secureVersion = 0 }: EspOptions = {}): Uint8Array {
  const text = (value: string, size: number): Buffer => Buffer.concat([Buffer.from(value), Buffer.alloc(size - value.length)]);
  const app = Buffer.concat([
    le(4, 0xabcd5432),
    le(4, secureVersion),
    Buffer.alloc(8),
    text('2.4.0', 32),
    text('meter', 32),
    text('12:00:00', 16),
    text('Nov 23 2026', 16),
    text('v5.5.1', 32),
    Buffer.alloc(32 + 80),
  ]);
  const segment = Buffer.concat([le(4, 0x3c000020), le(4, app.length), app]);
  const header = Buffer.concat([
    Buffer.from([0xe9, 1, 2, 0x20]), // magic, segments, SPI mode DIO, 4 MB
    le(4, 0x40380000),
    Buffer.from([0xee, 0, 0, 0]),
    le(2, chipId),
    Buffer.from([0]),
    le(2, 0),
    le(2, 0xffff),
    Buffer.alloc(4),
    Buffer.from([hashAppended ? 1 : 0]),
  ]);
  const body = Buffer.concat([header, segment]);
  const padded = Buffer.concat([body, Buffer.alloc(15 - (body.length % 16)), Buffer.from([0xef])]);
  const image = hashAppended ? Buffer.concat([padded, createHash('sha256').update(padded).digest()]) : padded;
  return new Uint8Array(signature === undefined ? image : sign(image, signature));
}

function sign(image: Buffer, signature: 'rsa' | 'p192' | 'p256' | 'p384'): Buffer {
  const content = Buffer.concat([image, Buffer.alloc(4096 - (image.length % 4096), 0xff)]);
  const long = signature === 'p384';
  const digest = createHash(long ? 'sha384' : 'sha256')
    .update(content)
    .digest();
  const fixed = Buffer.concat([Buffer.from([0xe7, signature === 'rsa' ? 2 : 3, long ? 1 : 0, 0]), digest]);
  const curveId = { rsa: 0, p192: 1, p256: 2, p384: 3 }[signature];
  const rest = 1196 - fixed.length;
  const key = signature === 'rsa' ? Buffer.alloc(rest, 7) : Buffer.concat([Buffer.from([curveId]), Buffer.alloc(rest - 1, 7)]);
  const covered = Buffer.concat([fixed, key]);
  return Buffer.concat([content, covered, le(4, crc32(covered)), Buffer.alloc(16), Buffer.alloc(4096 - 1216, 0xff)]);
}
