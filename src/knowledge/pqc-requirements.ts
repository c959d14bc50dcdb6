// What FIPS 203, FIPS 204, FIPS 205 (August 2024) and SP 800-208 with RFC 8554 demand of an implementation, as far as inputs and outputs can
// show it: the clause of each demand and the demand in our words.

import type { ConformanceRow, ConformanceVerdict, PqcRequirementId } from '../model/conformance.ts';

/** `required`: the standard's text demands it. `recommended`: good practice that the standard leaves to the caller or to choice. */
export type RequirementForce = 'required' | 'recommended';

export interface PqcRequirement {
  readonly standard: 'FIPS 203' | 'FIPS 204' | 'FIPS 205' | 'SP 800-208';
  readonly clause: string;
  readonly force: RequirementForce;
  readonly demand: string;
}

const required = (standard: PqcRequirement['standard'], clause: string, demand: string): PqcRequirement => ({
  standard,
  clause,
  force: 'required',
  demand,
});

/** In the order of reports. */
export const PQC_REQUIREMENTS: Readonly<Record<PqcRequirementId, PqcRequirement>> = {
  'ml-kem-keygen': required('FIPS 203', '§6.1 Algorithm 16, §7.1', 'Key generation gives the keys that follow from d and z.'),
  'ml-kem-encaps': required(
    'FIPS 203',
    '§6.2 Algorithm 17, §7.2',
    'Encapsulation gives the ciphertext and secret that follow from ek and m.',
  ),
  'ml-kem-randomness': required('FIPS 203', '§7.2 Algorithm 20', 'Each encapsulation draws a fresh m.'),
  'ml-kem-decaps': required('FIPS 203', '§6.3 Algorithm 18, §7.3', 'Decapsulation gives the secret of a valid ciphertext.'),
  'ml-kem-implicit-rejection': required(
    'FIPS 203',
    '§6.3 Algorithm 18, lines 7 to 10',
    'A ciphertext that does not re-encrypt to itself gives J(z ‖ c), without an error.',
  ),
  'ml-kem-ek-length': required('FIPS 203', '§7.2 check 1', 'An encapsulation key of another length is refused.'),
  'ml-kem-ek-modulus': required('FIPS 203', '§7.2 check 2', 'An encapsulation key with a coefficient of q or more is refused.'),
  'ml-kem-ciphertext-length': required('FIPS 203', '§7.3 check 1', 'A ciphertext of another length is refused.'),
  'ml-kem-dk-length': required('FIPS 203', '§7.3 check 2', 'A decapsulation key of another length is refused.'),
  'ml-kem-dk-hash': required('FIPS 203', '§7.3 check 3', 'A decapsulation key whose H(ek) does not match its ek is refused.'),
  'ml-kem-seed-length': required(
    'FIPS 203',
    'Algorithms 16 and 17, input',
    'Seeds d, z and m of another length than 32 bytes are refused.',
  ),
  'ml-dsa-keygen': required('FIPS 204', '§6.1 Algorithm 6, §5.1', 'Key generation gives the keys that follow from ξ.'),
  'ml-dsa-sign': required(
    'FIPS 204',
    '§5.2 Algorithm 2, §6.2 Algorithm 7',
    'Signing gives the signature that follows from key, message, context and rnd.',
  ),
  'ml-dsa-sign-pre-hash': required('FIPS 204', '§5.4.1 Algorithm 4', 'HashML-DSA signs the digest under the OID of its hash.'),
  'ml-dsa-sign-internal': required('FIPS 204', '§6.2 Algorithm 7', 'Signing M′ or an external μ gives the signature that follows from it.'),
  'ml-dsa-hedged': {
    standard: 'FIPS 204',
    clause: '§3.4',
    force: 'recommended',
    demand: 'Signing is hedged by default: two signatures of one message differ.',
  },
  'ml-dsa-verify': required(
    'FIPS 204',
    '§5.3 Algorithm 3, §6.3 Algorithm 8',
    'A valid signature verifies, also at the edges of its ranges.',
  ),
  'ml-dsa-verify-pre-hash': required('FIPS 204', '§5.4.1 Algorithm 5', 'A valid HashML-DSA signature verifies.'),
  'ml-dsa-reject-modified': required('FIPS 204', '§6.3 Algorithm 8', 'A changed message, key, commitment, z or hint does not verify.'),
  'ml-dsa-separation': required(
    'FIPS 204',
    'Algorithms 2 to 5',
    'A signature verifies only in the form and with the context it was made with.',
  ),
  'ml-dsa-z-norm': required('FIPS 204', '§6.3 Algorithm 8, line 13', 'A signature whose z reaches γ1 − β does not verify.'),
  'ml-dsa-hint-encoding': required('FIPS 204', '§7.1 Algorithm 21', 'A hint that is not encoded as prescribed is refused.'),
  'ml-dsa-context': required('FIPS 204', 'Algorithms 2 and 3, line 1', 'A context of 255 bytes is taken, one of 256 refused.'),
  'ml-dsa-signature-length': required('FIPS 204', '§3.6.2', 'A signature of another length does not verify.'),
  'ml-dsa-public-key-length': required('FIPS 204', '§3.6.2', 'A public key of another length verifies nothing.'),
  'ml-dsa-private-key-length': required('FIPS 204', 'Algorithms 2 and 25, input', 'A private key or seed of another length does not sign.'),
  'ml-dsa-private-key-range': {
    standard: 'FIPS 204',
    clause: '§7.2 Algorithm 25',
    force: 'recommended',
    demand: 'A private key with s1 or s2 out of range does not sign; the standard trusts its source.',
  },
  'slh-dsa-keygen': required('FIPS 205', '§9.1 Algorithm 18, §10.1', 'Key generation gives the keys that follow from its seeds.'),
  'slh-dsa-sign': required(
    'FIPS 205',
    '§9.2 Algorithm 19, §10.2.1',
    'Signing gives a signature that verifies; deterministic, the one that follows.',
  ),
  'slh-dsa-sign-pre-hash': required('FIPS 205', '§10.2.2 Algorithm 23', 'HashSLH-DSA signs the digest under the OID of its hash.'),
  'slh-dsa-verify': required('FIPS 205', '§9.3 Algorithm 20, §10.3', 'A valid signature verifies.'),
  'slh-dsa-reject-modified': required('FIPS 205', '§9.3 Algorithm 20', 'A changed message, key or part of the signature does not verify.'),
  'slh-dsa-separation': required(
    'FIPS 205',
    'Algorithms 22 to 25',
    'A signature verifies only in the form and with the context it was made with.',
  ),
  'slh-dsa-context': required('FIPS 205', 'Algorithms 22 and 24, line 1', 'A context of 255 bytes is taken, one of 256 refused.'),
  'slh-dsa-signature-length': required('FIPS 205', '§9.3 Algorithm 20, line 1', 'A signature of another length does not verify.'),
  'slh-dsa-public-key-length': required('FIPS 205', '§9.1, §11 Table 2', 'A public key of another length verifies nothing.'),
  'slh-dsa-private-key-length': required('FIPS 205', '§9.1, §11', 'A private key of another length does not sign.'),
  'lms-verify': required('SP 800-208', '§4; RFC 8554 §5.4.2 Algorithm 6', 'A valid signature verifies.'),
  'lms-reject-modified': required('SP 800-208', '§4; RFC 8554 §5.4.2 Algorithm 6', 'A changed message, key or signature does not verify.'),
  'lms-signature-length': required('SP 800-208', '§4; RFC 8554 Algorithm 6a step 2', 'A signature of another length does not verify.'),
  'lms-types': required('SP 800-208', '§4; RFC 8554 Algorithm 6a step 2', 'Type codes other than those of the key do not verify.'),
  'lms-leaf-number': required('SP 800-208', '§4; RFC 8554 Algorithm 6a step 2', 'A leaf number outside the tree does not verify.'),
};

/** The verdict of a row by its counts: one failed case is enough for not met, and nothing is met that was not examined whole. */
export function verdictOfRow({ passed, failed, unanswered }: Pick<ConformanceRow, 'passed' | 'failed' | 'unanswered'>): ConformanceVerdict {
  if (failed > 0) return 'not-met';
  return passed > 0 && unanswered === 0 ? 'met' : 'indeterminate';
}

/** True where a case of the row was asked. */
export function isExamined({ passed, failed, unanswered }: ConformanceRow): boolean {
  return passed + failed + unanswered > 0;
}

/** Of the required rows that were examined: not met where one is not; met where all are. What was not examined stands in its row. */
export function verdictOfRows(rows: readonly ConformanceRow[]): ConformanceVerdict {
  const required = rows.filter((row) => PQC_REQUIREMENTS[row.requirement].force === 'required' && isExamined(row));
  if (required.some(({ verdict }) => verdict === 'not-met')) return 'not-met';
  return required.length > 0 && required.every(({ verdict }) => verdict === 'met') ? 'met' : 'indeterminate';
}
