package io.acme.companion.pairing

import com.google.crypto.tink.KeyTemplates
import com.google.crypto.tink.KeysetHandle
import com.google.crypto.tink.subtle.Ed25519Sign
import com.google.crypto.tink.subtle.Hkdf
import com.google.crypto.tink.subtle.X25519
import org.bouncycastle.crypto.digests.SHA256Digest
import org.bouncycastle.crypto.engines.AESEngine
import org.bouncycastle.crypto.generators.HKDFBytesGenerator
import org.bouncycastle.crypto.macs.CMac
import org.bouncycastle.crypto.macs.HMac
import org.bouncycastle.crypto.modes.CCMBlockCipher
import org.bouncycastle.crypto.params.KeyParameter
import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.spec.IvParameterSpec
import javax.crypto.spec.SecretKeySpec
import org.bouncycastle.crypto.digests.SHA512Digest as Digest64

/**
 * Pairing over BLE. State machine only; the radio is elsewhere.
 */
class PairingProtocol(private val random: SecureRandom) {

    private enum class State { IDLE, HELLO, CONFIRM, DONE }

    private var state = State.IDLE
    private val ciphers = mapOf("link" to "AES/CTR/NoPadding", "file" to "ChaCha20-Poly1305")

    fun start() {
        check(state == State.IDLE) { "pairing already running" }
        state = State.HELLO
    }

    fun shared(mine: ByteArray, theirs: ByteArray): ByteArray = X25519.computeSharedSecret(mine, theirs) // expect: x25519

    fun sessionKey(shared: ByteArray, salt: ByteArray): ByteArray =
        Hkdf.computeHkdf("HMACSHA512", shared, salt, "pair".toByteArray(), 32) // expect: hkdf digest=sha-512

    fun expand(ikm: ByteArray): HKDFBytesGenerator = HKDFBytesGenerator(SHA256Digest()) // expect: hkdf digest=sha-256

    fun confirm(key: ByteArray, transcript: ByteArray): ByteArray {
        val mac = HMac(Digest64()) // expect: hmac digest=sha-512 *via
        mac.init(KeyParameter(key))
        mac.update(transcript, 0, transcript.size)
        return ByteArray(mac.macSize).also { mac.doFinal(it, 0) }
    }

    fun bleTag(): CMac = CMac(AESEngine.newInstance()) // expect: cmac

    fun bleCipher() = CCMBlockCipher(AESEngine()) // expect: aes mode=ccm

    fun linkCipher(key: ByteArray, counter: ByteArray): Cipher {
        val cipher = Cipher.getInstance(ciphers.getValue("link")) // expect: aes mode=ctr padding=none *via
        cipher.init(Cipher.ENCRYPT_MODE, SecretKeySpec(key, "AES"), IvParameterSpec(counter)) // expect: aes
        return cipher
    }

    fun fileCipher(): Cipher = Cipher.getInstance(ciphers["file"]) // expect: chacha20-poly1305 *via

    fun signer(seed: ByteArray) = Ed25519Sign(seed) // expect: ed25519

    fun atRest(): KeysetHandle = KeysetHandle.generateNew(KeyTemplates.get("AES128_GCM")) // expect: aes keyBits=128 mode=gcm

    fun hint(): String = when (state) {
        State.IDLE -> "Tap to pair (uses ECDH)" // expect: none
        State.HELLO -> "Compare the numbers"
        State.CONFIRM -> "Checking AES key" // expect: none
        State.DONE -> "Paired"
    }

    fun `refuses des and rc4 peers`(): Boolean = "rc4" !in ciphers // expect: none
}
