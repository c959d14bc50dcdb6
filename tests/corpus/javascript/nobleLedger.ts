/**
 * Append-only ledger of meter readings. Pure functions over noble primitives.
 */
import { gcm, gcmsiv } from '@noble/ciphers/aes.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { secp256k1 as k1 } from '@noble/curves/secp256k1.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { blake3 } from '@noble/hashes/blake3.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { keccak_256, sha3_256 as leafHash } from '@noble/hashes/sha3.js';
import { ml_dsa65 } from '@noble/post-quantum/ml-dsa.js';
import { ml_kem768 as kem } from '@noble/post-quantum/ml-kem.js';
import { slh_dsa_sha2_128f } from '@noble/post-quantum/slh-dsa.js';

export interface Reading {
  readonly meter: string;
  readonly at: number;
  readonly kwh: number;
}

export interface Entry {
  readonly body: Uint8Array;
  readonly previous: Uint8Array;
  readonly sha: Uint8Array; // expect: none
}

const encode = (reading: Reading): Uint8Array => new TextEncoder().encode(JSON.stringify(reading));

const digestOf = sha256;

export function append(previous: Uint8Array, reading: Reading): Entry {
  const body = encode(reading);
  const sha = digestOf(concat(previous, body)); // expect: sha-256 *via
  return { body, previous, sha };
}

export const leaf = (entry: Entry): Uint8Array => leafHash(entry.body); // expect: sha3-256 *via

export const account = (publicKey: Uint8Array): Uint8Array => ripemd160(publicKey); // expect: ripemd-160

export const gitObject = (body: Uint8Array): Uint8Array => sha1(body); // expect: sha-1

export const bulk = (body: Uint8Array): Uint8Array => blake3(body); // expect: blake3

export const chainAddress = (body: Uint8Array): Uint8Array => keccak_256(body).slice(12); // expect: keccak

export const tag = (key: Uint8Array, body: Uint8Array): Uint8Array => hmac(sha512, key, body); // expect: hmac digest=sha-512

export const expand = (ikm: Uint8Array, info: Uint8Array): Uint8Array => hkdf(sha256, ikm, undefined, info, 32); // expect: hkdf digest=sha-256

export const pin = (text: string, salt: Uint8Array): Uint8Array => pbkdf2(sha256, text, salt, { c: 100_000, dkLen: 32 }); // expect: pbkdf2 digest=sha-256

export const password = (text: string, salt: Uint8Array): Uint8Array => argon2id(text, salt, { t: 2, m: 65536, p: 1 }); // expect: argon2

export const signEntry = (entry: Entry, secret: Uint8Array): Uint8Array => ed25519.sign(entry.sha, secret); // expect: ed25519

export const verifyMeter = (sig: Uint8Array, message: Uint8Array, key: Uint8Array): boolean => p256.verify(sig, message, key); // expect: ecdsa curve=secp256r1

export const signChain = (message: Uint8Array, key: Uint8Array): Uint8Array => k1.sign(message, key); // expect: ecdsa curve=secp256k1 *via

export const shared = (mine: Uint8Array, theirs: Uint8Array): Uint8Array => x25519.getSharedSecret(mine, theirs); // expect: x25519

export function sealEntry(key: Uint8Array, nonce: Uint8Array, entry: Entry): Uint8Array {
  const cipher = gcm(key, nonce); // expect: aes mode=gcm
  return cipher.encrypt(entry.body);
}

export function sealIndex(key: Uint8Array, nonce: Uint8Array, body: Uint8Array): Uint8Array {
  return gcmsiv(key, nonce).encrypt(body); // expect: aes mode=gcm-siv
}

export const sealNote = (key: Uint8Array, nonce: Uint8Array, body: Uint8Array): Uint8Array => xchacha20poly1305(key, nonce).encrypt(body); // expect: xchacha20-poly1305

export function encapsulate(publicKey: Uint8Array): { readonly cipherText: Uint8Array; readonly sharedSecret: Uint8Array } {
  return kem.encapsulate(publicKey); // expect: ml-kem-768 *via
}

export function trialSign(message: Uint8Array, secret: Uint8Array): Uint8Array {
  const scheme = ml_dsa65;
  return scheme.sign(message, secret); // expect: ml-dsa-65 *via
}

export const trialVerify = (sig: Uint8Array, message: Uint8Array, key: Uint8Array): boolean => slh_dsa_sha2_128f.verify(sig, message, key); // expect: slh-dsa-sha2-128f

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

export const columns = ['meter', 'kwh', 'sha256', 'hmac'] as const; // expect: none

export function tooltip(column: (typeof columns)[number]): string {
  if (column === 'hmac') return 'HMAC-SHA512 of the row'; // expect: none
  return column;
}
