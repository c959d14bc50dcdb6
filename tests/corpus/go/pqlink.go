// Package pqlink is the hybrid key exchange of the link layer.
//
// The classical half is X25519, the other half ML-KEM-768; see the design note. // expect: none
package pqlink

import (
	"crypto/ecdh"
	"crypto/mlkem"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha3"
	stdhkdf "crypto/hkdf"
	"errors"

	"github.com/cloudflare/circl/kem"
	"github.com/cloudflare/circl/kem/kyber/kyber512"
	"github.com/cloudflare/circl/sign/ed448"
	"github.com/cloudflare/circl/sign/mldsa/mldsa65"
	"github.com/cloudflare/circl/sign/slhdsa"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/curve25519"
)

type cipherState int // expect: none

const (
	idle cipherState = iota
	running
)

var errState = errors.New("pqlink: wrong state")

// Suite is how a link shows itself in the status page.
type Suite struct {
	Name  string
	Group string
}

// Suites lists what the status page may show.
var Suites = []Suite{
	{"AES_128_GCM_SHA256", "X25519MLKEM768"}, // expect: none
	{"CHACHA20_POLY1305_SHA256", "P-256"},    // expect: none
}

type Link struct {
	state cipherState
	x     *ecdh.PrivateKey
	m     *mlkem.DecapsulationKey768
}

func Start() (*Link, error) {
	x, err := ecdh.X25519().GenerateKey(rand.Reader) // expect: x25519
	if err != nil {
		return nil, err
	}
	m, err := mlkem.GenerateKey768() // expect: ml-kem-768
	if err != nil {
		return nil, err
	}
	return &Link{state: running, x: x, m: m}, nil
}

func StartNIST() (*ecdh.PrivateKey, error) {
	curve := ecdh.P384()
	return curve.GenerateKey(rand.Reader) // expect: ecdh curve=secp384r1 *via
}

func loadPeer(b []byte) (*mlkem.EncapsulationKey1024, error) {
	return mlkem.NewEncapsulationKey1024(b) // expect: ml-kem-1024
}

func (l *Link) combine(a, b []byte) ([]byte, error) {
	if l.state != running {
		return nil, errState
	}
	secret := append(append([]byte{}, a...), b...)
	return stdhkdf.Key(sha256.New, secret, nil, "pqlink", 32) // expect: hkdf digest=sha-256 *via
}

func transcript(parts ...[]byte) []byte {
	h := sha3.New384() // expect: sha3-384
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}

func oldShared(scalar, point []byte) ([]byte, error) {
	return curve25519.X25519(scalar, point) // expect: x25519
}

func sign(sk *mldsa65.PrivateKey, msg, sig []byte) error {
	return mldsa65.SignTo(sk, msg, nil, true, sig) // expect: ml-dsa-65
}

func newBackup() (slhdsa.PublicKey, slhdsa.PrivateKey, error) {
	return slhdsa.GenerateKey(rand.Reader, slhdsa.SHAKE_128s) // expect: slh-dsa-shake-128s
}

func newRoot() (ed448.PublicKey, ed448.PrivateKey, error) {
	return ed448.GenerateKey(rand.Reader) // expect: ed448
}

func trial() kem.Scheme {
	return kyber512.Scheme() // expect: kyber
}

func unlock(password, salt []byte) []byte {
	return argon2.IDKey(password, salt, 1, 64*1024, 4, 32) // expect: argon2
}

func nonce(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // expect: csprng
	return b
}
