"""Finding a user, and answering with one click whether they are authorised. No patient is in it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.clock import local_day
from beredd.disruption import actions, queries
from beredd.disruption.rules.authorisation import Need
from beredd.office.desk import Desk, at_desk, found
from beredd.office.helpdesk import presenters
from beredd.office.page import page
from beredd.office.words.refusals import say
from beredd.people import queries as people
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission

MOST_FOUND = 30


@at_desk
def search(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Those who wait for an answer first; then whoever one looks for."""
    check(desk.access, Permission.ANSWER_AUTHORISATION)
    wanted = request.GET.get("search", "").strip()
    rows = people.users(desk.access, search=wanted) if wanted else []
    works = people.work_of(row.id for row in rows[:MOST_FOUND])
    context = {
        "waiting": queries.waiting(desk.access, at=desk.at),
        "search": wanted,
        "found": presenters.found(rows[:MOST_FOUND], works, day=local_day(desk.at)),
        "more": max(len(rows) - MOST_FOUND, 0),
    }
    return page(request, desk, "helpdesk/search.html", context, area="helpdesk")


@at_desk
def user(request: HttpRequest, desk: Desk, user: UUID) -> HttpResponse:
    return _user_page(request, desk, user)


@require_POST
@at_desk
def answer(request: HttpRequest, desk: Desk, user: UUID) -> HttpResponse:
    """It goes to the user's phone by itself. Without a reason the page comes back with what was written."""
    right = request.POST.get("right") == "yes"
    ticked = [need for need in Need if need in request.POST.getlist("lacking")]
    note = request.POST.get("note", "")
    try:
        actions.answer_authorisation(user=user, right=right, lacking=ticked, note=note, by=desk.access, at=desk.at)
    except Refused as refused:
        if refused.code != "no_reason":
            raise
        return _user_page(request, desk, user, error=say(refused))
    messages.success(request, _("The answer is on its way to the user's phone."))
    return redirect("office:helpdesk-user", user)


def _user_page(request: HttpRequest, desk: Desk, user: UUID, *, error: str = "") -> HttpResponse:
    lookup = queries.look_up(desk.access, user, at=desk.at)
    found(lookup)
    assert lookup is not None
    works = people.work_of([user]).get(user, [])
    context = {
        "card": lookup.user,
        "advice": presenters.advice(lookup),
        "needs": presenters.needs(lookup, ticked=request.POST.getlist("lacking") if error else None),
        "note": request.POST.get("note", ""),
        "error": error,
        "works": presenters.works(works, day=local_day(desk.at)),
        "delegations": [presenters.delegation(row, desk) for row in people.delegations(desk.access, performer=user)],
        "devices": [presenters.device(row, desk) for row in people.devices(desk.access, user=user)],
        "answers": presenters.answers(lookup),
    }
    crumbs = [(_("Helpdesk"), reverse("office:helpdesk"))]
    status = 422 if error else 200
    return page(request, desk, "helpdesk/user.html", context, area="helpdesk", crumbs=crumbs, status=status)
