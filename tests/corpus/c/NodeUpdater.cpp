#include <Arduino.h>
#include <HTTPClient.h>
#include <Update.h>
#include <WiFiClientSecure.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/md.h>
#include <mbedtls/rsa.h>
#include <mbedtls/sha256.h>
#include <psa/crypto.h>
#include <sodium.h>

#include "NodeUpdater.h"

namespace {
constexpr size_t kBlock = 4096;
constexpr mbedtls_md_type_t kImageMd = MBEDTLS_MD_SHA512;
constexpr psa_algorithm_t kTagAlg = PSA_ALG_HMAC(PSA_ALG_SHA_384);

enum class UpdateKind : uint8_t { Full, Delta, ChaCha };   // expect: none

struct Options {
  bool checkSha = true;       // expect: none
  const char* md5Path = "/fw/latest.md5";   // expect: none
};

const mbedtls_md_info_t* imageMd() { return mbedtls_md_info_from_type(kImageMd); }   // expect: sha-512 *via
}  // namespace

NodeUpdater::NodeUpdater(Stream& log) : log_(log) { pinMode(LED_BUILTIN, OUTPUT); }

bool NodeUpdater::begin(const String& url) {
  log_.printf("[update] %s (SHA-512 pinned)\n", url.c_str());   // expect: none
  http_.setTimeout(15000);
  return http_.begin(client_, url);
}

void NodeUpdater::hashBlock(const uint8_t* block, size_t n, uint8_t* out) {
  mbedtls_sha256(block, n, out, 0);   // expect: sha-256
}

void NodeUpdater::hashShort(const uint8_t* block, size_t n, uint8_t* out) {
  constexpr int is224 = 1;
  mbedtls_sha256(block, n, out, is224);   // expect: sha-224 *via
}

bool NodeUpdater::tagged(psa_key_id_t key, const uint8_t* p, size_t n, const uint8_t* tag, size_t tagLen) {
  return psa_mac_verify(key, kTagAlg, p, n, tag, tagLen) == PSA_SUCCESS;   // expect: hmac digest=sha-384 *via
}

bool NodeUpdater::newKey(mbedtls_ecdsa_context& ctx, mbedtls_ctr_drbg_context& drbg) {
  return mbedtls_ecdsa_genkey(&ctx, MBEDTLS_ECP_DP_SECP384R1, mbedtls_ctr_drbg_random, &drbg) == 0;   // expect: ecdsa curve=secp384r1
}

bool NodeUpdater::newLegacyKey(mbedtls_rsa_context& ctx, int (*rng)(void*, unsigned char*, size_t), void* st) {
  constexpr unsigned bits = 2048, exponent = 65537;
  return mbedtls_rsa_gen_key(&ctx, rng, st, bits, exponent) == 0;   // expect: rsa keyBits=2048 *via
}

int NodeUpdater::openDelta(uint8_t* out, unsigned long long* outLen, const uint8_t* in, size_t n, const uint8_t* nonce, const uint8_t* key) {
  return crypto_aead_xchacha20poly1305_ietf_decrypt(out, outLen, nullptr, in, n, nullptr, 0, nonce, key);   // expect: xchacha20-poly1305
}

bool NodeUpdater::checkDelta(const uint8_t* sig, const uint8_t* m, size_t n, const uint8_t* pk) {
  auto verify = crypto_sign_verify_detached;
  return verify(sig, m, n, pk) == 0;   // expect: ed25519 *via
}

void NodeUpdater::finish() {
  uint8_t digest[64];
  mbedtls_md_context_t ctx;
  mbedtls_md_init(&ctx);
  mbedtls_md_setup(&ctx, imageMd(), 0);
  mbedtls_md_starts(&ctx);
  for (size_t i = 0; i < pages_; ++i) {
    readPage(i, page_);
    mbedtls_md_update(&ctx, page_, kBlock);
  }
  mbedtls_md_finish(&ctx, digest);
  mbedtls_md_free(&ctx);
  log_.println("[update] done");
}
