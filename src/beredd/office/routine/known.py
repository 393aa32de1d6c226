"""Reading a routine and confirming it; who has not; reminding."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk, found
from beredd.office.page import page
from beredd.office.routine import presenters, scenarios
from beredd.office.routine.document import document
from beredd.office.routine.finding import the_routine
from beredd.office.routine.places import crumbs, places, routine_crumbs
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine import actions, queries
from beredd.routine.queries import StandingRow, ToRead


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What I must know, and what I have confirmed."""
    rows = [presenters.mine(row, now=desk.at) for row in queries.to_read(desk.access, at=desk.at)]
    context = {"places": places(desk), "here": "known", "routines": rows}
    return page(request, desk, "routine/known.html", context, area="routine", crumbs=crumbs())


@at_desk
def read(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The routine, the questions of my audience, and the confirmation."""
    return _reading(request, desk, _mine(desk, slug))


@require_POST
@at_desk
def answer(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A wrong answer is explained on the same page; a right one opens the next step."""
    row = _mine(desk, slug)
    scenario, choice = request.POST.get("scenario", ""), request.POST.get("choice", "")
    if not choice:
        return _reading(request, desk, row, asked=scenario, choice="")
    try:
        actions.answer_scenario(version=row.version.id, scenario=scenario, choice=choice, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
        return redirect("office:routine-read", slug)
    return _reading(request, desk, _mine(desk, slug), asked=scenario, choice=choice)


@require_POST
@at_desk
def confirm(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    row = _mine(desk, slug)
    try:
        actions.confirm_known(version=row.version.id, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
        return redirect("office:routine-read", slug)
    messages.success(request, _("Thank you. You have confirmed that you know the routine."))
    return redirect("office:known")


@at_desk
def readers(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """By unit: how many know the version in force, and who does not yet."""
    check(desk.access, Permission.FOLLOW_KNOWN)
    routine = the_routine(desk, slug)
    standing = _standing(desk, slug)
    rows = queries.readers(desk.access, standing, at=desk.at) if standing else []
    units = presenters.readers(rows, today=desk.at)
    context = {
        "routine": routine,
        "units": units,
        "known": sum(unit.known for unit in units),
        "total": sum(unit.total for unit in units),
    }
    return page(request, desk, "routine/readers.html", context, area="routine", crumbs=routine_crumbs(routine))


@require_POST
@at_desk
def remind(request: HttpRequest, desk: Desk, slug: str, user: UUID) -> HttpResponse:
    standing = _standing(desk, slug)
    found(standing)
    assert standing is not None
    try:
        actions.remind(version=standing.id, user=user, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("Reminded. It is shown to the person until the routine is read."))
    return redirect(reverse("office:routine-readers", args=[slug]))


def _standing(desk: Desk, slug: str) -> StandingRow | None:
    return next((one for one in queries.standing_versions(at=desk.at) if one.slug == slug), None)


def _mine(desk: Desk, slug: str) -> ToRead:
    row = next((one for one in queries.to_read(desk.access, at=desk.at) if one.version.slug == slug), None)
    found(row)
    assert row is not None
    return row


def _reading(request: HttpRequest, desk: Desk, row: ToRead, *, asked: str = "", choice: str = "") -> HttpResponse:
    context = {
        "routine": row.version,
        "mine": presenters.mine(row, now=desk.at),
        "document": document(row.said, row=row.version, audience=row.audience),
        "questions": scenarios.questions(row, asked=asked, choice=choice),
        "can_confirm": scenarios.all_right(row),
    }
    crumbs_here = crumbs((_("Read and confirm"), reverse("office:known")))
    return page(request, desk, "routine/read.html", context, area="routine", crumbs=crumbs_here)
