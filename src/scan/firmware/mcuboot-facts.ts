// What an MCUboot image says: how it is signed, over which digest, by which key, whether its content is encrypted, its version and its
// security counter.

import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { isMalformed, type Malformed } from '../../formats/der.ts';
import { toHex } from '../../formats/hex.ts';
import { isMcubootImage, MCUBOOT_FLAGS, type McubootImage, type McubootTlv, readMcubootImage } from '../../formats/mcuboot.ts';
import { readPki } from '../../formats/pki.ts';
import { CURVES } from '../../knowledge/curves.ts';
import { MCUBOOT_TLVS, type McubootTlvRow } from '../../knowledge/mcuboot-tlvs.ts';
import { type Mechanism, mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { AlgorithmId, AlgorithmUse, CurveId } from '../../model/algorithm.ts';
import type { Evidence, Gap, KeyFacts } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toPublicKeyFacts } from '../certificate/key-facts.ts';
import { algorithm, fact, type Image, type Said, toEvidence, toGap, toImage } from './image.ts';

const MAX_IMAGES = 16;
const MAX_TRIES = 1024;
const MAGIC_START = 0x3d;
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
  return found.flatMap((read) =>
    isMalformed(read)
      ? [toGap(entry, 'malformed', `MCUboot image: expected ${read.expected}, found ${read.found}`, Math.min(read.offset, bytes.length))]
      : imageFacts(file, read, image),
  );
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
  readonly image: Image;
  readonly mcuboot: McubootImage;
  readonly rows: readonly { readonly tlv: McubootTlv; readonly row: McubootTlvRow }[];
  readonly digest: AlgorithmId | undefined;
}

function imageFacts(file: ScanFile, mcuboot: McubootImage, whole: Image): readonly (Evidence | Gap)[] {
  const rows = mcuboot.tlvs.flatMap((tlv) => {
    const row = MCUBOOT_TLVS.get(tlv.type);
    return row === undefined ? [] : [{ tlv, row }];
  });
  const digest = rows.find(({ row }) => row.what === 'digest')?.row;
  const image = { ...whole, subject: { ...whole.subject, version: mcuboot.version } };
  const read: Read = {
    image,
    mcuboot,
    rows,
    digest: digest !== undefined && 'mechanism' in digest ? digest.mechanism.algorithm : undefined,
  };
  return [...headerFacts(read), ...rows.flatMap(({ tlv, row }) => tlvFacts(read, tlv, row)), ...hashOnly(read), ...gapsOf(read, file)];
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
      return [toEvidence(image, at, algorithm(toSignature(read, tlv, row), row.name, 'mcuboot'))];
    case 'encryption':
      return [toEvidence(image, at, algorithm(toUse(row.name, withKeyBits(read.mcuboot, row.mechanism)), row.name, 'mcuboot'))];
    case 'security-counter':
      return tlv.value.length < 4 ? [] : [toEvidence(image, at, fact('anti-rollback', `security-counter ${counterOf(tlv)}`, row.name))];
    case 'public-key':
    case 'key-hash':
      return keyFacts(read, tlv, row.name);
    case 'other':
      return [];
  }
}

// The signature is over the digest of the digest TLV. An ECDSA TLV does not name its curve: MCUboot pairs P-384 with SHA-384 and P-256 with
// SHA-256, and a P-256 signature in DER takes at most 72 octets.
function toSignature({ digest }: Read, tlv: McubootTlv, row: { readonly name: string; readonly mechanism: Mechanism }): AlgorithmUse {
  const { algorithm: id } = row.mechanism;
  const use = toUse(
    row.name,
    id === 'ed25519' || digest === undefined ? row.mechanism : { ...row.mechanism, digest, parts: [mechanism(digest)] },
  );
  const resolvable = id === 'ecdsa' && row.mechanism.curve === undefined && digest !== undefined;
  const curve: CurveId | undefined = !resolvable
    ? undefined
    : digest === 'sha-384'
      ? 'secp384r1'
      : digest === 'sha-256' && tlv.value.length <= 72
        ? 'secp256r1'
        : undefined;
  if (curve === undefined) return use;
  return { ...use, parameters: { ...use.parameters, curve: { value: curve, from: 'resolved' } } };
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
  const read = readPki(value);
  return isMalformed(read) || read.object.kind !== 'public-key' ? undefined : toPublicKeyFacts(read.object.publicKey);
}

