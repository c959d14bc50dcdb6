// SPDX-License-Identifier: Apache-2.0
package camera

import com.google.crypto.tink.subtle.X25519
import javax.crypto.Cipher
import javax.crypto.Mac
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec

/** Opens a clip that the camera sealed. */
class ClipReader(private val ownerPrivate: ByteArray) {
    fun open(sealed: ByteArray, iv: ByteArray, cameraPublic: ByteArray): ByteArray {
        val shared = X25519.computeSharedSecret(ownerPrivate, cameraPublic)
        val key = Mac.getInstance("HmacSHA256").run {
            init(SecretKeySpec(ByteArray(32), "HmacSHA256"))
            doFinal(shared)
        }
        return Cipher.getInstance("AES/GCM/NoPadding").run {
            init(Cipher.DECRYPT_MODE, SecretKeySpec(key, "AES"), GCMParameterSpec(128, iv))
            doFinal(sealed)
        }
    }
}
