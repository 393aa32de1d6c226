"""What all channels over HTTP share: where they may go, for how long, and what an answer means."""

from typing import Any
from urllib.parse import urlsplit

import httpx

from beredd.notices.channels.parcel import MaybeSent, NotSent

SECONDS = 10.0
MOST_BYTES = 64 * 1024
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
PASSING = {408, 425, 429, 503}  # refused now, not for ever


def checked(address: str) -> str:
    """https, or this machine. Raises ValueError."""
    parts = urlsplit(address)
    if parts.hostname and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)):
        return address
    raise ValueError("the address must begin with https:// (http:// only to this machine)")


def request(method: str, address: str, **more: Any) -> tuple[int, bytes]:
    """Status and at most 64 KiB of the answer. Follows nobody elsewhere. Raises NotSent, MaybeSent."""
    try:
        with (
            httpx.Client(timeout=SECONDS, follow_redirects=False) as client,
            client.stream(method, checked(address), **more) as answer,
        ):
            had = b""
            for piece in answer.iter_bytes():
                had += piece
                if len(had) > MOST_BYTES:
                    break
            return answer.status_code, had[:MOST_BYTES]
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol) as fault:
        raise NotSent(_named(fault), again=True) from fault
    except httpx.HTTPError as fault:
        raise MaybeSent(_named(fault)) from fault


def refuse_unless_taken(status: int) -> None:
    """Raises NotSent, MaybeSent."""
    if 200 <= status < 300:
        return
    if status >= 500 and status not in PASSING:
        raise MaybeSent(f"HTTP {status}")
    raise NotSent(f"HTTP {status}", again=status in PASSING)


def _named(fault: httpx.HTTPError) -> str:
    """Not its text: that may hold an address with a secret."""
    return type(fault).__name__
