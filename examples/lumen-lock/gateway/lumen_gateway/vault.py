# SPDX-License-Identifier: Apache-2.0
"""What the gateway keeps: PIN digests, sealed access logs, cached firmware."""

import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PIN_ITERATIONS = 210_000


def pin_digest(pin: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", pin.encode(), salt, PIN_ITERATIONS)


def is_pin(pin: str, salt: bytes, digest: bytes) -> bool:
    return hmac.compare_digest(pin_digest(pin, salt), digest)


def seal_log(key: bytes, log: bytes, lock_id: str) -> bytes:
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, log, lock_id.encode())


def make_log_key() -> bytes:
    return AESGCM.generate_key(bit_length=256)


def cache_name(firmware: bytes) -> str:
    """A name for the download cache; the signature is what decides."""
    return hashlib.md5(firmware, usedforsecurity=False).hexdigest()


def legacy_lock_id(serial: str) -> str:
    """Locks sold before 2022 are known by the SHA-1 of their serial number."""
    return hashlib.sha1(serial.encode()).hexdigest()[:12]
