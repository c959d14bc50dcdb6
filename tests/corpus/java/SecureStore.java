package io.acme.fleet.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.KeySpec;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;

/** Column and file encryption of the fleet database. */
public class SecureStore {

  static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final String ALG = "AES";
  private static final String MODE = "CBC";
  private static final String PAD = "PKCS5Padding";
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;

  /** How a column is shown in the admin screen. */
  enum Display { PLAIN, MASKED, SHA, AES_ICON } // expect: none

  private final SecretKey dataKey;

  public SecureStore(SecretKey dataKey) {
    this.dataKey = dataKey;
  }

  public static SecretKey newDataKey() throws GeneralSecurityException {
    KeyGenerator generator = KeyGenerator.getInstance(ALG); // expect: aes keyBits=256 *via
    generator.init(KEY_BITS);
    return generator.generateKey();
  }

  public byte[] encrypt(byte[] plain, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION); // expect: aes mode=gcm padding=none *via
    cipher.init(Cipher.ENCRYPT_MODE, dataKey, new GCMParameterSpec(TAG_BITS, nonce));
    return ByteBuffer.allocate(nonce.length + plain.length + 16).put(nonce).put(cipher.doFinal(plain)).array();
  }

  public byte[] decryptOld(byte[] blob, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALG + "/" + MODE + "/" + PAD); // expect: aes mode=cbc padding=pkcs5 *via
    cipher.init(Cipher.DECRYPT_MODE, dataKey, new IvParameterSpec(iv));
    return cipher.doFinal(blob);
  }

  public byte[] decryptVintage(Key key, byte[] blob) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("DESede/ECB/PKCS5Padding"); // expect: 3des mode=ecb padding=pkcs5
    cipher.init(Cipher.DECRYPT_MODE, key);
    return cipher.doFinal(blob);
  }

  public byte[] wrap(Key kek) throws GeneralSecurityException {
    Cipher wrapper = Cipher.getInstance("AESWrap"); // expect: aes mode=kw
    wrapper.init(Cipher.WRAP_MODE, kek);
    return wrapper.wrap(dataKey);
  }

  public byte[] wrapForHsm(Key publicKey) throws GeneralSecurityException {
    Cipher wrapper = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); // expect: rsaes-oaep digest=sha-256
    wrapper.init(Cipher.WRAP_MODE, publicKey);
    return wrapper.wrap(dataKey);
  }

  public byte[] wrapForOldHsm(Key publicKey) throws GeneralSecurityException {
    Cipher wrapper = Cipher.getInstance("RSA/ECB/PKCS1Padding"); // expect: rsaes-pkcs1
    wrapper.init(Cipher.WRAP_MODE, publicKey);
    return wrapper.wrap(dataKey);
  }

  public byte[] stream(Key key, byte[] data, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = cipherFor("ChaCha20-Poly1305");
    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
    return cipher.doFinal(data);
  }

  private static Cipher cipherFor(String transformation) throws GeneralSecurityException {
    return Cipher.getInstance(transformation); // expect: chacha20-poly1305 *via
  }

  public static byte[] passwordKey(char[] password, byte[] salt) throws GeneralSecurityException {
    KeySpec spec = new PBEKeySpec(password, salt, 120_000, 256);
    SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256"); // expect: pbkdf2 digest=sha-256
    return factory.generateSecret(spec).getEncoded();
  }

  public static byte[] tellerKey(char[] password, byte[] salt) throws GeneralSecurityException {
    final String name = "PBKDF2With" + "HmacSHA1";
    return SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(password, salt, 4096, 160)).getEncoded(); // expect: pbkdf2 digest=sha-1 *via
  }

  public Cipher keystream(Key key, byte[] counter) throws GeneralSecurityException {
    Cipher c = Cipher.getInstance("AES/CTR/NoPadding"); // expect: aes mode=ctr padding=none
    c.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
    return c;
  }

  /* // Cipher.getInstance("DES") was the first version of this store. */ // expect: none
  @Override
  public String toString() {
    return "SecureStore[AES/GCM, " + KEY_BITS + "]"; // expect: none
  }

  String tooltip(Display display) {
    switch (display) {
      case SHA:
        return "Shows the SHA-256 of the value"; // expect: none
      case AES_ICON:
        return "Encrypted";
      default:
        return "";
    }
  }
}