function hashedKey(read: Read, tlv: McubootTlv): KeyFacts | undefined {
  const signature = read.rows.find(({ row }) => row.what === 'signature');
  if (signature === undefined || !('mechanism' in signature.row) || tlv.value.length !== 32) return undefined;
  const { curve } = toSignature(read, signature.tlv, signature.row).parameters;
  const { algorithm: id } = signature.row.mechanism;
  if (id === 'ed25519')
    return {
      algorithm: toUse('IMAGE_TLV_KEYHASH', mechanism('ed25519', { curve: 'ed25519' })),
      sizeBits: 256,
      spkiSha256: toHex(tlv.value),
    };
  if (id !== 'ecdsa') return undefined;
  const use = toUse('IMAGE_TLV_KEYHASH', mechanism('ec'));
  const sized = curve === undefined ? {} : { sizeBits: CURVES[curve.value].bits };
  return { algorithm: { ...use, parameters: curve === undefined ? {} : { curve } }, ...sized, spkiSha256: toHex(tlv.value) };
}

function hashOnly({ image, mcuboot, rows, digest }: Read): readonly Evidence[] {
  if (digest === undefined || rows.some(({ row }) => row.what === 'signature')) return [];
  const at = said(mcuboot.offset, mcuboot.totalBytes);
  return [toEvidence(image, at, fact('image-hash-only', digest, 'digest TLV without signature TLV'))];
}

function gapsOf({ image, mcuboot, rows }: Read, { bytes, entry }: ScanFile): readonly Gap[] {
  const unknown = mcuboot.tlvs.filter((tlv) => !MCUBOOT_TLVS.has(tlv.type));
  const gaps = unknown.map((tlv) =>
    toGap(
      entry,
      'unsupported',
      `MCUboot TLV 0x${tlv.type.toString(16).padStart(4, '0')} of ${tlv.value.length} bytes is not known`,
      tlv.offset,
    ),
  );
  // The digest of an encrypted image is over its plaintext (encrypted_images.md): it cannot be checked without the key.
  const encrypted = hasFlag(mcuboot, MCUBOOT_FLAGS.encryptedAes128) || hasFlag(mcuboot, MCUBOOT_FLAGS.encryptedAes256);
  if (encrypted)
    return [...gaps, toGap(entry, 'encrypted', `MCUboot image ${image.subject.version ?? ''}: its content is encrypted`, mcuboot.offset)];
  const covered = bytes.subarray(mcuboot.offset, mcuboot.signedEnd);
  const wrong = rows.filter(({ tlv }) => !matchesDigest(tlv, covered));
  return [
    ...gaps,
    ...wrong.map(({ tlv, row }) => toGap(entry, 'malformed', `${row.name}: expected the digest of the image, found another`, tlv.offset)),
  ];
}

function matchesDigest(tlv: McubootTlv, covered: Uint8Array): boolean {
  const hash = HASHES.get(tlv.type);
  return hash === undefined || toHex(hash(covered)) === toHex(tlv.value);
}

function counterOf({ value }: McubootTlv): number {
  return new DataView(value.buffer, value.byteOffset, 4).getUint32(0, true);
}

function said(offset: number, length: number): Said {
  return { offset, length, state: 'present', confidence: 'certain', roleHint: 'boot' };
}

function hasFlag({ flags }: McubootImage, flag: number): boolean {
  return Math.floor(flags / flag) % 2 === 1;
}
