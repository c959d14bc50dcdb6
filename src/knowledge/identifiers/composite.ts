// Object identifiers of post-quantum hybrids: composite ML-DSA and composite ML-KEM of the IETF LAMPS drafts, X-Wing, and the hybrids that
// earlier tools wrote. Each use carries its components as parts.

import type { AlgorithmId, AlgorithmUse, CurveId } from '../../model/algorithm.ts';
import { type OidRow, toUse } from './row.ts';

type Set = readonly [arc: number, name: string, postQuantum: AlgorithmId, traditional: AlgorithmUse, preHash?: AlgorithmId];

const PSS_2048 = rsa('rsassa-pss', 2048, 'sha-256');
const PSS_3072 = rsa('rsassa-pss', 3072, 'sha-256');
const PSS_4096 = rsa('rsassa-pss', 4096, 'sha-384');
const PKCS1_2048 = rsa('rsassa-pkcs1', 2048, 'sha-256');
const PKCS1_3072 = rsa('rsassa-pkcs1', 3072, 'sha-256');
const PKCS1_4096 = rsa('rsassa-pkcs1', 4096, 'sha-384');
const ED25519 = toUse('Ed25519', 'ed25519', { curve: 'ed25519' });
const ED448 = toUse('Ed448', 'ed448', { curve: 'ed448' });

// draft-ietf-lamps-pq-composite-sigs, section 6: PKIX algorithms arc 1.3.6.1.5.5.7.6.
const SIGNATURES: readonly Set[] = [
  [37, 'id-MLDSA44-RSA2048-PSS-SHA256', 'ml-dsa-44', PSS_2048, 'sha-256'],
  [38, 'id-MLDSA44-RSA2048-PKCS15-SHA256', 'ml-dsa-44', PKCS1_2048, 'sha-256'],
  [39, 'id-MLDSA44-Ed25519-SHA512', 'ml-dsa-44', ED25519, 'sha-512'],
  [40, 'id-MLDSA44-ECDSA-P256-SHA256', 'ml-dsa-44', ecdsa('secp256r1', 'sha-256'), 'sha-256'],
  [41, 'id-MLDSA65-RSA3072-PSS-SHA512', 'ml-dsa-65', PSS_3072, 'sha-512'],
  [42, 'id-MLDSA65-RSA3072-PKCS15-SHA512', 'ml-dsa-65', PKCS1_3072, 'sha-512'],
  [43, 'id-MLDSA65-RSA4096-PSS-SHA512', 'ml-dsa-65', PSS_4096, 'sha-512'],
  [44, 'id-MLDSA65-RSA4096-PKCS15-SHA512', 'ml-dsa-65', PKCS1_4096, 'sha-512'],
  [45, 'id-MLDSA65-ECDSA-P256-SHA512', 'ml-dsa-65', ecdsa('secp256r1', 'sha-256'), 'sha-512'],
  [46, 'id-MLDSA65-ECDSA-P384-SHA512', 'ml-dsa-65', ecdsa('secp384r1', 'sha-384'), 'sha-512'],
  [47, 'id-MLDSA65-ECDSA-brainpoolP256r1-SHA512', 'ml-dsa-65', ecdsa('brainpoolP256r1', 'sha-256'), 'sha-512'],
  [48, 'id-MLDSA65-Ed25519-SHA512', 'ml-dsa-65', ED25519, 'sha-512'],
  [49, 'id-MLDSA87-ECDSA-P384-SHA512', 'ml-dsa-87', ecdsa('secp384r1', 'sha-384'), 'sha-512'],
  [50, 'id-MLDSA87-ECDSA-brainpoolP384r1-SHA512', 'ml-dsa-87', ecdsa('brainpoolP384r1', 'sha-384'), 'sha-512'],
  [51, 'id-MLDSA87-Ed448-SHAKE256', 'ml-dsa-87', ED448, 'shake256'],
  [52, 'id-MLDSA87-RSA3072-PSS-SHA512', 'ml-dsa-87', PSS_3072, 'sha-512'],
  [53, 'id-MLDSA87-RSA4096-PSS-SHA512', 'ml-dsa-87', PSS_4096, 'sha-512'],
  [54, 'id-MLDSA87-ECDSA-P521-SHA512', 'ml-dsa-87', ecdsa('secp521r1', 'sha-512'), 'sha-512'],
];

