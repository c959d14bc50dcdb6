// A driver for `pqready pqc conform`: OpenSSL 3.5 through node:crypto of Node 24.8 or later. Speaks protocol 1 of docs/conform.md.
//   pqready pqc conform -- node24 openssl.mjs
// node:crypto takes keys as SubjectPublicKeyInfo and PKCS #8 (RFC 9935, RFC 9881, RFC 9909), so raw keys are wrapped and unwrapped here.

import { createPrivateKey, createPublicKey, decapsulate, encapsulate, generateKeyPairSync, sign, verify } from 'node:crypto';
import { createInterface } from 'node:readline';

const OIDS = { 'ml-kem-512': '4.1', 'ml-kem-768': '4.2', 'ml-kem-1024': '4.3', 'ml-dsa-44': '3.17', 'ml-dsa-65': '3.18', 'ml-dsa-87': '3.19' };
const SLH = ['128s', '128f', '192s', '192f', '256s', '256f'];
SLH.forEach((size, i) => Object.assign(OIDS, { [`slh-dsa-sha2-${size}`]: `3.${20 + i}`, [`slh-dsa-shake-${size}`]: `3.${26 + i}` }));

const isKem = (id) => id.startsWith('ml-kem');
const isSlh = (id) => id.startsWith('slh-dsa');
const KEM_FEATURES = ['keygen', 'random', 'seed', 'encaps', 'decaps', 'expanded-keys', 'seed-keys'];
const SIGN_FEATURES = ['keygen', 'random', 'sign', 'verify', 'expanded-keys', 'context'];
const featuresOf = (id) => (isKem(id) ? KEM_FEATURES : isSlh(id) ? SIGN_FEATURES : [...SIGN_FEATURES, 'seed', 'seed-keys']);

const bytes = (hex) => Buffer.from(hex ?? '', 'hex');
const hex = (value) => Buffer.from(value).toString('hex');

function der(tag, ...parts) {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : content.length < 65536 ? [0x82, content.length >> 8, content.length & 255] : [];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

/** AlgorithmIdentifier: 2.16.840.1.101.3.4 and the two arcs of the set. */
function identifier(id) {
  const arcs = OIDS[id].split('.').map(Number);
  return der(0x30, der(0x06, Buffer.from([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, ...arcs])));
}

const publicKey = (id, raw) => createPublicKey({ key: der(0x30, identifier(id), der(0x03, Buffer.of(0), raw)), format: 'der', type: 'spki' });

/** Seed `[0]`, or the expanded key; SLH-DSA has the bare key (RFC 9909). */
function privateKey(id, { seed, expanded }) {
  const inner = isSlh(id) ? expanded : seed === undefined ? der(0x04, expanded) : der(0x80, seed);
  const key = der(0x30, der(0x02, Buffer.of(0)), identifier(id), der(0x04, inner));
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The raw key ends the SubjectPublicKeyInfo; the expanded private key ends the PKCS #8 that OpenSSL writes. */
function rawKeys(id, key) {
  const exported = key.export({ type: 'pkcs8', format: 'der' });
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const bits = spki.subarray(spki.length - publicKeyBytes(id));
  const expanded = exported.subarray(exported.length - privateKeyBytes(id));
  return isKem(id) ? { ek: hex(bits), dk: hex(expanded) } : { pk: hex(bits), sk: hex(expanded) };
}

const KEM_BYTES = { 'ml-kem-512': [800, 1632], 'ml-kem-768': [1184, 2400], 'ml-kem-1024': [1568, 3168] };
const DSA_BYTES = { 'ml-dsa-44': [1312, 2560], 'ml-dsa-65': [1952, 4032], 'ml-dsa-87': [2592, 4896] };
const slhBytes = (id) => Number(/\d{3}/.exec(id.slice(8))?.[0]) / 8;
const publicKeyBytes = (id) => (KEM_BYTES[id] ?? DSA_BYTES[id])?.[0] ?? 2 * slhBytes(id);
const privateKeyBytes = (id) => (KEM_BYTES[id] ?? DSA_BYTES[id])?.[1] ?? 4 * slhBytes(id);

/** OpenSSL throws on keys and ciphertexts that it does not take. */
function answer({ op, algorithm: id, form, ...given }) {
  const key = () => privateKey(id, given.seed === undefined ? { expanded: bytes(given.dk ?? given.sk) } : { seed: bytes(given.seed) });
  const options = () => ({ context: bytes(given.context) });
  switch (op) {
    case 'hello':
      return {
        protocol: 1,
        implementation: `OpenSSL ${process.versions.openssl}`,
        platform: `node ${process.version}`,
        algorithms: Object.fromEntries(Object.keys(OIDS).map((each) => [each, featuresOf(each)])),
      };
    case 'keygen':
      return rawKeys(id, given.seed === undefined ? generateKeyPairSync(id).privateKey : privateKey(id, { seed: bytes(given.seed) }));
    case 'encaps': {
      const { ciphertext, sharedKey } = encapsulate(publicKey(id, bytes(given.ek)));
      return { c: hex(ciphertext), k: hex(sharedKey) };
    }
    case 'decaps':
      return { k: hex(decapsulate(key(), bytes(given.c))) };
    case 'sign':
      return { signature: hex(sign(null, bytes(given.message), { key: key(), ...options() })) };
    case 'verify':
      return { valid: verify(null, bytes(given.message), { key: publicKey(id, bytes(given.pk)), ...options() }, bytes(given.signature)) };
    default:
      return { unsupported: op };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let result;
  try {
    result = answer(request);
  } catch (error) {
    result = { rejected: `OpenSSL: ${error.code ?? 'error'}` };
  }
  process.stdout.write(`${JSON.stringify({ id: request.id, ...result })}\n`);
}
