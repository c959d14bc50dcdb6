"""Local vault of the edge node, plus the post-quantum trial."""
import secrets
from typing import Callable, Mapping

import nacl.public
import nacl.secret
import nacl.signing
import nacl.pwhash
import oqs
from nacl.hash import sha512 as nacl_sha512
from nacl.encoding import RawEncoder

import hashlib
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher as C
from cryptography.hazmat.primitives.ciphers import algorithms as algos
from cryptography.hazmat.primitives.ciphers import modes as m

KEM = "ML-KEM-1024"
SIGS = ("ML-DSA-44", "SLH-DSA-SHA2-128s")
CURVES: Mapping[str, ec.EllipticCurve] = {"meter": ec.SECP256K1(), "hub": ec.BrainpoolP256R1()}


class Key:  # expect: none
    """A row of the settings table."""

    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value


def vault_box(key: bytes):
    return nacl.secret.SecretBox(key)  # expect: xsalsa20-poly1305


def peer_box(mine, theirs):
    return nacl.public.Box(mine, theirs)  # expect: x25519, xsalsa20-poly1305


def node_signer():
    return nacl.signing.SigningKey.generate()  # expect: ed25519


def unlock(password: bytes, salt: bytes) -> bytes:
    kdf = nacl.pwhash.argon2id.kdf
    return kdf(32, password, salt)  # expect: argon2 *via


def blob_id(blob: bytes) -> bytes:
    return nacl_sha512(blob, encoder=RawEncoder)  # expect: sha-512 *via


def encapsulate(public_key: bytes):
    with oqs.KeyEncapsulation(KEM) as kem:  # expect: ml-kem-1024 *via
        return kem.encap_secret(public_key)


def trial_sign(message: bytes, secret: bytes) -> bytes:
    signer = oqs.Signature("ML-DSA-65", secret)  # expect: ml-dsa-65
    return signer.sign(message)


def trial_verify(message: bytes, sig: bytes, pub: bytes) -> bool:
    with oqs.Signature(SIGS[1]) as verifier:  # expect: slh-dsa-sha2-128s *via
        return verifier.verify(message, sig, pub)


def hub_key():
    return ec.generate_private_key(CURVES["hub"])  # expect: ec curve=brainpoolP256r1 *via


def disk_cipher(key: bytes, tweak: bytes):
    return C(algos.AES(key), m.XTS(tweak))  # expect: aes mode=xts *via


def make_cipher(algorithm: Callable, mode: Callable, key: bytes, iv: bytes):
    return C(algorithm(key), mode(iv))  # expect: camellia mode=cbc *via


def archive_cipher(key: bytes, iv: bytes):
    return make_cipher(algos.Camellia, m.CBC, key, iv)


def digest_of(name: str, data: bytes) -> str:
    return hashlib.new(name, data).hexdigest()  # expect: sha3-512 *via


def shelf_label(text: str) -> str:
    return digest_of("sha3_512", text.encode())[:12]


def tree_hash(parts: list[bytes]) -> bytes:
    make = hashes.SHAKE128(32)
    h = hashes.Hash(make)  # expect: shake128 *via
    for part in parts:
        h.update(part)
    return h.finalize()


def session_id() -> str:
    return secrets.token_hex(16)  # expect: csprng


def sealed_note(key: bytes, text: str) -> bytes:
    box = Fernet(key)  # expect: aes keyBits=128 mode=cbc padding=pkcs7, hmac digest=sha-256
    return box.encrypt(text.encode())


def banner() -> str:
    return "edge-vault (ML-KEM trial, RSA off)"  # expect: none


def menu() -> list[str]:
    aes_enabled, rsa_count = True, 0  # expect: none
    return [f"AES: {aes_enabled}", f"RSA keys: {rsa_count}"]  # expect: none
