// Names of post-quantum code in symbols, whatever the library's prefix: mlkem-native and mldsa-native (PQCP_…, MLK_…, MLD_…), PQClean
// (PQCLEAN_…), the reference packages (pqcrystals_…), liboqs (OQS_KEM_…, OQS_SIG_…), and code that follows them.

import { type Mechanism, mechanism } from '../mechanism.ts';

/** Beginnings that name the library. */
export const POST_QUANTUM_PREFIXES: readonly (readonly [start: string, library: string])[] = [
  ['PQCP_MLKEM_NATIVE_', 'mlkem-native'],
  ['PQCP_MLDSA_NATIVE_', 'mldsa-native'],
  ['PQCLEAN_', 'pqclean'],
  ['pqcrystals_', 'pqcrystals'],
  ['OQS_', 'liboqs'],
];

/** Patterns over the whole name; the first that matches wins. A parameter set stands after the name or not at all. */
export const POST_QUANTUM_NAMES: readonly (readonly [pattern: RegExp, mechanism: Mechanism])[] = [
  [/ml_?kem_?1024/i, mechanism('ml-kem-1024')],
  [/ml_?kem_?768/i, mechanism('ml-kem-768')],
  [/ml_?kem_?512/i, mechanism('ml-kem-512')],
  [/ml_?dsa_?87/i, mechanism('ml-dsa-87')],
  [/ml_?dsa_?65/i, mechanism('ml-dsa-65')],
  [/ml_?dsa_?44/i, mechanism('ml-dsa-44')],
  [/(?:^|_)(?:ml_?kem|MlKemKey|MLK_NATIVE)(?:_|$)/, mechanism('ml-kem')],
  [/(?:^|_)(?:ml_?dsa|MlDsaKey)(?:_|$)/, mechanism('ml-dsa')],
  [/slh_?dsa|(?:^|_)SLHDSA/i, mechanism('slh-dsa')],
  [/(?:^|_)kyber_?(?:512|768|1024)/i, mechanism('kyber')],
  [/(?:^|_)dilithium_?[235]/i, mechanism('dilithium')],
  [/(?:^|_)sphincs(?:plus)?_?(?:sha|shake)/i, mechanism('sphincsplus')],
  [/(?:^|_)falcon_?(?:padded_?)?(?:512|1024)/i, mechanism('fn-dsa')],
  [/(?:^|_)hqc_?(?:128|192|256|rmrs)/i, mechanism('hqc')],
  [/(?:^|_)(?:frodokem|frodo)_?(?:640|976|1344)/i, mechanism('frodokem')],
  [/(?:^|_)mceliece_?\d{6,7}/i, mechanism('classic-mceliece')],
  [/(?:^|_)sntrup_?761/i, mechanism('sntrup761')],
  [/(?:^|_)xmss(?:mt)?_/i, mechanism('xmss')],
  [/(?:^|_)hss_(?:validate|generate|sign)/i, mechanism('hss')],
];
