// What a SUIT envelope says: the digest of the manifest, how it is authenticated, which digests and ciphers its payloads have, its
// sequence number (the anti-rollback of SUIT). draft-ietf-suit-manifest sections 8.3 and 8.4; RFC 9052 section 4.4.

import { sha256, sha384, sha512, sha512_256 } from '@noble/hashes/sha2.js';
import { isMalformed } from '../../formats/der.ts';
import { toHex } from '../../formats/hex.ts';
import { readSuit, type SuitAuthentication, type SuitDigest, type SuitEnvelope } from '../../formats/suit.ts';
import type { SignatureClaim } from '../../formats/verify-signature.ts';
import { findCoseAlgorithm } from '../../knowledge/cose.ts';
import { toUse } from '../../knowledge/mechanism.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { algorithm, fact, type Image, type Said, toEvidence, toGap, toImage } from './image.ts';
import { checkClaim, type KeyRing, toKeyRing } from './keys.ts';

type Hash = (data: Uint8Array) => Uint8Array;

const HASHES: ReadonlyMap<number, Hash> = new Map<number, Hash>([
  [-16, sha256],
  [-17, sha512_256],
  [-43, sha384],
  [-44, sha512],
]);

const SIGN1_TAG = 18;
const COSE_SIGNERS: ReadonlySet<number> = new Set([SIGN1_TAG, 98]);

/** The facts of an envelope; undefined for another file. */
export function scanSuit(file: ScanFile): readonly (Evidence | Gap)[] | undefined {
  const suit = readSuit(file.bytes);
  if (suit === undefined) return undefined;
  if (isMalformed(suit))
    return [
      toGap(
        file.entry,
        'malformed',
        `SUIT envelope: expected ${suit.expected}, found ${suit.found}`,
        Math.min(suit.offset, file.bytes.length),
      ),
    ];
  const image = toImage(file, suit.sequenceNumber === undefined ? undefined : String(suit.sequenceNumber));
  const ring = toKeyRing(file);
  return [
    ...sequenceFacts(image, suit),
    ...manifestDigest(image, suit),
    ...suit.authentications.flatMap((each) => authenticationFacts({ image, suit, ring }, each)),
    ...suit.payloadDigests.flatMap((digest) => payloadFacts(image, digest)),
    ...suit.encryption.flatMap(({ algorithm: id, offset }) =>
      coseFacts(image, id, { ...said(offset, 0), symbol: 'suit-parameter-encryption-info' }),
    ),
    ...unsignedFacts(image, suit),
    ...operatorGap(file, suit, ring),
  ];
}

function sequenceFacts(image: Image, { sequenceNumber, totalBytes }: SuitEnvelope): readonly Evidence[] {
  if (sequenceNumber === undefined) return [];
  return [
    toEvidence(image, said(0, totalBytes), fact('anti-rollback', `sequence-number ${sequenceNumber}`, 'suit-manifest-sequence-number')),
  ];
}

function manifestDigest(image: Image, { digest, covered, totalBytes }: SuitEnvelope): readonly (Evidence | Gap)[] {
  if (digest === undefined)
    return [toGap(image.entry, 'malformed', 'SUIT envelope: expected an authentication wrapper with a digest of the manifest, found none')];
  const at = { ...said(digest.offset, digest.value.length), symbol: 'SUIT_Digest of the manifest' };
  const hash = HASHES.get(digest.algorithm);
  const facts = coseFacts(image, digest.algorithm, at);
  if (hash === undefined)
    return [
      ...facts,
      toGap(image.entry, 'unsupported', `SUIT envelope of ${totalBytes} bytes: its digest is not computed here`, digest.offset),
    ];
  if (toHex(hash(covered)) === toHex(digest.value)) return facts;
  return [...facts, toGap(image.entry, 'malformed', 'SUIT envelope: expected the digest of the manifest, found another', digest.offset)];
}

interface Within {
  readonly image: Image;
  readonly suit: SuitEnvelope;
  readonly ring: KeyRing;
}

