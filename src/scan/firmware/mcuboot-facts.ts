// What an MCUboot image says: how it is signed, over which digest, by which key, whether its content is encrypted, its version and its
// security counter.

import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { isMalformed, type Malformed } from '../../formats/der.ts';
import { toHex } from '../../formats/hex.ts';
import { isMcubootImage, MCUBOOT_FLAGS, type McubootImage, type McubootTlv, readMcubootImage } from '../../formats/mcuboot.ts';
import { CURVES } from '../../knowledge/curves.ts';
import { MCUBOOT_TLVS, type McubootTlvRow } from '../../knowledge/mcuboot-tlvs.ts';
import { type Mechanism, mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { AlgorithmId } from '../../model/algorithm.ts';
import type { Evidence, Gap, KeyFacts } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toPublicKeyFacts } from '../certificate/key-facts.ts';
import { algorithm, fact, type Image, type Said, toEvidence, toGap, toImage } from './image.ts';
import { type KeyRing, toKeyRing } from './keys.ts';
import { readKeyObject, signatureFacts, type TlvRow, toSignature } from './mcuboot-signature.ts';

const MAX_IMAGES = 16;
const MAX_TRIES = 1024;
const MAGIC_START = 0x3d;
const REST_BYTES = 16;
const PUBLIC_KEY = 0x02;
const SIG_PURE = 0x25;
const HASHES: ReadonlyMap<number, (data: Uint8Array) => Uint8Array> = new Map<number, (data: Uint8Array) => Uint8Array>([
  [0x10, sha256],
  [0x11, sha384],
  [0x12, sha512],
]);

/** The facts of every MCUboot image in a file, as of a merged image too; undefined where there is none. */
export function scanMcuboot(file: ScanFile): readonly (Evidence | Gap)[] | undefined {
  const { bytes, entry } = file;
  const found = readImages(bytes);
  if (found.length === 0) return undefined;
  const image = toImage(file);
  const ring = toKeyRing(file);
  return found.flatMap((read, index) =>
    isMalformed(read)
      ? [toGap(entry, 'malformed', `MCUboot image: expected ${read.expected}, found ${read.found}`, Math.min(read.offset, bytes.length))]
      : [...imageFacts({ file, ring, whole: image }, read), ...restGap(file, read, found[index + 1])],
  );
}

// What follows an image is another one, erased flash or the end. Anything else may be what a damaged length cut off.
function restGap(
  { bytes, entry }: ScanFile,
  { offset, totalBytes }: McubootImage,
  next: McubootImage | Malformed | undefined,
): readonly Gap[] {
  const end = offset + totalBytes;
  const rest = bytes.subarray(end, end + REST_BYTES);
  const erased = rest.every((byte) => byte === 0xff) || rest.every((byte) => byte === 0);
  if (erased || next?.offset === end) return [];
  return [
    toGap(
      entry,
      'unsupported',
      `${bytes.length - end} bytes after the TLVs of the MCUboot image that are neither erased nor another image`,
      end,
    ),
  ];
}

// At the start a broken image is an image; further in, the magic may be the constant of a bootloader's code, and only a whole image counts.
function readImages(bytes: Uint8Array): readonly (McubootImage | Malformed)[] {
  const first = isMcubootImage(bytes) ? readMcubootImage(bytes) : undefined;
  const images: (McubootImage | Malformed)[] = first === undefined ? [] : [first];
  let at = first === undefined || isMalformed(first) ? 1 : first.totalBytes;
  for (let tries = 0; tries < MAX_TRIES && images.length < MAX_IMAGES; tries++) {
    at = findMagic(bytes, at);
    if (at < 0) break;
    const read = readMcubootImage(bytes, at);
    const whole = !isMalformed(read) && read.tlvs.length > 0 ? read : undefined;
    if (whole !== undefined) images.push(whole);
    at += whole?.totalBytes ?? 4;
  }
  return images;
}

/** The next magic at a word boundary, where flash sectors and code literals alike stand. */
function findMagic(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(MAGIC_START, start); at >= 0; at = bytes.indexOf(MAGIC_START, at + 1)) {
    if (at % 4 === 0 && isMcubootImage(bytes, at)) return at;
  }
  return -1;
}

/** An image with what its TLVs were found to be. */
interface Read {
  readonly file: ScanFile;
  readonly ring: KeyRing;
  readonly image: Image;
  readonly mcuboot: McubootImage;
  readonly rows: readonly TlvRow[];
  readonly digest: AlgorithmId | undefined;
}

type Within = Pick<Read, 'file' | 'ring'> & { readonly whole: Image };

function imageFacts({ file, ring, whole }: Within, mcuboot: McubootImage): readonly (Evidence | Gap)[] {
  const rows = mcuboot.tlvs.flatMap((tlv) => {
    const row = MCUBOOT_TLVS.get(tlv.type);
    return row === undefined ? [] : [{ tlv, row }];
  });
  const digest = rows.find(({ row }) => row.what === 'digest')?.row;
  const image = { ...whole, subject: { ...whole.subject, version: mcuboot.version } };
  const read: Read = {
    file,
    ring,
    image,
    mcuboot,
    rows,
    digest: digest !== undefined && 'mechanism' in digest ? digest.mechanism.algorithm : undefined,
  };
  return [
    ...headerFacts(read),
    ...rows.flatMap(({ tlv, row }) => tlvFacts(read, tlv, row)),
    ...signatureFacts({ ...read, covered: file.bytes.subarray(mcuboot.offset, mcuboot.signedEnd) }),
    ...hashOnly(read),
    ...gapsOf(read),
  ];
}

