// What OpenSSL 3.5 can do and Node does not offer: certificates and requests made and verified, chains checked strictly, signatures in every
// form of message and with given randomness, and the hybrid groups of TLS as keys. A Node-API addon: Node exports the functions of the OpenSSL
// inside it, and ships their headers. For tests alone: what it allocates goes with the process.
#include <node_api.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string.h>

typedef struct {
  unsigned char *data;
  size_t length;
} Bytes;

static napi_value fail(napi_env env, const char *what) {
  char reason[256];
  ERR_error_string_n(ERR_peek_last_error(), reason, sizeof reason);
  napi_throw_error(env, what, reason);
  return NULL;
}

static void arguments(napi_env env, napi_callback_info info, napi_value *values, size_t count) {
  napi_get_cb_info(env, info, &count, values, NULL, NULL);
}

/** The bytes of a Buffer; none of anything else. */
static Bytes bytes_of(napi_env env, napi_value value) {
  Bytes bytes = {NULL, 0};
  bool is_buffer = false;
  napi_is_buffer(env, value, &is_buffer);
  if (is_buffer) napi_get_buffer_info(env, value, (void **)&bytes.data, &bytes.length);
  return bytes;
}

static const char *text_of(napi_env env, napi_value value) {
  size_t length = 0;
  napi_get_value_string_utf8(env, value, NULL, 0, &length);
  char *text = OPENSSL_zalloc(length + 1);
  napi_get_value_string_utf8(env, value, text, length + 1, &length);
  return text;
}

static napi_value buffer(napi_env env, const unsigned char *data, size_t length) {
  napi_value value = NULL;
  napi_create_buffer_copy(env, length, data, NULL, &value);
  return value;
}

static napi_value text(napi_env env, const char *characters) {
  napi_value value = NULL;
  napi_create_string_utf8(env, characters, NAPI_AUTO_LENGTH, &value);
  return value;
}

static EVP_PKEY *private_key(Bytes der) {
  const unsigned char *at = der.data;
  return d2i_AutoPrivateKey(NULL, &at, (long)der.length);
}

static X509 *certificate_of(Bytes der) {
  const unsigned char *at = der.data;
  return der.data == NULL ? NULL : d2i_X509(NULL, &at, (long)der.length);
}

static int extend(X509 *certificate, X509 *issuer, int nid, const char *value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
  X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, nid, value);
  return extension != NULL && X509_add_ext(certificate, extension, -1);
}

/** issue(SubjectPublicKeyInfo, common name, key usage, issuer's PKCS #8, issuer's certificate or null): a certificate, a CA's where none issues it. */
static napi_value issue(napi_env env, napi_callback_info info) {
  napi_value values[5];
  arguments(env, info, values, 5);
  const Bytes spki = bytes_of(env, values[0]);
  const unsigned char *at = spki.data;
  EVP_PKEY *key = d2i_PUBKEY(NULL, &at, (long)spki.length);
  EVP_PKEY *signer = private_key(bytes_of(env, values[3]));
  X509 *certificate = X509_new();
  X509 *given = certificate_of(bytes_of(env, values[4]));
  X509 *issuer = given == NULL ? certificate : given;
  if (key == NULL || signer == NULL) return fail(env, "key");
  const unsigned char *name = (const unsigned char *)text_of(env, values[1]);
  unsigned char *der = NULL;
  const int made = X509_set_version(certificate, X509_VERSION_3) && ASN1_INTEGER_set(X509_get_serialNumber(certificate), given == NULL ? 1 : 2) &&
                   X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, name, -1, -1, 0) &&
                   X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) &&
                   ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate), "20260101000000Z") &&
                   ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate), "20560101000000Z") && X509_set_pubkey(certificate, key) &&
                   extend(certificate, issuer, NID_basic_constraints, given == NULL ? "critical,CA:TRUE" : "critical,CA:FALSE") &&
                   extend(certificate, issuer, NID_key_usage, text_of(env, values[2])) &&
                   extend(certificate, issuer, NID_subject_key_identifier, "hash") &&
                   extend(certificate, issuer, NID_authority_key_identifier, "keyid") && X509_sign(certificate, signer, NULL) > 0;
  const int length = made ? i2d_X509(certificate, &der) : 0;
  return length > 0 ? buffer(env, der, (size_t)length) : fail(env, "certificate");
}

