"""Talks to meter cards and old readers. PyCryptodome on purpose: the readers need CFB8 and 3DES."""
from binascii import hexlify

from Crypto.Cipher import AES, ARC4, DES, DES3, PKCS1_OAEP, Blowfish
from Crypto.Cipher import AES as _A
from Crypto.Hash import CMAC, HMAC, KMAC256, MD5, SHA1, SHA3_384, SHA256, SHA512
from Crypto.Protocol.KDF import HKDF, PBKDF2, bcrypt, scrypt
from Crypto.PublicKey import ECC, RSA
from Crypto.Random import get_random_bytes
from Crypto.Signature import DSS, eddsa, pkcs1_15, pss

BLOCK = 16
LINK_MODE = AES.MODE_EAX
CARD_MODES = {"wipe": DES3.MODE_ECB, "file": DES3.MODE_CBC}
BITS = 1024 * 3


class Reader:
    AES_NAME = "aes"  # expect: none

    def __init__(self, port):
        self.port = port
        self.master = get_random_bytes(16)  # expect: csprng

    def open_link(self, key, nonce):
        return AES.new(key, LINK_MODE, nonce=nonce)  # expect: aes mode=eax *via

    def open_file(self, key, iv):
        return DES3.new(key, CARD_MODES["file"], iv)  # expect: 3des mode=cbc *via

    def wipe(self, key):
        return DES.new(key, DES.MODE_ECB)  # expect: des mode=ecb

    def stream(self, key):
        return ARC4.new(key)  # expect: rc4

    def serial_line(self, key, iv):
        return _A.new(key, _A.MODE_CFB, iv, segment_size=8)  # expect: aes mode=cfb8 *via

    def archive(self, key, iv):
        bf = Blowfish.new(key, Blowfish.MODE_CBC, iv)  # expect: blowfish mode=cbc
        return bf

    def tag(self, key, frame):
        mac = CMAC.new(key, ciphermod=AES)  # expect: cmac
        mac.update(frame)
        return mac.digest()

    def describe(self):
        return f"{self.port}: DES/3DES reader, MD5 index"  # expect: none


def new_site_key():
    return RSA.generate(BITS)  # expect: rsa keyBits=3072 *via


def new_meter_key():
    return ECC.generate(curve="P-256")  # expect: ec curve=secp256r1


def new_hub_key():
    return ECC.generate(curve="Ed25519")  # expect: ed25519


def sign_frame(key: ECC.EccKey, frame):
    h = SHA256.new(frame)  # expect: sha-256
    return DSS.new(key, "fips-186-3").sign(h)  # expect: ecdsa


def sign_report(key, report):
    return pkcs1_15.new(key).sign(SHA512.new(report))  # expect: rsassa-pkcs1 digest=sha-512


def verify_cloud(key, report, signature):
    pss.new(key).verify(SHA3_384.new(report), signature)  # expect: rsassa-pss digest=sha3-384


def verify_hub(key, msg, signature):
    eddsa.new(key, "rfc8032").verify(msg, signature)  # expect: eddsa


def wrap_master(pub, master):
    return PKCS1_OAEP.new(pub, hashAlgo=SHA256).encrypt(master)  # expect: rsaes-oaep digest=sha-256


def card_key(password, salt):
    return PBKDF2(password, salt, 32, count=100000, hmac_hash_module=SHA512)  # expect: pbkdf2 digest=sha-512


def split_keys(master, salt):
    return HKDF(master, 32, salt, SHA256, 2)  # expect: hkdf digest=sha-256


def login_hash(password):
    return bcrypt(password, 12)  # expect: bcrypt


def card_index(name):
    return hexlify(MD5.new(name.encode()).digest())  # expect: md5


def keyed(key, msg):
    mac = HMAC.new(key, msg, digestmod=SHA1)  # expect: hmac digest=sha-1
    return mac.hexdigest()


def label(key, msg):
    return KMAC256.new(key=key, data=msg, mac_len=32).digest()  # expect: kmac