function headerFacts({ image, mcuboot }: Read): readonly Evidence[] {
  const at = said(mcuboot.offset, mcuboot.headerBytes);
  const keyBits = hasFlag(mcuboot, MCUBOOT_FLAGS.encryptedAes256) ? 256 : hasFlag(mcuboot, MCUBOOT_FLAGS.encryptedAes128) ? 128 : undefined;
  const cipher =
    keyBits === undefined
      ? undefined
      : toUse(`IMAGE_F_ENCRYPTED_AES${keyBits}`, mechanism('aes', { mode: 'ctr', keyBits, functions: ['decrypt'] }));
  return [
    toEvidence(image, at, fact('image-version', mcuboot.version, 'ih_ver')),
    ...(cipher === undefined ? [] : [toEvidence(image, at, algorithm(cipher, cipher.written, 'mcuboot'))]),
  ];
}

function tlvFacts(read: Read, tlv: McubootTlv, row: McubootTlvRow): readonly Evidence[] {
  const { image } = read;
  const at = said(tlv.offset, tlv.value.length);
  switch (row.what) {
    case 'digest':
      return [
        toEvidence(image, at, algorithm(toUse(row.name, row.mechanism), row.name, 'mcuboot')),
        toEvidence(image, at, fact('image-digest', `${row.mechanism.algorithm}:${toHex(tlv.value)}`, row.name)),
      ];
    case 'signature':
      return []; // told with its check
    case 'encryption':
      return [toEvidence(image, at, algorithm(toUse(row.name, withKeyBits(read.mcuboot, row.mechanism)), row.name, 'mcuboot'))];
    case 'security-counter':
      return tlv.value.length < 4 ? [] : [toEvidence(image, at, fact('anti-rollback', `security-counter ${counterOf(tlv)}`, row.name))];
    case 'dependency':
      return tlv.value.length < 12 ? [] : [toEvidence(image, at, fact('image-dependency', dependencyOf(tlv), row.name))];
    case 'public-key':
    case 'key-hash':
      return keyFacts(read, tlv, row.name);
    case 'other':
      return [];
  }
}

function withKeyBits(mcuboot: McubootImage, named: Mechanism): Mechanism {
  if (named.mode !== 'kw') return named;
  return { ...named, keyBits: hasFlag(mcuboot, MCUBOOT_FLAGS.encryptedAes256) ? 256 : 128 };
}

// imgtool hashes and embeds EC and Ed25519 keys as SubjectPublicKeyInfo, RSA keys as PKCS #1: only the former hash is a fingerprint that
// joins the image to a key file.
function keyFacts(read: Read, tlv: McubootTlv, symbol: string): readonly Evidence[] {
  const at = said(tlv.offset, tlv.value.length);
  const key = symbol === 'IMAGE_TLV_PUBKEY' ? embeddedKey(tlv) : hashedKey(read, tlv);
  if (key === undefined) return [];
  return [toEvidence(read.image, at, { kind: 'key', material: 'public-key', key, encrypted: false, container: `MCUboot ${symbol}` })];
}

function embeddedKey({ value }: McubootTlv): KeyFacts | undefined {
  const key = readKeyObject(value);
  return key === undefined ? undefined : toPublicKeyFacts(key);
}

function hashedKey(read: Read, tlv: McubootTlv): KeyFacts | undefined {
  const signature = read.rows.find(({ row }) => row.what === 'signature');
  if (signature === undefined || !('mechanism' in signature.row)) return undefined;
  const [known] = read.ring.byHash(tlv.value).flatMap(({ spki }) => readKeyObject(spki) ?? []);
  if (known !== undefined) return toPublicKeyFacts(known);
  // Only the SHA-256 of a SubjectPublicKeyInfo is a fingerprint that joins the image to a key.
  if (tlv.value.length !== 32) return undefined;
  const spkiSha256 = toHex(tlv.value);
  const { algorithm: id } = signature.row.mechanism;
  if (id === 'ed25519')
    return { algorithm: toUse('IMAGE_TLV_KEYHASH', mechanism('ed25519', { curve: 'ed25519' })), sizeBits: 256, spkiSha256 };
  if (id !== 'ecdsa') return undefined;
  const { curve } = toSignature(read, signature.tlv, signature.row).use.parameters;
  const use = toUse('IMAGE_TLV_KEYHASH', mechanism('ec'));
  const sized = curve === undefined ? {} : { sizeBits: CURVES[curve.value].bits };
  return { algorithm: { ...use, parameters: curve === undefined ? {} : { curve } }, ...sized, spkiSha256 };
}

