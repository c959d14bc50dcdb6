// Public-key mechanisms with no known quantum break, and hybrids that hold one.
// Security categories: FIPS 203 table 2, FIPS 204 table 1, FIPS 205 table 2. A category speaks of the effort to search a key of AES-128,
// -192, -256 (1, 3, 5) or a collision of SHA-256 (2), so the classical strength beside it is 128, 192 or 256 bits.
// Object identifiers: NIST Computer Security Objects Register. Round-3 forms (Kyber, Dilithium, SPHINCS+) do not interoperate with the
// standards and have no family of theirs in CycloneDX.

import type { PostQuantumId } from '../../model/algorithm.ts';
import type { AlgorithmFamily, AlgorithmRow, AlgorithmRows } from './row.ts';

type Category = 1 | 2 | 3 | 5;
const CLASSICAL_BITS: Readonly<Record<Category, number>> = { 1: 128, 2: 128, 3: 192, 5: 256 };

/** Row per mechanism without a known quantum break. */
export const POST_QUANTUM: AlgorithmRows<PostQuantumId> = {
  'ml-kem': { ...kem('ML-KEM', 'FIPS 203'), family: 'ML-KEM' },
  'ml-kem-512': { ...kem('ML-KEM-512', 'FIPS 203 table 2'), ...fixed('ML-KEM', '512', 1), oid: '2.16.840.1.101.3.4.4.1' },
  'ml-kem-768': { ...kem('ML-KEM-768', 'FIPS 203 table 2'), ...fixed('ML-KEM', '768', 3), oid: '2.16.840.1.101.3.4.4.2' },
  'ml-kem-1024': { ...kem('ML-KEM-1024', 'FIPS 203 table 2'), ...fixed('ML-KEM', '1024', 5), oid: '2.16.840.1.101.3.4.4.3' },
  kyber: { ...kem('Kyber', 'CRYSTALS-Kyber round 3'), named: ['keyBits'] },
  'ml-dsa': { ...signature('ML-DSA', 'FIPS 204'), family: 'ML-DSA' },
  'ml-dsa-44': { ...signature('ML-DSA-44', 'FIPS 204 table 1'), ...fixed('ML-DSA', '44', 2), oid: '2.16.840.1.101.3.4.3.17' },
  'ml-dsa-65': { ...signature('ML-DSA-65', 'FIPS 204 table 1'), ...fixed('ML-DSA', '65', 3), oid: '2.16.840.1.101.3.4.3.18' },
  'ml-dsa-87': { ...signature('ML-DSA-87', 'FIPS 204 table 1'), ...fixed('ML-DSA', '87', 5), oid: '2.16.840.1.101.3.4.3.19' },
  dilithium: { ...signature('Dilithium', 'CRYSTALS-Dilithium round 3'), named: ['keyBits'] },
  'slh-dsa': { ...signature('SLH-DSA', 'FIPS 205'), family: 'SLH-DSA' },
  'slh-dsa-sha2-128s': slhDsa('SHA2-128s', 1, 20),
  'slh-dsa-sha2-128f': slhDsa('SHA2-128f', 1, 21),
  'slh-dsa-sha2-192s': slhDsa('SHA2-192s', 3, 22),
  'slh-dsa-sha2-192f': slhDsa('SHA2-192f', 3, 23),
  'slh-dsa-sha2-256s': slhDsa('SHA2-256s', 5, 24),
  'slh-dsa-sha2-256f': slhDsa('SHA2-256f', 5, 25),
  'slh-dsa-shake-128s': slhDsa('SHAKE-128s', 1, 26),
  'slh-dsa-shake-128f': slhDsa('SHAKE-128f', 1, 27),
  'slh-dsa-shake-192s': slhDsa('SHAKE-192s', 3, 28),
  'slh-dsa-shake-192f': slhDsa('SHAKE-192f', 3, 29),
  'slh-dsa-shake-256s': slhDsa('SHAKE-256s', 5, 30),
  'slh-dsa-shake-256f': slhDsa('SHAKE-256f', 5, 31),
  sphincsplus: signature('SPHINCS+', 'SPHINCS+ round 3.1'),
  lms: { ...signature('LMS', 'SP 800-208 §4, RFC 8554 §5'), family: 'LMS', named: ['digest'] },
  hss: { ...signature('HSS', 'SP 800-208 §4, RFC 8554 §6'), named: ['digest'], oid: '1.2.840.113549.1.9.16.3.17' },
  xmss: { ...signature('XMSS', 'SP 800-208 §5, RFC 8391'), family: 'XMSS', named: ['digest'] },
  'fn-dsa': { ...signature('FN-DSA', 'FIPS 206 (in preparation)'), named: ['keyBits'] },
  hqc: { ...kem('HQC', 'NIST IR 8545'), named: ['keyBits'] },
  bike: kem('BIKE', 'NIST IR 8545'),
  frodokem: { ...kem('FrodoKEM', 'ISO/IEC 18033-2 amendment 2 (draft)'), named: ['keyBits'] },
  'classic-mceliece': kem('Classic McEliece', 'ISO/IEC 18033-2 amendment 2 (draft)'),
  ntru: kem('NTRU', 'NIST IR 8413'),
  sntrup761: kem('sntrup761', 'Streamlined NTRU Prime'),
  mayo: signature('MAYO', 'NIST IR 8528'),
  cross: signature('CROSS', 'NIST IR 8528'),
  x25519mlkem768: {
    ...combiner('X25519MLKEM768', 'IANA TLS group 4588'),
    classicalBits: 192,
    nistCategory: 3,
    components: [{ algorithm: 'x25519' }, { algorithm: 'ml-kem-768' }],
  },
  secp256r1mlkem768: {
    ...combiner('SecP256r1MLKEM768', 'IANA TLS group 4587'),
    classicalBits: 192,
    nistCategory: 3,
    components: [{ algorithm: 'ecdh', curve: 'secp256r1' }, { algorithm: 'ml-kem-768' }],
  },
  secp384r1mlkem1024: {
    ...combiner('SecP384r1MLKEM1024', 'IANA TLS group 4589'),
    classicalBits: 256,
    nistCategory: 5,
    components: [{ algorithm: 'ecdh', curve: 'secp384r1' }, { algorithm: 'ml-kem-1024' }],
  },
  'x-wing': {
    ...combiner('X-Wing', 'draft-connolly-cfrg-xwing-kem'),
    classicalBits: 192,
    nistCategory: 3,
    oid: '1.3.6.1.4.1.62253.25722',
    components: [{ algorithm: 'x25519' }, { algorithm: 'ml-kem-768' }, { algorithm: 'sha3-256' }],
  },
  sntrup761x25519: {
    ...combiner('sntrup761x25519', 'draft-josefsson-ntruprime-ssh'),
    components: [{ algorithm: 'sntrup761' }, { algorithm: 'x25519' }, { algorithm: 'sha-512' }],
  },
  'composite-ml-dsa': { ...combiner('Composite', 'draft-ietf-lamps-pq-composite-sigs'), named: ['parts'] },
  'composite-ml-kem': { ...combiner('Composite-KEM', 'draft-ietf-lamps-pq-composite-kem'), named: ['parts'] },
};

function kem(name: string, source: string): AlgorithmRow {
  return { name, primitive: 'kem', threat: 'no-known-quantum-break', functions: [], named: [], source };
}

function signature(name: string, source: string): AlgorithmRow {
  return { ...kem(name, source), primitive: 'signature' };
}

function combiner(name: string, source: string): AlgorithmRow {
  return { ...kem(name, source), primitive: 'combiner' };
}

function fixed(
  family: AlgorithmFamily,
  parameterSet: string,
  nistCategory: Category,
): Pick<AlgorithmRow, 'parameterSet' | 'nistCategory' | 'classicalBits'> & { readonly family: AlgorithmFamily } {
  return { family, parameterSet, nistCategory, classicalBits: CLASSICAL_BITS[nistCategory] };
}

function slhDsa(set: string, category: Category, arc: number): AlgorithmRow {
  return { ...signature(`SLH-DSA-${set}`, 'FIPS 205 table 2'), ...fixed('SLH-DSA', set, category), oid: `2.16.840.1.101.3.4.3.${arc}` };
}
