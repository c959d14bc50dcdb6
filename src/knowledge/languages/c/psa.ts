// PSA Crypto API 1.4 (Arm IHI 0086) and its post-quantum extension (AES 0119 §2): calls, and the macros by which algorithms, key types and
// lifetimes are composed. The plain constants stand in `psa-constants.ts`.

import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow } from '../row.ts';

const { call, calls } = rowsOf('psa-crypto');

const OPERATIONS: readonly CallRow[] = [
  ...calls('psa_hash_compute psa_hash_compare', { algorithm: '0' }, { functions: DIGEST }),
  call('psa_hash_setup', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  ...calls('psa_hash_update psa_hash_finish psa_hash_verify', {}, { functions: DIGEST, object: '0', needs: true }),
  ...calls('psa_mac_update psa_mac_sign_finish psa_mac_verify_finish', {}, { functions: TAG, object: '0', needs: true }),
  ...calls('psa_cipher_update psa_cipher_finish psa_aead_update psa_aead_finish psa_aead_verify', {}, { object: '0', needs: true }),
  call('psa_xof_setup', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  ...calls('psa_xof_update psa_xof_output', {}, { functions: DIGEST, object: '0', needs: true }),
  ...calls('psa_mac_compute psa_mac_verify', { algorithm: '1' }, { functions: TAG }),
  ...calls('psa_mac_sign_setup psa_mac_verify_setup', { algorithm: '2' }, { functions: TAG, object: '0' }),
  call('psa_cipher_encrypt', { algorithm: '1' }, { functions: ENCRYPT }),
  call('psa_cipher_decrypt', { algorithm: '1' }, { functions: DECRYPT }),
  call('psa_cipher_encrypt_setup', { algorithm: '2' }, { functions: ENCRYPT, object: '0' }),
  call('psa_cipher_decrypt_setup', { algorithm: '2' }, { functions: DECRYPT, object: '0' }),
  call('psa_aead_encrypt', { algorithm: '1' }, { functions: ENCRYPT }),
  call('psa_aead_decrypt', { algorithm: '1' }, { functions: DECRYPT }),
  call('psa_aead_encrypt_setup', { algorithm: '2' }, { functions: ENCRYPT, object: '0' }),
  call('psa_aead_decrypt_setup', { algorithm: '2' }, { functions: DECRYPT, object: '0' }),
  ...calls('psa_sign_message psa_sign_hash', { algorithm: '1' }, { functions: SIGN }),
  ...calls('psa_verify_message psa_verify_hash', { algorithm: '1' }, { functions: VERIFY }),
  ...calls('psa_sign_message_with_context psa_sign_hash_with_context', { algorithm: '1' }, { functions: SIGN }),
  ...calls('psa_verify_message_with_context psa_verify_hash_with_context', { algorithm: '1' }, { functions: VERIFY }),
  call('psa_sign_hash_start', { algorithm: '2' }, { functions: SIGN, object: '0' }),
  call('psa_verify_hash_start', { algorithm: '2' }, { functions: VERIFY, object: '0' }),
  ...calls('psa_wrap_key psa_unwrap_key', { algorithm: '1' }),
  call('psa_asymmetric_encrypt', { algorithm: '1' }, { functions: ENCRYPT }),
  call('psa_asymmetric_decrypt', { algorithm: '1' }, { functions: DECRYPT }),
  call('psa_key_derivation_setup', { algorithm: '1' }, { functions: DERIVE, object: '0' }),
  // PSA_KEY_DERIVATION_INPUT_COST, the only whole number that a derivation takes
  call('psa_key_derivation_input_integer', { iterations: '2' }, { object: '0', functions: DERIVE, needs: true }),
  ...calls(
    'psa_key_derivation_key_agreement psa_key_derivation_output_bytes psa_key_derivation_verify_bytes',
    {},
    { object: '0', functions: DERIVE, needs: true },
  ),
  call('psa_raw_key_agreement', { algorithm: '0' }, { functions: DERIVE }),
  call('psa_key_agreement', { algorithm: '3' }, { functions: DERIVE }),
  call('psa_encapsulate', { algorithm: '1' }, { functions: ENCAPSULATE }),
  call('psa_decapsulate', { algorithm: '1' }, { functions: DECAPSULATE }),
  call('psa_generate_random', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  call('psa_pake_cs_set_algorithm', { algorithm: '1' }, { object: '0' }),
  call('psa_key_agreement_iop_setup', { algorithm: '4' }, { functions: DERIVE, object: '0' }),
];

const ATTRIBUTES: readonly CallRow[] = [
  call('psa_set_key_type', { algorithm: '1' }, { object: '0', gathers: true }),
  call('psa_set_key_bits', { keyBits: '1' }, { object: '0', gathers: true, silent: true }),
  call('psa_set_key_algorithm', { algorithm: '1' }, { object: '0', gathers: true }),
  call('psa_set_key_enrollment_algorithm', { algorithm: '1' }, { object: '0', gathers: true }),
  call('psa_set_key_lifetime', { environment: '1' }, { object: '0', gathers: true, silent: true }),
  ...calls('psa_import_key psa_attach_key', {}, { object: '0', gathers: true, ends: true, needs: true }),
  call('psa_copy_key', {}, { object: '1', gathers: true, ends: true, needs: true }),
  ...calls(
    'psa_generate_key psa_generate_key_ext psa_generate_key_custom psa_generate_key_iop_setup',
    {},
    { object: '0', gathers: true, ends: true, functions: KEYGEN, needs: true },
  ),
  ...calls(
    'psa_key_derivation_output_key psa_key_derivation_output_key_ext psa_key_derivation_output_key_custom',
    {},
    { object: '0', gathers: true, ends: true, functions: DERIVE, needs: true },
  ),
  call('psa_reset_key_attributes', {}, { object: '0', gathers: true, silent: true, ends: true }),
];

// Macros with arguments: each is a call in the text.
const COMPOSED: readonly CallRow[] = [
  call('PSA_ALG_HMAC', { digest: '0' }, { uses: { algorithm: 'hmac' } }),
  call('PSA_ALG_HKDF', { digest: '0' }, { uses: { algorithm: 'hkdf' } }),
  ...calls('PSA_ALG_HKDF_EXTRACT PSA_ALG_HKDF_EXPAND', { digest: '0' }, { uses: { algorithm: 'hkdf' } }),
  call('PSA_ALG_PBKDF2_HMAC', { digest: '0' }, { uses: { algorithm: 'pbkdf2' } }),
  ...calls('PSA_ALG_TLS12_PRF PSA_ALG_TLS12_PSK_TO_MS', { digest: '0' }, { uses: { algorithm: 'tls-prf' } }),
  call('PSA_ALG_SP800_108_COUNTER_HMAC', { digest: '0' }, { uses: { algorithm: 'sp800-108' } }),
  call('PSA_ALG_WPA3_SAE_H2E', { digest: '0' }, { uses: { algorithm: 'hkdf' } }),
  ...calls('PSA_ALG_DSA PSA_ALG_DETERMINISTIC_DSA', { digest: '0' }, { uses: { algorithm: 'dsa' } }),
  ...calls('PSA_ALG_ECDSA PSA_ALG_DETERMINISTIC_ECDSA', { digest: '0' }, { uses: { algorithm: 'ecdsa' } }),
  call('PSA_ALG_RSA_PKCS1V15_SIGN', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' } }),
  ...calls('PSA_ALG_RSA_PSS PSA_ALG_RSA_PSS_ANY_SALT', { digest: '0' }, { uses: { algorithm: 'rsassa-pss' } }),
  call('PSA_ALG_RSA_OAEP', { digest: '0' }, { uses: { algorithm: 'rsaes-oaep' } }),
  call('PSA_ALG_KEY_AGREEMENT', { algorithm: '0', part: '1' }),
  ...calls('PSA_ALG_AEAD_WITH_SHORTENED_TAG PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG', { algorithm: '0', tagBytes: '1' }),
  ...calls('PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG PSA_ALG_FULL_LENGTH_MAC', { algorithm: '0' }),
  ...calls('PSA_ALG_TRUNCATED_MAC PSA_ALG_AT_LEAST_THIS_LENGTH_MAC', { algorithm: '0', tagBytes: '1' }),
  call('PSA_ALG_JPAKE', { digest: '0' }, { uses: { algorithm: 'j-pake' } }),
  ...calls('PSA_ALG_SPAKE2P_HMAC PSA_ALG_SPAKE2P_CMAC', { digest: '0' }, { uses: { algorithm: 'spake2plus' } }),
  ...calls('PSA_ALG_SRP_6 PSA_ALG_SRP_PASSWORD_HASH', { digest: '0' }, { uses: { algorithm: 'srp' } }),
  ...calls('PSA_ALG_HASH_ML_DSA PSA_ALG_DETERMINISTIC_HASH_ML_DSA', { digest: '0' }, { uses: { algorithm: 'ml-dsa' } }),
  ...calls('PSA_ALG_HASH_SLH_DSA PSA_ALG_DETERMINISTIC_HASH_SLH_DSA', { digest: '0' }, { uses: { algorithm: 'slh-dsa' } }),
  ...calls('PSA_KEY_TYPE_ECC_KEY_PAIR PSA_KEY_TYPE_ECC_PUBLIC_KEY', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  ...calls('PSA_KEY_TYPE_SLH_DSA_KEY_PAIR PSA_KEY_TYPE_SLH_DSA_PUBLIC_KEY', { curve: '0' }, { uses: { algorithm: 'slh-dsa' } }),
  ...calls('PSA_KEY_TYPE_SRP_KEY_PAIR PSA_KEY_TYPE_SRP_PUBLIC_KEY', {}, { uses: { algorithm: 'srp' } }),
  ...calls('PSA_KEY_TYPE_DH_KEY_PAIR PSA_KEY_TYPE_DH_PUBLIC_KEY', {}, { uses: { algorithm: 'ffdh' } }),
  ...calls('PSA_KEY_TYPE_SPAKE2P_KEY_PAIR PSA_KEY_TYPE_SPAKE2P_PUBLIC_KEY', { curve: '0' }, { uses: { algorithm: 'spake2plus' } }),
];

// §9.5: where a key lies is a part of its lifetime.
const LIFETIMES: readonly CallRow[] = [
  call('PSA_KEY_LIFETIME_FROM_PERSISTENCE_AND_LOCATION', { environment: '1' }, { names: true, needs: true }),
];

/** Calls and composing macros of PSA Crypto. */
export const PSA_ROWS: readonly CallRow[] = [
  ...OPERATIONS,
  ...ATTRIBUTES,
  ...LIFETIMES,
  ...COMPOSED.map((row): CallRow => ({ ...row, names: true, needs: true })),
];
