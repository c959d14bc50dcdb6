/* ---------------------------------------------------------------------------
 * Board crypto layer. One file, three boards, selected by the build.
 * ------------------------------------------------------------------------- */
#include "board.h"

#if defined(BOARD_STM32)
#include "stm32h7xx_hal.h"

extern CRYP_HandleTypeDef hcryp;
extern HASH_HandleTypeDef hhash;
extern RNG_HandleTypeDef hrng;

int board_hash(uint8_t *in, uint32_t len, uint8_t *out)
{
    return HAL_HASHEx_SHA256_Start(&hhash, in, len, out, HAL_MAX_DELAY) == HAL_OK ? 0 : -1; /* expect: sha-256 */
}

int board_crc_name(uint8_t *in, uint32_t len, uint8_t *out)
{
    return HAL_HASH_MD5_Start(&hhash, in, len, out, 100) == HAL_OK ? 0 : -1; /* expect: md5 */
}

int board_tag(uint8_t *in, uint32_t len, uint8_t *out)
{
    return HAL_HMACEx_SHA256_Start(&hhash, in, len, out, 100) == HAL_OK ? 0 : -1; /* expect: hmac digest=sha-256 */
}

void board_cipher_init(uint32_t *key)
{
    hcryp.Instance = CRYP;
    hcryp.Init.DataType = CRYP_DATATYPE_8B;
    hcryp.Init.KeySize = CRYP_KEYSIZE_256B;
    hcryp.Init.Algorithm = CRYP_AES_GCM; /* expect: aes keyBits=256 mode=gcm */
    hcryp.Init.pKey = key;
    if (HAL_CRYP_Init(&hcryp) != HAL_OK)
        Error_Handler();
}

#elif defined(BOARD_ESP32)
#include "esp_random.h"
#include "esp_hmac.h"
#include "aes/esp_aes.h"
#include "sha/sha_core.h"
#include "esp_log.h"

static const char *TAG = "board";

int board_hash(uint8_t *in, uint32_t len, uint8_t *out)
{
    esp_sha(SHA2_256, in, len, out); /* expect: sha-256 */
    return 0;
}

int board_tag(uint8_t *in, uint32_t len, uint8_t *out)
{
    return esp_hmac_calculate(HMAC_KEY4, in, len, out); /* expect: hmac digest=sha-256 */
}

int board_cipher_run(esp_aes_context *aes, const uint8_t *key, uint8_t nonce[16], const uint8_t *in, uint8_t *out, size_t n)
{
    size_t off = 0;
    uint8_t block[16];

    if (esp_aes_setkey(aes, key, 128) != 0) /* expect: aes keyBits=128 */
        return -1;
    ESP_LOGI(TAG, "aes ctr with hardware key, sha via DMA"); /* expect: none */
    return esp_aes_crypt_ctr(aes, n, &off, nonce, block, in, out); /* expect: aes mode=ctr */
}

void board_random(uint8_t *p, size_t n)
{
    esp_fill_random(p, n); /* expect: csprng */
}

#elif defined(BOARD_ATECC)
#include "cryptoauthlib.h"

#define SLOT_IDENTITY 0

int board_hash(uint8_t *in, uint32_t len, uint8_t *out)
{
    return atcab_sha((uint16_t)len, in, out) == ATCA_SUCCESS ? 0 : -1; /* expect: sha-256 */
}

int board_sign(const uint8_t *digest, uint8_t *sig)
{
    return atcab_sign(SLOT_IDENTITY, digest, sig) == ATCA_SUCCESS ? 0 : -1; /* expect: ecdsa curve=secp256r1 */
}

int board_new_identity(uint8_t *pub)
{
    return atcab_genkey(SLOT_IDENTITY, pub) == ATCA_SUCCESS ? 0 : -1; /* expect: ec curve=secp256r1 */
}
#endif

int board_selftest_name(char *buf, size_t n)
{
    return snprintf(buf, n, "%s/%s", "selftest", "sha256_kat"); /* expect: none */
}