/** request(PKCS #8, common name): PKCS #10. */
static napi_value request(napi_env env, napi_callback_info info) {
  napi_value values[2];
  arguments(env, info, values, 2);
  EVP_PKEY *key = private_key(bytes_of(env, values[0]));
  X509_REQ *made = X509_REQ_new();
  const unsigned char *name = (const unsigned char *)text_of(env, values[1]);
  unsigned char *der = NULL;
  const int ready = key != NULL && X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(made), "CN", MBSTRING_UTF8, name, -1, -1, 0) &&
                    X509_REQ_set_pubkey(made, key) && X509_REQ_sign(made, key, NULL) > 0;
  const int length = ready ? i2d_X509_REQ(made, &der) : 0;
  return length > 0 ? buffer(env, der, (size_t)length) : fail(env, "request");
}

/** verifyRequest(PKCS #10): "ok", or what is wrong. */
static napi_value verify_request(napi_env env, napi_callback_info info) {
  napi_value values[1];
  arguments(env, info, values, 1);
  const Bytes der = bytes_of(env, values[0]);
  const unsigned char *at = der.data;
  X509_REQ *read = d2i_X509_REQ(NULL, &at, (long)der.length);
  if (read == NULL || at != der.data + der.length) return text(env, "unreadable");
  return text(env, X509_REQ_verify(read, X509_REQ_get0_pubkey(read)) == 1 ? "ok" : "its signature does not verify");
}

/**
 * verifyChain(certificate, root, host or ""): "ok", or OpenSSL's words. Strictly: every rule of RFC 5280 that OpenSSL knows, the root's own
 * signature, and the host's name where one is given.
 */
static napi_value verify_chain(napi_env env, napi_callback_info info) {
  napi_value values[3];
  arguments(env, info, values, 3);
  X509 *certificate = certificate_of(bytes_of(env, values[0]));
  X509 *root = certificate_of(bytes_of(env, values[1]));
  X509_STORE *store = X509_STORE_new();
  X509_STORE_CTX *context = X509_STORE_CTX_new();
  if (certificate == NULL || root == NULL) return text(env, "unreadable");
  X509_STORE_add_cert(store, root);
  X509_STORE_CTX_init(context, store, certificate, NULL);
  X509_STORE_CTX_set_flags(context, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CHECK_SS_SIGNATURE);
  X509_STORE_CTX_set_time(context, 0, (time_t)1800000000); // 2027-01-15
  const char *host = text_of(env, values[2]);
  if (host[0] != '\0') X509_VERIFY_PARAM_set1_host(X509_STORE_CTX_get0_param(context), host, 0);
  X509_verify_cert(context);
  return text(env, X509_verify_cert_error_string(X509_STORE_CTX_get_error(context)));
}

/** What a message is to the provider: EVP_SIGNATURE-ML-DSA(7), EVP_SIGNATURE-SLH-DSA(7). */
typedef enum { MESSAGE_IS_INTERNAL = 0, MESSAGE_IS_PURE = 1, MESSAGE_IS_MU = 2 } MessageForm;

