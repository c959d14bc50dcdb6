// Agent side: ring for everything that is hot, rustls for the uplink.
use std::num::NonZeroU32;
use std::sync::Arc;

use anyhow::{anyhow, Context, Result};
use ring::aead::{self, Aad, BoundKey, LessSafeKey, Nonce, UnboundKey, AES_128_GCM, CHACHA20_POLY1305};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{self as sig, EcdsaKeyPair, Ed25519KeyPair, UnparsedPublicKey};
use ring::{agreement, digest, hkdf, hmac, pbkdf2};
use rustls::{ClientConfig, RootCertStore, ServerConfig, SupportedProtocolVersion};
use tracing::{debug, info};

static ITERATIONS: NonZeroU32 = NonZeroU32::new(100_000).unwrap();
static PIN_ALG: pbkdf2::Algorithm = pbkdf2::PBKDF2_HMAC_SHA512;
static BLOB_ALG: &aead::Algorithm = &aead::AES_256_GCM;
static MODERN: &[&SupportedProtocolVersion] = &[&rustls::version::TLS13];

/// The cipher wheel on the marketing page.
pub struct CipherWheel { // expect: none
    pub offset: u8,
}

impl CipherWheel {
    pub fn encrypt(&self, text: &str) -> String {
        text.bytes().map(|b| b.wrapping_add(self.offset) as char).collect()
    }
}

pub struct AgentCrypto {
    rng: SystemRandom,
    device: String,
    hmac_count: u64, // expect: none
}

impl AgentCrypto {
    pub fn new(device: &str) -> Self {
        info!("agent crypto up, ECDSA and SHA-256 in ring"); // expect: none
        Self { rng: SystemRandom::new(), device: device.to_owned(), hmac_count: 0 }
    }

    pub fn hash(&self, data: &[u8]) -> Vec<u8> {
        digest::digest(&digest::SHA256, data).as_ref().to_vec() // expect: sha-256
    }

    pub fn index_hash(&self, data: &[u8]) -> Vec<u8> {
        let alg = &digest::SHA1_FOR_LEGACY_USE_ONLY;
        digest::digest(alg, data).as_ref().to_vec() // expect: sha-1 *via
    }

    pub fn tag(&mut self, secret: &[u8], data: &[u8]) -> hmac::Tag {
        self.hmac_count += 1;
        let key = hmac::Key::new(hmac::HMAC_SHA384, secret); // expect: hmac digest=sha-384
        hmac::sign(&key, data)
    }

    pub fn seal(&self, key: &[u8], nonce: [u8; 12], data: &mut Vec<u8>) -> Result<()> {
        let key = UnboundKey::new(BLOB_ALG, key).map_err(|_| anyhow!("key"))?; // expect: aes keyBits=256 mode=gcm *via
        LessSafeKey::new(key)
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(self.device.as_bytes()), data)
            .map_err(|_| anyhow!("seal"))
    }

    pub fn link_key(&self, fast: bool, key: &[u8]) -> Result<UnboundKey> {
        let made = if fast {
            UnboundKey::new(&CHACHA20_POLY1305, key) // expect: chacha20-poly1305
        } else {
            UnboundKey::new(&AES_128_GCM, key) // expect: aes keyBits=128 mode=gcm
        };
        made.map_err(|_| anyhow!("AES key has the wrong size")) // expect: none
    }

    pub fn new_identity(&self) -> Result<Vec<u8>> {
        let doc = EcdsaKeyPair::generate_pkcs8(&sig::ECDSA_P384_SHA384_ASN1_SIGNING, &self.rng) // expect: ecdsa curve=secp384r1 digest=sha-384 *via
            .map_err(|_| anyhow!("keygen"))?;
        Ok(doc.as_ref().to_vec())
    }

    pub fn new_update_key(&self) -> Result<Vec<u8>> {
        let doc = Ed25519KeyPair::generate_pkcs8(&self.rng).map_err(|_| anyhow!("keygen"))?; // expect: ed25519
        Ok(doc.as_ref().to_vec())
    }

    pub fn verify_cloud(&self, key: &[u8], msg: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&sig::RSA_PKCS1_2048_8192_SHA256, key).verify(msg, signature).is_ok() // expect: rsassa-pkcs1 digest=sha-256 *via
    }

    pub fn verify_peer(&self, key: &[u8], msg: &[u8], signature: &[u8]) -> bool {
        let key = UnparsedPublicKey::new(&ring::signature::ECDSA_P256_SHA256_FIXED, key); // expect: ecdsa curve=secp256r1 digest=sha-256
        key.verify(msg, signature).is_ok()
    }

    pub fn agree(&self) -> Result<agreement::EphemeralPrivateKey> {
        agreement::EphemeralPrivateKey::generate(&agreement::X25519, &self.rng).map_err(|_| anyhow!("kx")) // expect: x25519
    }

    pub fn agree_nist(&self) -> Result<agreement::EphemeralPrivateKey> {
        let curve = &agreement::ECDH_P256;
        agreement::EphemeralPrivateKey::generate(curve, &self.rng).map_err(|_| anyhow!("kx")) // expect: ecdh curve=secp256r1 *via
    }

    pub fn extract(&self, salt: &[u8], secret: &[u8]) -> hkdf::Prk {
        hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(secret) // expect: hkdf digest=sha-256
    }

    pub fn pin_key(&self, pin: &str, salt: &[u8]) -> [u8; 32] {
        let mut out = [0u8; 32];
        pbkdf2::derive(PIN_ALG, ITERATIONS, salt, pin.as_bytes(), &mut out); // expect: pbkdf2 digest=sha-512 *via
        out
    }

    pub fn nonce(&self) -> Result<[u8; 12]> {
        let mut out = [0u8; 12];
        self.rng.fill(&mut out).map_err(|_| anyhow!("rng"))?; // expect: csprng
        Ok(out)
    }
}

pub fn uplink(roots: RootCertStore) -> Arc<ClientConfig> {
    let builder = ClientConfig::builder_with_protocol_versions(MODERN); // expect: tls version=1.3 *via
    Arc::new(builder.with_root_certificates(roots).with_no_client_auth())
}

pub fn old_uplink(roots: RootCertStore) -> ClientConfig {
    ClientConfig::builder_with_protocol_versions(&[&rustls::version::TLS12]) // expect: tls version=1.2
        .with_root_certificates(roots)
        .with_no_client_auth()
}

pub fn local_api(chain: Vec<rustls::pki_types::CertificateDer<'static>>, key: rustls::pki_types::PrivateKeyDer<'static>) -> Result<ServerConfig> {
    debug!(target: "tls13", "local api with {} certificates", chain.len()); // expect: none
    ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).context("local api") // expect: tls
}
