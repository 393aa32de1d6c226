"""Who has opened whom: for those who check that it was called for."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.people.forms import AccessLogForm
from beredd.office.people.places import crumbs, places
from beredd.people import queries
from beredd.people.rules.access import check
from beredd.people.rules.roles import Permission


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.SEE_ACCESS_LOG)
    form = AccessLogForm(request.GET or None)
    rows = []
    user = None
    if form.is_bound and form.is_valid() and (wanted := form.cleaned_data["user"].strip()):
        user = queries.find_user(wanted)
        if user is None:
            form.add_error("user", _("There is no user of that name. Check the spelling."))
    if not form.errors:
        rows = queries.patient_accesses(desk.access, user=user.id if user else None)
    units = {unit.id: unit.name for unit in queries.unit_rows({row.unit for row in rows if row.unit})}
    context = {
        "places": places(desk),
        "here": "access-log",
        "form": form,
        "rows": [{"row": row, "unit": units.get(row.unit, "") if row.unit else ""} for row in rows],
    }
    return page(request, desk, "people/access_log.html", context, area="people", crumbs=crumbs())
