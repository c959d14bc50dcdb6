// Object identifiers of post-quantum mechanisms: the NIST Computer Security Objects Register for FIPS 203, 204 and 205, the RFCs of the
// stateful hash-based signatures, and the identifiers that round-3 submissions carry in the field.

import type { AlgorithmId } from '../../model/algorithm.ts';
import { type Arc, type OidRow, toRows } from './row.ts';

const SLH_DSA_SETS: readonly [set: string, algorithm: AlgorithmId, digest: AlgorithmId][] = [
  ['sha2-128s', 'slh-dsa-sha2-128s', 'sha-256'],
  ['sha2-128f', 'slh-dsa-sha2-128f', 'sha-256'],
  ['sha2-192s', 'slh-dsa-sha2-192s', 'sha-512'],
  ['sha2-192f', 'slh-dsa-sha2-192f', 'sha-512'],
  ['sha2-256s', 'slh-dsa-sha2-256s', 'sha-512'],
  ['sha2-256f', 'slh-dsa-sha2-256f', 'sha-512'],
  ['shake-128s', 'slh-dsa-shake-128s', 'shake128'],
  ['shake-128f', 'slh-dsa-shake-128f', 'shake128'],
  ['shake-192s', 'slh-dsa-shake-192s', 'shake256'],
  ['shake-192f', 'slh-dsa-shake-192f', 'shake256'],
  ['shake-256s', 'slh-dsa-shake-256s', 'shake256'],
  ['shake-256f', 'slh-dsa-shake-256f', 'shake256'],
];

const STANDARD: readonly OidRow[] = [
  ...toRows('2.16.840.1.101.3.4.4', 'NIST CSOR; RFC 9935', [
    ['1', 'id-alg-ml-kem-512', 'ml-kem-512'],
    ['2', 'id-alg-ml-kem-768', 'ml-kem-768'],
    ['3', 'id-alg-ml-kem-1024', 'ml-kem-1024'],
  ]),
  ...toRows('2.16.840.1.101.3.4.3', 'NIST CSOR; RFC 9881', [
    ['17', 'id-ml-dsa-44', 'ml-dsa-44'],
    ['18', 'id-ml-dsa-65', 'ml-dsa-65'],
    ['19', 'id-ml-dsa-87', 'ml-dsa-87'],
    ['32', 'id-hash-ml-dsa-44-with-sha512', 'ml-dsa-44', { digest: 'sha-512' }],
    ['33', 'id-hash-ml-dsa-65-with-sha512', 'ml-dsa-65', { digest: 'sha-512' }],
    ['34', 'id-hash-ml-dsa-87-with-sha512', 'ml-dsa-87', { digest: 'sha-512' }],
  ]),
  // The register numbers the twelve sets in the order of FIPS 205 table 2 read by hash family: 20 to 31 pure, 35 to 46 pre-hashed.
  ...toRows(
    '2.16.840.1.101.3.4.3',
    'NIST CSOR; RFC 9814',
    SLH_DSA_SETS.map(([set, algorithm], index): Arc => [String(20 + index), `id-slh-dsa-${set}`, algorithm]),
  ),
  ...toRows(
    '2.16.840.1.101.3.4.3',
    'NIST CSOR',
    SLH_DSA_SETS.map(
      ([set, algorithm, digest], index): Arc => [
        String(35 + index),
        `id-hash-slh-dsa-${set}-with-${digest.replace('-', '')}`,
        algorithm,
        { digest },
      ],
    ),
  ),
  ...toRows('1.2.840.113549.1.9.16.3', 'RFC 9708 (was RFC 8708); RFC 9802', [['17', 'id-alg-hss-lms-hashsig', 'hss']]),
  ...toRows('1.3.6.1.5.5.7.6', 'RFC 9802', [
    ['34', 'id-alg-xmss-hashsig', 'xmss'],
    ['35', 'id-alg-xmssmt-hashsig', 'xmss'],
  ]),
];

