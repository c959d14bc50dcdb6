#!/usr/bin/env node
// Simulator and tests of the field link; node:test, no framework.
import assert from 'node:assert/strict';
import crypto, { createHmac as mac, createSign, diffieHellman, generateKeySync, getDiffieHellman, webcrypto } from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import tls from 'node:tls';
import { SignJWT } from 'jose';
import jwt from 'jsonwebtoken';
import forge from 'node-forge';
import sodium from 'libsodium-wrappers';
import mqtt from 'mqtt';

const algorithms = {
  link: { name: 'aes-128-ccm', tag: 8 },
  store: { name: 'aes-192-gcm', tag: 16 },
  old: { name: 'rc4' },
};

const modes = ['cbc', 'ctr'];
const makeName = (bits, mode) => `aes-${bits}-${mode}`;
const { subtle } = webcrypto;

/** Class of the log file rotation, not of a cipher. */
class Cipher { // expect: none
  rotate(n) {
    return n + 13;
  }
}

class Link {
  static HASH = 'sha384';
  #key;

  constructor(key) {
    this.#key = key;
    this.sha = 0; // expect: none
  }

  seal(nonce, body) {
    const c = crypto.createCipheriv(algorithms.link.name, this.#key, nonce, { authTagLength: algorithms.link.tag }); // expect: aes keyBits=128 mode=ccm *via
    return Buffer.concat([c.update(body), c.final()]);
  }

  open(nonce, body, { store: { name } } = algorithms) {
    const d = crypto.createDecipheriv(name, this.#key, nonce); // expect: aes keyBits=192 mode=gcm *via
    return d.update(body);
  }

  tag(body) {
    return mac(Link.HASH, this.#key).update(body).digest(); // expect: hmac digest=sha-384 *via
  }

  disk(tweak) {
    return crypto.createCipheriv(makeName(256, 'xts'), this.#key, tweak); // expect: aes keyBits=256 mode=xts *via
  }
}

export const strip = (digest) => digest.slice(0, 8);

export function frameName(frame) {
  const algorithm = 'sha1';
  return crypto.hash(algorithm, frame); // expect: sha-1 *via
}

export function xof(seed) {
  return crypto.createHash('shake256', { outputLength: 64 }).update(seed).digest(); // expect: shake256
}

export function oldGroup() {
  return getDiffieHellman('modp14'); // expect: ffdh keyBits=2048
}

export function dsaKey() {
  return crypto.generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }); // expect: dsa keyBits=2048
}

export function linkKey() {
  return generateKeySync('aes', { length: 128 }); // expect: aes keyBits=128
}

export function signEc(key, body) {
  return createSign('sha256').update(body).sign(key); // expect: sha-256
}

export function meterKey() {
  return subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']); // expect: ecdh curve=secp256r1 *via
}

export function expand(secret, salt) {
  return subtle.deriveBits({ name: 'HKDF', hash: 'SHA-512', salt, info: new Uint8Array() }, secret, 256); // expect: hkdf digest=sha-512 *via
}

export function oldSum(text) {
  return forge.md.md5.create().update(text).digest().toHex(); // expect: md5
}

export function oldMac(text, key) {
  const h = forge.hmac.create();
  h.start('sha1', key); // expect: hmac digest=sha-1
  h.update(text);
  return h.digest().bytes();
}

export function password(text, salt) {
  return sodium.crypto_pwhash(32, text, salt, 3, 1 << 26, sodium.crypto_pwhash_ALG_ARGON2ID13); // expect: argon2
}

export function short(data) {
  return sodium.crypto_generichash(16, data); // expect: blake2b
}

export const session = (id, key) => jwt.sign({ id }, key, { algorithm: 'PS512' }); // expect: rsassa-pss digest=sha-512

export function edToken(claims, key) {
  const header = { alg: 'EdDSA', kid: 'link' };
  return new SignJWT(claims).setProtectedHeader(header).sign(key); // expect: eddsa *via
}

export function broker(url) {
  return mqtt.connect(url, { minVersion: 'TLSv1.2', ca: fs.readFileSync('ca.pem') }); // expect: tls version=1.2
}

export function server(key, cert) {
  return tls.createServer({ key, cert, ciphers: 'TLS_AES_128_GCM_SHA256' }); // expect: tls
}

test('aes-128-cbc frames are refused', () => { // expect: none
  assert.equal(new Cipher().rotate(1), 14);
  assert.deepEqual(modes, ['cbc', 'ctr']);
});

test('label', () => {
  assert.match('HMAC-SHA256 v2', /SHA256/); // expect: none
});

export { diffieHellman as unusedHere };
console.log('simulating with sha512 and ed25519 disabled'); // expect: none
