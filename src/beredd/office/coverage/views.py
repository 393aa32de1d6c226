"""The coverage board: shown, and decided one patient or many at a time. To undo is to decide anew."""

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from beredd.care import actions, queries
from beredd.clock import local_day
from beredd.office.coverage import presenters
from beredd.office.desk import Desk, at_desk
from beredd.office.page import chosen_unit, page
from beredd.office.today.views import asked_day, day_of
from beredd.office.words import times
from beredd.office.words.refusals import say
from beredd.people import queries as people
from beredd.people.queries import UnitRow, UserRow
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission, Role

DAYS_SHOWN = 3
WHO_GOES = (Role.PERFORMER, Role.NURSE, Role.OCCUPATIONAL_THERAPIST, Role.PHYSIOTHERAPIST)


@at_desk
def board(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.MANAGE_COVERAGE)
    units = people.all_units(desk.access, Permission.MANAGE_COVERAGE)
    unit = chosen_unit(request, [unit for unit in units if unit.kind == "care"] or units)
    if unit is None:
        return page(request, desk, "today/no_unit.html", {}, area="coverage")
    day = asked_day(request, desk)
    context = {
        "units": [one for one in units if one.kind == "care"],
        "days": _days(unit, day, local_day(desk.at)),
        "long_day": times.long_day(day).capitalize(),
        **_table(desk, unit, day),
    }
    return page(request, desk, "coverage/board.html", context, area="coverage")


@require_POST
@at_desk
def cover_one(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    """A choice in the patient's row: the row comes back, in its place, and the verdict."""
    unit, day = _asked(request, desk)
    performer = _performer(request.POST.get(f"performer-{patient}", ""), unit, day)
    error = _missing([patient], skips=False, performer=performer, reason="")
    error = error or _decide(desk, [patient], day, performer=performer, reason="")
    context = {**_table(desk, unit, day, error=error), "now": desk.at, "patient": patient}
    return render(request, "coverage/decided.html", context)


@require_POST
@at_desk
def cover_many(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The chosen patients to one performer, or skipped with a reason: all of them or none."""
    unit, day = _asked(request, desk)
    planned = {row.patient.id for row in queries.coverage(desk.access, unit=unit.id, day=day)}
    patients = [patient for patient in planned if str(patient) in request.POST.getlist("patients")]
    skips = request.POST.get("decision") == "skip"
    performer = None if skips else _performer(request.POST.get("performer", ""), unit, day)
    reason = request.POST.get("reason", "").strip() if skips else ""
    error = _missing(patients, skips=skips, performer=performer, reason=reason)
    error = error or _decide(desk, patients, day, performer=performer, reason=reason)
    if error:
        messages.error(request, error)
    else:
        count = len(patients)
        text = ngettext("%(n)s patient was decided.", "%(n)s patients were decided.", count) % {"n": count}
        messages.success(request, text)
    return redirect(reverse("office:coverage") + _address(unit, day))


def _missing(patients: Sequence[UUID], *, skips: bool, performer: UUID | None, reason: str) -> str:
    if not patients:
        return _("Choose at least one patient first. Nothing was changed.")
    if skips and not reason:
        return _("Write why they are skipped. Nothing was changed.")
    if not skips and performer is None:
        return _("Choose who takes them. Nothing was changed.")
    return ""


def _performer(text: str, unit: UnitRow, day: date) -> UUID | None:
    """The one that was chosen, if they work there that day."""
    working = people.performers_in(unit.id, on=day, roles=WHO_GOES)
    return next((user.id for user in working if str(user.id) == text), None)


def _decide(desk: Desk, patients: Sequence[UUID], day: date, *, performer: UUID | None, reason: str) -> str:
    """What went wrong, in words; empty when nothing did. All are decided, or none."""
    try:
        with transaction.atomic():
            for patient in patients:
                if performer is not None:
                    actions.assign(patient=patient, day=day, performer=performer, by=desk.access, at=desk.at)
                else:
                    actions.skip(patient=patient, day=day, reason=reason, by=desk.access, at=desk.at)
    except Refused as refused:
        return say(refused)
    return ""


def _asked(request: HttpRequest, desk: Desk) -> tuple[UnitRow, date]:
    """The unit and day that the form was about."""
    units = people.all_units(desk.access, Permission.MANAGE_COVERAGE)
    wanted = request.POST.get("unit", "")
    unit = next((one for one in units if str(one.id) == wanted), None)
    if unit is None:
        check(desk.access, Permission.MANAGE_COVERAGE, UUID(int=0))
    assert unit is not None
    return unit, day_of(request.POST.get("day", ""), local_day(desk.at))


def _table(desk: Desk, unit: UnitRow, day: date, *, error: str = "") -> dict[str, object]:
    rows = queries.coverage(desk.access, unit=unit.id, day=day)
    performers: list[UserRow] = people.performers_in(unit.id, on=day, roles=WHO_GOES)
    board = presenters.board(rows, now=desk.at, error=error)
    return {"unit": unit, "day": day, "board": board, "performers": performers}


def _days(unit: UnitRow, chosen: date, today: date) -> list[dict[str, object]]:
    """Today and the days after it, as links; another chosen day too."""
    near = [today + timedelta(days=n) for n in range(DAYS_SHOWN)]
    names = {today: _("Today"), today + timedelta(days=1): _("Tomorrow")}
    return [
        {
            "word": names.get(day) or times.short_day(day, today=today),
            "url": reverse("office:coverage") + _address(unit, day),
            "chosen": day == chosen,
        }
        for day in sorted({*near, chosen})
    ]


def _address(unit: UnitRow, day: date) -> str:
    return f"?{urlencode({'unit': str(unit.id), 'day': day.isoformat()})}"
