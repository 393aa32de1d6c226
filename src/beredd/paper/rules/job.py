"""A job in the print queue: where it may go from where it is, when to try again, how long it will take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class State(StrEnum):
    """waiting → making → made → handing → done, for a printer or a folder; waiting → making → ready, to be fetched."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"  # the file can be fetched
    MADE = "made"  # the file is here, and waits to be handed on
    HANDING = "handing"  # the other end has it, and waits for our word
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


UNDER_WAY = frozenset({State.WAITING, State.MAKING, State.MADE, State.HANDING})
CANCELLABLE = frozenset({State.WAITING, State.MAKING, State.MADE})
OVER = frozenset(State) - UNDER_WAY

MOST_ATTEMPTS = 5
LEASE = timedelta(minutes=3)  # without a sign of life from who makes it, another takes over
KEPT_FOR = timedelta(hours=24)  # a file that nobody fetches
_PAUSES = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))


def pause_after(attempts: int) -> timedelta:
    """How long to wait after that many attempts, the first being 1."""
    return _PAUSES[min(attempts, len(_PAUSES)) - 1]


@dataclass(frozen=True, slots=True)
class Made:
    """How long a job took, from being begun to the whole file. `foreseen`: how many pages the plan had room for."""

    pages: int
    seconds: float
    foreseen: int


def likely_pages(foreseen: int, before: Sequence[Made]) -> int | None:
    """By how much of what was foreseen the jobs before it came to; None when there are none to go by."""
    known, room = sum(one.pages for one in before), sum(one.foreseen for one in before)
    return round(foreseen * known / room) if known and room else None


def estimate(pages: int, before: Sequence[Made]) -> timedelta | None:
    """By the jobs before it, the newest counting like the others; None when there are none to go by."""
    known, spent = sum(one.pages for one in before), sum(one.seconds for one in before)
    if not known or spent <= 0:
        return None
    return timedelta(seconds=pages * spent / known)


class Flow(StrEnum):
    """How the queue as a whole gets on."""

    FLOWS = "flows"
    SLOW = "slow"
    STANDS = "stands"
    IDLE = "idle"  # nothing to judge by


SLOW_AFTER, STANDS_AFTER = timedelta(minutes=3), timedelta(minutes=10)


def flow(waiting: Sequence[timedelta], *, went: int, failed: int) -> Flow:
    """`waiting`: how long each job has been under way. `went`, `failed`: how many ended lately, and how."""
    longest = max(waiting, default=timedelta())
    if longest >= STANDS_AFTER or failed > went:
        return Flow.STANDS
    if longest >= SLOW_AFTER or failed:
        return Flow.SLOW
    return Flow.FLOWS if went else Flow.IDLE
