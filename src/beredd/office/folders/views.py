"""The home folders of a unit, work in them that is done, and what is said of a folder."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk
from beredd.office.folders import presenters
from beredd.office.folders.doubts import shown
from beredd.office.folders.forms import FolderForm
from beredd.office.page import chosen_unit, page, units_seen
from beredd.office.paper.places import crumbs, places
from beredd.office.words.refusals import say
from beredd.paper import actions, queries
from beredd.paper.folders import unit_folders, without_paper
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What has to be done comes first, then every folder."""
    check(desk.access, Permission.SEE_PATIENTS)
    units = units_seen(desk)
    unit = chosen_unit(request, units)
    if unit is None:
        return page(request, desk, "today/no_unit.html", {}, area="paper")
    found = unit_folders(desk.access, unit.id, at=desk.at)
    cards = [presenters.card(desk, one) for one in found]
    context = {
        "places": places(desk),
        "here": "home-folders",
        "units": units,
        "unit": unit,
        "todo": [(one, job) for one in cards for job in one.todo],
        "unprinted": presenters.unprinted(without_paper(desk.access, found, at=desk.at)),
        "cards": [one for one in cards if one.lying or one.waiting or not one.wanted],
        "doubts": [shown(desk, one) for one in queries.doubts(desk.access) if one.unit == unit.id],
        "may_handle_paper": desk.may(Permission.HANDLE_PAPER, unit.id),
    }
    return page(request, desk, "folders/folders.html", context, area="paper", crumbs=crumbs())


@require_POST
@at_desk
def done(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    """What the page asked for has been done in the home."""
    put, take = request.POST.get("put", ""), request.POST.get("take", "")
    try:
        actions.exchange_sheets(patient=patient, put=put, take=take, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("Saved. Your name and the time are kept."))
    return _back(request, patient)


@require_POST
@at_desk
def describe(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    form = FolderForm(request.POST, auto_id="folder_%s")
    if form.is_valid():
        try:
            actions.describe_folder(patient=patient, **form.said, by=desk.access, at=desk.at)
        except Refused as refused:
            messages.error(request, say(refused))
        else:
            messages.success(request, _("Saved. It stands on the papers that are printed from now on."))
    else:
        messages.error(request, " ".join(error for _id, error in form.summary))
    return redirect("office:patient", patient)


@require_POST
@at_desk
def settle(request: HttpRequest, desk: Desk, doubt: UUID) -> HttpResponse:
    try:
        actions.settle_doubt(doubt=doubt, outcome=request.POST.get("outcome", ""), by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("Saved. It is no longer in the list."))
    return redirect("office:home-folders")


def _back(request: HttpRequest, patient: UUID) -> HttpResponse:
    if request.POST.get("back") == "patient":
        return redirect("office:patient", patient)
    return redirect("office:home-folders")
