"""The routine's steps in a disruption: ticked one by one, printed, and entered from paper."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from beredd.disruption import actions, queries
from beredd.disruption.events import StepBody
from beredd.disruption.queries import Checklist, IncidentRow
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption import listing, presenters
from beredd.office.disruption.forms import FromPaperForm
from beredd.office.disruption.places import chosen, incident_crumbs, the_incident, units_of, working
from beredd.office.page import page
from beredd.office.words.refusals import say
from beredd.people.queries import UnitRow
from beredd.people.rules.access import Refused

LONGEST = {"routine": 60, "step": 80, "role": 40}


@at_desk
def steps(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    return _page(request, desk, the_incident(desk, incident), bad=None)


@require_POST
@at_desk
def tick(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    """Done, or taken back; one goes back to where one was."""
    unit = _unit(request, desk, the_incident(desk, incident))
    told = request.POST
    try:
        version, done = int(told.get("version", "")), told.get("done") == "1"
    except ValueError:
        raise Http404 from None
    routine, step, role = (told.get(name, "")[:longest] for name, longest in LONGEST.items())
    said = StepBody(incident, unit.id, routine, version, step, role, desk.at, done)
    try:
        actions.tick(said, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    if role == queries.CALL:
        return redirect(_address("office:disruption", incident, unit, "calls"))
    return redirect(_address("office:disruption-steps", incident, unit, f"{routine}-{role}"))


@require_POST
@at_desk
def from_paper(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    """All that was ticked on one sheet, or nothing of it."""
    row = the_incident(desk, incident)
    unit = _unit(request, desk, row)
    listed = next((one for one in _lists(desk, row, unit) if listing.anchor(one) == request.POST.get("list")), None)
    if listed is None:
        raise Http404
    form = FromPaperForm(request.POST, listed=listed, now=desk.at)
    if form.is_valid():
        told = form.cleaned_data
        try:
            _enter(desk, incident, unit, listed, told)
        except Refused as refused:
            form.add_error(refused.code if refused.code in form.fields else None, say(refused))
        else:
            n = len(told["steps"])
            messages.success(request, ngettext("%(n)s step is entered.", "%(n)s steps are entered.", n) % {"n": n})
            return redirect(_address("office:disruption-steps", incident, unit, listing.anchor(listed)))
    return _page(request, desk, row, bad=form)


def _enter(desk: Desk, incident: UUID, unit: UnitRow, listed: Checklist, told: Mapping[str, object]) -> None:
    with transaction.atomic():
        for step in told["steps"]:  # type: ignore[attr-defined]
            key = (listed.routine.id, listed.version, step, listed.role.id)
            said = StepBody(incident, unit.id, *key, told["done_at"])  # type: ignore[arg-type]
            actions.enter_from_paper(said, done_by=str(told["done_by"]), by=desk.access, at=desk.at)


def _page(request: HttpRequest, desk: Desk, row: IncidentRow, *, bad: FromPaperForm | None) -> HttpResponse:
    units = working(desk, row)
    unit = chosen(request, units)
    context = {
        "id": row.id,
        "card": presenters.card(row, units_of(row), user=desk.access.user, now=desk.at),
        "units": units,
        "unit": unit,
        "lists": [listing.card(one, now=desk.at, bad=bad) for one in _lists(desk, row, unit)] if unit else [],
        "opened": bad.listed if bad else request.GET.get("list", ""),
        "form": bad,
    }
    crumbs = incident_crumbs(row)
    status = 422 if bad else 200
    return page(request, desk, "disruption/steps.html", context, area="disruption", crumbs=crumbs, status=status)


def _lists(desk: Desk, row: IncidentRow, unit: UnitRow) -> list[Checklist]:
    return queries.checklists(desk.access, row, unit=unit.id, at=desk.at)


def _unit(request: HttpRequest, desk: Desk, row: IncidentRow) -> UnitRow:
    """The unit that the form was about. Raises Http404."""
    wanted = request.POST.get("unit", "")
    unit = next((one for one in working(desk, row) if str(one.id) == wanted), None)
    if unit is None:
        raise Http404
    return unit


def _address(name: str, incident: UUID, unit: UnitRow, anchor: str) -> str:
    return f"{reverse(name, args=[incident])}?{urlencode({'unit': str(unit.id), 'list': anchor})}#{anchor}"
