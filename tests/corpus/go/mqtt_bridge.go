package bridge

import (
	"crypto"
	"crypto/aes"
	ciph "crypto/cipher"
	"crypto/ecdsa"
	ec "crypto/elliptic"
	"crypto/hmac"
	crand "crypto/rand"
	. "crypto/sha256"
	s512 "crypto/sha512"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"hash"
	"net/url"
	"strconv"
	"time"
)

type suite struct {
	name string
	hash func() hash.Hash
	bits int
}

var suites = map[string]suite{
	"short": {name: "sha-256 truncated", bits: 128}, // expect: none
	"long":  {name: "sha-512", bits: 512},           // expect: none
}

type Bridge struct {
	host  string
	key   []byte
	curve ec.Curve
	sha   string // expect: none
}

type Option func(*tls.Config)

// WithTLS12 keeps old brokers reachable. // expect: none
func WithTLS12() Option {
	return func(c *tls.Config) { c.MinVersion = tls.VersionTLS12 } // expect: tls version=1.2
}

func WithTLS10() Option {
	return func(c *tls.Config) {
		c.MinVersion = tls.VersionTLS10 // expect: tls version=1.0
	}
}

// SAS is the shared access token of the hub.
func (b *Bridge) SAS(ttl time.Duration) string {
	expiry := strconv.FormatInt(time.Now().Add(ttl).Unix(), 10)
	mac := hmac.New(New, b.key) // expect: hmac digest=sha-256 *via
	fmt.Fprintf(mac, "%s\n%s", url.QueryEscape(b.host), expiry)
	sig := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return "sr=" + b.host + "&sig=" + url.QueryEscape(sig) + "&se=" + expiry
}

func topicID(topic string) [Size]byte {
	return Sum256([]byte(topic)) // expect: sha-256 *via
}

func short(payload []byte) [32]byte {
	return s512.Sum512_256(payload) // expect: sha-512/256 *via
}

func long(payload []byte) []byte {
	h := crypto.SHA512.New() // expect: sha-512
	h.Write(payload)
	return h.Sum(nil)
}

func newHash(h crypto.Hash) hash.Hash {
	return h.New() // expect: sha-224 *via
}

func label(payload []byte) []byte {
	h := newHash(crypto.SHA224)
	h.Write(payload)
	return h.Sum(nil)
}

func newMeterKey() (*ecdsa.PrivateKey, error) {
	return ecdsa.GenerateKey(ec.P521(), crand.Reader) // expect: ecdsa curve=secp521r1 *via
}

func sign(key *ecdsa.PrivateKey, digest []byte) ([]byte, error) {
	return ecdsa.SignASN1(crand.Reader, key, digest) // expect: ecdsa
}

func decrypt(key, iv, body []byte) error {
	block, err := aes.NewCipher(key) // expect: aes mode=cbc *via
	if err != nil {
		return fmt.Errorf("aes: %w", err) // expect: none
	}
	ciph.NewCBCDecrypter(block, iv).CryptBlocks(body, body)
	return nil
}

func headers(key, body []byte) error {
	block, err := aes.NewCipher(key[:16]) // expect: aes keyBits=128 mode=ofb *via
	if err != nil {
		return err
	}
	ciph.NewOFB(block, body[:16]).XORKeyStream(body[16:], body[16:])
	return nil
}

func verify(cert *x509.Certificate, body, sig []byte) error {
	return cert.CheckSignature(x509.SHA256WithRSA, body, sig) // expect: rsassa-pkcs1 digest=sha-256
}

func verifyMeter(cert *x509.Certificate, body, sig []byte) error {
	algo := x509.ECDSAWithSHA384
	return cert.CheckSignature(algo, body, sig) // expect: ecdsa digest=sha-384 *via
}

func bits(name string) int { return suites[name].bits }
