"""How each event holds the one before it fast: change one, and every hash after it is wrong."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

SEPARATOR = "\x1f"  # ASCII's own unit separator: in no field, so fields cannot run into one another


def link(previous: str, fields: Sequence[str]) -> str:
    """Hex SHA-256 of the previous hash and an event's fields, in the order given."""
    return sha256(SEPARATOR.join((previous, *fields)).encode()).hexdigest()


def first_break(links: Iterable[tuple[int, str, str, Sequence[str]]]) -> int | None:
    """The position of the first event that does not hold, or None; `links` are (position, previous, hash, fields)."""
    last = ""
    for position, previous, stated, fields in links:
        if previous != last or link(previous, fields) != stated:
            return position
        last = stated
    return None
