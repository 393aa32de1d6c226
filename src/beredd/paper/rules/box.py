"""What a safety box holds against what it should hold: what is out of date and why, and what is lacking."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

USUAL: Final[Mapping[str, int]] = MappingProxyType(
    {"routine": 1, "card": 1, "programme": 12, "blank_list": 10, "blank_programme": 4, "report": 2}
)
MOST: Final = 40  # of each kind: a box is a box
KEPT_FOR: Final = timedelta(days=183)  # after half a year telephone numbers are read anew, and so is the paper
INSPECTED_EVERY: Final = timedelta(days=183)
ALIKE: Final = frozenset({"blank_list", "blank_programme", "report"})  # one is as good as another


class Wrong(StrEnum):
    CHANGED = "changed"  # the routine, a contact or the programme is another now
    NOT_ASKED = "not_asked"  # no longer among what the box should hold
    OLD = "old"  # printed too long ago


@dataclass(frozen=True, slots=True)
class Lying:
    """A sheet in the box."""

    id: str
    kind: str
    key: str
    digest: str
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that the box should hold, as it would be printed now."""

    kind: str
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Line:
    """`good`: how many of `wanted` lie there and hold."""

    kind: str
    wanted: int
    good: int


@dataclass(frozen=True, slots=True)
class Stock:
    """`lacking`: what has to be printed for the box to be whole again."""

    lines: tuple[Line, ...]
    stale: tuple[tuple[str, Wrong], ...]
    lacking: tuple[Wanted, ...]

    @property
    def is_whole(self) -> bool:
        return not self.stale and not self.lacking


def stock(lying: Collection[Lying], wanted: Sequence[Wanted], *, counted: Mapping[str, int], now: datetime) -> Stock:
    """`counted`: how many of a kind the last inspection saw; where the register has more, the eye is believed."""
    wrong = {one.id: why for one in lying if (why := _wrong(one, wanted, now))}
    good = _capped([one for one in lying if one.id not in wrong], counted)
    have = Counter(_name(one.kind, one.key) for one in good)
    lacking = []
    for one in wanted:
        if have[_name(one.kind, one.key)]:
            have[_name(one.kind, one.key)] -= 1
        else:
            lacking.append(one)
    asked, short = Counter(one.kind for one in wanted), Counter(one.kind for one in lacking)
    lines = tuple(Line(kind, asked[kind], asked[kind] - short[kind]) for kind in asked)
    return Stock(lines, tuple(sorted(wrong.items())), tuple(lacking))


def is_due(inspected_at: datetime | None, now: datetime) -> bool:
    """Never looked through, or too long ago."""
    return inspected_at is None or inspected_at + INSPECTED_EVERY <= now


def _wrong(sheet: Lying, wanted: Sequence[Wanted], now: datetime) -> Wrong | None:
    same = [one for one in wanted if _name(one.kind, one.key) == _name(sheet.kind, sheet.key)]
    if not same:
        return Wrong.NOT_ASKED
    if all(one.digest != sheet.digest for one in same):
        return Wrong.CHANGED
    return Wrong.OLD if sheet.printed_at + KEPT_FOR <= now else None


def _capped(good: Collection[Lying], counted: Mapping[str, int]) -> list[Lying]:
    """The newest of each kind, no more than were seen."""
    kept: list[Lying] = []
    seen: Counter[str] = Counter()
    for one in sorted(good, key=lambda one: (one.printed_at, one.id), reverse=True):
        if seen[one.kind] < counted.get(one.kind, len(good)):
            seen[one.kind] += 1
            kept.append(one)
    return kept


def _name(kind: str, key: str) -> tuple[str, str]:
    return kind, "" if kind in ALIKE else key
