package blob

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"io"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/hkdf"
	"golang.org/x/crypto/nacl/secretbox"
	"golang.org/x/crypto/pbkdf2"
	"golang.org/x/crypto/scrypt"
	sha3x "golang.org/x/crypto/sha3"
)

// Format of a blob on disk:
//
//	magic | version | nonce | AES-GCM ciphertext // expect: none

type version byte

const (
	v1 version = 1 + iota
	v2
	v3
)

// digesters by version; v1 exists on museum pieces only.
type digester func() hash.Hash

var newTagHash digester = sha512.New

type Blob struct {
	Version version
	Cipher  string // expect: none
	Body    []byte
	MD5Sum  string // expect: none
}

func aead(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key) // expect: aes mode=gcm
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func stream(key *[32]byte, iv []byte) (cipher.Stream, error) {
	k := key[:]
	block, err := aes.NewCipher(k) // expect: aes keyBits=256 mode=ctr *via
	if err != nil {
		return nil, err
	}
	return cipher.NewCTR(block, iv), nil
}

func oldReader(key, iv []byte) (cipher.BlockMode, error) {
	block, err := des.NewTripleDESCipher(key) // expect: 3des mode=cbc
	if err != nil {
		return nil, err
	}
	return cipher.NewCBCDecrypter(block, iv), nil
}

func museum(key []byte) (cipher.Stream, error) {
	return rc4.NewCipher(key) // expect: rc4
}

func seal(key, nonce, body, ad []byte) ([]byte, error) {
	a, err := chacha20poly1305.NewX(key) // expect: xchacha20-poly1305
	if err != nil {
		return nil, err
	}
	return a.Seal(nil, nonce, body, ad), nil
}

func sealShort(key, nonce, body []byte) ([]byte, error) {
	ctor := chacha20poly1305.New
	a, err := ctor(key) // expect: chacha20-poly1305 *via
	if err != nil {
		return nil, err
	}
	return a.Seal(nil, nonce, body, nil), nil
}

func sealNote(out, body []byte, nonce *[24]byte, key *[32]byte) []byte {
	return secretbox.Seal(out, body, nonce, key) // expect: xsalsa20-poly1305
}

func tag(key, body []byte) []byte {
	m := hmac.New(sha256.New, key) // expect: hmac digest=sha-256
	m.Write(body)
	return m.Sum(nil)
}

func longTag(key, body []byte) []byte {
	m := hmac.New(newTagHash, key) // expect: hmac digest=sha-512 *via
	m.Write(body)
	return m.Sum(nil)
}

func checkTag(key, body, want []byte) bool {
	return hmac.Equal(tag(key, body), want)
}

func expand(secret, salt []byte) io.Reader {
	return hkdf.New(sha256.New, secret, salt, []byte("blob v3")) // expect: hkdf digest=sha-256
}

func pinKey(pin string, salt []byte) []byte {
	return pbkdf2.Key([]byte(pin), salt, 4096, 32, sha1.New) // expect: pbkdf2 digest=sha-1
}

func operatorKey(password, salt []byte) ([]byte, error) {
	return scrypt.Key(password, salt, 1<<15, 8, 1, 32) // expect: scrypt
}

func pageSum(page []byte) [md5.Size]byte {
	return md5.Sum(page) // expect: md5
}

func index(r io.Reader) ([]byte, error) {
	h := sha1.New() // expect: sha-1
	if _, err := io.Copy(h, r); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}

func leaf(b []byte) [32]byte {
	return sha3x.Sum256(b) // expect: sha3-256 *via
}

func id(b []byte) string {
	sum := blake2b.Sum256(b) // expect: blake2b
	return string(sum[:8])
}

func shake(seed, out []byte) {
	sha3x.ShakeSum256(out, seed) // expect: shake256 *via
}

func describe(b Blob) string {
	if b.Version == v3 {
		return "xchacha20-poly1305" // expect: none
	}
	return b.Cipher
}
