package io.acme.fleet.identity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates and checks device identities.
 *
 * <p>Devices before 2018 carry RSA-1024 keys and SHA-1 signatures; they are refused by the gateway. // expect: none
 */
public final class DeviceIdentityService {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceIdentityService.class);

  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE_ALG = "SHA256withECDSA";
  private static final String HMAC = "Hmac" + "SHA512";
  private static final int LEGACY_BITS = 2048;

  enum Scheme {
    MODERN("SHA384withECDSA"),
    LEGACY("SHA1withRSA");

    private final String jcaName;

    Scheme(String jcaName) {
      this.jcaName = jcaName;
    }

    String jcaName() {
      return jcaName;
    }
  }

  private final Map<String, X509Certificate> cache = new ConcurrentHashMap<>();
  private final boolean sha256Only; // expect: none

  public DeviceIdentityService(boolean sha256Only) {
    this.sha256Only = sha256Only;
  }

  public KeyPair newIdentity() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC"); // expect: ec curve=secp256r1 *via
    generator.initialize(new ECGenParameterSpec(CURVE));
    return generator.generateKeyPair();
  }

  public KeyPair newLegacyIdentity() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA"); // expect: rsa keyBits=2048 *via
    generator.initialize(LEGACY_BITS);
    return generator.generateKeyPair();
  }

  public KeyPair newGatewayIdentity() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair(); // expect: ed25519
  }

  public byte[] sign(PrivateKey key, byte[] payload) throws GeneralSecurityException {
    Signature signer = Signature.getInstance(SIGNATURE_ALG); // expect: ecdsa digest=sha-256 *via
    signer.initSign(key);
    signer.update(payload);
    return signer.sign();
  }

  public boolean verifyModern(PublicKey key, byte[] payload, byte[] signature) throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(Scheme.MODERN.jcaName()); // expect: ecdsa digest=sha-384 *via
    verifier.initVerify(key);
    verifier.update(payload);
    return verifier.verify(signature);
  }

  public boolean verifyFirmware(PublicKey key, byte[] image, byte[] signature) throws GeneralSecurityException {
    var verifier = Signature.getInstance("SHA256withRSA"); // expect: rsassa-pkcs1 digest=sha-256
    verifier.initVerify(key);
    verifier.update(image);
    return verifier.verify(signature);
  }

  public boolean verifyBoot(PublicKey key, byte[] image, byte[] signature) throws GeneralSecurityException {
    Signature v = Signature.getInstance("ML-DSA-65"); // expect: ml-dsa-65
    v.initVerify(key);
    v.update(image);
    return v.verify(signature);
  }

  public byte[] challenge(byte[] secret, String nonce) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC); // expect: hmac digest=sha-512 *via
    mac.init(new SecretKeySpec(secret, HMAC)); // expect: hmac digest=sha-512 *via
    return mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8));
  }

  public SecretKey agree(PrivateKey ours, PublicKey theirs) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH"); // expect: ecdh
    agreement.init(ours);
    agreement.doPhase(theirs, true);
    byte[] z = digest(agreement.generateSecret());
    return new SecretKeySpec(z, 0, 16, "AES"); // expect: aes keyBits=128
  }

  private static byte[] digest(byte[] in) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(in); // expect: sha-256
  }

  public String thumbprint(X509Certificate certificate) throws GeneralSecurityException {
    String name = sha256Only ? "SHA-256" : "SHA-1";
    LOG.info("thumbprint with {} for {}", name, certificate.getSerialNumber());
    return HexFormat.of().formatHex(digest(certificate.getEncoded()));
  }

  public X509Certificate load(String id, byte[] der) throws GeneralSecurityException {
    X509Certificate known = cache.get(id);
    if (known != null) {
      return known;
    }
    CertificateFactory factory = CertificateFactory.getInstance("X.509"); // expect: none
    X509Certificate certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    cache.put(id, certificate);
    LOG.debug("device {} uses AES/GCM link and ECDSA identity", id); // expect: none
    return certificate;
  }

  public byte[] nonce() {
    byte[] out = new byte[16];
    new SecureRandom().nextBytes(out); // expect: csprng
    return out;
  }
}
