/* Secure channel of the field bus bridge: Crypto++ for the old peers, Botan for the new ones. */
#include <cryptopp/aes.h>
#include <cryptopp/ccm.h>
#include <cryptopp/des.h>
#include <cryptopp/eccrypto.h>
#include <cryptopp/filters.h>
#include <cryptopp/gcm.h>
#include <cryptopp/hex.h>
#include <cryptopp/hmac.h>
#include <cryptopp/modes.h>
#include <cryptopp/oids.h>
#include <cryptopp/osrng.h>
#include <cryptopp/pwdbased.h>
#include <cryptopp/sha.h>

#include <botan/auto_rng.h>
#include <botan/cipher_mode.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/hash.h>
#include <botan/kdf.h>
#include <botan/mac.h>
#include <botan/pk_algs.h>
#include <botan/pubkey.h>

#include "bridge.h"

namespace bridge {

using LinkMac = CryptoPP::HMAC<CryptoPP::SHA256>;
using LinkAead = CryptoPP::GCM<CryptoPP::AES>::Encryption;
namespace cp = CryptoPP;

// A piano key, a map key, a license key: this one is the map key.
struct Key {                                                   // expect: none
  std::uint16_t node;
  std::uint16_t channel;
  bool operator<(const Key& o) const { return node < o.node || (node == o.node && channel < o.channel); }
};

std::string tagFrame(const std::string& frame, const cp::SecByteBlock& k) {
  std::string out;
  LinkMac mac(k, k.size());                                    // expect: hmac digest=sha-256 *via
  cp::StringSource(frame, true, new cp::HashFilter(mac, new cp::HexEncoder(new cp::StringSink(out))));
  return out;
}

void sealFrame(Frame& f, const cp::SecByteBlock& k, const cp::byte* iv) {
  LinkAead enc;                                                // expect: aes mode=gcm *via
  enc.SetKeyWithIV(k, k.size(), iv, 12);
  enc.EncryptAndAuthenticate(f.body, f.tag, sizeof f.tag, iv, 12, f.head, f.headLen, f.body, f.bodyLen);
}

void decryptRecord(Frame& f, const cp::byte* key, const cp::byte* iv) {
  cp::CBC_Mode<cp::AES>::Decryption dec(key, 32, iv);          // expect: aes keyBits=256 mode=cbc *via
  dec.ProcessData(f.body, f.body, f.bodyLen);
}

void decryptVintage(Frame& f, const cp::byte* key, const cp::byte* iv) {
  CryptoPP::CBC_Mode<CryptoPP::DES_EDE3>::Decryption dec(key, 24, iv);   // expect: 3des mode=cbc
  dec.ProcessData(f.body, f.body, f.bodyLen);
}

std::string digestConfig(const std::string& text) {
  CryptoPP::SHA1 sha;                                          // expect: sha-1
  std::string out;
  cp::StringSource(text, true, new cp::HashFilter(sha, new cp::StringSink(out)));
  return out;
}

void passwordKey(const std::string& pw, const cp::byte* salt, cp::SecByteBlock& out) {
  cp::PKCS5_PBKDF2_HMAC<cp::SHA512> kdf;                       // expect: pbkdf2 digest=sha-512 *via
  kdf.DeriveKey(out, out.size(), 0, reinterpret_cast<const cp::byte*>(pw.data()), pw.size(), salt, 16, 50000);
}

/* ---- new peers ---------------------------------------------------------- */

std::vector<std::uint8_t> Channel::hash(std::span<const std::uint8_t> in) const {
  auto h = Botan::HashFunction::create_or_throw("SHA-384");    // expect: sha-384
  h->update(in.data(), in.size());
  return h->final_stdvec();
}

void Channel::seal(Botan::secure_vector<std::uint8_t>& buf) {
  static const std::string kMode = "AES-256/GCM";
  auto mode = Botan::Cipher_Mode::create_or_throw(kMode, Botan::Cipher_Dir::Encryption);   // expect: aes keyBits=256 mode=gcm *via
  mode->set_key(key_);
  mode->start(nonce_.next());
  mode->finish(buf);
}

std::vector<std::uint8_t> Channel::tag(std::span<const std::uint8_t> in) {
  auto mac = Botan::MessageAuthenticationCode::create("HMAC(SHA-512)");   // expect: hmac digest=sha-512
  mac->set_key(key_);
  mac->update(in.data(), in.size());
  return Botan::unlock(mac->final());
}

Botan::ECDSA_PrivateKey Channel::newIdentity() {
  return Botan::ECDSA_PrivateKey(rng_, Botan::EC_Group("secp256r1"));     // expect: ecdsa curve=secp256r1
}

std::unique_ptr<Botan::Private_Key> Channel::newFleetKey() {
  return Botan::create_private_key("RSA", rng_, "2048");       // expect: rsa keyBits=2048
}

std::unique_ptr<Botan::KDF> Channel::kdf() {
  return Botan::KDF::create_or_throw("HKDF(SHA-256)");         // expect: hkdf digest=sha-256
}

std::string Channel::banner() const {
  return "bridge 2.1 (AES/GCM, SHA-2)";                        // expect: none
}

TEST_CASE("rejects RC4 and MD5 peers") {                       // expect: none
  Channel ch = makeChannel();
  REQUIRE_FALSE(ch.accepts("peer-rc4"));                       // expect: none
}

}  // namespace bridge
