// How an MCUboot image is signed, and whether it is: the scheme stands in a TLV that the digest does not cover, so it is certain only
// where the signature was verified. MCUboot documentation: design.md "Image format", imgtool.md.

import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { isMalformed } from '../../formats/der.ts';
import { toHex } from '../../formats/hex.ts';
import { MCUBOOT_FLAGS, type McubootImage, type McubootTlv } from '../../formats/mcuboot.ts';
import { readPki } from '../../formats/pki.ts';
import type { PublicKeyRecord } from '../../formats/public-key.ts';
import type { SignatureClaim, SignedDigest } from '../../formats/verify-signature.ts';
import type { McubootTlvRow } from '../../knowledge/mcuboot-tlvs.ts';
import { type Mechanism, mechanism, toUse } from '../../knowledge/mechanism.ts';
import type { AlgorithmId, AlgorithmUse, CurveId } from '../../model/algorithm.ts';
import type { Confidence, Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toPublicKeyFacts } from '../certificate/key-facts.ts';
import { algorithm, fact, type Image, toEvidence, toGap } from './image.ts';
import { type Checked, checkClaim, type FoundKey, type KeyRing } from './keys.ts';

/** A TLV of a known type. */
export interface TlvRow {
  readonly tlv: McubootTlv;
  readonly row: McubootTlvRow;
}

/** An image whose signatures are looked at. `covered` is header, payload and protected TLVs. */
export interface Signed {
  readonly file: ScanFile;
  readonly ring: KeyRing;
  readonly image: Image;
  readonly mcuboot: McubootImage;
  readonly rows: readonly TlvRow[];
  readonly digest: AlgorithmId | undefined;
  readonly covered: Uint8Array;
}

type SignatureRow = McubootTlvRow & { readonly mechanism: Mechanism };

const KEY_HASH = 0x01;
const PUBLIC_KEY = 0x02;
const SIG_PURE = 0x25;
/** a signature of P-256 in DER takes at most 72 octets */
const LONGEST_P256 = 72;

/** The scheme of every signature TLV, and one fact for whether it was verified. */
export function signatureFacts(signed: Signed): readonly (Evidence | Gap)[] {
  const signatures = signed.rows.filter((each): each is { tlv: McubootTlv; row: SignatureRow } => each.row.what === 'signature');
  if (signatures.length > 0) return signatures.flatMap(({ tlv, row }) => factsOf(signed, tlv, row));
  const pure = signed.rows.find(({ tlv }) => tlv.type === SIG_PURE);
  const { entry } = signed.file;
  const alone =
    pure === undefined
      ? []
      : [toGap(entry, 'malformed', 'IMAGE_TLV_SIG_PURE: expected a signature TLV beside it, found none', pure.tlv.offset)];
  if (signed.ring.operator.length === 0) return alone;
  return [...alone, toGap(entry, 'malformed', 'MCUboot image: expected a signature by the given key, found none', signed.mcuboot.offset)];
}

function factsOf(signed: Signed, tlv: McubootTlv, row: SignatureRow): readonly (Evidence | Gap)[] {
  const { image, file } = signed;
  const checked = isEncrypted(signed.mcuboot) ? undefined : check(signed, tlv, row);
  const key = checked?.is === 'verified' ? checked.key : keyInside(signed);
  const { use, confidence } = checked?.is === 'verified' ? verifiedUse(signed, row, key) : toSignature(signed, tlv, row);
  const at = { offset: tlv.offset, length: tlv.value.length, state: 'present', roleHint: 'boot' } as const;
  const symbol = signed.rows.some((each) => each.tlv.type === SIG_PURE) ? `${row.name} with IMAGE_TLV_SIG_PURE` : row.name;
  return [
    toEvidence(image, { ...at, confidence }, algorithm(use, symbol, 'mcuboot')),
    toEvidence(image, { ...at, confidence: 'certain' }, fact('image-signature', describe(checked), row.name)),
    ...(checked?.is === 'wrong'
      ? [
          toGap(
            file.entry,
            'malformed',
            `${row.name}: expected a signature by ${checked.by === 'operator' ? 'the given key' : 'the key that its hash names'}, found one that does not verify`,
            tlv.offset,
          ),
        ]
      : []),
    ...keyHashGap(signed, checked),
  ];
}

// The words of the fact: short, stable, and never more than was checked.
function describe(checked: Checked | undefined): string {
  if (checked === undefined) return 'not verified: the image is encrypted, its signature is over the plaintext';
  if (checked.is === 'wrong') return 'does not verify';
  if (checked.is === 'unverified') return 'not verified: no public key at hand';
  return checked.by === 'operator' ? 'verified with the given key' : `verified with ${checked.key.path ?? 'a key of the tree'}`;
}

function check(signed: Signed, tlv: McubootTlv, row: SignatureRow): Checked {
  const hash = signed.rows.find((each) => each.tlv.type === KEY_HASH);
  const named = hash === undefined ? [] : signed.ring.byHash(hash.tlv.value);
  return checkClaim(toClaim(signed, tlv, row), signed.ring, [...named, ...embedded(signed)]);
}

