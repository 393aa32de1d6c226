"""Finding a patient, the patient's page, versions, pauses, pictures."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.care import actions, queries
from beredd.care.queries import PatientRow
from beredd.clock import SWEDEN
from beredd.office.desk import Desk, at_desk, found
from beredd.office.folders.card import paper_card
from beredd.office.page import Crumb, page, units_seen
from beredd.office.patient import presenters, versions
from beredd.office.patient.access import Delegates, holds, open_patient
from beredd.office.patient.forms import PauseForm
from beredd.office.patient.history import history
from beredd.office.patient.home_coverage import coverage_card
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.signing import queries as signing

ON_A_PAGE = 50
HISTORY = timedelta(days=30)


@at_desk
def search(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Without words: everybody of the chosen unit."""
    check(desk.access, Permission.SEE_PATIENTS)
    units = units_seen(desk)
    text, chosen = request.GET.get("search", "").strip(), request.GET.get("unit", "")
    unit = next((one.id for one in units if str(one.id) == chosen), None)
    rows = queries.search_patients(desk.access, text) if text else queries.patients(desk.access, unit=unit)
    kept = [row for row in rows if unit is None or unit in (row.unit, row.rehab_unit)]
    shown = Paginator(kept, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "patients": [presenters.patient(row) for row in shown],
        "counted": presenters.counted(shown),
        "shown": shown,
        "units": units,
        "chosen": chosen,
        "search": text,
    }
    return page(request, desk, "patient/search.html", context, area="patient")


@at_desk
def patient(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    row = open_patient(desk, patient)
    return _patient_page(request, desk, row, PauseForm(initial={"starts_at": desk.at.astimezone(SWEDEN)}))


@at_desk
def compare(request: HttpRequest, desk: Desk, patient: UUID, prescription: UUID) -> HttpResponse:
    """All versions of a prescription beside one another."""
    row = open_patient(desk, patient)
    found_row = queries.prescription(desk.access, prescription)
    if found_row is None or found_row.patient != patient:
        raise Http404
    context = {
        "patient": row,
        "intervention": found_row.versions[-1].content.intervention,
        "titles": versions.titles(found_row.versions),
        "rows": versions.rows(found_row.versions),
    }
    return page(request, desk, "patient/versions.html", context, area="patient", crumbs=crumbs(row))


@require_POST
@at_desk
def pause(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    form = PauseForm(request.POST)
    if form.is_valid():
        try:
            actions.pause(patient=patient, **form.cleaned_data, by=desk.access, at=desk.at)
        except Refused as refused:
            if refused.code != "pause_period":
                raise
            form.add_error("ends_at", say(refused))
        else:
            messages.success(request, _("The pause was saved. Nothing is expected while it lasts."))
            return redirect("office:patient", patient)
    return _patient_page(request, desk, open_patient(desk, patient), form)


@require_POST
@at_desk
def end_pause(request: HttpRequest, desk: Desk, patient: UUID, pause: UUID) -> HttpResponse:
    found(next((row for row in queries.pauses(desk.access, patient) if row.id == pause), None))
    actions.end_pause(pause=pause, ends_at=desk.at, by=desk.access, at=desk.at)
    messages.success(request, _("The pause has ended. What is planned is expected again from now on."))
    return redirect("office:patient", patient)


@at_desk
def picture(request: HttpRequest, desk: Desk, exercise: UUID, number: int) -> HttpResponse:
    """A picture of an exercise: a drawing of the library, kept by the browser for a day, or a photo of a unit's own."""
    row = queries.exercise(desk.access, exercise)
    pictures = row.content.get("pictures", []) if row else []
    if number >= len(pictures):
        raise Http404
    if "svg" in pictures[number]:
        response = HttpResponse(pictures[number]["svg"], content_type="image/svg+xml")
        response["Cache-Control"] = "private, max-age=86400"
        return response
    photo = queries.photo(desk.access, UUID(pictures[number]["photo"]))
    found(photo)
    return HttpResponse(photo, content_type="image/jpeg")


def crumbs(row: PatientRow) -> list[Crumb]:
    return [*patients_crumb(), (row.name, reverse("office:patient", args=[row.id]))]


def patients_crumb() -> list[Crumb]:
    return [(_("Patients"), reverse("office:patients"))]


def _patient_page(request: HttpRequest, desk: Desk, row: PatientRow, form: PauseForm) -> HttpResponse:
    rows = queries.prescriptions(desk.access, row.id)
    interventions = {one.id: one.in_force(desk.at).content.intervention for one in rows}
    signatures = signing.patient_history(desk.access, row.id, since=desk.at - HISTORY)
    context = {
        "patient": presenters.patient(row),
        "prescriptions": presenters.prescriptions(rows, now=desk.at, delegated=Delegates(desk, row)),
        "pauses": [presenters.pause(one, now=desk.at) for one in queries.pauses(desk.access, row.id)],
        "history": history(signatures, interventions=interventions, now=desk.at),
        "history_span": _("the last %(n)s days") % {"n": HISTORY.days},
        "may_prescribe": holds(desk, Permission.PRESCRIBE, row),
        "own_programmes": queries.patient_programmes(desk.access, row.id),
        "own_drafts": queries.drafts_of_patient(desk.access, row.id),
        "may_sign": holds(desk, Permission.SIGN, row),
        "may_pause": holds(desk, Permission.MANAGE_COVERAGE, row),
        "pause_form": form,
        "form": form if form.is_bound else None,
        **paper_card(desk, row),
        **coverage_card(desk, row),
    }
    status = 422 if form.is_bound else 200
    return page(request, desk, "patient/patient.html", context, area="patient", crumbs=patients_crumb(), status=status)
