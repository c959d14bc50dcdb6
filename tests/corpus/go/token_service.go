package token

import (
	"context"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/tls"
	"encoding/json"
	"net/http"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/ssh"
)

type claims struct {
	jwt.RegisteredClaims
	Alg string `json:"x-alg"` // expect: none
}

// Service issues tokens.
type Service struct {
	secret []byte
	ec     *ecdsa.PrivateKey
	rsa    *rsa.PrivateKey
	mux    *http.ServeMux
}

var serviceMethod = jwt.SigningMethodES256

const (
	hashCost = 12
	keyAlg   = jose.RSA_OAEP_256
)

// New wires the routes.
func New(secret []byte, ec *ecdsa.PrivateKey, rsaKey *rsa.PrivateKey) *Service {
	s := &Service{secret: secret, ec: ec, rsa: rsaKey, mux: http.NewServeMux()}
	s.mux.HandleFunc("/v1/keys/rsa", s.keys)      // expect: none
	s.mux.HandleFunc("/v1/hash/sha256", s.health) // expect: none
	return s
}

func (s *Service) keys(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"kty": "EC", "use": "sig"}) // expect: none
}

func (s *Service) health(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

func registered(subject string) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
}

// Device is a token with a shared secret.
func (s *Service) Device(subject string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{RegisteredClaims: registered(subject)}) // expect: hmac digest=sha-256
	return t.SignedString(s.secret)
}

// Service2 is a token of a service.
func (s *Service) Service2(subject string) (string, error) {
	return jwt.NewWithClaims(serviceMethod, registered(subject)).SignedString(s.ec) // expect: ecdsa curve=secp256r1 digest=sha-256 *via
}

// Partner is a token for partners that cannot do EC. // expect: none
func (s *Service) Partner(subject string) (string, error) {
	method := jwt.SigningMethodRS512
	t := jwt.NewWithClaims(method, registered(subject)) // expect: rsassa-pkcs1 digest=sha-512 *via
	return t.SignedString(s.rsa)
}

// Auditor is a token for the auditors.
func (s *Service) Auditor(subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodPS384, registered(subject)).SignedString(s.rsa) // expect: rsassa-pss digest=sha-384
}

// Cookie signs a session cookie.
func (s *Service) Cookie() (jose.Signer, error) {
	return jose.NewSigner(jose.SigningKey{Algorithm: jose.HS512, Key: s.secret}, nil) // expect: hmac digest=sha-512
}

// Sealer encrypts reports.
func (s *Service) Sealer(pub *rsa.PublicKey) (jose.Encrypter, error) {
	return jose.NewEncrypter(jose.A128GCM, jose.Recipient{Algorithm: keyAlg, Key: pub}, nil) // expect: aes keyBits=128 mode=gcm, rsaes-oaep digest=sha-256 *via
}

// Password hashes a password.
func Password(plain string) ([]byte, error) {
	return bcrypt.GenerateFromPassword([]byte(plain), hashCost) // expect: bcrypt
}

// Listen starts the server.
func (s *Service) Listen(ctx context.Context, addr string, cert tls.Certificate) error {
	srv := &http.Server{
		Addr:              addr,
		Handler:           s.mux,
		ReadHeaderTimeout: 5 * time.Second,
	}
	srv.TLSConfig = &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS13} // expect: tls version=1.3
	go func() {
		<-ctx.Done()
		_ = srv.Close()
	}()
	return srv.ListenAndServeTLS("", "")
}

// Jump opens the jump host.
func Jump(addr, user string, signer ssh.Signer, hostKey ssh.PublicKey) (*ssh.Client, error) {
	return ssh.Dial("tcp", addr, &ssh.ClientConfig{User: user, Auth: []ssh.AuthMethod{ssh.PublicKeys(signer)}, HostKeyCallback: ssh.FixedHostKey(hostKey)}) // expect: ssh
}
