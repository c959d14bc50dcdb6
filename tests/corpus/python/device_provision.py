"""Provisioning service: issues device certificates and storage keys.

Supports RSA-2048 and P-256 devices; DES-era readers were dropped in 2019.  # expect: none
"""
from __future__ import annotations

import base64
import datetime as dt
import logging
import os
from dataclasses import dataclass
from enum import Enum

from cryptography import x509
from cryptography.hazmat.primitives import hashes, hmac, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESCCM, AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.x509.oid import NameOID

log = logging.getLogger("provision.aes")  # expect: none

DEVICE_CURVE = ec.SECP384R1()
ROOT_BITS = 4096
SIG_HASH = hashes.SHA512


class Stage(Enum):
    FACTORY = "factory"
    FIELD = "field"


@dataclass
class Request:
    serial: str
    stage: Stage
    cipher_suite_hint: str = "ignored"  # expect: none
    sha: str = ""  # expect: none


class Authority:
    def __init__(self, name: str) -> None:
        self.name = name
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=ROOT_BITS)  # expect: rsa keyBits=4096 *via

    def new_device_key(self) -> ec.EllipticCurvePrivateKey:
        return ec.generate_private_key(DEVICE_CURVE)  # expect: ec curve=secp384r1 *via

    def new_reader_key(self):
        return rsa.generate_private_key(65537, 2048)  # expect: rsa keyBits=2048

    def new_gateway_key(self):
        return ed25519.Ed25519PrivateKey.generate()  # expect: ed25519

    def subject(self, request: Request) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, request.serial)])

    def sign_manifest(self, blob: bytes) -> bytes:
        pss = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=padding.PSS.MAX_LENGTH)
        return self.key.sign(blob, pss, hashes.SHA256())  # expect: rsassa-pss digest=sha-256 *via

    def sign_old_manifest(self, blob: bytes) -> bytes:
        return self.key.sign(blob, padding.PKCS1v15(), SIG_HASH())  # expect: rsassa-pkcs1 digest=sha-512 *via

    def unwrap(self, blob: bytes) -> bytes:
        return self.key.decrypt(blob, padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None))  # expect: rsaes-oaep digest=sha-256


def sign_token(key: ec.EllipticCurvePrivateKey, blob: bytes) -> bytes:
    return key.sign(blob, ec.ECDSA(hashes.SHA256()))  # expect: ecdsa digest=sha-256


def agree(ours: ec.EllipticCurvePrivateKey, theirs) -> bytes:
    return ours.exchange(ec.ECDH(), theirs)  # expect: ecdh


def session_key(theirs) -> bytes:
    eph = X25519PrivateKey.generate()  # expect: x25519
    shared = eph.exchange(theirs)
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"prov v2").derive(shared)  # expect: hkdf digest=sha-256


def pin_key(pin: str, salt: bytes) -> bytes:
    kdf = PBKDF2HMAC(algorithm=hashes.SHA1(), length=16, salt=salt, iterations=4096)  # expect: pbkdf2 digest=sha-1
    return kdf.derive(pin.encode())


def operator_key(password: bytes, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(password)  # expect: scrypt


def seal(key: bytes, blob: bytes, serial: str) -> bytes:
    nonce = os.urandom(12)  # expect: csprng
    return nonce + AESGCM(key).encrypt(nonce, blob, serial.encode())  # expect: aes mode=gcm


def seal_constrained(key: bytes, nonce: bytes, blob: bytes) -> bytes:
    aead = AESCCM(key, tag_length=8)  # expect: aes mode=ccm
    return aead.encrypt(nonce, blob, None)


def new_storage_key() -> bytes:
    return AESGCM.generate_key(bit_length=256)  # expect: aes keyBits=256 mode=gcm


def seal_stream(key: bytes, nonce: bytes, blob: bytes) -> bytes:
    return ChaCha20Poly1305(key).encrypt(nonce, blob, b"")  # expect: chacha20-poly1305


def xor_stream(key: bytes, iv: bytes, blob: bytes) -> bytes:
    enc = Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor()  # expect: aes mode=ctr
    return enc.update(blob) + enc.finalize()


def fingerprint(cert: x509.Certificate) -> str:
    return cert.fingerprint(hashes.SHA256()).hex()  # expect: sha-256


def audit_tag(key: bytes, line: bytes) -> bytes:
    tag = hmac.HMAC(key, hashes.SHA256())  # expect: hmac digest=sha-256
    tag.update(line)
    return tag.finalize()


def handle(request: Request, ca: Authority) -> dict[str, str]:
    log.info("request %s: signing with ECDSA and AES-256 disabled", request.serial)  # expect: none
    now = dt.datetime.now(dt.timezone.utc).isoformat()
    return {"serial": request.serial, "at": now, "tag": base64.b64encode(audit_tag(b"k", now.encode())).decode()}
