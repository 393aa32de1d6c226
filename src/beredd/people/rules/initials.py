"""Initials that tell people in a unit apart: Anna Berg is AB; if that is taken ANB, ANBE, then AB2, AB3 …"""

from collections.abc import Collection, Iterator
from itertools import count
from unicodedata import normalize

LONGEST = 6


def propose(name: str, taken: Collection[str]) -> str:
    """The first form that nobody in `taken` has; upper case, at most six signs, never empty."""
    return next(form for form in _forms(name) if form not in taken)


def _forms(name: str) -> Iterator[str]:
    written = normalize("NFC", name).replace("-", " ")  # Å as one letter, not as A and a ring
    words = [letters for word in written.split() if (letters := "".join(filter(str.isalpha, word)).upper())]
    first, last = (words[0], words[-1]) if words else ("X", "X")
    short = (first[:1] + last[:1]) if len(words) > 1 else first[:2]
    yield short
    if len(words) > 1:
        yield first[:2] + last[:1]
        yield first[:2] + last[:2]
        yield first[:1] + last[:3]
    for number in count(2):  # pragma: no branch
        yield f"{short}{number}"[:LONGEST]