const ROUND_3: readonly OidRow[] = [
  ...toRows('1.3.6.1.4.1.2.267', 'oqs-provider 0.8.0 ALGORITHMS.md', [
    ['7.4.4', 'dilithium2', 'dilithium'],
    ['7.6.5', 'dilithium3', 'dilithium'],
    ['7.8.7', 'dilithium5', 'dilithium'],
    ['8.2.2', 'kyber512', 'kyber'],
    ['8.3.3', 'kyber768', 'kyber'],
    ['8.4.4', 'kyber1024', 'kyber'],
  ]),
  ...toRows('1.3.6.1.4.1.2.267', 'Bouncy Castle BCObjectIdentifiers; FIPS 204 initial public draft', [
    ['11.4.4', 'dilithium2-aes', 'dilithium'],
    ['11.6.5', 'dilithium3-aes', 'dilithium'],
    ['11.8.7', 'dilithium5-aes', 'dilithium'],
    ['12.4.4', 'ml-dsa-44-ipd', 'dilithium'],
    ['12.6.5', 'ml-dsa-65-ipd', 'dilithium'],
    ['12.8.7', 'ml-dsa-87-ipd', 'dilithium'],
  ]),
  ...toRows('1.3.6.1.4.1.22554.5.6', 'Bouncy Castle BCObjectIdentifiers', [
    ['1', 'kyber512', 'kyber'],
    ['2', 'kyber768', 'kyber'],
    ['3', 'kyber1024', 'kyber'],
  ]),
  ...toRows('1.3.9999.3', 'oqs-provider ALGORITHMS.md (0.5 to 0.13)', [
    ['6', 'falcon512', 'fn-dsa'],
    ['9', 'falcon1024', 'fn-dsa'],
    ['11', 'falcon512', 'fn-dsa'],
    ['14', 'falcon1024', 'fn-dsa'],
    ['16', 'falconpadded512', 'fn-dsa'],
    ['19', 'falconpadded1024', 'fn-dsa'],
  ]),
  ...toRows('1.3.9999.6', 'oqs-provider 0.8.0 ALGORITHMS.md', [
    ['4.13', 'sphincssha2128fsimple', 'sphincsplus'],
    ['4.16', 'sphincssha2128ssimple', 'sphincsplus'],
    ['5.10', 'sphincssha2192fsimple', 'sphincsplus'],
    ['5.12', 'sphincssha2192ssimple', 'sphincsplus'],
    ['6.10', 'sphincssha2256fsimple', 'sphincsplus'],
    ['6.12', 'sphincssha2256ssimple', 'sphincsplus'],
    ['7.13', 'sphincsshake128fsimple', 'sphincsplus'],
    ['7.16', 'sphincsshake128ssimple', 'sphincsplus'],
    ['8.10', 'sphincsshake192fsimple', 'sphincsplus'],
    ['8.12', 'sphincsshake192ssimple', 'sphincsplus'],
    ['9.10', 'sphincsshake256fsimple', 'sphincsplus'],
    ['9.12', 'sphincsshake256ssimple', 'sphincsplus'],
  ]),
];

const CANDIDATES: readonly OidRow[] = [
  ...toRows('1.3.9999.8', 'oqs-provider ALGORITHMS.md', [
    ['1.3', 'mayo1', 'mayo'],
    ['2.3', 'mayo2', 'mayo'],
    ['3.3', 'mayo3', 'mayo'],
    ['5.3', 'mayo5', 'mayo'],
  ]),
  ...toRows('1.3.6.1.4.1.22554.5.9', 'Bouncy Castle BCObjectIdentifiers', [
    ['1', 'hqc128', 'hqc'],
    ['2', 'hqc192', 'hqc'],
    ['3', 'hqc256', 'hqc'],
  ]),
  ...toRows('1.3.6.1.4.1.62245.2.1', 'oqs-provider ALGORITHMS.md', [['1.2.2', 'CROSSrsdp128balanced', 'cross']]),
];

/** Post-quantum mechanisms that stand alone; hybrids are in `composite.ts`. */
export const POST_QUANTUM_OIDS: readonly OidRow[] = [...STANDARD, ...ROUND_3, ...CANDIDATES];
