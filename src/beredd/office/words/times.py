"""Instants and days as people say them: "mån 23 nov kl. 09:40". Swedish local time."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beredd.clock import SWEDEN, local_day


def clock(at: datetime) -> str:
    """09:40."""
    return at.astimezone(SWEDEN).strftime("%H:%M")


def moment(at: datetime, *, now: datetime) -> str:
    """09:40 today; with the day on other days, with the year in other years."""
    day = local_day(at)
    if day == local_day(now):
        return clock(at)
    return _("%(day)s at %(time)s") % {"day": short_day(day, today=local_day(now)), "time": clock(at)}


def full_moment(at: datetime) -> str:
    """The day and the time, always: what stands on paper is read on other days."""
    return _("%(day)s at %(time)s") % {"day": short_day(local_day(at), today=None), "time": clock(at)}


def short_day(day: date, *, today: date | None) -> str:
    """mån 23 nov; the year when it is not this one, or no today is given."""
    pattern = "EEE d MMM" if today is not None and day.year == today.year else "EEE d MMM yyyy"
    return format_date(day, pattern, locale=language()).replace(".", "")


def long_day(day: date) -> str:
    """måndag 23 november 2026."""
    return format_date(day, "EEEE d MMMM yyyy", locale=language())


def plain_day(day: date) -> str:
    """23 nov 2026."""
    return format_date(day, "d MMM yyyy", locale=language()).replace(".", "")


def weekday(number: int) -> str:
    """ISO 1–7 → mån … sön."""
    return format_date(date(2024, 1, number), "EEE", locale=language()).replace(".", "")


def period(starts_on: date, ends_on: date | None) -> str:
    """From … to …, both included; open when there is no last day."""
    if ends_on is None:
        return _("from %(start)s until further notice") % {"start": plain_day(starts_on)}
    if starts_on == ends_on:
        return plain_day(starts_on)
    return _("%(start)s to %(end)s") % {"start": plain_day(starts_on), "end": plain_day(ends_on)}


def stamp(at: datetime) -> str:
    """For machines: the datetime attribute of <time>."""
    return format_datetime(at, "yyyy-MM-dd'T'HH:mm:ssXXX", tzinfo=SWEDEN, locale="en")


def language() -> str:
    """What Babel calls the language of the page."""
    return (get_language() or "sv").split("-")[0]
