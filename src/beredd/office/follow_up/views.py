"""A patient's follow-up: the page, and the note that it has been done."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.care.queries import PatientRow
from beredd.clock import local_day
from beredd.office.desk import Desk, at_desk
from beredd.office.follow_up import drawn, presenters
from beredd.office.follow_up.forms import NoteForm, SpanForm, last_weeks
from beredd.office.page import page
from beredd.office.patient.access import holds, open_patient
from beredd.office.patient.views import crumbs
from beredd.office.words import times
from beredd.people.rules.roles import Permission
from beredd.signing import actions, queries

WEEKS = (4, 12)


@at_desk
def follow_up(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    """The last weeks, or days of one's own; what cannot be read of them is said, and the last weeks shown."""
    row = open_patient(desk, patient)
    own = SpanForm(request.GET) if "since" in request.GET else None
    if own and own.is_valid():
        return _page(request, desk, row, own.cleaned_data["since"], own.cleaned_data["until"], form=own)
    weeks = next((n for n in WEEKS if request.GET.get("weeks") == str(n)), WEEKS[0])
    since, until = last_weeks(weeks, today=local_day(desk.at))
    return _page(request, desk, row, since, until, form=own, weeks=weeks if own is None else None)


@require_POST
@at_desk
def note(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    row = open_patient(desk, patient)
    form = NoteForm(request.POST)
    if not form.is_valid():
        since, until = last_weeks(WEEKS[0], today=local_day(desk.at))
        return _page(request, desk, row, since, until, form=None, note=form)
    actions.note_follow_up(patient=patient, **form.cleaned_data, by=desk.access, at=desk.at)
    messages.success(request, _("The follow-up was noted."))
    given = form.cleaned_data
    address = reverse("office:follow-up", args=[patient])
    return redirect(f"{address}?since={given['since']}&until={given['until']}")


def _page(
    request: HttpRequest,
    desk: Desk,
    row: PatientRow,
    since: date,
    until: date,
    *,
    form: SpanForm | None,
    note: NoteForm | None = None,
    weeks: int | None = None,
) -> HttpResponse:
    found = queries.follow_up(desk.access, patient=row.id, since=since, until=until, now=desk.at)
    bound = next((one for one in (form, note) if one is not None and one.errors), None)
    span = {"since": since, "until": until}
    context = {
        "patient": row,
        "span": times.period(since, until),
        "weeks": [(n, n == weeks) for n in WEEKS],
        "span_form": form or SpanForm(initial=span),
        "note_form": note or NoteForm(initial=span),
        "may_note": holds(desk, Permission.PRESCRIBE, row),
        "followed": [presenters.followed(one, since=since, until=until, now=desk.at) for one in found],
        "follow_ups": queries.follow_ups(desk.access, row.id),
        "patterned": drawn.PATTERNED,
        "form": bound,
    }
    status = 422 if bound else 200
    return page(request, desk, "follow_up/page.html", context, area="patient", crumbs=crumbs(row), status=status)
