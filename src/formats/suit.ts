// SUIT envelopes: authentication wrapper, manifest, and what stands beside them. draft-ietf-suit-manifest sections 8.2 to 8.4; COSE
// structures of RFC 9052.

import { type CborItem, entryOf, readCbor } from './cbor.ts';
import type { Malformed } from './der.ts';

/** A digest as `SUIT_Digest` writes it: COSE algorithm and octets. */
export interface SuitDigest {
  readonly algorithm: number;
  readonly value: Uint8Array;
  readonly offset: number;
}

/** One COSE structure of the authentication wrapper. */
export interface SuitAuthentication {
  /** COSE tag: 18 Sign1, 98 Sign, 17 Mac0, 97 Mac */
  readonly tag: number;
  readonly offset: number;
  readonly length: number;
  /** COSE algorithms that its headers name, those of the signers of COSE_Sign included */
  readonly algorithms: readonly number[];
  /** of COSE_Sign1: protected header and signature */
  readonly protectedHeader?: Uint8Array;
  readonly signature?: Uint8Array;
}

/** An envelope. Offsets are in the bytes that were read. */
export interface SuitEnvelope {
  readonly totalBytes: number;
  readonly digest?: SuitDigest;
  /** what the digest covers: the manifest with its byte string header */
  readonly covered: Uint8Array;
  /** the encoded digest, which COSE signs detached */
  readonly signedPayload?: Uint8Array;
  readonly authentications: readonly SuitAuthentication[];
  readonly sequenceNumber?: number;
  /** digests of payloads that the manifest names */
  readonly payloadDigests: readonly SuitDigest[];
  /** COSE algorithms of encryption that the manifest names */
  readonly encryption: readonly { readonly algorithm: number; readonly offset: number }[];
}

const ENVELOPE_TAG = 107;
const KEYS = { authentication: 2, manifest: 3 } as const;
const PARAMETERS = { imageDigest: 3, encryptionInfo: 19 } as const;
const MAX_NESTED = 10;

/** The envelope at the start of the bytes; undefined for bytes that are none. */
export function readSuit(bytes: Uint8Array): SuitEnvelope | Malformed | undefined {
  const tagged = bytes[0] === 0xd8 && bytes[1] === ENVELOPE_TAG;
  const bare = (bytes[0] ?? 0) >= 0xa2 && (bytes[0] ?? 0) <= 0xb7 && bytes[1] === KEYS.authentication && ((bytes[2] ?? 0) & 0xe0) === 0x40;
  if (!tagged && !bare) return undefined;
  const item = readCbor(bytes);
  if ('found' in item) return tagged ? item : undefined;
  const envelope = item.is === 'tag' ? item.item : item;
  const manifest = entryOf(envelope, KEYS.manifest);
  if (manifest?.is !== 'bytes')
    return tagged ? { offset: envelope.start, expected: 'a manifest (key 3) in the envelope', found: 'none' } : undefined;
  const wrapper = entryOf(envelope, KEYS.authentication);
  return {
    totalBytes: item.end,
    covered: bytes.subarray(manifest.start, manifest.end),
    ...readWrapper(wrapper),
    ...readManifest(manifest),
  };
}

type Wrapper = Pick<SuitEnvelope, 'digest' | 'signedPayload' | 'authentications'>;

function readWrapper(wrapper: CborItem | undefined): Wrapper {
  const nested = openBytes(wrapper);
  if (nested?.item.is !== 'array') return { authentications: [] };
  const [first, ...rest] = nested.item.items;
  const digest = toDigest(openBytes(first, nested.base));
  return {
    ...(digest === undefined ? {} : { digest }),
    ...(first?.is === 'bytes' ? { signedPayload: first.value } : {}),
    authentications: rest.slice(0, MAX_NESTED).flatMap((each) => toAuthentication(openBytes(each, nested.base))),
  };
}