/** At most five parameters and their end; an absent context or randomness is not given. */
static void set_form(OSSL_PARAM *parameters, int *form, Bytes context, Bytes randomness) {
  static int zero = 0;
  static int one = 1;
  if (*form == MESSAGE_IS_MU) *parameters++ = OSSL_PARAM_construct_int(OSSL_SIGNATURE_PARAM_MU, &one);
  *parameters++ = OSSL_PARAM_construct_int(OSSL_SIGNATURE_PARAM_MESSAGE_ENCODING, *form == MESSAGE_IS_PURE ? &one : &zero);
  if (context.data != NULL)
    *parameters++ = OSSL_PARAM_construct_octet_string(OSSL_SIGNATURE_PARAM_CONTEXT_STRING, context.data, context.length);
  if (randomness.data != NULL)
    *parameters++ = OSSL_PARAM_construct_octet_string(OSSL_SIGNATURE_PARAM_TEST_ENTROPY, randomness.data, randomness.length);
  *parameters++ = OSSL_PARAM_construct_int(OSSL_SIGNATURE_PARAM_DETERMINISTIC, randomness.data == NULL ? &one : &zero);
  *parameters = OSSL_PARAM_construct_end();
}

/** signMessage(PKCS #8, message, form, context or null, randomness or null for a deterministic signature): the signature. */
static napi_value sign_message(napi_env env, napi_callback_info info) {
  napi_value values[5];
  arguments(env, info, values, 5);
  EVP_PKEY *key = private_key(bytes_of(env, values[0]));
  if (key == NULL) return fail(env, "key");
  const Bytes message = bytes_of(env, values[1]);
  int form = MESSAGE_IS_PURE;
  napi_get_value_int32(env, values[2], &form);
  OSSL_PARAM parameters[6];
  set_form(parameters, &form, bytes_of(env, values[3]), bytes_of(env, values[4]));
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
  EVP_SIGNATURE *algorithm = EVP_SIGNATURE_fetch(NULL, EVP_PKEY_get0_type_name(key), NULL);
  size_t length = (size_t)EVP_PKEY_get_size(key);
  unsigned char *signature = OPENSSL_zalloc(length);
  const int made = EVP_PKEY_sign_message_init(context, algorithm, parameters) > 0 &&
                   EVP_PKEY_sign(context, signature, &length, message.data, message.length) > 0;
  napi_value value = made ? buffer(env, signature, length) : fail(env, "signature");
  OPENSSL_free(signature);
  EVP_SIGNATURE_free(algorithm);
  EVP_PKEY_CTX_free(context);
  EVP_PKEY_free(key);
  return value;
}

/** verifyMessage(SubjectPublicKeyInfo, message, form, context or null, signature): whether it is valid. */
static napi_value verify_message(napi_env env, napi_callback_info info) {
  napi_value values[5];
  arguments(env, info, values, 5);
  const Bytes spki = bytes_of(env, values[0]);
  const unsigned char *at = spki.data;
  EVP_PKEY *key = d2i_PUBKEY(NULL, &at, (long)spki.length);
  if (key == NULL) return fail(env, "key");
  const Bytes message = bytes_of(env, values[1]);
  const Bytes signature = bytes_of(env, values[4]);
  int form = MESSAGE_IS_PURE;
  napi_get_value_int32(env, values[2], &form);
  OSSL_PARAM parameters[6];
  set_form(parameters, &form, bytes_of(env, values[3]), (Bytes){NULL, 0});
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
  EVP_SIGNATURE *algorithm = EVP_SIGNATURE_fetch(NULL, EVP_PKEY_get0_type_name(key), NULL);
  if (EVP_PKEY_verify_message_init(context, algorithm, parameters) <= 0) return fail(env, "verification");
  napi_value value = NULL;
  napi_get_boolean(env, EVP_PKEY_verify(context, signature.data, signature.length, message.data, message.length) == 1, &value);
  EVP_SIGNATURE_free(algorithm);
  EVP_PKEY_CTX_free(context);
  EVP_PKEY_free(key);
  return value;
}

/** hashIdentifier(name of a hash function): its OBJECT IDENTIFIER in DER. */
static napi_value hash_identifier(napi_env env, napi_callback_info info) {
  napi_value values[1];
  arguments(env, info, values, 1);
  EVP_MD *hash = EVP_MD_fetch(NULL, text_of(env, values[0]), NULL);
  unsigned char *der = NULL;
  const int length = hash == NULL ? 0 : i2d_ASN1_OBJECT(OBJ_nid2obj(EVP_MD_get_type(hash)), &der);
  return length > 0 ? buffer(env, der, (size_t)length) : fail(env, "hash function");
}

