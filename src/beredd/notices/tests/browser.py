"""A browser that has agreed to be told, as far as a server can tell: its keys, and what it reads."""

import json
from base64 import urlsafe_b64encode
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from beredd.notices.rules.push import Subscription

AUTH = b"sixteen bytes...."[:16]


class Browser:
    def __init__(self, endpoint: str) -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        key, auth = (urlsafe_b64encode(part).rstrip(b"=").decode() for part in (point, AUTH))
        self.subscription = Subscription(endpoint, key, auth)

    def read(self, content: bytes) -> Any:
        """What its service worker is given."""
        said = http_ece.decrypt(content, private_key=self.private, auth_secret=AUTH, version="aes128gcm")
        return json.loads(said)
