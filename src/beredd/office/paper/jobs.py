"""A printing that waits or is under way: how far it has come, cancelling, trying again, fetching the file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk, found
from beredd.office.page import page
from beredd.office.paper import presenters
from beredd.office.paper.places import crumbs
from beredd.office.paper.printing import as_file
from beredd.office.words.refusals import say
from beredd.paper import actions
from beredd.paper.queries import print_job
from beredd.people.rules.access import Refused


@at_desk
def job(request: HttpRequest, desk: Desk, job: UUID) -> HttpResponse:
    """The whole page, or for htmx its moving part."""
    row = print_job(desk.access, job)
    found(row)
    assert row is not None
    context = {"job": presenters.job(row, desk), "now": desk.at}
    if request.headers.get("HX-Request"):
        return render(request, "paper/progress.html", context)
    return page(request, desk, "paper/job.html", context, area="paper", crumbs=crumbs())


@require_POST
@at_desk
def cancel(request: HttpRequest, desk: Desk, job: UUID) -> HttpResponse:
    try:
        actions.cancel(job=job, by=desk.access, at=desk.at)
    except Refused as refused:
        if refused.code == "unknown_job":
            raise
        messages.error(request, say(refused))
    else:
        messages.success(request, _("Cancelled. Nothing of it has been counted out."))
    return redirect("office:print-job", job)


@require_POST
@at_desk
def again(request: HttpRequest, desk: Desk, job: UUID) -> HttpResponse:
    actions.try_again(job=job, by=desk.access, at=desk.at)
    return redirect("office:print-job", job)


@at_desk
def file(request: HttpRequest, desk: Desk, job: UUID) -> HttpResponse:
    row = print_job(desk.access, job)
    found(row)
    assert row is not None
    pdf = actions.fetch(job=job, by=desk.access, at=desk.at)
    if pdf is None:
        messages.error(request, _("The file is kept for a day and is gone now. Print it anew."))
        return redirect("office:print-job", job)
    return as_file(pdf, f"{row.kind}-{row.first}")
