// Encrypted PKCS #8: PBES2 with PBKDF2 (RFC 8018 appendix A) or scrypt (RFC 7914 §7) and AES-CBC (RFC 8018 appendix B.2.5). The ciphers are
// those of the platform's Web Crypto, which browsers and Node share.

import { scryptAsync } from '@noble/hashes/scrypt.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { cleanBytes, randomBytes } from '@noble/post-quantum/utils.js';
import { childrenOf, readSmallInteger } from '../../formats/algorithm-identifier.ts';
import { type DerElement, readOid } from '../../formats/der.ts';
import { toDer, toOidDer } from '../../formats/der-write.ts';
import { PqreadyError } from '../../model/errors.ts';
import { readContent, readWhole, refuse } from './read-der.ts';

const ENCRYPTED = 'encrypted PKCS #8';
const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
const HMAC_SHA_1 = '1.2.840.113549.2.7';
const HMAC_SHA_256 = '1.2.840.113549.2.9';
const AES_256_CBC = '2.16.840.1.101.3.4.1.42';

const PRFS: ReadonlyMap<string, string> = new Map([
  [HMAC_SHA_1, 'SHA-1'],
  [HMAC_SHA_256, 'SHA-256'],
  ['1.2.840.113549.2.10', 'SHA-384'],
  ['1.2.840.113549.2.11', 'SHA-512'],
]);
const KEY_BYTES: ReadonlyMap<string, number> = new Map([
  ['2.16.840.1.101.3.4.1.2', 16],
  ['2.16.840.1.101.3.4.1.22', 24],
  [AES_256_CBC, 32],
]);

/** OWASP's figure of 2023 for PBKDF2-HMAC-SHA-256. */
const ITERATIONS = 600_000;
/** A file must not keep its reader for more than a second or so: OpenSSL writes 2,048 iterations, OWASP asks 1,300,000 of SHA-1. */
const MAX_ITERATIONS = 1_500_000;
/** Memory times parallelism; OpenSSL writes 16 MiB. */
const MAX_SCRYPT_BYTES = 64 * 2 ** 20;

/** Encrypts a PKCS #8 structure: PBKDF2-HMAC-SHA-256 and AES-256-CBC, fresh salt and IV. */
export async function encryptPkcs8(der: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const key = await pbkdf2({ salt, iterations: ITERATIONS, hash: 'SHA-256', keyBytes: 32 }, passphrase);
  const aes = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt']);
  const plain = der.slice();
  const encrypted = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, aes, plain));
  cleanBytes(key, plain);
  const prf = toDer(0x30, toOidDer(HMAC_SHA_256), toDer(0x05));
  const kdf = toDer(0x30, toOidDer(PBKDF2), toDer(0x30, toDer(0x04, salt), toInteger(ITERATIONS), prf));
  const cipher = toDer(0x30, toOidDer(AES_256_CBC), toDer(0x04, iv));
  return toDer(0x30, toDer(0x30, toOidDer(PBES2), toDer(0x30, kdf, cipher)), toDer(0x04, encrypted));
}

/** The PKCS #8 structure inside. Throws `bad-input` on another scheme, and where the passphrase does not open it. */
export async function decryptPkcs8(der: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const [algorithm, octets] = childrenOf(der, readWhole(der, ENCRYPTED));
  const [scheme, parameters] = childrenOf(der, algorithm);
  if (readOid(der, scheme) !== PBES2) {
    return refuse(ENCRYPTED, { offset: scheme?.start ?? 0, expected: 'PBES2', found: readOid(der, scheme) ?? 'another structure' });
  }
  const [kdf, cipher] = childrenOf(der, parameters);
  const [cipherOid, ivElement] = childrenOf(der, cipher);
  const keyBytes = KEY_BYTES.get(readOid(der, cipherOid) ?? '');
  if (keyBytes === undefined) {
    return refuse(ENCRYPTED, {
      offset: cipher?.start ?? 0,
      expected: 'AES-128, -192 or -256 in CBC mode',
      found: readOid(der, cipherOid) ?? 'no cipher',
    });
  }
  const iv = readContent(der, ivElement, { what: ENCRYPTED, part: 'IV', tag: 0x04, bytes: 16 }).slice();
  const encrypted = readContent(der, octets, { what: ENCRYPTED, part: 'encryptedData', tag: 0x04 }).slice();
  const key = await deriveKey(der, kdf, { keyBytes, passphrase });
  const aes = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
  key.fill(0);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, aes, encrypted));
  } catch {
    throw new PqreadyError('bad-input', `${ENCRYPTED}: the passphrase does not open it`);
  }
}

