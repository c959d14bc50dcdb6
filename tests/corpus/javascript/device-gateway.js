'use strict';

// Gateway between the device fleet and the message bus.
// Device blobs: AES-256-GCM since protocol 3, AES-128-CBC before.  // expect: none

const crypto = require('node:crypto');
const { createHash, createHmac, hkdfSync, timingSafeEqual } = require('crypto');
const { createHash: sum } = require('node:crypto');
const fs = require('fs');
const tls = require('tls');
const https = require('https');
const jwt = require('jsonwebtoken');
const EventEmitter = require('events');

const BLOB_CIPHER = 'aes-256-gcm';
const OLD = { cipher: 'aes-128-cbc', hash: 'md5' };
const HASH_BY_VERSION = { v1: 'sha1', v2: 'sha256', v3: 'sha3-256' };
const TOKEN = Object.freeze({ algorithm: 'RS256', expiresIn: '10m' });
const CLI_HELP = 'usage: gateway [--hash sha256|md5] [--cipher aes]'; // expect: none

class Gateway extends EventEmitter {
  constructor(options) {
    super();
    this.options = options;
    this.gitSha = process.env.GIT_SHA || 'unknown'; // expect: none
    this.aesEnabled = true; // expect: none
  }

  seal(key, nonce, plain) {
    const cipher = crypto.createCipheriv(BLOB_CIPHER, key, nonce); // expect: aes keyBits=256 mode=gcm *via
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, cipher.getAuthTag()]);
  }

  openOld(key, iv, blob) {
    const decipher = crypto.createDecipheriv(OLD.cipher, key, iv); // expect: aes keyBits=128 mode=cbc *via
    return Buffer.concat([decipher.update(blob), decipher.final()]);
  }

  openLegacyReader(key, iv, blob) {
    const d = crypto.createDecipheriv('des-ede3-cbc', key, iv); // expect: 3des mode=cbc
    return Buffer.concat([d.update(blob), d.final()]);
  }

  tag(secret, payload) {
    return createHmac('sha256', secret).update(payload).digest(); // expect: hmac digest=sha-256
  }

  check(secret, payload, tag) {
    return timingSafeEqual(this.tag(secret, payload), tag);
  }

  listen(port) {
    const server = tls.createServer({ minVersion: 'TLSv1.2', key: fs.readFileSync(this.options.key), cert: fs.readFileSync(this.options.cert) }, (socket) => { // expect: tls version=1.2
      socket.on('data', (data) => this.emit('frame', data));
    });
    server.listen(port, () => console.log(`TLS 1.3 gateway on ${port}`)); // expect: none
    return server;
  }

  uplink(host) {
    const options = { host, port: 8883, minVersion: 'TLSv1.3' };
    return tls.connect(options, () => this.emit('uplink')); // expect: tls version=1.3 *via
  }
}

function etag(body) {
  return '"' + createHash(OLD.hash).update(body).digest('base64') + '"'; // expect: md5 *via
}

function websocketAccept(key) {
  return createHash('sha1').update(key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64'); // expect: sha-1
}

function imageDigest(path) {
  const hash = sum(HASH_BY_VERSION.v3); // expect: sha3-256 *via
  hash.update(fs.readFileSync(path));
  return hash.digest('hex');
}

function digestHex(algorithm, data) {
  return crypto.createHash(algorithm).update(data).digest('hex'); // expect: sha-512 *via
}

const frameId = (frame) => digestHex('sha512', frame).slice(0, 12);

function sessionKey(shared, salt) {
  return Buffer.from(hkdfSync('sha256', shared, salt, 'gateway', 32)); // expect: hkdf digest=sha-256
}

function pinKey(pin, salt) {
  return crypto.pbkdf2Sync(pin, salt, 310000, 32, 'sha512'); // expect: pbkdf2 digest=sha-512
}

function operatorKey(password, salt, done) {
  crypto.scrypt(password, salt, 32, { N: 1 << 15, maxmem: 64 << 20 }, done); // expect: scrypt
}

function token(subject, key) {
  return jwt.sign({ sub: subject }, key, TOKEN); // expect: rsassa-pkcs1 digest=sha-256 *via
}

function verifyUser(raw, secret) {
  return jwt.verify(raw, secret, { algorithms: ['HS512'] }); // expect: hmac digest=sha-512
}

function newIdentity() {
  return crypto.generateKeyPairSync('ec', { namedCurve: 'prime256v1' }); // expect: ec curve=secp256r1
}

function newCa() {
  const modulusLength = 4096;
  return crypto.generateKeyPairSync('rsa', { modulusLength }); // expect: rsa keyBits=4096 *via
}

function newSigner() {
  return crypto.generateKeyPairSync('ed25519'); // expect: ed25519
}

function verifyBundle(pub, data, signature) {
  const verify = crypto.createVerify('RSA-SHA256'); // expect: rsassa-pkcs1 digest=sha-256
  verify.update(data);
  return verify.verify(pub, signature);
}

function exchange() {
  const ecdh = crypto.createECDH('secp384r1'); // expect: ecdh curve=secp384r1
  ecdh.generateKeys();
  return ecdh;
}

const agent = new https.Agent({ keepAlive: true, minVersion: 'TLSv1.3' }); // expect: tls version=1.3

module.exports = { Gateway, etag, websocketAccept, imageDigest, frameId, sessionKey, pinKey, operatorKey, token, verifyUser, newIdentity, newCa, newSigner, verifyBundle, exchange, agent, CLI_HELP };
