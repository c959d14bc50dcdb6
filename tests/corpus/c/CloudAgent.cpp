// Cloud agent: keeps the connection to the hub and signs what leaves the box.
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>

#include <array>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hub {

using Bytes = std::vector<unsigned char>;
using CtxPtr = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using MdPtr = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

/// A signature as it is shown in the web page, not a cryptographic one.
struct Signature {          // expect: none
  std::string author;
  std::string function;
};

enum class Profile { Field, Lab };

class Error : public std::runtime_error {
 public:
  explicit Error(std::string_view what) : std::runtime_error(std::string(what)) {}
};

constexpr auto kSpoolCipher = "AES-128-CTR";

class Sealer {
 public:
  explicit Sealer(Bytes key) : key_(std::move(key)) {}

  Bytes seal(std::span<const unsigned char> plain, const unsigned char* iv) const {
    CtxPtr ctx{EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
    if (!EVP_EncryptInit_ex(ctx.get(), EVP_chacha20_poly1305(), nullptr, key_.data(), iv))  // expect: chacha20-poly1305
      throw Error("seal: ChaCha20 not available");  // expect: none
    return run(ctx.get(), plain);
  }

  Bytes sealForBackup(std::span<const unsigned char> plain, const unsigned char* iv) const {
    const EVP_CIPHER* cipher = EVP_aes_192_cbc();
    CtxPtr ctx{EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
    EVP_EncryptInit_ex2(ctx.get(), cipher, key_.data(), iv, nullptr);  // expect: aes keyBits=192 mode=cbc *via
    return run(ctx.get(), plain);
  }

  static const EVP_CIPHER* spool() { return EVP_get_cipherbyname(kSpoolCipher); }  // expect: aes keyBits=128 mode=ctr *via

 private:
  static Bytes run(EVP_CIPHER_CTX* ctx, std::span<const unsigned char> in);
  Bytes key_;
};

class Digest {
 public:
  template <typename Iter>
  static Bytes of(Iter first, Iter last) {
    MdPtr md{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    EVP_DigestInit_ex(md.get(), EVP_sha3_512(), nullptr);  // expect: sha3-512
    for (; first != last; ++first) EVP_DigestUpdate(md.get(), &*first, 1);
    return finish(md.get());
  }

  static Bytes legacy(std::string_view text) {
    Bytes out(EVP_MAX_MD_SIZE);
    unsigned int n = 0;
    EVP_Digest(text.data(), text.size(), out.data(), &n, EVP_ripemd160(), nullptr);  // expect: ripemd-160
    out.resize(n);
    return out;
  }

 private:
  static Bytes finish(EVP_MD_CTX* md);
};

template <const EVP_MD* (*Md)()>
Bytes keyed(const Bytes& key, std::string_view text) {
  Bytes out(EVP_MAX_MD_SIZE);
  unsigned int n = 0;
  HMAC(Md(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(), out.data(), &n);  // expect: hmac digest=sha-384 *via
  out.resize(n);
  return out;
}

Bytes sessionTag(const Bytes& key, std::string_view text) { return keyed<EVP_sha384>(key, text); }

class TlsClient {
 public:
  explicit TlsClient(Profile p) : ctx_(SSL_CTX_new(TLS_client_method())) {  // expect: tls
    const int floor = TLS1_3_VERSION;
    lab_ = p == Profile::Lab;
    SSL_CTX_set_min_proto_version(ctx_, floor);  // expect: tls version=1.3 *via
    SSL_CTX_set1_groups_list(ctx_, kGroups);  // expect: tls *via
  }

  ~TlsClient() { SSL_CTX_free(ctx_); }
  const char* describe() const { return "tls-client/TLSv1.3"; }  // expect: none

 private:
  static constexpr const char* kGroups = "X25519MLKEM768:X25519";
  SSL_CTX* ctx_;
  bool lab_ = false;
};

EVP_PKEY* issueSubKey() {
  EVP_PKEY_CTX* ctx = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nullptr);  // expect: ed25519
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_keygen_init(ctx) <= 0 || EVP_PKEY_keygen(ctx, &key) <= 0) throw Error("keygen");
  EVP_PKEY_CTX_free(ctx);
  return key;
}

RSA* importLegacyFleetKey() {
  RSA* rsa = RSA_new();
  BIGNUM* e = BN_new();
  BN_set_word(e, RSA_F4);
  if (RSA_generate_key_ex(rsa, 1024, e, nullptr) != 1) throw Error("legacy key");  // expect: rsa keyBits=1024
  BN_free(e);
  return rsa;
}

}  // namespace hub