function toAuthentication(opened: Opened | undefined): readonly SuitAuthentication[] {
  if (opened?.item.is !== 'tag' || opened.item.item.is !== 'array') return [];
  const { item, base } = opened;
  if (item.item.is !== 'array') return [];
  const [header, unprotected, , last] = item.item.items;
  const signers =
    last?.is === 'array' ? last.items.flatMap((signer) => (signer.is === 'array' ? headersOf(signer.items[0], signer.items[1]) : [])) : [];
  return [
    {
      tag: item.tag,
      offset: base + item.start,
      length: item.end - item.start,
      algorithms: [...headersOf(header, unprotected), ...signers],
      ...(header?.is === 'bytes' ? { protectedHeader: header.value } : {}),
      ...(last?.is === 'bytes' ? { signature: last.value } : {}),
    },
  ];
}

/** RFC 9052 section 3.1: `alg` is key 1 of the protected header, or of the unprotected one. */
function headersOf(header: CborItem | undefined, unprotected: CborItem | undefined): readonly number[] {
  const opened = header?.is === 'bytes' && header.value.length > 0 ? openBytes(header)?.item : undefined;
  return [entryOf(opened, 1), entryOf(unprotected, 1)].flatMap((item) => (item?.is === 'integer' ? [item.value] : []));
}

type Manifest = Pick<SuitEnvelope, 'sequenceNumber' | 'payloadDigests' | 'encryption'>;

function readManifest(manifest: CborItem): Manifest {
  const opened = openBytes(manifest);
  const sequence = entryOf(opened?.item, 2);
  const payloadDigests: SuitDigest[] = [];
  const encryption: { algorithm: number; offset: number }[] = [];
  if (opened !== undefined) collect(opened, { payloadDigests, encryption }, 0);
  return { ...(sequence?.is === 'integer' ? { sequenceNumber: sequence.value } : {}), payloadDigests, encryption };
}

interface Collected {
  readonly payloadDigests: SuitDigest[];
  readonly encryption: { algorithm: number; offset: number }[];
}

// Command sequences are byte strings of CBOR inside the manifest: every one that reads as CBOR is entered.
function collect({ item, base }: Opened, into: Collected, depth: number): void {
  if (depth > MAX_NESTED) return;
  if (item.is === 'array') for (const each of item.items) collect({ item: each, base }, into, depth);
  if (item.is === 'bytes') {
    const opened = item.value.length < 2 ? undefined : openBytes(item, base);
    if (opened !== undefined && (opened.item.is === 'map' || opened.item.is === 'array')) collect(opened, into, depth + 1);
  }
  if (item.is !== 'map') return;
  for (const [key, value] of item.entries) {
    const digest = key.is === 'integer' && key.value === PARAMETERS.imageDigest ? toDigest(openBytes(value, base)) : undefined;
    if (digest !== undefined) into.payloadDigests.push(digest);
    else if (key.is === 'integer' && key.value === PARAMETERS.encryptionInfo) into.encryption.push(...toEncryption(openBytes(value, base)));
    else collect({ item: value, base }, into, depth);
  }
}

// COSE_Encrypt [protected, unprotected, ciphertext, recipients] and COSE_Encrypt0 without the last; recipients have the same shape.
function toEncryption(opened: Opened | undefined): readonly { algorithm: number; offset: number }[] {
  const content = opened?.item.is === 'tag' ? opened.item.item : opened?.item;
  if (opened === undefined || content?.is !== 'array') return [];
  const [header, unprotected, , recipients] = content.items;
  const nested =
    recipients?.is === 'array'
      ? recipients.items.flatMap((each) => (each.is === 'array' ? headersOf(each.items[0], each.items[1]) : []))
      : [];
  return [...headersOf(header, unprotected), ...nested].map((algorithm) => ({ algorithm, offset: opened.base + content.start }));
}

interface Opened {
  readonly item: CborItem;
  /** what is added to an offset inside to make it one of the file */
  readonly base: number;
}

/** The item inside a byte string. */
function openBytes(item: CborItem | undefined, base = 0): Opened | undefined {
  if (item?.is !== 'bytes') return undefined;
  const inner = readCbor(item.value);
  return 'found' in inner || inner.end !== item.value.length ? undefined : { item: inner, base: base + item.contentStart };
}

function toDigest(opened: Opened | undefined): SuitDigest | undefined {
  if (opened?.item.is !== 'array') return undefined;
  const [algorithm, value] = opened.item.items;
  if (algorithm?.is !== 'integer' || value?.is !== 'bytes') return undefined;
  return { algorithm: algorithm.value, value: value.value, offset: opened.base + value.contentStart };
}
