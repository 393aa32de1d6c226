"""A place that should speak and does not: what its silence says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from beredd.disruption.rules.landscape import LINK
from beredd.disruption.rules.observed import Fault, Observation, Result, Vantage

ROUNDS_OF_GRACE = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """When a place was last heard of. Only of places that are always on, and have not said that they rest."""

    vantage: Vantage
    at: datetime


def silences(
    heard: Iterable[Heard], *, every: timedelta, listening_since: datetime | None, now: datetime
) -> list[Observation]:
    """A place that has been silent for more than two rounds has lost its link, as far as can be told from here.

    `listening_since`: since when we have been there to hear it, without a break; None when we are cut off ourselves:
    then nobody's silence says anything.
    """
    if listening_since is None:
        return []
    grace = ROUNDS_OF_GRACE * every
    silent = [one.vantage for one in heard if now - max(one.at, listening_since) > grace]
    return [
        Observation(vantage, LINK, Result.FAILS, at, Fault.NO_ANSWER) for vantage in silent for at in (now - every, now)
    ]