function authenticationFacts({ image, suit, ring }: Within, each: SuitAuthentication): readonly (Evidence | Gap)[] {
  const at = { ...said(each.offset, each.length), symbol: `COSE tag ${each.tag}` };
  const facts = each.algorithms.flatMap((id) => coseFacts(image, id, at));
  if (!COSE_SIGNERS.has(each.tag)) return facts;
  const checked = checkClaim(toClaim(suit, each), ring, []);
  const value =
    checked.is === 'verified'
      ? 'verified with the given key'
      : checked.is === 'wrong'
        ? 'does not verify'
        : 'not verified: no public key at hand';
  return [...facts, toEvidence(image, at, fact('image-signature', value, at.symbol))];
}

// RFC 9052 section 4.4: Sig_structure = [ "Signature1", protected, external_aad, payload ]; the payload is the digest, detached.
function toClaim(
  { signedPayload }: SuitEnvelope,
  { tag, algorithms, protectedHeader, signature }: SuitAuthentication,
): SignatureClaim | undefined {
  if (tag !== SIGN1_TAG || protectedHeader === undefined || signature === undefined || signedPayload === undefined) return undefined;
  const structure = Uint8Array.of(
    0x84,
    ...[0x6a, ...new TextEncoder().encode('Signature1')],
    ...byteString(protectedHeader),
    0x40,
    ...byteString(signedPayload),
  );
  switch (findCoseAlgorithm(algorithms[0] ?? 0)?.name) {
    case 'ES256':
    case 'ESP256':
      return { scheme: 'ecdsa', digest: 'sha-256', signed: sha256(structure), signature };
    case 'ES384':
    case 'ESP384':
      return { scheme: 'ecdsa', digest: 'sha-384', signed: sha384(structure), signature };
    case 'PS256':
      return { scheme: 'rsa-pss', digest: 'sha-256', signed: sha256(structure), signature };
    case 'EdDSA':
    case 'Ed25519':
      return { scheme: 'ed25519', digest: 'sha-512', signed: structure, signature };
    default:
      return undefined;
  }
}

function byteString(content: Uint8Array): readonly number[] {
  const { length } = content;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return [...head, ...content];
}

function payloadFacts(image: Image, { algorithm: id, value, offset }: SuitDigest): readonly (Evidence | Gap)[] {
  return coseFacts(image, id, { ...said(offset, value.length), symbol: 'suit-parameter-image-digest' });
}

function unsignedFacts(image: Image, { digest, authentications, totalBytes }: SuitEnvelope): readonly Evidence[] {
  const name = digest === undefined ? undefined : findCoseAlgorithm(digest.algorithm)?.mechanism.algorithm;
  if (name === undefined || authentications.length > 0) return [];
  return [toEvidence(image, said(0, totalBytes), fact('image-hash-only', name, 'SUIT authentication wrapper without a COSE structure'))];
}

function operatorGap({ entry }: ScanFile, suit: SuitEnvelope, ring: KeyRing): readonly Gap[] {
  if (ring.operator.length === 0) return [];
  const verified = suit.authentications.some((each) => checkClaim(toClaim(suit, each), ring, []).is === 'verified');
  return verified ? [] : [toGap(entry, 'malformed', 'SUIT envelope: expected a signature by the given key, found none that verifies')];
}

function coseFacts(image: Image, id: number, at: Said & { readonly symbol: string }): readonly (Evidence | Gap)[] {
  const found = findCoseAlgorithm(id);
  if (found === undefined) return [toGap(image.entry, 'unsupported', `${at.symbol}: COSE algorithm ${id} is not known`, at.offset)];
  const { symbol, ...place } = at;
  return [toEvidence(image, place, algorithm(toUse(found.name, found.mechanism), `${symbol}: ${found.name}`))];
}

function said(offset: number, length: number): Said {
  return { offset, length, state: 'present', confidence: 'certain', roleHint: 'update' };
}
