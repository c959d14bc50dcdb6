// Vault of the web console. Runs in the browser: WebCrypto only.

export type Bytes = Uint8Array<ArrayBuffer>;

/** Ciphers that users may see in the settings page; the page never encrypts anything. */
export type CipherLabel = 'AES' | 'ChaCha20' | 'none'; // expect: none

export interface VaultOptions {
  readonly iterations: number;
  readonly sha: string; // expect: none
}

const HASH = 'SHA-256';
const STORE = { name: 'AES-GCM', length: 256 } as const;
const CURVE: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-384' };

enum Digest {
  Short = 'SHA-1',
  Long = 'SHA-512',
}

const subtle = globalThis.crypto.subtle;

const encode = (text: string): Bytes => new TextEncoder().encode(text);

export async function passwordKey(password: string, salt: Bytes, options: VaultOptions): Promise<CryptoKey> {
  const material = await subtle.importKey('raw', encode(password), 'PBKDF2', false, ['deriveKey']); // expect: pbkdf2
  const kdf = { name: 'PBKDF2', hash: HASH, salt, iterations: options.iterations };
  return subtle.deriveKey(kdf, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']); // expect: pbkdf2 digest=sha-256, aes keyBits=256 mode=gcm *via
}

export function newStoreKey(): Promise<CryptoKey> {
  return subtle.generateKey(STORE, true, ['encrypt', 'decrypt']); // expect: aes keyBits=256 mode=gcm *via
}

export function newWrapKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-KW', length: 128 }, true, ['wrapKey', 'unwrapKey']); // expect: aes keyBits=128 mode=kw
}

export function seal(key: CryptoKey, iv: Bytes, plain: Bytes): Promise<ArrayBuffer> {
  return subtle.encrypt({ name: 'AES-GCM', iv }, key, plain); // expect: aes mode=gcm
}

export function openOld(key: CryptoKey, iv: Bytes, blob: Bytes): Promise<ArrayBuffer> {
  const algorithm = { name: 'AES-CBC', iv };
  return window.crypto.subtle.decrypt(algorithm, key, blob); // expect: aes mode=cbc *via
}

export function digest(data: Bytes): Promise<ArrayBuffer> {
  return subtle.digest(HASH, data); // expect: sha-256 *via
}

export function gravatarLike(data: Bytes): Promise<ArrayBuffer> {
  return subtle.digest(Digest.Short, data); // expect: sha-1 *via
}

export const longDigest = async (data: Bytes): Promise<ArrayBuffer> => subtle.digest({ name: Digest.Long }, data); // expect: sha-512 *via

export async function newSigner(): Promise<CryptoKeyPair> {
  return subtle.generateKey(CURVE, false, ['sign', 'verify']); // expect: ecdsa curve=secp384r1 *via
}

export function sign(key: CryptoKey, data: Bytes): Promise<ArrayBuffer> {
  return subtle.sign({ name: 'ECDSA', hash: 'SHA-384' }, key, data); // expect: ecdsa digest=sha-384
}

export function importHook(secret: Bytes): Promise<CryptoKey> {
  return subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']); // expect: hmac digest=sha-256
}

export function importCloudKey(spki: Bytes): Promise<CryptoKey> {
  return subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-256' }, false, ['verify']); // expect: rsassa-pss digest=sha-256
}

export function newRsa(): Promise<CryptoKeyPair> {
  return subtle.generateKey( // expect: rsaes-oaep keyBits=3072 digest=sha-512
    { name: 'RSA-OAEP', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-512' },
    true,
    ['encrypt', 'decrypt'],
  );
}

export function agree(mine: CryptoKey, theirs: CryptoKey): Promise<ArrayBuffer> {
  return subtle.deriveBits({ name: 'X25519', public: theirs }, mine, 256); // expect: x25519
}

export function nonce(): Bytes {
  return crypto.getRandomValues(new Uint8Array(12)); // expect: csprng
}

export class Signature { // expect: none
  constructor(
    readonly author: string,
    readonly date: Date,
  ) {}

  toString(): string {
    return `${this.author}, ${this.date.toISOString()}`;
  }
}

export function renderBadge(label: CipherLabel): string {
  return label === 'AES' ? '<b>AES-256</b> at rest' : '<i>not encrypted</i>'; // expect: none
}

export const routes = ['/api/keys/rsa', '/api/hash/sha256', '/api/hmac']; // expect: none
