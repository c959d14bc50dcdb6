package io.acme.coap;

import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKeyManager;
import com.google.crypto.tink.subtle.Hkdf;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Keys of the CoAP endpoint: OSCORE contexts, EDHOC trial, keysets at rest. */
final class CoapKeys {

  static final int OSCORE_BITS = 128;

  enum HashKind {
    SHORT("SHA-512/256"),
    LONG("SHA3-512");

    final String algorithm;

    HashKind(String algorithm) {
      this.algorithm = algorithm;
    }
  }

  private static final Map<HashKind, Integer> USES = new EnumMap<>(HashKind.class);
  private static final Provider BC = new BouncyCastleProvider();

  static {
    Security.addProvider(BC);
  }

  private CoapKeys() {}

  static KeyPair edhoc() throws GeneralSecurityException {
    KeyPairGenerator g = KeyPairGenerator.getInstance("X25519"); // expect: x25519
    return g.generateKeyPair();
  }

  static KeyPair edhoc448() throws GeneralSecurityException {
    KeyPairGenerator g = KeyPairGenerator.getInstance("XDH"); // expect: x448 *via
    g.initialize(NamedParameterSpec.X448);
    return g.generateKeyPair();
  }

  static KeyPair trial() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("ML-KEM-768").generateKeyPair(); // expect: ml-kem-768
  }

  static KEM kem() throws NoSuchAlgorithmException {
    return KEM.getInstance("ML-KEM"); // expect: ml-kem
  }

  static KeyPair stateful() throws GeneralSecurityException {
    var g = KeyPairGenerator.getInstance("SLH-DSA-SHA2-128S", BC); // expect: slh-dsa-sha2-128s
    return g.generateKeyPair();
  }

  static KeyPair server() throws GeneralSecurityException {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA", BC); // expect: rsa keyBits=3072
    g.initialize(new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4));
    return g.generateKeyPair();
  }

  static byte[] oscoreKey() throws GeneralSecurityException {
    KeyGenerator g = KeyGenerator.getInstance("AES"); // expect: aes keyBits=128 *via
    g.init(OSCORE_BITS);
    return g.generateKey().getEncoded();
  }

  static Cipher oscore() throws GeneralSecurityException {
    return Cipher.getInstance("AES/CCM/NoPadding", BC); // expect: aes mode=ccm padding=none
  }

  static Mac cmac() throws GeneralSecurityException {
    return Mac.getInstance("AESCMAC", BC); // expect: cmac
  }

  static byte[] digest(HashKind kind, byte[] in) throws GeneralSecurityException {
    USES.merge(kind, 1, Integer::sum);
    return kind == HashKind.SHORT ? shortDigest(in) : longDigest(in);
  }

  private static byte[] shortDigest(byte[] in) throws GeneralSecurityException {
    return MessageDigest.getInstance(HashKind.SHORT.algorithm).digest(in); // expect: sha-512/256 *via
  }

  private static byte[] longDigest(byte[] in) throws GeneralSecurityException {
    return MessageDigest.getInstance(HashKind.LONG.algorithm).digest(in); // expect: sha3-512 *via
  }

  static byte[] etag(byte[] body) {
    return digestOrDie("MD5", body);
  }

  private static byte[] digestOrDie(String name, byte[] body) {
    try {
      return MessageDigest.getInstance(name).digest(body); // expect: md5 *via
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(name + " missing", e);
    }
  }

  static byte[] derive(byte[] ikm, byte[] salt, byte[] info) throws GeneralSecurityException {
    return Hkdf.computeHkdf("HMACSHA256", ikm, salt, info, 16); // expect: hkdf digest=sha-256
  }

  static KeysetHandle atRest() throws GeneralSecurityException {
    return KeysetHandle.generateNew(AesGcmKeyManager.aes256GcmTemplate()); // expect: aes keyBits=256 mode=gcm
  }

  static KeysetHandle signing() throws GeneralSecurityException {
    return KeysetHandle.generateNew(KeyTemplates.get("ECDSA_P256")); // expect: ecdsa curve=secp256r1 digest=sha-256
  }

  static Signature pss() throws GeneralSecurityException {
    return Signature.getInstance("SHA256withRSAandMGF1"); // expect: rsassa-pss digest=sha-256
  }

  static Supplier<String> label(int bits) {
    return () -> "AES-" + bits; // expect: none
  }

  static void testRejectsSha1Signatures() { // expect: none
    if (USES.containsKey(HashKind.SHORT)) {
      throw new AssertionError("SHA1withDSA accepted"); // expect: none
    }
  }
}
