"""The patients of the units concerned of whom a licensed professional must hear within a day: on screen and paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from beredd.care.queries import contact_soon
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption import presenters
from beredd.office.disruption.places import incident_crumbs, the_incident, units_of
from beredd.office.page import page
from beredd.people.actions import log_access
from beredd.people.rules.access import check
from beredd.people.rules.roles import Permission


@at_desk
def contacts(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    """Names are shown, so each is in the access log."""
    row = the_incident(desk, incident)
    check(desk.access, Permission.SEE_PATIENTS)
    rows = contact_soon(desk.access, units=row.units, at=desk.at)
    patients = list(dict.fromkeys(one.patient.id for one in rows))
    log_access(patients=patients, unit=None, action="listed", channel="office", by=desk.access, at=desk.at)
    context = {
        "id": row.id,
        "card": presenters.card(row, units_of(row), user=desk.access.user, now=desk.at),
        "rows": rows,
        "count": len(patients),
    }
    return page(request, desk, "disruption/contacts.html", context, area="disruption", crumbs=incident_crumbs(row))
