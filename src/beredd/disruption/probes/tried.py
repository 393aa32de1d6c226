"""What came of one try, and of a round of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from beredd.disruption.rules.observed import Fault, Result


@dataclass(frozen=True, slots=True)
class Tried:
    """`certificate_ends`: when the certificate that was shown expires, where one was."""

    result: Result
    fault: Fault | None = None
    seconds: float | None = None
    certificate_ends: datetime | None = None

    @classmethod
    def failed(cls, fault: Fault) -> "Tried":
        return cls(Result.FAILS, fault)


@dataclass(frozen=True, slots=True)
class Seen:
    """One round from one place: what came of each target, by its key."""

    at: datetime
    found: Mapping[str, Tried]


_BEST_FIRST = (Result.WORKS, Result.SLOW, Result.UNKNOWN, Result.FAILS)


def best(tries: list[Tried]) -> Tried:
    """Of several addresses one that answers is enough."""
    return min(tries, key=lambda one: _BEST_FIRST.index(one.result))
