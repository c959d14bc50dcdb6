//! CoAP link layer: OSCORE-like contexts, frame protection, firmware simulator tests.
use aes::cipher::{BlockEncrypt, KeyInit, KeyIvInit};
use aes::{Aes128, Aes192 as Wide};
use aes_kw::KekAes256;
use ascon_aead::AsconAead128;
use blake2::digest::Mac as _;
use blake2::Blake2s256 as Sum;
use bcrypt::DEFAULT_COST;
use crypto_secretbox::XSalsa20Poly1305;
use des::TdesEde3;
use hmac::SimpleHmac;
use jsonwebtoken::{Algorithm as Alg, Header};
use native_tls::{Protocol, TlsConnector};
use p256::ecdh::EphemeralSecret as P256Secret;
use p384::ecdsa::SigningKey;
use rc4::{Rc4, StreamCipher};
use ripemd::Ripemd160;
use rsa::pkcs1v15::Pkcs1v15Encrypt;
use rsa::{Pkcs1v15Sign, RsaPrivateKey, RsaPublicKey};
use scrypt::{scrypt, Params};
use sha2::digest::FixedOutput;
use sha2::{Digest as Hashing, Sha224, Sha256, Sha512_256};
use siphasher::sip::SipHasher24;

macro_rules! digest {
    ($h:ty, $d:expr) => {
        <$h as Hashing>::digest($d)
    };
}

type Mode<C> = cfb_mode::Encryptor<C>;
type FrameMac = SimpleHmac<Sha224>;

#[derive(Debug, Default)]
pub struct Context {
    pub sender_id: Vec<u8>,
    pub sequence: u64,
    pub sha256: bool, // expect: none
    pub aes_ccm_16_64_128: Option<u8>, // expect: none
}

#[derive(Debug, PartialEq)]
pub enum CipherSuite {
    Suite0, // AES-CCM-16-64-128, SHA-256, X25519 // expect: none
    Suite1,
}

impl Context {
    pub fn protect_header(&self, key: &[u8; 16], block: &mut aes::Block) {
        let cipher = Aes128::new(key.into()); // expect: aes keyBits=128
        cipher.encrypt_block(block);
    }

    pub fn config_cipher(&self, key: &[u8; 24], iv: &[u8; 16]) -> Mode<Wide> {
        Mode::<Wide>::new(key.into(), iv.into()) // expect: aes keyBits=192 mode=cfb *via
    }

    pub fn wrap(&self, kek: &[u8; 32], key: &[u8], out: &mut [u8]) -> bool {
        KekAes256::from(*kek).wrap(key, out).is_ok() // expect: aes keyBits=256 mode=kw
    }

    pub fn light(&self, key: &[u8; 16]) -> AsconAead128 {
        AsconAead128::new(key.into()) // expect: ascon
    }

    pub fn note(&self, key: &[u8; 32]) -> XSalsa20Poly1305 {
        XSalsa20Poly1305::new(key.into()) // expect: xsalsa20-poly1305
    }

    pub fn tag(&self, key: &[u8], frame: &[u8]) -> Vec<u8> {
        let mut mac = FrameMac::new_from_slice(key).unwrap(); // expect: hmac digest=sha-224 *via
        mac.update(frame);
        mac.finalize_fixed().to_vec()
    }

    pub fn sum(&self, frame: &[u8]) -> Vec<u8> {
        Sum::digest(frame).to_vec() // expect: blake2s *via
    }

    pub fn short(&self, frame: &[u8]) -> Vec<u8> {
        Sha512_256::digest(frame).to_vec() // expect: sha-512/256
    }

    pub fn through_macro(&self, frame: &[u8]) -> Vec<u8> {
        digest!(Sha256, frame).to_vec() // expect: sha-256 *via
    }

    pub fn address(&self, frame: &[u8]) -> Vec<u8> {
        let mut h = Ripemd160::new(); // expect: ripemd-160
        h.update(frame);
        h.finalize().to_vec()
    }

    pub fn bucket(&self, a: u64, b: u64) -> SipHasher24 {
        SipHasher24::new_with_keys(a, b) // expect: siphash
    }
}

pub fn museum(key: &[u8; 24], iv: &[u8; 8]) -> cbc::Encryptor<TdesEde3> {
    cbc::Encryptor::<TdesEde3>::new(key.into(), iv.into()) // expect: 3des mode=cbc
}

pub fn museum_stream(key: &[u8; 16], data: &mut [u8]) {
    let mut rc4 = Rc4::new(key.into()); // expect: rc4
    rc4.apply_keystream(data);
}

pub fn nist_half() -> P256Secret {
    P256Secret::random(&mut rand_core::OsRng) // expect: ecdh curve=secp256r1 *via
}

pub fn site_key(bytes: &[u8]) -> Option<SigningKey> {
    SigningKey::from_slice(bytes).ok() // expect: ecdsa curve=secp384r1 *via
}

pub fn sign_digest(key: &RsaPrivateKey, digest: &[u8]) -> rsa::Result<Vec<u8>> {
    key.sign(Pkcs1v15Sign::new::<Sha256>(), digest) // expect: rsassa-pkcs1 digest=sha-256
}

pub fn wrap_old(key: &RsaPublicKey, secret: &[u8]) -> rsa::Result<Vec<u8>> {
    key.encrypt(&mut rand_core::OsRng, Pkcs1v15Encrypt, secret) // expect: rsaes-pkcs1
}

pub fn operator(password: &[u8], salt: &[u8], out: &mut [u8]) -> bool {
    scrypt(password, salt, &Params::recommended(), out).is_ok() // expect: scrypt
}

pub fn login(password: &str) -> Option<String> {
    bcrypt::hash(password, DEFAULT_COST).ok() // expect: bcrypt
}

pub fn token_header() -> Header {
    Header::new(Alg::EdDSA) // expect: eddsa *via
}

pub fn uplink() -> native_tls::Result<TlsConnector> {
    TlsConnector::builder().min_protocol_version(Some(Protocol::Tlsv12)).build() // expect: tls version=1.2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha1_frames_are_refused() { // expect: none
        assert_ne!(CipherSuite::Suite0, CipherSuite::Suite1);
    }

    #[test]
    fn prints_aes_label() { // expect: none
        let context = Context::default();
        assert!(format!("{context:?}").contains("aes_ccm_16_64_128")); // expect: none
    }
}
