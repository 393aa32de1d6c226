"""The review queue and its decisions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.review import presenters
from beredd.office.words.refusals import say
from beredd.people import queries as people
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.signing import actions, queries

VERDICTS = ("accepted", "rejected")
GONE = ("already_decided", "unknown_review")  # no longer in the queue: there is no field to put the words beside


@at_desk
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _queue(request, desk)


@require_POST
@at_desk
def decide(request: HttpRequest, desk: Desk, item: int) -> HttpResponse:
    """A rejection needs a note: the performer will ask why."""
    check(desk.access, Permission.REVIEW)
    verdict, note = request.POST.get("verdict", ""), request.POST.get("note", "").strip()
    error = ""
    if verdict not in VERDICTS:
        error = _("Choose whether the signature is to stand.")
    else:
        try:
            actions.decide(item=item, verdict=verdict, note=note, by=desk.access, at=desk.at)
        except Refused as refused:
            if refused.code in GONE:
                messages.error(request, say(refused))
                return redirect("office:review")
            error = say(refused)
    if error:
        return _queue(request, desk, bad=(item, note, error))
    done = (
        _("The signature stands.") if verdict == "accepted" else _("The signature was rejected. It no longer counts.")
    )
    messages.success(request, done)
    return redirect("office:review")


def _queue(request: HttpRequest, desk: Desk, *, bad: tuple[int, str, str] | None = None) -> HttpResponse:
    check(desk.access, Permission.REVIEW)
    units = people.all_units(desk.access, Permission.REVIEW)
    chosen = request.GET.get("unit", "")
    unit = next((one.id for one in units if str(one.id) == chosen), None)
    written = {bad[0]: bad[1:]} if bad else {}
    items = [
        presenters.item(row, now=desk.at, written=note, error=error)
        for row in queries.review_queue(desk.access)
        if unit is None or (row.patient is not None and unit in (row.patient.unit, row.patient.rehab_unit))
        for note, error in [written.get(row.item, ("", ""))]
    ]
    context = {"items": items, "units": units, "chosen": chosen}
    return page(request, desk, "review/queue.html", context, area="review", status=422 if bad else 200)
