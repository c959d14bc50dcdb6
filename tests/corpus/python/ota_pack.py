#!/usr/bin/env python3
# ota_pack.py - packs, hashes and signs firmware bundles
import argparse
import hashlib
import hmac
import json
import struct
import sys
import zlib
from pathlib import Path
from functools import partial

import hashlib as hl
from hashlib import blake2b as _b2
from hashlib import sha384 as digest48

MAGIC = 0x5A17B007
CHUNK = 64 * 1024
IMAGE_HASH = "sha3_256"
LEGACY = {"page": "md5", "index": "sha1"}
FINGERPRINTS = {
    1: hashlib.sha256,
    2: hashlib.sha512,
}
TLV = {"sha256": 0x10, "ecdsa": 0x22, "aes": 0x31}  # expect: none

new_image_hash = partial(hashlib.new, "sha512_256")


def crc(data):
    return zlib.crc32(data) & 0xFFFFFFFF


def chunks(path):
    with open(path, "rb") as fh:
        while True:
            block = fh.read(CHUNK)
            if not block:
                return
            yield block


def image_digest(path):
    h = hashlib.sha256()  # expect: sha-256
    for block in chunks(path):
        h.update(block)
    return h.digest()


def image_digest_v2(path):
    h = hashlib.new(IMAGE_HASH)  # expect: sha3-256 *via
    for block in chunks(path):
        h.update(block)
    return h.digest()


def page_digest(page):
    return hl.md5(page, usedforsecurity=False).hexdigest()  # expect: md5 *via


def index_digest(text):
    return hashlib.new(LEGACY["index"], text.encode()).hexdigest()  # expect: sha-1 *via


def bundle_id(parts):
    h = _b2(digest_size=16)  # expect: blake2b *via
    for part in parts:
        h.update(part)
    return h.hexdigest()


def trailer(body):
    return digest48(body).digest()  # expect: sha-384 *via


def manifest_tag(key, manifest):
    body = json.dumps(manifest, sort_keys=True).encode()
    return hmac.new(key, body, hashlib.sha256).hexdigest()  # expect: hmac digest=sha-256


def old_tag(key, body):
    return hmac.new(key, body, "md5").hexdigest()  # expect: hmac digest=md5


def fast_tag(key, body):
    return hmac.digest(key, body, "sha512")  # expect: hmac digest=sha-512


def derive(passphrase, salt):
    return hashlib.pbkdf2_hmac("sha256", passphrase, salt, 600_000)  # expect: pbkdf2 digest=sha-256


def derive_hard(passphrase, salt):
    return hashlib.scrypt(passphrase, salt=salt, n=16384, r=8, p=1)  # expect: scrypt


def short_digest(data):
    return new_image_hash(data).hexdigest()  # expect: sha-512/256 *via


def xof(seed, n):
    return hashlib.shake_256(seed).digest(n)  # expect: shake256


def fingerprint(version, data):
    h = FINGERPRINTS[1](data) if version < 2 else hashlib.blake2s(data)  # expect: sha-256, blake2s *via
    return h.hexdigest()[:16]


def pack(args):
    body = Path(args.image).read_bytes()
    header = struct.pack("<IIHH", MAGIC, len(body), args.version, 0)
    print(f"sha256 of {args.image} goes to the TLV area")  # expect: none
    # TODO: ed25519 signing is done by the HSM, see docs/aes.md  # expect: none
    Path(args.out).write_bytes(header + body + image_digest(args.image))
    return 0


def main(argv=None):
    p = argparse.ArgumentParser(prog="ota_pack")
    p.add_argument("image")
    p.add_argument("out")
    p.add_argument("--version", type=int, default=1)
    p.add_argument("--hash", choices=["sha256", "sha512", "md5"], help="shown in the report only")  # expect: none
    p.add_argument("--git-sha", default="", help="commit of the build")  # expect: none
    args = p.parse_args(argv)
    return pack(args)


if __name__ == "__main__":
    sys.exit(main())
