package io.acme.factory.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pqc.crypto.lms.LMSSigner;

/** Issues factory certificates and the records that go with them. Uses the light-weight API where it can. */
public class BcCertificateIssuer {

  private static final String CERT_SIG = "SHA512WITHRSA";
  private static final Duration LIFETIME = Duration.ofDays(3650);

  private final SecureRandom random;
  private final X500Name issuer = new X500Name("CN=Acme Factory RSA CA"); // expect: none

  public BcCertificateIssuer(SecureRandom random) {
    this.random = random;
  }

  public X509CertificateHolder issue(String subject, KeyPair pair, PrivateKey ca)
      throws OperatorCreationException {
    ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(ca); // expect: ecdsa digest=sha-256
    return builder(subject, pair).build(signer);
  }

  public X509CertificateHolder issueOld(String subject, KeyPair pair, PrivateKey ca)
      throws OperatorCreationException {
    return builder(subject, pair).build(new JcaContentSignerBuilder(CERT_SIG).setProvider("BC").build(ca)); // expect: rsassa-pkcs1 digest=sha-512 *via
  }

  private X509v3CertificateBuilder builder(String subject, KeyPair pair) {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(now.toEpochMilli()),
        Date.from(now),
        Date.from(now.plus(LIFETIME)),
        new X500Name("CN=" + subject),
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
  }

  public AsymmetricCipherKeyPair newSigner() {
    Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator(); // expect: ed25519
    generator.init(new Ed25519KeyGenerationParameters(random));
    return generator.generateKeyPair();
  }

  public boolean verifyBootloader(byte[] image, byte[] signature, org.bouncycastle.crypto.CipherParameters key) {
    LMSSigner lms = new LMSSigner(); // expect: lms
    lms.init(false, key);
    return lms.verifySignature(image, signature);
  }

  public byte[] sealRecord(byte[] key, byte[] nonce, byte[] record) throws Exception {
    var gcm = GCMBlockCipher.newInstance(AESEngine.newInstance()); // expect: aes mode=gcm
    gcm.init(true, new AEADParameters(new KeyParameter(key), 128, nonce));
    byte[] out = new byte[gcm.getOutputSize(record.length)];
    int n = gcm.processBytes(record, 0, record.length, out, 0);
    gcm.doFinal(out, n);
    return out;
  }

  public CCMBlockCipher radioCipher() {
    AESEngine engine = new AESEngine();
    return new CCMBlockCipher(engine); // expect: aes mode=ccm *via
  }

  public byte[] recordTag(byte[] key, byte[] record) {
    HMac mac = new HMac(new SHA256Digest()); // expect: hmac digest=sha-256
    mac.init(new KeyParameter(key));
    mac.update(record, 0, record.length);
    byte[] out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return out;
  }

  public CMac radioTag() {
    return new CMac(AESEngine.newInstance()); // expect: cmac
  }

  public byte[] expand(byte[] secret, byte[] salt) {
    SHA512Digest digest = new SHA512Digest();
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(digest); // expect: hkdf digest=sha-512 *via
    hkdf.init(new HKDFParameters(secret, salt, null));
    byte[] out = new byte[32];
    hkdf.generateBytes(out, 0, out.length);
    return out;
  }

  public byte[] recordId(byte[] record) {
    SHA3Digest digest = new SHA3Digest(256); // expect: sha3-256
    digest.update(record, 0, record.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  public byte[] shortId(byte[] record) {
    Blake2bDigest digest = new Blake2bDigest(160); // expect: blake2b
    digest.update(record, 0, record.length);
    byte[] out = new byte[20];
    digest.doFinal(out, 0);
    return out;
  }

  public byte[] labelId(byte[] record) throws IOException {
    MD5Digest md = new MD5Digest(); // expect: md5
    md.update(record, 0, record.length);
    byte[] out = new byte[16];
    md.doFinal(out, 0);
    return out;
  }

  public byte[] operatorKey(byte[] password, byte[] salt) {
    return SCrypt.generate(password, salt, 1 << 15, 8, 1, 32); // expect: scrypt
  }

  public Argon2BytesGenerator supervisorKey() {
    return new Argon2BytesGenerator(); // expect: argon2
  }

  public Ed25519Signer verifier() {
    return new Ed25519Signer(); // expect: ed25519
  }

  public String describe() {
    return issuer + " signs with " + CERT_SIG;
  }
}
