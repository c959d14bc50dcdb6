// OpenPGP keys and signatures, as far as mechanism, size and fingerprint go: RFC 9580 sections 4 and 5 (packets of version 3, 4 and 6),
// draft-ietf-openpgp-pqc for ML-DSA, SLH-DSA and ML-KEM. Of a secret key packet only the public half and how it is protected leave this file.

import { isMalformed, type Malformed, readElement, readOid } from './der.ts';
import { toDer } from './der-write.ts';
import { type PublicKeyRecord, toPublicKey } from './public-key.ts';

/** A key packet. */
export interface OpenPgpKey {
  readonly kind: 'key';
  readonly version: number;
  readonly secret: boolean;
  /** a secret key behind a passphrase */
  readonly encrypted: boolean;
  readonly subkey: boolean;
  /** RFC 9580 section 9.1 */
  readonly algorithm: number;
  /** bits of the modulus or prime */
  readonly sizeBits?: number;
  readonly curveOid?: string;
  /** the same key as X.509 writes it */
  readonly publicKey?: PublicKeyRecord;
}

/** A signature packet. */
export interface OpenPgpSignature {
  readonly kind: 'signature';
  readonly version: number;
  readonly algorithm: number;
  /** RFC 9580 section 9.5 */
  readonly hash: number;
}

export type OpenPgpPacket = OpenPgpKey | OpenPgpSignature;

const MAX_PACKETS = 20_000;
const KEY_TAGS: ReadonlyMap<number, { readonly secret: boolean; readonly subkey: boolean }> = new Map([
  [5, { secret: true, subkey: false }],
  [6, { secret: false, subkey: false }],
  [7, { secret: true, subkey: true }],
  [14, { secret: false, subkey: true }],
]);
const SIGNATURE_TAG = 2;

/** The keys and signatures of a sequence of packets, in their order; packets of other kinds are passed over. */
export function readOpenPgp(bytes: Uint8Array): readonly OpenPgpPacket[] | Malformed {
  const packets: OpenPgpPacket[] = [];
  let at = 0;
  for (let count = 0; at < bytes.length; count++) {
    if (count >= MAX_PACKETS) return { offset: at, expected: `at most ${MAX_PACKETS} packets`, found: 'more' };
    const packet = readPacket(bytes, at);
    if (packet === undefined) return { offset: at, expected: 'an OpenPGP packet (RFC 9580)', found: 'another structure or the end' };
    const read = readBody(packet);
    if (read !== undefined) packets.push(read);
    at = packet.end;
  }
  return packets;
}

interface Packet {
  readonly tag: number;
  readonly body: Uint8Array;
  readonly end: number;
}

// Section 4.2: the first octet says format and type, then comes the length.
function readPacket(bytes: Uint8Array, at: number): Packet | undefined {
  const first = bytes[at] ?? 0;
  if ((first & 0x80) === 0) return undefined;
  const isCurrent = (first & 0x40) !== 0;
  const length = isCurrent ? currentLength(bytes, at + 1) : legacyLength(bytes, at + 1, first & 0x03);
  if (length === undefined || length.start + length.octets > bytes.length) return undefined;
  const end = length.start + length.octets;
  return { tag: isCurrent ? first & 0x3f : (first & 0x3c) >> 2, body: bytes.subarray(length.start, end), end };
}

interface Length {
  readonly start: number;
  readonly octets: number;
}

// Partial lengths are for data, which no key is.
function currentLength(bytes: Uint8Array, at: number): Length | undefined {
  const first = bytes[at];
  if (first === undefined || (first >= 224 && first < 255)) return undefined;
  if (first < 192) return { start: at + 1, octets: first };
  if (first < 224)
    return bytes[at + 1] === undefined ? undefined : { start: at + 2, octets: (first - 192) * 256 + (bytes[at + 1] ?? 0) + 192 };
  return numberLength(bytes, at + 1, 4);
}

function legacyLength(bytes: Uint8Array, at: number, type: number): Length | undefined {
  return type === 3 ? { start: at, octets: bytes.length - at } : numberLength(bytes, at, 2 ** type);
}

function numberLength(bytes: Uint8Array, at: number, count: number): Length | undefined {
  if (at + count > bytes.length) return undefined;
  return { start: at + count, octets: bytes.subarray(at, at + count).reduce((sum, octet) => sum * 256 + octet, 0) };
}

function readBody({ tag, body }: Packet): OpenPgpPacket | undefined {
  const kind = KEY_TAGS.get(tag);
  if (kind !== undefined) return readKey(body, kind);
  return tag === SIGNATURE_TAG ? readSignature(body) : undefined;
}

// Section 5.2: version 3 has its algorithms behind the hashed octets, the time and the key's id, later versions behind the type.
function readSignature(body: Uint8Array): OpenPgpSignature | undefined {
  const version = body[0] ?? 0;
  const at = version === 3 ? 15 : 2;
  const [algorithm, hash] = [body[at], body[at + 1]];
  return algorithm === undefined || hash === undefined || version < 3 || version > 6
    ? undefined
    : { kind: 'signature', version, algorithm, hash };
}

