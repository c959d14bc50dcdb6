// The operations whose fit is asked, and the bytes that must be in RAM beside the stack while each runs: keys, ciphertext, signature, shared
// secret. Lengths: FIPS 203 (August 2024) Table 3, FIPS 204 (August 2024) Table 2. The message is the caller's and is not counted.

import type { AlgorithmId } from '../model/algorithm.ts';
import type { Operation } from '../model/measurement.ts';

/** One operation of one parameter set. */
export interface FitOperation {
  readonly algorithm: AlgorithmId;
  readonly operation: Operation;
  /** bytes of inputs and outputs held during the operation */
  readonly bufferBytes: number;
}

const SHARED_SECRET_BYTES = 32;

/** Every operation of ML-KEM and ML-DSA, smaller parameter sets first. */
export const FIT_OPERATIONS: readonly FitOperation[] = [
  ...mlKem('ml-kem-512', { publicKey: 800, privateKey: 1632, ciphertext: 768 }),
  ...mlKem('ml-kem-768', { publicKey: 1184, privateKey: 2400, ciphertext: 1088 }),
  ...mlKem('ml-kem-1024', { publicKey: 1568, privateKey: 3168, ciphertext: 1568 }),
  ...mlDsa('ml-dsa-44', { publicKey: 1312, privateKey: 2560, signature: 2420 }),
  ...mlDsa('ml-dsa-65', { publicKey: 1952, privateKey: 4032, signature: 3309 }),
  ...mlDsa('ml-dsa-87', { publicKey: 2592, privateKey: 4896, signature: 4627 }),
];

interface KemBytes {
  readonly publicKey: number;
  readonly privateKey: number;
  readonly ciphertext: number;
}

function mlKem(algorithm: AlgorithmId, { publicKey, privateKey, ciphertext }: KemBytes): readonly FitOperation[] {
  return [
    { algorithm, operation: 'keygen', bufferBytes: publicKey + privateKey },
    { algorithm, operation: 'encaps', bufferBytes: publicKey + ciphertext + SHARED_SECRET_BYTES },
    { algorithm, operation: 'decaps', bufferBytes: privateKey + ciphertext + SHARED_SECRET_BYTES },
  ];
}

interface SignatureBytes {
  readonly publicKey: number;
  readonly privateKey: number;
  readonly signature: number;
}

function mlDsa(algorithm: AlgorithmId, { publicKey, privateKey, signature }: SignatureBytes): readonly FitOperation[] {
  return [
    { algorithm, operation: 'keygen', bufferBytes: publicKey + privateKey },
    { algorithm, operation: 'sign', bufferBytes: privateKey + signature },
    { algorithm, operation: 'verify', bufferBytes: publicKey + signature },
  ];
}
