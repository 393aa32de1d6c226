"""Text that our fonts can show. What they cannot is said by name, for a printed page must not lack what was written."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from textwrap import wrap
from typing import Any

# Beside Inter: Libertinus Serif for Hebrew, DejaVu Sans Mono for Arabic. A test holds these against the fonts.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x148),
    (0x14A, 0x17F),
    (0x391, 0x3A1),
    (0x3A3, 0x3CE),
    (0x410, 0x44F),
    (0x5D0, 0x5EA),
    (0x621, 0x63A),
    (0x641, 0x64A),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2190, 0x2193),
)
BREAK, EVERY = "\u200b", 20  # a line may be broken here, without a hyphen
LONG_WORD = re.compile(r"[^\s\u200b]{31,}")
MORE = frozenset("€°±²³µ½×÷–≤≥≠−✓\u200f\u200e\n\u200b")


def printable(said: Any) -> Any:
    """The same data with every text in it made fit to print."""
    match said:
        case str():
            return _text(said)
        case Mapping():
            return {name: printable(one) for name, one in said.items()}
        case Sequence():
            return [printable(one) for one in said]
    return said


def _text(text: str) -> str:
    plain = text.isascii() and text.isprintable()
    shown = text if plain else "".join(_shown(one) for one in unicodedata.normalize("NFC", text))
    return LONG_WORD.sub(lambda word: BREAK.join(wrap(word[0], EVERY)), shown)


@lru_cache(maxsize=4096)
def _shown(one: str) -> str:
    if one in MORE or any(low <= ord(one) <= high for low, high in RANGES):
        return one
    if one.isspace():
        return " "
    if unicodedata.category(one) in ("Cc", "Cf", "Mn", "Me"):
        return ""  # joiners, variation selectors, direction overrides: nothing to see
    name = unicodedata.name(one, "").lower()
    return f"[{name}]" if name else f"[U+{ord(one):04X}]"
