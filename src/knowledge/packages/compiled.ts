// Cargo crates, Go modules and Maven artifacts that are or bring cryptography. Source: the registries' own descriptions.

import { type CryptoPackage, packages } from './row.ts';

/** Crates of crates.io. */
export const CARGO_PACKAGES: readonly CryptoPackage[] = packages('cargo', [
  ['aes', 'AES'],
  ['aes-gcm', 'AES-GCM'],
  ['argon2', 'Argon2'],
  ['aws-lc-rs', 'AWS-LC', 'aws-lc'],
  ['aws-lc-sys', 'AWS-LC', 'aws-lc'],
  ['boring', 'BoringSSL', 'boringssl'],
  ['ccm', 'CCM'],
  ['chacha20poly1305', 'ChaCha20-Poly1305'],
  ['curve25519-dalek', 'Curve25519'],
  ['ecdsa', 'ECDSA'],
  ['ed25519-dalek', 'Ed25519', 'curve25519-dalek'],
  ['hkdf', 'HKDF'],
  ['hmac', 'HMAC'],
  ['libcrux-ml-kem', 'ML-KEM', 'libcrux'],
  ['libcrux-ml-dsa', 'ML-DSA', 'libcrux'],
  ['mbedtls', 'Mbed TLS'],
  ['md-5', 'MD5'],
  ['ml-dsa', 'ML-DSA'],
  ['ml-kem', 'ML-KEM'],
  ['native-tls', 'TLS of the platform'],
  ['openssl', 'OpenSSL'],
  ['openssl-sys', 'OpenSSL', 'openssl'],
  ['oqs', 'post-quantum algorithms', 'liboqs'],
  ['p256', 'P-256'],
  ['p384', 'P-384'],
  ['pqcrypto', 'post-quantum algorithms', 'pqclean'],
  ['ring', 'TLS cryptography'],
  ['rsa', 'RSA'],
  ['rustls', 'TLS'],
  ['salty', 'Ed25519 for microcontrollers'],
  ['sha1', 'SHA-1'],
  ['sha2', 'SHA-2'],
  ['sha3', 'SHA-3'],
  ['slh-dsa', 'SLH-DSA'],
  ['snow', 'Noise protocol'],
  ['sodiumoxide', 'NaCl cryptography', 'libsodium'],
  ['embedded-tls', 'TLS 1.3 for microcontrollers'],
  ['x25519-dalek', 'X25519', 'curve25519-dalek'],
]);

/** Modules of Go. */
export const GO_PACKAGES: readonly CryptoPackage[] = packages('golang', [
  ['filippo.io/age', 'age file encryption'],
  ['filippo.io/edwards25519', 'Ed25519 arithmetic'],
  ['filippo.io/mlkem768', 'ML-KEM-768'],
  ['github.com/cloudflare/circl', 'elliptic curves and post-quantum algorithms', 'circl'],
  ['github.com/go-jose/go-jose', 'JOSE', 'go-jose'],
  ['github.com/golang-jwt/jwt', 'JSON Web Tokens', 'golang-jwt'],
  ['github.com/open-quantum-safe/liboqs-go', 'post-quantum algorithms', 'liboqs'],
  ['github.com/pion/dtls', 'DTLS', 'pion-dtls'],
  ['github.com/plgd-dev/go-coap', 'CoAP with DTLS', 'go-coap'],
  ['github.com/protonmail/go-crypto', 'OpenPGP', 'go-crypto'],
  ['github.com/tjfoc/gmsm', 'SM2, SM3, SM4', 'gmsm'],
  ['golang.org/x/crypto', 'Go supplementary cryptography', 'golang-x-crypto'],
]);

/** Artifacts of Maven Central, `group:artifact`. */
export const MAVEN_PACKAGES: readonly CryptoPackage[] = packages('maven', [
  ['com.google.crypto.tink:tink', 'Tink', 'tink'],
  ['com.google.crypto.tink:tink-android', 'Tink', 'tink'],
  ['com.nimbusds:nimbus-jose-jwt', 'JOSE', 'nimbus-jose-jwt'],
  ['com.auth0:java-jwt', 'JSON Web Tokens', 'java-jwt'],
  ['io.jsonwebtoken:jjwt-api', 'JSON Web Tokens', 'jjwt'],
  ['org.bitbucket.b_c:jose4j', 'JOSE', 'jose4j'],
  ['org.bouncycastle:bcprov-jdk18on', 'Bouncy Castle provider', 'bouncycastle'],
  ['org.bouncycastle:bcprov-jdk15on', 'Bouncy Castle provider', 'bouncycastle'],
  ['org.bouncycastle:bcpkix-jdk18on', 'Bouncy Castle PKIX, CMS', 'bouncycastle'],
  ['org.bouncycastle:bctls-jdk18on', 'Bouncy Castle TLS', 'bouncycastle'],
  ['org.conscrypt:conscrypt-openjdk-uber', 'BoringSSL', 'conscrypt'],
  ['org.eclipse.californium:scandium', 'DTLS', 'californium-scandium'],
]);
