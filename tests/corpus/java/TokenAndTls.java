package io.acme.gateway.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Tokens and sockets of the gateway. */
public class TokenAndTls {

  private static final String PROTOCOL = "TLSv1.3";
  private static final String[] OLD_PROTOCOLS = {"TLSv1.1"};
  private static final SignatureAlgorithm USER_ALG = SignatureAlgorithm.HS512;

  /** Signature block of the e-mail footer. */
  static final class Signature { // expect: none
    final String text;

    Signature(String text) {
      this.text = text;
    }
  }

  private final String secret;

  public TokenAndTls(String secret) {
    this.secret = secret;
  }

  // ---- tokens ---------------------------------------------------------------

  public String deviceToken(String device) {
    return JWT.create().withSubject(device).sign(Algorithm.HMAC256(secret)); // expect: hmac digest=sha-256
  }

  public String serviceToken(String service, ECPublicKey pub, ECPrivateKey key) {
    return JWT.create().withSubject(service).sign(Algorithm.ECDSA256(pub, key)); // expect: ecdsa curve=secp256r1 digest=sha-256
  }

  public String userToken(String user, Key key) {
    var builder = Jwts.builder().setSubject(user);
    return builder.signWith(key, USER_ALG) // expect: hmac digest=sha-512 *via
        .compact();
  }

  public String adminToken(String user, Key key) {
    return Jwts.builder().setSubject(user).signWith(key, SignatureAlgorithm.RS384).compact(); // expect: rsassa-pkcs1 digest=sha-384
  }

  public JWSHeader partnerHeader() {
    return new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("partner").build(); // expect: rsassa-pss digest=sha-256
  }

  public JWEHeader reportHeader() {
    return new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM); // expect: rsaes-oaep digest=sha-256, aes keyBits=128 mode=gcm
  }

  // ---- sockets --------------------------------------------------------------

  public SSLContext context() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS"); // expect: tls
    context.init(null, null, null);
    return context;
  }

  public SSLContext strictContext() throws GeneralSecurityException {
    return SSLContext.getInstance(PROTOCOL); // expect: tls version=1.3 *via
  }

  public void restrict(SSLSocket socket) {
    socket.setEnabledProtocols(new String[] {"TLSv1.2"}); // expect: tls version=1.2
    socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"}); // expect: tls
  }

  public void restrictOld(SSLServerSocket socket) {
    socket.setEnabledProtocols(OLD_PROTOCOLS); // expect: tls version=1.1 *via
  }

  public SSLEngine dtlsEngine() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("DTLSv1.2"); // expect: dtls version=1.2
    context.init(null, null, null);
    return context.createSSLEngine();
  }

  // ---- misc -----------------------------------------------------------------

  public List<String> help() {
    return List.of(
        "--alg HS256   chosen by the server, shown for information", // expect: none
        "--tls 1.2     same"); // expect: none
  }

  public String metricName(String protocol) {
    return "gateway.tls." + protocol.toLowerCase(java.util.Locale.ROOT).replace('.', '_'); // expect: none
  }

  public void close(SSLSocket socket) throws IOException {
    socket.close();
  }

  public Signature footer() {
    return new Signature("Sent by the gateway"); // expect: none
  }
}
