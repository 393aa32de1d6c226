"""How paper puts things: times, schedules, doses and the words that stand on every sheet, in the reader's language."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from beredd.care.queries import ItemRow
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import Content
from beredd.care.rules.schedule import AsNeeded, Clock, Part, PartOfDay, Schedule, TimesPerWeek
from beredd.clock import SWEDEN
from beredd.i18n.mark import N_

PARTS = {
    Part.MORNING: N_("morning"),
    Part.FORENOON: N_("forenoon"),
    Part.NOON: N_("noon"),
    Part.AFTERNOON: N_("afternoon"),
    Part.EVENING: N_("evening"),
    Part.NIGHT: N_("night"),
}
SIDES = {"left": N_("left side"), "right": N_("right side"), "both": N_("both sides")}


def language() -> str:
    """What Babel and Typst call the language of the paper."""
    return (get_language() or "sv").split("-")[0]


def day(at: date) -> str:
    """23 nov 2026."""
    return _formatted(at, "d MMM yyyy", language())


def weekday_and_day(at: date) -> str:
    """mån 23 nov."""
    return _formatted(at, "EEE d MMM", language())


def weekday_letter(at: date) -> str:
    """M, T, O, T, F, L, S."""
    return _formatted(at, "EEEEE", language()).upper()


@lru_cache(maxsize=2048)  # every list of a month has the same days
def _formatted(at: date, pattern: str, language: str) -> str:
    return format_date(at, pattern, locale=language).replace(".", "")


def moment(at: datetime) -> str:
    """23 nov 2026 kl. 09:40."""
    local = at.astimezone(SWEDEN)
    return _("%(day)s at %(time)s") % {"day": day(local.date()), "time": f"{local:%H:%M}"}


def period(first: date, last: date | None) -> str:
    """november 2026, or from day to day."""
    if last is None:
        return _("from %(first)s until further notice") % {"first": day(first)}
    if first.day == 1 and first.month == last.month and date.fromordinal(last.toordinal() + 1).day == 1:
        return format_date(first, "LLLL yyyy", locale=language())
    return _("%(first)s to %(last)s") % {"first": day(first), "last": day(last)}


def schedule(one: Schedule) -> str:
    """Alla dagar kl. 10:00."""
    match one:
        case Clock():
            at = _("at %(times)s") % {"times": _listed([f"{time:%H:%M}" for time in one.times])}
            return f"{_days(one.weekdays)} {at}{_every_other(one)}"
        case PartOfDay():
            return f"{_days(one.weekdays)}, {_listed([_(PARTS[part]) for part in one.parts])}{_every_other(one)}"
        case TimesPerWeek():
            return ngettext("%(n)s time a week, any day", "%(n)s times a week, any day", one.times) % {"n": one.times}
        case AsNeeded():
            return _("as needed")


def when(suffix: str, one: Schedule) -> str:
    """The time of a line of a signing list: 10:00, morgon, 3 ggr/vecka."""
    if suffix.startswith("T"):
        return suffix[1:]
    if suffix:
        return _(PARTS[Part(suffix[1:])])
    return _("%(n)s a week") % {"n": one.times} if isinstance(one, TimesPerWeek) else ""


def dose(item: ItemRow) -> str:
    """3 omgångar × 10 gånger, 2 kg, vänster sida; only what is prescribed."""
    sets = ngettext("%(n)s set", "%(n)s sets", item.sets) % {"n": item.sets} if item.sets else ""
    times = (
        ngettext("%(n)s time", "%(n)s times", item.repetitions) % {"n": item.repetitions} if item.repetitions else ""
    )
    seconds = _("%(n)s seconds") % {"n": item.seconds} if item.seconds else ""
    side = _(SIDES[item.side]) if item.side in SIDES else ""
    return ", ".join(filter(None, [" × ".join(filter(None, [sets, times])), seconds, item.load, side]))


def if_not_performed(content: Content) -> str:
    """Empty when nothing has to be done."""
    if content.if_not_performed is NotPerformedRule.NOTHING:
        return ""
    whom = content.contact_whom or _("a licensed professional")
    if not content.contact_within_days:
        return _("Contact %(whom)s the same day") % {"whom": whom}
    text = ngettext(
        "Contact %(whom)s within %(n)s day", "Contact %(whom)s within %(n)s days", content.contact_within_days
    )
    return text % {"whom": whom, "n": content.contact_within_days}


def in_language(text: object) -> str:
    """A text of the exercise library; Swedish where it has none in this language."""
    if isinstance(text, Mapping):
        return str(text.get(language()) or text.get("sv") or "")
    return str(text or "")


def short(text: str, most: int) -> str:
    """Cut between words, and said to be cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


def _days(weekdays: tuple[int, ...]) -> str:
    match weekdays:
        case (1, 2, 3, 4, 5, 6, 7):
            return _("every day")
        case (1, 2, 3, 4, 5):
            return _("Monday to Friday")
        case _some:
            return ", ".join(
                format_date(date(2024, 1, one), "EEE", locale=language()).replace(".", "") for one in weekdays
            )


def _every_other(one: Clock | PartOfDay) -> str:
    return ", " + _("every other week") if one.every_weeks == 2 else ""


def _listed(words: list[str]) -> str:
    *first, last = words
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last
