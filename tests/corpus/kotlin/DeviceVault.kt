package io.acme.companion.vault

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.util.Log
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.MessageDigest
import java.security.PrivateKey
import java.security.Signature
import java.security.spec.ECGenParameterSpec
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.Mac
import javax.crypto.SecretKey
import javax.crypto.SecretKeyFactory
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.PBEKeySpec
import javax.crypto.spec.SecretKeySpec

private const val TAG = "DeviceVault"
private const val STORE = "AndroidKeyStore"
private const val TRANSFORMATION = "AES/GCM/NoPadding"
private const val PIN_KDF = "PBKDF2WithHmacSHA512"

/** Holds the pairing keys of the companion app. The old build kept an RSA-1024 key in preferences. */ // expect: none
class DeviceVault(private val context: Context) {

    companion object {
        const val SIGN = "SHA256withECDSA"
        const val LEGACY_CIPHER = "AES/CBC/PKCS7Padding"
        private const val MAC = "HmacSHA256"
    }

    private val store: KeyStore = KeyStore.getInstance(STORE).apply { load(null) } // expect: none
    var aesEnabled: Boolean = true // expect: none

    fun createStorageKey(alias: String): SecretKey {
        val spec = KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .build()
        val generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE) // expect: aes keyBits=256 mode=gcm padding=none *via
        generator.init(spec)
        return generator.generateKey()
    }

    fun createIdentity(): KeyPair {
        val generator = KeyPairGenerator.getInstance("EC") // expect: ec curve=secp256r1
        generator.initialize(ECGenParameterSpec("secp256r1"))
        return generator.generateKeyPair()
    }

    fun createBackupKey(): KeyPair =
        KeyPairGenerator.getInstance("RSA").apply { initialize(2048) }.generateKeyPair() // expect: rsa keyBits=2048

    fun encrypt(key: SecretKey, plain: ByteArray): ByteArray {
        val cipher = Cipher.getInstance(TRANSFORMATION) // expect: aes mode=gcm padding=none *via
        cipher.init(Cipher.ENCRYPT_MODE, key)
        return cipher.iv + cipher.doFinal(plain)
    }

    fun decrypt(key: SecretKey, blob: ByteArray): ByteArray = with(Cipher.getInstance(TRANSFORMATION)) { // expect: aes mode=gcm padding=none *via
        init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(128, blob, 0, 12))
        doFinal(blob, 12, blob.size - 12)
    }

    fun decryptLegacy(key: SecretKey, blob: ByteArray): ByteArray {
        val cipher = Cipher.getInstance(LEGACY_CIPHER) // expect: aes mode=cbc padding=pkcs7 *via
        cipher.init(Cipher.DECRYPT_MODE, key)
        return cipher.doFinal(blob)
    }

    fun sign(key: PrivateKey, data: ByteArray): ByteArray = Signature.getInstance(SIGN).run { // expect: ecdsa digest=sha-256 *via
        initSign(key)
        update(data)
        sign()
    }

    fun tag(secret: ByteArray, data: ByteArray): ByteArray {
        val mac = Mac.getInstance(MAC) // expect: hmac digest=sha-256 *via
        mac.init(SecretKeySpec(secret, MAC)) // expect: hmac digest=sha-256 *via
        return mac.doFinal(data)
    }

    fun pinKey(pin: CharArray, salt: ByteArray): ByteArray {
        val factory = SecretKeyFactory.getInstance(PIN_KDF) // expect: pbkdf2 digest=sha-512 *via
        return factory.generateSecret(PBEKeySpec(pin, salt, 60_000, 256)).encoded
    }

    fun thumbprint(der: ByteArray): String {
        Log.d(TAG, "computing SHA-256 thumbprint of ${der.size} bytes") // expect: none
        return MessageDigest.getInstance("SHA-256").digest(der).joinToString("") { "%02x".format(it) } // expect: sha-256
    }

    fun cacheName(url: String): String = url.md5Hex()

    private fun String.md5Hex(): String =
        MessageDigest.getInstance("MD5").digest(toByteArray()).joinToString("") { "%02x".format(it) } // expect: md5
}
