# Bridge between the site broker (MQTT over TLS), the SFTP drop and the token service.
import asyncio
import json
import ssl
import time

import jwt
import paramiko
from jose import jwe
from jose import jwt as jose_jwt
from jose.constants import ALGORITHMS

TOPIC_ROOT = "site/+/sha256/state"  # expect: none
TOKEN_ALG = "ES256"
DEFAULTS = {"host": "broker.local", "port": 8883, "alg": "PS384"}


class Cipher:  # expect: none
    """The cipher of the daily crossword, printed on the dashboard."""

    def __init__(self, clue):
        self.clue = clue

    def encrypt(self):
        return self.clue[::-1]


def client_context(ca, cert, key):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # expect: tls
    ctx.minimum_version = ssl.TLSVersion.TLSv1_2  # expect: tls version=1.2
    ctx.load_verify_locations(ca)
    ctx.load_cert_chain(cert, key)
    return ctx


def server_context(cert, key):
    floor = ssl.TLSVersion.TLSv1_3
    ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # expect: tls
    ctx.minimum_version = floor  # expect: tls version=1.3 *via
    ctx.load_cert_chain(cert, key)
    return ctx


def plc_context():
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # expect: tls version=1.0
    ctx.set_ciphers("AES128-SHA")  # expect: tls
    return ctx


def device_token(device, secret):
    claims = {"sub": device, "iat": int(time.time())}
    return jwt.encode(claims, secret, algorithm="HS256")  # expect: hmac digest=sha-256


def service_token(service, pem):
    claims = {"sub": service, "iat": int(time.time())}
    return jwt.encode(claims, pem, algorithm=TOKEN_ALG)  # expect: ecdsa curve=secp256r1 digest=sha-256 *via


def partner_token(partner, pem):
    return jwt.encode({"sub": partner}, pem, DEFAULTS["alg"])  # expect: rsassa-pss digest=sha-384 *via


def check_cloud(token, pem):
    return jwt.decode(token, pem, algorithms=["RS256"], audience="bridge")  # expect: rsassa-pkcs1 digest=sha-256


def check_edge(token, jwk):
    return jose_jwt.decode(token, jwk, algorithms=ALGORITHMS.HS512)  # expect: hmac digest=sha-512 *via


def wrap_report(report, jwk):
    return jwe.encrypt(json.dumps(report), jwk, algorithm="dir", encryption="A256GCM")  # expect: aes keyBits=256 mode=gcm


def new_drop_key(path):
    key = paramiko.RSAKey.generate(bits=3072)  # expect: rsa keyBits=3072
    key.write_private_key_file(path)
    return key.get_base64()


def new_host_key(path):
    key = paramiko.ECDSAKey.generate(bits=521)  # expect: ecdsa curve=secp521r1
    key.write_private_key_file(path)


def sign_alias(alg_name, data):
    # "alg_name" is a label for the UI; nothing is signed here
    return {"ui": f"{alg_name}: RSA-SHA256", "n": len(data)}  # expect: none


async def run(host, port, ctx):
    reader, writer = await asyncio.open_connection(host, port, ssl=ctx)
    writer.write(b"\x10\x0e\x00\x04MQTT\x04\x02\x00\x3c\x00\x02br")
    await writer.drain()
    data = await reader.read(64)
    writer.close()
    return data


def test_md5_topic_is_rejected():  # expect: none
    assert TOPIC_ROOT.count("/") == 3