/** The key of a client's share, as a TLS server makes it. */
static EVP_PKEY *hybrid_peer(const char *group, Bytes share) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, group, NULL);
  EVP_PKEY *key = NULL;
  if (context == NULL || EVP_PKEY_paramgen_init(context) <= 0 || EVP_PKEY_paramgen(context, &key) <= 0) return NULL;
  return EVP_PKEY_set1_encoded_public_key(key, share.data, share.length) > 0 ? key : NULL;
}

static napi_value pair(napi_env env, napi_value first, napi_value second) {
  napi_value both = NULL;
  napi_create_array_with_length(env, 2, &both);
  napi_set_element(env, both, 0, first);
  napi_set_element(env, both, 1, second);
  return both;
}

/** hybridKey(group): the client's share, and the key that it keeps. */
static napi_value hybrid_generate(napi_env env, napi_callback_info info) {
  napi_value values[1];
  arguments(env, info, values, 1);
  EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, text_of(env, values[0]));
  unsigned char *share = NULL;
  const size_t length = key == NULL ? 0 : EVP_PKEY_get1_encoded_public_key(key, &share);
  if (length == 0) return fail(env, "hybrid key");
  napi_value kept = NULL;
  napi_create_external(env, key, NULL, NULL, &kept);
  return pair(env, buffer(env, share, length), kept);
}

/** hybridEncapsulate(group, client's share): the server's share and the secret. */
static napi_value hybrid_encapsulate(napi_env env, napi_callback_info info) {
  napi_value values[2];
  arguments(env, info, values, 2);
  EVP_PKEY *key = hybrid_peer(text_of(env, values[0]), bytes_of(env, values[1]));
  EVP_PKEY_CTX *context = key == NULL ? NULL : EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
  unsigned char share[4096];
  unsigned char secret[256];
  size_t share_length = sizeof share;
  size_t secret_length = sizeof secret;
  if (context == NULL || EVP_PKEY_encapsulate_init(context, NULL) <= 0 ||
      EVP_PKEY_encapsulate(context, share, &share_length, secret, &secret_length) <= 0)
    return fail(env, "hybrid encapsulation");
  return pair(env, buffer(env, share, share_length), buffer(env, secret, secret_length));
}

/** hybridDecapsulate(key that the client keeps, server's share): the secret. */
static napi_value hybrid_decapsulate(napi_env env, napi_callback_info info) {
  napi_value values[2];
  arguments(env, info, values, 2);
  EVP_PKEY *key = NULL;
  napi_get_value_external(env, values[0], (void **)&key);
  EVP_PKEY_CTX *context = key == NULL ? NULL : EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
  const Bytes share = bytes_of(env, values[1]);
  unsigned char secret[256];
  size_t length = sizeof secret;
  if (context == NULL || EVP_PKEY_decapsulate_init(context, NULL) <= 0 ||
      EVP_PKEY_decapsulate(context, secret, &length, share.data, share.length) <= 0)
    return fail(env, "hybrid decapsulation");
  return buffer(env, secret, length);
}

static void offer(napi_env env, napi_value exports, const char *name, napi_callback function) {
  napi_value value = NULL;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, function, NULL, &value);
  napi_set_named_property(env, exports, name, value);
}

NAPI_MODULE_INIT() {
  offer(env, exports, "issue", issue);
  offer(env, exports, "request", request);
  offer(env, exports, "verifyRequest", verify_request);
  offer(env, exports, "verifyChain", verify_chain);
  offer(env, exports, "signMessage", sign_message);
  offer(env, exports, "verifyMessage", verify_message);
  offer(env, exports, "hashIdentifier", hash_identifier);
  offer(env, exports, "hybridKey", hybrid_generate);
  offer(env, exports, "hybridEncapsulate", hybrid_encapsulate);
  offer(env, exports, "hybridDecapsulate", hybrid_decapsulate);
  return exports;
}
