// SPDX-License-Identifier: Apache-2.0

// Package join derives the session keys of LoRaWAN 1.0.4 and signs images.
package join

import (
	"crypto/aes"

	"github.com/jacobsa/crypto/cmac"
)

// SessionKeys are NwkSKey and AppSKey of §6.2.5: one AES block each under the device's root key.
func SessionKeys(appKey []byte, appNonce [3]byte, netID [3]byte, devNonce [2]byte) (network, application []byte, err error) {
	block, err := aes.NewCipher(appKey)
	if err != nil {
		return nil, nil, err
	}
	derive := func(kind byte) []byte {
		in := make([]byte, aes.BlockSize)
		in[0] = kind
		copy(in[1:], appNonce[:])
		copy(in[4:], netID[:])
		copy(in[7:], devNonce[:])
		out := make([]byte, aes.BlockSize)
		block.Encrypt(out, in)
		return out
	}
	return derive(0x01), derive(0x02), nil
}

// VerifyJoin checks the message integrity code of a join request, §6.2.4.
func VerifyJoin(appKey, request []byte) (bool, error) {
	if len(request) < 4 {
		return false, nil
	}
	mac, err := cmac.New(appKey)
	if err != nil {
		return false, err
	}
	body, mic := request[:len(request)-4], request[len(request)-4:]
	mac.Write(body)
	sum := mac.Sum(nil)
	return string(sum[:4]) == string(mic), nil
}
