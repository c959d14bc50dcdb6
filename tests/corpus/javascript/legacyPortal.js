import CryptoJS from 'crypto-js';
import AES from 'crypto-js/aes';
import sha256 from 'crypto-js/sha256';
import forge from 'node-forge';
import elliptic from 'elliptic';
import nacl from 'tweetnacl';
import _sodium from 'libsodium-wrappers';
import bcrypt from 'bcrypt';
import * as jose from 'jose';

const { ec: EC, eddsa: EdDSA } = elliptic;
const { pki, md: digests, util } = forge;

const JOSE_ALG = 'ES384';
const LEGACY_MODE = CryptoJS.mode.ECB;

/* Portal of 2016, still in production.
 * The login page says "RSA encrypted"; it is TLS that does it.  */ // expect: none

const state = { user: null, hash: location.hash, signature: '' }; // expect: none

function setHash(route) {
  location.hash = `#/${route}`; // expect: none
}

export function encryptForm(form, key, iv) {
  return CryptoJS.AES.encrypt(JSON.stringify(form), key, { iv, mode: CryptoJS.mode.CTR }).toString(); // expect: aes mode=ctr
}

export function encryptOld(text, key) {
  return CryptoJS.TripleDES.encrypt(text, key, { mode: LEGACY_MODE }).toString(); // expect: 3des mode=ecb *via
}

export function decryptForm(text, key, iv) {
  const cfg = { iv, mode: CryptoJS.mode.CFB };
  return AES.decrypt(text, key, cfg).toString(CryptoJS.enc.Utf8); // expect: aes mode=cfb *via
}

export const fingerprint = (text) => sha256(text).toString(); // expect: sha-256

export const avatar = (mail) => `https://avatars.example/${CryptoJS.MD5(mail.trim())}`; // expect: md5

export function signForm(text, secret) {
  return CryptoJS.HmacSHA256(text, secret).toString(CryptoJS.enc.Base64); // expect: hmac digest=sha-256
}

export function formKey(password, salt) {
  return CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 1000, hasher: CryptoJS.algo.SHA256 }); // expect: pbkdf2 digest=sha-256
}

export function streamOld(text, key) {
  return CryptoJS.RC4.encrypt(text, key).toString(); // expect: rc4
}

export function makeCertificate(name) {
  const keys = pki.rsa.generateKeyPair(2048); // expect: rsa keyBits=2048 *via
  const cert = pki.createCertificate();
  cert.publicKey = keys.publicKey;
  cert.setSubject([{ name: 'commonName', value: name }]);
  cert.sign(keys.privateKey, digests.sha512.create()); // expect: rsassa-pkcs1 digest=sha-512 *via
  return pki.certificateToPem(cert);
}

export function forgeDigest(text) {
  const md = forge.md.sha384.create(); // expect: sha-384
  md.update(text);
  return md.digest().toHex();
}

export function forgeSeal(key, iv, text) {
  const cipher = forge.cipher.createCipher('AES-CBC', key); // expect: aes mode=cbc
  cipher.start({ iv });
  cipher.update(util.createBuffer(text));
  cipher.finish();
  return cipher.output.getBytes();
}

export function wallet() {
  const curve = new EC('secp256k1'); // expect: ec curve=secp256k1 *via
  return curve.genKeyPair();
}

export function feedSigner(secret) {
  return new EdDSA('ed25519').keyFromSecret(secret); // expect: ed25519 *via
}

export function chatBox(message, nonce, theirs, mine) {
  return nacl.box(message, nonce, theirs, mine); // expect: x25519, xsalsa20-poly1305
}

export function chatSign(message, secret) {
  return nacl.sign.detached(message, secret); // expect: ed25519
}

export async function archive(message, key) {
  await _sodium.ready;
  const sodium = _sodium;
  const nonce = sodium.randombytes_buf(24); // expect: csprng
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(message, null, null, nonce, key); // expect: xchacha20-poly1305 *via
}

export async function loginHash(password) {
  return bcrypt.hash(password, 12); // expect: bcrypt
}

export async function partnerToken(claims, key) {
  return new jose.SignJWT(claims).setProtectedHeader({ alg: JOSE_ALG }).sign(key); // expect: ecdsa curve=secp384r1 digest=sha-384 *via
}

export async function userToken(claims, key) {
  return new jose.SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('2h').sign(key); // expect: hmac digest=sha-256
}

export async function checkToken(token, key) {
  const { payload } = await jose.jwtVerify(token, key, { algorithms: ['PS256'] }); // expect: rsassa-pss digest=sha-256
  return payload;
}

export async function sealReport(report, key) {
  return new jose.CompactEncrypt(report).setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }).encrypt(key); // expect: rsaes-oaep digest=sha-256, aes keyBits=256 mode=gcm
}

describe('portal', () => {
  it('shows the sha1 warning for aes-128 peers', () => { // expect: none
    setHash('md5'); // expect: none
    expect(state.hash).toBe('');
  });
});
