// Tests and fixtures of the meter store (gtest). Names of tests are data, calls are not.
#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QSslConfiguration>
#include <boost/asio/ssl.hpp>
#include <cryptopp/chachapoly.h>
#include <cryptopp/rsa.h>
#include <cryptopp/sha3.h>
#include <cryptopp/xed25519.h>
#include <botan/auto_rng.h>
#include <botan/hex.h>
#include <botan/pwdhash.h>
#include <botan/rsa.h>
#include <botan/stream_cipher.h>
#include <botan/x25519.h>
#include <openssl/cmac.h>
#include <openssl/evp.h>
#include <openssl/md5.h>

#include "meter_store.h"

using namespace CryptoPP;

namespace meter::test {


struct Row {
  const char* name;
  int bits;
};

const Row kRows[] = {
    {"aes-128", 128},   // expect: none
    {"aes-256", 256},   // expect: none
};

class Fixture : public ::testing::Test {
 protected:
  void SetUp() override { store_.open(":memory:"); }
  meter::Store store_;
  Botan::AutoSeeded_RNG rng_;
};

TEST_F(Fixture, Sha256OfEmptyRowIsStable) {   // expect: none
  QByteArray sum = QCryptographicHash::hash(QByteArray(), QCryptographicHash::Sha256);   // expect: sha-256
  EXPECT_EQ(sum, store_.emptyRow());
}

TEST_F(Fixture, TagsRows) {
  constexpr auto algo = QCryptographicHash::Sha512;
  auto tag = QMessageAuthenticationCode::hash("row", "key", algo);   // expect: hmac digest=sha-512 *via
  EXPECT_EQ(64, tag.size());
}

TEST_F(Fixture, OldTagIsMd5) {   // expect: none
  unsigned char out[MD5_DIGEST_LENGTH];
  MD5(reinterpret_cast<const unsigned char*>("row"), 3, out);   // expect: md5
  EXPECT_TRUE(store_.hasLegacyTag(out));
}

TEST_F(Fixture, SealsWithStreamCipher) {
  ChaCha20Poly1305::Encryption enc;   // expect: chacha20-poly1305
  enc.SetKeyWithIV(store_.key(), 32, store_.nonce(), 12);
  EXPECT_TRUE(store_.seal(enc));
}

TEST_F(Fixture, LeafHash) {
  SHA3_256 leaf;   // expect: sha3-256
  leaf.Update(store_.row(0), store_.rowSize());
  EXPECT_EQ(32u, leaf.DigestSize());
}

TEST_F(Fixture, SignsExport) {
  RSASS<PSS, SHA256>::Signer signer(store_.exportKey());   // expect: rsassa-pss digest=sha-256
  EXPECT_GT(signer.MaxSignatureLength(), 0u);
}

TEST_F(Fixture, WrapsExportKey) {
  using Wrapper = RSAES<OAEP<SHA1>>::Encryptor;
  Wrapper wrap(store_.exportPublicKey());   // expect: rsaes-oaep digest=sha-1 *via
  EXPECT_GT(wrap.FixedMaxPlaintextLength(), 16u);
}

TEST_F(Fixture, MakesKeys) {
  const size_t bits = 3072;
  Botan::RSA_PrivateKey rsa(rng_, bits);   // expect: rsa keyBits=3072 *via
  Botan::X25519_PrivateKey kx(rng_);   // expect: x25519
  EXPECT_TRUE(rsa.check_key(rng_, false) && kx.check_key(rng_, false));
}

TEST_F(Fixture, Password) {
  auto family = Botan::PasswordHashFamily::create("Argon2id");   // expect: argon2
  EXPECT_NE(nullptr, family);
}

TEST_F(Fixture, Cmac) {
  std::unique_ptr<CMAC_CTX, decltype(&CMAC_CTX_free)> ctx(CMAC_CTX_new(), CMAC_CTX_free);
  ASSERT_EQ(1, CMAC_Init(ctx.get(), store_.key(), 16, EVP_aes_128_cbc(), nullptr));   // expect: cmac
}

void configure(QSslConfiguration& config) {
  config.setProtocol(QSsl::TlsV1_2OrLater);   // expect: tls version=1.2
}

boost::asio::ssl::context uplink() {
  namespace ssl = boost::asio::ssl;
  ssl::context ctx(ssl::context::tlsv13_client);   // expect: tls version=1.3 *via
  ctx.set_verify_mode(ssl::verify_peer);
  return ctx;
}

}  // namespace meter::test
