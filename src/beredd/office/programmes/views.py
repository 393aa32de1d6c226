"""The list of templates and drafts, a new programme, and one that is signed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beredd.care import actions, queries
from beredd.care.actions.drafts import IsAPrintout
from beredd.care.actions.prescriptions import UnknownProgramme
from beredd.care.queries import PatientRow, ProgrammeRow
from beredd.care.rules.programme import BadProgramme
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.patient.access import open_patient
from beredd.office.prescribe.choices import grouped
from beredd.office.programmes import presenters
from beredd.office.programmes.differences import differences
from beredd.office.programmes.finding import crumbs, the_history, the_patient
from beredd.office.programmes.forms import NewForm
from beredd.office.programmes.signing import as_pdf
from beredd.office.programmes.use import uses
from beredd.office.words.programmes import programme as shown
from beredd.office.words.refusals import say
from beredd.paper.preview import preview as on_paper
from beredd.people import queries as people
from beredd.people.rules.access import check
from beredd.people.rules.roles import Permission


@require_safe
@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.PRESCRIBE)
    text = request.GET.get("search", "").strip()
    rows = [row for row in queries.templates(desk.access, at=desk.at) if text.lower() in row.programme.name.lower()]
    context = {
        "drafts": presenters.drafts(queries.drafts(desk.access)),
        "templates": presenters.templates(rows),
        "search": text,
    }
    return page(request, desk, "programmes/list.html", context, area="programmes")


@at_desk
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.PRESCRIBE)
    patient = _patient(request, desk)
    copy = _copied(request, desk)
    initial = {"name": copy.name if copy else "", "copy_of": str(copy.id) if copy else ""}
    places = [] if patient else people.all_units(desk.access, Permission.PRESCRIBE)
    units = [(str(unit.id), unit.name) for unit in places]
    form = NewForm(
        request.POST or None, units=units, sources=grouped(desk, patient.id if patient else None), initial=initial
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            draft = actions.begin_programme(
                name=given["name"],
                patient=patient.id if patient else None,
                unit=given.get("unit"),
                copy_of=given["copy_of"],
                by=desk.access,
                at=desk.at,
            )
        except (BadProgramme, UnknownProgramme, IsAPrintout) as no:
            form.add_error("name" if isinstance(no, BadProgramme) else "copy_of", say(no))
        else:
            return redirect("office:builder", draft)
    context = {"form": form, "patient": patient}
    area, status = "patient" if patient else "programmes", 422 if form.is_bound else 200
    return page(request, desk, "programmes/new.html", context, area=area, crumbs=crumbs(patient), status=status)


@require_safe
@at_desk
def programme(request: HttpRequest, desk: Desk, programme: UUID, number: int | None = None) -> HttpResponse:
    """One version, the newest when none is named; and all that there have been."""
    history = the_history(desk, programme)
    row = _version(history, number)
    patient = the_patient(desk, row)
    before = next((one for one in history if one.number == row.number - 1), None)
    context = {
        "row": row,
        "newest": history[0],
        "patient": patient,
        "whose": presenters.whose(row),
        "signed": presenters.signed(row),
        "programme": shown(row),
        "before": before,
        "changes": differences(before, row.items) if before else [],
        "history": [(one, presenters.signed(one)) for one in history],
        "used": queries.programmes_in_use(at=desk.at).get(row.id, 0),
        "uses": uses(request, desk, row, patient) if patient else None,
    }
    area = "patient" if patient else "programmes"
    return page(request, desk, "programmes/programme.html", context, area=area, crumbs=crumbs(patient))


@require_safe
@at_desk
def paper(request: HttpRequest, desk: Desk, programme: UUID, number: int) -> HttpResponse:
    row = _version(the_history(desk, programme), number)
    return as_pdf(on_paper(row, patient=the_patient(desk, row), by_name=desk.access.name, at=desk.at))


@require_POST
@at_desk
def new_version(request: HttpRequest, desk: Desk, programme: UUID) -> HttpResponse:
    try:
        draft = actions.begin_version(programme=programme, by=desk.access, at=desk.at)
    except IsAPrintout as no:
        messages.error(request, say(no))
        return redirect("office:programme", programme)
    messages.success(request, _("This is a draft of a new version. The signed one holds until you sign this."))
    return redirect("office:builder", draft)


def _version(history: list[ProgrammeRow], number: int | None) -> ProgrammeRow:
    row = next((one for one in history if number in (None, one.number)), None)
    if row is None:
        raise Http404
    return row


def _patient(request: HttpRequest, desk: Desk) -> PatientRow | None:
    """Whom the address says that it is for. Raises UnknownPatient."""
    given = request.GET.get("patient")
    return open_patient(desk, _id(given)) if given else None


def _copied(request: HttpRequest, desk: Desk) -> ProgrammeRow | None:
    given = request.GET.get("copy")
    return queries.programme(desk.access, _id(given)) if given else None


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
