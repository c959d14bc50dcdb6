// Images put together byte by byte as the formats are published, for tests that must not learn them from our readers.

import { constants, createHash, generateKeyPairSync, type JsonWebKey, type KeyObject, sign as signBytes } from 'node:crypto';
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

const CURVE_NAMES = { p192: 'prime192v1', p256: 'prime256v1', p384: 'secp384r1' } as const;
const espKeys = new Map<string, { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>();

/** The key that `toEspImage` signs with; made once for each scheme. */
export function espKeyOf(signature: 'rsa' | 'p192' | 'p256' | 'p384'): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  const held = espKeys.get(signature);
  if (held !== undefined) return held;
  const made =
    signature === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 3072 })
      : generateKeyPairSync('ec', { namedCurve: CURVE_NAMES[signature] });
  espKeys.set(signature, made);
  return made;
}

const reversed = (bytes: Uint8Array): Buffer => Buffer.from(bytes).reverse();
const number = (text = ''): Buffer => Buffer.from(text, 'base64url');

// "Signature Block Format" of ESP-IDF's "Secure Boot V2". The two numbers for the RSA accelerator are left at zero: nothing here reads them.
function sign(image: Buffer, signature: 'rsa' | 'p192' | 'p256' | 'p384'): Buffer {
  const content = Buffer.concat([image, Buffer.alloc(4096 - (image.length % 4096), 0xff)]);
  const long = signature === 'p384';
  const hash = long ? 'sha384' : 'sha256';
  const digest = createHash(hash).update(content).digest();
  const head = Buffer.concat([Buffer.from([0xe7, signature === 'rsa' ? 2 : 3, long ? 1 : 0, 0]), digest]);
  const { publicKey, privateKey } = espKeyOf(signature);
  const jwk = signature === 'p192' ? undefined : publicKey.export({ format: 'jwk' });
  const body = signature === 'rsa' ? rsaBody(content, privateKey, jwk) : ecdsaBody({ content, hash, signature, privateKey, publicKey });
  const covered = Buffer.concat([head, body, Buffer.alloc(1196 - head.length - body.length)]);
  return Buffer.concat([content, covered, le(4, crc32(covered)), Buffer.alloc(16), Buffer.alloc(4096 - 1216, 0xff)]);
}

function rsaBody(content: Buffer, privateKey: KeyObject, jwk: JsonWebKey | undefined): Buffer {
  const signed = signBytes('sha256', content, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
  const exponent = Buffer.concat([Buffer.alloc(4), number(jwk?.e)]).subarray(-4);
  return Buffer.concat([reversed(number(jwk?.n)), reversed(exponent), Buffer.alloc(384 + 4), reversed(signed)]);
}

interface Ecdsa {
  readonly content: Buffer;
  readonly hash: 'sha256' | 'sha384';
  readonly signature: 'p192' | 'p256' | 'p384';
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

function ecdsaBody({ content, hash, signature, publicKey, privateKey }: Ecdsa): Buffer {
  const size = { p192: 24, p256: 32, p384: 48 }[signature];
  const field = signature === 'p384' ? 96 : 64;
  const pad = Buffer.alloc(field - 2 * size);
  const pair = (bytes: Buffer): Buffer => Buffer.concat([reversed(bytes.subarray(0, size)), reversed(bytes.subarray(size)), pad]);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-2 * size);
  const signed = signBytes(hash, content, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return Buffer.concat([Buffer.from([{ p192: 1, p256: 2, p384: 3 }[signature]]), pair(point), pair(signed)]);
}

export type McubootScheme = 'rsa2048' | 'rsa3072' | 'p256' | 'p384' | 'ed25519' | 'ed25519-pure';

export interface SignedMcuboot {
  readonly bytes: Uint8Array;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** SubjectPublicKeyInfo, lowercase hex SHA-256 */
  readonly spkiSha256: string;
}

const mcubootKeys = new Map<string, { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>();

function mcubootKeyOf(scheme: McubootScheme): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  const held = mcubootKeys.get(scheme);
  if (held !== undefined) return held;
  const made = {
    rsa2048: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    rsa3072: () => generateKeyPairSync('rsa', { modulusLength: 3072 }),
    p256: () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
    p384: () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' }),
    ed25519: () => generateKeyPairSync('ed25519'),
    'ed25519-pure': () => generateKeyPairSync('ed25519'),
  }[scheme]();
  mcubootKeys.set(scheme, made);
  return made;
}

/** An image signed as imgtool documents it: over header, image and protected TLVs, the key's hash beside the signature. */
export function toSignedMcuboot(scheme: McubootScheme, guarded: readonly Tlv[] = []): SignedMcuboot {
  const { publicKey, privateKey } = mcubootKeyOf(scheme);
  const digest = {
    rsa2048: 'sha256',
    rsa3072: 'sha256',
    p256: 'sha256',
    p384: 'sha384',
    ed25519: 'sha512',
    'ed25519-pure': 'sha512',
  } as const;
  const hash = digest[scheme];
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const hashed = scheme.startsWith('rsa') ? publicKey.export({ format: 'der', type: 'pkcs1' }) : spki;
  const unsigned = Buffer.from(toMcubootImage({ guarded, digest: hash }));
  const tail = { sha256: 32, sha384: 48, sha512: 64 }[hash] + 8;
  const covered = unsigned.subarray(0, unsigned.length - tail);
  const value = signMcuboot(scheme, covered, privateKey);
  const type = { rsa2048: 0x20, rsa3072: 0x23, p256: 0x22, p384: 0x22, ed25519: 0x24, 'ed25519-pure': 0x24 }[scheme];
  const keyHash = { type: 0x01, value: createHash(hash).update(hashed).digest() };
  const pure = scheme === 'ed25519-pure' ? [{ type: 0x25, value: Uint8Array.of(1) }] : [];
  return {
    bytes: toMcubootImage({ guarded, digest: hash, tlvs: [...pure, keyHash, { type, value }] }),
    publicKey,
    privateKey,
    spkiSha256: createHash('sha256').update(spki).digest('hex'),
  };
}

function signMcuboot(scheme: McubootScheme, covered: Buffer, key: KeyObject): Buffer {
  switch (scheme) {
    case 'rsa2048':
    case 'rsa3072':
      return signBytes('sha256', covered, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
    case 'p256':
      return signBytes('sha256', covered, key);
    case 'p384':
      return signBytes('sha384', covered, key);
    case 'ed25519':
      return signBytes(null, createHash('sha512').update(covered).digest(), key);
    case 'ed25519-pure':
      return signBytes(null, covered, key);
  }
}
