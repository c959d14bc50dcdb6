// Keystores, as far as they can be read without their password: PKCS #12 (RFC 7292) shows its MAC, its encryption schemes and what lies in
// bags that are not encrypted, a Java KeyStore (JKS, JCEKS; the layout of java.security.KeyStore "JKS") its certificates and how many keys
// it holds.

import { type AlgorithmIdentifierRecord, childrenOf, readAlgorithmIdentifier, readSmallInteger } from './algorithm-identifier.ts';
import { checkDer, type DerElement, isMalformed, type Malformed, readOid } from './der.ts';

/** What a PKCS #12 file shows. */
export interface Pkcs12Record {
  /** schemes of the encrypted safes and of shrouded keys that stand in the open, in their order */
  readonly encryption: readonly AlgorithmIdentifierRecord[];
  /** DER of the certificates, revocation lists and keys that stand in the open, in their order */
  readonly open: readonly Uint8Array[];
  /** bags that hold neither: secrets of other kinds, nested safes */
  readonly unread: number;
  readonly mac?: { readonly digestOid: string; readonly iterations: number };
}

/** What a JKS or JCEKS file shows. */
export interface JavaKeystoreRecord {
  readonly type: 'JKS' | 'JCEKS';
  readonly privateKeys: number;
  readonly secretKeys: number;
  /** DER of every X.509 certificate, with its place */
  readonly certificates: readonly { readonly offset: number; readonly der: Uint8Array }[];
}

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
// RFC 7292 section 4.2.
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAGS: ReadonlySet<string> = new Set(['1.2.840.113549.1.12.10.1.3', '1.2.840.113549.1.12.10.1.4']);
const MAX_ENTRIES = 10_000;

/** PFX at an element: version 3, an AuthenticatedSafe, optionally a MAC. */
export function readPkcs12(bytes: Uint8Array, element: DerElement): Pkcs12Record | undefined {
  const [version, safe, mac] = childrenOf(bytes, element);
  const [type, content] = childrenOf(bytes, safe);
  if (readSmallInteger(bytes, version) !== 3 || readOid(bytes, type) !== DATA) return undefined;
  const safes = innerSequence(bytes, childrenOf(bytes, content)[0]);
  const bags = safes.flatMap(({ bytes: inner, element: info }) => readSafe(inner, info));
  return {
    encryption: bags.flatMap((bag) => bag.encryption ?? []),
    open: bags.flatMap((bag) => bag.der ?? []),
    unread: bags.filter((bag) => bag.encryption === undefined && bag.der === undefined).length,
    ...readMac(bytes, mac),
  };
}

/** A Java KeyStore, or where it breaks; undefined for another file. */
export function readJavaKeystore(bytes: Uint8Array): JavaKeystoreRecord | Malformed | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return undefined;
  const magic = view.getUint32(0);
  if (magic !== 0xfeedfeed && magic !== 0xcececece) return undefined;
  const count = Math.min(view.getUint32(8), MAX_ENTRIES);
  const state: Cursor = { view, at: 12, privateKeys: 0, secretKeys: 0, certificates: [] };
  for (let entry = 0; entry < count; entry++) {
    const broken = readEntry(state, view.getUint32(4));
    if (broken !== undefined) return broken;
  }
  const { privateKeys, secretKeys, certificates } = state;
  return { type: magic === 0xfeedfeed ? 'JKS' : 'JCEKS', privateKeys, secretKeys, certificates };
}

interface Inner {
  readonly bytes: Uint8Array;
  readonly element: DerElement;
}

/** The elements of a SEQUENCE that stands encoded inside an OCTET STRING. */
function innerSequence(bytes: Uint8Array, octets: DerElement | undefined): readonly Inner[] {
  if (octets === undefined || octets.tag !== 0x04) return [];
  const inner = bytes.subarray(octets.contentStart, octets.end);
  const top = checkDer(inner);
  return isMalformed(top) ? [] : childrenOf(inner, top).map((element) => ({ bytes: inner, element }));
}

/** A safe or a bag: how it is encrypted, or what it holds. */
interface Bag {
  readonly encryption?: AlgorithmIdentifierRecord;
  readonly der?: Uint8Array;
}

