// The reference implementation, noble under this package's own doors, as the host bench times it.

import type { HostAlgorithm, Implementation } from '../../model/provider.ts';
import {
  agree,
  type ClassicalSignatureId,
  generateAgreementKeyPair,
  generateClassicalKeyPair,
  signClassical,
  verifyClassical,
} from '../../pqc/classical.ts';
import { NOBLE_ML_DSA, NOBLE_ML_KEM, NOBLE_SLH_DSA } from '../../pqc/implementation.ts';
import { isMlDsaId, isMlKemId, type MlDsaId, type MlKemId } from '../../pqc/parameter-sets.ts';
import { isSlhDsaId, type SlhDsaId } from '../../pqc/slh-dsa-sets.ts';
import { acceptServerShare, answerClientShare, isTlsHybridId, makeClientShare, type TlsHybridId } from '../../pqc/tls-hybrid.ts';
import { decapsulateXWing, encapsulateXWing, generateXWingKeyPair } from '../../pqc/x-wing.ts';

/** How the reference does an algorithm. LMS is only verified here, so it has no key pair to make. */
export function openReference(id: Exclude<HostAlgorithm, 'lms'>): Implementation {
  if (isMlKemId(id)) return mlKem(id);
  if (isMlDsaId(id)) return mlDsa(id);
  if (isSlhDsaId(id)) return slhDsa(id);
  if (isTlsHybridId(id)) return tlsHybrid(id);
  switch (id) {
    case 'x-wing':
      return xWing();
    case 'x25519':
      return agreement('x25519');
    case 'ecdh-secp256r1':
      return agreement('secp256r1');
    case 'ecdh-secp384r1':
      return agreement('secp384r1');
    case 'ed25519':
    case 'ecdsa-secp256r1-sha256':
    case 'ecdsa-secp384r1-sha384':
      return classicalSignature(id);
  }
}

function mlKem(id: MlKemId): Implementation {
  const kem = NOBLE_ML_KEM[id];
  const keygen = () => {
    const { publicKey, secretKey } = kem.keygen();
    return {
      encaps: () => {
        const { cipherText, sharedSecret } = kem.encapsulate(publicKey);
        return { ciphertext: cipherText, sharedSecret };
      },
      decaps: (ciphertext: Uint8Array) => kem.decapsulate(ciphertext, secretKey),
    };
  };
  return { kind: 'kem', keygen };
}

function xWing(): Implementation {
  const keygen = () => {
    const { encapsulationKey, decapsulationKey } = generateXWingKeyPair();
    return {
      encaps: () => encapsulateXWing(encapsulationKey),
      decaps: (ciphertext: Uint8Array) => decapsulateXWing(decapsulationKey, ciphertext),
    };
  };
  return { kind: 'kem', keygen };
}

/** The client's share is the public key, the server's the ciphertext. */
function tlsHybrid(id: TlsHybridId): Implementation {
  const keygen = () => {
    const { clientShare, secrets } = makeClientShare(id);
    return {
      encaps: () => {
        const { serverShare, sharedSecret } = answerClientShare(id, clientShare);
        return { ciphertext: serverShare, sharedSecret };
      },
      decaps: (serverShare: Uint8Array) => acceptServerShare(id, secrets, serverShare),
    };
  };
  return { kind: 'kem', keygen };
}

function mlDsa(id: MlDsaId): Implementation {
  const dsa = NOBLE_ML_DSA[id];
  const keygen = () => {
    const { publicKey, secretKey } = dsa.keygen();
    return {
      sign: (message: Uint8Array) => dsa.sign(message, secretKey),
      verify: (message: Uint8Array, signature: Uint8Array) => dsa.verify(signature, message, publicKey),
    };
  };
  return { kind: 'signature', keygen };
}

function slhDsa(id: SlhDsaId): Implementation {
  const slh = NOBLE_SLH_DSA[id];
  const keygen = () => {
    const { publicKey, secretKey } = slh.keygen();
    return {
      sign: (message: Uint8Array) => slh.sign(message, secretKey),
      verify: (message: Uint8Array, signature: Uint8Array) => slh.verify(signature, message, publicKey),
    };
  };
  return { kind: 'signature', keygen };
}

function classicalSignature(id: ClassicalSignatureId): Implementation {
  const keygen = () => {
    const { publicKey, privateKey } = generateClassicalKeyPair(id);
    return {
      sign: (message: Uint8Array) => signClassical(id, { privateKey, message }),
      verify: (message: Uint8Array, signature: Uint8Array) => verifyClassical(id, { publicKey, message, signature }).valid,
    };
  };
  return { kind: 'signature', keygen };
}

function agreement(id: 'x25519' | 'secp256r1' | 'secp384r1'): Implementation {
  const peer = generateAgreementKeyPair(id);
  const keygen = () => {
    const { publicKey, privateKey } = generateAgreementKeyPair(id);
    return { agree: () => agree(id, privateKey, peer.publicKey), agreeAsPeer: () => agree(id, peer.privateKey, publicKey) };
  };
  return { kind: 'agreement', keygen };
}
