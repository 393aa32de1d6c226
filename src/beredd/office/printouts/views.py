"""Taking in a programme that was printed elsewhere, and its pages."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from beredd.care import actions, queries
from beredd.care.queries import ProgrammeRow
from beredd.clock import local_day
from beredd.office.desk import Desk, at_desk, found
from beredd.office.page import page
from beredd.office.patient.access import holds, open_patient
from beredd.office.patient.views import crumbs
from beredd.office.printouts.forms import SOURCES, PrintoutForm
from beredd.people.rules.access import NotAllowed, Refused
from beredd.people.rules.roles import Permission


@at_desk
def new(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    return _taken_in(request, desk, patient, None)


@at_desk
def newer(request: HttpRequest, desk: Desk, patient: UUID, programme: UUID) -> HttpResponse:
    """A newer printout of the same programme: the older one stays readable."""
    rows = {row.id: row for row in queries.patient_programmes(desk.access, patient) if row.document}
    found(rows.get(programme))
    return _taken_in(request, desk, patient, rows[programme])


@require_safe
@at_desk
def page_picture(request: HttpRequest, desk: Desk, page: UUID) -> HttpResponse:
    row = queries.page(desk.access, page)
    found(row)
    assert row is not None
    return HttpResponse(row.image, content_type=queries.media_type(row.image))


def _taken_in(request: HttpRequest, desk: Desk, patient: UUID, old: ProgrammeRow | None) -> HttpResponse:
    row = open_patient(desk, patient)
    if not holds(desk, Permission.PRESCRIBE, row):
        raise NotAllowed(Permission.PRESCRIBE)
    initial: dict[str, object] = {"dated": local_day(desk.at), "source": SOURCES[0]}
    if old is not None and old.document is not None:
        initial |= {"name": old.name, "source": old.document.source}
    form = PrintoutForm(request.POST or None, request.FILES or None, initial=initial)
    if old is not None:
        del form.fields["name"]
    if request.method == "POST" and form.is_valid() and (programme := _put(desk, patient, old, form)):
        messages.success(request, _("The programme was taken in. Phones get its pages when it is prescribed."))
        return redirect("office:programme", programme)
    context = {"patient": row, "old": old, "form": form, "sources": SOURCES}
    status = 422 if form.is_bound else 200
    return page(request, desk, "printouts/new.html", context, area="patient", crumbs=crumbs(row), status=status)


def _put(desk: Desk, patient: UUID, old: ProgrammeRow | None, form: PrintoutForm) -> UUID | None:
    given = form.cleaned_data
    try:
        return actions.put_document(
            patient=patient,
            programme=old.id if old else None,
            name=old.name if old else given["name"],
            source=given["source"],
            dated=given["dated"],
            pdf=given["file"].read(),
            by=desk.access,
            at=desk.at,
        )
    except NotAllowed:
        raise
    except Refused as no:
        form.refuse(no)
        return None
