//! Firmware verification for the second-stage loader (`no_std`).
//!
//! Images carry a SHA-256 digest and an Ed25519 or ECDSA signature. // expect: none

#![no_std]

use aes::cipher::{block_padding::Pkcs7, generic_array::GenericArray, BlockDecrypt, BlockDecryptMut, KeyInit, KeyIvInit, StreamCipher};
use aes::{Aes128, Aes256};
use cmac::{Cmac, Mac as _};
use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use p256::ecdsa::VerifyingKey as P256Key;
use sha2::{Digest, Sha256, Sha384, Sha512};
use sha3::Sha3_256;

type Aes128Ctr = ctr::Ctr128BE<Aes128>;
type Decryptor = cbc::Decryptor<Aes256>;
type Tag = Hmac<Sha512>;
type ImageHash = Sha384;

const PAGE: usize = 4096;
const HEADER_MAGIC: u32 = 0x50_51_52_31;

/// Flags in the image header.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Flag {
    Plain = 0,
    AesEncrypted = 1, // expect: none
    Compressed = 2,
}

#[derive(Debug)]
pub enum Error {
    BadMagic,
    BadDigest,
    BadSignature,
    Sha256Mismatch { page: usize }, // expect: none
}

pub struct Header {
    pub magic: u32,
    pub size: u32,
    pub git_sha: [u8; 20], // expect: none
    pub digest: [u8; 32],
}

pub trait Flash {
    fn read(&mut self, offset: usize, out: &mut [u8]) -> Result<(), Error>;
}

pub fn digest_image<F: Flash>(flash: &mut F, size: usize) -> Result<[u8; 32], Error> {
    let mut hasher = Sha256::new(); // expect: sha-256
    let mut page = [0u8; PAGE];
    let mut at = 0;
    while at < size {
        let n = core::cmp::min(PAGE, size - at);
        flash.read(at, &mut page[..n])?;
        hasher.update(&page[..n]);
        at += n;
    }
    Ok(hasher.finalize().into())
}

pub fn digest_manifest(manifest: &[u8]) -> [u8; 48] {
    ImageHash::digest(manifest).into() // expect: sha-384 *via
}

pub fn digest_header(header: &[u8]) -> [u8; 32] {
    Sha3_256::digest(header).into() // expect: sha3-256
}

pub fn verify(key: &VerifyingKey, image: &[u8], sig: &Signature) -> Result<(), Error> {
    key.verify(image, sig).map_err(|_| Error::BadSignature) // expect: ed25519
}

pub fn load_root(bytes: &[u8; 32]) -> Result<VerifyingKey, Error> {
    VerifyingKey::from_bytes(bytes).map_err(|_| Error::BadSignature) // expect: ed25519
}

pub fn load_alt(bytes: &[u8]) -> Result<P256Key, Error> {
    P256Key::from_sec1_bytes(bytes).map_err(|_| Error::BadSignature) // expect: ecdsa curve=secp256r1 *via
}

pub fn decrypt_page(key: &[u8; 16], nonce: &[u8; 16], page: &mut [u8]) {
    let mut cipher = Aes128Ctr::new(key.into(), nonce.into()); // expect: aes keyBits=128 mode=ctr *via
    cipher.apply_keystream(page);
}

pub fn decrypt_config<'a>(key: &[u8; 32], iv: &[u8; 16], buf: &'a mut [u8]) -> Option<&'a [u8]> {
    Decryptor::new(key.into(), iv.into()).decrypt_padded_mut::<Pkcs7>(buf).ok() // expect: aes keyBits=256 mode=cbc padding=pkcs7 *via
}

pub fn unlock_tag(key: &[u8], challenge: &[u8]) -> [u8; 64] {
    let mut mac = Tag::new_from_slice(key).expect("any length"); // expect: hmac digest=sha-512 *via
    mac.update(challenge);
    mac.finalize().into_bytes().into()
}

pub fn session_tag(key: &[u8], message: &[u8], tag: &[u8]) -> bool {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).unwrap(); // expect: hmac digest=sha-256
    mac.update(message);
    mac.verify_slice(tag).is_ok()
}

pub fn radio_tag(key: &[u8; 16], frame: &[u8]) -> [u8; 16] {
    let mut mac = <Cmac<Aes128> as cmac::Mac>::new(key.into()); // expect: cmac
    mac.update(frame);
    mac.finalize().into_bytes().into()
}

pub fn derive(secret: &[u8], info: &[u8]) -> [u8; 32] {
    let mut out = [0u8; 32];
    let kdf = Hkdf::<Sha256>::new(None, secret); // expect: hkdf digest=sha-256
    kdf.expand(info, &mut out).expect("length");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_sha1_and_md5_headers() { // expect: none
        assert_eq!(HEADER_MAGIC, 0x5051_5231, "AES header magic"); // expect: none
        assert!(Flag::Plain != Flag::AesEncrypted);
    }
}
