"""Reads the calendar (.ics) in which a vendor announces its work, for somebody to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar

from beredd.clock import SWEDEN
from beredd.disruption.rules.maintenance import FURTHEST_AHEAD
from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

LARGEST = 200_000  # bytes
MOST = 60  # of one work that is repeated
OLDEST = timedelta(days=3650)
_REPEATED = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
Moved = tuple[str, datetime]  # which work, and when it would have been done
_ODD = (ValueError, TypeError, KeyError, AttributeError, OverflowError)  # what a property that is none gives
_FINE = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})


@dataclass(frozen=True, slots=True, order=True)
class Announced:
    starts: datetime
    ends: datetime
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What is not over, by start. `unread`: how many could not be understood."""

    works: tuple[Announced, ...]
    unread: int


class CalendarFault(Refused):
    """Code `file`."""

    def __init__(self) -> None:
        super().__init__("file", N_("The file is no calendar that can be read. Choose a file that ends in .ics."))


def read_calendar(file: bytes, *, now: datetime) -> CalendarRead:
    """Raises CalendarFault."""
    if len(file) > LARGEST:
        raise CalendarFault
    try:
        events: list[Any] = Calendar.from_ical(file).walk("VEVENT")
    except (ValueError, AttributeError) as fault:  # a file with several calendars is a list
        raise CalendarFault from fault
    found: set[Announced] = set()
    moved: set[Moved] = set()
    unread = 0
    for event in sorted(events, key=lambda one: "RRULE" in one):  # what is moved comes before what it is moved from
        try:
            found.update(_announced(event, moved, now))
        except _ODD:
            unread += 1
    return CalendarRead(tuple(sorted(found)), unread)


def _announced(event: Any, moved: set[Moved], now: datetime) -> Iterator[Announced]:
    if "RECURRENCE-ID" in event:
        moved.add((str(event.get("UID")), _instant(event["RECURRENCE-ID"].dt)))
    if event.get("STATUS") == "CANCELLED":
        return
    starts, lasts = _instant(event.start), _instant(event.end) - _instant(event.start)
    what = " ".join(str(event.get("SUMMARY", "")).split())[:300]
    for one in _repeated(event, starts, moved, now - lasts):
        if one + lasts > now and one < now + FURTHEST_AHEAD and lasts > timedelta():
            yield Announced(one, one + lasts, what, str(event.get("URL", ""))[:300])


def _repeated(event: Any, starts: datetime, moved: set[Moved], since: datetime) -> Iterator[datetime]:
    """Each time that it is done. Raises ValueError for what repeats in ways that no work does."""
    if "RRULE" not in event:
        yield starts
        return
    rule = event["RRULE"]
    if not _REPEATED.issuperset(rule["FREQ"]) or _FINE & set(rule):
        raise ValueError("repeats too finely")
    if starts < since - OLDEST:
        raise ValueError("began too long ago")
    times = rruleset()
    times.rrule(rrulestr(rule.to_ical().decode(), dtstart=starts))
    for left_out in _left_out(event.get("EXDATE")):
        times.exdate(left_out)
    named = str(event.get("UID"))
    for one in islice(times.xafter(since), MOST):
        if (named, one) not in moved:
            yield one


def _left_out(said: Any) -> Iterator[datetime]:
    """EXDATE stands once or several times, with one or several times in it."""
    for one in said if isinstance(said, list) else [said] if said else []:
        yield from (_instant(each.dt) for each in one.dts)


def _instant(at: date | datetime) -> datetime:
    """A whole day begins at midnight; a time without a zone is ours."""
    if not isinstance(at, datetime):
        at = datetime.combine(at, time())
    return at.replace(tzinfo=SWEDEN) if at.tzinfo is None else at.astimezone(SWEDEN)
