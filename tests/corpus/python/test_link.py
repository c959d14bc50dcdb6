"""pytest suite and simulator of the field link."""
import hashlib as H
import hmac as _hmac
import importlib
import ssl as _ssl
from contextlib import contextmanager

import pytest
from Crypto.Cipher import AES, ChaCha20_Poly1305
from Crypto.Hash import keccak
from cryptography.hazmat.backends import default_backend
from cryptography.hazmat.primitives import cmac, hashes, keywrap, poly1305
from cryptography.hazmat.primitives.asymmetric import dh, dsa, ec, padding, rsa, utils, x448
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESOCB3, AESSIV, AESGCMSIV
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.kdf.kbkdf import KBKDFHMAC, CounterLocation, Mode

CASES = [
    ("aes-128", 16),  # expect: none
    ("aes-256", 32),  # expect: none
]
GROUP_BITS = 2048


class FakeCipher:  # expect: none
    def update(self, data):
        return bytes(b ^ 0x55 for b in data)


class Link:
    """Simulated link. `key` is bytes."""

    digest = staticmethod(H.sha256)
    curve = ec.SECP521R1

    def __init__(self, key):
        self.key = key
        self.frames = []

    def tag(self, frame):
        mac = _hmac.new(self.key, digestmod="sha3_256")  # expect: hmac digest=sha3-256
        mac.update(frame)
        return mac.digest()[:8]

    def frame_id(self, frame):
        return self.digest(frame).hexdigest()  # expect: sha-256 *via

    def identity(self):
        return ec.generate_private_key(self.curve())  # expect: ec curve=secp521r1 *via

    def radio_tag(self, frame):
        mac = cmac.CMAC(algorithms.AES(self.key))  # expect: cmac
        mac.update(frame)
        return mac.finalize()

    def one_time_tag(self, frame):
        return poly1305.Poly1305.generate_tag(self.key, frame)  # expect: poly1305

    def seal(self, nonce, frame):
        return AESOCB3(self.key).encrypt(nonce, frame, None)  # expect: aes mode=ocb

    def seal_siv(self, frame):
        return AESSIV(self.key).encrypt(frame, None)  # expect: aes mode=siv

    def seal_safe(self, nonce, frame):
        box = AESGCMSIV(self.key)  # expect: aes mode=gcm-siv
        return box.encrypt(nonce, frame, b"link")

    def wrap(self, inner):
        return keywrap.aes_key_wrap(self.key, inner)  # expect: aes mode=kw

    def subkey(self, label):
        kdf = KBKDFHMAC(algorithm=hashes.SHA256(), mode=Mode.CounterMode, length=32, rlen=4, llen=4, location=CounterLocation.BeforeFixed, label=label, context=b"", fixed=None)  # expect: sp800-108 digest=sha-256
        return kdf.derive(self.key)

    def oneshot(self, shared):
        return ConcatKDFHash(algorithm=hashes.SHA384(), length=48, otherinfo=b"link").derive(shared)  # expect: sp800-56c digest=sha-384


def old_parameters():
    return dh.generate_parameters(generator=2, key_size=GROUP_BITS)  # expect: ffdh keyBits=2048 *via


def old_signer():
    return dsa.generate_private_key(key_size=1024)  # expect: dsa keyBits=1024


def new_exchange():
    return x448.X448PrivateKey.generate()  # expect: x448


def verify_prehashed(key: rsa.RSAPublicKey, sig, digest):
    key.verify(sig, digest, padding.PKCS1v15(), utils.Prehashed(hashes.SHA256()))  # expect: rsassa-pkcs1 digest=sha-256


def triple(key, iv):
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES as T3

    return Cipher(T3(key), modes.CBC(iv), backend=default_backend())  # expect: 3des mode=cbc *via


def address(pub):
    return keccak.new(digest_bits=256, data=pub).digest()[12:]  # expect: keccak


def box(key, nonce):
    return ChaCha20_Poly1305.new(key=key, nonce=nonce)  # expect: chacha20-poly1305


@contextmanager
def loopback():
    ctx = _ssl.SSLContext(_ssl.PROTOCOL_TLS_SERVER)  # expect: tls *via
    ctx.minimum_version = _ssl.TLSVersion["TLSv1_2"]  # expect: tls version=1.2 *via
    yield ctx


@pytest.mark.parametrize("name,size", CASES)
def test_aes_names(name, size):  # expect: none
    assert name.split("-")[1] == str(size * 8)


def test_sha1_is_refused():  # expect: none
    link = Link(b"\0" * 32)
    assert not hasattr(link, "sha1")  # expect: none


def test_gcm_roundtrip():
    key = bytes(16)
    sealed = AES.new(key, AES.MODE_GCM, nonce=bytes(12))  # expect: aes keyBits=128 mode=gcm
    assert sealed.encrypt(b"x") != b"x"


def test_plugin():
    module = importlib.import_module("link_md5")  # expect: none
    assert module.__name__ == "link_md5"  # expect: none
