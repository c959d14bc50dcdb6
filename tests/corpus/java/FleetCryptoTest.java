package io.acme.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESedeKeySpec;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FleetCryptoTest {

  interface Algorithms {
    String DIGEST = "SHA-512";
    String LINK = "AES/CFB8/NoPadding";
    String SIGN = "Ed25519";
  }

  record Vector(String sha, int length) {} // expect: none

  private final SecureRandom random = new SecureRandom();

  @Test
  @DisplayName("AES/GCM blobs of version 1 are refused") // expect: none
  void refusesVersionOne() {
    assertThrows(IllegalArgumentException.class, () -> Blob.parse("v1:aes-gcm:00")); // expect: none
  }

  @Test
  void digestLength() throws Exception {
    MessageDigest digest = MessageDigest.getInstance(Algorithms.DIGEST); // expect: sha-512 *via
    assertEquals(64, digest.getDigestLength());
  }

  @Test
  void pageDigest() throws Exception {
    byte[] sum = MessageDigest.getInstance("MD5").digest(new byte[4096]); // expect: md5
    assertEquals(16, sum.length);
  }

  @Test
  void linkCipher() throws Exception {
    Cipher cipher = Cipher.getInstance(Algorithms.LINK); // expect: aes mode=cfb8 padding=none *via
    assertEquals(16, cipher.getBlockSize());
  }

  @Test
  void museumCipher() throws Exception {
    Cipher cipher = Cipher.getInstance("RC4"); // expect: rc4
    assertEquals(0, cipher.getBlockSize());
  }

  @Test
  void museumKey() throws Exception {
    SecretKeyFactory factory = SecretKeyFactory.getInstance("DESede"); // expect: 3des
    factory.generateSecret(new DESedeKeySpec(new byte[24]));
  }

  @Test
  void signer() throws Exception {
    Signature signature = Signature.getInstance(Algorithms.SIGN); // expect: ed25519 *via
    assertEquals("Ed25519", signature.getAlgorithm()); // expect: none
  }

  @Test
  void keyFactories() throws Exception {
    KeyFactory rsa = KeyFactory.getInstance("RSA"); // expect: rsa
    assertThrows(Exception.class, () -> rsa.generatePublic(new X509EncodedKeySpec(new byte[0])));
  }

  @Test
  void oldAgreement() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DH"); // expect: ffdh keyBits=2048
    generator.initialize(2048, random);
    KeyAgreement agreement = KeyAgreement.getInstance("DiffieHellman"); // expect: ffdh
    agreement.init(generator.generateKeyPair().getPrivate());
  }

  @Test
  void tagKey() throws Exception {
    KeyGenerator generator = KeyGenerator.getInstance("HmacSHA384"); // expect: hmac digest=sha-384
    assertEquals("HmacSHA384", generator.generateKey().getAlgorithm()); // expect: none
  }

  @Test
  void lightWeight() {
    ECDSASigner signer = new ECDSASigner(); // expect: ecdsa
    X25519Agreement agreement = new X25519Agreement(); // expect: x25519
    assertEquals(32, agreement.getAgreementSize());
    PKCS5S2ParametersGenerator pin = new PKCS5S2ParametersGenerator(new SHA1Digest()); // expect: pbkdf2 digest=sha-1
    pin.init(new byte[4], new byte[8], 1000);
    assertEquals(null, signer.getOrder());
  }

  @Test
  void dispatch() {
    Stream.of("sha256", "aes", "rsa").forEach(name -> assertEquals(name, Labels.of(name).id())); // expect: none
  }

  private static Mac mac(Alg alg) throws NoSuchAlgorithmException {
    return Mac.getInstance(alg.id); // expect: hmac digest=sha-224 *via
  }

  private enum Alg {
    HMAC_SHA224("HmacSHA224");

    final String id;

    Alg(String id) {
      this.id = id;
    }
  }

  @Test
  void shortTag() throws Exception {
    Mac mac = mac(Alg.HMAC_SHA224);
    assertEquals(28, mac.getMacLength());
  }
}
