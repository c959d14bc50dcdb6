// The implementation behind the reference operations: @noble/post-quantum, one object for each parameter set.

import { type DSA, ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { type MLKEM, ml_kem512, ml_kem768, ml_kem1024 } from '@noble/post-quantum/ml-kem.js';
import {
  type SphincsSigner,
  slh_dsa_sha2_128f,
  slh_dsa_sha2_128s,
  slh_dsa_sha2_192f,
  slh_dsa_sha2_192s,
  slh_dsa_sha2_256f,
  slh_dsa_sha2_256s,
  slh_dsa_shake_128f,
  slh_dsa_shake_128s,
  slh_dsa_shake_192f,
  slh_dsa_shake_192s,
  slh_dsa_shake_256f,
  slh_dsa_shake_256s,
} from '@noble/post-quantum/slh-dsa.js';
import type { MlDsaId, MlKemId } from './parameter-sets.ts';
import type { SlhDsaId } from './slh-dsa-sets.ts';

/** As every figure and every verdict names it. */
export const IMPLEMENTATION = '@noble/post-quantum 0.7.1';

/** noble's ML-KEM by parameter set. */
export const NOBLE_ML_KEM: Readonly<Record<MlKemId, MLKEM>> = {
  'ml-kem-512': ml_kem512,
  'ml-kem-768': ml_kem768,
  'ml-kem-1024': ml_kem1024,
};

/** noble's ML-DSA by parameter set. */
export const NOBLE_ML_DSA: Readonly<Record<MlDsaId, DSA>> = {
  'ml-dsa-44': ml_dsa44,
  'ml-dsa-65': ml_dsa65,
  'ml-dsa-87': ml_dsa87,
};

/** noble's SLH-DSA by parameter set. */
export const NOBLE_SLH_DSA: Readonly<Record<SlhDsaId, SphincsSigner>> = {
  'slh-dsa-sha2-128s': slh_dsa_sha2_128s,
  'slh-dsa-shake-128s': slh_dsa_shake_128s,
  'slh-dsa-sha2-128f': slh_dsa_sha2_128f,
  'slh-dsa-shake-128f': slh_dsa_shake_128f,
  'slh-dsa-sha2-192s': slh_dsa_sha2_192s,
  'slh-dsa-shake-192s': slh_dsa_shake_192s,
  'slh-dsa-sha2-192f': slh_dsa_sha2_192f,
  'slh-dsa-shake-192f': slh_dsa_shake_192f,
  'slh-dsa-sha2-256s': slh_dsa_sha2_256s,
  'slh-dsa-shake-256s': slh_dsa_shake_256s,
  'slh-dsa-sha2-256f': slh_dsa_sha2_256f,
  'slh-dsa-shake-256f': slh_dsa_shake_256f,
};
