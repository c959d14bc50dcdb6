// SPDX-License-Identifier: Apache-2.0

package join

import (
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"io"
)

// SignImage signs an image for the loader of the probe: ECDSA on P-256, r and s of 32 bytes each.
func SignImage(key *ecdsa.PrivateKey, image io.Reader) ([]byte, error) {
	hash := sha256.New()
	if _, err := io.Copy(hash, image); err != nil {
		return nil, err
	}
	r, s, err := ecdsa.Sign(rand.Reader, key, hash.Sum(nil))
	if err != nil {
		return nil, err
	}
	signature := make([]byte, 64)
	r.FillBytes(signature[:32])
	s.FillBytes(signature[32:])
	return signature, nil
}