function hashOnly({ image, mcuboot, rows, digest }: Read): readonly Evidence[] {
  if (digest === undefined || rows.some(({ row }) => row.what === 'signature' || row.what === 'key-hash' || row.what === 'public-key'))
    return [];
  const at = said(mcuboot.offset, mcuboot.totalBytes);
  return [toEvidence(image, at, fact('image-hash-only', digest, 'digest TLV without signature TLV'))];
}

function gapsOf({ image, mcuboot, rows, file: { bytes, entry } }: Read): readonly Gap[] {
  const unknown = mcuboot.tlvs.filter((tlv) => !MCUBOOT_TLVS.has(tlv.type));
  const gaps: Gap[] = unknown.map((tlv) =>
    toGap(
      entry,
      'unsupported',
      `MCUboot TLV 0x${tlv.type.toString(16).padStart(4, '0')} of ${tlv.value.length} bytes is not known`,
      tlv.offset,
    ),
  );
  gaps.push(...lengthGaps(rows, entry));
  const key = rows.find(({ row }) => row.what === 'key-hash' || row.what === 'public-key');
  if (key !== undefined && !rows.some(({ row }) => row.what === 'signature'))
    gaps.push(toGap(entry, 'malformed', `${key.row.name}: expected a signature TLV by this key, found none that is known`, key.tlv.offset));
  if (!rows.some(({ row }) => row.what === 'digest'))
    gaps.push(toGap(entry, 'malformed', 'MCUboot image: expected a digest TLV, found none: its content cannot be checked', mcuboot.offset));
  // The digest of an encrypted image is over its plaintext (encrypted_images.md): it cannot be checked without the key.
  const encrypted = hasFlag(mcuboot, MCUBOOT_FLAGS.encryptedAes128) || hasFlag(mcuboot, MCUBOOT_FLAGS.encryptedAes256);
  if (encrypted && !rows.some(({ row }) => row.what === 'encryption'))
    gaps.push(toGap(entry, 'malformed', 'MCUboot image: its flags say encrypted, expected an encryption TLV, found none', mcuboot.offset));
  if (encrypted)
    return [...gaps, toGap(entry, 'encrypted', `MCUboot image ${image.subject.version ?? ''}: its content is encrypted`, mcuboot.offset)];
  const covered = bytes.subarray(mcuboot.offset, mcuboot.signedEnd);
  const wrong = rows.filter(({ tlv }) => !matchesDigest(tlv, covered));
  return [
    ...gaps,
    ...wrong.map(({ tlv, row }) => toGap(entry, 'malformed', `${row.name}: expected the digest of the image, found another`, tlv.offset)),
  ];
}

/** Octets that a TLV must have, where its type settles them; a signature of ECDSA in DER has no fixed length. */
const LENGTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [0x01, [32, 48, 64]],
  [0x10, [32]],
  [0x11, [48]],
  [0x12, [64]],
  [0x20, [256]],
  [0x23, [384]],
  [0x24, [64]],
  [0x25, [1]],
  [0x30, [256]],
  [0x31, [24, 40]],
  [0x32, [113, 129]],
  [0x33, [80, 96]],
  [0x34, [112, 128]],
  [0x40, [12]],
  [0x50, [4]],
]);

function lengthGaps(rows: readonly TlvRow[], entry: ScanFile['entry']): readonly Gap[] {
  return rows.flatMap(({ tlv, row }) => {
    const lengths = LENGTHS.get(tlv.type);
    if (tlv.type === PUBLIC_KEY && readKeyObject(tlv.value) === undefined)
      return [toGap(entry, 'malformed', `${row.name}: expected a public key, found other bytes`, tlv.offset)];
    if (tlv.type === SIG_PURE && tlv.value.length === 1 && tlv.value[0] !== 1)
      return [toGap(entry, 'malformed', `${row.name}: expected true (1), found another value`, tlv.offset)];
    if (lengths === undefined || lengths.includes(tlv.value.length)) return [];
    return [toGap(entry, 'malformed', `${row.name}: expected ${lengths.join(' or ')} octets, found ${tlv.value.length}`, tlv.offset)];
  });
}

function matchesDigest(tlv: McubootTlv, covered: Uint8Array): boolean {
  const hash = HASHES.get(tlv.type);
  return hash === undefined || toHex(hash(covered)) === toHex(tlv.value);
}

function counterOf({ value }: McubootTlv): number {
  return new DataView(value.buffer, value.byteOffset, 4).getUint32(0, true);
}

// design.md, "Image dependencies": the number of the image and the least version of it.
function dependencyOf({ value }: McubootTlv): string {
  const view = new DataView(value.buffer, value.byteOffset, 12);
  const [major, minor, revision, build] = [view.getUint8(4), view.getUint8(5), view.getUint16(6, true), view.getUint32(8, true)];
  return `image ${view.getUint8(0)} at least ${major}.${minor}.${revision}+${build}`;
}

function said(offset: number, length: number): Said {
  return { offset, length, state: 'present', confidence: 'certain', roleHint: 'boot' };
}

function hasFlag({ flags }: McubootImage, flag: number): boolean {
  return Math.floor(flags / flag) % 2 === 1;
}
