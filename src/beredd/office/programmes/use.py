"""From a signed programme to a prescription: the patient's that use it, or for a template, whom it is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from beredd.care import queries
from beredd.care.queries import PatientRow, ProgrammeRow
from beredd.clock import local_day
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.patient import presenters as patients
from beredd.office.patient.access import holds
from beredd.office.prescribe.begun import begun_address
from beredd.office.programmes.finding import crumbs, the_history
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class Use:
    """A prescription in force of the programme. `newer`: there is a version that it does not have yet."""

    intervention: str
    version: int
    newer: bool
    url: str


@dataclass(frozen=True, slots=True)
class Uses:
    """`prescribe`: where it is prescribed anew, or where the prescribing that was begun goes on."""

    uses: Sequence[Use]
    prescribe: str


def uses(request: HttpRequest, desk: Desk, row: ProgrammeRow, patient: PatientRow) -> Uses:
    newest = queries.programme(desk.access, row.id) or row
    found = []
    for one in queries.prescriptions(desk.access, patient.id):
        version = one.in_force(desk.at)
        ends_on = version.content.ends_on
        if version.programme and version.programme.id == row.id and (ends_on is None or ends_on >= local_day(desk.at)):
            url = reverse("office:change", args=[patient.id, one.id])
            number = version.programme.number
            found.append(Use(version.content.intervention, number, number < newest.number, url))
    address = begun_address(request, patient.id) or reverse("office:prescribe", args=[patient.id])
    return Uses(found, f"{address}?programme={row.id}")


@require_safe
@at_desk
def use(request: HttpRequest, desk: Desk, programme: UUID) -> HttpResponse:
    """Whom a template is for: found by name or number."""
    row = the_history(desk, programme)[0]
    text = request.GET.get("search", "").strip()
    found = [one for one in queries.search_patients(desk.access, text) if holds(desk, Permission.PRESCRIBE, one)]
    to_row = (row.name, reverse("office:programme", args=[row.id]))
    context = {
        "row": row,
        "search": text,
        "patients": [patients.patient(one) for one in found],
        "nobody": _("Nobody of that name or number in your units. Check the spelling.") if text and not found else "",
    }
    return page(request, desk, "programmes/use.html", context, area="programmes", crumbs=crumbs(None, to_row))
