// The door `pqready/pqc`: reference operations of FIPS 203, FIPS 204 and FIPS 205 over noble, hybrids, classical operations to compare
// with, verification of LMS and HSS, and their conformance vectors.

export { parseVectorSet, type VectorSet } from '../pqc/acvp/vector-set.ts';
export {
  agree,
  type ClassicalKeyPair,
  type ClassicalSignatureId,
  type ClassicalVerification,
  generateAgreementKeyPair,
  generateClassicalKeyPair,
  type KeyAgreementId,
  signClassical,
  verifyClassical,
} from '../pqc/classical.ts';
export { type CaseNote, type GroupResult, runVectorSet } from '../pqc/conformance.ts';
export { type SignedMessage, type SignedVerification, type SigningForm, signAsKey, verifyAsKey } from '../pqc/encoding/any-signature.ts';
export {
  type CertificateRequestFields,
  type Issuer,
  issueCertificate,
  makeRequest,
  type RequestFields,
  type RequestOptions,
  readAlternativeNames,
  readIssuer,
  readSoundRequest,
  readSubjectKey,
  verifySigned,
} from '../pqc/encoding/certificate.ts';
export { CLASSICAL_KEY_IDS, type ClassicalKeyId } from '../pqc/encoding/classical-key.ts';
export type { AlternativeName, ReadName } from '../pqc/encoding/general-name.ts';
export {
  ANY_KEY_IDS,
  type AnyKeyId,
  generatePrivateKey,
  isAnyKeyId,
  isKeyId,
  KEY_IDS,
  type KeyId,
  type PrivateKey,
  type PublicKey,
  privateKeyFromSeed,
  publicKeyOf,
} from '../pqc/encoding/key.ts';
export type { DistinguishedName } from '../pqc/encoding/name.ts';
export { decryptPkcs8, encryptPkcs8 } from '../pqc/encoding/pbes2.ts';
export { type PemLabel, renderPem } from '../pqc/encoding/pem.ts';
export { type PrivateKeyForm, readPkcs8Der, toPkcs8Der } from '../pqc/encoding/pkcs8.ts';
export { type KeyReading, openPem, readPrivateKey, readPublicKey } from '../pqc/encoding/read-key.ts';
export { readSpkiDer, toSpkiDer } from '../pqc/encoding/spki.ts';
export { type KeyFormat, type PrivateKeyWriting, writePrivateKey, writePublicKey } from '../pqc/encoding/write-key.ts';
export {
  decapsulateHybrid,
  encapsulateHybrid,
  generateHybridKeyPair,
  HYBRID_KEM_IDS,
  type HybridKemId,
  type HybridKeyPair,
  isHybridKemId,
} from '../pqc/hybrid-kem.ts';
export { type Inspection, inspect } from '../pqc/inspect.ts';
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
export { type LmsFault, type LmsVerification, type LmsVerifyRequest, verifyHss, verifyLms } from '../pqc/lms/verify.ts';
export type { MessageForm, PreHash } from '../pqc/message-form.ts';
export { ML_DSA, ML_DSA_IDS, ML_KEM, ML_KEM_IDS, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';
export { runSelfTest, type SelfTestReport } from '../pqc/selftest.ts';
export {
  generateSignatureKeyPair,
  type SignatureId,
  type SignatureKeyPair,
  type SignRequest,
  sign,
  type Verification,
  type VerificationFault,
  type VerifyRequest,
  verify,
} from '../pqc/signature.ts';
export { SLH_DSA, SLH_DSA_IDS, type SlhDsaId } from '../pqc/slh-dsa-sets.ts';
export {
  acceptServerShare,
  answerClientShare,
  type ClientSecrets,
  type ClientShare,
  type HybridRandomness,
  makeClientShare,
  type ServerShare,
  TLS_HYBRID_IDS,
  TLS_HYBRIDS,
  type TlsHybridId,
} from '../pqc/tls-hybrid.ts';
export { decapsulateXWing, encapsulateXWing, generateXWingKeyPair, X_WING } from '../pqc/x-wing.ts';
export { type MessageFormOptions, requireAgreementId, requireKemId, toKeyReading, toMessageForm } from './pqc-options.ts';
