// A driver for `pqready pqc conform`: @noble/post-quantum, through no code of pqready's. Speaks protocol 1 of docs/conform.md.
//   pqready pqc conform -- node noble.mjs

import { createInterface } from 'node:readline';
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { ml_kem512, ml_kem768, ml_kem1024 } from '@noble/post-quantum/ml-kem.js';
import * as slh from '@noble/post-quantum/slh-dsa.js';

const KEMS = { 'ml-kem-512': ml_kem512, 'ml-kem-768': ml_kem768, 'ml-kem-1024': ml_kem1024 };
const SIGNERS = { 'ml-dsa-44': ml_dsa44, 'ml-dsa-65': ml_dsa65, 'ml-dsa-87': ml_dsa87 };
// The small sets take seconds to minutes to sign in JavaScript; they are left to faster implementations.
for (const hash of ['sha2', 'shake']) for (const bits of [128, 192, 256]) SIGNERS[`slh-dsa-${hash}-${bits}f`] = slh[`slh_dsa_${hash}_${bits}f`];

const KEM_FEATURES = ['keygen', 'random', 'seed', 'encaps', 'm', 'decaps', 'expanded-keys', 'seed-keys'];
const SIGN_FEATURES = ['keygen', 'random', 'seed', 'sign', 'verify', 'expanded-keys', 'deterministic', 'rnd', 'context', 'internal'];
const algorithms = {
  ...Object.fromEntries(Object.keys(KEMS).map((id) => [id, KEM_FEATURES])),
  ...Object.fromEntries(Object.keys(SIGNERS).map((id) => [id, id.startsWith('ml-dsa') ? [...SIGN_FEATURES, 'seed-keys', 'external-mu'] : SIGN_FEATURES])),
};

const bytes = (hex) => (hex === undefined ? undefined : Uint8Array.from(Buffer.from(hex, 'hex')));
const hex = (value) => Buffer.from(value).toString('hex');

/** noble throws on input that it does not take. */
function answer(request) {
  if (request.op === 'hello') return { protocol: 1, implementation: '@noble/post-quantum', platform: `node ${process.version}`, algorithms };
  const { op, algorithm } = request;
  const kem = KEMS[algorithm];
  if (op === 'keygen') {
    const { publicKey, secretKey } = (kem ?? SIGNERS[algorithm]).keygen(bytes(request.seed));
    return kem ? { ek: hex(publicKey), dk: hex(secretKey) } : { pk: hex(publicKey), sk: hex(secretKey) };
  }
  if (op === 'encaps') {
    const { cipherText, sharedSecret } = kem.encapsulate(bytes(request.ek), bytes(request.m));
    return { c: hex(cipherText), k: hex(sharedSecret) };
  }
  if (op === 'decaps') {
    const dk = request.seed === undefined ? bytes(request.dk) : kem.keygen(bytes(request.seed)).secretKey;
    return { k: hex(kem.decapsulate(bytes(request.c), dk)) };
  }
  return op === 'sign' || op === 'verify' ? answerSignature(request) : { unsupported: op };
}

function answerSignature({ op, algorithm, form, ...given }) {
  const signer = SIGNERS[algorithm];
  const pure = form === 'pure';
  const of = pure ? signer : signer.internal;
  const [message, context] = [bytes(given.message), bytes(given.context)];
  const options = { ...(pure ? { context } : {}), ...(form === 'external-mu' ? { externalMu: true } : {}) };
  if (op === 'verify') return { valid: of.verify(bytes(given.signature), message, bytes(given.pk), options) };
  const sk = given.seed === undefined ? bytes(given.sk) : signer.keygen(bytes(given.seed)).secretKey;
  const entropy = given.deterministic ? { extraEntropy: false } : given.rnd === undefined ? {} : { extraEntropy: bytes(given.rnd) };
  return { signature: hex(of.sign(message, sk, { ...options, ...entropy })) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let result;
  try {
    result = answer(request);
  } catch (error) {
    result = { rejected: 'noble throws' };
  }
  process.stdout.write(`${JSON.stringify({ id: request.id, ...result })}\n`);
}
