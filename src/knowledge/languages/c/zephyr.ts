// Zephyr: include/zephyr/crypto/{crypto,hash}.h, include/zephyr/random/random.h, include/zephyr/net/{socket,tls_credentials}.h and their
// documentation; RIOT: sys/include/crypto; MCUboot: bootutil/crypto; libcoap; tinydtls.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';

const zephyr = rowsOf('zephyr-crypto');
const ZEPHYR: readonly CallRow[] = [
  zephyr.call(
    'cipher_begin_session',
    {
      algorithm: '2',
      mode: '3',
      operation: '4',
      keyBytes: '1.keylen',
      tagBytes: '1.mode_params.gcm_info.tag_len|1.mode_params.ccm_info.tag_len',
    },
    { object: '1', sets: true },
  ),
  zephyr.call('cipher_block_op', {}, { uses: { mode: 'ecb' }, object: '0', needs: true }),
  zephyr.call('cipher_cbc_op', {}, { uses: { mode: 'cbc' }, object: '0', needs: true }),
  zephyr.call('cipher_ctr_op', {}, { uses: { mode: 'ctr' }, object: '0', needs: true }),
  zephyr.call('cipher_gcm_op', {}, { uses: { mode: 'gcm' }, object: '0', needs: true }),
  zephyr.call('cipher_ccm_op', {}, { uses: { mode: 'ccm' }, object: '0', needs: true }),
  zephyr.call('hash_begin_session', { algorithm: '2' }, { functions: DIGEST, object: '1' }),
  ...zephyr.calls('hash_compute hash_update', {}, { functions: DIGEST, object: '0', needs: true }),
  ...zephyr.calls('sys_csrand_get z_impl_sys_csrand_get', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  zephyr.protocol('tls_credential_add', { protocol: 'tls' }),
  ...['setsockopt', 'zsock_setsockopt', 'nrf_setsockopt'].map((symbol) =>
    zephyr.protocol(symbol, { protocol: 'tls', by: { place: '2', of: { TLS_CIPHERSUITE_LIST: { protocol: 'tls', suites: '3' } } } }),
  ),
  // subsys/bluetooth and lorawan
  ...fixed(zephyr, 'bt_encrypt_le bt_encrypt_be', { algorithm: 'aes', keyBits: 128, mode: 'ecb' }, ENCRYPT),
  ...fixed(zephyr, 'bt_ccm_encrypt', { algorithm: 'aes', keyBits: 128, mode: 'ccm' }, ENCRYPT),
  ...fixed(zephyr, 'bt_ccm_decrypt', { algorithm: 'aes', keyBits: 128, mode: 'ccm' }, DECRYPT),
  ...fixed(zephyr, 'bt_crypto_aes_cmac', { algorithm: 'cmac', parts: [{ algorithm: 'aes', keyBits: 128 }] }, TAG),
  ...fixed(zephyr, 'bt_dh_key_gen', { algorithm: 'ecdh', curve: 'secp256r1' }, DERIVE),
  ...fixed(zephyr, 'bt_pub_key_gen', { algorithm: 'ec', curve: 'secp256r1' }, KEYGEN),
];

const riot = rowsOf('riot-crypto');
const RIOT: readonly CallRow[] = [
  riot.call('cipher_init', { algorithm: '1', keyBytes: '3' }, { object: '0' }),
  riot.call('cipher_encrypt', {}, { object: '0', functions: ENCRYPT, needs: true }),
  riot.call('cipher_decrypt', {}, { object: '0', functions: DECRYPT, needs: true }),
  ...(['ecb', 'cbc', 'ctr', 'ccm', 'ocb'] as const).flatMap((mode) => [
    riot.call(`cipher_encrypt_${mode}`, {}, { uses: { mode }, object: '0', functions: ENCRYPT, needs: true }),
    riot.call(`cipher_decrypt_${mode}`, {}, { uses: { mode }, object: '0', functions: DECRYPT, needs: true }),
  ]),
];

const coap = rowsOf('libcoap', 'coap_');
const LIBCOAP: readonly CallRow[] = [
  ...['context_set_psk', 'context_set_psk2', 'context_set_pki', 'context_set_pki_root_cas'].map((name) =>
    coap.protocol(name, { protocol: 'dtls' }),
  ),
  ...['new_client_session_psk', 'new_client_session_psk2', 'new_client_session_pki'].map((name) =>
    coap.protocol(name, { protocol: 'dtls' }),
  ),
  ...['context_oscore_server', 'new_client_session_oscore', 'new_client_session_oscore_psk', 'new_oscore_conf'].map((name) =>
    coap.protocol(name, { protocol: 'oscore' }),
  ),
  coap.call('crypto_hmac', {}, { uses: { algorithm: 'hmac' }, functions: TAG }),
];

// tinydtls: what its functions do is fixed by the suites that it has (RFC 6655, RFC 7251): AES-128-CCM, SHA-256, secp256r1.
const tinydtls = rowsOf('tinydtls');
const TINYDTLS: readonly CallRow[] = [
  ...['dtls_new_context', 'dtls_connect', 'dtls_connect_peer', 'dtls_handle_message', 'dtls_write'].map((name) =>
    tinydtls.protocol(name, { protocol: 'dtls', versions: ['1.2'] }),
  ),
  ...fixed(tinydtls, 'dtls_hmac_init dtls_hmac_update dtls_hmac_finalize', { algorithm: 'hmac', digest: 'sha-256' }, TAG),
  ...fixed(tinydtls, 'dtls_hash_init dtls_hash_update dtls_hash_finalize', { algorithm: 'sha-256' }, DIGEST),
  ...fixed(tinydtls, 'dtls_p_hash', { algorithm: 'hmac', digest: 'sha-256' }, DERIVE),
  ...fixed(tinydtls, 'dtls_prf', { algorithm: 'tls-prf', digest: 'sha-256' }, DERIVE),
  ...fixed(
    tinydtls,
    'dtls_encrypt dtls_encrypt_params dtls_ccm_encrypt dtls_ccm_encrypt_message',
    { algorithm: 'aes', keyBits: 128, mode: 'ccm' },
    ENCRYPT,
  ),
  ...fixed(
    tinydtls,
    'dtls_decrypt dtls_decrypt_params dtls_ccm_decrypt dtls_ccm_decrypt_message',
    { algorithm: 'aes', keyBits: 128, mode: 'ccm' },
    DECRYPT,
  ),
  ...fixed(tinydtls, 'dtls_ecdh_pre_master_secret', { algorithm: 'ecdh', curve: 'secp256r1' }, DERIVE),
  ...fixed(tinydtls, 'dtls_ecdsa_generate_key', { algorithm: 'ec', curve: 'secp256r1' }, KEYGEN),
  ...fixed(tinydtls, 'dtls_ecdsa_create_sig dtls_ecdsa_create_sig_hash', { algorithm: 'ecdsa', curve: 'secp256r1' }, SIGN),
  ...fixed(tinydtls, 'dtls_ecdsa_verify_sig dtls_ecdsa_verify_sig_hash', { algorithm: 'ecdsa', curve: 'secp256r1' }, VERIFY),
  ...fixed(tinydtls, 'ecc_ecdh', { algorithm: 'ecdh', curve: 'secp256r1' }, DERIVE),
  ...fixed(tinydtls, 'ecc_ecdsa_sign', { algorithm: 'ecdsa', curve: 'secp256r1' }, SIGN),
  ...fixed(tinydtls, 'ecc_ecdsa_validate', { algorithm: 'ecdsa', curve: 'secp256r1' }, VERIFY),
  ...fixed(tinydtls, 'ecc_gen_pub_key', { algorithm: 'ec', curve: 'secp256r1' }, KEYGEN),
  tinydtls.call('rijndael_set_key_enc_only', { keyBits: '2' }, { uses: { algorithm: 'aes' }, object: '0' }),
  tinydtls.call('rijndael_set_key', { keyBits: '2' }, { uses: { algorithm: 'aes' }, object: '0' }),
  tinydtls.call('rijndael_encrypt', {}, { uses: { algorithm: 'aes' }, functions: ENCRYPT, object: '0' }),
  tinydtls.call('rijndael_decrypt', {}, { uses: { algorithm: 'aes' }, functions: DECRYPT, object: '0' }),
  ...fixed(tinydtls, 'dtls_prng', { algorithm: 'csprng' }, GENERATE),
];

// MCUboot, bootutil/crypto/sha.h: which SHA-2 it is, the build decides.
const MCUBOOT = fixed(rowsOf('mcuboot'), 'bootutil_sha_init bootutil_sha_update bootutil_sha_finish', { algorithm: 'sha-2' }, DIGEST);

const protocolOf = (library: string, protocol: 'tls' | 'dtls', version?: string): Constant => ({
  library,
  says: {},
  protocol,
  ...(version === undefined ? {} : { version }),
});

const riotCipher = { library: 'riot-crypto', says: { algorithm: 'aes' }, quiet: true } as const;

/** Names by which sockets and credentials choose TLS and DTLS. */
export const ZEPHYR_CONSTANTS: Readonly<Record<string, Constant>> = {
  CIPHER_AES: riotCipher,
  CIPHER_AES_128: riotCipher,
  CIPHER_AES_192: riotCipher,
  CIPHER_AES_256: riotCipher,
  IPPROTO_TLS_1_0: protocolOf('zephyr-crypto', 'tls', '1.0'),
  IPPROTO_TLS_1_1: protocolOf('zephyr-crypto', 'tls', '1.1'),
  IPPROTO_TLS_1_2: protocolOf('zephyr-crypto', 'tls', '1.2'),
  IPPROTO_TLS_1_3: protocolOf('zephyr-crypto', 'tls', '1.3'),
  IPPROTO_DTLS_1_0: protocolOf('zephyr-crypto', 'dtls', '1.0'),
  IPPROTO_DTLS_1_2: protocolOf('zephyr-crypto', 'dtls', '1.2'),
  NRF_SPROTO_TLS1v2: protocolOf('nrf-modem', 'tls', '1.2'),
  NRF_SPROTO_TLS1v3: protocolOf('nrf-modem', 'tls', '1.3'),
  NRF_SPROTO_DTLS1v2: protocolOf('nrf-modem', 'dtls', '1.2'),
  MQTT_TRANSPORT_SECURE: protocolOf('zephyr-crypto', 'tls'),
  MQTT_TRANSPORT_OVER_SSL: protocolOf('esp-idf', 'tls'),
  MQTT_TRANSPORT_OVER_WSS: protocolOf('esp-idf', 'tls'),
  HTTP_TRANSPORT_OVER_SSL: protocolOf('esp-idf', 'tls'),
  COAP_PROTO_DTLS: protocolOf('libcoap', 'dtls'),
  COAP_PROTO_TLS: protocolOf('libcoap', 'tls'),
};

const IF_INCLUDED = RIOT.map((row): CallRow => ({ ...row, included: true }));

/** Calls of the operating systems for small devices and of their CoAP and DTLS libraries. */
export const ZEPHYR_ROWS: readonly CallRow[] = [...IF_INCLUDED, ...MCUBOOT, ...TINYDTLS, ...LIBCOAP, ...ZEPHYR];
