/// \file LockController.cpp
/// Door lock controller: BLE pairing, offline PIN, audit trail, firmware slots.

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include <mbedtls/ccm.h>
#include <mbedtls/des.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/lms.h>
#include <mbedtls/pkcs5.h>
#include <mbedtls/ripemd160.h>
#include <psa/crypto.h>
#include <sodium.h>
#include <wolfssl/wolfcrypt/aes.h>
#include <wolfssl/wolfcrypt/curve25519.h>
#include <wolfssl/wolfcrypt/sha3.h>
#include <wolfssl/wolfcrypt/wc_mlkem.h>

#include "LockController.hpp"
#include "trace.hpp"

namespace lock {

using Byte = std::uint8_t;
using View = std::span<const Byte>;
using Out = std::span<Byte>;

enum class Algo : psa_algorithm_t {
  Audit = PSA_ALG_SHA3_256,
  Pairing = PSA_ALG_SHA_512,
};

struct Policy {
  static constexpr unsigned kPinIterations = 8192;
  static constexpr psa_algorithm_t kMac = PSA_ALG_CMAC;
  static constexpr psa_algorithm_t kSign = PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_256);
  static constexpr mbedtls_ecp_group_id kGroup = MBEDTLS_ECP_DP_SECP256R1;
};

/// The face of a mechanical key: number of cuts and their depth.
struct MechanicalKey {   // expect: none
  std::array<Byte, 6> cuts;
  std::string_view profile;
};

/// Cipher locks are the ones with push buttons.
class CipherLock {   // expect: none
 public:
  bool press(Byte digit) { return digit < 10; }
};

template <typename Ctx, void (*Init)(Ctx*), void (*Free)(Ctx*)>
class Scoped {
 public:
  Scoped() { Init(&ctx_); }
  ~Scoped() { Free(&ctx_); }
  Ctx* operator&() { return &ctx_; }

 private:
  Ctx ctx_;
};

using Ccm = Scoped<mbedtls_ccm_context, mbedtls_ccm_init, mbedtls_ccm_free>;
using Lms = Scoped<mbedtls_lms_public_t, mbedtls_lms_public_init, mbedtls_lms_public_free>;

bool Controller::auditDigest(View in, Out out) {
  std::size_t got = 0;
  const auto alg = static_cast<psa_algorithm_t>(Algo::Audit);
  return psa_hash_compute(alg, in.data(), in.size(), out.data(), out.size(), &got) == PSA_SUCCESS;   // expect: sha3-256 *via
}

bool Controller::pairingDigest(View in, Out out) {
  std::size_t got = 0;
  return psa_hash_compute(PSA_ALG_SHA_512, in.data(), in.size(), out.data(), out.size(), &got) == PSA_SUCCESS;   // expect: sha-512
}

bool Controller::frameTag(psa_key_id_t key, View in, Out out) {
  std::size_t got = 0;
  return psa_mac_compute(key, Policy::kMac, in.data(), in.size(), out.data(), out.size(), &got) == PSA_SUCCESS;   // expect: cmac *via
}

bool Controller::signAudit(psa_key_id_t key, View hash, Out sig) {
  std::size_t got = 0;
  trace("audit", "ECDSA over SHA-256");   // expect: none
  return psa_sign_hash(key, Policy::kSign, hash.data(), hash.size(), sig.data(), sig.size(), &got) == PSA_SUCCESS;   // expect: ecdsa digest=sha-256 *via
}

bool Controller::agree(psa_key_derivation_operation_t& op, psa_key_id_t mine, View theirs) {
  if (psa_key_derivation_setup(&op, PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256))) != PSA_SUCCESS) return false;   // expect: ecdh, hkdf digest=sha-256
  return psa_key_derivation_key_agreement(&op, PSA_KEY_DERIVATION_INPUT_SECRET, mine, theirs.data(), theirs.size()) == PSA_SUCCESS;
}

bool Controller::bleSession(const Byte* key) {
  Ccm ccm;
  return mbedtls_ccm_setkey(&ccm, MBEDTLS_CIPHER_ID_AES, key, 128) == 0;   // expect: aes keyBits=128 mode=ccm
}

bool Controller::newIdentity(mbedtls_ecdsa_context& id, Rng rng, void* state) {
  return mbedtls_ecdsa_genkey(&id, Policy::kGroup, rng, state) == 0;   // expect: ecdsa curve=secp256r1 *via
}

bool Controller::pinKey(std::string_view pin, View salt, Out key) {
  constexpr mbedtls_md_type_t prf = MBEDTLS_MD_SHA256;
  return mbedtls_pkcs5_pbkdf2_hmac_ext(prf, reinterpret_cast<const Byte*>(pin.data()), pin.size(), salt.data(), salt.size(),   // expect: pbkdf2 digest=sha-256 *via
                                       Policy::kPinIterations, key.size(), key.data()) == 0;
}

bool Controller::firmwareOk(View image, View sig, View pub) {
  Lms lms;
  if (mbedtls_lms_import_public_key(&lms, pub.data(), pub.size()) != 0) return false;   // expect: lms
  return finishFirmware(&lms, image, sig);
}

int Controller::readOldCard(mbedtls_des3_context* des, const Byte key[16]) {
  return mbedtls_des3_set2key_dec(des, key);   // expect: 3des
}

int Controller::cardName(View in, Byte out[20]) {
  return mbedtls_ripemd160(in.data(), in.size(), out);   // expect: ripemd-160
}

void Controller::announce() {
  static constexpr std::string_view kFeatures[] = {"aes-ccm", "x25519", "ml-kem-512"};   // expect: none
  for (auto f : kFeatures) trace("feature", f);
}

int Controller::sealBackup(Byte* out, unsigned long long* n, View in, const Byte* nonce, const Byte* key) {
  const auto seal = crypto_aead_chacha20poly1305_ietf_encrypt;
  return seal(out, n, in.data(), in.size(), nullptr, 0, nullptr, nonce, key);   // expect: chacha20-poly1305 *via
}

int Controller::boxForOwner(Byte* out, View in, const Byte* nonce, const Byte* pk, const Byte* sk) {
  return crypto_box_easy(out, in.data(), in.size(), nonce, pk, sk);   // expect: x25519, xsalsa20-poly1305
}

std::uint64_t Controller::bucket(View in, const Byte key[16]) {
  std::uint64_t h = 0;
  crypto_shorthash(reinterpret_cast<Byte*>(&h), in.data(), in.size(), key);   // expect: siphash
  return h;
}

int Controller::slotDigest(wc_Sha3* sha) {
  return wc_InitSha3_384(sha, nullptr, INVALID_DEVID);   // expect: sha3-384
}

int Controller::kx(curve25519_key& mine, curve25519_key& peer, Byte* out, word32* n) {
  return wc_curve25519_shared_secret(&mine, &peer, out, n);   // expect: x25519
}

int Controller::kem(MlKemKey& key) {
  return wc_MlKemKey_Init(&key, WC_ML_KEM_512, nullptr, INVALID_DEVID);   // expect: ml-kem-512
}

int Controller::slotKey(Aes& aes, const Byte* key, const Byte* iv) {
  return wc_AesSetKey(&aes, key, AES_256_KEY_SIZE, iv, AES_ENCRYPTION);   // expect: aes keyBits=256 *via
}

}  // namespace lock
