"""What has changed between two versions of a programme. Cases: contract/cases/programme_changes.json"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from beredd.care.rules.programme import Item


class Changed(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    DOSE = "dose"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Difference:
    """`was` and `now`: its place before and after, the first being 1; `before` and `after`: what was prescribed."""

    kind: Changed
    exercise: UUID
    was: int | None
    now: int | None
    before: Item | None
    after: Item | None


def compare(old: Sequence[Item], new: Sequence[Item]) -> list[Difference]:
    """What was removed first, then the rest in the order of the new version; empty when nothing has changed.

    An exercise that is there twice is known by its side. As few as possible are said to have moved.
    """
    pairs = _pairs(old, new)
    stayed = _longest_rising([pairs[now] for now in sorted(pairs)])
    kept = set(pairs.values())
    found = [
        Difference(Changed.REMOVED, item.exercise, was + 1, None, item, None)
        for was, item in enumerate(old)
        if was not in kept
    ]
    for now, item in enumerate(new):
        if now not in pairs:
            found.append(Difference(Changed.ADDED, item.exercise, None, now + 1, None, item))
            continue
        was = pairs[now]
        before = old[was]
        kinds = [
            (Changed.MOVED, was not in stayed),
            (Changed.DOSE, _dose(before) != _dose(item)),
            (Changed.NOTE, before.note != item.note),
        ]
        found += [
            Difference(kind, item.exercise, was + 1, now + 1, before, item)
            for kind, has_changed in kinds
            if has_changed
        ]
    return found


def _pairs(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Place in the new version → place in the old, of what is the same line in both: as alike as can be, first."""
    pairs: dict[int, int] = {}
    for alike in (_whole, _dose, _side, _exercise):
        free: defaultdict[Hashable, list[int]] = defaultdict(list)
        taken = set(pairs.values())
        for was, item in enumerate(old):
            if was not in taken:
                free[alike(item)].append(was)
        for now, item in enumerate(new):
            if now not in pairs and free[alike(item)]:
                pairs[now] = free[alike(item)].pop(0)
    return pairs


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The most of them that stand in rising order."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for place in places:
        at = bisect_left(ends, place)
        chain = (*(chains[at - 1] if at else ()), place)
        ends[at : at + 1] = [place]
        chains[at : at + 1] = [chain]
    return set(chains[-1]) if chains else set()


def _whole(item: Item) -> Hashable:
    return item


def _dose(item: Item) -> Hashable:
    return (item.exercise, item.sets, item.repetitions, item.seconds, item.load, item.side)


def _side(item: Item) -> Hashable:
    return (item.exercise, item.side)


def _exercise(item: Item) -> Hashable:
    return item.exercise
