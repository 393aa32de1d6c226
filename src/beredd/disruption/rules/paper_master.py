"""Paper is master from T1 to T2: a formal decision for one unit and one system, so that nobody registers twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FURTHEST_BACK = timedelta(hours=24)  # decided afterwards, for what had to be begun at once
FURTHEST_AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """From and until (not included); without an end it goes on."""

    begins: datetime
    ends: datetime | None = None

    def covers(self, at: datetime) -> bool:
        return self.begins <= at and (self.ends is None or at < self.ends)


class Fault(StrEnum):
    TOO_FAR_BACK = "too_far_back"
    TOO_FAR_AHEAD = "too_far_ahead"
    OVERLAPS = "overlaps"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"


def fault_of_beginning(begins: datetime, others: Iterable[Period], *, at: datetime) -> Fault | None:
    """May paper become master then? Never twice at once for the same unit and system."""
    if begins < at - FURTHEST_BACK:
        return Fault.TOO_FAR_BACK
    if begins > at + FURTHEST_AHEAD:
        return Fault.TOO_FAR_AHEAD
    if any(one.ends is None or begins < one.ends for one in others):
        return Fault.OVERLAPS
    return None


def fault_of_ending(period: Period, ends: datetime, *, at: datetime) -> Fault | None:
    """May paper cease to be master then? A day ahead of time is fine: "from 11:00 on Thursday"."""
    if ends <= period.begins:
        return Fault.ENDS_BEFORE_IT_BEGINS
    return Fault.TOO_FAR_AHEAD if ends > at + FURTHEST_AHEAD else None


def is_master(periods: Iterable[Period], at: datetime) -> bool:
    return any(one.covers(at) for one in periods)
