// What is known of every mechanism, and what follows from a use of it: printed name, primitive, parameter set, strength.
// The tables stand in `algorithms/`, each row with its standard.

export { canonicalUse } from './algorithms/canonical.ts';
export {
  curveOf,
  digestOf,
  functionsOf,
  identityOf,
  keyBitsOf,
  nameOf,
  paddingOf,
  parameterSetOf,
  primitiveOf,
  threatOf,
  toPrintableName,
} from './algorithms/naming.ts';
export type { AlgorithmFamily, AlgorithmRow, NameElement } from './algorithms/row.ts';
export { classicalSecurityBits, nistQuantumLevel } from './algorithms/strength.ts';
export { ALGORITHM_IDS, ALGORITHMS, isAlgorithmId, useOf } from './algorithms/table.ts';
