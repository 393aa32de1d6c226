"""A schedule in words: "mån, ons, fre kl. 10:00, varannan vecka"."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.i18n.mark import N_
from beredd.office.words import times

PARTS = {
    "morning": N_("morning"),
    "forenoon": N_("forenoon"),
    "noon": N_("noon"),
    "afternoon": N_("afternoon"),
    "evening": N_("evening"),
    "night": N_("night"),
}
FORMS = {
    "clock": N_("At clock times"),
    "part_of_day": N_("At a part of the day"),
    "times_per_week": N_("A number of times a week, on any day"),
    "as_needed": N_("As needed"),
}


def schedule(data: Mapping[str, Any]) -> str:
    """The JSON form of a schedule as one line."""
    match data.get("form"):
        case "clock":
            at = _("at %(times)s") % {"times": listed(data["times"])}
            return _joined(f"{days(data['weekdays'])} {at}", _weeks(data))
        case "part_of_day":
            parts = listed([_(PARTS.get(part, part)) for part in data["parts"]])
            return _joined(f"{days(data['weekdays'])}, {parts}", _weeks(data))
        case "times_per_week":
            count = int(data["times"])
            return ngettext("%(n)s time a week, any day", "%(n)s times a week, any day", count) % {"n": count}
        case "as_needed":
            return _("as needed")
    return _("a schedule this version cannot read")


def window(data: Mapping[str, Any]) -> str:
    """How far from the clock time it may be done; nothing for the other forms."""
    if data.get("form") != "clock":
        return ""
    return _("may be done from %(before)s minutes before to %(after)s minutes after") % {
        "before": data.get("before_minutes", 60),
        "after": data.get("after_minutes", 60),
    }


def days(weekdays: Sequence[int]) -> str:
    """Every day, weekdays, or the days by name."""
    match sorted(weekdays):
        case [1, 2, 3, 4, 5, 6, 7]:
            return _("every day")
        case [1, 2, 3, 4, 5]:
            return _("Monday to Friday")
        case [6, 7]:
            return _("Saturdays and Sundays")
        case some:
            return ", ".join(times.weekday(day) for day in some)


def slot(text: str | None) -> str:
    """The time of an occurrence from its slot: 10:00, förmiddag, vecka 48."""
    if not text:
        return _("as needed")
    if "/" not in text:
        return text.split("T")[-1]
    when, which = text.split("/", 1)
    if "-W" in when:
        return _("week %(week)s, time %(n)s") % {"week": when.split("-W")[1].lstrip("0"), "n": which}
    return _(PARTS.get(which, which))


def listed(words: Sequence[str]) -> str:
    """08:00, 12:00 och 18:00."""
    *first, last = words
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last


def _weeks(data: Mapping[str, Any]) -> str:
    if data.get("every_weeks", 1) != 2:
        return ""
    if not data.get("anchor"):
        return _("every other week")
    week = date.fromisoformat(data["anchor"]).isocalendar().week
    return _("every other week, counted from week %(week)s") % {"week": week}


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
