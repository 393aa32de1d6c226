"""What may be sent to a phone by its push service, and to which services at all.

A phone says by itself where its notices go, and a stranger's phone may say anything. So nothing is sent but to the
services of those who make browsers, and to those that the municipality has named: none of our own network is among
them, and no name needs to be looked up to know it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

# Chrome and what is built on it, Firefox, Safari, Edge. One that begins with a dot: what ends so.
SERVICES = ("fcm.googleapis.com", "updates.push.services.mozilla.com", ".push.apple.com", ".notify.windows.com")
LONGEST_TEXT = 400  # characters: what is encrypted may be 3,993 bytes (RFC 8291), and no phone shows more


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a browser gives: `key` its P-256 point, `auth` 16 bytes, both base64url."""

    endpoint: str
    key: str
    auth: str


def is_served(endpoint: str, services: Iterable[str] = SERVICES) -> bool:
    """A service is a host's name, asked by https on the usual port; or an origin (https://host:port) as it stands."""
    try:
        parts = urlsplit(endpoint)
        origin, host, port = f"{parts.scheme}://{parts.netloc}", parts.hostname or "", parts.port
    except ValueError:
        return False
    if origin in services:
        return True
    if parts.scheme != "https" or port not in (None, 443) or "@" in parts.netloc or not endpoint.isascii():
        return False
    return any(host == one or (one.startswith(".") and host.endswith(one)) for one in services)


def payload(*, subject: str, text: str, tag: str) -> bytes:
    """What the phone shows. `tag`: the same again replaces what is shown, and is not shown twice."""
    cut = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    return json.dumps({"title": subject, "text": cut, "tag": tag}, ensure_ascii=False).encode()
