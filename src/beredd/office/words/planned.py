"""Planned work in words: when, as one says it the day before."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from beredd.clock import local_day
from beredd.disruption.rules.maintenance import Stage
from beredd.i18n.mark import N_
from beredd.office.words.states import Look
from beredd.office.words.times import clock, short_day

STAGES: dict[Stage, Look] = {
    Stage.COMING: Look(N_("To be done"), "calendar", "info"),
    Stage.NOW: Look(N_("Goes on now"), "clock-play", "warning"),
}


def span(starts: datetime, ends: datetime, *, now: datetime) -> str:
    """“i dag 22:00–24:00”, “i morgon 22:00 till ons 25 nov 02:00”."""
    last = ends - timedelta(minutes=1)  # midnight belongs to the day that it ends
    until = "24:00" if local_day(last) != local_day(ends) else clock(ends)
    told = {"day": _day(starts, now), "from": clock(starts), "until": until, "last": _day(last, now)}
    if local_day(starts) == local_day(last):
        return _("%(day)s %(from)s–%(until)s") % told
    return _("%(day)s %(from)s until %(last)s %(until)s") % told


def _day(at: datetime, now: datetime) -> str:
    today, day = local_day(now), local_day(at)
    if day == today:
        return _("today")
    return _("tomorrow") if day == today + timedelta(days=1) else short_day(day, today=today)