function readSafe(bytes: Uint8Array, info: DerElement): readonly Bag[] {
  const [type, wrapped] = childrenOf(bytes, info);
  const [content] = childrenOf(bytes, wrapped);
  if (readOid(bytes, type) === ENCRYPTED_DATA) {
    const [, encrypted] = childrenOf(bytes, content);
    return [toEncrypted(readAlgorithmIdentifier(bytes, childrenOf(bytes, encrypted)[1]))];
  }
  return innerSequence(bytes, content)
    .slice(0, MAX_ENTRIES)
    .map(({ bytes: inner, element }) => readBag(inner, element));
}

function toEncrypted(encryption: AlgorithmIdentifierRecord | undefined): Bag {
  return encryption === undefined ? {} : { encryption };
}

// SafeBag ::= { bagId, [0] bagValue, bagAttributes }; CertBag and CRLBag ::= { id, [0] OCTET STRING }.
function readBag(bytes: Uint8Array, element: DerElement): Bag {
  const [type, wrapped] = childrenOf(bytes, element);
  const [value] = childrenOf(bytes, wrapped);
  const id = readOid(bytes, type) ?? '';
  if (id === SHROUDED_KEY_BAG) return toEncrypted(readAlgorithmIdentifier(bytes, childrenOf(bytes, value)[0]));
  if (id === KEY_BAG && value !== undefined) return { der: bytes.subarray(value.start, value.end) };
  if (!CERTIFICATE_BAGS.has(id)) return {};
  const [, held] = childrenOf(bytes, value);
  const [octets] = childrenOf(bytes, held);
  return octets?.tag === 0x04 ? { der: bytes.subarray(octets.contentStart, octets.end) } : {};
}

// MacData ::= { DigestInfo, macSalt, iterations DEFAULT 1 }
function readMac(bytes: Uint8Array, mac: DerElement | undefined): { readonly mac?: NonNullable<Pkcs12Record['mac']> } {
  const [digestInfo, , iterations] = childrenOf(bytes, mac);
  const digest = readAlgorithmIdentifier(bytes, childrenOf(bytes, digestInfo)[0]);
  return digest === undefined ? {} : { mac: { digestOid: digest.oid, iterations: readSmallInteger(bytes, iterations) ?? 1 } };
}

interface Cursor {
  readonly view: DataView;
  at: number;
  privateKeys: number;
  secretKeys: number;
  readonly certificates: { offset: number; der: Uint8Array }[];
}

/** One entry: 1 private key with its chain, 2 certificate, 3 secret key (JCEKS, a serialised Java object: its end is not known). */
function readEntry(state: Cursor, version: number): Malformed | undefined {
  const tag = take(state, 4);
  const alias = tag === undefined ? undefined : skip(state, 2);
  if (tag === undefined || alias === undefined || take(state, 4) === undefined || take(state, 4) === undefined) return cut(state);
  if (tag === 1) {
    state.privateKeys++;
    if (skip(state, 4) === undefined) return cut(state);
    const chain = take(state, 4) ?? 0;
    for (let link = 0; link < Math.min(chain, MAX_ENTRIES); link++) {
      if (!readStoredCertificate(state, version)) return cut(state);
    }
    return undefined;
  }
  if (tag === 2) return readStoredCertificate(state, version) ? undefined : cut(state);
  if (tag === 3) state.secretKeys++;
  return { offset: state.at, expected: 'a private key or certificate entry', found: `entry tag ${tag}` };
}

function readStoredCertificate(state: Cursor, version: number): boolean {
  if (version === 2 && skip(state, 2) === undefined) return false;
  const offset = state.at + 4;
  const length = skip(state, 4);
  if (length === undefined) return false;
  const { buffer, byteOffset } = state.view;
  state.certificates.push({ offset, der: new Uint8Array(buffer, byteOffset + offset, length) });
  return true;
}

/** A big-endian number of 2 or 4 octets. */
function take(state: Cursor, octets: 2 | 4): number | undefined {
  if (state.at + octets > state.view.byteLength) return undefined;
  const value = octets === 2 ? state.view.getUint16(state.at) : state.view.getUint32(state.at);
  state.at += octets;
  return value;
}

/** Passes over octets that their length stands before; answers the length. */
function skip(state: Cursor, octets: 2 | 4): number | undefined {
  const length = take(state, octets);
  if (length === undefined || state.at + length > state.view.byteLength) return undefined;
  state.at += length;
  return length;
}

function cut(state: Cursor): Malformed {
  return { offset: state.at, expected: 'a whole keystore entry', found: 'the end of the file' };
}
