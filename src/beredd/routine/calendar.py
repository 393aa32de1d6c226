"""Which days are closed or shortened: from the holidays library and from what the municipality has decided itself."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from holidays import country_holidays

from beredd.clock import local_day
from beredd.routine.rules.contacts import FARTHEST, Days
from beredd.routine.rules.routine import Calendar, Words

PUBLIC, EVES, SHORT = "public", "de_facto", "optional"  # the library's categories

# What the library calls the days that many shorten, by the names that a routine's file has for them.
SHORT_DAYS = {
    "twelfth-night-eve": "Trettondagsafton",
    "maundy-thursday": "Skärtorsdagen",
    "walpurgis-eve": "Valborgsmässoafton",
    "all-saints-eve": "Allahelgonsafton",
    "bridge-day": "Klämdag",
}
TWO_YEARS = timedelta(days=731)


def days_around(calendar: Calendar, now: datetime) -> Days:
    """Enough to say whom to reach now."""
    today = local_day(now)
    return days(calendar, today - timedelta(days=2), today + timedelta(days=FARTHEST))


def days_ahead(calendar: Calendar, now: datetime) -> Days:
    """What a phone carries with it: from yesterday and two years on."""
    today = local_day(now)
    return days(calendar, today - timedelta(days=1), today + TWO_YEARS)


def days(calendar: Calendar, first: date, last: date) -> Days:
    """Both included. What the municipality has decided for a day goes before what is usual."""
    categories = (PUBLIC,) if calendar.eves_open else (PUBLIC, EVES)
    closed = dict(_named(categories, first, last))
    shortened: dict[date, time] = {}
    for day, name in _named((SHORT,), first, last):
        for short in calendar.short:
            if name.sv.startswith(SHORT_DAYS[short.name]):
                _put(day, name, short.closes_at, closed, shortened)
    for local in calendar.local:
        if first <= local.day <= last:
            closed.pop(local.day, None)
            shortened.pop(local.day, None)
            if not local.open:
                _put(local.day, local.name, local.closes_at, closed, shortened)
    return Days(first, last, dict(sorted(closed.items())), dict(sorted(shortened.items())))


def _put(
    day: date, name: Words, closes_at: time | None, closed: dict[date, Words], shortened: dict[date, time]
) -> None:
    if closes_at is None:
        closed[day] = name
    elif day not in closed:
        shortened[day] = closes_at


def _named(categories: tuple[str, ...], first: date, last: date) -> Iterator[tuple[date, Words]]:
    years = range(first.year, last.year + 1)
    swedish = country_holidays("SE", years=years, categories=categories, language="sv")
    english = country_holidays("SE", years=years, categories=categories, language="en_US")
    for day, name in sorted(swedish.items()):
        if first <= day <= last:
            yield day, Words(name, english[day])
