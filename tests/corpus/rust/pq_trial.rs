//! Post-quantum trial of the link layer and of the update signatures.
use ed25519_dalek::{Signer, SigningKey};
use kem::{Decapsulate, Encapsulate};
use ml_dsa::{KeyGen, MlDsa44, MlDsa87};
use ml_kem::{KemCore, MlKem1024, MlKem768 as LinkKem};
use oqs::{kem as oqs_kem, sig as oqs_sig};
use pqcrypto_mldsa::mldsa65;
use pqcrypto_mlkem::mlkem512;
use rand_core::{CryptoRngCore, OsRng};
use sha3::digest::{ExtendableOutput, Update, XofReader};
use sha3::{Shake128, Shake256};
use slh_dsa::{Sha2_128s, Shake256f, SigningKey as SlhKey};

type UpdateSig = MlDsa87;
type BackupSig = Sha2_128s;

pub const LABEL: &str = "pq-trial/ML-KEM-768+X25519"; // expect: none

#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub ml_kem_768_public: usize, // expect: none
    pub ml_dsa_65_signature: usize, // expect: none
}

/// Sizes as printed in the status page (FIPS 203 table 3, FIPS 204 table 2).
pub const SIZES: Sizes = Sizes { ml_kem_768_public: 1184, ml_dsa_65_signature: 3309 }; // expect: none

pub fn link_keys<R: CryptoRngCore>(rng: &mut R) -> (<LinkKem as KemCore>::DecapsulationKey, <LinkKem as KemCore>::EncapsulationKey) {
    LinkKem::generate(rng) // expect: ml-kem-768 *via
}

pub fn vault_keys() {
    let (_dk, ek) = MlKem1024::generate(&mut OsRng); // expect: ml-kem-1024
    let _ = ek.encapsulate(&mut OsRng);
}

pub fn old_peer(pk: &mlkem512::PublicKey) -> (mlkem512::SharedSecret, mlkem512::Ciphertext) {
    mlkem512::encapsulate(pk) // expect: ml-kem-512
}

pub fn sensor_signer(rng: &mut OsRng) -> ml_dsa::KeyPair<MlDsa44> {
    MlDsa44::key_gen(rng) // expect: ml-dsa-44
}

pub fn update_signer(rng: &mut OsRng) -> ml_dsa::KeyPair<UpdateSig> {
    UpdateSig::key_gen(rng) // expect: ml-dsa-87 *via
}

pub fn release_sign(msg: &[u8], sk: &mldsa65::SecretKey) -> mldsa65::DetachedSignature {
    mldsa65::detached_sign(msg, sk) // expect: ml-dsa-65
}

pub fn backup_signer() -> SlhKey<BackupSig> {
    SlhKey::<BackupSig>::new(&mut OsRng) // expect: slh-dsa-sha2-128s *via
}

pub fn archive_signer() -> SlhKey<Shake256f> {
    SlhKey::<Shake256f>::new(&mut OsRng) // expect: slh-dsa-shake-256f
}

pub fn oqs_link() -> oqs::Result<oqs_kem::Kem> {
    oqs_kem::Kem::new(oqs_kem::Algorithm::MlKem768) // expect: ml-kem-768 *via
}

pub fn oqs_update() -> oqs::Result<oqs_sig::Sig> {
    let algorithm = oqs_sig::Algorithm::MlDsa65;
    oqs_sig::Sig::new(algorithm) // expect: ml-dsa-65 *via
}

pub fn classical_half() -> SigningKey {
    SigningKey::generate(&mut OsRng) // expect: ed25519
}

pub fn transcript(parts: &[&[u8]], out: &mut [u8]) {
    let mut xof = Shake256::default(); // expect: shake256
    for part in parts {
        xof.update(part);
    }
    xof.finalize_xof().read(out);
}

pub fn expand(seed: &[u8], out: &mut [u8]) {
    let mut hasher = Shake128::default(); // expect: shake128
    hasher.update(seed);
    hasher.finalize_xof().read(out);
}

pub fn describe(bytes: usize) -> String {
    match bytes {
        1184 => "ML-KEM-768 public key".into(), // expect: none
        2420 => "ML-DSA-44 signature".into(),   // expect: none
        n => format!("{n} bytes"),
    }
}
