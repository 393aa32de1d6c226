"""Who has opened whom: for those who check that it was called for."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from beredd.care import queries as care
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.people.forms import AccessLogForm
from beredd.office.people.places import crumbs, places
from beredd.people import queries
from beredd.people.rules.access import check
from beredd.people.rules.roles import Permission


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Of one patient, of one user, or the newest of all. Names only of patients one may see."""
    check(desk.access, Permission.SEE_ACCESS_LOG)
    form = AccessLogForm(request.GET or None)
    asked = _asked(desk, form) if form.is_bound and form.is_valid() else {}
    rows = (
        []
        if form.errors
        else queries.patient_accesses(desk.access, patient=asked.get("patient"), user=asked.get("user"))
    )
    units = {unit.id: unit.name for unit in queries.unit_rows({row.unit for row in rows if row.unit})}
    names = {row.id: row.name for row in care.patients(desk.access)}
    context = {
        "places": places(desk),
        "here": "access-log",
        "form": form,
        "rows": [
            {
                "row": row,
                "unit": units.get(row.unit, "") if row.unit else "",
                "patient": names.get(row.patient) or str(row.patient),
            }
            for row in rows
        ],
    }
    return page(request, desk, "people/access_log.html", context, area="people", crumbs=crumbs())


def _asked(desk: Desk, form: AccessLogForm) -> dict[str, UUID]:
    """Which patient and which user, as far as they are known."""
    found: dict[str, UUID] = {}
    if username := form.cleaned_data["user"].strip():
        user = queries.find_user(username)
        if user is None:
            form.add_error("user", _("There is no user of that name. Check the spelling."))
        else:
            found["user"] = user.id
    if identity := form.cleaned_data["patient"].strip():
        patients = care.search_patients(desk.access, identity, limit=2)
        if len(patients) == 1:
            found["patient"] = patients[0].id
        else:
            form.add_error("patient", _("No single patient has that number. Write all 12 digits."))
    return found
