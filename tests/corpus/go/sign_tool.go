// Command signtool signs, seals and checks release bundles.
package main

import (
	"bytes"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/dsa"
	"crypto/ecdh"
	"crypto/hmac"
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"flag"
	"fmt"
	"hash"
	"io"
	"os"

	"github.com/cloudflare/circl/kem/mlkem/mlkem512"
	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"golang.org/x/crypto/blowfish"
	"golang.org/x/crypto/cast5"
	"golang.org/x/crypto/nacl/box"
	"golang.org/x/crypto/ripemd160"
	"golang.org/x/crypto/xts"
)

const usage = `signtool [-alg rsa|ecdsa] [-hash sha256] FILE...` // expect: none

// Options of the command line.
type Options struct {
	Alg     string
	Hash    string
	SHA256  bool // expect: none
	KeySize int
}

type macFunc func(key, data []byte) []byte

// Signer prints names; it signs nothing.
type Signer struct{ Name string } // expect: none

func (s Signer) Sign() string { return "signed-off-by: " + s.Name } // expect: none

func macWith(h func() hash.Hash) macFunc {
	return func(key, data []byte) []byte {
		m := hmac.New(h, key) // expect: hmac digest=sha-384 *via
		m.Write(data)
		return m.Sum(nil)
	}
}

var bundleMAC = macWith(sha512.New384)

func bundleSum(r io.Reader) (string, error) {
	h := sha256.New() // expect: sha-256
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func etag(b []byte) string { return fmt.Sprintf("%x", md5.Sum(b)) } // expect: md5

func gitName(b []byte) string {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "blob %d\x00", len(b))
	buf.Write(b)
	return fmt.Sprintf("%x", sha1.Sum(buf.Bytes())) // expect: sha-1
}

func oldName(b []byte) []byte {
	h := ripemd160.New() // expect: ripemd-160
	h.Write(b)
	return h.Sum(nil)
}

func museumBlock(key []byte) (cipher.Block, error) {
	if len(key) > 16 {
		return blowfish.NewCipher(key) // expect: blowfish
	}
	return cast5.NewCipher(key) // expect: cast5
}

func disk(key []byte) (*xts.Cipher, error) {
	return xts.NewCipher(aes.NewCipher, key) // expect: aes mode=xts *via
}

func newCA() (*rsa.PrivateKey, error) {
	bits := 1 << 12
	return rsa.GenerateKey(rand.Reader, bits) // expect: rsa keyBits=4096 *via
}

func newMuseum(p *dsa.Parameters) error {
	return dsa.GenerateParameters(p, rand.Reader, dsa.L2048N256) // expect: dsa keyBits=2048
}

func point() (x *ecdh.PrivateKey, err error) {
	return ecdh.P521().GenerateKey(rand.Reader) // expect: ecdh curve=secp521r1
}

func signBundle(key crypto.Signer, digest []byte) ([]byte, error) {
	return key.Sign(rand.Reader, digest, crypto.SHA512) // expect: sha-512
}

func checkPSS(pub *rsa.PublicKey, digest, sig []byte) error {
	opts := &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthAuto}
	return rsa.VerifyPSS(pub, crypto.SHA256, digest, sig, opts) // expect: rsassa-pss digest=sha-256
}

func unwrap(key *rsa.PrivateKey, blob []byte) ([]byte, error) {
	return rsa.DecryptOAEP(sha1.New(), rand.Reader, key, blob, nil) // expect: rsaes-oaep digest=sha-1
}

func pin(text string, salt []byte) ([]byte, error) {
	return pbkdf2.Key(sha512.New, text, salt, 210_000, 32) // expect: pbkdf2 digest=sha-512
}

func sealFor(peer, mine *[32]byte, nonce *[24]byte, body []byte) []byte {
	return box.Seal(nil, body, nonce, peer, mine) // expect: x25519, xsalsa20-poly1305
}

func sensorKeys() (*mldsa44.PublicKey, *mldsa44.PrivateKey, error) {
	return mldsa44.GenerateKey(rand.Reader) // expect: ml-dsa-44
}

func linkKeys() (*mlkem512.PublicKey, *mlkem512.PrivateKey, error) {
	return mlkem512.GenerateKeyPair(rand.Reader) // expect: ml-kem-512
}

func request(key crypto.Signer) ([]byte, error) {
	t := &x509.CertificateRequest{SignatureAlgorithm: x509.ECDSAWithSHA256}
	return x509.CreateCertificateRequest(rand.Reader, t, key) // expect: ecdsa digest=sha-256 *via
}

func push(addr string, pool *x509.CertPool) (*tls.Conn, error) {
	return tls.Dial("tcp", addr, &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS13}) // expect: tls version=1.3
}

func main() {
	alg := flag.String("alg", "rsa", "rsa or ecdsa, only printed") // expect: none
	flag.Usage = func() { fmt.Fprintln(os.Stderr, usage) }
	flag.Parse()
	fmt.Println(*alg, Signer{Name: "release"}.Sign())
	_ = bundleMAC([]byte("key"), []byte("data"))
}
