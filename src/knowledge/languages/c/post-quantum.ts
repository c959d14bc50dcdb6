// Post-quantum code: liboqs (oqs/kem.h, sig.h, sig_stfl.h), AWS-LC and BoringSSL (mlkem.h, mldsa.h), hash-sigs (hss.h). PQClean, the
// reference packages, mlkem-native and mldsa-native say their parameter set in the names of their functions.

import { DECAPSULATE, ENCAPSULATE, KEYGEN, rowsOf, SIGN, VERIFY } from '../make-row.ts';
import type { CallRow } from '../row.ts';

const oqs = rowsOf('liboqs', 'OQS_');
const LIBOQS: readonly CallRow[] = [
  ...oqs.calls('KEM_new SIG_new SIG_STFL_new SIG_STFL_SECRET_KEY_new', { algorithm: '0' }, { object: 'target' }),
  ...oqs.calls('KEM_alg_is_enabled SIG_alg_is_enabled SIG_STFL_alg_is_enabled', {}, { silent: true }),
  ...oqs.calls('KEM_keypair SIG_keypair SIG_STFL_keypair', {}, { object: '0', functions: KEYGEN, needs: true }),
  oqs.call('KEM_encaps', {}, { object: '0', functions: ENCAPSULATE, needs: true }),
  oqs.call('KEM_decaps', {}, { object: '0', functions: DECAPSULATE, needs: true }),
  ...oqs.calls('SIG_sign SIG_STFL_sign SIG_sign_with_ctx_str', {}, { object: '0', functions: SIGN, needs: true }),
  ...oqs.calls('SIG_verify SIG_STFL_verify SIG_verify_with_ctx_str', {}, { object: '0', functions: VERIFY, needs: true }),
];

const hashSigs = rowsOf('hash-sigs');
const HASH_SIGS: readonly CallRow[] = [
  ...hashSigs.calls('hss_generate_private_key', {}, { uses: { algorithm: 'hss' }, functions: KEYGEN }),
  ...hashSigs.calls(
    'hss_generate_signature hss_sign_init hss_sign_update hss_sign_finalize',
    {},
    { uses: { algorithm: 'hss' }, functions: SIGN },
  ),
  ...hashSigs.calls(
    'hss_validate_signature hss_validate_signature_init hss_validate_signature_update hss_validate_signature_finalize',
    {},
    { uses: { algorithm: 'hss' }, functions: VERIFY },
  ),
  ...hashSigs.calls(
    'lm_verify_signature lm_validate_signature lm_ots_validate_signature_compute',
    {},
    { uses: { algorithm: 'lms' }, functions: VERIFY },
  ),
  ...hashSigs.calls('lm_ots_generate_signature lm_ots_generate_public_key', {}, { uses: { algorithm: 'lms' }, functions: SIGN }),
];

/** Calls of liboqs and hash-sigs. */
export const POST_QUANTUM_ROWS: readonly CallRow[] = [...LIBOQS, ...HASH_SIGS];
