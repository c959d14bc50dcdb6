// The operations that the host bench times, each with the check that its last result was right.

import type { MLKEM } from '@noble/post-quantum/ml-kem.js';
import { equalBytes } from '@noble/post-quantum/utils.js';
import type { Operation } from '../model/measurement.ts';
import { NOBLE_ML_DSA, NOBLE_ML_KEM } from '../pqc/implementation.ts';
import { isMlKemId, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';

/** One operation as the clock sees it. */
export interface TimedOperation {
  readonly algorithm: MlKemId | MlDsaId;
  readonly operation: Operation;
  readonly run: () => void;
  /** whether the result of the last run is right */
  readonly holds: () => boolean;
}

/** How many operations {@link timedOperations} gives for each algorithm. */
export const OPERATIONS_EACH = 3;

/** Inputs that one operation goes through in turn. */
const POOL = 16;

/** ML-KEM: keygen, encaps, decaps. ML-DSA: keygen, sign, verify. Making the inputs costs some runs of each. */
export function timedOperations(algorithm: MlKemId | MlDsaId): readonly TimedOperation[] {
  return isMlKemId(algorithm) ? kemOperations(algorithm) : signatureOperations(algorithm);
}

function kemOperations(algorithm: MlKemId): readonly TimedOperation[] {
  const kem = NOBLE_ML_KEM[algorithm];
  const { publicKey, secretKey } = kem.keygen();
  const opens = (sent: ReturnType<MLKEM['encapsulate']>, key = secretKey): boolean =>
    equalBytes(kem.decapsulate(sent.cipherText, key), sent.sharedSecret);
  const next = cycle(Array.from({ length: POOL }, () => kem.encapsulate(publicKey)));
  const receive = () => {
    const sent = next();
    return { wanted: sent.sharedSecret, got: kem.decapsulate(sent.cipherText, secretKey) };
  };
  return [
    remember({ algorithm, operation: 'keygen' }, kem.keygen, (pair) => opens(kem.encapsulate(pair.publicKey), pair.secretKey)),
    remember({ algorithm, operation: 'encaps' }, () => kem.encapsulate(publicKey), opens),
    remember({ algorithm, operation: 'decaps' }, receive, ({ wanted, got }) => equalBytes(got, wanted)),
  ];
}

function signatureOperations(algorithm: MlDsaId): readonly TimedOperation[] {
  const dsa = NOBLE_ML_DSA[algorithm];
  const { publicKey, secretKey } = dsa.keygen();
  const nextMessage = messages();
  // Another message and fresh randomness each time: with both fixed, one path of the rejection loop is repeated (FIPS 204 Algorithm 7).
  const signNext = (key = secretKey) => {
    const message = nextMessage();
    return { message, signature: dsa.sign(message, key) };
  };
  const next = cycle(Array.from({ length: POOL }, () => signNext()));
  const isSigned = ({ message, signature }: ReturnType<typeof signNext>, key = publicKey): boolean => dsa.verify(signature, message, key);
  return [
    remember({ algorithm, operation: 'keygen' }, dsa.keygen, (pair) => isSigned(signNext(pair.secretKey), pair.publicKey)),
    remember({ algorithm, operation: 'sign' }, () => signNext(), isSigned),
    remember(
      { algorithm, operation: 'verify' },
      () => isSigned(next()),
      (valid) => valid,
    ),
  ];
}

/** Keeps the last result for the check after the clock has stopped. */
function remember<R>(
  name: Pick<TimedOperation, 'algorithm' | 'operation'>,
  operate: () => R,
  isRight: (result: R) => boolean,
): TimedOperation {
  let last = operate();
  const run = (): void => {
    last = operate();
  };
  return { ...name, run, holds: () => isRight(last) };
}

/** Goes through the items for ever. */
function cycle<T>(items: readonly T[]): () => T {
  let index = 0;
  return () => {
    const item = items[index++ % items.length];
    if (item === undefined) throw new RangeError('cycle needs an item');
    return item;
  };
}

/** 32-byte messages, no two alike. */
function messages(): () => Uint8Array {
  let count = 0;
  return () => {
    const message = new Uint8Array(32);
    new DataView(message.buffer).setUint32(0, count++);
    return message;
  };
}