// Over the digest; with SIG_PURE over the image itself (imgtool, `--pure`). The digest is computed: the TLV that states it is not covered.
function toClaim({ rows, digest, covered }: Signed, { value }: McubootTlv, { mechanism: named }: SignatureRow): SignatureClaim | undefined {
  const pure = rows.some(({ tlv }) => tlv.type === SIG_PURE);
  const hash: SignedDigest = digest === 'sha-384' || digest === 'sha-512' ? digest : 'sha-256';
  const hashed = { 'sha-256': sha256, 'sha-384': sha384, 'sha-512': sha512 }[hash](covered);
  switch (named.algorithm) {
    case 'rsassa-pss':
      return { scheme: 'rsa-pss', digest: hash, signed: hashed, signature: value };
    case 'ecdsa':
      return { scheme: 'ecdsa', digest: hash, signed: hashed, signature: value };
    case 'ed25519':
      return { scheme: 'ed25519', digest: hash, signed: pure ? covered : hashed, signature: value };
    default:
      return undefined;
  }
}

// A key that the image brings along shows that the signature is one, not whose.
function embedded({ rows, file: { entry } }: Signed): readonly FoundKey[] {
  const tlv = rows.find((each) => each.tlv.type === PUBLIC_KEY)?.tlv;
  const key = tlv === undefined ? undefined : readKeyObject(tlv.value);
  return key === undefined ? [] : [{ spki: key.spki, path: `${entry.path} (IMAGE_TLV_PUBKEY)` }];
}

function keyInside(signed: Signed): FoundKey | undefined {
  return embedded(signed)[0];
}

function keyHashGap({ rows, file: { entry } }: Signed, checked: Checked | undefined): readonly Gap[] {
  const hash = rows.find((each) => each.tlv.type === KEY_HASH);
  if (hash === undefined || checked?.is !== 'verified' || isHashOf(hash.tlv.value, checked.key.spki)) return [];
  return [
    toGap(entry, 'malformed', 'IMAGE_TLV_KEYHASH: expected the hash of the key that verifies the image, found another', hash.tlv.offset),
  ];
}

function isHashOf(value: Uint8Array, spki: Uint8Array): boolean {
  const hash = value.length === 48 ? sha384 : value.length === 64 ? sha512 : sha256;
  const encodings = [spki, rsaKeyOf(spki)].flatMap((each) => each ?? []);
  return encodings.some((encoding) => toHex(hash(encoding)) === toHex(value));
}

// imgtool hashes RSAPublicKey, which ends the SubjectPublicKeyInfo behind one octet of unused bits.
function rsaKeyOf(spki: Uint8Array): Uint8Array | undefined {
  const read = readPki(spki);
  const bytes = isMalformed(read) || read.object.kind !== 'public-key' ? undefined : read.object.publicKey.keyBytes;
  return bytes === undefined ? undefined : spki.subarray(spki.length - bytes);
}

function verifiedUse(
  { digest }: Signed,
  row: SignatureRow,
  key: FoundKey | undefined,
): { readonly use: AlgorithmUse; readonly confidence: Confidence } {
  const record = key === undefined ? undefined : readKeyObject(key.spki);
  const facts = record === undefined ? undefined : toPublicKeyFacts(record);
  const curve = facts?.algorithm.parameters.curve?.value;
  const { algorithm: id } = row.mechanism;
  const base = id === 'ed25519' || digest === undefined ? row.mechanism : { ...row.mechanism, digest, parts: [mechanism(digest)] };
  return { use: toUse(row.name, id === 'ecdsa' && curve !== undefined ? { ...base, curve } : base), confidence: 'certain' };
}

/**
 * The scheme as an unverified TLV says it. An ECDSA TLV does not name its curve: MCUboot pairs P-384 with SHA-384 and P-256 with SHA-256,
 * and lengths must agree.
 */
export function toSignature(
  { digest }: Pick<Signed, 'digest'>,
  tlv: McubootTlv,
  row: McubootTlvRow & { readonly mechanism: Mechanism },
): { readonly use: AlgorithmUse; readonly confidence: Confidence } {
  const { algorithm: id } = row.mechanism;
  const use = toUse(
    row.name,
    id === 'ed25519' || digest === undefined ? row.mechanism : { ...row.mechanism, digest, parts: [mechanism(digest)] },
  );
  const curve = id === 'ecdsa' && row.mechanism.curve === undefined ? curveOf(digest, tlv.value.length) : undefined;
  if (curve === undefined) return { use, confidence: 'likely' };
  return { use: { ...use, parameters: { ...use.parameters, curve: { value: curve, from: 'resolved' } } }, confidence: 'likely' };
}

function curveOf(digest: AlgorithmId | undefined, length: number): CurveId | undefined {
  if (digest === 'sha-384') return length > LONGEST_P256 ? 'secp384r1' : undefined;
  return digest === 'sha-256' && length <= LONGEST_P256 ? 'secp256r1' : undefined;
}

/** A public key from SubjectPublicKeyInfo or RSAPublicKey. */
export function readKeyObject(der: Uint8Array): PublicKeyRecord | undefined {
  const read = readPki(der);
  return isMalformed(read) || read.object.kind !== 'public-key' ? undefined : read.object.publicKey;
}

function isEncrypted({ flags }: McubootImage): boolean {
  return [MCUBOOT_FLAGS.encryptedAes128, MCUBOOT_FLAGS.encryptedAes256].some((flag) => Math.floor(flags / flag) % 2 === 1);
}
