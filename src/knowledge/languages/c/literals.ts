// Byte strings of which one stands in every C or C++ file that matters: beginnings of the names that the catalogue's rows, constants and
// headers know.

/** Looked for in one pass over the bytes, before anything is parsed. */
export const C_LITERALS: readonly string[] = (
  'mbedtls_ MBEDTLS_ mbedtls/ psa_ PSA_ALG_ PSA_KEY_TYPE_ psa/crypto EVP_ openssl/ NID_ wolfSSL_ wolfssl/ wc_ WC_ SSL_CTX_ SSL_set ' +
  'RSA_ ECDSA_ EC_KEY_ DH_ DSA_ AES_ DES_ SHA1 SHA224 SHA256 SHA384 SHA512 MD5 MD4 RIPEMD160 HMAC CMAC_ PKCS5_ RC4 RAND_ Camellia_ ' +
  'X509_ ED25519_ X25519_ CRYPTO_ BF_ CAST_ IDEA_ crypto_aead_ crypto_box crypto_secretbox crypto_sign crypto_generichash ' +
  'crypto_pwhash crypto_kx crypto_scalarmult crypto_auth crypto_hash crypto_stream crypto_onetimeauth crypto_shorthash crypto_kdf ' +
  'crypto_secretstream sodium crypto_blake2b crypto_argon2 crypto_x25519 crypto_eddsa monocypher crypto_alloc_ randombytes tc_aes ' +
  'tc_cbc tc_ccm tc_ctr tc_cmac tc_hmac tc_sha256 uECC_ br_ssl_ br_x509_ br_sha br_md5 br_aes br_des_ br_chacha20 br_poly1305 ' +
  'br_gcm br_ccm br_hmac br_hkdf br_rsa br_ec BR_EC_ OQS_ PQCLEAN_ PQCP_ pqcrystals_ mlkem MLKEM ml_kem mldsa MLDSA ml_dsa slh_dsa ' +
  'kyber dilithium falcon sphincs xmss hss_ esp_aes_ esp_sha esp_hmac_ esp_ds_ esp_fill_random HAL_HASH HAL_HMAC HAL_CRYP HAL_PKA ' +
  'HAL_RNG cipher_begin_session hash_begin_session sys_csrand_get gcry_ gnutls_ GNUTLS_ atcab_ ocrypto_ TLS_RSA_ TLS_ECDH TLS_DHE ' +
  'TLS_PSK TLS_AES_ TLS_CHACHA TLS_client TLS_server TLS_method TLSv1 SSLv23 DTLS tinycrypt/ tomcrypt nettle/ botan/ cryptopp/ ' +
  'tss2/ if_alg.h CommonCrypto/ tinydtls s2n.h tc_uECC mlk_ mld_ lm_ots lmots_ lms_ salg_name cra_name TEE_ALG_ TEE_TYPE_ CKM_ ' +
  'BCRYPT_ BCryptOpen CCCrypt CCHmac kCCAlgorithm CC_SHA CC_MD5 aes_expandkey TLS_CIPHERSUITE_LIST tls_credential IPPROTO_TLS ' +
  'IPPROTO_DTLS NRF_SPROTO OVER_SSL OVER_WSS TRANSPORT_SECURE COAP_PROTO_DTLS coap_context_set coap_new_client_session coap_crypto_ ' +
  'mosquitto_tls CURLOPT_SSL CURLOPT_TLS CURLOPT_SSH CURLOPT_USE_SSL CURLOPT_CAINFO libssh QCryptographicHash ' +
  'QMessageAuthenticationCode QSsl ssl::context Poco:: WiFiClientSecure NetworkClientSecure CryptoPP Botan esp_tls_ esp_https_ota ' +
  'esp_secure_boot esp_flash_encrypt esp_efuse_write_key esp_random esp_mpi_ esp_ecc_ esp_srp_ nvs_flash_secure bootloader_sha ' +
  'bootloader_fill ets_sha_ ets_ecdsa ets_rsa cmox_ CMOX_ CRYP_AES CAAM_ CASPER_ DCP_ HASHCRYPT_ LTC_ MMCAU_ mmcau_ mcuxCl sss_ ' +
  'Se05x_ nrf_crypto sd_ecb_ CRYS_ CC_Hash CC_Hmac CC_Aes CC_Ecdsa CC_Ecpki SaSi_ cc3xx_ sl_se_ SL_SE_ R_SCE_ R_RSIP_ R_TSIP_ ' +
  'AESCBC_ AESCCM_ AESCMAC_ AESCTR_ AESECB_ AESGCM_ SHA2_ Cy_Crypto_ CY_CRYPTO_ optiga_ OPTIGA_ StSafeA_ stse_ Esys_ TPM2_ALG_ ' +
  'TPM_ALG_ wolfTPM2_ bootutil_ ENGINE_by_id OSSL_ BIO_set_ PKCS12_ find_hash find_cipher hash_memory bt_encrypt_ bt_ccm_ ' +
  'bt_crypto_ cipher_init sha1_ sha224_ sha256_ sha384_ sha512_ sha3_ sha256( sha1( sha512( Sha1 Sha256 Sha512 md5_ Md5 hmac_ Hmac ' +
  'aes_ Aes cmac_ Cmac ecdsa_ Ecdsa ecdh_ Ecdh rijndael chacha20 ChaCha poly1305 Poly1305 25519 pbkdf2 Pbkdf2 hkdf_ Hkdf rsa_ Rsa ' +
  'tdes_ des3_ ccm_encrypt ccm_decrypt gcm_encrypt gcm_decrypt _prf( keccak blake2 aes128 aes192 aes256'
).split(' ');
