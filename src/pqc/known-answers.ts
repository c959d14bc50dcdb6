// One known answer for each parameter set, small enough to stand in the code: what a figure must be preceded by.
// From Wycheproof (C2SP/wycheproof, testvectors_v1, commit dac1dd4): mlkem_*_keygen_seed_test tcId 1 and the case of mlkem_*_encaps_test
// for the same key; mldsa_*_sign_seed_test tcId 1. Long values stand as their SHA-256.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { decapsulate, encapsulate, generateKemKeyPair } from './kem.ts';
import { isMlKemId, type MlDsaId, type MlKemId } from './parameter-sets.ts';
import { generateSignatureKeyPair, sign, verify } from './signature.ts';

interface KemAnswer {
  /** SHA-256 of ek ‖ dk */
  readonly keys: string;
  /** SHA-256 of the ciphertext */
  readonly ciphertext: string;
  readonly sharedSecret: string;
}

interface SignatureAnswer {
  /** SHA-256 of the public key */
  readonly publicKey: string;
  /** SHA-256 of the deterministic signature */
  readonly signature: string;
}

const KEM_SEED =
  '7c9935a0b07694aa0c6d10e4db6b1add2fd81a25ccb148032dcd739936737f2d8626ed79d451140800e03b59b956f8210e556067407d13dc90fa9e8b872bfb8f';
const KEM_MESSAGE = '147c03f7a5bebba406c8fae1874d7f13c80efe79a3a9a874cc09fe76f6997615';
const SIGNATURE_SEED = '2a'.repeat(32);
const SIGNED_MESSAGE = 'Hello world';

const KEM_ANSWERS: Readonly<Record<MlKemId, KemAnswer>> = {
  'ml-kem-512': {
    keys: '031dc7d1c7e66ced818bc9da68c45df9da8e4186bf82f810703921dfb3fbb781',
    ciphertext: 'bc29d7df8bc5465d980601d800259793e2603825a572da6cd198a512cc6d1a34',
    sharedSecret: '319839e82ab6b222de7b619e80da8391522bbb37677018494a4742c53f9abfdf',
  },
  'ml-kem-768': {
    keys: 'f0335eb7cbcdf90fbb42ae775c267a0bf1dfa2a72693f904b5c2ef78f18dea74',
    ciphertext: '36829a2f35cbf4deb62c0a12a15c22dae9f8d2c252566fc24f88abe805cb575e',
    sharedSecret: 'e7184a0975ee3470878d2d159ec83129c8aec253d4ee17b4810311d198cd0368',
  },
  'ml-kem-1024': {
    keys: '483a5ebd4ec2eb7e908391ebc5c921aa24772acae785af701281b28cfede2035',
    ciphertext: '508136a13f8a7920e3434498c6975cbbab457d809309eb2f92453e7409738210',
    sharedSecret: '489dd1e9c2be4af3482bdb35bb26ce760e6e414da6ecbe489985748a825f1cd6',
  },
};

const SIGNATURE_ANSWERS: Readonly<Record<MlDsaId, SignatureAnswer>> = {
  'ml-dsa-44': {
    publicKey: 'd87f8ca136ac1aa55e2d6c4521680efb3a378cbb9bc0bfb446e9c60893931ea3',
    signature: '8cd6fc03daa72e87210a4e721523e84c14f27733789075e65736744d4787fdd5',
  },
  'ml-dsa-65': {
    publicKey: 'b7acce2ddb11f8cc1aa46e2bafac6eacfa2b732ef192bd636ad8d3a56d649c66',
    signature: '39fbbb0d97a52c79844213b325af823a7f16a174e00a5b3daeb3e6e6d1c89681',
  },
  'ml-dsa-87': {
    publicKey: 'd43128fa8a8c785c1d44c9e7db538dbf9dd88fe6c8ad911a344bcec1017c6d54',
    signature: '1ad45bd0419e694375bd38ec11d8e0c228ab9ffac2fce4adbe6218d9c949e293',
  },
};

/** The first step whose result differs from the known answer; absent where every step agrees. */
export function findKnownAnswerFault(set: MlKemId | MlDsaId): string | undefined {
  return isMlKemId(set) ? findKemFault(set) : findSignatureFault(set);
}

function findKemFault(set: MlKemId): string | undefined {
  const answer = KEM_ANSWERS[set];
  const keys = generateKemKeyPair(set, hexToBytes(KEM_SEED));
  if (digest(concatBytes(keys.encapsulationKey, keys.decapsulationKey)) !== answer.keys) return 'keygen';
  const { ciphertext, sharedSecret } = encapsulate(set, keys.encapsulationKey, hexToBytes(KEM_MESSAGE));
  if (digest(ciphertext) !== answer.ciphertext || bytesToHex(sharedSecret) !== answer.sharedSecret) return 'encaps';
  if (bytesToHex(decapsulate(set, keys.decapsulationKey, ciphertext)) !== answer.sharedSecret) return 'decaps';
  return undefined;
}

function findSignatureFault(set: MlDsaId): string | undefined {
  const answer = SIGNATURE_ANSWERS[set];
  const message = utf8ToBytes(SIGNED_MESSAGE);
  const { publicKey, privateKey } = generateSignatureKeyPair(set, hexToBytes(SIGNATURE_SEED));
  if (digest(publicKey) !== answer.publicKey) return 'keygen';
  const signature = sign(set, { privateKey, message, randomness: 'deterministic' });
  if (digest(signature) !== answer.signature) return 'sign';
  if (!verify(set, { publicKey, message, signature }).valid) return 'verify';
  if (verify(set, { publicKey, message: utf8ToBytes('Hello World'), signature }).valid) return 'verify';
  return undefined;
}

function digest(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
