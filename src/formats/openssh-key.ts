// OpenSSH keys: the public line of RFC 4253 section 6.6 with the types of RFC 5656 and RFC 8709, and the private file of OpenSSH's
// PROTOCOL.key, whose header shows cipher, key derivation and public key without the passphrase.

import { readBase64 } from './base64.ts';
import type { Malformed } from './der.ts';
import { toDer, toOidDer } from './der-write.ts';
import { type PublicKeyRecord, toPublicKey } from './public-key.ts';

/** A key by its SSH type, with the numbers that its blob shows. */
export interface SshPublicKey {
  /** `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa`, `sk-ssh-ed25519@openssh.com` */
  readonly type: string;
  /** the same key as X.509 writes it; absent for types that X.509 does not know (security-key and certificate types) */
  readonly publicKey?: PublicKeyRecord;
}

/** An OpenSSH private key file. */
export interface SshPrivateKey {
  readonly publicKey: SshPublicKey;
  readonly encrypted: boolean;
  /** `aes256-ctr`, `none` */
  readonly cipher: string;
  /** `bcrypt`, `none` */
  readonly kdf: string;
}

const MAGIC = 'openssh-key-v1\0';
const MAX_FIELDS = 16;
const LINE =
  /^(?:[^\s#][^\r\n]{0,4096}?[ \t])?((?:ssh|ecdsa|sk-ssh|sk-ecdsa|rsa)-[a-z0-9@.-]{2,48})[ \t]+(AAAA[A-Za-z0-9+/]{8,32768}={0,2})(?:[ \t]|$)/;

/** The private key inside the body of an `OPENSSH PRIVATE KEY` block. */
export function readSshPrivateKey(bytes: Uint8Array): SshPrivateKey | Malformed {
  const magic = toAscii(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) return { offset: 0, expected: '"openssh-key-v1"', found: 'another magic' };
  const cipher = readField(bytes, MAGIC.length);
  return cipher === undefined ? cutAt(MAGIC.length) : readAfterCipher(bytes, cipher);
}

/** A line of a `.pub`, `authorized_keys` or `known_hosts` file; undefined where the line holds no key. */
export function readSshPublicLine(line: string): SshPublicKey | undefined {
  const match = LINE.exec(line);
  const blob = match === null ? undefined : readBase64(match[2] ?? '');
  if (blob === undefined || typeof blob === 'number') return undefined;
  const key = readSshBlob(blob);
  return key?.type === match?.[1] ? key : undefined;
}

interface Field {
  readonly value: Uint8Array;
  readonly next: number;
}

function readAfterCipher(bytes: Uint8Array, cipher: Field): SshPrivateKey | Malformed {
  const kdf = readField(bytes, cipher.next);
  const options = kdf === undefined ? undefined : readField(bytes, kdf.next);
  // A count of keys (uint32, always 1) stands between the options and the first public key.
  const blob = options === undefined ? undefined : readField(bytes, options.next + 4);
  const publicKey = blob === undefined ? undefined : readSshBlob(blob.value);
  if (kdf === undefined || publicKey === undefined) return cutAt(cipher.next);
  const cipherName = toAscii(cipher.value);
  return { publicKey, encrypted: cipherName !== 'none', cipher: cipherName, kdf: toAscii(kdf.value) };
}

function readSshBlob(blob: Uint8Array): SshPublicKey | undefined {
  const fields: Uint8Array[] = [];
  for (let at = 0; at < blob.length && fields.length < MAX_FIELDS; ) {
    const field = readField(blob, at);
    if (field === undefined) return undefined;
    fields.push(field.value);
    at = field.next;
  }
  const [name, ...rest] = fields;
  if (name === undefined || rest.length === 0 || name.length > 64) return undefined;
  const type = toAscii(name);
  const publicKey = toX509(type, rest);
  return { type, ...(publicKey === undefined ? {} : { publicKey }) };
}

const CURVE_OIDS: ReadonlyMap<string, string> = new Map([
  ['ecdsa-sha2-nistp256', '1.2.840.10045.3.1.7'],
  ['ecdsa-sha2-nistp384', '1.3.132.0.34'],
  ['ecdsa-sha2-nistp521', '1.3.132.0.35'],
]);

// An mpint (RFC 4251 section 5) and the content of a DER INTEGER are the same octets.
function toX509(type: string, fields: readonly Uint8Array[]): PublicKeyRecord | undefined {
  const [first, second, third, fourth] = fields;
  const integer = (octets: Uint8Array) => toDer(0x02, octets);
  if (type === 'ssh-ed25519' && first !== undefined) return toPublicKey({ oid: '1.3.101.112' }, first);
  if (type === 'ssh-ed448' && first !== undefined) return toPublicKey({ oid: '1.3.101.113' }, first);
  if (type === 'ssh-rsa' && first !== undefined && second !== undefined) {
    return toPublicKey({ oid: '1.2.840.113549.1.1.1', parameters: Uint8Array.of(5, 0) }, toDer(0x30, integer(second), integer(first)));
  }
  if (type === 'ssh-dss' && first !== undefined && second !== undefined && third !== undefined && fourth !== undefined) {
    const parameters = toDer(0x30, integer(first), integer(second), integer(third));
    return toPublicKey({ oid: '1.2.840.10040.4.1', parameters }, integer(fourth));
  }
  const curveOid = CURVE_OIDS.get(type);
  if (curveOid === undefined || second === undefined) return undefined;
  return toPublicKey({ oid: '1.2.840.10045.2.1', parameters: toOidDer(curveOid) }, second);
}

/** An SSH string (RFC 4251 section 5): length and octets. */
function readField(bytes: Uint8Array, at: number): Field | undefined {
  if (at + 4 > bytes.length) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
  if (at + 4 + length > bytes.length) return undefined;
  return { value: bytes.subarray(at + 4, at + 4 + length), next: at + 4 + length };
}

function toAscii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function cutAt(offset: number): Malformed {
  return { offset, expected: 'cipher, key derivation and public key of PROTOCOL.key', found: 'the end of the block' };
}
