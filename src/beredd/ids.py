"""Names for things: computed where two places must agree, time-ordered where one place makes them."""

import os
from datetime import datetime
from uuid import UUID, uuid5

NAMESPACE_BEREDD = UUID("8f5a6d1e-6c3b-5f0a-9a53-0d0b1e9c7b2d")


def entity_id(kind: str, key: str) -> UUID:
    """The id of what a file calls `key`: the same wherever and however often the file is read."""
    return uuid5(NAMESPACE_BEREDD, f"{kind}:{key}")


def new_id(at: datetime) -> UUID:
    """A UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then chance."""
    milliseconds = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    chance = int.from_bytes(os.urandom(10), "big")
    high, low = chance >> 68, chance & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (high & 0xFFF) << 64 | 0b10 << 62 | low)
