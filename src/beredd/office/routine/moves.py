"""A version: what it says, what has happened to it, and the buttons for what can happen next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.i18n.mark import N_
from beredd.office.desk import Desk, at_desk, found
from beredd.office.page import page
from beredd.office.routine import presenters
from beredd.office.routine.document import document
from beredd.office.routine.finding import the_routine, the_version
from beredd.office.routine.forms import MoveForm
from beredd.office.routine.places import routine_crumbs
from beredd.office.words.refusals import say
from beredd.office.words.routines import version_line
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine import actions
from beredd.routine.queries import told
from beredd.routine.rules.states import PATHS, Move, State

DONE = {
    Move.REVIEW: N_("The draft is reviewed and waits for the decision of MAS/MAR."),
    Move.SEND_BACK: N_("The version is a draft again."),
    Move.DECIDE: N_("You have decided on the version. Choose the day from which it is in force."),
    Move.PUT_IN_FORCE: N_("The version is in force from the day you chose."),
    Move.WITHDRAW: N_("The version is withdrawn."),
    Move.DISCARD: N_("The draft is put away."),
}


@at_desk
def version(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """For the writers, and for all once it is decided."""
    return _page(request, desk, slug, number)


@require_POST
@at_desk
def move(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """On error the page comes back with what was written."""
    row = the_version(the_routine(desk, slug), number)
    wanted = next((one for one in Move if one == request.POST.get("move")), None)
    found(wanted)
    assert wanted is not None
    check(desk.access, PATHS[wanted].permission)
    form = MoveForm(request.POST, move=wanted, prefix=wanted, today=desk.at)
    if form.is_valid():
        try:
            actions.move_version(version=row.id, move=wanted, **form.cleaned_data, by=desk.access, at=desk.at)
        except Refused as refused:
            form.add_error(refused.code if refused.code in form.fields else None, say(refused))
        else:
            messages.success(request, _(DONE[wanted]))
            return redirect("office:routine-version", slug, number)
    return _page(request, desk, slug, number, bad=(wanted, form))


def _page(
    request: HttpRequest, desk: Desk, slug: str, number: int, *, bad: tuple[Move, MoveForm] | None = None
) -> HttpResponse:
    routine = the_routine(desk, slug)
    row = the_version(routine, number)
    context = {
        "routine": routine,
        "version": row,
        "look": presenters.look(row),
        "line": version_line(row),
        "moves": presenters.history(row),
        "next": presenters.next_moves(row, desk, bad),
        "form": bad[1] if bad else None,
        "document": document(told(row.text, slug), row=row),
        "can_write": row.state is State.DRAFT and desk.may(Permission.WRITE_ROUTINE),
        "before": presenters.compared_with(routine, row),
    }
    crumbs = routine_crumbs(routine)
    return page(
        request, desk, "routine/version.html", context, area="routine", crumbs=crumbs, status=422 if bad else 200
    )
