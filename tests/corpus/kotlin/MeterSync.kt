package io.acme.meter.sync

import java.io.File
import java.security.MessageDigest
import java.security.spec.AlgorithmParameterSpec
import javax.crypto.Cipher
import javax.crypto.Mac
import javax.crypto.spec.IvParameterSpec
import javax.crypto.spec.SecretKeySpec
import javax.crypto.Mac as Tagger

typealias Key = ByteArray // expect: none

enum class Sum(val jca: String) { SHORT("SHA-1"), LONG("SHA-512") }

sealed class Mode(val transformation: String) {
    object Old : Mode("DESede/CBC/PKCS5Padding")
    object New : Mode("AES/CBC/PKCS5Padding")
}

interface Codec {
    fun encode(text: String): ByteArray = text.toByteArray()
    fun hash(text: String): Int = text.hashCode() // expect: none
}

class MeterSync(private val dir: File) : Codec {

    private val digest by lazy { MessageDigest.getInstance("SHA-384") } // expect: sha-384

    fun shortSum(data: ByteArray): ByteArray = MessageDigest.getInstance(Sum.SHORT.jca).digest(data) // expect: sha-1 *via

    fun longSum(data: ByteArray): ByteArray = MessageDigest.getInstance(Sum.LONG.jca).digest(data) // expect: sha-512 *via

    fun tag(key: Key, data: ByteArray): ByteArray {
        val mac = Tagger.getInstance("HmacSHA1") // expect: hmac digest=sha-1 *via
        mac.init(SecretKeySpec(key, mac.algorithm))
        return mac.doFinal(data)
    }

    fun readOld(key: Key, iv: ByteArray, data: ByteArray): ByteArray =
        Cipher.getInstance(Mode.Old.transformation).let { // expect: 3des mode=cbc padding=pkcs5 *via
            it.init(Cipher.DECRYPT_MODE, SecretKeySpec(key, "DESede"), IvParameterSpec(iv) as AlgorithmParameterSpec) // expect: 3des
            it.doFinal(data)
        }

    fun readNew(key: Key, iv: ByteArray, data: ByteArray): ByteArray {
        val name = Mode.New.transformation
        return Cipher.getInstance(name).run { // expect: aes mode=cbc padding=pkcs5 *via
            init(Cipher.DECRYPT_MODE, SecretKeySpec(key, "AES"), IvParameterSpec(iv)) // expect: aes
            doFinal(data)
        }
    }

    fun sync(): List<String> = dir.listFiles().orEmpty().map { it.name }.filter { it.endsWith(".sha256") } // expect: none

    fun stale(name: String, days: Int): Boolean {
        val file = File(dir, name)
        return file.exists() && file.lastModified() < System.currentTimeMillis() - days * 86_400_000L
    }

    override fun toString(): String = "sync($dir, SHA-384 ${digest.digestLength * 8})" // expect: none
}
