"""The sheets of a unit counted, one sheet with its history, and saying what has become of it."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.office.desk import Desk, at_desk
from beredd.office.page import chosen_unit, page, units_seen
from beredd.office.paper.places import crumbs, places
from beredd.office.sheets import presenters
from beredd.office.sheets.forms import FindForm, FollowForm
from beredd.office.words.paper import STATES
from beredd.office.words.refusals import say
from beredd.paper import actions, queries
from beredd.paper.actions import UnknownSheet
from beredd.paper.rules.accounting import NEXT, SheetState
from beredd.paper.rules.sheet import find_sheet_id, show_sheet_id
from beredd.people import queries as people
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission

ON_A_PAGE = 50
PERIODS = (7, 31, 92, 366)  # days back


@at_desk
def counted(request: HttpRequest, desk: Desk) -> HttpResponse:
    """With a number in the address: straight to that sheet."""
    check(desk.access, Permission.SEE_PATIENTS)
    form = FindForm(request.GET if "number" in request.GET else None)
    if form.is_bound and form.is_valid():
        try:
            number = find_sheet_id(form.cleaned_data["number"])
            if queries.sheet(desk.access, number) is None:
                raise UnknownSheet
            return redirect("office:sheet", number)
        except Refused as refused:
            form.add_error("number", say(refused))
    units = units_seen(desk)
    nobody = request.GET.get("unit") == "none"
    unit = None if nobody else chosen_unit(request, units)
    asked = request.GET.get("days", "")
    days = int(asked) if asked in map(str, PERIODS) else PERIODS[1]
    state = request.GET.get("state", "")
    states = [SheetState(state)] if state in list(SheetState) else []
    since = desk.at - timedelta(days=days)
    id = unit.id if unit else None
    shown = Paginator(queries.counted_sheets(desk.access, id, since=since, states=states), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "form": form,
        "places": places(desk),
        "here": "sheets",
        "units": units,
        "unit": unit,
        "nobody": nobody,
        "days": days,
        "periods": PERIODS,
        "state": state,
        "balance": presenters.balance(queries.sheet_counts(desk.access, id, since=since)),
        "lines": presenters.lines(desk, queries.sheets_by_number(desk.access, list(shown), id)),
        "shown": shown,
    }
    status = 422 if form.is_bound else 200
    return page(request, desk, "sheets/sheets.html", context, area="paper", crumbs=crumbs(), status=status)


@at_desk
def one(request: HttpRequest, desk: Desk, number: str) -> HttpResponse:
    return _sheet_page(request, desk, number, None)


@at_desk
def follow(request: HttpRequest, desk: Desk, number: str) -> HttpResponse:
    row = queries.sheet(desk.access, number)
    if row is None:
        raise Http404
    form = FollowForm(request.POST or None, states=_next(row.state))
    if form.is_valid():
        try:
            state = SheetState(form.cleaned_data["state"])
            actions.follow_sheet(
                id=number, state=state, where=form.cleaned_data["where"], home=row.home, by=desk.access, at=desk.at
            )
        except Refused as refused:
            form.add_error(None, say(refused))
        else:
            messages.success(request, _("Saved: %(state)s.") % {"state": STATES[state].word.lower()})
            return redirect("office:sheet", number)
    return _sheet_page(request, desk, number, form)


def _sheet_page(request: HttpRequest, desk: Desk, number: str, form: FollowForm | None) -> HttpResponse:
    try:
        actions.open_sheet(id=number, channel="office", by=desk.access, at=desk.at)
    except UnknownSheet as unknown:
        raise Http404 from unknown
    row, taken = queries.sheet(desk.access, number), queries.steps(desk.access, number)
    assert row is not None
    who = people.names({step.said_by for step in taken})
    can = desk.may(Permission.HANDLE_PAPER) and _next(row.state)
    context = {
        "line": presenters.line(desk, row),
        "original": row.original,
        "valid_until": row.valid_until,
        "replaces": show_sheet_id(row.replaces) if row.replaces else "",
        "replaces_url": reverse("office:sheet", args=[row.replaces]) if row.replaces else "",
        "steps": [(STATES[step.state], step.where, who.get(step.said_by, ""), step.said_at) for step in taken],
        "form": form,
        "follow_form": form or (FollowForm(states=_next(row.state)) if can else None),
    }
    trail = crumbs((_("Sheets"), reverse("office:sheets")))
    return page(request, desk, "sheets/sheet.html", context, area="paper", crumbs=trail, status=422 if form else 200)


def _next(state: SheetState) -> list[SheetState]:
    return [one for one in SheetState if one in NEXT[state]]
