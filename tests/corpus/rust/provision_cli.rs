//! `provision`: command line tool for the factory line. openssl crate, because the HSM driver wants it.
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use openssl::asn1::Asn1Time;
use openssl::bn::BigNum;
use openssl::ec::{EcGroup, EcKey};
use openssl::error::ErrorStack;
use openssl::hash::{hash, Hasher, MessageDigest};
use openssl::nid::Nid;
use openssl::pkcs5::{pbkdf2_hmac, scrypt};
use openssl::pkey::{Id, PKey, Private};
use openssl::rsa::{Padding, Rsa};
use openssl::ssl::{SslConnector, SslMethod, SslVersion};
use openssl::symm::{self, decrypt, encrypt, encrypt_aead, Cipher as SymCipher};
use openssl::x509::{X509Builder, X509NameBuilder};

const BACKUP_BITS: u32 = 4096;
const DEVICE_NID: Nid = Nid::X9_62_PRIME256V1;

#[derive(Clone, Copy, ValueEnum)]
enum Show {
    Rsa, // expect: none
    Ec,
    Sha256, // expect: none
}

#[derive(Parser)]
struct Args {
    /// what to print; "aes" prints nothing
    #[arg(long, default_value = "sha256")] // expect: none
    show: Show,
    out: PathBuf,
}

fn device_key() -> Result<PKey<Private>, ErrorStack> {
    let group = EcGroup::from_curve_name(DEVICE_NID)?;
    PKey::from_ec_key(EcKey::generate(&group)?) // expect: ec curve=secp256r1 *via
}

fn backup_key() -> Result<Rsa<Private>, ErrorStack> {
    Rsa::generate(BACKUP_BITS) // expect: rsa keyBits=4096 *via
}

fn reader_key() -> Result<Rsa<Private>, ErrorStack> {
    openssl::rsa::Rsa::generate(2048) // expect: rsa keyBits=2048
}

fn exchange_key() -> Result<PKey<Private>, ErrorStack> {
    PKey::generate_x25519() // expect: x25519
}

fn root_key() -> Result<PKey<Private>, ErrorStack> {
    PKey::generate_ed25519() // expect: ed25519
}

fn digest(data: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    Ok(hash(MessageDigest::sha256(), data)?.to_vec()) // expect: sha-256
}

fn long_digest(parts: &[&[u8]]) -> Result<Vec<u8>, ErrorStack> {
    let kind = MessageDigest::sha3_512();
    let mut hasher = Hasher::new(kind)?; // expect: sha3-512 *via
    for part in parts {
        hasher.update(part)?;
    }
    Ok(hasher.finish()?.to_vec())
}

fn seal(key: &[u8], iv: &[u8], data: &[u8], tag: &mut [u8]) -> Result<Vec<u8>, ErrorStack> {
    encrypt_aead(SymCipher::aes_256_gcm(), key, Some(iv), b"", data, tag) // expect: aes keyBits=256 mode=gcm *via
}

fn seal_backup(key: &[u8], iv: &[u8], data: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let cipher = symm::Cipher::aes_128_cbc();
    encrypt(cipher, key, Some(iv), data) // expect: aes keyBits=128 mode=cbc *via
}

fn open_reader(key: &[u8], iv: &[u8], data: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    decrypt(openssl::symm::Cipher::des_ede3_cbc(), key, Some(iv), data) // expect: 3des mode=cbc
}

fn pin_key(pin: &str, salt: &[u8], out: &mut [u8]) -> Result<(), ErrorStack> {
    pbkdf2_hmac(pin.as_bytes(), salt, 20_000, MessageDigest::sha512(), out) // expect: pbkdf2 digest=sha-512
}

fn operator_key(pass: &str, salt: &[u8], out: &mut [u8]) -> Result<(), ErrorStack> {
    scrypt(pass.as_bytes(), salt, 16384, 8, 1, 64 << 20, out) // expect: scrypt
}

fn wrap(key: &Rsa<Private>, secret: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut out = vec![0; key.size() as usize];
    let n = key.public_encrypt(secret, &mut out, Padding::PKCS1)?; // expect: rsaes-pkcs1
    out.truncate(n);
    Ok(out)
}

fn cert_name(der: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let sha = MessageDigest::sha1();
    Ok(hash(sha, der)?.to_vec()) // expect: sha-1 *via
}

fn connector() -> Result<SslConnector, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls_client())?; // expect: tls
    builder.set_min_proto_version(Some(SslVersion::TLS1_2))?; // expect: tls version=1.2
    Ok(builder.build())
}

fn lab_connector() -> Result<SslConnector, ErrorStack> {
    let floor = SslVersion::TLS1_3;
    let mut builder = SslConnector::builder(SslMethod::tls())?; // expect: tls
    builder.set_min_proto_version(Some(floor))?; // expect: tls version=1.3 *via
    Ok(builder.build())
}

fn skeleton(name: &str) -> Result<X509Builder, ErrorStack> {
    let mut subject = X509NameBuilder::new()?;
    subject.append_entry_by_text("CN", name)?;
    let mut builder = X509Builder::new()?;
    builder.set_serial_number(BigNum::from_u32(1)?.to_asn1_integer()?.as_ref())?;
    builder.set_not_before(Asn1Time::days_from_now(0)?.as_ref())?;
    Ok(builder)
}

fn is_modern(key: &PKey<Private>) -> bool {
    key.id() != Id::RSA
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    println!("provision: writing RSA and EC keys to {}", args.out.display()); // expect: none
    let _ = (device_key()?, is_modern(&root_key()?), skeleton("probe")?);
    Ok(())
}