// Section 5.5.2: version, time, (days in version 3,) algorithm, (length of the key in version 6,) key.
function readKey(body: Uint8Array, kind: { readonly secret: boolean; readonly subkey: boolean }): OpenPgpKey | undefined {
  const version = body[0] ?? 0;
  if (version < 2 || version > 6) return undefined;
  const at = version < 4 ? 7 : 5;
  const algorithm = body[at];
  if (algorithm === undefined) return undefined;
  const sized = version > 4;
  const material = body.subarray(at + 1 + (sized ? 4 : 0));
  const read = readMaterial(algorithm, material);
  const end = sized ? numberLength(body, at + 1, 4)?.octets : read.end;
  // Section 5.5.3: what follows the public half of a secret key says how the rest is protected; 0 is not at all.
  const encrypted = kind.secret && (end === undefined || (material[end] ?? 1) !== 0);
  const { end: _end, ...said } = read;
  return { kind: 'key', version, ...kind, encrypted, algorithm, ...said };
}

interface Material {
  readonly sizeBits?: number;
  readonly curveOid?: string;
  readonly publicKey?: PublicKeyRecord;
  /** where the public half ends; absent where it is not known */
  readonly end?: number;
}

const RSA_OID = '1.2.840.113549.1.1.1';
const EC_OID = '1.2.840.10045.2.1';
const NULL_DER = Uint8Array.of(5, 0);
/** Keys of fixed length, section 5.5.5.6 to 5.5.5.10. */
const NATIVE: ReadonlyMap<number, { readonly oid: string; readonly octets: number }> = new Map([
  [25, { oid: '1.3.101.110', octets: 32 }],
  [26, { oid: '1.3.101.111', octets: 56 }],
  [27, { oid: '1.3.101.112', octets: 32 }],
  [28, { oid: '1.3.101.113', octets: 57 }],
]);
/** Section 9.2: the names that curves had before they had algorithms of their own. */
const LEGACY_CURVES: ReadonlyMap<string, string> = new Map([
  ['1.3.6.1.4.1.11591.15.1', '1.3.101.112'],
  ['1.3.6.1.4.1.3029.1.5.1', '1.3.101.110'],
]);

function readMaterial(algorithm: number, bytes: Uint8Array): Material {
  const native = NATIVE.get(algorithm);
  if (native !== undefined) {
    if (bytes.length < native.octets) return {};
    return { publicKey: toPublicKey({ oid: native.oid }, bytes.slice(0, native.octets)), end: native.octets };
  }
  if (algorithm >= 1 && algorithm <= 3) return readRsa(bytes);
  if (algorithm === 16) return readNumbers(bytes, 3);
  if (algorithm === 17) return readNumbers(bytes, 4);
  return algorithm === 18 || algorithm === 19 || algorithm === 22 ? readCurve(algorithm, bytes) : {};
}

interface Mpi {
  readonly bits: number;
  readonly octets: Uint8Array;
  readonly end: number;
}

/** A multiprecision integer, section 3.2: its length in bits, and its octets. */
function readNumber(bytes: Uint8Array, at: number): Mpi | undefined {
  const [high, low] = [bytes[at], bytes[at + 1]];
  if (high === undefined || low === undefined) return undefined;
  const bits = high * 256 + low;
  const end = at + 2 + Math.ceil(bits / 8);
  return end > bytes.length ? undefined : { bits, octets: bytes.subarray(at + 2, end), end };
}

function readRsa(bytes: Uint8Array): Material {
  const modulus = readNumber(bytes, 0);
  const exponent = modulus === undefined ? undefined : readNumber(bytes, modulus.end);
  if (modulus === undefined || exponent === undefined) return {};
  const key = toDer(0x30, toInteger(modulus.octets), toInteger(exponent.octets));
  return { sizeBits: modulus.bits, publicKey: toPublicKey({ oid: RSA_OID, parameters: NULL_DER }, key), end: exponent.end };
}

// A DER INTEGER is signed: a leading bit wants an octet before it.
function toInteger(octets: Uint8Array): Uint8Array {
  return toDer(0x02, (octets[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...octets) : octets);
}

function readNumbers(bytes: Uint8Array, count: number): Material {
  const first = readNumber(bytes, 0);
  let at = 0;
  for (let index = 0; index < count; index++) {
    const number = readNumber(bytes, at);
    if (number === undefined) return first === undefined ? {} : { sizeBits: first.bits };
    at = number.end;
  }
  return first === undefined ? {} : { sizeBits: first.bits, end: at };
}

// Section 5.5.5.4 to 5.5.5.6: an object identifier without its tag, a point, and for ECDH the parameters of its key derivation.
function readCurve(algorithm: number, bytes: Uint8Array): Material {
  const length = bytes[0] ?? 0;
  const oid = length === 0 || length === 0xff ? undefined : toOid(bytes.subarray(1, 1 + length));
  const point = readNumber(bytes, 1 + length);
  if (oid === undefined || point === undefined) return {};
  const kdf = algorithm === 18 ? 1 + (bytes[point.end] ?? 0) : 0;
  const end = point.end + kdf;
  const legacy = LEGACY_CURVES.get(oid.dotted);
  // Legacy points have 0x40 before the octets of RFC 7748 and RFC 8032.
  if (legacy !== undefined) {
    const plain = point.octets[0] === 0x40 ? point.octets.slice(1) : undefined;
    return { end, curveOid: oid.dotted, ...(plain === undefined ? {} : { publicKey: toPublicKey({ oid: legacy }, plain) }) };
  }
  return { end, curveOid: oid.dotted, publicKey: toPublicKey({ oid: EC_OID, parameters: oid.der }, point.octets) };
}

function toOid(content: Uint8Array): { readonly der: Uint8Array; readonly dotted: string } | undefined {
  const der = toDer(0x06, content);
  const element = readElement(der, 0);
  const dotted = isMalformed(element) ? undefined : readOid(der, element);
  return dotted === undefined ? undefined : { der, dotted };
}
