"""A device's chain: each event names the hash of the one before, so that one signature vouches for all before it."""

from collections.abc import Mapping, Sequence
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


def to_verify(links: Sequence[Link]) -> list[int]:
    """The places in a batch whose signature must be checked: those that no later link in the batch vouches for."""
    vouched = {link.previous for link in links if link.previous}
    return [place for place, link in enumerate(links) if link.hash not in vouched]


def vouched_by(links: Sequence[Link], place: int) -> list[int]:
    """The places that the link at `place` vouches for, itself first, back along the chain."""
    by_hash = {link.hash: index for index, link in enumerate(links)}
    found = [place]
    while (before := by_hash.get(links[found[-1]].previous)) is not None and before not in found:
        found.append(before)
    return found


def is_fork(link: Link, known: Mapping[int, str]) -> bool:
    """Another event has this number, or the one before it is not the one it names; `known`: number → hash."""
    before = known.get(link.seq - 1)
    return known.get(link.seq, link.hash) != link.hash or (before is not None and before != link.previous)