interface Secret {
  readonly keyBytes: number;
  readonly passphrase: string;
}

async function deriveKey(der: Uint8Array, kdf: DerElement | undefined, { keyBytes, passphrase }: Secret): Promise<Uint8Array<ArrayBuffer>> {
  const [oid, parameters] = childrenOf(der, kdf);
  const [saltElement, ...numbers] = childrenOf(der, parameters);
  const offset = kdf?.start ?? 0;
  const name = readOid(der, oid);
  if (name !== PBKDF2 && name !== SCRYPT)
    return refuse(ENCRYPTED, { offset, expected: 'PBKDF2 or scrypt', found: name ?? 'no key derivation' });
  const salt = readContent(der, saltElement, { what: ENCRYPTED, part: 'salt', tag: 0x04 }).slice();
  const [first = 0, second = 0, third = 0] = numbers
    .filter(({ tag }) => tag === 0x02)
    .map((element) => readSmallInteger(der, element) ?? 0);
  if (name === SCRYPT) {
    const fits =
      first > 1 && Number.isInteger(Math.log2(first)) && second > 0 && third > 0 && 128 * first * second * third <= MAX_SCRYPT_BYTES;
    if (!fits)
      return refuse(ENCRYPTED, {
        offset,
        expected: 'scrypt with N, r, p whose product takes at most 64 MiB',
        found: `N ${first}, r ${second}, p ${third}`,
      });
    const password = utf8ToBytes(passphrase);
    const derived = await scryptAsync(password, salt, { N: first, r: second, p: third, dkLen: keyBytes });
    const key = derived.slice();
    cleanBytes(password, derived);
    return key;
  }
  if (first < 1 || first > MAX_ITERATIONS)
    return refuse(ENCRYPTED, { offset, expected: `1 to ${MAX_ITERATIONS} iterations`, found: `${first}` });
  const prf = numbers.find(({ tag }) => tag === 0x30);
  const prfOid = prf === undefined ? HMAC_SHA_1 : readOid(der, childrenOf(der, prf)[0]);
  const hash = PRFS.get(prfOid ?? '');
  if (hash === undefined)
    return refuse(ENCRYPTED, { offset, expected: 'HMAC with SHA-1, SHA-256, SHA-384 or SHA-512', found: prfOid ?? 'no PRF' });
  return pbkdf2({ salt, iterations: first, hash, keyBytes }, passphrase);
}

interface Pbkdf2 {
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly hash: string;
  readonly keyBytes: number;
}

async function pbkdf2({ salt, iterations, hash, keyBytes }: Pbkdf2, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const password = new Uint8Array(utf8ToBytes(passphrase));
  const material = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  password.fill(0);
  const parameters = { name: 'PBKDF2', salt: salt.slice(), iterations, hash };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, keyBytes * 8));
}

function toInteger(value: number): Uint8Array {
  const hex = value.toString(16);
  const padded = hex.length % 2 === 0 ? hex : `0${hex}`;
  const bytes = Uint8Array.from(padded.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return (bytes[0] ?? 0) < 0x80 ? toDer(0x02, bytes) : toDer(0x02, Uint8Array.of(0), bytes);
}
