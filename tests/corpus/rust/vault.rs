//! Local vault. RustCrypto and dalek.

use aes_gcm::aead::{Aead, AeadCore, KeyInit, OsRng};
use aes_gcm::{Aes128Gcm, Aes256Gcm, Key, Nonce};
use aes_gcm_siv::Aes256GcmSiv;
use argon2::Argon2;
use blake2::{Blake2b512, Blake2s256};
use ccm::consts::{U10, U13};
use ccm::Ccm;
use chacha20poly1305::{ChaCha20Poly1305, XChaCha20Poly1305 as Sealer};
use digest::Digest;
use jsonwebtoken::{decode, encode, Algorithm, DecodingKey, EncodingKey, Header, Validation};
use k256::ecdsa::SigningKey as K256Signer;
use md5::Md5;
use pbkdf2::pbkdf2_hmac;
use rsa::pkcs1v15;
use rsa::{Oaep, RsaPrivateKey, RsaPublicKey};
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Sha256, Sha512};
use x25519_dalek::{EphemeralSecret, PublicKey, StaticSecret};

type RadioCcm = Ccm<aes::Aes128, U10, U13>;

const TOKEN: Algorithm = Algorithm::ES256;

#[derive(Serialize, Deserialize)]
pub struct Claims {
    sub: String,
    alg_hint: String, // expect: none
}

/// How a value is shown, nothing more.
#[derive(Clone, Copy)]
pub enum Badge {
    Aes, // expect: none
    Plain,
}

impl Badge {
    pub fn text(self) -> &'static str {
        match self {
            Badge::Aes => "AES-256-GCM", // expect: none
            Badge::Plain => "plain",
        }
    }
}

fn hash_with<D: Digest>(data: &[u8]) -> Vec<u8> {
    D::digest(data).to_vec() // expect: blake2s *via
}

macro_rules! hex_of {
    ($bytes:expr) => {
        $bytes.iter().map(|b| format!("{b:02x}")).collect::<String>()
    };
}

pub fn seal(key: &[u8; 32], nonce: &[u8; 12], data: &[u8]) -> Option<Vec<u8>> {
    let cipher = Aes256Gcm::new(key.into()); // expect: aes keyBits=256 mode=gcm
    cipher.encrypt(Nonce::from_slice(nonce), data).ok()
}

pub fn seal_short(key: &[u8], nonce: &[u8; 12], data: &[u8]) -> Option<Vec<u8>> {
    let key = Key::<Aes128Gcm>::from_slice(key);
    <Aes128Gcm as KeyInit>::new(key).encrypt(nonce.into(), data).ok() // expect: aes keyBits=128 mode=gcm
}

pub fn seal_twice_safe(key: &[u8; 32]) -> Aes256GcmSiv {
    Aes256GcmSiv::new(key.into()) // expect: aes keyBits=256 mode=gcm-siv
}

pub fn radio(key: &[u8; 16]) -> RadioCcm {
    RadioCcm::new(key.into()) // expect: aes keyBits=128 mode=ccm *via
}

pub fn stream(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(key.into()) // expect: chacha20-poly1305
}

pub fn archive(key: &[u8; 32]) -> Sealer {
    Sealer::new(key.into()) // expect: xchacha20-poly1305 *via
}

pub fn new_key() -> Key<Aes256Gcm> {
    Aes256Gcm::generate_key(&mut OsRng) // expect: aes keyBits=256 mode=gcm
}

pub fn etag(data: &[u8]) -> String {
    hex_of!(Md5::digest(data)) // expect: md5
}

pub fn git_blob(data: &[u8]) -> String {
    let mut hasher = Sha1::new(); // expect: sha-1
    hasher.update(b"blob ");
    hasher.update(data);
    hex_of!(hasher.finalize())
}

pub fn content_id(data: &[u8]) -> Vec<u8> {
    hash_with::<Blake2s256>(data)
}

pub fn long_id(data: &[u8]) -> Vec<u8> {
    Blake2b512::digest(data).to_vec() // expect: blake2b
}

pub fn tree_id(data: &[u8]) -> [u8; 32] {
    *blake3::hash(data).as_bytes() // expect: blake3
}

pub fn pin_key(pin: &[u8], salt: &[u8]) -> [u8; 32] {
    let mut key = [0u8; 32];
    pbkdf2_hmac::<Sha256>(pin, salt, 210_000, &mut key); // expect: pbkdf2 digest=sha-256
    key
}

pub fn password_key(password: &[u8], salt: &[u8], out: &mut [u8]) -> bool {
    Argon2::default().hash_password_into(password, salt, out).is_ok() // expect: argon2
}

pub fn fleet_key<R: rand_core::CryptoRngCore>(rng: &mut R) -> rsa::Result<RsaPrivateKey> {
    let bits = 3072;
    RsaPrivateKey::new(rng, bits) // expect: rsa keyBits=3072 *via
}

pub fn fleet_signer(key: RsaPrivateKey) -> pkcs1v15::SigningKey<Sha512> {
    pkcs1v15::SigningKey::<Sha512>::new(key) // expect: rsassa-pkcs1 digest=sha-512
}

pub fn pss_signer(key: RsaPrivateKey) -> rsa::pss::SigningKey<Sha256> {
    rsa::pss::SigningKey::<Sha256>::new(key) // expect: rsassa-pss digest=sha-256
}

pub fn wrap(key: &RsaPublicKey, secret: &[u8]) -> rsa::Result<Vec<u8>> {
    key.encrypt(&mut rand::thread_rng(), Oaep::new::<Sha256>(), secret) // expect: rsaes-oaep digest=sha-256
}

pub fn ledger_key() -> K256Signer {
    K256Signer::random(&mut OsRng) // expect: ecdsa curve=secp256k1 *via
}

pub fn shared(theirs: &PublicKey) -> [u8; 32] {
    let mine = EphemeralSecret::random_from_rng(OsRng); // expect: x25519
    mine.diffie_hellman(theirs).to_bytes()
}

pub fn node_key() -> StaticSecret {
    StaticSecret::random_from_rng(OsRng) // expect: x25519
}

pub fn user_token(claims: &Claims, secret: &[u8]) -> jsonwebtoken::errors::Result<String> {
    encode(&Header::new(Algorithm::HS384), claims, &EncodingKey::from_secret(secret)) // expect: hmac digest=sha-384
}

pub fn service_token(claims: &Claims, pem: &EncodingKey) -> jsonwebtoken::errors::Result<String> {
    encode(&Header::new(TOKEN), claims, pem) // expect: ecdsa curve=secp256r1 digest=sha-256 *via
}

pub fn check(token: &str, key: &DecodingKey) -> bool {
    let validation = Validation::new(Algorithm::RS256); // expect: rsassa-pkcs1 digest=sha-256
    decode::<Claims>(token, key, &validation).is_ok()
}
