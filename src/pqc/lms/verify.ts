// Verification of LMS and HSS signatures: RFC 8554 §4.6, §5.4 and §6.3, SP 800-208 §4. Verification only: a signer needs state that must never
// go back (SP 800-208 §8), which no reference operation can promise.

import { concatBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '@noble/post-quantum/utils.js';
import { digest, LM_OTS, LMS, type LmOtsParameters, type LmsParameters } from './parameters.ts';

/** Why a signature is not valid. `hash-mix`: one-time signature and tree use different hash functions or lengths (SP 800-208 §4). */
export type LmsFault =
  | 'public-key-length'
  | 'public-key-type'
  | 'signature-length'
  | 'signature-type'
  | 'hash-mix'
  | 'leaf-number'
  | 'levels'
  | 'signature-mismatch';

/** A verdict with its reason: malformed input is an invalid signature, not an error. */
export type LmsVerification = { readonly valid: true } | { readonly valid: false; readonly reason: LmsFault };

export interface LmsVerifyRequest {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** What a public key or a signature says of its parameter sets. */
export interface LmsTypes {
  readonly lms: LmsParameters;
  readonly lmOts: LmOtsParameters;
}

/** Domain separation, RFC 8554 §7.1. */
const D_PBLC = 0x8080;
const D_MESG = 0x8181;
const D_LEAF = 0x8282;
const D_INTR = 0x8383;

const TYPE_BYTES = 4;
const IDENTIFIER_BYTES = 16;
const MAX_LEVELS = 8;

/** One tree: `u32 type ‖ u32 otstype ‖ I ‖ T[1]` verifies `u32 q ‖ LM-OTS signature ‖ u32 type ‖ path` (RFC 8554 §5.3, §5.4). Never throws. */
export function verifyLms({ publicKey, message, signature }: LmsVerifyRequest): LmsVerification {
  const types = readLmsTypes(publicKey);
  if (types === undefined) return invalid(publicKey.length < 2 * TYPE_BYTES ? 'public-key-length' : 'public-key-type');
  const { lms, lmOts } = types;
  if (publicKey.length !== lmsPublicKeyBytes(types)) return invalid('public-key-length');
  if (lms.hash !== lmOts.hash || lms.bytes !== lmOts.bytes) return invalid('hash-mix');
  const fault = findSignatureFault(signature, publicKey, types);
  if (fault !== undefined) return invalid(fault);
  const q = readU32(signature, 0);
  const identifier = publicKey.subarray(2 * TYPE_BYTES, 2 * TYPE_BYTES + IDENTIFIER_BYTES);
  const leafKey = toOneTimeKey(lmOts, { identifier, q, message, signature: signature.subarray(TYPE_BYTES) });
  const path = signature.subarray(signature.length - lms.h * lms.bytes);
  const root = toRoot(lms, { identifier, node: 2 ** lms.h + q, leafKey, path });
  return equalBytes(root, publicKey.subarray(2 * TYPE_BYTES + IDENTIFIER_BYTES)) ? { valid: true } : invalid('signature-mismatch');
}

/** The hierarchy: `u32 L ‖ LMS public key` verifies `u32 L−1 ‖ (signature ‖ next public key)… ‖ signature` (RFC 8554 §6.1 to §6.3). Never throws. */
export function verifyHss({ publicKey, message, signature }: LmsVerifyRequest): LmsVerification {
  if (publicKey.length < TYPE_BYTES) return invalid('public-key-length');
  if (signature.length < TYPE_BYTES) return invalid('signature-length');
  const levels = readU32(publicKey, 0);
  if (levels < 1 || levels > MAX_LEVELS || readU32(signature, 0) !== levels - 1) return invalid('levels');
  let key = publicKey.subarray(TYPE_BYTES);
  let rest = signature.subarray(TYPE_BYTES);
  for (let level = 1; level < levels; level++) {
    const types = readLmsTypes(key);
    if (types === undefined) return invalid('public-key-type');
    const end = lmsSignatureBytes(types);
    const nextTypes = readLmsTypes(rest.subarray(end));
    if (nextTypes === undefined) return invalid(rest.length < end + 2 * TYPE_BYTES ? 'signature-length' : 'signature-type');
    const next = rest.subarray(end, end + lmsPublicKeyBytes(nextTypes));
    if (next.length !== lmsPublicKeyBytes(nextTypes)) return invalid('signature-length');
    const verdict = verifyLms({ publicKey: key, message: next, signature: rest.subarray(0, end) });
    if (!verdict.valid) return verdict;
    key = next;
    rest = rest.subarray(end + next.length);
  }
  return verifyLms({ publicKey: key, message, signature: rest });
}

/** The parameter sets that an LMS public key names; undefined where the codes are none, or the bytes end before them. */
export function readLmsTypes(publicKey: Uint8Array): LmsTypes | undefined {
  if (publicKey.length < 2 * TYPE_BYTES) return undefined;
  const lms = LMS.get(readU32(publicKey, 0));
  const lmOts = LM_OTS.get(readU32(publicKey, TYPE_BYTES));
  return lms === undefined || lmOts === undefined ? undefined : { lms, lmOts };
}

/** RFC 8554 §5.3: 24 + m. */
export function lmsPublicKeyBytes({ lms }: LmsTypes): number {
  return 2 * TYPE_BYTES + IDENTIFIER_BYTES + lms.bytes;
}

/** RFC 8554 §5.4: 12 + n(p + 1) + m·h. */
export function lmsSignatureBytes({ lms, lmOts }: LmsTypes): number {
  return 3 * TYPE_BYTES + lmOts.bytes * (lmOts.p + 1) + lms.bytes * lms.h;
}

interface OneTime {
  readonly identifier: Uint8Array;
  readonly q: number;
  readonly message: Uint8Array;
  /** `u32 type ‖ C ‖ y[0] ‖ … ‖ y[p−1]` */
  readonly signature: Uint8Array;
}

/** The candidate Kc for the one-time public key: RFC 8554 Algorithm 4b. */
function toOneTimeKey(set: LmOtsParameters, { identifier, q, message, signature }: OneTime): Uint8Array {
  const prefix = concatBytes(identifier, u32(q));
  const randomizer = signature.subarray(TYPE_BYTES, TYPE_BYTES + set.bytes);
  const digits = toDigits(set, digest(set, concatBytes(prefix, u16(D_MESG), randomizer, message)));
  const ends = digits.map((digit, i) => {
    const start = TYPE_BYTES + set.bytes * (i + 1);
    // One buffer for the whole chain: I ‖ q ‖ i ‖ j ‖ value.
    const chain = concatBytes(prefix, u16(i), Uint8Array.of(0), signature.subarray(start, start + set.bytes));
    for (let j = digit; j < 2 ** set.w - 1; j++) {
      chain[prefix.length + 2] = j;
      chain.set(digest(set, chain), prefix.length + 3);
    }
    return chain.subarray(prefix.length + 3);
  });
  return digest(set, concatBytes(prefix, u16(D_PBLC), ...ends));
}

/** The digits of Q and of its checksum: RFC 8554 §3.1.3 `coef` and Algorithm 2 `Cksm`. */
function toDigits({ w, p, ls }: LmOtsParameters, hash: Uint8Array): readonly number[] {
  const digitsOf = (bytes: Uint8Array): number[] =>
    [...bytes].flatMap((byte) => Array.from({ length: 8 / w }, (_, i) => (byte >> (8 - w * (i + 1))) & (2 ** w - 1)));
  const digits = digitsOf(hash);
  const sum = digits.reduce((total, digit) => total + 2 ** w - 1 - digit, 0);
  return [...digits, ...digitsOf(u16(sum << ls))].slice(0, p);
}

interface Leaf {
  readonly identifier: Uint8Array;
  /** number of the leaf in the tree, whose root is 1 */
  readonly node: number;
  readonly leafKey: Uint8Array;
  readonly path: Uint8Array;
}

/** The candidate Tc for the root: RFC 8554 Algorithm 6a step 4. */
function toRoot(set: LmsParameters, { identifier, node, leafKey, path }: Leaf): Uint8Array {
  let value = digest(set, concatBytes(identifier, u32(node), u16(D_LEAF), leafKey));
  for (let i = 0, at = node; i < set.h; i++, at >>>= 1) {
    const sibling = path.subarray(i * set.bytes, (i + 1) * set.bytes);
    const pair = at % 2 === 1 ? [sibling, value] : [value, sibling];
    value = digest(set, concatBytes(identifier, u32(at >>> 1), u16(D_INTR), ...pair));
  }
  return value;
}

/** Type codes other than the key's, a length other than theirs, a leaf outside the tree: RFC 8554 Algorithm 6a step 2. */
function findSignatureFault(signature: Uint8Array, publicKey: Uint8Array, types: LmsTypes): LmsFault | undefined {
  const { lms, lmOts } = types;
  if (signature.length < 2 * TYPE_BYTES) return 'signature-length';
  if (readU32(signature, TYPE_BYTES) !== readU32(publicKey, TYPE_BYTES)) return 'signature-type';
  if (signature.length !== lmsSignatureBytes(types)) return 'signature-length';
  const treeType = 2 * TYPE_BYTES + lmOts.bytes * (lmOts.p + 1);
  if (readU32(signature, treeType) !== readU32(publicKey, 0)) return 'signature-type';
  return readU32(signature, 0) >= 2 ** lms.h ? 'leaf-number' : undefined;
}

function invalid(reason: LmsFault): LmsVerification {
  return { valid: false, reason };
}

function readU32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value);
}
