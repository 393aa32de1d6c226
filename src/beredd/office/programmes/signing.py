"""Before and at the signature: how it will look on phone and paper, what has changed, and then it is locked."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from beredd.care import actions
from beredd.care.actions.programmes import EmptyProgramme, NothingChanged
from beredd.care.queries import DraftRow, PatientRow
from beredd.office.desk import Desk, at_desk
from beredd.office.page import Crumb, page
from beredd.office.programmes import presenters
from beredd.office.programmes.differences import differences
from beredd.office.programmes.finding import crumbs, the_draft, the_patient
from beredd.office.programmes.phone import on_phone
from beredd.office.words.programmes import programme as shown
from beredd.office.words.refusals import say
from beredd.paper.preview import preview as on_paper
from beredd.paper.preview import preview_pictures


@require_safe
@at_desk
def preview(request: HttpRequest, desk: Desk, draft: UUID) -> HttpResponse:
    row = the_draft(desk, draft)
    patient = the_patient(desk, row)
    context = {"draft": row, "patient": patient, "exercises": on_phone(row.row.items)}
    return _page(request, desk, "programmes/preview.html", context, row, patient)


@require_safe
@at_desk
def paper(request: HttpRequest, desk: Desk, draft: UUID) -> HttpResponse:
    row = the_draft(desk, draft)
    pdf = on_paper(row.row, patient=the_patient(desk, row), by_name=desk.access.name, at=desk.at)
    return as_pdf(pdf)


@require_safe
@at_desk
def picture(request: HttpRequest, desk: Desk, draft: UUID, number: int) -> HttpResponse:
    row = the_draft(desk, draft)
    pages = preview_pictures(row.row, patient=the_patient(desk, row), by_name=desk.access.name, at=desk.at)
    if not 1 <= number <= len(pages):
        raise Http404
    return HttpResponse(pages[number - 1], content_type="image/png")


@at_desk
def check_and_sign(request: HttpRequest, desk: Desk, draft: UUID) -> HttpResponse:
    row = the_draft(desk, draft)
    patient = the_patient(desk, row)
    refused = ""
    if request.method == "POST":
        try:
            programme = actions.sign_programme(draft=draft, by=desk.access, at=desk.at)
        except (EmptyProgramme, NothingChanged) as no:
            refused = say(no)
        else:
            messages.success(request, _("The programme is signed and locked. A change from now on is a new version."))
            return redirect("office:programme", programme)
    context = {
        "draft": row,
        "patient": patient,
        "whose": presenters.whose(row),
        "programme": shown(row.row),
        "changes": differences(row.since, row.row.items) if row.since else [],
        "ask_first": presenters.ask_first(row.row.items),
        "warnings": presenters.warnings(row.row.items),
        "refused": refused,
    }
    return _page(request, desk, "programmes/check.html", context, row, patient, status=422 if refused else 200)


@at_desk
def discard(request: HttpRequest, desk: Desk, draft: UUID) -> HttpResponse:
    row = the_draft(desk, draft)
    patient = the_patient(desk, row)
    if request.method == "POST":
        actions.discard_draft(draft=draft, by=desk.access, at=desk.at)
        messages.success(request, _("The draft was discarded. What is signed is as it was."))
        return redirect("office:patient", patient.id) if patient else redirect("office:programmes")
    return _page(request, desk, "programmes/discard.html", {"draft": row, "patient": patient}, row, patient)


def as_pdf(pdf: bytes) -> HttpResponse:
    """Shown in the browser; its name says nobody's name."""
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="beredd-preview.pdf"'
    return answer


def _page(
    request: HttpRequest,
    desk: Desk,
    template: str,
    context: Mapping[str, object],
    row: DraftRow,
    patient: PatientRow | None,
    *,
    status: int = 200,
) -> HttpResponse:
    to_draft: Crumb = (row.name, reverse("office:builder", args=[row.id]))
    area = "patient" if row.patient else "programmes"
    return page(request, desk, template, context, area=area, crumbs=crumbs(patient, to_draft), status=status)