// draft-ietf-lamps-pq-composite-kem, section 6.
const KEMS: readonly Set[] = [
  [55, 'id-MLKEM768-RSA2048-SHA3-256', 'ml-kem-768', rsa('rsaes-oaep', 2048)],
  [56, 'id-MLKEM768-RSA3072-SHA3-256', 'ml-kem-768', rsa('rsaes-oaep', 3072)],
  [57, 'id-MLKEM768-RSA4096-SHA3-256', 'ml-kem-768', rsa('rsaes-oaep', 4096)],
  [58, 'id-MLKEM768-X25519-SHA3-256', 'ml-kem-768', toUse('X25519', 'x25519', { curve: 'curve25519' })],
  [59, 'id-MLKEM768-ECDH-P256-SHA3-256', 'ml-kem-768', ecdh('secp256r1')],
  [60, 'id-MLKEM768-ECDH-P384-SHA3-256', 'ml-kem-768', ecdh('secp384r1')],
  [61, 'id-MLKEM768-ECDH-brainpoolP256r1-SHA3-256', 'ml-kem-768', ecdh('brainpoolP256r1')],
  [62, 'id-MLKEM1024-RSA3072-SHA3-256', 'ml-kem-1024', rsa('rsaes-oaep', 3072)],
  [63, 'id-MLKEM1024-ECDH-P384-SHA3-256', 'ml-kem-1024', ecdh('secp384r1')],
  [64, 'id-MLKEM1024-ECDH-brainpoolP384r1-SHA3-256', 'ml-kem-1024', ecdh('brainpoolP384r1')],
  [65, 'id-MLKEM1024-X448-SHA3-256', 'ml-kem-1024', toUse('X448', 'x448', { curve: 'curve448' })],
  [66, 'id-MLKEM1024-ECDH-P521-SHA3-256', 'ml-kem-1024', ecdh('secp521r1')],
];

const OQS_HYBRIDS: readonly Set[] = [
  [5, 'p256_mldsa44', 'ml-dsa-44', ecdsa('secp256r1', 'sha-256')],
  [6, 'rsa3072_mldsa44', 'ml-dsa-44', rsa('rsassa-pkcs1', 3072, 'sha-256')],
  [7, 'p384_mldsa65', 'ml-dsa-65', ecdsa('secp384r1', 'sha-384')],
  [8, 'p521_mldsa87', 'ml-dsa-87', ecdsa('secp521r1', 'sha-512')],
];

/** Hybrids, each with its components. */
export const COMPOSITE_OIDS: readonly OidRow[] = [
  ...composites('1.3.6.1.5.5.7.6', 'composite-ml-dsa', 'draft-ietf-lamps-pq-composite-sigs section 6', SIGNATURES),
  ...composites('1.3.6.1.5.5.7.6', 'composite-ml-kem', 'draft-ietf-lamps-pq-composite-kem section 6', KEMS),
  ...composites('1.3.9999.7', 'composite-ml-dsa', 'oqs-provider ALGORITHMS.md', OQS_HYBRIDS),
  {
    oid: '1.3.6.1.4.1.62253.25722',
    name: 'id-XWing',
    use: toUse('id-XWing', 'x-wing', { parts: [toUse('ML-KEM-768', 'ml-kem-768'), toUse('X25519', 'x25519', { curve: 'curve25519' })] }),
    source: 'draft-connolly-cfrg-xwing-kem section 5.8',
  },
];

function composites(base: string, algorithm: AlgorithmId, source: string, sets: readonly Set[]): readonly OidRow[] {
  return sets.map(([arc, name, postQuantum, traditional, digest]) => ({
    oid: `${base}.${arc}`,
    name,
    use: toUse(name, algorithm, { parts: [toUse(name, postQuantum), traditional], ...(digest === undefined ? {} : { digest }) }),
    source,
  }));
}

function rsa(algorithm: AlgorithmId, keyBits: number, digest?: AlgorithmId): AlgorithmUse {
  return toUse(`RSA-${keyBits}`, algorithm, { keyBits, ...(digest === undefined ? {} : { digest }) });
}

function ecdsa(curve: CurveId, digest: AlgorithmId): AlgorithmUse {
  return toUse(`ECDSA-${curve}`, 'ecdsa', { curve, digest });
}

function ecdh(curve: CurveId): AlgorithmUse {
  return toUse(`ECDH-${curve}`, 'ecdh', { curve });
}
