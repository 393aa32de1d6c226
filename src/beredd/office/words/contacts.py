"""Whom to reach: hours, ways and lengths of time in words."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.office.words import schedule
from beredd.routine.rules.routine import Contact, Holidays, Hours


def hours(contact: Contact) -> list[str]:
    """One line for each stretch."""
    return [_stretch(one) for one in contact.hours]


def span(length: timedelta) -> str:
    """4 timmar, 2 dagar, 30 minuter."""
    minutes = int(length.total_seconds()) // 60
    if minutes % (24 * 60) == 0:
        return ngettext("%(n)s day", "%(n)s days", minutes // 1440) % {"n": minutes // 1440}
    if minutes % 60 == 0:
        return ngettext("%(n)s hour", "%(n)s hours", minutes // 60) % {"n": minutes // 60}
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}


def telephone(number: str) -> str:
    """What a telephone dials: digits, with a plus first if there is one."""
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+")


def ways(contact: Contact) -> list[tuple[str, str, str]]:
    """(icon, address, word), the quickest first; a portal may be a name without an address."""
    found: Sequence[tuple[str, str, str]] = [
        ("phone", telephone(contact.phone), contact.phone),
        ("mail", f"mailto:{contact.mail}", contact.mail),
        ("world", contact.portal if contact.portal.startswith("https://") else "", contact.portal),
    ]
    return [one for one in found if one[2]]


def _stretch(one: Hours) -> str:
    days = _("public holidays") if one.holidays is Holidays.ONLY else schedule.days(one.weekdays)
    told = {"days": days, "opens": f"{one.opens:%H:%M}", "closes": f"{one.closes:%H:%M}"}
    if one.holidays is Holidays.CLOSED:
        return _("%(days)s %(opens)s–%(closes)s, not on public holidays") % told
    return _("%(days)s %(opens)s–%(closes)s") % told
