"""How a notice stands, what may follow, and when it is tried again."""

from datetime import timedelta
from enum import StrEnum


class Fate(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"  # the next system has taken it
    DELIVERED = "delivered"  # it is known to have come to the recipient
    FAILED = "failed"  # it did not go; it is tried again
    GIVEN_UP = "given_up"  # it cannot go, or has been tried often enough
    NOT_NEEDED = "not_needed"  # somebody answered before it had gone
    UNSURE = "unsure"  # it may have gone; it is not sent again, since the channel can neither tell nor recognise it


WAITING = frozenset({Fate.QUEUED, Fate.FAILED})
LOST = frozenset({Fate.GIVEN_UP, Fate.UNSURE})
ENOUGH = 3  # failed attempts, after which the recipient's next channel is used, too


def is_not_waited_for(fate: Fate, attempts: int) -> bool:
    """It is lost, or has failed so often that somebody should be told in another way meanwhile."""
    return fate in LOST or (fate is Fate.FAILED and attempts >= ENOUGH)


class Unsure(StrEnum):
    """What to do about a notice of which it is not known whether it went."""

    ASK = "ask"  # the channel can be asked
    AGAIN = "again"  # the receiver knows again what it has had
    STOP = "stop"  # neither: leave it, take the next channel, and show it


MOST_ATTEMPTS = 12
_FIRST, _LONGEST = timedelta(seconds=10), timedelta(minutes=15)


def wait(attempts: int, chance: float) -> timedelta:
    """Twice as long each time, up to a quarter of an hour; `chance` 0–1 spreads it by half, against the herd."""
    doubled: timedelta = min(_FIRST * 2 ** min(attempts - 1, 12), _LONGEST)
    return timedelta(seconds=doubled.total_seconds() * (0.75 + chance / 2))


def after_failure(attempts: int, *, again: bool) -> Fate:
    """`again`: the fault may pass."""
    return Fate.FAILED if again and attempts < MOST_ATTEMPTS else Fate.GIVEN_UP
