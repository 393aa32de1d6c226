"""Planned work: which can be planned, when people are told of it, whether much care is planned meanwhile."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONGEST = timedelta(days=14)
FURTHEST_AHEAD = timedelta(days=400)
FEW = 5  # occurrences: fewer than that are no reason to ask the vendor for another time
DAY = timedelta(days=1)


class Fault(StrEnum):
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    IS_OVER = "is_over"
    TOO_LONG = "too_long"
    TOO_FAR_AHEAD = "too_far_ahead"


class Stage(StrEnum):
    COMING = "coming"
    NOW = "now"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Amount:
    """How many occurrences are due during the work, and on the whole days that it touches."""

    meanwhile: int
    those_days: int


def fault_of_plan(starts: datetime, ends: datetime, *, at: datetime) -> Fault | None:
    """What is over cannot be planned; what has begun can: somebody may have learnt of it late."""
    if ends <= starts:
        return Fault.ENDS_BEFORE_IT_STARTS
    if ends <= at:
        return Fault.IS_OVER
    if ends - starts > LONGEST:
        return Fault.TOO_LONG
    return Fault.TOO_FAR_AHEAD if starts > at + FURTHEST_AHEAD else None


def stage_of(starts: datetime, ends: datetime, *, now: datetime) -> Stage:
    if now < starts:
        return Stage.COMING
    return Stage.NOW if now < ends else Stage.OVER


def told_from(starts: datetime, zone: ZoneInfo) -> datetime:
    """The day before, from its midnight: those who work then can prepare those who work tomorrow."""
    day = starts.astimezone(zone).date() - DAY
    return datetime.combine(day, time(), zone)


def is_told(starts: datetime, ends: datetime, *, now: datetime, zone: ZoneInfo) -> bool:
    """Twin: phone/src/rules/trouble.ts; cases: contract/cases/planned.json."""
    return told_from(starts, zone) <= now < ends


def days_of(starts: datetime, ends: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The whole local days that the work touches, from and until."""
    first = starts.astimezone(zone).date()
    last = (ends - timedelta(microseconds=1)).astimezone(zone).date()
    return datetime.combine(first, time(), zone), datetime.combine(last + DAY, time(), zone)


def is_busy(amount: Amount, starts: datetime, ends: datetime, zone: ZoneInfo) -> bool:
    """More care an hour than those days have on the whole: another time would have hit fewer."""
    since, until = (one.timestamp() for one in days_of(starts, ends, zone))
    share = (ends - starts).total_seconds() / (until - since)
    return amount.meanwhile >= FEW and amount.meanwhile >= amount.those_days * share
