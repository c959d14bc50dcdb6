// An implementation of cryptography as the host bench sees it: ours, and those of other providers on the machine. Keys stay inside; what is
// timed is a call, and what it gives can be checked.

import type { AlgorithmId } from './algorithm.ts';

/** What can be timed here. A classical one names what its algorithm id leaves open. */
export type HostAlgorithm =
  | Extract<
      AlgorithmId,
      'ml-kem-512' | 'ml-kem-768' | 'ml-kem-1024' | 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87' | 'x-wing' | 'x25519' | 'ed25519'
    >
  | Extract<AlgorithmId, `slh-dsa-${'sha2' | 'shake'}-${128 | 192 | 256}${'s' | 'f'}`>
  | Extract<AlgorithmId, 'x25519mlkem768' | 'secp256r1mlkem768' | 'secp384r1mlkem1024' | 'lms'>
  | 'ecdh-secp256r1'
  | 'ecdh-secp384r1'
  | 'ecdsa-secp256r1-sha256'
  | 'ecdsa-secp384r1-sha384';

/** A key pair of a key encapsulation mechanism. */
export interface KemPair {
  readonly encaps: () => { readonly ciphertext: Uint8Array; readonly sharedSecret: Uint8Array };
  readonly decaps: (ciphertext: Uint8Array) => Uint8Array;
}

/** A key pair of a signature scheme. */
export interface SignaturePair {
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}

/** A key pair and that of a peer, who comes to the same secret by the other way. */
export interface AgreementPair {
  readonly agree: () => Uint8Array;
  readonly agreeAsPeer: () => Uint8Array;
}

/** How an implementation does one algorithm. `keygen` of an agreement makes a key pair for a peer that stays the same. */
export type Implementation =
  | { readonly kind: 'kem'; readonly keygen: () => KemPair }
  | { readonly kind: 'signature'; readonly keygen: () => SignaturePair }
  | { readonly kind: 'agreement'; readonly keygen: () => AgreementPair };

/** Implementations beside ours. */
export interface CryptoProvider {
  /** as every row names it, `node:crypto of node 24.21.0, OpenSSL 3.5.8` */
  readonly name: string;
  /** absent where the provider does not know the algorithm */
  readonly open: (algorithm: HostAlgorithm) => Implementation | undefined;
}
