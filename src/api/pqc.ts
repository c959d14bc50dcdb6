// The door `pqready/pqc`: reference operations of FIPS 203 and FIPS 204 over noble, and their conformance vectors.

export { parseVectorSet, type VectorSet } from '../pqc/acvp/vector-set.ts';
export { type CaseNote, type GroupResult, runVectorSet } from '../pqc/conformance.ts';
export {
  checkDecapsulationKey,
  checkEncapsulationKey,
  decapsulate,
  type Encapsulation,
  encapsulate,
  generateKemKeyPair,
  type KemKeyPair,
  type KeyCheck,
} from '../pqc/kem.ts';
export { ML_DSA, ML_DSA_IDS, ML_KEM, ML_KEM_IDS, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';
export { runSelfTest, type SelfTestReport } from '../pqc/selftest.ts';
export {
  generateSignatureKeyPair,
  type SignatureKeyPair,
  type SignRequest,
  sign,
  type Verification,
  type VerifyRequest,
  verify,
} from '../pqc/signature.ts';
