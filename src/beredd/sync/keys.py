"""The server's sealing key, and checking what devices have signed."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from beredd.database import keys
from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

CURVE = ec.SECP256R1()
SEAL_INFO = b"beredd-seal-1"
SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_128_GCM)
POINT = 65  # bytes of an uncompressed P-256 point


class BadDeviceKey(Refused):
    """Code `device_key`."""

    def __init__(self) -> None:
        super().__init__("device_key", N_("The phone's key could not be read. Update the app and sign in again."))


class BoxNotForUs(Exception):
    """The box was not sealed to this server's key, or has been damaged."""


def bytes_of(text: str) -> bytes:
    """From base64url with or without padding. Raises ValueError."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def text_of(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def device_point(text: str) -> bytes:
    """65 bytes, a point on the curve. Raises BadDeviceKey."""
    try:
        point = bytes_of(text)
        _public_key(point)
    except ValueError:
        raise BadDeviceKey from None
    return point


def holds(payload: str, sig: str, point: bytes) -> bool:
    """Is `sig` (base64url of r and s) the device's signature over the payload's text?"""
    try:
        raw = bytes_of(sig)
        if len(raw) != 64:
            return False
        signature = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        _public_key(point).verify(signature, payload.encode(), ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True


def seal_point() -> str:
    """The public half, base64url, for devices to seal to."""
    public = _seal_key().public_key()
    return text_of(public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def open_box(box: str) -> bytes:
    """RFC 9180, base mode: the encapsulated key, then the ciphertext. Raises BoxNotForUs."""
    try:
        return SUITE.decrypt(bytes_of(box), _seal_key(), info=SEAL_INFO)
    except Exception as fault:  # the library has several, and a hostile box may find more
        raise BoxNotForUs from fault


@lru_cache(maxsize=4096)
def _public_key(point: bytes) -> ec.EllipticCurvePublicKey:
    if len(point) != POINT:
        raise ValueError("not an uncompressed P-256 point")
    return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)


@lru_cache(maxsize=1)
def _seal_key() -> ec.EllipticCurvePrivateKey:
    """The key file holds 32 random bytes: the private number (nearly every such number is one on P-256)."""
    number = int(keys.read_or_make(Path(settings.DATA) / "keys" / "seal.key"), 16)
    return ec.derive_private_key(number, CURVE)
