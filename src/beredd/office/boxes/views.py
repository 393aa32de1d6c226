"""The safety boxes: which there are, one of them, its paper, what somebody saw in it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.clock import local_day
from beredd.office.boxes import presenters
from beredd.office.boxes.forms import BoxForm, Counts, InspectForm
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.paper.places import crumbs, places
from beredd.office.paper.printing import made
from beredd.office.words.refusals import say
from beredd.paper import actions, queries
from beredd.paper.boxes import Box, judged
from beredd.paper.hand import destinations
from beredd.paper.order import Order
from beredd.paper.rules.box import USUAL
from beredd.paper.rules.span import Span
from beredd.people import queries as people
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """On error the form comes back with what was written."""
    check(desk.access, Permission.HANDLE_PAPER)
    units = people.all_units(desk.access, Permission.ARRANGE_PAPER)
    form = BoxForm(request.POST or None, units=units) if units else None
    if form is not None and form.is_valid():
        try:
            actions.put_box(**form.cleaned_data, holds=USUAL, by=desk.access, at=desk.at)
        except Refused as refused:
            form.add_error("name", say(refused))
        else:
            messages.success(request, _("The box is in the list. Print what it is to hold."))
            return redirect("office:boxes")
    context = {
        "places": places(desk),
        "here": "boxes",
        "boxes": [presenters.box(desk, one) for one in judged(queries.boxes(desk.access), at=desk.at)],
        "form": form,
    }
    status = 422 if form is not None and form.is_bound else 200
    return page(request, desk, "boxes/boxes.html", context, area="paper", crumbs=crumbs(), status=status)


@at_desk
def one(request: HttpRequest, desk: Desk, box: UUID) -> HttpResponse:
    return _box_page(request, desk, box, None)


@require_POST
@at_desk
def printed(request: HttpRequest, desk: Desk, box: UUID) -> HttpResponse:
    """All of it, or only what is lacking or out of date."""
    _box(desk, box)
    today = local_day(desk.at)
    order = Order("safety_box", Span(today, today), about=box, everybody=request.POST.get("what") == "all")
    to = request.POST.get("to", "")
    try:
        return made(desk, order, to=to if to in {one.key for one in destinations()} else "", name="box")
    except Refused as refused:
        messages.error(request, say(refused))
        return redirect("office:box", box)


@require_POST
@at_desk
def filled(request: HttpRequest, desk: Desk, box: UUID) -> HttpResponse:
    """What waited lies in it now, and what was out of date is destroyed: exactly what the page showed."""
    put, take = request.POST.getlist("put"), request.POST.getlist("take")
    return _done(request, box, lambda: actions.fill_box(box=box, put=put, take=take, by=desk.access, at=desk.at))


@require_POST
@at_desk
def inspected(request: HttpRequest, desk: Desk, box: UUID) -> HttpResponse:
    form = InspectForm(request.POST, usual=_box(desk, box).row.holds)
    if not form.is_valid():
        return _box_page(request, desk, box, form)
    said = {"seen": form.counts, "sheets": [], "note": form.cleaned_data["note"]}
    return _done(request, box, lambda: actions.inspect_box(box=box, **said, by=desk.access, at=desk.at))


@require_POST
@at_desk
def contents(request: HttpRequest, desk: Desk, box: UUID) -> HttpResponse:
    form = Counts(request.POST, usual=USUAL)
    if not form.is_valid():
        return _box_page(request, desk, box, form)
    return _done(request, box, lambda: actions.change_contents(box=box, holds=form.counts, by=desk.access, at=desk.at))


@require_POST
@at_desk
def gone(request: HttpRequest, desk: Desk, box: UUID) -> HttpResponse:
    try:
        actions.remove_box(box=box, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("The box is no longer in the list."))
    return redirect("office:boxes")


def _box(desk: Desk, id: UUID) -> Box:
    row = queries.box(desk.access, id)
    if row is None:
        raise Http404
    return judged([row], at=desk.at)[0]


def _box_page(request: HttpRequest, desk: Desk, id: UUID, bad: Counts | None) -> HttpResponse:
    found = _box(desk, id)
    empty = InspectForm(usual=dict.fromkeys(found.row.holds), auto_id="seen_%s")
    context = {
        "box": presenters.box(desk, found),
        "form": bad,
        "ways": destinations(),
        "inspect_form": bad if isinstance(bad, InspectForm) else empty,
        "contents_form": Counts(usual={**USUAL, **found.row.holds}, auto_id="holds_%s"),
    }
    trail = crumbs((_("Safety boxes"), reverse("office:boxes")))
    return page(request, desk, "boxes/box.html", context, area="paper", crumbs=trail, status=422 if bad else 200)


def _done(request: HttpRequest, box: UUID, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("Saved. Your name and the time are kept."))
    return redirect("office:box", box)
