"""What has become of a sheet: every step is kept, the newest says where it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused


class SheetState(StrEnum):
    PRINTED = "printed"
    HANDED_OUT = "handed_out"
    PLACED = "placed"
    RETURNED = "returned"
    SCANNED = "scanned"
    DESTROYED = "destroyed"
    MISSING = "missing"


_OUT = frozenset({SheetState.RETURNED, SheetState.SCANNED, SheetState.DESTROYED, SheetState.MISSING})
NEXT: Mapping[SheetState, frozenset[SheetState]] = {
    SheetState.PRINTED: _OUT | {SheetState.HANDED_OUT, SheetState.PLACED},
    SheetState.HANDED_OUT: _OUT | {SheetState.PLACED, SheetState.HANDED_OUT},
    SheetState.PLACED: _OUT | {SheetState.PLACED, SheetState.HANDED_OUT},  # taken from a box to be used
    SheetState.RETURNED: frozenset({SheetState.SCANNED, SheetState.DESTROYED}),
    SheetState.SCANNED: frozenset({SheetState.SCANNED, SheetState.DESTROYED}),
    SheetState.DESTROYED: frozenset(),
    SheetState.MISSING: frozenset({SheetState.RETURNED, SheetState.SCANNED, SheetState.DESTROYED, SheetState.PLACED}),
}
ACCOUNTED_FOR = frozenset({SheetState.RETURNED, SheetState.SCANNED, SheetState.DESTROYED})


class NoSuchStep(Refused):
    """Code `sheet_step`."""

    def __init__(self) -> None:
        super().__init__(
            "sheet_step", N_("That cannot be said of this sheet: it has come back or been destroyed. Check its number.")
        )


def check_step(now: SheetState, then: SheetState) -> None:
    """Raises NoSuchStep."""
    if then not in NEXT[now]:
        raise NoSuchStep


def outstanding(steps: Mapping[str, Sequence[SheetState]]) -> list[str]:
    """The sheets that have neither come back nor been destroyed."""
    return [id for id, taken in steps.items() if not _accounted_for(taken)]


def _accounted_for(taken: Iterable[SheetState]) -> bool:
    *_, last = taken
    return last in ACCOUNTED_FOR


def is_history(steps: Iterable[SheetState]) -> bool:
    """May a sheet have taken these steps, in this order? What was told late has its place between others."""
    taken = list(steps)
    return bool(taken) and taken[0] is SheetState.PRINTED and all(b in NEXT[a] for a, b in pairwise(taken))


def counts(states: Iterable[SheetState]) -> dict[SheetState, int]:
    """How many sheets are in each state; every state is there, and the sum is all of them."""
    found = Counter(states)
    return {state: found[state] for state in SheetState}
