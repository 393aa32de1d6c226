"""The list of routines, one routine as it is in force, and a new version of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.routine import presenters
from beredd.office.routine.document import document
from beredd.office.routine.finding import the_routine
from beredd.office.routine.places import crumbs, places
from beredd.office.words.refusals import say
from beredd.office.words.routines import version_line
from beredd.people.rules.access import Refused
from beredd.people.rules.roles import Permission
from beredd.routine import actions, queries
from beredd.routine.queries import told


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    context = {
        "places": places(desk),
        "here": "routines",
        "routines": [presenters.card(row, desk) for row in queries.routines(desk.access, at=desk.at)],
        "can_write": desk.may(Permission.WRITE_ROUTINE),
    }
    return page(request, desk, "routine/routines.html", context, area="routine")


@at_desk
def routine(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """As it is in force, to read and to print, with every version that there has been."""
    row = the_routine(desk, slug)
    current = row.in_force
    context = {
        "routine": row,
        "line": version_line(current) if current else "",
        "look": presenters.look(current) if current else None,
        "document": document(told(current.text, slug), row=current) if current else None,
        "versions": presenters.versions(row),
        "revision": presenters.revision_note(row, desk),
        "can_write": desk.may(Permission.WRITE_ROUTINE),
        "can_follow": desk.may(Permission.FOLLOW_KNOWN),
    }
    return page(request, desk, "routine/routine.html", context, area="routine", crumbs=crumbs())


@require_POST
@at_desk
def new_version(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Begins as what is in force says."""
    row = the_routine(desk, slug)
    try:
        actions.start_draft(routine=row.id, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
        return redirect("office:routine", slug)
    number = max(one.number for one in the_routine(desk, slug).versions)
    messages.success(request, _("A draft is made. Nothing of it holds until MAS/MAR has decided on it."))
    return redirect(reverse("office:routine-edit", args=[slug, number]))
