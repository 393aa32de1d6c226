"""The unit's day: the page, and the part of it that renews itself."""

from datetime import date, timedelta
from hashlib import sha256
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import trigger_client_event

from beredd.clock import SWEDEN, local_day
from beredd.office.desk import Desk, at_desk
from beredd.office.page import chosen_unit, page, units_seen
from beredd.office.today import presenters
from beredd.office.words import times
from beredd.people.queries import UnitRow
from beredd.people.rules.roles import Permission
from beredd.routine.queries import posting_tasks
from beredd.signing import queries


@at_desk
def today(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The start page; those who see no patients start among the staff."""
    if not desk.may(Permission.SEE_PATIENTS):
        return redirect("office:people") if desk.access.memberships else _no_unit(request, desk)
    units = units_seen(desk)
    unit = chosen_unit(request, units)
    if unit is None:
        return _no_unit(request, desk)
    day, now = asked_day(request, desk), local_day(desk.at)
    context = {
        "title": _("%(unit)s today") % {"unit": unit.name} if day == now else unit.name,
        "long_day": times.long_day(day).capitalize(),
        "units": units,
        "day": day,
        "is_today": day == now,
        "today": _address(unit, now, ""),
        "before": _address(unit, day - timedelta(days=1), ""),
        "after": _address(unit, day + timedelta(days=1), ""),
        "tasks": posting_tasks(desk.access, unit=unit.id, at=desk.at),
        "coverage_asked": _coverage(unit, desk),
        "fragment": reverse("office:board") + _address(unit, day, request.GET.get("show", "")),
        **_board(request, desk, unit, day),
    }
    return page(request, desk, "today/today.html", context, area="today")


@at_desk
def board(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The part that renews itself: 204 when what the page has is still true, so that nothing moves under the reader."""
    unit = chosen_unit(request, units_seen(desk))
    if unit is None:
        return HttpResponse(status=404)
    context = _board(request, desk, unit, asked_day(request, desk))
    if context["seen"] == request.GET.get("seen"):
        response = HttpResponse(status=204)
    else:
        response = HttpResponse(render_to_string("today/board.html", {**context, "now": desk.at}, request))
    return trigger_client_event(response, "asof", {"value": context["asof"]})


def asked_day(request: HttpRequest, desk: Desk) -> date:
    """The day in the address; today when there is none or it is no day."""
    return day_of(request.GET.get("day", ""), local_day(desk.at))


def day_of(text: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return otherwise


def _board(request: HttpRequest, desk: Desk, unit: UnitRow, day: date) -> dict[str, object]:
    rows = queries.balance(desk.access, unit=unit.id, day=day, now=desk.at)
    show = request.GET.get("show", "")
    found = presenters.board(rows, now=desk.at, show=show, address=lambda state: "/" + _address(unit, day, state))
    seen = sha256(repr(found).encode()).hexdigest()[:16]
    return {"balance": found, "seen": seen, "unit": unit, "asof": f"{desk.at.astimezone(SWEDEN):%H:%M:%S}"}


def _coverage(unit: UnitRow, desk: Desk) -> str:
    """Where to ask what waits of the coverage at homes; empty for those who decide nothing of it."""
    if not desk.may(Permission.PRESCRIBE):
        return ""
    return reverse("office:coverage-waiting", args=[unit.id])


def _address(unit: UnitRow, day: date, show: str) -> str:
    asked = {"unit": str(unit.id), "day": day.isoformat(), **({"show": show} if show else {})}
    return f"?{urlencode(asked)}"


def _no_unit(request: HttpRequest, desk: Desk) -> HttpResponse:
    return page(request, desk, "today/no_unit.html", {}, area="today")
