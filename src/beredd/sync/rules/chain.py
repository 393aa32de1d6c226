"""A device's chain: each event names the hash of the one before, so that one signature vouches for all before it.

Cases: contract/cases/sync_chain.json.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Link:
    """`hash`: of the payload's own text; `previous`: what the payload says the one before it had."""

    seq: int
    previous: str
    hash: str


def hash_of(payload: str) -> str:
    """Hex SHA-256 of the text as UTF-8."""
    return sha256(payload.encode()).hexdigest()


def proven(links: Sequence[Link], holds: Callable[[int], bool]) -> set[int]:
    """The places whose signature holds, or that a proven link names as the one before it.

    `holds` verifies the signature at a place: asked at most once for each, and for an unbroken run only at its end.
    """
    by_hash = {link.hash: place for place, link in enumerate(links)}
    found: set[int] = set()
    for last in sorted(range(len(links)), key=lambda place: -links[place].seq):
        place: int | None = last if last not in found and holds(last) else None
        while place is not None and place not in found:
            found.add(place)
            place = by_hash.get(links[place].previous)
    return found


def forks(links: Sequence[Link], known: Mapping[int, str]) -> set[int]:
    """The places that do not fit what is there already, or each other; `known`: number → hash."""
    there, found = dict(known), set()
    for place in sorted(range(len(links)), key=lambda place: links[place].seq):
        if is_fork(links[place], there):
            found.add(place)
        there.setdefault(links[place].seq, links[place].hash)
    return found


def is_fork(link: Link, known: Mapping[int, str]) -> bool:
    """Another event has this number, or the one before it is not the one it names; `known`: number → hash."""
    before = known.get(link.seq - 1)
    return known.get(link.seq, link.hash) != link.hash or (before is not None and before != link.previous)
