// The cryptography of the Node that runs this, node:crypto over OpenSSL, as a provider for the host bench. ML-KEM, ML-DSA and SLH-DSA are
// there where OpenSSL is 3.5 or later (Node 24.7 and later); whatever this Node does not know is not offered.

import crypto, { type KeyObject } from 'node:crypto';
import process from 'node:process';
import type { AgreementPair, CryptoProvider, HostAlgorithm, Implementation, KemPair, SignaturePair } from '../model/provider.ts';

/** What node:crypto of this process can do of what the host bench times. */
export function nodeCrypto(): CryptoProvider {
  const { node, openssl } = process.versions;
  return { name: `node:crypto of node ${node}, OpenSSL ${openssl}`, open };
}

function open(algorithm: HostAlgorithm): Implementation | undefined {
  const implementation = choose(algorithm);
  try {
    implementation?.keygen();
    return implementation;
  } catch {
    return undefined; // this Node does not know the key type
  }
}

function choose(algorithm: HostAlgorithm): Implementation | undefined {
  if (algorithm.startsWith('ml-kem-')) return kem(algorithm);
  if (/^(ml-dsa|slh-dsa)-/.test(algorithm) || algorithm === 'ed25519') return signature(() => generate(algorithm), null);
  if (algorithm === 'x25519') return agreement(() => generate(algorithm));
  const [scheme, curve = '', digest = null] = algorithm.split('-');
  if (scheme === 'ecdsa') return signature(() => generateEc(curve), digest);
  return scheme === 'ecdh' ? agreement(() => generateEc(curve)) : undefined;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

function generate(type: string): KeyPair {
  return Reflect.apply(crypto.generateKeyPairSync, crypto, [type]); // the newest names are not in the types of the oldest Node we support
}

function generateEc(curve: string): KeyPair {
  return crypto.generateKeyPairSync('ec', { namedCurve: curve === 'secp256r1' ? 'prime256v1' : curve });
}

interface KemApi {
  readonly encapsulate: (key: KeyObject) => { readonly sharedKey: Uint8Array; readonly ciphertext: Uint8Array };
  readonly decapsulate: (key: KeyObject, ciphertext: Uint8Array) => Uint8Array;
}

function hasKem(api: object): api is KemApi {
  return 'encapsulate' in api && typeof api.encapsulate === 'function' && 'decapsulate' in api;
}

function kem(type: string): Implementation | undefined {
  const api: object = crypto;
  if (!hasKem(api)) return undefined;
  const keygen = (): KemPair => {
    const { publicKey, privateKey } = generate(type);
    return {
      encaps: () => {
        const { sharedKey, ciphertext } = api.encapsulate(publicKey);
        return { ciphertext, sharedSecret: sharedKey };
      },
      decaps: (ciphertext) => api.decapsulate(privateKey, ciphertext),
    };
  };
  return { kind: 'kem', keygen };
}

function signature(generatePair: () => KeyPair, digest: string | null): Implementation {
  const keygen = (): SignaturePair => {
    const { publicKey, privateKey } = generatePair();
    return {
      sign: (message) => crypto.sign(digest, message, privateKey),
      verify: (message, signed) => crypto.verify(digest, message, publicKey, signed),
    };
  };
  return { kind: 'signature', keygen };
}

function agreement(generatePair: () => KeyPair): Implementation {
  const peer = generatePair();
  const keygen = (): AgreementPair => {
    const { publicKey, privateKey } = generatePair();
    return {
      agree: () => crypto.diffieHellman({ privateKey, publicKey: peer.publicKey }),
      agreeAsPeer: () => crypto.diffieHellman({ privateKey: peer.privateKey, publicKey }),
    };
  };
  return { kind: 'agreement', keygen };
}
