package io.acme.gateway.auth

import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import io.jsonwebtoken.Jwts
import io.jsonwebtoken.SignatureAlgorithm
import okhttp3.ConnectionSpec
import okhttp3.OkHttpClient
import okhttp3.TlsVersion
import java.security.Key
import java.security.PublicKey
import java.security.Signature
import java.security.interfaces.RSAPrivateKey
import java.security.interfaces.RSAPublicKey
import java.time.Instant
import java.util.Date
import javax.crypto.Cipher
import javax.crypto.KeyAgreement
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLSocket

/** What the UI calls a signature: the drawn one. */
data class DrawnSignature(val points: List<Pair<Float, Float>>) // expect: none

enum class TokenKind(val algorithm: SignatureAlgorithm) {
    USER(SignatureAlgorithm.HS384),
    SERVICE(SignatureAlgorithm.ES256),
}

sealed interface Outcome {
    data class Ok(val token: String) : Outcome
    data class Denied(val reason: String) : Outcome
}

class GatewayTokens(private val secret: String) {

    private val issuer = "gateway"

    fun device(id: String): String =
        JWT.create().withIssuer(issuer).withSubject(id).sign(Algorithm.HMAC512(secret)) // expect: hmac digest=sha-512

    fun partner(id: String, pub: RSAPublicKey, key: RSAPrivateKey): String {
        val builder = JWT.create().withIssuer(issuer).withSubject(id)
        return builder.sign(Algorithm.RSA256(pub, key)) // expect: rsassa-pkcs1 digest=sha-256
    }

    fun user(id: String, key: Key): Outcome {
        if (id.isBlank()) return Outcome.Denied("RS256 token needs a subject") // expect: none
        val builder = Jwts.builder().setSubject(id).setIssuedAt(Date.from(Instant.now()))
        return Outcome.Ok(builder.signWith(key, TokenKind.USER.algorithm).compact()) // expect: hmac digest=sha-384 *via
    }

    fun admin(id: String, key: Key): String =
        Jwts.builder().setSubject(id).signWith(key, SignatureAlgorithm.PS512).compact() // expect: rsassa-pss digest=sha-512

    fun verifyBundle(key: PublicKey, data: ByteArray, sig: ByteArray): Boolean {
        val name = "SHA512with" + "RSA"
        val v = Signature.getInstance(name) // expect: rsassa-pkcs1 digest=sha-512 *via
        v.initVerify(key)
        v.update(data)
        return v.verify(sig)
    }

    fun verifyEd(key: PublicKey, data: ByteArray, sig: ByteArray): Boolean =
        verifyWith("Ed25519", key, data, sig)

    private fun verifyWith(algorithm: String, key: PublicKey, data: ByteArray, sig: ByteArray): Boolean =
        Signature.getInstance(algorithm).apply { initVerify(key); update(data) }.verify(sig) // expect: ed25519 *via

    fun wrapSecret(key: PublicKey, raw: ByteArray): ByteArray {
        val cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding") // expect: rsaes-oaep digest=sha-256
        cipher.init(Cipher.ENCRYPT_MODE, key)
        return cipher.doFinal(raw)
    }

    fun agreement(): KeyAgreement = KeyAgreement.getInstance("X25519") // expect: x25519
}

object Sockets {
    private const val MODERN = "TLSv1.3"

    fun context(): SSLContext = SSLContext.getInstance(MODERN).also { it.init(null, null, null) } // expect: tls version=1.3 *via

    fun restrict(socket: SSLSocket) {
        socket.enabledProtocols = arrayOf("TLSv1.2") // expect: tls version=1.2
    }

    fun metric(): String = "sockets.tls.handshake" // expect: none
}
