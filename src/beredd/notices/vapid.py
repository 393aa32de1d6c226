"""The key by which push services know this server. Made at first need; phones that have agreed are bound to it."""

from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from py_vapid import Vapid02

from beredd.database import keys

HOLDS = timedelta(hours=12)  # RFC 8292: at most a day


def public_key() -> str:
    """base64url of the uncompressed point, as `PushManager.subscribe` wants it."""
    point = _key(_file()).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()


def signed(endpoint: str, *, contact: str, at: datetime) -> dict[str, str]:
    """The header that says who sends. `contact`: whom the service turns to, mailto: or https:."""
    parts = urlsplit(endpoint)
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "sub": contact, "exp": int((at + HOLDS).timestamp())}
    return dict(Vapid02(_key(_file())).sign(claims))


def _file() -> Path:
    return Path(settings.DATA) / "keys" / "vapid.key"


@lru_cache(maxsize=1)
def _key(file: Path) -> ec.EllipticCurvePrivateKey:
    """The file holds 32 random bytes: the private number."""
    return ec.derive_private_key(int(keys.read_or_make(file), 16), ec.SECP256R1())
