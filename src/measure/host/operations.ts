// From an implementation to the operations that are timed. Each keeps its last result, to be checked after the clock has stopped, and goes
// through inputs that were made before.

import { equalBytes } from '@noble/post-quantum/utils.js';
import type { Operation } from '../../model/measurement.ts';
import type { AgreementPair, Implementation, KemPair, SignaturePair } from '../../model/provider.ts';

/** `run` does it once; `holds` says whether the result of the last run is right. */
export interface TimedOperation {
  readonly operation: Operation;
  readonly run: () => void;
  readonly holds: () => boolean;
}

/** Ciphertexts that decapsulation goes through, and signatures that verification does: few, since some schemes sign for seconds. */
const CIPHERTEXTS = 16;
const SIGNATURES = 2;

/** Every operation of an implementation. Making the inputs costs some runs of each; `messages` are signed in turn. */
export function toOperations(implementation: Implementation, messages: readonly Uint8Array[]): readonly TimedOperation[] {
  switch (implementation.kind) {
    case 'kem':
      return kemOperations(implementation.keygen);
    case 'signature':
      return [
        remember('keygen', implementation.keygen, (pair) => signs(pair, messageAt(0))),
        ...signatureOperations(implementation.keygen(), messages),
      ];
    case 'agreement':
      return agreementOperations(implementation.keygen);
  }
}

function kemOperations(keygen: () => KemPair): readonly TimedOperation[] {
  const pair = keygen();
  const next = cycle(Array.from({ length: CIPHERTEXTS }, pair.encaps));
  const receive = () => {
    const { ciphertext, sharedSecret } = next();
    return { wanted: sharedSecret, got: pair.decaps(ciphertext) };
  };
  const opens = ({ ciphertext, sharedSecret }: ReturnType<KemPair['encaps']>, by = pair): boolean =>
    equalBytes(by.decaps(ciphertext), sharedSecret);
  return [
    remember('keygen', keygen, (made) => opens(made.encaps(), made)),
    remember('encaps', pair.encaps, (sent) => opens(sent)),
    remember('decaps', receive, ({ wanted, got }) => equalBytes(got, wanted)),
  ];
}

/** Signing and verification under one key. */
export function signatureOperations(pair: SignaturePair, messages: readonly Uint8Array[]): readonly TimedOperation[] {
  const nextToSign = cycle(messages);
  const sign = () => {
    const message = nextToSign();
    return { message, signature: pair.sign(message) };
  };
  const isSigned = ({ message, signature }: ReturnType<typeof sign>): boolean => pair.verify(message, signature);
  const next = cycle(messages.slice(0, SIGNATURES).map((message) => ({ message, signature: pair.sign(message) })));
  return [remember('sign', sign, isSigned), verification(() => isSigned(next()))];
}

function signs(pair: SignaturePair, message: Uint8Array): boolean {
  return pair.verify(message, pair.sign(message));
}

function agreementOperations(keygen: () => AgreementPair): readonly TimedOperation[] {
  const pair = keygen();
  const isShared = (secret: Uint8Array, by = pair): boolean => equalBytes(secret, by.agreeAsPeer());
  return [
    remember('keygen', keygen, (made) => isShared(made.agree(), made)),
    remember('keyagree', pair.agree, (secret) => isShared(secret)),
  ];
}

/** A verification that must always say yes. */
export function verification(verify: () => boolean): TimedOperation {
  return remember('verify', verify, (valid) => valid);
}

/** Runs once now, so that there is always a last result. */
function remember<R>(operation: Operation, operate: () => R, isRight: (result: R) => boolean): TimedOperation {
  let last = operate();
  const run = (): void => {
    last = operate();
  };
  return { operation, run, holds: () => isRight(last) };
}

function cycle<T>(items: readonly T[]): () => T {
  let index = 0;
  return () => {
    const item = items[index++ % items.length];
    if (item === undefined) throw new RangeError('expected at least one item to go through');
    return item;
  };
}

/** The messages that are signed: 32 bytes, the index first, big-endian. */
export function messageAt(index: number): Uint8Array {
  const message = new Uint8Array(32);
  new DataView(message.buffer).setUint32(0, index);
  return message;
}

/** Messages 0 to `count` − 1. */
export function toMessages(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => messageAt(index));
}
