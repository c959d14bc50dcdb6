/*!
 * \file  mqtt_tls_port.c
 * \brief Network port of the MQTT client: TLS over mbedTLS, DTLS for MQTT-SN
 */
#include <string.h>
#include "mbedtls/ssl.h"
#include "mbedtls/ssl_ciphersuites.h"
#include "mbedtls/ctr_drbg.h"
#include "mbedtls/entropy.h"
#include "mbedtls/gcm.h"
#include "mbedtls/ccm.h"
#include "mbedtls/md.h"
#include "mbedtls/hkdf.h"
#include "mbedtls/pkcs5.h"
#include "mbedtls/chachapoly.h"
#include "mbedtls/base64.h"
#include "mqtt_port.h"

#define PORT_KEY_BITS   ( 256U )
#define PORT_MD         MBEDTLS_MD_SHA256

typedef struct
{
    mbedtls_ssl_context xSsl;
    mbedtls_ssl_config xConf;
    mbedtls_ctr_drbg_context xDrbg;
    mbedtls_entropy_context xEntropy;
    uint32_t ulCipherErrors;                                      /* expect: none */
} NetworkContext_t;

static const int piSuites[] =
{
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8,
    0
};

static NetPortStatus_t prvSeed( NetworkContext_t * pxNet )
{
    static const unsigned char ucPers[] = "mqtt-port";

    mbedtls_entropy_init( &pxNet->xEntropy );
    mbedtls_ctr_drbg_init( &pxNet->xDrbg );
    if( mbedtls_ctr_drbg_seed( &pxNet->xDrbg, mbedtls_entropy_func, &pxNet->xEntropy, ucPers, sizeof( ucPers ) ) != 0 ) /* expect: ctr-drbg */
    {
        return NET_PORT_ERROR;
    }
    return NET_PORT_OK;
}

NetPortStatus_t xNetPortConnect( NetworkContext_t * pxNet, const char * pcHost )
{
    int lRet;

    if( prvSeed( pxNet ) != NET_PORT_OK )
    {
        return NET_PORT_ERROR;
    }

    lRet = mbedtls_ssl_config_defaults( &pxNet->xConf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT ); /* expect: tls */
    if( lRet != 0 )
    {
        NET_LOG( "TLS 1.2 handshake could not start: -0x%04x", -lRet ); /* expect: none */
        return NET_PORT_ERROR;
    }
    mbedtls_ssl_conf_min_tls_version( &pxNet->xConf, MBEDTLS_SSL_VERSION_TLS1_2 ); /* expect: tls version=1.2 */
    mbedtls_ssl_conf_ciphersuites( &pxNet->xConf, piSuites ); /* expect: tls *via */
    mbedtls_ssl_set_hostname( &pxNet->xSsl, pcHost );
    return NET_PORT_OK;
}

NetPortStatus_t xSnPortConnect( NetworkContext_t * pxNet )
{
    const int lTransport = MBEDTLS_SSL_TRANSPORT_DATAGRAM;

    if( mbedtls_ssl_config_defaults( &pxNet->xConf, MBEDTLS_SSL_IS_CLIENT, lTransport, MBEDTLS_SSL_PRESET_DEFAULT ) != 0 ) /* expect: dtls *via */
    {
        return NET_PORT_ERROR;
    }
    return NET_PORT_OK;
}

int lPayloadSetup( mbedtls_gcm_context * pxGcm, const uint8_t * pucKey )
{
    mbedtls_gcm_init( pxGcm );
    return mbedtls_gcm_setkey( pxGcm, MBEDTLS_CIPHER_ID_AES, pucKey, PORT_KEY_BITS ); /* expect: aes keyBits=256 mode=gcm *via */
}

int lRadioSetup( mbedtls_ccm_context * pxCcm, const uint8_t * pucKey )
{
    mbedtls_ccm_init( pxCcm );
    return mbedtls_ccm_setkey( pxCcm, MBEDTLS_CIPHER_ID_AES, pucKey, 128 ); /* expect: aes keyBits=128 mode=ccm */
}

/* Azure style SAS token: base64( HMAC( key, "host\nexpiry" ) ) */
int lSasToken( const uint8_t * pucKey, size_t xKeyLen, const char * pcToSign, uint8_t * pucMac )
{
    const mbedtls_md_info_t * pxInfo = mbedtls_md_info_from_type( PORT_MD );

    return mbedtls_md_hmac( pxInfo, pucKey, xKeyLen, ( const uint8_t * ) pcToSign, strlen( pcToSign ), pucMac ); /* expect: hmac digest=sha-256 *via */
}

int lExpand( const uint8_t * pucIkm, size_t xIkm, uint8_t * pucOut, size_t xOut )
{
    return mbedtls_hkdf( mbedtls_md_info_from_type( MBEDTLS_MD_SHA512 ), NULL, 0, pucIkm, xIkm, NULL, 0, pucOut, xOut ); /* expect: hkdf digest=sha-512 */
}

int lPinToKey( const char * pcPin, const uint8_t * pucSalt, uint8_t * pucKey )
{
    return mbedtls_pkcs5_pbkdf2_hmac_ext( MBEDTLS_MD_SHA1, ( const uint8_t * ) pcPin, strlen( pcPin ), pucSalt, 16, 10000, 32, pucKey ); /* expect: pbkdf2 digest=sha-1 */
}

int lRetained( mbedtls_chachapoly_context * pxCtx, const uint8_t * pucNonce, const uint8_t * pucIn, size_t xLen, uint8_t * pucOut, uint8_t * pucTag )
{
    return mbedtls_chachapoly_encrypt_and_tag( pxCtx, xLen, pucNonce, NULL, 0, pucIn, pucOut, pucTag ); /* expect: chacha20-poly1305 */
}
