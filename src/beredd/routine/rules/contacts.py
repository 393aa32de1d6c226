"""Whom to reach, how, until when, or when they open and where to turn meanwhile. Twin: phone/src/rules/contacts.ts.

Opening hours are by the clock on the wall in Sweden; instants come out in UTC. Closed days are told, not known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from beredd.routine.rules.routine import Contact, Holidays, Hours, Routine, Words

SWEDEN = ZoneInfo("Europe/Stockholm")
NEVER_CLOSES = timedelta(days=14)  # open without a break for so long is open always
FARTHEST = 400  # days ahead that an opening is looked for


@dataclass(frozen=True, slots=True)
class Days:
    """What is special from `first` to `last`, both included: closed days and why, shortened days and until when."""

    first: date
    last: date
    closed: Mapping[date, Words]
    shortened: Mapping[date, time]


@dataclass(frozen=True, slots=True)
class Reached:
    """Open without `open_until`: at any time. Closed without `opens_at`: not within a year; `instead` is for then."""

    contact: Contact
    open: bool
    open_until: datetime | None = None
    opens_at: datetime | None = None
    instead: "Reached | None" = None


Span = tuple[datetime, datetime]


def reach(routine: Routine, contact: Contact, *, now: datetime, days: Days) -> Reached:
    """The contact at that moment, and the one to turn to when it is closed."""
    if not contact.hours:
        return Reached(contact, open=True)
    until = _open_until(contact, now, days)
    if until is not None:
        return Reached(contact, open=True, open_until=until if until - now < NEVER_CLOSES else None)
    otherwise = routine.contact(contact.otherwise) if contact.otherwise else None
    return Reached(
        contact,
        open=False,
        opens_at=_opens_at(contact, now, days),
        instead=reach(routine, otherwise, now=now, days=days) if otherwise else None,
    )


def _open_until(contact: Contact, now: datetime, days: Days) -> datetime | None:
    """The end of the span around now, spans that follow on each other taken as one."""
    until = None
    for start, end in sorted(_spans(contact, days, _local(now) - timedelta(days=1), NEVER_CLOSES.days + 2)):
        if start <= (until or now) < end:
            until = end
    return until


def _opens_at(contact: Contact, now: datetime, days: Days) -> datetime | None:
    return next((start for start, _end in _spans(contact, days, _local(now), FARTHEST) if start > now), None)


def _spans(contact: Contact, days: Days, first: date, count: int) -> Iterator[Span]:
    """Day by day, in the order in which they begin."""
    for number in range(count):
        day = first + timedelta(days=number)
        yield from sorted(span for hours in contact.hours if (span := _span(hours, day, days)))


def _span(hours: Hours, day: date, days: Days) -> Span | None:
    if day.isoweekday() not in hours.weekdays or not _kept(hours.holidays, day in days.closed):
        return None
    overnight = hours.closes <= hours.opens
    start = _instant(day, hours.opens)
    end = _instant(day + timedelta(days=1) if overnight else day, hours.closes)
    if hours.holidays is Holidays.CLOSED and day in days.shortened:
        end = min(end, _instant(day, days.shortened[day]))
    return (start, end) if start < end else None


def _kept(holidays: Holidays, closed: bool) -> bool:
    return holidays is Holidays.OPEN or closed is (holidays is Holidays.ONLY)


def _instant(day: date, at: time) -> datetime:
    """The first instant with that wall time; one that the clocks skip is moved on by as much as they are."""
    return datetime.combine(day, at, tzinfo=SWEDEN).astimezone(UTC)


def _local(at: datetime) -> date:
    return at.astimezone(SWEDEN).date()
