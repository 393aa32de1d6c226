"""What has been told and how it fared; one telling with all its notices."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.notices import actions, queries
from beredd.office.desk import Desk, at_desk, found
from beredd.office.outbox import presenters
from beredd.office.page import page
from beredd.office.words.refusals import say
from beredd.people.rules.roles import Permission


@at_desk
def tellings(request: HttpRequest, desk: Desk) -> HttpResponse:
    rows = queries.tellings(desk.access)
    context = {"lines": presenters.lines(rows), "lost": presenters.lost(rows)}
    return page(request, desk, "outbox/list.html", context, area="notices")


@at_desk
def telling(request: HttpRequest, desk: Desk, telling: UUID) -> HttpResponse:
    row = queries.telling(desk.access, telling)
    found(row)
    assert row is not None
    context = {
        "row": row,
        "sent": presenters.sent(row),
        "cause": presenters.cause(desk, row.about),
        "may_answer": row.answers and not row.answered_by and desk.may(Permission.HANDLE_DISRUPTIONS),
    }
    crumbs = [(_("Notices"), reverse("office:notices"))]
    return page(request, desk, "outbox/one.html", context, area="notices", crumbs=crumbs)


@require_POST
@at_desk
def answer(request: HttpRequest, desk: Desk, telling: UUID) -> HttpResponse:
    """Of two who answer, the second is told who was first."""
    try:
        actions.answer(telling=telling, by=desk.access, at=desk.at)
    except actions.AlreadyOver as refused:
        messages.info(request, say(refused))
    else:
        messages.success(request, _("Nobody more is told."))
    return redirect("office:notice", telling)


@require_POST
@at_desk
def again(request: HttpRequest, desk: Desk, telling: UUID, notice: UUID) -> HttpResponse:
    try:
        actions.send_again(notice=notice, by=desk.access, at=desk.at)
    except actions.NotLost as refused:
        messages.info(request, say(refused))
    else:
        messages.success(request, _("It is in the queue again."))
    return redirect("office:notice", telling)


@require_POST
@at_desk
def test(request: HttpRequest, desk: Desk) -> HttpResponse:
    try:
        made = actions.send_test(recipient=request.POST.get("recipient", ""), by=desk.access, at=desk.at)
    except actions.UnknownRecipient as refused:
        messages.error(request, say(refused))
        return redirect("office:notice-groups")
    messages.success(request, _("The test is on its way. Renew the page to see how it fares."))
    return redirect("office:notice", made)
