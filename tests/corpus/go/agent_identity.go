// Package identity creates and loads the identity of an edge agent.
package identity

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"time"
)

const (
	rsaBits      = 3072
	certLifetime = 365 * 24 * time.Hour
)

// deviceCurve is what every device since the B series uses.
var deviceCurve = elliptic.P384()

// ErrWeakKey is returned for RSA keys below 2048 bits. // expect: none
var ErrWeakKey = errors.New("identity: weak key")

// Kind tells the identities apart.
type Kind int

const (
	KindDevice Kind = iota
	KindGateway
	KindOperator
)

// Signature is the human-readable name under a work order.
type Signature string // expect: none

// Store keeps identities in a directory.
type Store struct {
	dir    string
	log    *slog.Logger
	gitSHA string // expect: none
}

func newDeviceKey() (*ecdsa.PrivateKey, error) {
	return ecdsa.GenerateKey(deviceCurve, rand.Reader) // expect: ecdsa curve=secp384r1 *via
}

func newGatewayKey() (crypto.Signer, error) {
	return ecdsa.GenerateKey(elliptic.P256(), rand.Reader) // expect: ecdsa curve=secp256r1
}

func newOperatorKey() (*rsa.PrivateKey, error) {
	return rsa.GenerateKey(rand.Reader, rsaBits) // expect: rsa keyBits=3072 *via
}

func newUpdateKey() (ed25519.PublicKey, ed25519.PrivateKey, error) {
	return ed25519.GenerateKey(rand.Reader) // expect: ed25519
}

// Create makes the key of a kind.
func (s *Store) Create(kind Kind) (crypto.Signer, error) {
	s.log.Info("creating key", "kind", kind, "ecdsa", kind != KindOperator) // expect: none
	switch kind {
	case KindDevice:
		return newDeviceKey()
	case KindGateway:
		return newGatewayKey()
	default:
		return newOperatorKey()
	}
}

func (s *Store) template(name string) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		Subject:      pkix.Name{CommonName: name},
		NotAfter:     time.Now().Add(certLifetime),
	}
}

// SignRequest signs a hash of the body with whatever key the operator has.
func SignRequest(key *rsa.PrivateKey, body []byte) ([]byte, error) {
	sum := sha256.Sum256(body) // expect: sha-256
	return rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:]) // expect: rsassa-pkcs1 digest=sha-256
}

// SignReport is SignRequest for the cloud.
func SignReport(key *rsa.PrivateKey, sum []byte) ([]byte, error) {
	const h = crypto.SHA384
	return rsa.SignPSS(rand.Reader, key, h, sum, nil) // expect: rsassa-pss digest=sha-384 *via
}

// VerifyDevice checks a device's signature.
func VerifyDevice(pub *ecdsa.PublicKey, digest, sig []byte) bool {
	return ecdsa.VerifyASN1(pub, digest, sig) // expect: ecdsa
}

// VerifyUpdate checks an update.
func VerifyUpdate(pub ed25519.PublicKey, msg, sig []byte) bool {
	return ed25519.Verify(pub, msg, sig) // expect: ed25519
}

// Wrap encrypts a small secret for an operator.
func Wrap(pub *rsa.PublicKey, secret []byte) ([]byte, error) {
	return rsa.EncryptOAEP(sha256.New(), rand.Reader, pub, secret, []byte("wrap")) // expect: rsaes-oaep digest=sha-256
}

// WrapOld is Wrap for tools before 2020.
func WrapOld(pub *rsa.PublicKey, secret []byte) ([]byte, error) {
	return rsa.EncryptPKCS1v15(rand.Reader, pub, secret) // expect: rsaes-pkcs1
}

// Fingerprint is the name of a certificate in the logs.
func Fingerprint(cert *x509.Certificate) string {
	h := sha512.New384() // expect: sha-384
	h.Write(cert.Raw)
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// ClientConfig is the TLS side of the agent.
func ClientConfig(cert tls.Certificate, pool *x509.CertPool) *tls.Config {
	cfg := &tls.Config{ // expect: tls version=1.2
		Certificates: []tls.Certificate{cert},
		RootCAs:      pool,
		MinVersion:   tls.VersionTLS12,
	}
	return cfg
}

// Harden raises the floor.
func Harden(cfg *tls.Config) {
	const floor = tls.VersionTLS13
	cfg.MinVersion = floor // expect: tls version=1.3 *via
}

func (s *Store) save(name string, block *pem.Block) error {
	path := fmt.Sprintf("%s/%s.pem", s.dir, name)
	if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
		return fmt.Errorf("identity: save EC key %s: %w", name, err) // expect: none
	}
	return nil
}
