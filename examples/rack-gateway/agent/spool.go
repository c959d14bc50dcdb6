// SPDX-License-Identifier: Apache-2.0

package agent

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/mlkem"
	"crypto/rand"
	"crypto/sha256"
)

// Seal encrypts a batch for the day when the line is back: AES-256-GCM under a key that ML-KEM-768 carries to the plant.
func Seal(plant *mlkem.EncapsulationKey768, batch []byte) (ciphertext, sealed []byte, err error) {
	shared, ciphertext := plant.Encapsulate()
	key, err := hkdf.Key(sha256.New, shared, nil, "rack spool", 32)
	if err != nil {
		return nil, nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, nil, err
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, nil, err
	}
	nonce := make([]byte, aead.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, nil, err
	}
	return ciphertext, aead.Seal(nonce, nonce, batch, nil), nil
}
