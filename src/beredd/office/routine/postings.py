"""Where the routine hangs on paper: the register, exchanging it with one click, a new place, one that is gone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.routine.forms import PostingForm
from beredd.office.routine.places import crumbs, places
from beredd.office.words.refusals import say
from beredd.people import queries as people
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine import actions, queries


@at_desk
def postings(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Where an old version hangs comes first. On error the form comes back with what was written."""
    check(desk.access, Permission.CHECK_POSTINGS)
    form = _form(request, desk)
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            actions.add_posting(**form.cleaned_data, by=desk.access, at=desk.at)
        except Refused as refused:
            form.add_error("place", say(refused))
        else:
            messages.success(request, _("The place is in the list. Hang the routine up and say when it hangs."))
            return redirect("office:postings")
    context = {
        "places": places(desk),
        "here": "postings",
        "postings": queries.postings(desk.access, at=desk.at),
        "form": form,
        "can_remove": desk.may(Permission.REGISTER_POSTINGS),
    }
    bad = form is not None and form.is_bound
    return page(
        request, desk, "routine/postings.html", context, area="routine", crumbs=crumbs(), status=422 if bad else 200
    )


@require_POST
@at_desk
def hangs(request: HttpRequest, desk: Desk, posting: UUID, version: UUID) -> HttpResponse:
    """One click, from the register or from the unit's day."""
    try:
        actions.check_posting(posting=posting, version=version, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("Saved: the version in force hangs there. Your name and the time are kept."))
    return redirect("office:today" if request.POST.get("back") == "today" else "office:postings")


@require_POST
@at_desk
def gone(request: HttpRequest, desk: Desk, posting: UUID) -> HttpResponse:
    try:
        actions.remove_posting(posting=posting, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("The place is no longer in the list."))
    return redirect("office:postings")


def _form(request: HttpRequest, desk: Desk) -> PostingForm | None:
    units = people.all_units(desk.access, Permission.REGISTER_POSTINGS)
    routines = queries.routines(desk.access, at=desk.at)
    return PostingForm(request.POST or None, units=units, routines=routines) if units and routines else None
